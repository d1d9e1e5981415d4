"""A pack that is written is the pack that was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from questions.facts.load import load_pack
from questions.facts.writing import pack_texts

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("pack", ["seeds/jessica_jones", "tests/packs/moor_line"])
def test_a_pack_survives_being_written_and_read(pack: str, tmp_path: Path) -> None:
    base = load_pack(ROOT / pack)
    folder = tmp_path / base.id
    folder.mkdir()
    for name, text in pack_texts(base, "document.txt").items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    again = load_pack(folder)
    assert replace(again, facts=()) == replace(base, facts=())
    assert set(again.facts) == set(base.facts)
