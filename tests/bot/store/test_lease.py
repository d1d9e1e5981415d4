"""Who may run the games."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.lease import is_running, this_host
from bot.store.records import Held, Holder, Lease
from bot.store.store import Store
from tests.support.databases import opened, run_sql

FIRST, SECOND = Holder("first", "host-a", 100), Holder("second", "host-b", 200)
NEXT_DOOR = replace(SECOND, host=FIRST.host)
FORGETFUL = {
    "sqlite": [
        "CREATE TRIGGER forgetful AFTER UPDATE ON lease BEGIN UPDATE lease SET beat_at = OLD.beat_at; END"
    ],
    "postgresql+psycopg": [
        "CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql "
        "AS 'BEGIN NEW.beat_at = OLD.beat_at; RETURN NEW; END'",
        "CREATE TRIGGER forgetful BEFORE UPDATE ON lease FOR EACH ROW EXECUTE FUNCTION forget()",
    ],
}
"""Lets a beat seem to be written that is not."""


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    async with opened(database) as store:
        yield store


def a_dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


async def taken(store: Store, holder: Holder = FIRST) -> Lease:
    lease = await store.acquire_lease(holder)
    assert isinstance(lease, Lease)
    return lease


def last_beat(url: str, at: datetime) -> None:
    """Let the last beat of the lease have been at this time."""
    run_sql(url, "UPDATE lease SET beat_at = :at", at=at.strftime("%Y-%m-%d %H:%M:%S.%f"))


async def test_the_first_to_come_gets_it_and_nobody_was_there_before(store: Store) -> None:
    lease = await taken(store)
    assert (lease.holder, lease.away) == (FIRST, None)


async def test_times_are_those_of_the_databases_clock_in_utc(store: Store) -> None:
    began = datetime.now(UTC) - timedelta(milliseconds=1)
    beats = [await taken(store), await store.beat_lease("first")]
    ended = datetime.now(UTC)
    for beat in beats:
        assert isinstance(beat, Lease)
        assert began <= beat.beat_at <= ended


async def test_a_second_is_told_who_holds_it(store: Store) -> None:
    lease = await taken(store)
    assert await store.acquire_lease(SECOND) == Held(lease)


@pytest.mark.parametrize("hours", [-1, 0, 1, 10_000])
async def test_no_step_of_the_clock_takes_it_from_its_holder(
    store: Store, database: str, hours: float
) -> None:
    await taken(store)
    last_beat(database, datetime.now(UTC) - timedelta(hours=hours))
    assert isinstance(await store.acquire_lease(SECOND), Held)


@pytest.mark.parametrize(("hours", "away"), [(2, timedelta(hours=2)), (-2, timedelta(0))])
async def test_who_was_silent_for_long_enough_loses_it_whatever_the_clock_says(
    store: Store, database: str, hours: float, away: timedelta
) -> None:
    await taken(store)
    last_beat(database, datetime.now(UTC) - timedelta(hours=hours))
    held = await store.acquire_lease(SECOND)
    assert isinstance(held, Held)
    lease = await store.acquire_lease(SECOND, silent=held.by)
    assert isinstance(lease, Lease)
    assert lease.holder == SECOND
    assert lease.away is not None
    assert away <= lease.away < away + timedelta(minutes=1)
    assert await store.beat_lease("first") == Held(replace(lease, away=None))


async def test_who_has_beaten_meanwhile_was_not_silent(store: Store, database: str) -> None:
    await taken(store)
    last_beat(database, datetime.now(UTC) - timedelta(seconds=1))
    held = await store.acquire_lease(SECOND)
    assert isinstance(held, Held)
    beat = await store.beat_lease("first")
    assert isinstance(beat, Lease)
    assert await store.acquire_lease(SECOND, silent=held.by) == Held(beat)


async def test_a_holder_that_let_go_is_followed_at_once_and_its_last_moment_known(
    store: Store, database: str
) -> None:
    await taken(store)
    await store.release_lease("first")
    last_beat(database, datetime.now(UTC) - timedelta(seconds=90))
    away = (await taken(store, SECOND)).away
    assert away is not None
    assert 90 <= away.total_seconds() < 150


async def test_letting_go_is_the_last_beat(store: Store, database: str) -> None:
    await taken(store)
    last_beat(database, datetime.now(UTC) - timedelta(hours=1))
    await store.release_lease("first")
    away = (await taken(store, SECOND)).away
    assert away is not None
    assert away.total_seconds() < 60


async def test_a_released_lease_is_no_longer_its_holders(store: Store) -> None:
    await taken(store)
    await store.release_lease("first")
    assert await store.beat_lease("first") == Held(None)


async def test_without_a_lease_there_is_no_beat(store: Store) -> None:
    assert await store.beat_lease("first") == Held(None)


async def test_nobody_can_release_the_lease_of_another(store: Store) -> None:
    lease = await taken(store)
    await store.release_lease("second")
    assert await store.acquire_lease(SECOND) == Held(lease)


async def test_a_holder_whose_process_is_gone_from_this_host_is_followed_at_once(store: Store) -> None:
    await taken(store, replace(FIRST, pid=a_dead_pid()))
    await taken(store, NEXT_DOOR)


async def test_a_dead_process_of_another_host_proves_nothing(store: Store) -> None:
    await taken(store, replace(FIRST, pid=a_dead_pid()))
    assert isinstance(await store.acquire_lease(SECOND), Held)


async def test_a_live_process_of_this_host_keeps_it(store: Store) -> None:
    await taken(store, replace(FIRST, pid=os.getppid()))
    assert isinstance(await store.acquire_lease(NEXT_DOOR), Held)


async def test_a_holder_with_our_own_process_id_was_an_earlier_life_of_ours(store: Store) -> None:
    await taken(store, replace(FIRST, pid=os.getpid()))
    assert (await taken(store, replace(NEXT_DOOR, pid=os.getpid()))).away is not None


async def test_the_same_process_id_on_another_host_is_another_bot(store: Store) -> None:
    await taken(store, replace(FIRST, pid=os.getpid()))
    assert isinstance(await store.acquire_lease(replace(SECOND, pid=os.getpid())), Held)


async def test_who_has_it_may_take_it_again(store: Store) -> None:
    first = await taken(store)
    assert (await taken(store)).beat_at >= first.beat_at


async def test_a_beat_that_cannot_be_read_again_is_none(store: Store, database: str) -> None:
    await taken(store)
    for statement in FORGETFUL[database.partition(":")[0]]:
        run_sql(database, statement)
    with pytest.raises(StoreUnavailable, match="does not hold what was just written to it: stop the bot"):
        await store.beat_lease("first")


def test_a_container_is_a_host_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "vm")
    monkeypatch.setattr(Path, "readlink", lambda _path: Path("pid:[1]"))
    assert this_host() == "vm pid:[1]"

    def nothing(_path: Path) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "readlink", nothing)
    assert this_host() == "vm"


def test_this_process_runs_on_this_host_and_an_ended_one_does_not() -> None:
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert is_running(other.pid)
    other.communicate(b"\n")
    assert other.returncode == 0  # it was asked for, and not disturbed
    assert is_running(os.getpid())
    assert not is_running(a_dead_pid())
    assert this_host() == this_host() != ""
