from __future__ import annotations

import pytest

from questions.judging.verdict import Mark
from tests.questions.judging.table import Entry, entries

ENTRIES = entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_judge_says_what_a_fair_quizmaster_says(entry: Entry) -> None:
    prepared = entry.prepared()
    said = {guess: prepared.judge(guess) for guess, _ in entry.guesses}
    assert not [
        f"{guess!r}: {said[guess].mark}, not {mark} ({said[guess].reason})"
        for guess, mark in entry.guesses
        if said[guess].mark is not mark
    ]


def test_half_of_the_table_are_refusals() -> None:
    marks = [mark for entry in ENTRIES for _, mark in entry.guesses]
    assert len(marks) >= 600
    refusals = sum(mark is not Mark.CORRECT for mark in marks)
    assert 0.4 < refusals / len(marks) < 0.65


def test_no_guess_stands_twice_under_an_answer() -> None:
    for entry in ENTRIES:
        guesses = [guess for guess, _ in entry.guesses]
        assert len(guesses) == len(set(guesses)), entry.name
