"""A sound pack that holds every sort of relation, and a way to break it in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import InvalidPack, load_pack
from tests.support.packs import entity, fact, kind, relation, source, write_pack

Found = tuple[str, int, str]


def rich_pack(folder: Path) -> Path:
    """Write a sound pack: links of each cardinality, dates, numbers, symmetric links, as_of, lures."""
    return write_pack(
        folder,
        kinds={"job": kind("job", typed=True)},
        sources=[source("memo"), source("report", published="2019-06", publisher="The Post")],
        articles={"hour": "an"},
        relations={
            "directed": relation(subjects="one", ask_subject="Who directed {object}?"),
            "released": relation("film", "date", objects="one", statement="{subject} came out {on_object}."),
            "episodes": relation("film", "number", objects="one", unit="episode|episodes"),
            "knows": relation("person", "person", symmetric=True),
            "married": relation("person", "person", symmetric=True, objects="one", subjects="one"),
            "works_as": relation("person", "job", past_statement="In {as_of}, {subject} was {a_object}."),
        },
        entities=[
            entity("ann", "person", "Ann Lee", "Annie"),
            entity("bo", "person", "Bo Hall"),
            entity("cy", "person", "Cy Orr"),
            entity("dawn", "film", "Dawn", "The Dawn|Dawn, the Film"),
            entity("dusk", "film", "Dusk"),
            entity("noon", "film", "Noon"),
            entity("pilot", "job", "pilot"),
        ],
        facts=[
            fact("ann", "directed", "dawn", lures=["noon", "=Midnight"]),
            fact("ann", "knows", "bo"),
            fact("ann", "married", "cy"),
            fact("ann", "works_as", "pilot", as_of="2018"),
            fact("bo", "directed", "dusk", sources=("memo", "report")),
            fact("dawn", "episodes", 13, lures=["10", "12"]),
            fact("dawn", "released", "2019-06", lures=["2018", "2019-07-01"]),
        ],
    )


def change(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = file.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode())


def problems(folder: Path) -> list[Found]:
    """File, line and text of each problem of a pack that must not load."""
    with pytest.raises(InvalidPack) as caught:
        load_pack(folder)
    return [(problem.file.name, problem.line, problem.text) for problem in caught.value.problems]


def assert_problems(folder: Path, *expected: Found) -> None:
    """The pack has exactly these problems, each text holding the part that is given."""
    found = problems(folder)
    assert sorted(place for *place, _ in found) == sorted(place for *place, _ in expected), found
    for file, line, part in expected:
        assert any(part in text for *place, text in found if place == [file, line]), (part, found)
