"""The tables. They match the migrations, which a test holds; rows never leave the store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    text,
)
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class NaiveDatetime(ValueError):
    """A time without a zone was about to be stored or compared."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in, UTC out, whatever the database makes of it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveDatetime(f"{value.isoformat()} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(SQLModel):
    """The base of all tables, with a registry of names of its own."""

    metadata = MetaData(naming_convention=NAMES)


def _id(*, key: bool = False) -> Any:
    """A Discord id: 64 bits, given by Discord."""
    return Column(BigInteger, primary_key=key, autoincrement=False, nullable=False)


def _game_key() -> Any:
    return Column(String(64), ForeignKey("game.id"), primary_key=True)


def _known(player: str) -> ForeignKeyConstraint:
    """The player of a column has a name in the scope of its row."""
    return ForeignKeyConstraint(["scope", player], ["player.scope", "player.id"])


class PlayerRow(Table, table=True):
    """The one place that knows what a player is called in a scope, as it was last seen there.

    In the scope of everywhere that is the name that the player has outside of servers.
    """

    __tablename__ = "player"

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    id: int = Field(sa_column=_id(key=True))
    name: str = Field(sa_column=Column(Text, nullable=False))


class GameRow(Table, table=True):
    __tablename__ = "game"
    __table_args__ = (
        _known("starter_id"),
        Index(None, "starter_id", "scope"),
        Index(
            "ix_game_open",
            "started_at",
            "id",
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: str = Field(sa_column=Column(String(64), primary_key=True))
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    channel_id: int = Field(sa_column=_id())
    starter_id: int = Field(sa_column=_id())
    started_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    end_reason: str | None = Field(default=None, sa_column=Column(String(32)))


class EventRow(Table, table=True):
    """The journal: each game's events, numbered from 0 without a gap.

    It keeps its rowids: events of many games come mixed, and one sorted by game would write a page for each.
    ``epoch`` is that of the claim under which an event was written, where processes claim shards.
    """

    __tablename__ = "event"

    game_id: str = Field(sa_column=_game_key())
    seq: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    name: str = Field(sa_column=Column(String(32), nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    epoch: int | None = Field(default=None, sa_column=Column(BigInteger))


class AwardRow(Table, table=True):
    """What a player got in a round; the standings are their sums.

    ``day`` is that of the server's own time zone, ``question`` the key of what was asked. One index is for
    all of a player, the other for all about a question in a scope.
    """

    __tablename__ = "award"
    __table_args__ = (
        _known("player_id"),
        Index(None, "player_id", "scope", "game_id", "points"),
        Index(None, "scope", "question", "day", "player_id", "points", "correct"),
        {"sqlite_with_rowid": False},
    )

    game_id: str = Field(sa_column=_game_key())
    round: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    player_id: int = Field(sa_column=_id(key=True))
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    correct: bool = Field(sa_column=Column(Boolean, nullable=False))
    points: int = Field(sa_column=Column(Integer, nullable=False))
    base: int = Field(sa_column=Column(Integer, nullable=False))
    speed: int = Field(sa_column=Column(Integer, nullable=False))
    streak_bonus: int = Field(sa_column=Column(Integer, nullable=False))
    streak: int = Field(sa_column=Column(Integer, nullable=False))
    elapsed: float = Field(sa_column=Column(Float, nullable=False))
    day: date = Field(sa_column=Column(Date, nullable=False))
    question: int = Field(sa_column=Column(BigInteger, nullable=False))
    level: int = Field(sa_column=Column(Integer, nullable=False))


class AskedRow(Table, table=True):
    """When a question was last asked in a channel."""

    __tablename__ = "asked"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    channel_id: int = Field(sa_column=_id(key=True))
    question_id: str = Field(sa_column=Column(String(128), primary_key=True))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class ImportChangeRow(Table, table=True):
    """One change to the imported packs of a scope: an import, or a removal. The newest can be undone."""

    __tablename__ = "import_change"
    __table_args__ = (Index(None, "scope", "id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    summary: str = Field(sa_column=Column(Text, nullable=False))


class ImportedPackRow(Table, table=True):
    """A pack of imported questions, there from one change on and until another.

    ``last_number`` is the highest that a question of it ever had: no number is given again.
    """

    __tablename__ = "imported_pack"
    __table_args__ = (
        Index(
            "ix_imported_pack_live",
            "scope",
            "name",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    key: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    name: str = Field(sa_column=Column(String(64), nullable=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    about: str = Field(sa_column=Column(Text, nullable=False))
    last_number: int = Field(sa_column=Column(Integer, nullable=False))
    since: int = Field(sa_column=Column(Integer, nullable=False))
    until: int | None = Field(default=None, sa_column=Column(Integer))


class ImportedQuestionRow(Table, table=True):
    """One form of an imported question, there from one change on and until another."""

    __tablename__ = "imported_question"
    __table_args__ = (Index(None, "since"), Index(None, "until"), {"sqlite_with_rowid": False})

    pack_key: int = Field(
        sa_column=Column(Integer, ForeignKey("imported_pack.key"), primary_key=True, autoincrement=False)
    )
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    since: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    until: int | None = Field(default=None, sa_column=Column(Integer))
    body: str = Field(sa_column=Column(Text, nullable=False))


class SettingsRow(Table, table=True):
    """What a server has set, as JSON: a row only for servers that have set something."""

    __tablename__ = "server_settings"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    body: str = Field(sa_column=Column(Text, nullable=False))


class ScheduleRow(Table, table=True):
    """A quiz that starts by itself, numbered from 1 in its scope.

    ``minute`` counts from midnight, ``weekdays`` are digits, 0 for Monday, and ``wish`` holds the options of
    the quiz as JSON. ``done_at`` is the last of its times that was dealt with, ``announced_at`` the last that
    was announced.
    """

    __tablename__ = "schedule"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    channel_id: int = Field(sa_column=_id())
    minute: int = Field(sa_column=Column(Integer, nullable=False))
    weekdays: str = Field(sa_column=Column(String(7), nullable=False))
    wish: str = Field(sa_column=Column(Text, nullable=False))
    done_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    announced_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))


class DailyRow(Table, table=True):
    """The questions that a day has in a scope, as JSON, so that all who play get the same."""

    __tablename__ = "daily"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    day: date = Field(sa_column=Column(Date, primary_key=True))
    questions: str = Field(sa_column=Column(Text, nullable=False))


class DailyResultRow(Table, table=True):
    """How somebody did who went through all the questions of a day."""

    __tablename__ = "daily_result"
    __table_args__ = (
        _known("player_id"),
        Index(None, "scope", "day"),
        {"sqlite_with_rowid": False},
    )

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    player_id: int = Field(sa_column=_id(key=True))
    day: date = Field(sa_column=Column(Date, primary_key=True))
    points: int = Field(sa_column=Column(Integer, nullable=False))
    correct: int = Field(sa_column=Column(Integer, nullable=False))


class LeaseRow(Table, table=True):
    """Who runs the games: one row. A released lease keeps its last beat, without a holder."""

    __tablename__ = "lease"

    name: str = Field(sa_column=Column(String(32), primary_key=True))
    holder: str | None = Field(default=None, sa_column=Column(String(64)))
    host: str = Field(sa_column=Column(Text, nullable=False))
    pid: int = Field(sa_column=Column(Integer, nullable=False))
    beat_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
