"""Put these in order: three or four moments, the order of every two of which is certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import told_in_order
from questions.generators.ranking import rankings
from questions.generators.timeline import Moment, Timeline, timelines
from questions.question import Answer, WhyWrong

Candidate = tuple[Timeline, int, int]
"""A timeline, the place of the first moment, and how many there are."""

_STEP = 2  # so that a moment stands in few questions


class Order(Generator[Candidate]):
    kind = "order"
    needs = "`event`, the object a date; or `order`, the object a date or a number; or an `ordered` relation"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every other moment as the first of some, of three and four by turns."""
        return [
            (timeline, at, 3 + at // _STEP % 2)
            for timeline in (*timelines(index), *rankings(index, "order"))
            for at in range(0, len(timeline.moments), _STEP)
        ]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        timeline, at, _ = candidate
        return (timeline.moments[at].fact,)

    def key(self, candidate: Candidate) -> str:
        timeline, at, number = candidate
        return f"{timeline.moments[at].key}/{number}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where too few moments follow."""
        timeline, at, number = candidate
        right = timeline.pick(at, 1, number, self.kind)
        if right is None:
            return None
        mixed = rng.sample(right, number)
        numbers = {moment.key: str(place) for place, moment in enumerate(mixed, 1)}
        facts = tuple(dict.fromkeys(fact for pair in pairwise(right) for fact in timeline.proof(*pair)))
        wrong = _tempting([order for order in permutations(right) if list(order) != right], right, rng)
        options = [Option(_spelt(right, numbers), None, facts)]
        for order in wrong:
            options.append(Option(_spelt(order, numbers), WhyWrong.DATES, _misplaced(timeline, order)))
        rng.shuffle(options)
        lines = [f"{place}. {moment.shown}" for place, moment in enumerate(mixed, 1)]
        prompt = "\n".join((timeline.wording.get("order") or index.base.grammar.put_in_order(), *lines))
        answer, told = Answer(_spelt(right, numbers)), told_in_order(index, right)
        turn = " ".join(moment.key for moment in right)
        return QuestionParts(prompt, answer, told, facts, turn, tuple(options))


def _tempting(
    orders: Sequence[Sequence[Moment]], right: Sequence[Moment], rng: Random
) -> Sequence[Sequence[Moment]]:
    """Three of the wrong orders: one begins like the right one and another ends like it, so that to know the
    first or the last alone decides nothing.
    """
    first = rng.choice([order for order in orders if order[0] == right[0]])
    last = rng.choice([order for order in orders if order[-1] == right[-1]])
    others = [order for order in orders if order not in (first, last) and order[0] != right[0]]
    return [first, last, rng.choice(others)]


def _spelt(moments: Sequence[Moment], numbers: dict[str, str]) -> str:
    return ", ".join(numbers[moment.key] for moment in moments)


def _misplaced(timeline: Timeline, order: Sequence[Moment]) -> tuple[Fact, ...]:
    """What proves that two neighbours stand the wrong way round."""
    return next(proof for one, other in pairwise(order) if (proof := timeline.proof(other, one)))
