"""Questions before they are made: the candidates of one kind, and what was learnt of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from questions.bank.wanted import Wanted
from questions.facts.model import Fact, FactBase
from questions.generators.catalogue import GENERATORS
from questions.generators.generator import AnyGenerator, derive
from questions.generators.index import FactIndex
from questions.question import Kind, Question


class Label(NamedTuple):
    """What must be known of a question to pass it over."""

    id: str
    level: int
    spoiler: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lot:
    """The candidates of one kind in one pack.

    ``make`` is given a candidate's number, and a Random for other wrong choices than the usual ones; it
    returns None where there is no fair question. ``fact`` is what a candidate is known to be about before
    its question is made. ``labels`` keeps what was learnt of the usual questions.
    """

    kind: Kind
    size: int
    make: Callable[[int, Random | None], Question | None]
    fact: Callable[[int], Fact | None]
    labels: dict[int, Label | None] = field(default_factory=dict)


class Find:
    """A candidate, and the question that is made of it when it is needed."""

    __slots__ = ("_at", "_lot", "_question")

    def __init__(self, lot: Lot, at: int) -> None:
        self._lot, self._at = lot, at
        self._question: Question | None = None

    def may_fit(self, wanted: Wanted) -> bool:
        """False where already its fact is too hard or a spoiler, which no question about it can mend."""
        fact = self._lot.fact(self._at)
        if fact is None:
            return True
        return wanted.fits(max(fact.level, wanted.level or fact.level), fact.spoiler)

    @property
    def label(self) -> Label | None:
        """None where no fair question can be made."""
        labels = self._lot.labels
        if self._at not in labels:
            made = self._question = self._lot.make(self._at, None)
            labels[self._at] = Label(made.id, made.level, made.spoiler) if made else None
        return labels[self._at]

    @property
    def question(self) -> Question:
        """The question with its usual wrong choices, of a candidate that has a label."""
        if self._question is None:
            self._question = self._lot.make(self._at, None)
        assert self._question is not None
        return self._question

    def variant(self, rng: Random) -> Question | None:
        """The question with other wrong choices in another order, where there are such."""
        usual, other = self.question, self._lot.make(self._at, rng)
        if other is None or other.id != usual.id or bool(other.choices) != bool(usual.choices):
            return None
        return other


def lots_of(base: FactBase) -> tuple[Lot, ...]:
    """All that the generators may find in a pack, a lot a kind.

    What costs as much as the pack is long is done here, so that the first quiz need not wait for it; of the
    questions only the first of each lot is made.
    """
    index = FactIndex(base)
    for kind in base.by_kind:
        index.common(kind)
    for relation in base.relations.values():
        for fact in index.shuffled(relation)[:1]:
            index.siblings(fact, Random(0))
    lots = tuple(_generated(index, generator) for generator in GENERATORS)
    for lot in lots:
        if lot.size:
            lot.make(0, None)
    return lots


def authored(questions: Sequence[Question]) -> Lot:
    """Questions that people wrote, which are as they are."""
    return Lot(Kind.AUTHORED, len(questions), lambda at, _: questions[at], lambda _: None)


def in_random_order(lots: Sequence[Lot], rng: Random) -> Iterator[Find]:
    """Every candidate of the lots once, at the cost of only those that are taken."""
    for number in _shuffled(sum(lot.size for lot in lots), rng):
        for lot in lots:
            if number < lot.size:
                yield Find(lot, number)
                break
            number -= lot.size


def _generated(index: FactIndex, generator: AnyGenerator) -> Lot:
    candidates = generator.candidates(index)

    def make(at: int, rng: Random | None) -> Question | None:
        candidate = candidates[at]
        return generator.build(index, candidate, rng or derive(0, generator.KIND, generator.key(candidate)))

    def fact(at: int) -> Fact | None:
        candidate: object = candidates[at]
        while isinstance(candidate, tuple):
            candidate = candidate[0]
        return candidate if isinstance(candidate, Fact) else None

    return Lot(generator.KIND, len(candidates), make, fact)


def _shuffled(count: int, rng: Random) -> Iterator[int]:
    """The numbers below ``count``: a shuffle that keeps only the places that it has touched."""
    moved: dict[int, int] = {}
    for end in range(count - 1, -1, -1):
        at = rng.randint(0, end)
        last = moved.pop(end, end)
        if at == end:
            yield last
        else:
            yield moved.get(at, at)
            moved[at] = last
