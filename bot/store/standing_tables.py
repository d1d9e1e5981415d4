"""The tables that boards are read from. All that they hold follows from awards and journals."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Text,
    text,
)
from sqlalchemy import Table as CoreTable

from bot.game.achievements import Career
from bot.store.records import EVERYWHERE, Period
from bot.store.tables import Table, UtcDateTime

METADATA = Table.metadata
"""Of all tables, once this module is imported."""

PLAYER, GAME, EVENT, AWARD, ASKED, DAILY_SET, DAILY_RESULT, SETTINGS = (
    METADATA.tables[name]
    for name in ("player", "game", "event", "award", "asked", "daily", "daily_result", "server_settings")
)

SUMS = ("points", "correct", "answered", "wins", "streak")
"""What is kept for each player and period; ``streak`` is the most right answers in a row."""

EVER = tuple(f"ever_{name}" for name in Career._fields)
"""The columns of ``standing`` that count for achievements: no season ends them."""

PASSING = tuple(period for period in Period if period is not Period.ALL_TIME)
"""The periods that end."""

ONLY_EVERYWHERE = text(f"scope = '{EVERYWHERE}'")


def column_of(period: Period, what: str) -> str:
    """The name of a column of ``standing``."""
    return f"{period.value}_{what}"


def _sums(prefix: str = "") -> Iterator[Column[int]]:
    for name in SUMS:
        kind = BigInteger if name == "points" else Integer
        yield Column(prefix + name, kind, nullable=False, server_default="0")


def _index_of(period: Period) -> Index:
    first = "scope" if period is Period.ALL_TIME else period.value  # without one SQLite prefers the key
    return Index(
        f"ix_standing_{period.value}",
        first,
        column_of(period, "points"),
        "player_id",
        sqlite_where=ONLY_EVERYWHERE,
        postgresql_where=ONLY_EVERYWHERE,
    )


STANDING = CoreTable(
    "standing",
    METADATA,
    Column("scope", String(64), primary_key=True),
    Column("player_id", BigInteger, primary_key=True, autoincrement=False),
    *(Column(period.value, Date, nullable=False) for period in PASSING),
    *(column for period in Period for column in _sums(f"{period.value}_")),
    Column("skill", Float, nullable=False, server_default="0"),
    Column("doubt", Float, nullable=False, server_default="1"),
    Column("rated", Integer, nullable=False, server_default="0"),
    *(Column(name, Integer, nullable=False, server_default="0") for name in EVER),
    *map(_index_of, Period),
    sqlite_with_rowid=False,
)
"""One row for each player in a scope: the sums of the day, week, month and year of the last award, and of all
time; the rating; and what counts for achievements.

All in one row because writing a page costs more than anything else of an award. A server's board is sorted
when it is read, as it is a few pages long; that of everywhere has indexes.
"""

PAST_STANDING = CoreTable(
    "past_standing",
    METADATA,
    Column("scope", String(64), primary_key=True),
    Column("season", Integer, primary_key=True, autoincrement=False),
    Column("period", String(16), primary_key=True),
    Column("starts", Date, primary_key=True),
    Column("player_id", BigInteger, primary_key=True, autoincrement=False),
    *_sums(),
    Index("ix_past_standing_points", "scope", "season", "period", "starts", "points", "player_id"),
    sqlite_with_rowid=False,
)
"""What players had in periods and seasons that are over for them."""

RUNG = CoreTable(
    "rung",
    METADATA,
    Column("period", String(16), primary_key=True),
    Column("starts", Date, primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("players", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many players stand on each step of a board of everywhere, so that a rank there is no count of all."""

SEASON = CoreTable(
    "season",
    METADATA,
    Column("scope", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("started_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)
"""The seasons of a scope from the second on: the first needs no row."""

RESULT = CoreTable(
    "result",
    METADATA,
    Column("game_id", String(64), primary_key=True),
    Column("player_id", BigInteger, primary_key=True, autoincrement=False),
    Column("scope", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("day", Date, nullable=False),
    Column("season", Integer, nullable=False),
    Column("points", Integer, nullable=False),
    Column("correct", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("streak", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("players", Integer, nullable=False),
    Column("won", Boolean, nullable=False),
    ForeignKeyConstraint(["game_id"], ["game.id"]),
    ForeignKeyConstraint(["scope", "player_id"], ["player.scope", "player.id"]),
    Index(None, "player_id", "at"),
    Index(None, "scope", "player_id"),
    sqlite_with_rowid=False,
)
"""What a player had at the end of a game. ``players`` is how many played."""

ACHIEVEMENT = CoreTable(
    "achievement",
    METADATA,
    Column("scope", String(64), primary_key=True),
    Column("player_id", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(32), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("game_id", String(64), nullable=False),
    ForeignKeyConstraint(["game_id"], ["game.id"]),
    ForeignKeyConstraint(["scope", "player_id"], ["player.scope", "player.id"]),
    Index(None, "game_id"),
    sqlite_with_rowid=False,
)
"""What players have achieved in a server, and in which game. What is earned stays."""

QUESTION = CoreTable(
    "question",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String(128), nullable=False),
    Column("pack", String(128), nullable=False),
    Column("topic", Text, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("level", Integer, nullable=False),
    Column("typed", Boolean, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("correct", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("skill", Float, nullable=False),
    Column("doubt", Float, nullable=False),
    Column("taken", Text, nullable=False),
    Column("by_play", Integer, nullable=False, server_default="0"),
    Column("fact", Text, nullable=False, server_default=""),
    Column("scope", String(64), nullable=False, server_default=""),
    Index(None, "pack"),
    Index(None, "topic"),
    Index(None, "id"),
)
"""What was asked, and what became of it: one row where it had choices, another where it was typed.

``skill`` is what a player needs to be as often right as wrong, ``doubt`` its variance. ``level`` is as it was
set, ``by_play`` what players have shown, 0 as long as that is not known. ``fact`` is the main one. ``taken``
is JSON, by the text of each choice: for how many answers it was on show, how many took it, and 1 for what is
right.
``scope`` is the server whose words these are, where it has changed its packs; nobody else reads them.
"""

MEMBER = CoreTable(
    "member",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("everywhere", Boolean, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("pictures", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""What people have chosen: to be listed everywhere, to show their statistics, to be shown pictures."""

FORGETTING = CoreTable(
    "forgetting",
    METADATA,
    Column("player_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asked_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)
"""Members who have asked to be forgotten, until all of them is."""
