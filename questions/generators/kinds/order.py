"""Put these in order: three or four moments, the order of every two of which is certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import told_in_order
from questions.generators.timeline import Moment, Timeline, timelines
from questions.question import Answer, WhyWrong

Candidate = tuple[Timeline, int, int, int]
"""A timeline, the place of the first moment, how many there are, and the way in which others are picked."""

_WRONG_ORDERS = 3


class Order(Generator[Candidate]):
    kind = "order"
    needs = "`event`, the object a date; or an `ordered` relation"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every moment as the first of three and as the first of four, picked in several ways."""
        return [
            (timeline, at, number, way)
            for timeline in timelines(index)
            for at in range(len(timeline.moments))
            for number in (3, 4)
            for way in timeline.ways()
        ]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        timeline, at, _, _ = candidate
        return (timeline.moments[at].fact,)

    def key(self, candidate: Candidate) -> str:
        timeline, at, number, way = candidate
        return f"{timeline.moments[at].key}/{number}/{way}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where too few moments follow, or an earlier way picked the same."""
        timeline, at, number, way = candidate
        right = _picked(timeline, at, number, way)
        if right is None:
            return None
        if any(right == _picked(timeline, at, number, before) for before in range(way)):
            return None
        mixed = rng.sample(right, number)
        numbers = {moment.key: str(place) for place, moment in enumerate(mixed, 1)}
        facts = tuple(dict.fromkeys(fact for pair in pairwise(right) for fact in timeline.proof(*pair)))
        wrong = [order for order in permutations(right) if list(order) != right]
        options = [Option(_spelt(right, numbers), None, facts)]
        for order in rng.sample(wrong, _WRONG_ORDERS):
            options.append(Option(_spelt(order, numbers), WhyWrong.DATES, _misplaced(timeline, order)))
        rng.shuffle(options)
        lines = [f"{place}. {moment.shown}" for place, moment in enumerate(mixed, 1)]
        prompt = "\n".join((index.base.grammar.put_in_order(), *lines))
        answer, told = Answer(_spelt(right, numbers)), told_in_order(index, right)
        turn = " ".join(moment.key for moment in right)
        return QuestionParts(prompt, answer, told, facts, turn, tuple(options))


def _picked(timeline: Timeline, at: int, number: int, way: int) -> list[Moment] | None:
    return timeline.pick(at, 1, number, f"order/{number}/{way}")


def _spelt(moments: Sequence[Moment], numbers: dict[str, str]) -> str:
    return ", ".join(numbers[moment.key] for moment in moments)


def _misplaced(timeline: Timeline, order: Sequence[Moment]) -> tuple[Fact, ...]:
    """What proves that two neighbours stand the wrong way round."""
    return next(proof for one, other in pairwise(order) if (proof := timeline.proof(other, one)))
