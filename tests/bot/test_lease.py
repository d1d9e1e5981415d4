"""Two bots on one database take turns, and each knows what it may do."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.lease import LeaseKeeper
from bot.store.engine import make_engine
from bot.store.lease import this_host
from bot.store.records import Lease
from bot.store.schema import migrate
from bot.store.store import Store
from tests.support.databases import NOON, locked, opened, url_of
from tests.support.fakes import ManualClock

LIFE = 0.1
"""Of a lease, in seconds of real time where a keeper waits for its next beat."""

AGES = 1000.0
BUSY = 0.02


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
    return ManualClock(NOON.timestamp())


def another(seconds: float = 0.0, host: str = "elsewhere") -> Lease:
    """The lease of a bot that runs on another host."""
    return Lease("another", host, 1, NOON + timedelta(seconds=seconds))


async def test_the_first_bot_of_all_finds_nobody_before_it(store: Store, clock: ManualClock) -> None:
    assert await LeaseKeeper(store, clock, LIFE).acquire() is None


async def test_a_bot_learns_when_the_one_before_it_was_last_alive(store: Store, clock: ManualClock) -> None:
    first = LeaseKeeper(store, clock, LIFE)
    await first.acquire()
    clock.now += 5
    await first.release()
    clock.now += 60
    assert await LeaseKeeper(store, clock, LIFE).acquire() == NOON + timedelta(seconds=5)


async def test_a_second_bot_says_once_whom_it_waits_for_and_takes_over_when_that_one_is_silent(
    store: Store, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    await store.acquire_lease(another(), timedelta(seconds=AGES))
    waiting = asyncio.create_task(LeaseKeeper(store, clock, LIFE).acquire())
    _, pending = await asyncio.wait({waiting}, timeout=3 * LIFE)
    assert pending
    assert [record.getMessage() for record in caplog.records] == [
        "another bot (process 1 on elsewhere) runs the games of this database; waiting until it stops"
    ]
    clock.now += LIFE + 0.01
    assert await asyncio.wait_for(waiting, 5) == NOON


async def test_a_killed_bot_of_this_host_is_not_waited_for(store: Store, clock: ManualClock) -> None:
    gone = await asyncio.create_subprocess_exec("true")
    await gone.wait()
    await store.acquire_lease(Lease("gone", this_host(), gone.pid, NOON), timedelta(seconds=AGES))
    assert await asyncio.wait_for(LeaseKeeper(store, clock, AGES).acquire(), 5) == NOON


async def test_a_bot_in_a_container_of_its_own_is_not_waited_for_by_the_next_of_the_same_number(
    store: Store, clock: ManualClock
) -> None:
    await store.acquire_lease(Lease("gone", this_host(), os.getpid(), NOON), timedelta(seconds=AGES))
    assert await asyncio.wait_for(LeaseKeeper(store, clock, AGES).acquire(), 5) == NOON


async def test_a_bot_that_beats_keeps_its_lease_from_others(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    kept = asyncio.create_task(keeper.keep())
    clock.now += AGES
    await asyncio.wait({kept}, timeout=LIFE)
    held = await store.acquire_lease(another(AGES), timedelta(seconds=LIFE))
    kept.cancel()
    assert not isinstance(held, Lease)


async def test_a_bot_is_told_who_has_taken_its_lease(store: Store, clock: ManualClock) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    await store.acquire_lease(another(AGES), timedelta(seconds=LIFE))
    told = await asyncio.wait_for(keeper.keep(), 5)
    assert told == "another bot (process 1 on elsewhere) runs the games of this database"


async def test_a_lock_on_the_database_does_not_cost_the_lease(
    store: Store, file: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    with locked(file):
        kept = asyncio.create_task(keeper.keep())
        await asyncio.wait({kept}, timeout=2 * LIFE)
    clock.now += 1
    await asyncio.wait({kept}, timeout=2 * LIFE)
    assert not kept.done()
    kept.cancel()
    assert "could not be renewed: the database is locked by another process" in caplog.text
    await keeper.release()
    assert await LeaseKeeper(store, clock, LIFE).acquire() == NOON + timedelta(seconds=1)


async def test_a_lease_that_cannot_be_let_go_runs_out(
    store: Store, file: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LeaseKeeper(store, clock, LIFE)
    await keeper.acquire()
    with locked(file):
        await keeper.release()
    assert "runs out by itself" in caplog.text
