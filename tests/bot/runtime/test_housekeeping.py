"""The bot deletes old journals by itself, whatever the database does meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.runtime.housekeeping import EVERY_SECONDS, FIRST_SECONDS, RETRY_SECONDS, Housekeeper
from bot.store.errors import StoreUnavailable
from bot.store.retention import Swept
from tests.support.fakes import START
from tests.support.virtual_time import in_virtual_time


@dataclass
class Members:
    """Those whom somebody has begun to forget."""

    left: int = 0

    async def go_on_forgetting(self) -> int:
        left, self.left = self.left, 0
        return left


@dataclass
class House:
    """A store that notes when it is swept, and fails for as long as there are faults."""

    faults: int = 0
    people: Members = field(default_factory=Members)
    swept: list[tuple[float, datetime, int]] = field(default_factory=list)

    async def sweep(self, now: datetime, days: int) -> Swept:
        self.swept.append((asyncio.get_running_loop().time(), now, days))
        if self.faults:
            self.faults -= 1
            raise StoreUnavailable("the disk is full")
        return Swept(3, 0)


async def looks(house: House, days: int = 90, seconds: float = 3 * EVERY_SECONDS) -> list[float]:
    """When it swept the house."""
    loop = asyncio.get_running_loop()
    keeper = asyncio.create_task(Housekeeper(house, lambda: START + loop.time(), days).run())
    await asyncio.sleep(seconds)
    keeper.cancel()
    return [at for at, _, _ in house.swept]


@in_virtual_time
async def test_it_looks_soon_after_a_start_and_then_every_six_hours() -> None:
    house = House()
    assert await looks(house) == [FIRST_SECONDS + number * EVERY_SECONDS for number in range(3)]
    assert house.swept[0][1:] == (datetime.fromtimestamp(START + FIRST_SECONDS, UTC), 90)


@in_virtual_time
async def test_it_tries_again_once_the_database_is_back() -> None:
    expected = [FIRST_SECONDS, FIRST_SECONDS + RETRY_SECONDS, FIRST_SECONDS + 2 * RETRY_SECONDS]
    assert await looks(House(faults=2), seconds=EVERY_SECONDS) == expected


@in_virtual_time
async def test_of_several_processes_one_deletes() -> None:
    house, mine = House(), [False, True]
    loop = asyncio.get_running_loop()
    keeper = asyncio.create_task(
        Housekeeper(house, lambda: START + loop.time(), 90, lambda: mine.pop(0)).run()
    )
    await asyncio.sleep(EVERY_SECONDS)
    keeper.cancel()
    assert [at for at, _, _ in house.swept] == [FIRST_SECONDS + RETRY_SECONDS]


@in_virtual_time
async def test_without_a_number_of_days_it_deletes_nothing() -> None:
    assert await looks(House(), days=0) == []


@in_virtual_time
async def test_whom_a_kill_has_left_half_forgotten_is_forgotten_after_a_start() -> None:
    house = House(people=Members(2))
    await looks(house, days=0, seconds=FIRST_SECONDS + 1)
    assert house.people.left == 0
