"""Databases for tests: real SQLite files, ways to break them, and events to keep in them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from bot.game.events import (
    Award,
    CloseReason,
    EndReason,
    Event,
    GameEnded,
    GameStarted,
    Player,
    RoundClosed,
)
from bot.game.rules import Rules
from bot.game.standings import Tally, count, standings, winners
from bot.store.board_records import Leaderboard
from bot.store.engine import make_engine
from bot.store.periods import start_of
from bot.store.records import Period, Place, StandingRecord, server_scope
from bot.store.schema import migrate
from bot.store.store import Store
from questions.question import Answer, Question

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANN, BOB, CLEO = Player(11, "Ann"), Player(12, "Bob"), Player(13, "Cleo")
HERE = Place(server_scope(5), 7)
NOBODY = 65534


def url_of(file: Path) -> str:
    """The URL of an SQLite file."""
    return f"sqlite:///{file.as_posix()}"


@asynccontextmanager
async def opened(engine_or_url: Engine | str) -> AsyncIterator[Store]:
    """A store on a migrated database, closed in the end."""
    if isinstance(engine_or_url, str):
        migrate(engine_or_url)
        engine_or_url = make_engine(engine_or_url)
    store = Store(engine_or_url)
    try:
        yield store
    finally:
        await store.close()


def run_sql(url: str, statement: str, **values: object) -> list[tuple[Any, ...]]:
    """Run a statement behind the store's back, and return the rows if it gives some."""
    engine = make_engine(url, foreign_keys=False)
    try:
        with engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another connection holds the write lock meanwhile."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def as_plain_user(folder: Path) -> Iterator[None]:
    """The folder and its files are ours, and we are not root meanwhile, for whom permissions do not count."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def a_question(id: str = "q1", prompt: str = "Who?") -> Question:
    return Question(id, "pack", "look_up", prompt, Answer("Ann"), "It is Ann.", typed=True)


def a_start(
    at: datetime = NOON, starter: Player = ANN, questions: Sequence[str] = ("q1", "q2", "q3", "q4")
) -> GameStarted:
    return GameStarted(at.timestamp(), starter, Rules(), tuple(a_question(id) for id in questions))


def an_award(player: Player, points: int = 0) -> Award:
    """What a player got: right if it is anything."""
    return Award(player, points > 0, points, points, 0, 0, int(points > 0), 2.5)


def a_close(number: int, *awards: Award, at: datetime = NOON) -> RoundClosed:
    return RoundClosed(at.timestamp(), number, CloseReason.TIME, awards, at.timestamp() + 6)


def an_end(at: datetime = NOON, *rounds: RoundClosed) -> GameEnded:
    """The end of a game of these rounds."""
    tallies: Mapping[int, Tally] = {}
    for closed in rounds:
        tallies = count(tallies, closed, missing_ends_streak=True)
    table = standings(tallies.values())
    return GameEnded(at.timestamp(), EndReason.FINISHED, table, winners=winners(table, {}, ()))


def a_game(*awards: Award, at: datetime = NOON) -> tuple[Event, ...]:
    """A game of one round, from its start to its end."""
    closed = a_close(1, *awards, at=at)
    return a_start(at), closed, an_end(at, closed)


async def keep(store: Store, game_id: str, *events: Event, place: Place = HERE) -> None:
    """Append a whole game to its journal."""
    await store.journal(game_id, place).append(0, events)


def board_of(scope: str, period: Period, at: datetime) -> Leaderboard:
    """The board by points of the period that an instant falls in, in UTC."""
    return Leaderboard(scope, period, start_of(period, at.astimezone(UTC).date()))


async def best_of(
    store: Store, scope: str, period: Period, at: datetime, limit: int = 10
) -> tuple[StandingRecord, ...]:
    """The first lines of such a board."""
    return (await store.rankings.page(board_of(scope, period, at), limit=limit)).lines


async def place_of(
    store: Store, scope: str, period: Period, player: Player, at: datetime
) -> StandingRecord | None:
    """A player's line of such a board."""
    lines = await store.rankings.neighbours(board_of(scope, period, at), player.id, 0)
    return next(iter(lines), None)
