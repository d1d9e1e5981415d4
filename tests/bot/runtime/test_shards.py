"""Processes play the shards that they hold, and no shard is ever played by two."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from shutil import copy

import pytest

from bot.game.journal import JournalConflict
from bot.runtime.shards import Away, ShardKeeper
from bot.store.errors import StoreUnavailable
from bot.store.records import Holder, Place, server_scope
from bot.store.shard_records import Claim, OtherCount, Turn, Wanted
from bot.store.shards import Shards
from bot.store.store import Store
from tests.support.databases import ANN, a_start, keep, opened, run_sql, url_of
from tests.support.whole_games import RIGHT, whole_game

LIFE = 0.5
"""Of a lease, in seconds of real time."""

FOUR, ALL = Wanted(4), [0, 1, 2, 3]


@dataclass
class House:
    """Knows who plays which shard; two at once is an error."""

    playing: dict[int, str] = field(default_factory=dict)
    lost: list[int] = field(default_factory=list)
    opened: list[Claim] = field(default_factory=list)

    def shards(self, name: str) -> list[int]:
        return sorted(shard for shard, player in self.playing.items() if player == name)


class FakePlayer:
    """Plays until closed, or until ``ends``."""

    def __init__(self, house: House, name: str, claim: Claim, away: Away) -> None:
        self._house = house
        self._name = name
        self.claim = claim
        self.away = away
        self.ends: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

    async def play(self) -> str | None:
        assert self.claim.shard not in self._house.playing, "two play the same shard"
        self._house.playing[self.claim.shard] = self._name
        self._house.opened.append(self.claim)
        try:
            return await self.ends
        finally:
            if self._house.playing.get(self.claim.shard) == self._name:
                del self._house.playing[self.claim.shard]

    async def close(self, *, lost: bool) -> None:
        if lost:
            self._house.lost.append(self.claim.shard)
        await asyncio.sleep(0.01)
        if not self.ends.done():
            self.ends.set_result(None)
            await asyncio.sleep(0)


class Asleep(Shards):
    """The shards of a store, whose turns stand still, or fail, while that is wanted."""

    def __init__(self, shards: Shards) -> None:
        super().__init__(shards._read, shards._write)
        self.awake = asyncio.Event()
        self.awake.set()
        self.fault: StoreUnavailable | None = None

    async def turn(
        self, me: Holder, wanted: Wanted, silent: Mapping[str, datetime], *, leaving: bool = False
    ) -> Turn | OtherCount:
        await self.awake.wait()
        if self.fault is not None:
            raise self.fault
        return await super().turn(me, wanted, silent, leaving=leaving)


@dataclass
class Running:
    """A keeper at work."""

    store: Store
    keeper: ShardKeeper[FakePlayer]
    kept: asyncio.Task[str | None]
    stop: asyncio.Future[None]
    turns: Asleep

    async def end(self) -> str | None:
        """Stop it as SIGTERM does; what it says."""
        if not self.stop.done():
            self.stop.set_result(None)
        return await asyncio.wait_for(self.kept, 10)


Start = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def start(tmp_path: Path, migrated_file: Path, house: House) -> Start:
    """Starts keepers on one database."""
    url = url_of(Path(copy(migrated_file, tmp_path / "quiz.db")))

    @asynccontextmanager
    async def start(name: str, wanted: Wanted = FOUR) -> AsyncIterator[Running]:
        async with opened(url) as store:
            turns = store.shards = Asleep(store.shards)
            loop = asyncio.get_running_loop()
            me = Holder(name, f"host-{name}", 1)
            stop: asyncio.Future[None] = loop.create_future()
            player = partial(FakePlayer, house, name)
            keeper = ShardKeeper(store, me, loop.time, LIFE, wanted, player)
            kept = asyncio.create_task(keeper.keep(stop))
            try:
                running = Running(store, keeper, kept, stop, turns)
                yield running
            finally:
                turns.awake.set()
                turns.fault = None
                if not (kept.done() or kept.cancelling()):
                    await running.end()

    return start


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - other tasks and threads move it
            await asyncio.sleep(0.005)


async def test_one_process_plays_all_shards_until_it_is_stopped(start: Start, house: House) -> None:
    async with start("a") as a:
        await until(lambda: house.shards("a") == ALL)
        assert await a.end() is None
        assert house.playing == {}
        assert await a.turns.held() == {}


async def test_a_process_that_comes_later_is_left_its_share_one_by_one(start: Start, house: House) -> None:
    async with start("a"):
        await until(lambda: house.shards("a") == ALL)
        async with start("b"):
            await until(lambda: house.shards("b") == [2, 3])
            assert house.shards("a") == [0, 1]
            async with start("c"):
                await until(lambda: len(house.shards("c")) == 1)
                assert len(house.playing) == 4
        await until(lambda: house.shards("a") == ALL)
    assert house.lost == []


async def test_a_process_beyond_the_number_of_shards_waits_as_a_standby(
    start: Start, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with start("a", Wanted(1)) as a:
        await until(lambda: house.shards("a") == [0])
        async with start("b", Wanted(1)) as b:
            await until(lambda: "waiting as a standby" in caplog.text)
            assert b.keeper.problem == ""
            await a.end()
            await until(lambda: house.shards("b") == [0])


async def test_a_dead_process_loses_its_shards_to_the_others(
    start: Start, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async with start("a") as a, start("b"):
        await until(lambda: len(house.shards("a")) == len(house.shards("b")) == 2)
        a.kept.cancel()
        for shard in house.shards("a"):
            del house.playing[shard]
        died = asyncio.get_running_loop().time()
        await until(lambda: house.shards("b") == ALL)
        assert asyncio.get_running_loop().time() - died > LIFE * 0.9
        assert "process 1 on host-a is gone" in caplog.text


async def test_the_successor_knows_since_when_nobody_has_played(start: Start, house: House) -> None:
    async with start("a") as a, start("b", FOUR) as b:
        await until(lambda: len(house.shards("a")) == len(house.shards("b")) == 2)
        a.kept.cancel()
        house.playing = dict.fromkeys(house.shards("b"), "b")
        await until(lambda: len(b.keeper.players) == 4)
        new = [player.away() for player in b.keeper.players[2:]]
        assert all(away is not None and LIFE * 0.9 < away < 20 for away in new)


async def test_a_sleeper_that_wakes_leaves_without_a_word_what_others_have_taken_over(
    start: Start, house: House
) -> None:
    async with start("a") as a, start("b"):
        await until(lambda: len(house.shards("a")) == len(house.shards("b")) == 2)
        mine = house.shards("a")
        place = Place(server_scope((4000 + mine[0]) << 22), 7)
        a.turns.awake.clear()
        for shard in mine:  # it sleeps
            del house.playing[shard]
        await until(lambda: house.shards("b") == ALL)
        assert not a.keeper.fresh
        with pytest.raises(JournalConflict):
            await a.store.journal("g", place).append(0, [a_start()])
        a.turns.awake.set()
        await until(lambda: sorted(house.lost) == mine)
        await until(lambda: len(house.shards("a")) == 2)  # and it joins again


async def test_an_outage_of_the_database_costs_nobody_a_shard(start: Start, house: House) -> None:
    async with start("a") as a, start("b") as b:
        await until(lambda: len(house.shards("a")) == len(house.shards("b")) == 2)
        before, claims = dict(house.playing), len(house.opened)
        a.turns.fault = b.turns.fault = StoreUnavailable("the database is away")
        await asyncio.wait({a.kept}, timeout=2 * LIFE)
        assert a.keeper.problem == "the database is away"
        assert not a.keeper.fresh
        a.turns.fault = b.turns.fault = None
        await until(lambda: a.keeper.fresh and b.keeper.fresh)
        await asyncio.wait({a.kept}, timeout=LIFE / 2)
        assert (house.playing, house.lost, len(house.opened)) == (before, [], claims)
        assert a.keeper.problem == ""


async def test_a_player_that_ends_by_itself_ends_the_process_and_tells_why(
    start: Start, house: House
) -> None:
    async with start("a") as a:
        await until(lambda: house.shards("a") == ALL)
        a.keeper.players[2].ends.set_result("Discord has closed the connection")
        assert await asyncio.wait_for(a.kept, 10) == "Discord has closed the connection"
        assert await a.turns.held() == {}


async def test_a_bug_in_a_player_is_raised_once_all_is_handed_over(start: Start, house: House) -> None:
    async with start("a") as a:
        await until(lambda: house.shards("a") == ALL)
        a.keeper.players[2].ends.set_exception(LookupError("a bug"))
        with pytest.raises(LookupError):
            await asyncio.wait_for(a.kept, 10)
        assert await a.turns.held() == {}


async def test_a_player_that_cannot_read_the_database_is_started_again(start: Start, house: House) -> None:
    async with start("a", Wanted(1)) as a:
        await until(lambda: house.shards("a") == [0])
        a.keeper.players[0].ends.set_exception(StoreUnavailable("away"))
        await until(lambda: len(house.opened) == 2 and house.shards("a") == [0])
        assert not a.kept.done()


async def test_another_number_of_shards_is_refused_while_others_play(start: Start, house: House) -> None:
    async with start("a"):
        await until(lambda: house.shards("a") == ALL)
        async with start("b", Wanted(4, fixed=5)) as b:
            problem = await asyncio.wait_for(b.kept, 10)
            assert problem is not None
            assert "play with 4 shards: set GUMSHOE_SHARDS=4 here too" in problem


async def test_another_number_of_shards_is_used_once_the_others_are_dead(start: Start, house: House) -> None:
    async with start("a") as a:
        await until(lambda: house.shards("a") == ALL)
        a.kept.cancel()
        house.playing.clear()
        async with start("b", Wanted(4, fixed=3)):
            await until(lambda: house.shards("b") == [0, 1, 2])


async def test_games_that_a_dead_process_did_not_count_are_counted(start: Start, house: House) -> None:
    async with start("a") as a:
        await until(lambda: house.shards("a") == ALL)
        async with start("b") as b:
            await until(lambda: len(house.shards("a")) == len(house.shards("b")) == 2)
            _, events = whole_game({ANN: RIGHT})
            await keep(b.store, "g", *events, place=Place(server_scope(3 << 22), 7))
            run_sql(b.store.url, "DELETE FROM result")
            a.kept.cancel()
            house.playing = dict.fromkeys(house.shards("b"), "b")
            await until(lambda: len(run_sql(b.store.url, "SELECT points FROM result")) == 1)
