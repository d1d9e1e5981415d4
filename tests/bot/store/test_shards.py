"""Processes on one database share the shards, take over from the dead, and write only what is theirs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import pairwise

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import EVERY_DAY, Weekly
from bot.game.journal import JournalConflict
from bot.store.engine import for_writing, make_engine
from bot.store.errors import StoreConflict, StoreUnavailable
from bot.store.lease import this_host
from bot.store.records import Daily, Holder, Place, daily_scope, server_scope, solo_scope
from bot.store.rows import append_of
from bot.store.shard_records import Claim, OtherCount, Turn, Wanted, shard_of
from bot.store.shards import quota_of
from bot.store.statements import Statements, write_once
from bot.store.store import Store
from tests.support.databases import NOON, a_close, a_game, a_start, an_end, opened, run_sql
from tests.support.postgres import Postgres

A, B, C = (Holder(name, f"host-{name}", 1) for name in ("a", "b", "c"))
FOUR, TEN = Wanted(4), Wanted(10)
GONE_PID = 2**22 + 1
"""Higher than any process id."""


@pytest.fixture
def url(new_database: Callable[[], str]) -> str:
    return new_database()


@pytest.fixture
async def stores(url: str) -> AsyncIterator[tuple[Store, Store]]:
    """Two processes' stores on one database."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(opened(url))
        yield first, await stack.enter_async_context(opened(url))


async def turn(
    store: Store,
    me: Holder,
    wanted: Wanted = FOUR,
    silent: Mapping[str, datetime] | None = None,
    *,
    leaving: bool = False,
) -> Turn:
    """A turn of a process that may join."""
    had = await store.shards.turn(me, wanted, silent or {}, leaving=leaving)
    assert isinstance(had, Turn)
    return had


def shards(had: Turn) -> list[int]:
    return sorted(claim.shard for claim in had.held)


def in_shard(shard: int, count: int = 4) -> Place:
    """A channel of a server that belongs to the shard."""
    return Place(server_scope((count * 1000 + shard) << 22), 7)


async def test_the_first_process_takes_all_shards(stores: tuple[Store, Store]) -> None:
    had = await turn(stores[0], A, TEN)
    assert (had.count, had.quota, shards(had)) == (10, 10, list(range(10)))
    assert set(had.held.values()) == {None}


async def test_a_second_process_waits_until_it_is_left_its_share(stores: tuple[Store, Store]) -> None:
    first, second = stores
    before = await turn(first, A)
    assert shards(await turn(second, B)) == []
    had = await turn(first, A)
    assert (had.quota, shards(had)) == (2, [0, 1, 2, 3])
    for claim in list(before.held)[2:]:
        await first.shards.release(A, claim)
    assert shards(await turn(second, B)) == [2, 3]
    assert shards(await turn(first, A)) == [0, 1]


@given(st.integers(1, 40), st.integers(1, 12))
def test_shares_are_fair_and_leave_no_shard_out(count: int, processes: int) -> None:
    names = [f"process {number}" for number in range(processes)]
    quotas = [quota_of(name, names, count) for name in names]
    assert sum(quotas) == count
    assert max(quotas) - min(quotas) <= 1


async def test_each_claim_has_a_higher_epoch_than_all_before(stores: tuple[Store, Store]) -> None:
    first, second = stores
    epochs = [claim.epoch for claim in (await turn(first, A)).held]
    await first.shards.leave(A)
    epochs += [claim.epoch for claim in (await turn(second, B)).held]
    await second.shards.leave(B)
    epochs += [claim.epoch for claim in (await turn(first, A, Wanted(3))).held]
    assert all(one < next for one, next in pairwise(epochs))


async def test_shards_that_were_handed_over_tell_for_how_long_nobody_had_them(
    stores: tuple[Store, Store], url: str
) -> None:
    first, second = stores
    await turn(first, A)
    await first.shards.leave(A)
    run_sql(url, "UPDATE shard SET left_at = :at", at=NOON.replace(tzinfo=None))
    away = set((await turn(second, B)).held.values())
    assert len(away) == 1
    assert away.pop() > timedelta(hours=1)  # type: ignore[operator]


async def test_only_who_has_been_silent_since_loses_its_shards(stores: tuple[Store, Store]) -> None:
    first, second = stores
    await turn(first, A)
    (seen,) = (await turn(second, B)).others
    await turn(first, A)  # it beats
    assert shards(await turn(second, B, silent={"a": seen.beat_at})) == []
    (seen,) = (await turn(second, B)).others
    had = await turn(second, B, silent={"a": seen.beat_at})
    assert shards(had) == [0, 1, 2, 3]
    assert [process.holder for process in had.dead] == [A]


async def test_a_process_of_this_host_that_is_gone_loses_its_shards_at_once(
    stores: tuple[Store, Store],
) -> None:
    first, second = stores
    await turn(first, Holder("gone", this_host(), GONE_PID))
    assert shards(await turn(second, Holder("me", this_host(), 1))) == [0, 1, 2, 3]


async def test_whoever_lost_its_shards_joins_again_as_the_last(stores: tuple[Store, Store]) -> None:
    first, second = stores
    await turn(first, A)
    (seen,) = (await turn(second, B)).others
    await turn(second, B, silent={"a": seen.beat_at})
    had = await turn(first, A, Wanted(3))  # the number of shards stays as the others have it
    assert (had.count, had.quota, shards(had)) == (4, 2, [])


async def test_a_process_that_leaves_counts_no_more_and_claims_nothing(stores: tuple[Store, Store]) -> None:
    first, second = stores
    await turn(first, A)
    await turn(second, B)
    had = await turn(first, A, leaving=True)
    assert (had.quota, shards(had)) == (0, [0, 1, 2, 3])
    for claim in had.held:
        await first.shards.release(A, claim)
    assert shards(await turn(first, A, leaving=True)) == []
    had = await turn(second, B)
    assert (had.quota, shards(had)) == (4, [0, 1, 2, 3])


async def test_another_number_of_shards_waits_until_nobody_plays(stores: tuple[Store, Store]) -> None:
    first, second = stores
    await turn(first, A)
    refused = await second.shards.turn(B, Wanted(1, fixed=5), {})
    assert isinstance(refused, OtherCount)
    assert (refused.count, [process.holder for process in refused.others]) == (4, [A])
    assert shards(await turn(first, A)) == [0, 1, 2, 3]  # who may not join takes nobody's share
    await first.shards.leave(A)
    assert (await turn(second, B, Wanted(1, fixed=5))).count == 5


async def test_two_processes_that_claim_at_once_share_without_a_clash(url: str) -> None:
    async with AsyncExitStack() as stack:
        opening = [stack.enter_async_context(opened(url)) for _ in range(4)]
        several = await asyncio.gather(*opening)
        holders = [Holder(f"p{number}", f"h{number}", 1) for number in range(4)]
        for _ in range(3):
            turns = await asyncio.gather(*map(turn, several, holders, [TEN] * 4))
        held = [shard for had in turns for shard in shards(had)]
        assert sorted(held) == list(range(10))


async def test_who_holds_which_shards_can_be_seen(stores: tuple[Store, Store]) -> None:
    first, second = stores
    await turn(first, A)
    await turn(second, B)
    held = await first.shards.held()
    assert {process.holder.id: kept for process, kept in held.items()} == {"a": (0, 1, 2, 3), "b": ()}


@pytest.mark.parametrize("scope", [solo_scope(9), "terminal", "everywhere"])
def test_what_is_no_servers_belongs_to_the_first_shard(scope: str) -> None:
    assert shard_of(scope, 16) == 0


@given(st.integers(0, 2**63 - 1), st.integers(1, 200))
def test_a_server_belongs_to_the_shard_that_discord_says(guild: int, count: int) -> None:
    assert (
        shard_of(server_scope(guild), count) == shard_of(daily_scope(guild), count) == (guild >> 22) % count
    )


async def test_games_settings_and_schedules_are_read_by_shard(stores: tuple[Store, Store]) -> None:
    store = stores[0]
    alone = Place(solo_scope(9), 5)
    for number, place in enumerate([*map(in_shard, range(4)), alone]):
        await store.journal(f"g{number}", place).append(0, [a_start()])
    for shard in range(4):
        await store.change_settings(in_shard(shard).scope, {"rounds": 7})
        await store.add_schedule(in_shard(shard), Weekly(NOON.time(), EVERY_DAY), "{}", NOON)
    games = [{game.id for game in await store.open_games(claim=Claim(shard, 4, 1))} for shard in range(4)]
    assert games == [{"g0", "g4"}, {"g1"}, {"g2"}, {"g3"}]
    for shard in range(4):
        (schedule,) = await store.schedules(claim=Claim(shard, 4, 1))
        assert schedule.place == in_shard(shard)


async def test_what_another_process_has_set_is_known_once_the_shard_is_ours(
    stores: tuple[Store, Store],
) -> None:
    first, second = stores
    here, there = in_shard(1).scope, in_shard(2).scope
    await first.change_settings(here, {"rounds": 7})
    await first.change_settings(there, {"rounds": 8})
    await second.load_settings()
    await first.reset_settings(here)
    await first.reset_settings(there)
    await second.load_settings(Claim(1, 4, 9))
    assert second.settings(here) == first.settings(here)
    assert second.settings(there) != first.settings(there)  # that is not its own


async def test_an_event_tells_by_which_claim_it_was_written(stores: tuple[Store, Store], url: str) -> None:
    first, second = stores
    (claim,) = (await turn(first, A, Wanted(1))).held
    first.claims.hold(claim)
    game = a_game()
    await first.journal("g", in_shard(0, 1)).append(0, game[:1])
    await first.shards.leave(A)
    (later,) = (await turn(second, B, Wanted(1))).held
    second.claims.hold(later)
    await second.journal("g", in_shard(0, 1)).append(1, game[1:])
    assert run_sql(url, "SELECT epoch FROM event ORDER BY seq") == [
        (claim.epoch,),
        (later.epoch,),
        (later.epoch,),
    ]


async def test_who_lost_a_shard_cannot_write_its_games(stores: tuple[Store, Store], url: str) -> None:
    first, second = stores
    for claim in (await turn(first, A)).held:
        first.claims.hold(claim)
    journal = first.journal("g", in_shard(1))
    await journal.append(0, [a_start()])
    await first.shards.leave(A)  # it does not know yet: its claims are as they were
    await turn(second, B)
    with pytest.raises(JournalConflict, match="another process"):
        await journal.append(1, [a_close(1)])
    assert run_sql(url, "SELECT seq FROM event") == [(0,)]


async def test_a_shard_that_nobody_has_is_not_written_either(stores: tuple[Store, Store]) -> None:
    store = stores[0]
    (claim,) = (await turn(store, A, Wanted(1))).held
    store.claims.hold(claim)
    await store.shards.release(A, claim)
    with pytest.raises(JournalConflict):
        await store.journal("g", in_shard(0, 1)).append(0, [a_start()])


async def test_a_shard_that_was_taken_back_is_not_written_under_the_old_claim(
    stores: tuple[Store, Store],
) -> None:
    store = stores[0]
    (claim,) = (await turn(store, A, Wanted(1))).held
    store.claims.hold(claim)
    await store.shards.release(A, claim)
    (later,) = (await turn(store, A, Wanted(1))).held
    journal = store.journal("g", in_shard(0, 1))
    with pytest.raises(JournalConflict):
        await journal.append(0, [a_start()])
    store.claims.hold(later)
    await journal.append(0, [a_start()])


async def test_what_is_lost_does_not_keep_others_from_being_written(
    stores: tuple[Store, Store], url: str
) -> None:
    first, second = stores
    for claim in (await turn(first, A)).held:
        first.claims.hold(claim)
        if claim.shard == 2:
            await first.shards.release(A, claim)
    await turn(second, B)  # takes shard 2
    journals = [first.journal(f"g{shard}", in_shard(shard)).append(0, [a_start()]) for shard in range(4)]
    outcomes = await asyncio.gather(*journals, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), type(None), JournalConflict, type(None)]
    assert run_sql(url, "SELECT id FROM game ORDER BY id") == [("g0",), ("g1",), ("g3",)]


async def test_what_was_kept_before_the_shard_was_lost_is_not_told_as_lost(
    stores: tuple[Store, Store], url: str
) -> None:
    store, place = stores[0], in_shard(0)
    await store.journal("g", place).append(0, [a_start()])
    engine = make_engine(url)
    statements = Statements(engine)
    with for_writing(engine).begin() as connection:  # as after a commit that got no answer
        write_once(connection, statements, append_of("g", place, 0, [a_start()], ()), may_write=False)
        with pytest.raises(StoreConflict):
            write_once(connection, statements, append_of("g", place, 1, [an_end()], ()), may_write=False)
    engine.dispose()


async def test_daily_quizzes_rest_on_the_claim_of_their_server(stores: tuple[Store, Store]) -> None:
    store = stores[0]
    for claim in (await turn(store, A)).held:
        store.claims.hold(claim)
        if claim.shard == 3:
            store.claims.drop(claim)
    ours, others = (Daily((4000 + shard) << 22, NOON.date(), 11) for shard in (1, 3))
    await store.journal(ours.game, ours.place).append(0, [a_start()])
    with pytest.raises(JournalConflict):
        await store.journal(others.game, others.place).append(0, [a_start()])


async def test_a_process_that_never_claims_writes_everything(stores: tuple[Store, Store]) -> None:
    await turn(stores[0], A)
    await stores[1].journal("g", Place("terminal", 0)).append(0, [a_start(), an_end()])


async def test_shards_of_a_bucket_identify_one_after_the_other(stores: tuple[Store, Store], url: str) -> None:
    first, second = stores
    assert await first.shards.identify_in(0) == 0
    assert 4 < await second.shards.identify_in(0) <= 5
    assert await second.shards.identify_in(1) == 0
    run_sql(url, "UPDATE identify SET at = :at", at=NOON.replace(tzinfo=None))
    assert await second.shards.identify_in(0) == 0


async def test_a_clock_that_was_put_back_keeps_no_shard_from_identifying(
    stores: tuple[Store, Store], url: str
) -> None:
    first, _ = stores
    await first.shards.identify_in(0)
    run_sql(url, "UPDATE identify SET at = :at", at=datetime(2100, 1, 1))  # noqa: DTZ001 - as the driver takes it
    assert await first.shards.identify_in(0) == 0


async def test_a_turn_does_not_wait_for_ever_for_a_process_that_was_stopped_while_it_wrote(
    postgres: Postgres,
) -> None:
    with postgres.database() as url:
        async with opened(url) as first, opened(url) as second:
            await turn(first, A)
            (seen,) = (await turn(second, B)).others
            name = url.split("@/")[1].split("?")[0]
            with psycopg.connect(f"host={postgres.folder} user=postgres dbname={name}") as stopped:
                stopped.execute("SELECT id FROM shard FOR SHARE")
                with pytest.raises(StoreUnavailable):
                    await turn(second, B, silent={"a": seen.beat_at})
            assert shards(await turn(second, B, silent={"a": seen.beat_at})) == [0, 1, 2, 3]
