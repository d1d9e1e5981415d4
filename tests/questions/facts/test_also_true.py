"""Rows that hold although no source says so: read, checked, and never asked or taken for false."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import load_pack
from tests.questions.facts.broken import assert_problems
from tests.support.packs import fact, write_pack


def pack_with(folder: Path, rows: str) -> Path:
    pack = write_pack(
        folder,
        facts=[
            fact("ann_lee", "directed", "night_bus", lures=["far_shore"]),
            fact("bo_hall", "directed", "far_shore"),
        ],
    )
    (pack / "also_true.csv").write_text(f"subject,relation,object\n{rows}\n", encoding="utf-8")
    return pack


def test_rows_are_read(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "films", "bo_hall,directed,night_bus")
    assert load_pack(pack).also_true == {("bo_hall", "directed", "night_bus")}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("bo_hall,made,night_bus", "unknown relation 'made'"),
        ("nobody,directed,night_bus", "subject: unknown entity 'nobody'"),
        ("bo_hall,directed,ann_lee", "object: ann_lee is of the kind person"),
        ("bo_hall,directed,", "object is empty"),
        ("far_shore,released,night_bus", "the objects of released are no entities"),
        ("bo_hall,directed,far_shore", "line 3 of facts.csv says so already"),
        ("ann_lee,directed,far_shore", "far_shore is a lure on line 2 of facts.csv"),
    ],
)
def test_a_row_that_cannot_be_meant_is_told(tmp_path: Path, row: str, told: str) -> None:
    assert_problems(pack_with(tmp_path / "films", row), ("also_true.csv", 2, told))
