"""Which questions speak of a fact, and which facts none speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from questions.facts.load import fact_lines
from questions.facts.model import FactBase
from questions.facts.reading.problem import Problem
from questions.generators.catalogue import GENERATORS, all_questions
from questions.generators.generator import derive
from questions.generators.index import FactIndex
from questions.question import Question

MOST_FACTS = 3_000
"""Building all questions of a larger pack takes long, and nobody reads so many lines."""

MOST_CANDIDATES = 5_000
"""Candidates of a kind that are looked at for the questions about one fact."""


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


def questions_about(base: FactBase, fact: str) -> Iterator[Question]:
    """Of each kind the first question that the fact makes right."""
    index = FactIndex(base)
    for generator in GENERATORS:
        for candidate in islice(generator.candidates(index), MOST_CANDIDATES):
            stands_on = [one.id for one in generator.facts(index, candidate)]
            if stands_on and fact not in stands_on:
                continue
            question = generator.build(index, candidate, derive(0, generator.kind, generator.key(candidate)))
            if question is not None and fact in question.facts:
                yield question
                break
