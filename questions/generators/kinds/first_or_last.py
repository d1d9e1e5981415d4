"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.ranking import rankings
from questions.generators.timeline import Moment, Timeline, timelines
from questions.question import Answer, WhyWrong

Candidate = tuple[Timeline, int, str]
"""A timeline, the place of the moment in question, and whether it is the first or the last."""

_MOMENTS = 4
_FIRST, _LAST = "first", "last"


class FirstOrLast(Generator[Candidate]):
    kind = "first_or_last"
    pleasure = -0.5
    needs = "`event`, or `ask_first` and `ask_last`, the object a date; or an `ordered` relation"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Each moment once: the earlier half as the first of some, the later half as the last of some."""
        return [
            (timeline, at, _FIRST if 2 * at < len(timeline.moments) else _LAST)
            for timeline in (*timelines(index), *rankings(index, "ask_first", "ask_last"))
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
        usual = index.base.grammar.which_came(first=turn == _FIRST)
        prompt = timeline.wording.get(f"ask_{turn}", usual)
        step = 1 if turn == _FIRST else -1
        return one_end_of(index, timeline, at, step, turn, prompt, WhyWrong.DATES, rng)


def one_end_of(
    index: FactIndex,
    timeline: Timeline,
    at: int,
    step: int,
    turn: str,
    prompt: str,
    why: WhyWrong,
    rng: Random,
) -> QuestionParts | None:
    """Which of four is the first of all (``step`` 1) or the last (-1): the one at ``at``."""
    moments = timeline.pick(at, step, _MOMENTS, turn)
    if moments is None:
        return None
    right, *others = moments
    pairs = [(right, other) if step > 0 else (other, right) for other in others]
    proofs = [timeline.proof(*pair) for pair in pairs]
    facts = tuple(dict.fromkeys((right.fact, *(fact for proof in proofs for fact in proof))))
    options = [Option(right.shown, None, (right.fact,))]
    options += [Option(other.shown, why, proof) for other, proof in zip(others, proofs, strict=True)]
    rng.shuffle(options)
    told = told_in_order(index, moments if step > 0 or right.value else moments[::-1])
    return QuestionParts(prompt, Answer(right.shown), told, facts, turn, tuple(options))


def told_in_order(index: FactIndex, moments: Sequence[Moment]) -> str:
    """The reveal: the moments, from the first to the last, each with its date where it has one; or things as
    they are ranked, each with its value.
    """
    if all(moment.value for moment in moments):
        return index.base.grammar.ranked([(moment.text, moment.value) for moment in moments])
    return index.base.grammar.in_order([(moment.text, moment.date) for moment in moments])
