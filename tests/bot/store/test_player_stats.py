"""What a player has done in a server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.game.achievements import Career
from bot.store.periods import start_of
from bot.store.player_stats import LAST, WEEKS
from bot.store.records import Period, Place, server_scope
from bot.store.stat_records import PastResult, PlayerStats, Runs, Share, WeekPoints
from bot.store.store import Store
from tests.support.databases import HERE, NOON, a_game, an_award, keep, opened
from tests.support.fakes import START
from tests.support.players import ANN, BEN, CAT
from tests.support.whole_games import RIGHT, WRONG, whole_game

ELSEWHERE = Place(server_scope(6), 8)
TODAY = datetime.fromtimestamp(START, UTC).date()


async def stats(store: Store, scope: str = HERE.scope) -> PlayerStats:
    told = await store.rankings.player_stats(scope, ANN.id, TODAY)
    assert told is not None
    return told


async def test_all_that_a_player_did_here_is_told_and_nothing_of_other_servers(database: str) -> None:
    _, events = whole_game({ANN: RIGHT, BEN: WRONG}, {ANN: RIGHT, BEN: RIGHT}, {ANN: WRONG})
    async with opened(database) as store:
        assert await store.rankings.player_stats(HERE.scope, ANN.id, TODAY) is None
        await store.journal("g1", HERE).append(0, events)
        await keep(store, "g2", *a_game(an_award(ANN, 1000)), place=ELSEWHERE)
        told = await stats(store)
    points = told.points
    assert (told.correct, told.answered, told.games, told.wins, told.streak) == (2, 3, 1, 1, 2)
    assert (told.average, told.fastest) == (4.0, 4.0)
    assert told.levels == (Share("1", 2, 3),)
    assert [share.answered for share in told.kinds] == [3]
    assert told.ranks == dict.fromkeys(Period, 1)
    assert told.rating is not None
    assert (told.rating.answers, told.rating.provisional) == (3, True)
    ended = datetime.fromtimestamp(events[-1].at, UTC)
    assert told.last == (PastResult(ended, points, 2, 3, 1, 2, won=True),)


async def test_the_last_ten_games_come_newest_first(database: str) -> None:
    async with opened(database) as store:
        for number in range(LAST + 2):
            at = NOON + timedelta(hours=number)
            await keep(store, f"g{number}", *a_game(an_award(ANN, number), an_award(CAT, 5), at=at))
        told = await stats(store)
    assert [game.points for game in told.last] == list(range(11, 1, -1))
    assert [game.rank for game in told.last] == [1] * 7 + [2] * 3
    assert (told.games, told.wins) == (12, 7)


async def test_what_goes_on_is_told_beside_the_best(database: str) -> None:
    _, events = whole_game({ANN: RIGHT, BEN: WRONG}, {ANN: WRONG}, {ANN: RIGHT}, {ANN: RIGHT})
    async with opened(database) as store:
        await store.journal("g0", HERE).append(0, events)
        assert (await stats(store)).runs == Runs(2, 1, 1)
        for number, day in enumerate((5, 4, 3, 1, 0, 0)):
            at = datetime.fromtimestamp(START, UTC) - timedelta(days=day) + timedelta(hours=1 + number / 9)
            await keep(store, f"g1{number}", *a_game(an_award(ANN, 10), at=at))
        assert (await stats(store)).runs == Runs(4, 2, 3)
        today = at + timedelta(minutes=1)
        await keep(store, "g2", *a_game(an_award(ANN), an_award(BEN, 10), at=today))
        told = await stats(store)
    assert told.runs == Runs(0, 2, 3)
    assert [one.code for one in told.achieved] == ["first-win"]
    assert told.career == Career(wins=1, right=3)


async def test_who_was_never_right_has_no_time(database: str) -> None:
    async with opened(database) as store:
        await keep(store, "g1", *a_game(an_award(ANN)))
        told = await stats(store)
    assert (told.average, told.fastest, told.streak) == (None, None, 0)


async def test_ranks_are_told_for_the_periods_that_the_player_played_in(database: str) -> None:
    yesterday = datetime.fromtimestamp(START, UTC) - timedelta(days=1)
    async with opened(database) as store:
        await keep(store, "g1", *a_game(an_award(ANN, 10), an_award(BEN, 30), at=yesterday))
        await keep(store, "g2", *a_game(an_award(CAT, 5), at=yesterday + timedelta(days=1)))
        assert (await stats(store)).ranks == dict.fromkeys(set(Period) - {Period.DAY}, 2)
        await keep(store, "g3", *a_game(an_award(ANN, 7), at=yesterday + timedelta(days=1)))
        assert (await stats(store)).ranks == {**dict.fromkeys(Period, 2), Period.DAY: 1}


async def test_the_points_of_the_last_weeks_are_told_also_where_there_were_none(database: str) -> None:
    monday = start_of(Period.WEEK, TODAY)
    noon = datetime(monday.year, monday.month, monday.day, 12, tzinfo=UTC)
    async with opened(database) as store:
        for number, days in enumerate((0, 1, 7, 8, 7 * WEEKS)):
            game = a_game(an_award(ANN, 10 + number), at=noon - timedelta(days=days))
            await keep(store, f"g{number}", *game)
        await keep(store, "other", *a_game(an_award(ANN, 500), at=noon), place=ELSEWHERE)
        told = await stats(store)
    starts = [monday - timedelta(weeks=ago) for ago in range(WEEKS - 1, -1, -1)]
    points = [0] * (WEEKS - 3) + [13, 11 + 12, 10]
    assert told.weeks == tuple(map(WeekPoints, starts, points))
