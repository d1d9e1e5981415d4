from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import load_pack
from questions.generators import coverage
from questions.generators.coverage import silent_facts
from tests.support.packs import entity, fact, relation, write_pack


def test_facts_that_nothing_can_be_asked_about_are_named_with_their_lines(tmp_path: Path) -> None:
    """Nothing is known to be false here, so that all but the first could only be stated, and stated truly."""
    folder = write_pack(
        tmp_path / "films",
        relations={"likes": relation("person", "film", statement="{subject} likes {object}.")},
        entities=[entity("ann"), entity("bo"), entity("cy"), entity("far_shore", "film")],
        facts=[fact(person, "likes", "far_shore") for person in ("ann", "bo", "cy")],
    )
    problems = list(silent_facts(load_pack(folder), folder))
    lines = (folder / "facts.csv").read_text(encoding="utf-8").splitlines()
    assert problems
    for problem in problems:
        assert problem.file == folder / "facts.csv"
        subject = lines[problem.line - 1].split(",")[0]
        assert f"no question comes of {subject}/likes/far_shore" in problem.text


def test_a_pack_that_speaks_of_every_fact_has_none(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "films")
    assert list(silent_facts(load_pack(folder), folder)) == []


def test_a_large_pack_is_not_searched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = relation(statement="{subject} made {object}.")
    pack = write_pack(
        tmp_path / "films", relations={"made": made}, facts=[fact("ann_lee", "made", "far_shore")]
    )
    assert list(silent_facts(load_pack(pack), pack))
    monkeypatch.setattr(coverage, "MOST_FACTS", 0)
    assert not list(silent_facts(load_pack(pack), pack))
