"""When: a year, a month or a date, as precisely as the fact knows it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Fact
from questions.generators.asking import ASK, Wordings, date_reply, filled, reply
from questions.generators.generator import Generator, QuestionParts, in_any_order
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement

_ASK_YEAR: Wordings = {Side.OBJECT: "ask_year", Side.SUBJECT: "ask_year"}


class When(Generator[Fact]):
    kind = "when"
    pleasure = -0.3
    needs = "`ask_object` or `ask_year`, the object a date"

    def candidates(self, index: FactIndex) -> Sequence[Fact]:
        """Every fact whose object is a date."""
        dated = [relation for relation in index.base.relations.values() if relation.is_date]
        return [fact for relation in dated for fact in index.facts_of(relation)]

    def facts(self, index: FactIndex, candidate: Fact) -> Sequence[Fact]:
        return (candidate,)

    def key(self, candidate: Fact) -> str:
        return candidate.id

    def parts(self, index: FactIndex, candidate: Fact, rng: Random) -> QuestionParts | None:
        """None where there may be several dates, or the prompt holds the year."""
        ask = Ask.of(candidate, Side.OBJECT)
        prompt = filled(index, _ASK_YEAR, ask)
        if prompt and isinstance(candidate.object, PartialDate):
            answered = date_reply(index, ask, PartialDate(candidate.object.year), prompt, rng)
        else:
            prompt = filled(index, ASK, ask)
            answered = reply(index, ask, prompt, rng) if prompt else None
        if prompt is None or answered is None:
            return None
        options = in_any_order(answered.answer.text, (candidate,), answered.wrongs, rng)
        told = statement(index.base, candidate)
        return QuestionParts(
            prompt, answered.answer, told, (candidate,), options=options, typed=answered.typed
        )
