"""What the store hands out: frozen records, never rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.calendar import Weekly
from bot.game.events import Event, GameEnded, GameStarted, RoundClosed

EVERYWHERE = "everywhere"
ALONE = "alone"
"""The board of what those who are listed everywhere have won alone. No game and no row is of this scope."""

TERMINAL = "terminal"
SERVER = "server:"
SOLO = "solo:"
DAILY = "daily:"
DAILY_GAME = re.compile(r"d(?P<day>[\da-f]{1,6})-(?P<guild>[\da-f]{1,16})-(?P<player>[\da-f]{1,16})", re.A)


def server_scope(guild_id: int) -> str:
    """The scope of one Discord server."""
    return f"{SERVER}{guild_id}"


def is_server(scope: str) -> bool:
    """Whether it is the scope of a server, whose games count on the board of everywhere."""
    return scope.startswith(SERVER)


def solo_scope(user_id: int) -> str:
    """The scope of what somebody plays alone, in direct messages with the bot."""
    return f"{SOLO}{user_id}"


def is_solo(scope: str) -> bool:
    """Whether it is the scope of somebody who plays alone."""
    return scope.startswith(SOLO)


def daily_scope(guild_id: int) -> str:
    """The scope of a server's daily quizzes."""
    return f"{DAILY}{guild_id}"


def guild_of(scope: str) -> int:
    """The Discord server of a scope, 0 for direct messages."""
    return 0 if is_solo(scope) else int(scope.removeprefix(SERVER))


class Period(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALL_TIME = "all_time"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a game is played: a scope (a server, one person alone, the terminal) and a channel (0 at the
    terminal).
    """

    scope: str
    channel_id: int


@dataclass(frozen=True, slots=True)
class Daily:
    """One player's quiz of a day in a server. The id of the game tells all of it."""

    guild: int
    day: date
    player: int

    @property
    def place(self) -> Place:
        """The scope of the daily quizzes of the server, without a channel."""
        return Place(daily_scope(self.guild), 0)

    @property
    def game(self) -> str:
        """The id of the game; at most 40 characters."""
        return f"d{self.day.toordinal():x}-{self.guild:x}-{self.player:x}"

    @classmethod
    def of(cls, game: str) -> Daily | None:
        """The daily quiz that a game is, if it is one."""
        match = DAILY_GAME.fullmatch(game)
        if match is None:
            return None
        ordinal, guild, player = (int(match[name], 16) for name in ("day", "guild", "player"))
        return cls(guild, date.fromordinal(ordinal), player) if 0 < ordinal <= date.max.toordinal() else None


@dataclass(frozen=True, slots=True)
class DailyStanding:
    """A player's sums over some days on which they answered all questions; ``streak`` is how many days in a
    row they did so up to now. Players with equal points share a rank.
    """

    rank: int
    player_id: int
    player_name: str
    points: int
    correct: int
    days: int
    streak: int


@dataclass(frozen=True, slots=True)
class DailyBoard:
    """The best over some days, of so many ``players``, and the line of the one who asks, if there is one."""

    top: tuple[DailyStanding, ...]
    own: DailyStanding | None
    players: int


@dataclass(frozen=True, slots=True)
class OpenGame:
    """A game that has not ended, with its journal."""

    id: str
    place: Place
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class PastGame:
    """A game that has ended: its start, its closed rounds and its end."""

    id: str
    started: GameStarted
    rounds: tuple[RoundClosed, ...]
    ended: GameEnded


@dataclass(frozen=True, slots=True)
class UnreadableGame:
    """A game that has not ended and whose journal cannot be read; ``why`` is one line."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class StandingRecord:
    """A player's line of a board, which is ordered by ``value``; players with equal values share a rank.

    ``streak`` is the most right answers in a row.
    """

    rank: int
    player_id: int
    player_name: str
    points: int
    correct: int
    answered: int
    wins: int = 0
    streak: int = 0
    value: int = 0


@dataclass(frozen=True, slots=True)
class PlayerBest:
    """A player's record in a scope: the best single game, and everything."""

    best_game: int
    total: int
    games: int


@dataclass(frozen=True, slots=True)
class ImportedPack:
    """A pack of imported questions, of one scope or of EVERYWHERE; ``name`` is its own in the scope."""

    key: int
    scope: str
    name: str
    title: str
    about: str
    questions: int

    @property
    def id(self) -> str:
        """The id of the pack, which no other pack has."""
        return f"list:{self.key}"


@dataclass(frozen=True, slots=True)
class PackChange:
    """What an import does to one pack, with its entries encoded; a pack of a new name is made."""

    name: str
    title: str
    about: str
    added: tuple[str, ...]
    changed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """The packs of the scope have changed since an import was planned; nothing was written."""


@dataclass(frozen=True, slots=True)
class UndoneChange:
    """What was undone, in words, and when it had been done."""

    summary: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server has set; until it does, what stands here holds.

    ``quizmasters`` is a role. No ``channels`` means all of them. ``pause_seconds`` is how long an answer is
    on show, None for as long as the game's rules say. ``language`` is None for the one that the server has in
    Discord. ``solo``, ``race`` and ``daily`` say whether members may start such quizzes, ``left`` whether
    leaderboards mark those who are no longer there, ``pictures`` whether they and the ends of quizzes come
    with pictures.
    """

    quizmasters: int | None = None
    channels: tuple[int, ...] = ()
    packs_off: tuple[str, ...] = ()
    rounds: int = 10
    seconds: int = 20
    level: int | None = None
    spoilers: bool = False
    pause_seconds: int | None = None
    language: str | None = None
    zone: str = "UTC"
    solo: bool = True
    race: bool = True
    daily: bool = True
    left: bool = False
    pictures: bool = True


@dataclass(frozen=True, slots=True)
class Schedule:
    """A quiz that starts by itself; ``number`` is its own in the scope, ``wish`` its options as JSON.

    Its times up to ``done_at`` were dealt with. ``announced_at`` is the last one that was announced.
    """

    place: Place
    number: int
    weekly: Weekly
    wish: str
    done_at: datetime
    announced_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A bot: its own name for itself, and the process that it is."""

    id: str
    host: str
    pid: int


@dataclass(frozen=True, slots=True)
class Process:
    """A bot's process, and when it last said that it is alive, by the clock of the database."""

    holder: Holder
    beat_at: datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """Who runs the games of this database, and when it last said so, by the clock of the database.

    ``away`` is for how long nobody ran them when it was taken, None where nobody ever did.
    """

    holder: Holder
    beat_at: datetime
    away: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The lease is another's, or was taken from its holder; ``by`` is None where nobody holds it now."""

    by: Lease | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the database holds."""

    games: int
    open_games: int
    events: int
    awards: int
    players: int
    questions: int
    imported: int


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of the database found: open games that cannot be resumed, and what is the matter with the
    rest, a line each. ``processes`` are those that share the ``shards``, with which of them each has.
    ``free`` are bytes of an SQLite file that are empty, to be filled again.
    """

    name: str
    schema: str
    counts: Counts
    lease: Lease | None
    stuck_games: tuple[str, ...]
    problems: tuple[str, ...]
    processes: Mapping[Process, tuple[int, ...]]
    shards: int
    size: int = 0
    free: int = 0
