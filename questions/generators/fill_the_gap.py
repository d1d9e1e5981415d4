"""Fill the gap: a statement with one name blanked."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators import look_up
from questions.generators.asking import TRAIT, reply, worded
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
    """The statement of one fact with one of its names blanked; None where others are known to fit, or where
    no fair question comes of it.

    An end that no other kind asks for is taken first. One that is asked for with choices elsewhere is to be
    typed here, so that it is another task.
    """
    base = evidence.base
    for ask, asked in _ends(evidence, candidate):
        gap = {str(ask.side): Slot(GAP)}
        prompt = f"Fill the gap: {statement(base, candidate, **gap)}"
        found = reply(evidence, ask, prompt, rng)
        if found is None or (asked and not found.typed):
            continue
        wrongs = () if asked else found.wrongs
        options = in_any_order(found.answer.text, (candidate,), wrongs, rng) if wrongs else ()
        said = statement(base, candidate)
        draft = Draft(prompt, found.answer, said, (candidate,), ask.side, options, found.typed)
        return compose(evidence, KIND, draft)
    return None


def _ends(evidence: Evidence, fact: Fact) -> list[tuple[Ask, bool]]:
    """The ends that can be blanked, each the only one known to fit, and whether it is asked for elsewhere."""
    asks = [Ask.of(fact, side) for side in (Side.OBJECT, Side.SUBJECT)]
    if mix(fact.id) % 2:
        asks.reverse()
    named = [ask for ask in asks if isinstance(ask.answer, str) and evidence.sole(ask)]
    ends = [(ask, look_up.owns(evidence, ask) or worded(evidence, TRAIT, ask) is not None) for ask in named]
    return sorted(ends, key=lambda end: end[1])
