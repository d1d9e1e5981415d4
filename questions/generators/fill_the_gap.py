"""Fill the gap: a statement with one name blanked."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators import look_up
from questions.generators.asking import TRAIT, reply, worded
from questions.generators.english import indefinite
from questions.generators.evidence import Evidence
from questions.generators.generator import Draft, Pairs, compose, in_any_order
from questions.generators.proofs import Ask, Side
from questions.generators.wording import GAP, Slot, statement
from questions.question import Kind, Question

KIND = Kind.FILL_THE_GAP

Candidate = tuple[Fact, Side]


def candidates(evidence: Evidence) -> Sequence[Candidate]:
    """Both ends of every fact."""
    return Pairs(evidence.base.facts, (Side.OBJECT, Side.SUBJECT))


def key(candidate: Candidate) -> str:
    fact, side = candidate
    return f"{fact.id}/{side}"


def build(evidence: Evidence, candidate: Candidate, rng: Random) -> Question | None:
    """The statement of one fact with one of its names blanked; None where others are known to fit, or no fair
    question comes of it, or another kind asks for the same.
    """
    fact, side = candidate
    ask = Ask.of(fact, side)
    if not isinstance(ask.answer, str) or not evidence.sole(ask) or _asked_elsewhere(evidence, ask):
        return None
    base, gap = evidence.base, {str(side): Slot(GAP)}
    noun = base.kinds[base.entities[ask.answer].kind].noun
    prompt = f"Fill the gap with {indefinite(noun, base.articles)}: {statement(base, fact, **gap)}"
    found = reply(evidence, ask, prompt, rng)
    if found is None:
        return None
    options = in_any_order(found.answer.text, (fact,), found.wrongs, rng) if found.wrongs else ()
    draft = Draft(prompt, found.answer, statement(base, fact), (fact,), side, options, found.typed)
    return compose(evidence, KIND, draft)


def _asked_elsewhere(evidence: Evidence, ask: Ask) -> bool:
    """Whether a look-up or "which of these" asks for the same, so that the gap would say nothing new."""
    if look_up.owns(evidence, ask):
        return not look_up.as_gap(evidence, ask)
    return worded(evidence, TRAIT, ask) is not None
