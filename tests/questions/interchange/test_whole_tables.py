"""Twelve tables, played in full: every fact is in a cell, every cell is a fact, every question is proved."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.facts.writing import pack_texts
from questions.generators.catalogue import all_questions, question_record
from questions.interchange.tables.grid import read_grid
from questions.interchange.tables.header import split_header
from questions.interchange.tables.options import Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import Plan, make_plan
from questions.question import Question
from tests.support.proof_checker import faults
from tests.support.raw_pack import RawPack, plain
from tests.support.raw_tables import TABLES, RawTable


def plan_of(table: RawTable) -> Plan:
    return make_plan(split_header(read_grid(table.data)), Path(table.file).stem, Options())


@pytest.fixture(scope="module", params=TABLES, ids=lambda table: table.file)
def table(request: pytest.FixtureRequest) -> RawTable:
    result: RawTable = request.param
    return result


@pytest.fixture(scope="module")
def base(table: RawTable) -> FactBase:
    return pack_of(plan_of(table), "played", table.file)


@pytest.fixture(scope="module")
def questions(base: FactBase) -> tuple[Question, ...]:
    return tuple(all_questions(base, 3))


@pytest.fixture(scope="module")
def folder(base: FactBase, table: RawTable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "played"
    folder.mkdir()
    for name, text in pack_texts(base, table.file).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def test_the_facts_are_what_the_cells_say_and_nothing_else(table: RawTable, folder: Path) -> None:
    pack = RawPack.read(folder)
    yes_no = {table.relation(header) for header, kind in table.columns.items() if kind == "yesno"}

    def value(row: dict[str, str]) -> str:
        shown = pack.shown(row["object"])
        if row["relation"] in yes_no:
            return "no" if shown.split()[0] in ("not", "no") else "yes"
        return plain(shown) if row["object"] in pack.entities else table_number(shown)

    told = {(plain(pack.shown(row["subject"])), row["relation"], value(row)) for row in pack.rows.values()}
    stated = {
        (plain(name), relation, table_number(text) if text[:1].isdigit() or text[:1] == "-" else plain(text))
        for name, relation, text in table.stated()
    }
    assert told == stated


def table_number(text: str) -> str:
    """A number without needless zeros; all else as it is."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def test_every_question_is_proved_by_the_facts(
    table: RawTable, folder: Path, questions: tuple[Question, ...]
) -> None:
    pack = RawPack.read(folder)
    found = {
        question.prompt: problems
        for question in questions
        if (problems := list(faults(pack, json.loads(json.dumps(question_record(question))))))
    }
    assert not found
    numbers = any(kind.startswith("number") for kind in table.columns.values())
    assert len({question.kind for question in questions}) >= (9 if numbers else 6)


def test_the_pack_that_is_written_asks_the_same_questions(
    folder: Path, questions: tuple[Question, ...]
) -> None:
    assert tuple(all_questions(load_pack(folder), 3)) == questions


def test_no_question_shows_the_seams_of_its_making(questions: tuple[Question, ...]) -> None:
    for question in questions:
        for text in (question.prompt, question.statement, *question.clues):
            assert not set("{}_") & set(text)
            assert "the the" not in text.casefold()
            assert "  " not in text
        assert question.prompt[0].isupper()
        assert question.citations


def test_near_numbers_are_never_choices_of_each_other(questions: tuple[Question, ...]) -> None:
    scales = {"million": 10**6, "billion": 10**9}
    for question in questions:
        if question.kind != "how_many" or not question.answer.nearest:
            continue
        numbers = []
        for choice in question.choices:
            digits, _, scale = choice.text.partition(" ")
            numbers.append(float(digits.replace(",", "")) * scales.get(scale, 1))
        numbers.sort(key=abs)
        assert all(abs(b) >= 1.04 * abs(a) for a, b in pairwise(numbers)), question.prompt
