"""How many: a number that a fact states, or the length of a list that is complete."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK, ASK_COUNT, Reply, filled, number_reply, reply
from questions.generators.generator import Draft, compose, in_any_order
from questions.generators.index import FactIndex, Group
from questions.generators.proofs import Ask, Side
from questions.generators.wording import shown, statement
from questions.grammar import english
from questions.question import Kind, Question

KIND = Kind.HOW_MANY

Candidate = Fact | Group

_MOST_COUNTED = 40


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Every fact whose object is a number, and every complete group."""
    numbers = [
        fact
        for relation in index.base.relations.values()
        if relation.is_number
        for fact in index.facts_of(relation)
    ]
    return [*numbers, *index.complete_groups]


def key(candidate: Candidate) -> str:
    if isinstance(candidate, Fact):
        return candidate.id
    return f"{candidate.relation.id}/{candidate.side}/{candidate.given}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one number or one list; None where it has no template or the prompt holds the
    number.
    """
    if isinstance(candidate, Group):
        return _count(index, candidate, rng)
    ask = Ask.of(candidate, Side.OBJECT)
    prompt = filled(index, ASK, ask)
    found = reply(index, ask, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    return _question(index, prompt, found, statement(index.base, candidate), (candidate,), "", rng)


def _count(index: FactIndex, group: Group, rng: Random) -> Question | None:
    asks = index.asks(group)
    if len(asks) > _MOST_COUNTED or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    prompt = filled(index, ASK_COUNT, asks[0])
    facts = tuple(ask.fact for ask in asks)
    found = number_reply(Decimal(len(asks)), facts, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    names = sorted(shown(index.base, ask.answer) for ask in asks)
    said = f"{english.capital_first(english.count_word(len(names)))}: {english.listed(names)}."
    return _question(index, prompt, found, said, facts, f"count/{group.side}", rng)


def _question(
    index: FactIndex, prompt: str, found: Reply, said: str, facts: tuple[Fact, ...], turn: str, rng: Random
) -> Question:
    options = in_any_order(found.answer.text, facts, found.wrongs, rng) if found.wrongs else ()
    return compose(index, KIND, Draft(prompt, found.answer, said, facts, turn, options, found.typed))
