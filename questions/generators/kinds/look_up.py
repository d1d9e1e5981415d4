"""Look-up: who plays whom, asked from either end of a fact whose other end is the only one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK, TRAIT, filled, reply, typeable, worded
from questions.generators.generator import Draft, Pairs, compose, in_any_order
from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement
from questions.question import Kind, Question

KIND = Kind.LOOK_UP

Candidate = tuple[Fact, Side]


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Both ends of every fact."""
    return Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT))


def key(candidate: Candidate) -> str:
    fact, side = candidate
    return f"{fact.id}/{side}"


def owns(index: FactIndex, ask: Ask) -> bool:
    """Whether this end of the fact is asked for here; else "which of these" has to ask for it.

    That is where the answer is no entity, where others are known to fit, or where others might fit and the
    pack can word it as "which of these".
    """
    if not isinstance(ask.answer, str) or worded(index, ASK, ask) is None or not index.sole(ask):
        return False
    return index.unique(ask) or worded(index, TRAIT, ask) is None


def as_gap(index: FactIndex, ask: Ask) -> bool:
    """Whether an end that is asked for here is left to "fill the gap", which would ask the same in nearly the
    same words: always for two of five.
    """
    return mix(f"{ask.fact.id}/{ask.side}") % 5 < 2 and index.unique(ask) and typeable(index, str(ask.answer))


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one end of a fact; None where there is no template, no single answer, or no fair
    choice.
    """
    fact, side = candidate
    ask = Ask.of(fact, side)
    prompt = filled(index, ASK, ask) if owns(index, ask) and not as_gap(index, ask) else None
    found = reply(index, ask, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    options = in_any_order(found.answer.text, (fact,), found.wrongs, rng) if found.wrongs else ()
    said = statement(index.base, fact)
    return compose(index, KIND, Draft(prompt, found.answer, said, (fact,), side, options, found.typed))
