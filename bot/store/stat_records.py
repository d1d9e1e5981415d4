"""What a player has done in a server: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.game.achievements import Career
from bot.store.records import Period


@dataclass(frozen=True, slots=True)
class Share:
    """How many answers about something were right; ``name`` is a level, a topic or a kind of question."""

    name: str
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class PastResult:
    """What the player had at the end of a game, and how many played."""

    at: datetime
    points: int
    correct: int
    answered: int
    rank: int
    players: int
    won: bool


@dataclass(frozen=True, slots=True)
class WeekPoints:
    """The points of the week that begins on ``starts``."""

    starts: date
    points: int


@dataclass(frozen=True, slots=True)
class PlayerRating:
    """``value`` as players read it, give or take ``spread``; ``answers`` is from how many."""

    value: int
    spread: int
    answers: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class Achieved:
    """An achievement that a player has earned, by its code, and when."""

    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Runs:
    """How many right answers stand in a row up to the last one, and how many days with a quiz up to now; and
    how many days at best.
    """

    right: int = 0
    days: int = 0
    most_days: int = 0


@dataclass(frozen=True, slots=True)
class PlayerStats:
    """Of the games that are over. ``average`` and ``fastest`` are the seconds of right answers.

    ``levels``, ``topics`` and ``kinds`` come with the most answers first, ``last`` with the newest game, and
    ``weeks`` end with the running one. ``achieved`` comes with the newest first; ``career`` is what counts
    towards the next ones.
    """

    points: int
    correct: int
    answered: int
    games: int
    wins: int
    streak: int
    average: float | None
    fastest: float | None
    levels: tuple[Share, ...]
    topics: tuple[Share, ...]
    kinds: tuple[Share, ...]
    ranks: Mapping[Period, int]
    rating: PlayerRating | None
    last: tuple[PastResult, ...]
    weeks: tuple[WeekPoints, ...] = ()
    runs: Runs = Runs()
    achieved: tuple[Achieved, ...] = ()
    career: Career = field(default_factory=Career)
