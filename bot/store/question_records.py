"""What became of a question, and how much is the matter with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.game.rating import Estimate
from bot.game.shares import Bounds, bounds
from bot.store.choices import ChoiceCount

LEAST_ASKED = 10
"""A question is ranked once it was asked so often."""

SHOWN_ENOUGH = 20
"""A wrong choice that nobody takes in so many answers does not tempt anybody."""

FEW_TYPE_IT = 0.1
"""A question to be typed asks for too much where fewer than that are right."""

UNTEMPTING = 0.25
"""What it counts where no wrong choice is ever taken; all else counts up to 1."""

REPORTS_COUNT = 3
"""So many reports count half of what any number of them can."""


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """All of a question in one form: with its choices, or typed.

    ``asked`` counts rounds and ``skipped`` those that players skipped; ``answered`` and ``correct`` count
    answers, and ``seconds`` is the time of them all. ``level`` is as it was set, ``by_play`` what players
    have shown, None as long as that is not known. ``choices`` come with those first that were taken most.
    """

    key: int
    id: str
    pack: str
    topic: str
    kind: str
    prompt: str
    typed: bool
    level: int
    by_play: int | None
    asked: int
    skipped: int
    answered: int
    correct: int
    seconds: float
    difficulty: Estimate
    reports: int
    choices: tuple[ChoiceCount, ...]

    @property
    def average(self) -> float | None:
        """The seconds of an answer."""
        return self.seconds / self.answered if self.answered else None

    @property
    def right(self) -> Bounds:
        """Between what the share of right answers is likely to lie."""
        return bounds(self.correct, self.answered)

    @property
    def skips(self) -> Bounds:
        """The same of the share of skipped rounds."""
        return bounds(self.skipped, self.asked)

    @property
    def untaken(self) -> tuple[ChoiceCount, ...]:
        """The wrong choices that were on show often enough, and never taken."""
        return tuple(
            one for one in self.choices if not (one.right or one.taken) and one.shown >= SHOWN_ENOUGH
        )

    @property
    def misleading(self) -> float:
        """How far the share of right answers surely is below that of blind guesses: 0 to 1."""
        on_show = sum(one.shown for one in self.choices)
        answers = max((one.shown for one in self.choices if one.right), default=0)
        chance = answers / on_show if on_show else FEW_TYPE_IT
        return max(chance - self.right.high, 0.0) / chance if chance else 0.0

    @property
    def trouble(self) -> float:
        """How much is the matter with it: the sum of skips, of answers worse than blind guesses, of reports,
        and a little for choices that are never taken.
        """
        wrong = sum(not one.right for one in self.choices)
        untempting = UNTEMPTING * len(self.untaken) / wrong if wrong else 0.0
        return self.skips.low + self.misleading + self.reports / (self.reports + REPORTS_COUNT) + untempting


class Order(StrEnum):
    """What a list of questions begins with."""

    WORST = "worst"
    SKIPPED = "skipped"
    WRONG = "wrong"
    UNTAKEN = "untaken"
    SLOW = "slow"
    REPORTED = "reported"


ORDERS: Mapping[Order, Callable[[QuestionRecord], float]] = {
    Order.WORST: lambda one: one.trouble,
    Order.SKIPPED: lambda one: one.skips.low,
    Order.WRONG: lambda one: bounds(one.answered - one.correct, one.answered).low,
    Order.UNTAKEN: lambda one: len(one.untaken),
    Order.SLOW: lambda one: one.average or 0.0,
    Order.REPORTED: lambda one: one.reports,
}
"""What is large of the first; where it is 0, only the list of the worst holds the question, at its end."""
