"""Which of these has the most, or the least: numbers that are clearly apart, compared."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Generator, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import one_end_of
from questions.generators.ranking import Ranking, rankings
from questions.question import WhyWrong

Candidate = tuple[Ranking, int, str]
"""A ranking, the place of the thing in question, and whether it is the most or the least of some."""

_LEAST_OF = 3  # the lowest third is asked for as the least, all others as the most
_MOST, _LEAST = "most", "least"


class MostOrLeast(Generator[Candidate]):
    kind = "most_or_least"
    share = 2.0
    pleasure = 1.0
    needs = "`ask_most` or `ask_least`, the object a number, one a subject"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Each thing once in each ranking."""
        return [
            (ranking, at, turn)
            for ranking in rankings(index, "ask_most", "ask_least")
            if ranking.relation.is_number
            for at in range(len(ranking.moments))
            if f"ask_{(turn := _turn(ranking, at))}" in ranking.wording
        ]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        ranking, at, _ = candidate
        return (ranking.moments[at].fact,)

    def key(self, candidate: Candidate) -> str:
        ranking, at, turn = candidate
        return f"{ranking.moments[at].key}/{turn}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where too few of the others are clearly apart."""
        ranking, at, turn = candidate
        prompt = ranking.wording[f"ask_{turn}"]
        return one_end_of(index, ranking, at, -1 if turn == _MOST else 1, turn, prompt, WhyWrong.COUNT, rng)


def _turn(ranking: Ranking, at: int) -> str:
    return _LEAST if _LEAST_OF * at < len(ranking.moments) else _MOST
