"""Reads stay look-ups, however much the database holds."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.store.board_records import Cursor
from bot.store.engine import make_engine
from bot.store.records import EVERYWHERE, Period
from bot.store.schema import migrate
from bot.store.store import Store
from tests.support.databases import (
    ANN,
    HERE,
    NOON,
    a_game,
    an_award,
    board_of,
    keep,
    opened,
    url_of,
)

SLOW = re.compile(r"SCAN (?!anon_|game USING INDEX ix_game_open)|USE TEMP B-TREE")
"""A sub-query's own rows may be scanned, and the games that are open."""

LONG = re.compile(r"SCAN (?!report|\d+ CONSTANT ROW)")
"""Reports may be scanned, as there are few."""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    migrate(url_of(tmp_path / "a.db"))
    return make_engine(url_of(tmp_path / "a.db"))


def plans(engine: Engine, statements: list[tuple[str, Any]]) -> list[str]:
    with engine.connect() as connection:
        return [
            str(row[3])
            for statement, parameters in statements
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@contextmanager
def noted(engine: Engine, *which: str) -> Iterator[list[tuple[str, Any]]]:
    """The statements of these sorts that are executed, each with its first parameters."""
    statements: list[tuple[str, Any]] = []

    def note(_c: object, _: object, statement: str, given: Any, _context: object, many: bool) -> None:
        if statement.startswith(which):
            statements.append((statement, given[0] if many else given))

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)
    assert statements


@pytest.mark.parametrize(
    "read",
    [
        lambda store: store.rankings.page(board_of(EVERYWHERE, Period.WEEK, NOON)),
        lambda store: store.rankings.page(board_of(EVERYWHERE, Period.WEEK, NOON), Cursor(5, 12)),
        lambda store: store.rankings.page(
            board_of(EVERYWHERE, Period.ALL_TIME, NOON), Cursor(5, 12, up=True)
        ),
        lambda store: store.rankings.neighbours(board_of(EVERYWHERE, Period.WEEK, NOON), ANN.id),
        lambda store: store.rankings.ranks_before(board_of(EVERYWHERE, Period.WEEK, NOON), [ANN.id]),
        lambda store: store.player_best(HERE.scope, ANN.id),
        lambda store: store.seen(HERE),
        lambda store: store.open_games(),
        lambda store: store.desk.questions(HERE.scope),
        lambda store: store.dailies.questions(HERE.scope, NOON.date()),
    ],
    ids=[
        "first page",
        "page down",
        "page up",
        "neighbours",
        "ranks before",
        "best",
        "seen",
        "open games",
        "questions",
        "daily",
    ],
)
async def test_no_read_scans_a_table_or_sorts_the_scores(
    engine: Engine, read: Callable[[Store], Awaitable[object]]
) -> None:
    async with opened(engine) as store:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        with noted(engine, "SELECT") as statements:
            await read(store)
        steps = plans(engine, statements)
    assert [step for step in steps if SLOW.match(step)] == []


@pytest.mark.parametrize(
    ("write", "which"),
    [
        (lambda store: keep(store, "g2", *a_game(an_award(ANN, 5))), ("SELECT", "INSERT", "UPDATE")),
        (lambda store: store.sweep(NOON + timedelta(days=400), 1, pause=0), ("DELETE", "UPDATE")),
        (lambda store: store.people.forget(ANN.id, NOON), ("DELETE", "UPDATE")),
    ],
    ids=["a game that ends", "deleting what is old", "forgetting somebody"],
)
async def test_no_write_scans_a_table_while_answers_wait(
    engine: Engine, write: Callable[[Store], Awaitable[object]], which: tuple[str, ...]
) -> None:
    async with opened(engine) as store:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        with noted(engine, *which) as statements:
            await write(store)
        steps = plans(engine, statements)
    assert [step for step in steps if LONG.match(step)] == []
