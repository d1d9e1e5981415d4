"""Leaderboards: what counts on which, in which order, and who finds themselves where."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.game.events import Player
from bot.store.board_records import Cursor, Leaderboard, Measure, Move, Season, Subject
from bot.store.records import EVERYWHERE, TERMINAL, Period, Place, StandingRecord, server_scope
from bot.store.store import Store
from tests.support.databases import (
    ANN,
    BOB,
    CLEO,
    HERE,
    NOON,
    a_game,
    an_award,
    best_of,
    board_of,
    keep,
    opened,
    place_of,
)

ELSEWHERE = Place(server_scope(6), 8)
AT_HOME = Place(TERMINAL, 0)
DAN = Player(14, "Dan")


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    async with opened(database) as store:
        yield store


async def play(
    store: Store,
    game: str,
    points: dict[Player, int],
    *,
    place: Place = HERE,
    at: datetime = NOON,
) -> None:
    """A game of one round, from its start to its end."""
    awards = (an_award(player, won) for player, won in points.items())
    await keep(store, game, *a_game(*awards, at=at), place=place)


class TestOrder:
    async def test_players_stand_by_points_and_share_a_rank_on_equal_ones(self, store: Store) -> None:
        awards = (an_award(ANN, 50), an_award(BOB, 120), an_award(CLEO, 50), an_award(DAN))
        await keep(store, "g1", *a_game(*awards))
        board = await best_of(store, HERE.scope, Period.ALL_TIME, NOON)
        assert [(line.rank, line.player_name, line.points) for line in board] == [
            (1, "Bob", 120),
            (2, "Cleo", 50),
            (2, "Ann", 50),
            (4, "Dan", 0),
        ]
        assert board[3] == StandingRecord(4, 14, "Dan", 0, 0, 1)

    @pytest.mark.parametrize("scope", [HERE.scope, EVERYWHERE])
    async def test_pages_down_and_up_show_each_line_once_with_its_rank(
        self, store: Store, scope: str
    ) -> None:
        points = {Player(id, f"P{id}"): won for id, won in enumerate([90, 80, 80, 80, 70, 0, 5000, 130], 1)}
        for player in points:
            await store.rankings.change_member(player, {"everywhere": True})
        await play(store, "g1", points)
        board = board_of(scope, Period.DAY, NOON)
        page = await store.rankings.page(board, limit=3)
        down = [page]
        while page.below:
            last = page.lines[-1]
            page = await store.rankings.page(board, Cursor(last.value, last.player_id), limit=3)
            down.append(page)
        ranks = [line.rank for page in down for line in page.lines]
        assert ranks == [1, 2, 3, 4, 4, 4, 7, 8]
        assert [page.above for page in down] == [False, True, True]
        first = down[2].lines[0]
        up = await store.rankings.page(board, Cursor(first.value, first.player_id, up=True), limit=3)
        assert up.lines == down[1].lines
        assert (up.above, up.below) == (True, True)

    @pytest.mark.parametrize("scope", [HERE.scope, EVERYWHERE])
    async def test_a_player_far_below_finds_the_own_line_with_neighbours(
        self, store: Store, scope: str
    ) -> None:
        points = {Player(id, f"P{id}"): 1000 - id for id in range(1, 41)}
        for player in points:
            await store.rankings.change_member(player, {"everywhere": True})
        await play(store, "g1", points)
        lines = await store.rankings.neighbours(board_of(scope, Period.WEEK, NOON), 30, 2)
        assert [(line.rank, line.player_id) for line in lines] == [(id, id) for id in range(28, 33)]
        assert await store.rankings.neighbours(board_of(scope, Period.WEEK, NOON), 99, 2) == ()

    async def test_wins_accuracy_and_streaks_have_boards_too(self, store: Store) -> None:
        await play(store, "g1", {ANN: 50, BOB: 10})
        await play(store, "g2", {ANN: 40, BOB: 10})
        await play(store, "g3", {ANN: 0, BOB: 10})
        await play(store, "alone", {CLEO: 90})
        board = board_of(HERE.scope, Period.ALL_TIME, NOON)
        wins = (await store.rankings.page(replace(board, measure=Measure.WINS))).lines
        assert [(line.player_name, line.value) for line in wins] == [("Ann", 2), ("Bob", 1)]
        assert (
            await store.rankings.page(replace(board, measure=Measure.ACCURACY))
        ).lines == ()  # too few answers
        for number in range(20):
            await play(store, f"more{number}", {ANN: 10 * (number % 2), BOB: 10})
        accuracy = (await store.rankings.page(replace(board, measure=Measure.ACCURACY))).lines
        assert [(line.player_name, line.value) for line in accuracy] == [("Bob", 10_000), ("Ann", 5217)]
        streaks = (await store.rankings.page(replace(board, measure=Measure.STREAK))).lines
        assert {line.player_name: line.streak for line in streaks} == {"Ann": 1, "Bob": 1, "Cleo": 1}

    async def test_a_pack_and_a_topic_have_boards_of_their_own(self, store: Store) -> None:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await play(store, "g1", {ANN: 50, BOB: 20})
        await play(store, "g2", {ANN: 7}, place=ELSEWHERE)
        for scope, lines in ((HERE.scope, [("Ann", 50), ("Bob", 20)]), (EVERYWHERE, [("Ann", 57)])):
            for kind, name in (("pack", "pack"), ("topic", "")):
                for period in Period:
                    board = replace(board_of(scope, period, NOON), subject=Subject(kind, name))
                    page = await store.rankings.page(board)
                    assert [(line.player_name, line.points) for line in page.lines] == lines
            other = replace(board_of(scope, Period.ALL_TIME, NOON), subject=Subject("pack", "cats"))
            assert (await store.rankings.page(other)).lines == ()


class TestScopes:
    async def test_a_server_counts_its_own_points_and_everywhere_those_of_all(self, store: Store) -> None:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await play(store, "g1", {ANN: 50, BOB: 20})
        await play(store, "g2", {ANN: 7}, place=ELSEWHERE)
        for scope, totals in ((HERE.scope, [50, 20]), (ELSEWHERE.scope, [7]), (EVERYWHERE, [57])):
            assert [line.points for line in await best_of(store, scope, Period.MONTH, NOON)] == totals

    async def test_who_joins_everywhere_late_brings_all_and_who_leaves_takes_all(self, store: Store) -> None:
        await play(store, "g1", {ANN: 50, BOB: 20})
        await play(store, "g2", {ANN: 7, BOB: 9}, place=ELSEWHERE, at=NOON + timedelta(days=1))
        assert await best_of(store, EVERYWHERE, Period.ALL_TIME, NOON) == ()
        for player in (ANN, BOB):
            await store.rankings.change_member(player, {"everywhere": True})
        later = NOON + timedelta(days=1)
        for period, at, points in (
            (Period.ALL_TIME, NOON, [57, 29]),
            (Period.DAY, NOON, [50, 20]),
            (Period.DAY, later, [9, 7]),
        ):
            assert [line.points for line in await best_of(store, EVERYWHERE, period, at)] == points
        await store.rankings.change_member(ANN, {"everywhere": False})
        assert (await place_of(store, EVERYWHERE, Period.DAY, BOB, NOON) or 0) == StandingRecord(
            1, BOB.id, "Bob", 20, 1, 1, 0, 1, 20
        )
        assert await store.rankings.neighbours(board_of(EVERYWHERE, Period.ALL_TIME, NOON), ANN.id) == ()

    async def test_the_terminal_stays_by_itself(self, store: Store) -> None:
        me = Player(0, "me")
        await store.rankings.change_member(me, {"everywhere": True})
        await play(store, "g1", {me: 50}, place=AT_HOME)
        assert await best_of(store, EVERYWHERE, Period.ALL_TIME, NOON) == ()
        assert (await best_of(store, TERMINAL, Period.ALL_TIME, NOON))[0].points == 50

    async def test_each_server_has_its_own_name_for_a_player_the_latest(self, store: Store) -> None:
        await store.rankings.change_member(ANN, {"everywhere": True})
        names = ((HERE, "Ann"), (ELSEWHERE, "Boss"), (HERE, "Annie"))
        for game, (place, name) in enumerate(names):
            player = Player(ANN.id, name, "" if name == "Ann" else "Anna")
            await play(store, f"g{game}", {player: 50}, place=place)
        for scope, name in ((HERE.scope, "Annie"), (ELSEWHERE.scope, "Boss"), (EVERYWHERE, "Anna")):
            (line,) = await best_of(store, scope, Period.ALL_TIME, NOON)
            assert line.player_name == name
            assert await place_of(store, scope, Period.ALL_TIME, ANN, NOON) == line


SUNDAY_NIGHT = datetime(2027, 1, 31, 23, 59, 59, 999_000, tzinfo=UTC)
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)
SHORT = {Period.DAY, Period.WEEK, Period.MONTH}


class TestPeriods:
    @pytest.mark.parametrize(
        ("won", "read", "counts_in"),
        [
            (SUNDAY_NIGHT, SUNDAY_NIGHT, {*SHORT, Period.YEAR}),
            (SUNDAY_NIGHT, SUNDAY_NIGHT + timedelta(seconds=1), {Period.YEAR}),  # Monday, the first
            (NOON, NOON + timedelta(hours=11, minutes=59), {*SHORT, Period.YEAR}),
            (NOON, NOON + timedelta(hours=12), {Period.WEEK, Period.MONTH, Period.YEAR}),
            (NOON, NOON + timedelta(days=3), {Period.MONTH, Period.YEAR}),  # a Friday, and the Monday after
            (NEW_YEAR - timedelta(milliseconds=1), NEW_YEAR, {Period.WEEK}),  # a week may span two years
            (NEW_YEAR, NEW_YEAR - timedelta(milliseconds=1), {Period.WEEK}),
        ],
    )
    async def test_points_count_in_the_periods_they_were_won_in(
        self, store: Store, won: datetime, read: datetime, counts_in: set[Period]
    ) -> None:
        await play(store, "g1", {ANN: 50}, at=won)
        found = {period for period in Period if await best_of(store, HERE.scope, period, read)}
        assert found == counts_in | {Period.ALL_TIME}

    async def test_days_are_those_of_the_server_also_over_summer_time(self, store: Store) -> None:
        await store.change_settings(HERE.scope, {"zone": "Europe/Berlin"})
        await play(store, "g1", {ANN: 50}, at=datetime(2026, 3, 28, 23, 30, tzinfo=UTC))  # 00:30 on the 29th
        await play(store, "g2", {ANN: 7}, at=datetime(2026, 3, 29, 21, 30, tzinfo=UTC))  # 23:30
        await play(store, "g3", {ANN: 3}, at=datetime(2026, 3, 29, 22, 30, tzinfo=UTC))  # 00:30 on the 30th
        for day, points in ((date(2026, 3, 29), [57]), (date(2026, 3, 30), [3]), (date(2026, 3, 28), [])):
            page = await store.rankings.page(Leaderboard(HERE.scope, Period.DAY, day))
            assert [line.points for line in page.lines] == points

    async def test_a_past_period_can_be_looked_at_and_late_awards_count_in_it(self, store: Store) -> None:
        tomorrow = NOON + timedelta(days=1)
        await play(store, "g1", {ANN: 50, BOB: 60})
        await play(store, "g2", {ANN: 5}, at=tomorrow)
        await play(store, "late", {ANN: 20})
        first = await best_of(store, HERE.scope, Period.DAY, NOON)
        assert [(line.player_name, line.points) for line in first] == [("Ann", 70), ("Bob", 60)]
        second = await best_of(store, HERE.scope, Period.DAY, tomorrow)
        assert [(line.player_name, line.points) for line in second] == [("Ann", 5)]

    @pytest.mark.parametrize("scope", [HERE.scope, EVERYWHERE])
    async def test_the_ranks_of_the_period_before_tell_who_moved(self, store: Store, scope: str) -> None:
        for player in (ANN, BOB, CLEO):
            await store.rankings.change_member(player, {"everywhere": True})
        await play(store, "g1", {ANN: 50, BOB: 60})
        tomorrow = NOON + timedelta(days=1)
        await play(store, "g2", {ANN: 5, BOB: 1, CLEO: 3}, at=tomorrow)
        board = board_of(scope, Period.DAY, tomorrow)
        assert await store.rankings.ranks_before(board, [ANN.id, BOB.id, CLEO.id]) == {ANN.id: 2, BOB.id: 1}
        assert await store.rankings.ranks_before(board_of(scope, Period.ALL_TIME, NOON), [ANN.id]) == {}


class TestSeasons:
    async def test_a_reset_begins_a_season_and_keeps_the_one_before(self, store: Store) -> None:
        await play(store, "g1", {ANN: 50, BOB: 20})
        assert await store.rankings.reset(HERE.scope, NOON) == Season(2, NOON)
        board = board_of(HERE.scope, Period.ALL_TIME, NOON)
        assert (await store.rankings.page(board)).lines == ()
        await play(store, "g2", {BOB: 5})
        assert [line.points for line in (await store.rankings.page(board)).lines] == [5]
        for period in Period:
            first = replace(board_of(HERE.scope, period, NOON), season=1)
            assert [line.points for line in (await store.rankings.page(first)).lines] == [50, 20]
        assert await store.rankings.seasons(HERE.scope) == (Season(1, None), Season(2, NOON))

    async def test_a_reset_can_be_undone_with_all_that_was_won_since(self, store: Store) -> None:
        await play(store, "g1", {ANN: 50, BOB: 20})
        await store.rankings.reset(HERE.scope, NOON)
        await play(store, "g2", {BOB: 45, ANN: 1}, at=NOON + timedelta(days=1))
        assert await store.rankings.undo_reset(HERE.scope) == Season(1, None)
        (first, second) = await best_of(store, HERE.scope, Period.ALL_TIME, NOON)
        assert (first.points, first.wins, second.points, second.wins) == (65, 1, 51, 1)
        assert [line.points for line in await best_of(store, HERE.scope, Period.DAY, NOON)] == [50, 20]
        assert await store.rankings.undo_reset(HERE.scope) is None

    async def test_there_is_nothing_to_reset_where_nobody_has_won_anything(self, store: Store) -> None:
        assert await store.rankings.reset(HERE.scope, NOON) is None

    async def test_a_reset_leaves_other_servers_and_everywhere_alone(self, store: Store) -> None:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await play(store, "g1", {ANN: 50})
        await play(store, "g2", {ANN: 7}, place=ELSEWHERE)
        await store.rankings.reset(HERE.scope, NOON)
        for scope, points in ((ELSEWHERE.scope, 7), (EVERYWHERE, 57)):
            assert [line.points for line in await best_of(store, scope, Period.WEEK, NOON)] == [points]


async def test_after_a_game_each_player_has_moved_from_where_they_stood(store: Store) -> None:
    await play(store, "g1", {ANN: 100, BOB: 60, CLEO: 50})
    await play(store, "g2", {CLEO: 30, DAN: 55, BOB: 5})
    board = board_of(HERE.scope, Period.WEEK, NOON)
    gained = {CLEO.id: 30, DAN.id: 55, BOB.id: 5}
    moved = await store.rankings.moves(board, gained)
    assert moved == (Move(CLEO.id, 2, 3), Move(BOB.id, 3, 2), Move(DAN.id, 4, None))
    assert await store.rankings.moves(board, gained, limit=1) == moved[:1]
