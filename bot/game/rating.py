"""How strong players are and how hard questions, estimated from each other answer by answer.

A player of skill ``s`` is right about a question of skill ``q`` with the chance
``c + (1 - c) / (1 + exp(q - s))``,
where ``c`` is that of a blind guess. An estimate is a mean and a variance; an answer moves both estimates as
an extended Kalman filter does: the more in doubt one is, and the more surprising the answer, the further.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import NamedTuple

from questions.question import MAX_LEVEL, Question

FIRST_DOUBT = 1.0
"""The variance of somebody or something new: two out of three are within one step of the mean."""

LEAST_DOUBT = 0.02
"""Players learn and questions get known, so that no estimate ever stands still."""

PROVISIONAL = 30
"""A rating from fewer answers than this is shown as provisional."""

SETTLED = 30
"""After so many answers a question's level follows its estimate, where that leaves no doubt: the boundary to
the other level has to be a standard deviation away. A level that has changed stays until the same is true of
the way back.
"""

POINTS_A_STEP, MIDDLE = 173.7, 1500
LEVEL_STEP = 1.0


class Estimate(NamedTuple):
    """A skill, on a logistic scale, and its variance."""

    mean: float = 0.0
    doubt: float = FIRST_DOUBT


def updated(player: Estimate, question: Estimate, correct: bool, chance: float) -> tuple[Estimate, Estimate]:
    """Player and question after an answer; ``chance`` is that of a blind guess."""
    logistic = 1 / (1 + exp(question.mean - player.mean))
    expected = chance + (1 - chance) * logistic
    slope = (1 - chance) * logistic * (1 - logistic)
    spread = expected * (1 - expected) + slope * slope * (player.doubt + question.doubt)
    if spread <= 0:  # a sure thing teaches nothing
        return player, question
    push, narrowing = slope * (correct - expected) / spread, slope * slope / spread
    return _moved(player, push, narrowing), _moved(question, -push, narrowing)


def corrected(player: Estimate, question: Estimate, chance: float) -> tuple[Estimate, Estimate]:
    """Player and question where an answer that moved them as a wrong one turns out to be right.

    The means move in proportion to ``correct - expected``, so what is missing is the difference between the
    two; the variances do not depend on the outcome.
    """
    right, wrong = (updated(player, question, correct, chance) for correct in (True, False))
    means = (
        one.mean + yes.mean - no.mean for one, yes, no in zip((player, question), right, wrong, strict=True)
    )
    return Estimate(next(means), player.doubt), Estimate(next(means), question.doubt)


def _moved(estimate: Estimate, push: float, narrowing: float) -> Estimate:
    doubt = estimate.doubt
    return Estimate(estimate.mean + doubt * push, max(doubt - doubt * doubt * narrowing, LEAST_DOUBT))


def first_estimate(level: int) -> Estimate:
    """Of a question that nobody has answered yet, by its level."""
    return Estimate((level - (1 + MAX_LEVEL) / 2) * LEVEL_STEP)


def level_of(question: Estimate) -> int:
    """The level, 1 to 3, that an estimate stands for."""
    middle = (1 + MAX_LEVEL) / 2
    return min(max(round(question.mean / LEVEL_STEP + middle), 1), MAX_LEVEL)


def level_by_play(level: int, question: Estimate, answered: int) -> int:
    """The level of a question after so many answers, of which ``level`` was the one until now."""
    if answered < SETTLED:
        return level
    spread = sqrt(question.doubt)
    least, most = (level_of(Estimate(question.mean + reach)) for reach in (-spread, spread))
    return min(max(level, least), most)


def blind_chance(question: Question) -> float:
    """The chance of a blind guess."""
    return 1 / len(question.choices) if question.choices else 0.0


def shown(mean: float) -> int:
    """A rating as players read it: around 1500, and 400 more are ten to one."""
    return round(MIDDLE + POINTS_A_STEP * mean)
