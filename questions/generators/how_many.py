"""How many: a number that a fact states, or the length of a list that is complete."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from questions.facts.model import Fact
from questions.generators import english
from questions.generators.asking import ASK, ASK_COUNT, Reply, filled, number_reply, reply
from questions.generators.evidence import Evidence, Group
from questions.generators.generator import Draft, compose, in_any_order
from questions.generators.proofs import Ask, Side
from questions.generators.wording import shown, statement
from questions.question import Kind, Question

KIND = Kind.HOW_MANY

Candidate = Fact | Group

_MOST_COUNTED = 40


def candidates(evidence: Evidence) -> Sequence[Candidate]:
    """Every fact whose object is a number, and every complete group."""
    numbers = [
        fact
        for relation in evidence.base.relations.values()
        if relation.is_number
        for fact in evidence.facts_of(relation)
    ]
    return [*numbers, *evidence.complete_groups]


def key(candidate: Candidate) -> str:
    if isinstance(candidate, Fact):
        return candidate.id
    return f"{candidate.relation.id}/{candidate.side}/{candidate.given}"


def build(evidence: Evidence, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one number or one list; None where it has no template or the prompt holds the
    number.
    """
    if isinstance(candidate, Group):
        return _count(evidence, candidate, rng)
    ask = Ask.of(candidate, Side.OBJECT)
    prompt = filled(evidence, ASK, ask)
    found = reply(evidence, ask, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    return _question(evidence, prompt, found, statement(evidence.base, candidate), (candidate,), "", rng)


def _count(evidence: Evidence, group: Group, rng: Random) -> Question | None:
    asks = evidence.asks(group)
    if len(asks) > _MOST_COUNTED or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    prompt = filled(evidence, ASK_COUNT, asks[0])
    facts = tuple(ask.fact for ask in asks)
    found = number_reply(Decimal(len(asks)), facts, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    names = sorted(shown(evidence.base, ask.answer) for ask in asks)
    said = f"{english.capital_first(english.count_word(len(names)))}: {english.listed(names)}."
    return _question(evidence, prompt, found, said, facts, f"count/{group.side}", rng)


def _question(
    evidence: Evidence, prompt: str, found: Reply, said: str, facts: tuple[Fact, ...], turn: str, rng: Random
) -> Question:
    options = in_any_order(found.answer.text, facts, found.wrongs, rng) if found.wrongs else ()
    return compose(evidence, KIND, Draft(prompt, found.answer, said, facts, turn, options, found.typed))
