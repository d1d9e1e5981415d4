"""Put these in order: three or four moments, the order of every two of which is certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from questions.arrangement import Arrangement
from questions.facts.model import Fact
from questions.generators.generator import Generator, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import told_in_order
from questions.generators.ranking import rankings
from questions.generators.timeline import Timeline, timelines
from questions.question import Answer

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
        facts = tuple(dict.fromkeys(fact for pair in pairwise(right) for fact in timeline.proof(*pair)))
        places = tuple(mixed.index(moment) for moment in right)
        arrangement = Arrangement(tuple(moment.shown for moment in mixed), places)
        prompt = timeline.wording.get("order") or index.base.grammar.put_in_order()
        told = told_in_order(index, right)
        turn = " ".join(moment.key for moment in right)
        answer = Answer(arrangement.tell(places))
        return QuestionParts(prompt, answer, told, facts, turn, arrangement=arrangement)
