"""When: a year, a month or a date, as precisely as the fact knows it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK, filled, reply
from questions.generators.generator import Draft, compose, in_any_order
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement
from questions.question import Kind, Question

KIND = Kind.WHEN


def candidates(index: FactIndex) -> Sequence[Fact]:
    """Every fact whose object is a date."""
    relations = index.base.relations.values()
    return [fact for relation in relations if relation.is_date for fact in index.facts_of(relation)]


def key(candidate: Fact) -> str:
    return candidate.id


def build(index: FactIndex, candidate: Fact, rng: Random) -> Question | None:
    """The question for one date; None where there may be several, or the prompt holds its year."""
    ask = Ask.of(candidate, Side.OBJECT)
    prompt = filled(index, ASK, ask)
    found = reply(index, ask, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    options = in_any_order(found.answer.text, (candidate,), found.wrongs, rng) if found.wrongs else ()
    said = statement(index.base, candidate)
    return compose(index, KIND, Draft(prompt, found.answer, said, (candidate,), "", options, found.typed))
