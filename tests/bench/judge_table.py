"""``python -m tests.bench.judge_table``: the judge on the table of cases, beside two plain ways to compare.

A guess that is close counts as not accepted. The plain ways get the accepted forms, or those of the answer
line, and normalised text; the ratio is rapidfuzz's WRatio at 90.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from questions.judging.answerline import read_line
from questions.judging.normalise import phrase
from questions.judging.verdict import Mark
from tests.questions.judging.table import Entry, entries

RATIO = 90
Way = Callable[[Entry], Callable[[str], bool]]


@dataclass(frozen=True)
class Score:
    """How one way to judge does on the table."""

    name: str
    guesses: int
    wrong_accepts: int
    wrong_refusals: int

    @property
    def accuracy(self) -> float:
        return 1 - (self.wrong_accepts + self.wrong_refusals) / self.guesses

    def __str__(self) -> str:
        return (
            f"{self.name:28} accuracy {self.accuracy:7.2%}   wrong accepts {self.wrong_accepts:4}   "
            f"wrong refusals {self.wrong_refusals:4}   of {self.guesses} guesses"
        )


def scores() -> list[Score]:
    """The judge, plain equality and the ratio, in that order."""
    table = entries()
    return [
        _score("judge", table, _judge),
        _score("normalised equality", table, _equality),
        _score(f"rapidfuzz WRatio >= {RATIO}", table, _ratio),
    ]


def _score(name: str, table: list[Entry], way: Way) -> Score:
    guesses = accepts = refusals = 0
    for entry in table:
        accepted = way(entry)
        for guess, mark in entry.guesses:
            guesses += 1
            right = mark is Mark.CORRECT
            accepts += accepted(guess) and not right
            refusals += right and not accepted(guess)
    return Score(name, guesses, accepts, refusals)


def _forms(entry: Entry) -> list[str]:
    line = read_line(entry.answer.line) if entry.answer.line else None
    written = [form.text for form in (*line.main, *line.accepted)] if line else []
    return [" ".join(phrase(form).words) for form in (*entry.answer.accepted, *written)]


def _judge(entry: Entry) -> Callable[[str], bool]:
    prepared = entry.prepared()
    return lambda guess: prepared.judge(guess).correct


def _equality(entry: Entry) -> Callable[[str], bool]:
    keys = {phrase(form).squash for form in _forms(entry)}
    return lambda guess: phrase(guess).squash in keys


def _ratio(entry: Entry) -> Callable[[str], bool]:
    forms = _forms(entry)
    return lambda guess: any(fuzz.WRatio(" ".join(phrase(guess).words), form) >= RATIO for form in forms)


def main() -> None:
    """Print a line for each way."""
    sys.stdout.writelines(f"{score}\n" for score in scores())


if __name__ == "__main__":
    main()
