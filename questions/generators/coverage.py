"""Which facts no question speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from questions.facts.load import fact_lines
from questions.facts.model import FactBase
from questions.facts.reading.problem import Problem
from questions.generators.catalogue import all_questions

MOST_FACTS = 3_000
"""Building all questions of a larger pack takes long, and nobody reads so many lines."""


def silent_facts(base: FactBase, folder: Path) -> Iterator[Problem]:
    """A problem, with its line in facts.csv, for each fact that makes no question right.

    ``folder`` is the sound pack that ``base`` was loaded from; one with more than ``MOST_FACTS`` is not
    searched.
    """
    if len(base.facts) > MOST_FACTS:
        return
    heard = {fact for question in all_questions(base, 0) for fact in question.facts}
    silent = [fact for fact in base.facts if fact.id not in heard]
    lines = fact_lines(folder) if silent else {}
    for fact in silent:
        yield Problem(
            folder / "facts.csv",
            lines[fact.id],
            f"no question comes of {fact.id}: give {fact.relation} a template to ask with, or the fact lures",
        )
