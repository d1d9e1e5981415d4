"""Who may run the games."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.lease import TTL, is_running, this_host
from bot.store.records import Held, Lease
from bot.store.store import Store
from tests.support.databases import NOON, opened, url_of

FIRST = Lease("first", "host-a", 100, NOON)
SECOND = Lease("second", "host-b", 200, NOON)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(url_of(tmp_path / "a.db")) as store:
        yield store


def later(lease: Lease, seconds: float, **changes: object) -> Lease:
    values = {name: getattr(lease, name) for name in ("holder", "host", "pid")} | changes
    return Lease(beat_at=lease.beat_at + timedelta(seconds=seconds), **values)


def a_dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


async def test_the_first_to_come_gets_it_and_nobody_was_alive_before(store: Store) -> None:
    assert await store.acquire_lease(FIRST) == FIRST


async def test_a_second_is_told_who_holds_it(store: Store) -> None:
    await store.acquire_lease(FIRST)
    assert await store.acquire_lease(later(SECOND, 14)) == Held(FIRST)


async def test_a_beat_keeps_it(store: Store) -> None:
    await store.acquire_lease(FIRST)
    beat = await store.beat_lease("first", NOON + timedelta(seconds=10))
    assert beat == later(FIRST, 10)
    assert await store.acquire_lease(later(SECOND, 24)) == Held(later(FIRST, 10))


async def test_a_silent_holder_loses_it_and_learns_so_at_its_next_beat(store: Store) -> None:
    await store.acquire_lease(FIRST)
    taken = await store.acquire_lease(later(SECOND, TTL.total_seconds() + 1))
    assert isinstance(taken, Lease)
    assert taken.holder == "second"
    assert taken.alive_at == NOON
    lost = await store.beat_lease("first", NOON + timedelta(seconds=17))
    assert lost == Held(later(SECOND, 16))


async def test_a_holder_that_let_go_is_followed_at_once_and_its_last_moment_known(store: Store) -> None:
    await store.acquire_lease(FIRST)
    await store.release_lease("first", NOON + timedelta(seconds=3))
    taken = await store.acquire_lease(later(SECOND, 4))
    assert isinstance(taken, Lease)
    assert taken.alive_at == NOON + timedelta(seconds=3)


async def test_a_released_lease_is_no_longer_its_holders(store: Store) -> None:
    await store.acquire_lease(FIRST)
    await store.release_lease("first", NOON)
    assert await store.beat_lease("first", NOON) == Held(None)


async def test_nobody_can_release_the_lease_of_another(store: Store) -> None:
    await store.acquire_lease(FIRST)
    await store.release_lease("second", NOON)
    assert await store.acquire_lease(later(SECOND, 1)) == Held(FIRST)


async def test_a_holder_whose_process_is_gone_from_this_host_is_followed_at_once(store: Store) -> None:
    await store.acquire_lease(later(FIRST, 0, pid=a_dead_pid()))
    taken = await store.acquire_lease(later(SECOND, 1, host=FIRST.host))
    assert isinstance(taken, Lease)


async def test_a_dead_process_of_another_host_proves_nothing(store: Store) -> None:
    await store.acquire_lease(later(FIRST, 0, pid=a_dead_pid()))
    assert isinstance(await store.acquire_lease(later(SECOND, 1)), Held)


async def test_a_live_process_of_this_host_keeps_it(store: Store) -> None:
    await store.acquire_lease(later(FIRST, 0, pid=os.getppid()))
    assert isinstance(await store.acquire_lease(later(SECOND, 1, host=FIRST.host)), Held)


async def test_a_holder_with_our_own_process_id_was_an_earlier_life_of_ours(store: Store) -> None:
    await store.acquire_lease(later(FIRST, 0, pid=os.getpid()))
    taken = await store.acquire_lease(later(SECOND, 1, host=FIRST.host, pid=os.getpid()))
    assert isinstance(taken, Lease)
    assert taken.alive_at == NOON


async def test_who_has_it_may_take_it_again(store: Store) -> None:
    await store.acquire_lease(FIRST)
    again = await store.acquire_lease(later(FIRST, 5))
    assert isinstance(again, Lease)
    assert again.beat_at == NOON + timedelta(seconds=5)


def test_this_process_runs_on_this_host_and_an_ended_one_does_not() -> None:
    assert is_running(os.getpid())
    assert not is_running(a_dead_pid())
    assert this_host() == this_host() != ""
