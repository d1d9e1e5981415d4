"""Look-up: who plays whom, asked from either end of a fact whose other end is the only one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import prompt_of, reply
from questions.generators.evidence import Ask, Evidence, Side
from questions.generators.generator import Draft, Pairs, compose, in_any_order
from questions.generators.wording import slots_of, statement, template
from questions.question import Kind, Question

KIND = Kind.LOOK_UP

Candidate = tuple[Fact, Side]


def candidates(evidence: Evidence) -> Sequence[Candidate]:
    """Both ends of every fact."""
    return Pairs(evidence.base.facts, (Side.OBJECT, Side.SUBJECT))


def key(candidate: Candidate) -> str:
    fact, side = candidate
    return f"{fact.id}/{side}"


def owns(evidence: Evidence, ask: Ask) -> bool:
    """Whether this end of the fact is asked for here, and so not as "which of these"."""
    relation = evidence.relation(ask.fact)
    if not isinstance(ask.answer, str):
        return False
    named = template(relation, f"ask_{ask.side}", ask.fact)
    if named is None and relation.symmetric:
        named = template(relation, f"ask_{ask.side.other}", ask.fact)
    if named is None or not evidence.sole(ask):
        return False
    return evidence.unique(ask) or template(relation, f"{ask.side}_trait", ask.fact) is None


def build(evidence: Evidence, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one end of a fact; None where there is no template, no single answer, or no fair
    choice.
    """
    fact, side = candidate
    ask = Ask(fact, side)
    if not owns(evidence, ask):
        return None
    prompt = prompt_of(evidence, ask, slots_of(evidence.base, fact))
    found = reply(evidence, ask, prompt, rng) if prompt else None
    if prompt is None or found is None:
        return None
    options = in_any_order(found.answer.text, (fact,), found.wrongs, rng) if found.wrongs else ()
    return compose(
        evidence,
        KIND,
        Draft(prompt, found.answer, statement(evidence.base, fact), (fact,), side, options, found.typed),
    )
