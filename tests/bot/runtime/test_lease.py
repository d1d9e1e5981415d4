"""Two bots on one database take turns, and each knows what it may do."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.runtime.lease import LeaseKeeper
from bot.store.engine import GONE, make_engine
from bot.store.lease import this_host
from bot.store.records import Held, Holder, Lease
from bot.store.schema import migrate
from bot.store.store import Store
from tests.support.databases import locked, opened, url_of
from tests.support.fakes import ManualClock

LIFE = 0.1
"""Of a lease, in seconds of real time where a keeper waits for its next beat."""

AGES = 1000.0
BUSY = 0.02
ANOTHER = Holder("another", "elsewhere", 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    migrate(url_of(tmp_path / "quiz.db"))
    return tmp_path / "quiz.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[Store]:
    async with opened(make_engine(url_of(file), BUSY)) as found:
        yield found


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(0.0)


def at_once(store: Store, clock: ManualClock) -> asyncio.Task[None]:
    """A keeper that would have to wait for ages, and must not."""
    return asyncio.ensure_future(asyncio.wait_for(LeaseKeeper(store, clock, AGES).acquire(), 5))


async def told(caplog: pytest.LogCaptureFixture, text: str) -> None:
    """Wait until this was logged."""
    async with asyncio.timeout(5):
        while text not in caplog.text:  # noqa: ASYNC110 - a log wakes nobody
            await asyncio.sleep(LIFE / 10)


async def test_the_first_bot_of_all_finds_nobody_before_it(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    assert keeper.away is None


async def test_a_bot_knows_since_when_no_bot_was_there(store: Store, file: Path, clock: ManualClock) -> None:
    first = LeaseKeeper(store, clock, LIFE)
    await first.acquire()
    await first.release()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE lease SET beat_at = datetime('now', '-60 seconds')")
    second = LeaseKeeper(store, clock, LIFE)
    await second.acquire()
    clock.now += 5
    assert second.away is not None
    assert 64 < second.away < 90


async def test_a_second_bot_says_once_whom_it_waits_for_and_takes_over_when_that_one_is_silent(
    store: Store, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    await store.acquire_lease(ANOTHER)
    waiting = asyncio.create_task(LeaseKeeper(store, clock, LIFE).acquire())
    _, pending = await asyncio.wait({waiting}, timeout=3 * LIFE)
    assert pending
    assert [record.getMessage() for record in caplog.records] == [
        "another bot (process 1 on elsewhere) runs the games of this database; waiting until it stops"
    ]
    clock.now += LIFE + 0.01
    await asyncio.wait_for(waiting, 5)
    assert isinstance(await store.beat_lease("another"), Held)


async def test_a_second_bot_waits_as_long_as_the_first_beats(store: Store, clock: ManualClock) -> None:
    await store.acquire_lease(ANOTHER)
    waiting = asyncio.create_task(LeaseKeeper(store, clock, LIFE).acquire())
    for _ in range(5):
        await asyncio.wait({waiting}, timeout=LIFE)
        assert isinstance(await store.beat_lease("another"), Lease)
        await asyncio.wait({waiting}, timeout=LIFE)
        clock.now += 0.9 * LIFE
    assert not waiting.done()
    waiting.cancel()


async def test_a_killed_bot_of_this_host_is_not_waited_for(store: Store, clock: ManualClock) -> None:
    gone = await asyncio.create_subprocess_exec("true")
    await gone.wait()
    await store.acquire_lease(Holder("gone", this_host(), gone.pid))
    await at_once(store, clock)


async def test_a_bot_in_a_container_of_its_own_is_not_waited_for_by_the_next_of_the_same_number(
    store: Store, clock: ManualClock
) -> None:
    await store.acquire_lease(Holder("gone", this_host(), os.getpid()))
    await at_once(store, clock)


async def test_a_bot_that_beats_keeps_its_lease(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    before = await store.acquire_lease(ANOTHER)
    assert isinstance(before, Held)
    kept = asyncio.create_task(keeper.keep())
    await asyncio.wait({kept}, timeout=2 * LIFE)
    assert isinstance(await store.acquire_lease(ANOTHER, silent=before.by), Held)
    assert keeper.problem == ""
    kept.cancel()


async def test_a_bot_is_told_who_has_taken_its_lease(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    held = await store.acquire_lease(ANOTHER)
    assert isinstance(held, Held)
    await store.acquire_lease(ANOTHER, silent=held.by)
    told = await asyncio.wait_for(keeper.keep(), 5)
    assert told == "another bot (process 1 on elsewhere) runs the games of this database"


async def test_a_lock_on_the_database_does_not_cost_the_lease_and_is_a_problem_while_it_lasts(
    store: Store, file: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    kept = asyncio.create_task(keeper.keep())
    with locked(file):
        await told(caplog, "every answer is refused")
        await asyncio.wait({kept}, timeout=2 * LIFE)
        assert keeper.problem.startswith("the database is locked by another process")
    await told(caplog, "can be written to again")
    assert not kept.done()
    assert keeper.problem == ""
    kept.cancel()
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]


async def test_a_file_that_is_deleted_is_a_problem_and_one_line_in_the_log(
    store: Store, file: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    kept = asyncio.create_task(keeper.keep())
    await asyncio.to_thread(file.unlink)
    await told(caplog, "every answer is refused")
    await asyncio.wait({kept}, timeout=2 * LIFE)
    assert keeper.problem == GONE
    assert [record.getMessage() for record in caplog.records] == [
        f"nothing can be saved, so every answer is refused: {GONE}"
    ]
    kept.cancel()


async def test_a_database_that_does_not_answer_is_a_problem(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, AGES)
    await keeper.acquire()
    assert keeper.problem == ""
    clock.now += AGES + 5
    assert keeper.problem == "the database has not answered for 1005 seconds"


async def test_a_lease_that_cannot_be_let_go_runs_out(
    store: Store, file: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    with locked(file):
        await keeper.release()
    assert "will expire by itself" in caplog.text
