"""How awards add up to the row of a player: sums of the newest day, week, month and year, and of all time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.game.rating import FIRST_DOUBT
from bot.store.periods import FIRST_DAY, start_of
from bot.store.records import Period
from bot.store.standing_tables import EVER, PASSING, SUMS, column_of

Row = dict[str, Any]

COLUMNS = {period: tuple(column_of(period, what) for what in SUMS) for period in Period}


class Sums(NamedTuple):
    """What a player won; two of them add up to another."""

    points: int = 0
    correct: int = 0
    answered: int = 0
    wins: int = 0
    streak: int = 0

    def plus(self, other: Sums) -> Sums:
        """Both together: the longer streak is the streak."""
        return Sums(
            self.points + other.points,
            self.correct + other.correct,
            self.answered + other.answered,
            self.wins + other.wins,
            max(self.streak, other.streak),
        )


@dataclass(frozen=True, slots=True)
class Past:
    """What a player has in a period that is not the newest of their row.

    It stood in the row until now, or it is ``late`` and comes on top of what is kept of the period already.
    """

    period: Period
    starts: date
    sums: Sums
    late: bool


def new_row(scope: str, player_id: int, day: date) -> Row:
    """The row of somebody who has won nothing yet."""
    row: Row = {"scope": scope, "player_id": player_id, "skill": 0.0, "doubt": FIRST_DOUBT, "rated": 0}
    row.update(dict.fromkeys(EVER, 0))
    for period in Period:
        clear(row, period, start_of(period, day))
    return row


def clear(row: Row, period: Period, starts: date) -> None:
    """Begin a period from nothing."""
    _put(row, period, starts, Sums())


def sums_of(row: Mapping[str, Any], period: Period) -> Sums:
    """What a row holds of a sort of period."""
    return Sums(*[row[name] for name in COLUMNS[period]])


def add(row: Row, day: date, sums: Sums) -> Iterator[Past]:
    """Count what was won on a day; what does not belong into the row any more, or never did."""
    for period in Period:
        starts = start_of(period, day)
        newest = row[period.value] if period in PASSING else FIRST_DAY
        if starts < newest:
            yield Past(period, starts, sums, late=True)
            continue
        kept = sums_of(row, period)
        if starts == newest:
            _put(row, period, starts, kept.plus(sums))
        else:
            if any(kept):
                yield Past(period, newest, kept, late=False)
            _put(row, period, starts, sums)


def _put(row: Row, period: Period, starts: date, sums: Sums) -> None:
    if period in PASSING:
        row[period.value] = starts
    row.update(zip(COLUMNS[period], sums, strict=True))


def step_of(points: int) -> int:
    """The step of a ladder that so many points stand on: each of its own at first, then ever more on one."""
    if points < 128:
        return points
    shift = points.bit_length() - 7
    return (shift << 6) + (points >> shift)


def foot_of(step: int) -> int:
    """The fewest points that stand on a step."""
    if step < 128:
        return step
    shift = (step >> 6) - 1
    return (step - (shift << 6)) << shift
