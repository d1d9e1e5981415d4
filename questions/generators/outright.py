"""Every end of every fact, asked for outright: what a person would write down who knows the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from questions.dates import PartialDate
from questions.facts.model import FactBase
from questions.generators.asking import ASK, date_answer, entity_answer, filled, number_answer
from questions.generators.generator import Pairs
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Side
from questions.question import Answer


class Outright(NamedTuple):
    """A prompt with its answer; no prompt where the pack has no words for it."""

    prompt: str
    answer: Answer


class OutrightQuestions(Sequence[Outright]):
    """The questions of a pack, each made when it is looked at."""

    def __init__(self, base: FactBase) -> None:
        self._index = FactIndex(base)
        self._ends = Pairs(base.facts, (Side.OBJECT, Side.SUBJECT))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> Outright: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Outright]: ...
    def __getitem__(self, at: int | slice) -> Outright | Sequence[Outright]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        fact, side = self._ends[at]
        ask = Ask.of(fact, side)
        return Outright(filled(self._index, ASK, ask) or "", self._answer(ask))

    def _answer(self, ask: Ask) -> Answer:
        if isinstance(ask.answer, PartialDate):
            return date_answer(ask.answer)
        if isinstance(ask.answer, Decimal):
            return number_answer(ask.answer)
        return entity_answer(self._index, ask.answer)
