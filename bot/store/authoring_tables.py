"""The tables of what members write, report and correct."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Index, Integer, String, Text, text
from sqlmodel import Field

from bot.store.tables import Table, UtcDateTime

LIVE, OPEN = text("state = 'live'"), text("settled_at IS NULL")


def _member() -> Any:
    return Column(BigInteger, nullable=False)


def _known(player: str) -> ForeignKeyConstraint:
    """The member of a column has a name in the scope of its row."""
    return ForeignKeyConstraint(["scope", player], ["player.scope", "player.id"])


class AuthoredRow(Table, table=True):
    """A question that a member wrote for one scope, numbered from 1 in it; no number is given again.

    What it says stands in its newest version. ``likeness`` is the prompt with case and spacing evened out:
    two live questions of a scope never share it.
    """

    __tablename__ = "authored_question"
    __table_args__ = (
        _known("author_id"),
        Index(
            "ix_authored_question_live",
            "scope",
            "likeness",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    author_id: int = Field(sa_column=_member())
    state: str = Field(sa_column=Column(String(16), nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    likeness: str = Field(sa_column=Column(Text, nullable=False))
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class AuthoredVersionRow(Table, table=True):
    """What a question was made to say, by whom, when and by which act. Rows are only ever added."""

    __tablename__ = "authored_version"
    __table_args__ = (
        _known("by_id"),
        ForeignKeyConstraint(["scope", "number"], ["authored_question.scope", "authored_question.number"]),
    )

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    version: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    act: str = Field(sa_column=Column(String(16), nullable=False))
    by_id: int = Field(sa_column=_member())
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    word: str = Field(sa_column=Column(Text, nullable=False))


class ReportRow(Table, table=True):
    """What one member says is the matter with a question; open until a quizmaster has settled it."""

    __tablename__ = "report"
    __table_args__ = (
        _known("reporter_id"),
        Index(
            "ix_report_open",
            "scope",
            "target",
            "reporter_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    scope: str = Field(sa_column=Column(String(64), nullable=False))
    target: str = Field(sa_column=Column(Text, nullable=False))
    reporter_id: int = Field(sa_column=_member())
    reason: str = Field(sa_column=Column(String(16), nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    question: str = Field(sa_column=Column(Text, nullable=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    settled_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    settled_by: int | None = Field(default=None, sa_column=Column(BigInteger))
    outcome: str | None = Field(default=None, sa_column=Column(String(16)))


class CorrectionRow(Table, table=True):
    """A correction or a fact of a server's own, numbered from 1 in its scope; it holds until it is undone.

    What is restored is a row of its own: rows are only ever added, and undone.
    """

    __tablename__ = "correction"
    __table_args__ = (_known("by_id"),)

    scope: str = Field(sa_column=Column(String(64), primary_key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    by_id: int = Field(sa_column=_member())
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    undone_by: int | None = Field(default=None, sa_column=Column(BigInteger))


AUTHORED, VERSION, REPORT, CORRECTION = (
    Table.metadata.tables[name] for name in ("authored_question", "authored_version", "report", "correction")
)
