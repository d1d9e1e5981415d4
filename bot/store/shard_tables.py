"""The tables by which several processes share the servers of one database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Text
from sqlmodel import Field

from bot.store.tables import Table, UtcDateTime


class ProcessRow(Table, table=True):
    """A process that holds shards, or waits for some; ``leaving`` when it takes no more."""

    __tablename__ = "process"

    id: str = Field(sa_column=Column(String(64), primary_key=True))
    host: str = Field(sa_column=Column(Text, nullable=False))
    pid: int = Field(sa_column=Column(Integer, nullable=False))
    joined_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    beat_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    leaving: bool = Field(default=False, sa_column=Column(Boolean, nullable=False))


class ShardRow(Table, table=True):
    """A shard, of as many as there are rows. ``epoch`` is the number of its last claim, counted over all
    shards; ``left_at`` is when its last holder was last alive, if it has none now.
    """

    __tablename__ = "shard"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    holder: str | None = Field(default=None, sa_column=Column(String(64)))
    epoch: int = Field(sa_column=Column(BigInteger, nullable=False))
    left_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))


class IdentifyRow(Table, table=True):
    """When a shard last identified to Discord, of those that must not do so at the same time."""

    __tablename__ = "identify"

    bucket: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
