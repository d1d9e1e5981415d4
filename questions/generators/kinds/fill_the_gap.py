"""Fill the gap: a statement with one name blanked."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import TRAIT, reply, worded
from questions.generators.generator import Draft, Pairs, compose, in_any_order
from questions.generators.index import FactIndex
from questions.generators.kinds import look_up
from questions.generators.proofs import Ask, Side
from questions.generators.wording import GAP, Slot, statement
from questions.grammar.english import indefinite
from questions.question import Kind, Question

KIND = Kind.FILL_THE_GAP

Candidate = tuple[Fact, Side]


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Both ends of every fact."""
    return Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT))


def key(candidate: Candidate) -> str:
    fact, side = candidate
    return f"{fact.id}/{side}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The statement of one fact with one of its names blanked; None where others are known to fit, or no fair
    question comes of it, or another kind asks for the same.
    """
    fact, side = candidate
    ask = Ask.of(fact, side)
    if not isinstance(ask.answer, str) or not index.sole(ask) or _asked_elsewhere(index, ask):
        return None
    base, gap = index.base, {str(side): Slot(GAP)}
    noun = base.kinds[base.entities[ask.answer].kind].noun
    prompt = f"Fill the gap with {indefinite(noun, base.articles)}: {statement(base, fact, **gap)}"
    found = reply(index, ask, prompt, rng)
    if found is None:
        return None
    options = in_any_order(found.answer.text, (fact,), found.wrongs, rng) if found.wrongs else ()
    draft = Draft(prompt, found.answer, statement(base, fact), (fact,), side, options, found.typed)
    return compose(index, KIND, draft)


def _asked_elsewhere(index: FactIndex, ask: Ask) -> bool:
    """Whether a look-up or "which of these" asks for the same, so that the gap would say nothing new."""
    if look_up.owns(index, ask):
        return not look_up.as_gap(index, ask)
    return worded(index, TRAIT, ask) is not None
