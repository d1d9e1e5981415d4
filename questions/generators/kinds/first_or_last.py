"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.timeline import Moment, Timeline, timelines
from questions.question import Answer, WhyWrong

Candidate = tuple[Timeline, int, str]
"""A timeline, the place of the moment in question, and whether it is the first or the last."""

_MOMENTS = 4
_FIRST, _LAST = "first", "last"


class FirstOrLast(Generator[Candidate]):
    kind = "first_or_last"
    pleasure = -0.5
    needs = (
        "`event`, the object a date; or an `ordered` relation, with `ask_first` and `ask_last` if you like"
    )

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Each moment once: the earlier half as the first of some, the later half as the last of some."""
        return [
            (timeline, at, _FIRST if 2 * at < len(timeline.moments) else _LAST)
            for timeline in timelines(index)
            for at in range(len(timeline.moments))
        ]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        timeline, at, _ = candidate
        return (timeline.moments[at].fact,)

    def key(self, candidate: Candidate) -> str:
        timeline, at, turn = candidate
        return f"{timeline.moments[at].key}/{turn}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where there are too few moments around."""
        timeline, at, turn = candidate
        moments = timeline.pick(at, 1 if turn == _FIRST else -1, _MOMENTS, turn)
        if moments is None:
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
        usual = index.base.grammar.which_came(first=turn == _FIRST)
        prompt = timeline.wording.get(f"ask_{turn}", usual)
        told = told_in_order(index, moments if turn == _FIRST else moments[::-1])
        return QuestionParts(prompt, Answer(right.shown), told, facts, turn, tuple(options))


def told_in_order(index: FactIndex, moments: Sequence[Moment]) -> str:
    """The reveal: the moments, from the first to the last, each with its date where it has one."""
    return index.base.grammar.in_order([(moment.text, moment.date) for moment in moments])
