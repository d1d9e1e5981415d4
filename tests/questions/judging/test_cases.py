from __future__ import annotations

import pytest

from questions.judging.verdict import Mark
from tests.questions.judging.table import Entry, entries

ENTRIES = entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_judge_says_what_a_fair_quizmaster_says(entry: Entry) -> None:
    prepared = entry.prepared()
    verdicts = {guess: prepared.judge(guess) for guess, _ in entry.judged}
    assert not [
        f"{guess!r}: {verdicts[guess].mark}, not {mark} ({verdicts[guess].reason})"
        for guess, mark in entry.judged
        if verdicts[guess].mark is not mark
    ]


@pytest.mark.parametrize(
    "entry", [entry for entry in ENTRIES if entry.taken or entry.missed], ids=lambda entry: entry.name
)
def test_what_the_judge_gets_wrong_is_listed_only_as_long_as_it_does(entry: Entry) -> None:
    prepared = entry.prepared()
    assert [guess for guess in entry.taken if not prepared.judge(guess).correct] == []
    assert [guess for guess in entry.missed if prepared.judge(guess).correct] == []


def test_where_the_type_is_known_the_judge_gets_nothing_wrong() -> None:
    assert [entry.name for entry in ENTRIES if (entry.taken or entry.missed) and not entry.is_scored] == []


def test_where_the_type_is_not_known_96_of_100_guesses_are_judged_right() -> None:
    scored = [entry for entry in ENTRIES if entry.is_scored]
    wrong = sum(len(entry.taken) + len(entry.missed) for entry in scored)
    assert wrong / sum(len(entry.guesses) for entry in scored) < 0.04


def test_half_of_the_table_are_refusals() -> None:
    marks = [mark for entry in ENTRIES for _, mark in entry.guesses]
    refusals = sum(mark is not Mark.CORRECT for mark in marks)
    assert 0.4 < refusals / len(marks) < 0.65


def test_no_guess_is_listed_twice_under_an_answer() -> None:
    for entry in ENTRIES:
        guesses = [guess for guess, _ in entry.guesses]
        assert len(guesses) == len(set(guesses)), entry.name
