"""What is asked of the boards, and what they answer: frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.store.records import Period, StandingRecord

LEAST_ANSWERS = 20
"""Accuracy counts only from so many answers on."""


class Measure(StrEnum):
    """What a board is ordered by."""

    POINTS = "points"
    WINS = "wins"
    ACCURACY = "accuracy"
    STREAK = "streak"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a board is restricted to: a pack, by its id, or a topic."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """A leaderboard of a scope: of the period that begins on ``starts``, in a season.

    The season is None for the running one. A rating is of no period, and of no subject.
    """

    scope: str
    period: Period
    starts: date
    measure: Measure = Measure.POINTS
    subject: Subject | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place on a board between two lines: below the one of this value and player, or above it."""

    value: int
    player_id: int
    up: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a board, and whether there are more of them above and below."""

    lines: tuple[StandingRecord, ...]
    above: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Move:
    """Where a player stands on a board after a game, and where before it: None was not on it."""

    player_id: int
    rank: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Earned:
    """A player has earned the achievement of this code."""

    player_id: int
    code: str


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What a game has changed for its players: where they stand this week, and what they have earned."""

    moves: tuple[Move, ...] = ()
    earned: tuple[Earned, ...] = ()


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a server; nobody knows when the first began."""

    number: int
    started_at: datetime | None


@dataclass(frozen=True, slots=True)
class Member:
    """What somebody has chosen: to be on the boards of everywhere, to let others see their statistics, and to
    be shown pictures.
    """

    everywhere: bool = False
    public: bool = False
    pictures: bool = True
