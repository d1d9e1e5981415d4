"""Look-up: who plays whom, asked from either end of a fact whose other end is the only one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK, filled, is_looked_up, reply
from questions.generators.generator import Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement

Candidate = tuple[Fact, Side]


class LookUp(Generator[Candidate]):
    kind = "look_up"
    share = 4.0
    needs = "`ask_object` or `ask_subject`; with choices where three wrong ones can be proved"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Both ends of every fact."""
        return Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return candidate[:1]

    def key(self, candidate: Candidate) -> str:
        fact, side = candidate
        return f"{fact.id}/{side}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        fact, side = candidate
        ask = Ask.of(fact, side)
        prompt = filled(index, ASK, ask) if is_looked_up(index, ask) else None
        answered = reply(index, ask, prompt, rng) if prompt else None
        if prompt is None or answered is None:
            return None
        answer, options = answered.answer, in_any_order(answered.answer.text, (fact,), answered.wrongs, rng)
        return QuestionParts(
            prompt, answer, statement(index.base, fact), (fact,), side, options, answered.typed
        )
