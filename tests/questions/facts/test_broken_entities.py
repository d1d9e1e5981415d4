"""Faults of entities.csv, each told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import load_pack
from tests.questions.facts.broken import assert_problems, change, rich_pack
from tests.support.packs import entity, fact, kind, relation, write_pack

BO, CY, DUSK = "bo,person,Bo Hall,\n", "cy,person,Cy Orr,\n", "dusk,film,Dusk,\n"

FAULTS: list[tuple[str, str, list[tuple[int, str]]]] = [
    (CY, CY + ",person,Di Fox,\n", [(5, "id is empty; fill it in")]),
    (CY, "cy,,Cy Orr,\n", [(4, "kind is empty")]),
    (CY, "cy,person,,\n", [(4, "name is empty")]),
    (CY, CY + "d/i,person,Di Fox,\n", [(5, "'d/i'")]),
    (CY, CY + "d i,person,Di Fox,\n", [(5, "'d i'")]),
    (CY, CY + "cy|d,person,Di Fox,\n", [(5, "'cy|d'")]),
    (CY, CY + "cy,person,Di Fox,\n", [(5, "the id cy is on line 4 already")]),
    (CY, "cy,human,Cy Orr,\n", [(4, "unknown kind 'human'")]),
    (CY, "cy,person,Cy Orr,Orr||Cyril\n", [(4, "an alias is empty")]),
    (CY, "cy,person,Cy Orr,CY ORR\n", [(4, "the alias 'CY ORR' is the same as the name")]),
    (CY, "cy,person,Cy Örr,Cy. Orr\n", [(4, "the alias 'Cy. Orr' is the same as the name")]),
    (CY, "cy,person,Cy Orr,Orr|orr\n", [(4, "the alias 'orr' is the same as the alias 'Orr'")]),
    (CY, "cy,person,Bo Hall,\n", [(4, "'Bo Hall' is a name of bo too ('Bo Hall', line 3)")]),
    (CY, "cy,person,Cy Orr,annie\n", [(4, "'annie' is a name of ann too ('Annie', line 2)")]),
    (DUSK, "dusk,film,“Dawn” the film,\n", [
        (6, "'“Dawn” the film' is a name of dawn too ('Dawn, the Film', line 5)")]),
    (BO + CY, CY + BO, [(4, "bo comes before cy (line 3); move it up")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_fault_in_an_entity_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "entities.csv", old, new)
    assert_problems(pack, *(("entities.csv", line, part) for line, part in expected))


@pytest.mark.parametrize(
    "row",
    ["cy,person,Dawn,\n", "cy,person,Cy Orr,Cyorr\n", "cy,person,Ann Lees,\n", 'cy,person,"Cy Orr, Jr.",\n'],
)
def test_names_that_differ_or_are_of_two_kinds_are_fine(tmp_path: Path, row: str) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "entities.csv", CY, row)
    assert "cy" in load_pack(pack).entities


def test_one_row_at_the_wrong_place_is_one_problem(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "entities.csv", "pilot,job,pilot,\n", "")
    change(pack / "entities.csv", "ann,person", "pilot,job,pilot,\nann,person")
    assert_problems(pack, ("entities.csv", 3, "ann comes before pilot (line 2)"))


@pytest.mark.parametrize("name", ["Ann finds Bo", "Ann find(s) Bo and leave(s)", "find Bo"])
def test_a_clause_marks_one_verb(tmp_path: Path, name: str) -> None:
    pack = write_pack(
        tmp_path / "films",
        kinds={"scene": kind("scene", clause=True)},
        relations={"shows": relation("film", "scene")},
        entities=[entity("dawn", "film"), entity("finding", "scene", name)],
        facts=[fact("dawn", "shows", "finding")],
    )
    assert_problems(pack, ("entities.csv", 3, f"{name!r} does not mark one verb"))
