"""Export, and that what was exported is imported the same."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.interchange.lists import Entry, Kept, Placed, Planner, Target, write_list
from questions.interchange.lists.sound import sound
from questions.question import AnswerType
from tests.support.lists import read

FULL = Entry(
    'Who said "=1+1|2\\" & <b>that</b>?\nTwo lines.',
    ("Ann|Bob", "=cmd()", "Zoë"),
    refused=("O'Neill",),
    line="<b>Ann</b> [or Bob]",
    type=AnswerType.PERSON,
    explanation="-5 is less; &amp; stays.",
    topic="@Home",
    level=2,
    picture="https://a.example/b.png?c=1",
    author="Kim",
    source="The Daily, 2024",
)
CHOICES = Entry("+1?", ("'=a", "b\\"), ("c|d", "e\\|f"), level=3)
PARTS = Entry("Which two?", parts=(("Grant", "Ulysses"), ("Julia|",)))
ENTRIES = (FULL, CHOICES, PARTS)

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
FORMS = st.lists(TEXT, max_size=3).map(tuple)
RAW = st.builds(
    Entry,
    prompt=TEXT,
    accepted=FORMS,
    wrong=FORMS,
    refused=FORMS,
    line=st.none() | TEXT,
    type=st.sampled_from(AnswerType),
    explanation=st.text(max_size=20),
    topic=st.text(max_size=20),
    level=st.sampled_from([None, 1, 2, 3]),
    author=st.none() | TEXT,
    source=st.text(max_size=20),
)


@pytest.mark.parametrize(("target", "name"), [(Target.JSON, "a.json"), (Target.CSV, "a.csv")])
def test_what_is_exported_is_imported_the_same(target: Target, name: str) -> None:
    file = read(name, write_list("My list", "About it", ENTRIES, target))
    assert file.problems == ()
    assert tuple(placed.entry for placed in file.entries) == ENTRIES
    if target is Target.JSON:
        assert (file.title, file.about) == ("My list", "About it")


def test_a_cell_of_several_lines_does_not_hide_what_stands_between_the_cells() -> None:
    entries = [Entry("One\nor two?", ("0", "1", ",")), Entry("Three\nor four?", ("3", "4", ","))]
    file = read("a.csv", write_list("a", "", entries, Target.CSV))
    assert [placed.entry for placed in file.entries] == entries


@pytest.mark.parametrize("looks_like", ["0{~no}", "::GIFT::", "A: one\nANSWER: A", "packs:\n- one"])
def test_our_own_csv_is_read_as_such_whatever_its_cells_look_like(looks_like: str) -> None:
    entries = [Entry(f"What does this say? {looks_like}", ("yes",))]
    file = read("a", write_list("a", "", entries, Target.CSV))
    assert [placed.entry for placed in file.entries] == entries


@pytest.mark.parametrize("target", [Target.JSON, Target.CSV])
@given(raw=st.lists(RAW, min_size=1, max_size=4))
@settings(max_examples=150)
def test_importing_an_export_changes_nothing(target: Target, raw: list[Entry]) -> None:
    entries = [entry for entry in map(sound, raw) if isinstance(entry, Entry)]
    if not entries:
        return
    file = read("a", write_list("a", "", entries, target))
    assert [placed.entry for placed in file.entries] == entries
    kept = [Kept(number, entry) for number, entry in enumerate(entries)]
    plan = Planner([], keep_duplicates=True).plan(file.entries, kept, file.unit)
    assert (plan.added, plan.changed) == ((), ())


def test_no_cell_that_is_written_is_a_formula() -> None:
    rows = list(csv.reader(StringIO(write_list("a", "", ENTRIES, Target.CSV))))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert rows[1][1] == "Ann\\|Bob|=cmd()|Zoë"


def test_our_json_has_a_question_a_line() -> None:
    text = write_list("a", "", ENTRIES, Target.JSON)
    assert len(text.splitlines()) == len(ENTRIES) + 2
    assert json.loads(text)["questions"][2] == {
        "question": "Which two?",
        "all_of": [["Grant", "Ulysses"], ["Julia|"]],
    }


def test_reds_yaml_is_text_for_reds_own_reader_and_offers_choices_in_the_question() -> None:
    entries = (Entry("Is it?", ("yes", "12:30", "010")), CHOICES, PARTS)
    loaded = yaml.safe_load(write_list("My list", "About", entries, Target.RED))
    assert "AUTHOR" not in loaded
    assert loaded["DESCRIPTION"] == "About"
    assert loaded["Is it?"] == ["yes", "12:30", "010"]
    assert loaded["+1?\nA. '=a\nB. c|d\nC. e\\|f"] == ["'=a", "b\\"]
    assert loaded["Which two?"] == ["Grant", "Ulysses", "Julia|"]
    back = read("a.yaml", write_list("My list", "About", entries, Target.RED))
    assert back.entries[0].entry == Entry("Is it?", ("yes", "12:30", "010"))


def test_a_pack_of_any_size_is_planned_again_as_no_change() -> None:
    placed = [Placed(1, entry) for entry in ENTRIES]
    plan = Planner([]).plan(placed, [Kept(at, one.entry) for at, one in enumerate(placed)], "line")
    assert (plan.added, plan.changed, len(plan.skipped)) == ((), (), len(ENTRIES))
