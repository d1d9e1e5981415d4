"""What a player has done in a server: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

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
class PlayerRating:
    """``value`` as players read it, give or take ``spread``; ``answers`` is from how many."""

    value: int
    spread: int
    answers: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class PlayerStats:
    """Of the games that are over. ``average`` and ``fastest`` are the seconds of right answers.

    ``levels``, ``topics`` and ``kinds`` come with the most answers first, ``last`` with the newest game.
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
