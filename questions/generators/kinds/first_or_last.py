"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.timeline import Moment, Timeline, timelines
from questions.question import Answer, WhyWrong

Candidate = tuple[Timeline, int, str, int]
"""A timeline, the place of the moment in question, the turn, and the way in which others are picked."""

_MOMENTS = 4
_FIRST, _LAST = "first", "last"


class FirstOrLast(Generator[Candidate]):
    kind = "first_or_last"
    pleasure = -0.5
    needs = "`event`, the object a date; or an `ordered` relation"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every moment as the first of some and as the last of some, picked in several ways."""
        return [
            (timeline, at, turn, way)
            for timeline in timelines(index)
            for at in range(len(timeline.moments))
            for turn in (_FIRST, _LAST)
            for way in timeline.ways()
        ]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        timeline, at, _, _ = candidate
        return (timeline.moments[at].fact,)

    def key(self, candidate: Candidate) -> str:
        timeline, at, turn, way = candidate
        return f"{timeline.moments[at].key}/{turn}/{way}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where the same moments are asked about already."""
        timeline, at, turn, way = candidate
        moments = _picked(timeline, at, turn, way)
        if moments is None or _asked_before(timeline, moments, at, turn, way):
            return None
        right, *others = moments
        pairs = [(right, other) if turn == _FIRST else (other, right) for other in others]
        proofs = [timeline.proof(*pair) for pair in pairs]
        facts = tuple(dict.fromkeys((right.fact, *(fact for proof in proofs for fact in proof))))
        options = [Option(right.shown, None, (right.fact,))]
        options += [
            Option(other.shown, WhyWrong.DATES, proof) for other, proof in zip(others, proofs, strict=True)
        ]
        rng.shuffle(options)
        prompt = index.base.grammar.which_came(first=turn == _FIRST)
        told = told_in_order(index, moments if turn == _FIRST else moments[::-1])
        return QuestionParts(prompt, Answer(right.shown), told, facts, turn, tuple(options))


def told_in_order(index: FactIndex, moments: Sequence[Moment]) -> str:
    """The reveal: the moments, from the first to the last, each with its date where it has one."""
    return index.base.grammar.in_order([(moment.text, moment.date) for moment in moments])


def _picked(timeline: Timeline, at: int, turn: str, way: int) -> list[Moment] | None:
    return timeline.pick(at, 1 if turn == _FIRST else -1, _MOMENTS, f"{turn}/{way}")


def _asked_before(timeline: Timeline, moments: Sequence[Moment], at: int, turn: str, way: int) -> bool:
    """Whether an earlier way picked the same, or all are asked for their first one."""
    others = [_picked(timeline, at, turn, before) for before in range(way)]
    if turn == _LAST:
        first = timeline.places[moments[-1]]
        others += [_picked(timeline, first, _FIRST, each) for each in timeline.ways()]
    return any(other is not None and set(moments) == set(other) for other in others)
