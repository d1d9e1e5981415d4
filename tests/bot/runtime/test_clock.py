"""The clock of the games counts evenly, and follows the host's where the games can move along."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

import pytest

from bot.runtime.clock import Clock, follow
from tests.support.virtual_time import in_virtual_time


@dataclass
class Host:
    """A host with its two clocks, as they are set."""

    wall: float = 1_000_000.0
    monotonic: float = 50.0

    def clock(self) -> Clock:
        return Clock(lambda: self.monotonic, lambda: self.wall)

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds


def test_it_begins_at_the_hosts_time_of_day() -> None:
    assert Host().clock()() == 1_000_000


@pytest.mark.parametrize("step", [3600.0, -3600.0])
def test_no_step_of_the_hosts_clock_moves_it_by_itself(step: float) -> None:
    host = Host()
    clock = host.clock()
    host.wall += step
    host.pass_time(5)
    assert clock() == 1_000_005


@pytest.mark.parametrize("step", [3600.0, -3600.0, 0.5, -0.5])
def test_it_catches_up_with_the_hosts_clock_and_says_by_how_much(step: float) -> None:
    host = Host()
    clock = host.clock()
    host.wall += step
    host.pass_time(5)
    assert clock.catch_up() == step
    assert clock() == host.wall
    assert clock.catch_up() == 0


def test_a_suspended_host_is_one_whose_clock_was_put_forward() -> None:
    host = Host()
    clock = host.clock()
    host.wall += 8 * 3600  # meanwhile the monotonic clock stood still
    assert clock() == 1_000_000
    assert clock.catch_up() == 8 * 3600


def test_what_is_too_small_to_be_seen_is_let_be_until_it_adds_up() -> None:
    host = Host()
    clock = host.clock()
    for _ in range(2):
        host.wall += 0.3
        host.pass_time(1)
    assert clock() == 1_000_002
    assert clock.catch_up() == pytest.approx(0.6)
    host.wall += 0.49
    assert clock.catch_up() == 0


@in_virtual_time
async def test_whoever_follows_the_host_tells_each_step_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    loop, step = asyncio.get_running_loop(), [0.0]
    clock = Clock(loop.time, lambda: 1_000_000 + loop.time() + step[0])
    moved: list[float] = []
    following = asyncio.create_task(follow(clock, moved.append))
    for at in (0.0, 3600.0, 3600.0, 0.0):
        step[0] = at
        await asyncio.sleep(2)
    following.cancel()
    assert moved == pytest.approx([3600, -3600])
    assert [record.getMessage() for record in caplog.records] == [
        "the host's clock moved by +3600.0 seconds; running games move along",
        "the host's clock moved by -3600.0 seconds; running games move along",
    ]
