"""Daily quizzes in the database: the same questions for all, results by day, streaks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import EndReason, Event, GameEnded, GameStarted, Player, Standing
from bot.game.rules import Rules
from bot.store.check import check
from bot.store.records import Daily, DailyBoard, Period, daily_scope, server_scope
from bot.store.store import Store
from tests.support.databases import (
    ANN,
    BOB,
    CLEO,
    NOON,
    a_close,
    a_question,
    an_award,
    best_of,
    keep,
    opened,
)

GUILD = 5
SCOPE = daily_scope(GUILD)
DAY = date(2026, 11, 20)
RULES = Rules(rounds=1, solo=True, untimed=True)


def game_of(player: Player, points: int | None, at: datetime) -> Sequence[Event]:
    """One question, answered or, without points, skipped."""
    began = GameStarted(at.timestamp(), player, RULES, (a_question(),))
    if points is None:
        return began, GameEnded(at.timestamp(), EndReason.FINISHED, ())
    standing = Standing(1, player, points, int(points > 0), 1)
    ended = GameEnded(at.timestamp(), EndReason.FINISHED, (standing,))
    return began, a_close(1, an_award(player, points), at=at), ended


async def play(store: Store, player: Player, points: int | None, days_ago: int = 0) -> None:
    daily = Daily(GUILD, DAY - timedelta(days=days_ago), player.id)
    at = NOON - timedelta(days=days_ago)
    await keep(store, daily.game, *game_of(player, points, at), place=daily.place)


def lines(board: DailyBoard) -> list[tuple[int, str, int, int]]:
    return [(row.rank, row.player_name, row.points, row.streak) for row in board.top]


@given(
    guild=st.integers(1, 2**63),
    player=st.integers(1, 2**63),
    day=st.dates(date(2015, 1, 1), date(2800, 1, 1)),
)
def test_the_id_of_a_game_tells_server_day_and_player(guild: int, player: int, day: date) -> None:
    daily = Daily(guild, day, player)
    assert Daily.of(daily.game) == daily
    assert len(daily.game) <= 40


@pytest.mark.parametrize("id", ["0f3a9c2b7d1e", "s0123456789abcdef012345", "d0-1-2", "dffffff-1-2", "d-1-2"])
def test_other_games_are_no_daily_quizzes(id: str) -> None:
    assert Daily.of(id) is None


async def test_of_two_who_begin_a_day_at_once_both_get_the_questions_of_one(database: str) -> None:
    async with opened(database) as store:
        assert await store.dailies.questions(SCOPE, DAY) == ()
        mine, other = (a_question("q1"),), (a_question("q2"),)
        both = await asyncio.gather(
            store.dailies.keep(SCOPE, DAY, mine), store.dailies.keep(SCOPE, DAY, other)
        )
        assert both[0] == both[1] == await store.dailies.questions(SCOPE, DAY)
        assert await store.dailies.keep(SCOPE, DAY + timedelta(days=1), other) == other


async def test_the_board_ranks_those_who_finished_and_tells_the_asker_s_line(database: str) -> None:
    async with opened(database) as store:
        await play(store, ANN, 20)
        await play(store, BOB, 30)
        await play(store, CLEO, 20)
        late = Daily(GUILD, DAY, 99)
        began, *_ = game_of(Player(99, "Late"), 10, NOON)
        await keep(store, late.game, began, place=late.place)
        board = await store.dailies.board(SCOPE, DAY, DAY, CLEO.id)
        assert lines(board) == [(1, "Bob", 30, 1), (2, "Ann", 20, 1), (2, "Cleo", 20, 1)]
        assert board.players == 3
        assert board.own == board.top[2]
        assert (await store.dailies.board(SCOPE, DAY, DAY, 99)).own is None


async def test_more_than_ten_are_counted_and_the_asker_s_line_comes_beside_them(database: str) -> None:
    async with opened(database) as store:
        for number in range(1, 13):
            await play(store, Player(number, f"P{number}"), 10 * number)
        board = await store.dailies.board(SCOPE, DAY, DAY, 1)
        assert (len(board.top), board.players) == (10, 12)
        assert board.own is not None
        assert (board.own.rank, board.own.points) == (12, 10)


async def test_days_add_up_and_streaks_end_where_a_day_is_missing(database: str) -> None:
    async with opened(database) as store:
        for days_ago in (0, 1, 2, 4):
            await play(store, ANN, 10, days_ago)
        for days_ago in (1, 2):  # today is not over yet
            await play(store, BOB, 20, days_ago)
        await play(store, CLEO, 30, 2)
        board = await store.dailies.board(SCOPE, date(1970, 1, 1), DAY, ANN.id)
        assert lines(board) == [(1, "Ann", 40, 3), (1, "Bob", 40, 2), (3, "Cleo", 30, 0)]
        assert [row.days for row in board.top] == [4, 2, 1]


async def test_who_skipped_every_question_has_played_and_won_nothing(database: str) -> None:
    async with opened(database) as store:
        await play(store, ANN, None)
        assert lines(await store.dailies.board(SCOPE, DAY, DAY, ANN.id)) == [(1, "Ann", 0, 1)]


async def test_they_stay_out_of_the_server_s_board_its_history_and_what_resumes(database: str) -> None:
    async with opened(database) as store:
        await play(store, ANN, 20)
        open_one = Daily(GUILD, DAY, BOB.id)
        began, *_ = game_of(BOB, 10, NOON)
        await keep(store, open_one.game, began, place=open_one.place)
        assert await store.open_games() == ()
        assert await store.past_games(server_scope(GUILD), 10) == ()
        assert await best_of(store, server_scope(GUILD), Period.ALL_TIME, NOON) == ()
        assert await best_of(store, daily_scope(GUILD), Period.ALL_TIME, NOON) == ()


def test_doctor_is_content_with_them_and_counts_none_as_open(database: str) -> None:

    async def fill() -> None:
        async with opened(database) as store:
            await play(store, ANN, 20)
            daily = Daily(GUILD, DAY, BOB.id)
            began, *_ = game_of(BOB, 10, datetime.now(UTC))
            await keep(store, daily.game, began, place=daily.place)

    asyncio.run(fill())
    health = check(database, full=True)
    assert health.problems == health.stuck_games == ()
    assert (health.counts.games, health.counts.open_games) == (2, 0)
