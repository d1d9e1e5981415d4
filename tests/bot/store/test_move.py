"""A database is moved whole, or not at all."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.game.events import AnswerLocked, Player
from bot.store.authoring import ReportReason
from bot.store.check import check
from bot.store.engine import make_engine
from bot.store.errors import StoreError
from bot.store.lease import this_host
from bot.store.move import TABLES, move
from bot.store.records import Holder, Lease, Period
from bot.store.schema import migrate
from questions.judging.verdict import Mark
from tests.bot.store.test_schema import fill
from tests.bot.store.test_standings import Game, games, play
from tests.bot.store.test_two_servers import STEPS, act
from tests.support.databases import (
    ANN,
    HERE,
    NOON,
    a_game,
    a_question,
    a_start,
    an_award,
    best_of,
    keep,
    opened,
    run_sql,
    url_of,
)
from tests.support.postgres import Postgres


class Places:
    """Where databases can be moved to: new ones, as many as a test wants."""

    def __init__(self, postgres: Postgres, folder: Path, stack: ExitStack) -> None:
        self._postgres = postgres
        self._folder = folder
        self._stack = stack
        self._numbers = count(1)

    def sqlite(self) -> str:
        return url_of(self._folder / f"{next(self._numbers)}.db")

    def postgresql(self) -> str:
        return self._stack.enter_context(self._postgres.database("template0"))


@pytest.fixture
def places(postgres: Postgres, tmp_path: Path) -> Iterator[Places]:
    with ExitStack() as stack:
        yield Places(postgres, tmp_path, stack)


@pytest.fixture
def source(places: Places) -> str:
    """A database with a row in every table but those that only reach everywhere."""
    url = places.sqlite()
    asyncio.run(fill(url))
    run_sql(url, "UPDATE lease SET holder = NULL")
    return url


def silent(_table: str, _rows: int) -> None:
    pass


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All that a database holds, the way the store reads it."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return {
                table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
                for table in TABLES
            }
    finally:
        engine.dispose()


async def live(url: str, steps: list[tuple[int, str, int, object]], played: list[Game]) -> None:
    async with opened(url) as store:
        for step in steps:
            await act(store, *step)
        await play(store, played)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, played=st.lists(games(), max_size=4))
def test_whatever_is_in_a_database_comes_there_and_back(
    places: Places, steps: list[tuple[int, str, int, object]], played: list[Game]
) -> None:
    url, there, back = places.sqlite(), places.postgresql(), places.sqlite()
    asyncio.run(live(url, steps, played))
    before = rows(url)
    move(url, there, silent)
    move(there, back, silent)
    assert rows(there) == rows(back) == rows(url) == before
    assert check(there).problems == check(back, full=True).problems == ()


async def test_a_running_game_goes_on_and_standings_grow_after_a_move(places: Places) -> None:
    url, there = places.sqlite(), places.postgresql()
    answer = AnswerLocked(NOON.timestamp(), 1, ANN, "Ann", Mark.CORRECT, 1.0, 0)
    async with opened(url) as store:
        await keep(store, "g1", a_start(), answer)
        await keep(store, "g2", *a_game(an_award(ANN, 5)))
        await store.acquire_lease(Holder("h", "host", 1))
        await store.release_lease("h")
        running = await store.open_games()
    await asyncio.to_thread(move, url, there, silent)
    async with opened(there) as store:
        assert await store.open_games() == running
        lease = await store.acquire_lease(Holder("new", "host", 2))
        assert isinstance(lease, Lease)
        assert lease.away is not None  # since the last beat on the old database
        await store.journal("g1", HERE).append(2, [replace(answer, player=Player(12, "Bob"))])
        await keep(store, "g3", *a_game(an_award(ANN, 7)))
        (line,) = await best_of(store, HERE.scope, Period.ALL_TIME, NOON)
        assert line.points == 12


async def test_no_number_is_given_again_after_a_move_and_one_back(places: Places) -> None:
    url, there, back = places.sqlite(), places.postgresql(), places.sqlite()
    async with opened(url) as store:
        for number in range(3):
            await store.desk.report(HERE.scope, ANN, a_question(f"q{number}"), ReportReason.DULL, "", NOON)
    run_sql(url, "DELETE FROM report WHERE id > 1")
    await asyncio.to_thread(move, url, there, silent)
    await asyncio.to_thread(move, there, back, silent)
    for moved in (there, back):
        async with opened(moved) as store:
            await store.desk.report(HERE.scope, ANN, a_question("q9"), ReportReason.DULL, "", NOON)
        assert run_sql(moved, "SELECT id FROM report ORDER BY id") == [(1,), (4,)]


def test_a_target_that_holds_anything_is_left_alone(places: Places, source: str) -> None:
    there = places.postgresql()
    move(source, there, silent)
    before = rows(there)
    with pytest.raises(StoreError, match="is not empty"):
        move(source, there, silent)
    assert rows(there) == before
    with pytest.raises(StoreError, match="is not empty"):
        move(source, source, silent)


def test_nothing_is_moved_from_under_a_bot(places: Places, source: str) -> None:
    there = places.postgresql()
    run_sql(
        source, "UPDATE lease SET holder = 'h', host = :host, pid = :pid", host=this_host(), pid=os.getppid()
    )
    with pytest.raises(StoreError, match=r"a bot runs on sqlite:///.*: stop it"):
        move(source, there, silent)
    assert run_sql(there, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE player SET name = 'A' || char(0) || 'nn'",
        "UPDATE game SET channel_id = 'quiz'",
        "UPDATE event SET name = 'an event whose name is longer than a column of the target takes'",
        "UPDATE award SET points = 5000000000",
    ],
)
def test_a_row_that_the_target_cannot_hold_leaves_it_empty(places: Places, source: str, spoil: str) -> None:
    there = places.postgresql()
    run_sql(source, spoil)
    with pytest.raises(StoreError, match=r"nothing was moved: the target cannot hold a row of") as failure:
        move(source, there, silent)
    assert "\n" not in str(failure.value)
    assert not any(rows(there).values())


def test_a_source_of_another_version_or_none_is_refused(places: Places, source: str) -> None:
    with pytest.raises(StoreError, match="no database at"):
        move(places.sqlite(), places.postgresql(), silent)
    migrate(source, "20261121")
    with pytest.raises(StoreError, match="has schema 20261121, and this version has"):
        move(source, places.postgresql(), silent)
    with pytest.raises(StoreError, match="has schema none"):
        move(places.postgresql(), places.sqlite(), silent)


def test_a_target_of_another_program_is_refused(places: Places, source: str) -> None:
    there = places.postgresql()
    run_sql(there, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="another program's tables"):
        move(source, there, silent)
