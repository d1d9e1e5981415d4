"""Files of lists are read as they stand, and tables of things become questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.files import MOST, read_file
from questions.interchange.formats import Format
from questions.interchange.lists import read_list
from tests.support.raw_tables import FOLDER

TABLES = sorted(FOLDER.iterdir())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_of_things_becomes_questions(table: Path) -> None:
    file = read_file(table.name, table.read_bytes())
    assert file.format is Format.THINGS
    assert 20 < len(file.entries) <= MOST
    entries = [placed.entry for placed in file.entries]
    assert len({(entry.prompt, entry.answers, entry.wrong) for entry in entries}) == len(entries)
    assert all(entry.explanation and entry.source == table.name for entry in entries)


def test_what_is_not_asked_about_is_told() -> None:
    file = read_file("countries.csv", (FOLDER / "countries.csv").read_bytes())
    assert any("“Flag” is not asked about" in problem.text for problem in file.problems)
    capital = next(
        placed.entry for placed in file.entries if placed.entry.prompt == "What is the capital of Peru?"
    )
    assert capital.answers[0] == "Lima"
    assert capital.explanation == "The capital of Peru is Lima."


@pytest.mark.parametrize(
    "text",
    [
        "Who wrote Emma?,Jane Austen,Mary Shelley\nWho painted Guernica?,Pablo Picasso,Joan Miró\n",
        "Hund,dog\nKatze,cat\nMaus,mouse\n",
        "question,answer,topic\nRed planet,Mars,space\nRinged planet,Saturn,space\n",
        "nothing\n",
        "",
    ],
)
def test_lists_stay_what_they_are(text: str) -> None:
    assert read_file("list.csv", text.encode()) == read_list("list.csv", text.encode())


def test_a_format_that_is_named_is_taken() -> None:
    data = (FOLDER / "countries.csv").read_bytes()
    assert read_file("countries.csv", data, Format.TABLE) == read_list("countries.csv", data, Format.TABLE)
    words = b"German,English\nHund,dog\nKatze,cat\nMaus,mouse\nKuh,cow\n"
    assert read_file("words.csv", words, Format.THINGS).format is Format.THINGS


@given(st.binary(max_size=200) | st.text(alphabet='ab1?,;\n\t"', max_size=200).map(str.encode))
@settings(max_examples=80)
def test_whatever_the_bytes_are_only_questions_or_problems_come_of_them(data: bytes) -> None:
    for format in (None, Format.THINGS):
        file = read_file("a.csv", data, format)
        assert file.entries or file.problems or not data.strip()
