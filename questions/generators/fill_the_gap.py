"""Fill the gap: a statement with one name blanked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators import look_up
from questions.generators.asking import reply
from questions.generators.evidence import Evidence, mix
from questions.generators.generator import Draft, compose, in_any_order
from questions.generators.proofs import Ask, Side
from questions.generators.wording import GAP, Slot, statement
from questions.question import Kind, Question

KIND = Kind.FILL_THE_GAP


def candidates(evidence: Evidence) -> Sequence[Fact]:
    """Every fact once."""
    return evidence.base.facts


def key(candidate: Fact) -> str:
    return candidate.id


def build(evidence: Evidence, candidate: Fact, rng: Random) -> Question | None:
    """The statement of one fact with one of its names blanked, the one that no look-up asks for if there is
    such a one; None where others are known to fit, or no fair choice can be proved.
    """
    for ask in _ends(evidence, candidate):
        gap = {str(ask.side): Slot(GAP)}
        prompt = f"Fill the gap: {statement(evidence.base, candidate, **gap)}"
        found = reply(evidence, ask, prompt, rng)
        if found is not None:
            options = in_any_order(found.answer.text, (candidate,), found.wrongs, rng) if found.wrongs else ()
            said = statement(evidence.base, candidate)
            draft = Draft(prompt, found.answer, said, (candidate,), ask.side, options, found.typed)
            return compose(evidence, KIND, draft)
    return None


def _ends(evidence: Evidence, fact: Fact) -> Iterator[Ask]:
    """The ends to blank, each the only one known to fit, in the order of preference."""
    asks = [Ask.of(fact, side) for side in (Side.OBJECT, Side.SUBJECT)]
    if mix(fact.id) % 2:
        asks.reverse()
    for ask in sorted(asks, key=lambda ask: look_up.owns(evidence, ask)):
        if isinstance(ask.answer, str) and evidence.sole(ask):
            yield ask
