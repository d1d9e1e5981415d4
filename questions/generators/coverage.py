"""Which facts no question speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from questions.facts.load import fact_lines
from questions.facts.model import FactBase
from questions.facts.reading.problem import Problem
from questions.generators.catalogue import GENERATORS
from questions.generators.generator import derive
from questions.generators.index import FactIndex

MOST_FACTS = 3_000
"""Building all questions of a larger pack takes long, and nobody reads so many lines."""


def silent_facts(base: FactBase, folder: Path) -> Iterator[Problem]:
    """A problem, with its line in facts.csv, for each fact that makes no question right.

    ``folder`` is the sound pack that ``base`` was loaded from; one with more than ``MOST_FACTS`` is not
    searched.
    """
    if len(base.facts) > MOST_FACTS:
        return
    heard = _heard(base)
    silent = [fact for fact in base.facts if fact.id not in heard]
    lines = fact_lines(folder) if silent else {}
    for fact in silent:
        yield Problem(
            folder / "facts.csv",
            lines[fact.id],
            f"no question comes of {fact.id}: give {fact.relation} a template to ask with, or the fact lures",
        )


def _heard(base: FactBase) -> set[str]:
    """The facts that questions speak of; a candidate whose facts are all among them is not built."""
    index, heard = FactIndex(base), set[str]()
    for generator in GENERATORS:
        for candidate in generator.candidates(index):
            facts = generator.facts(index, candidate)
            if facts and all(fact.id in heard for fact in facts):
                continue
            question = generator.build(index, candidate, derive(0, generator.kind, generator.key(candidate)))
            heard.update(question.facts if question else ())
    return heard
