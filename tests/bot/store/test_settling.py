"""Games are counted once they are over, and again where an appeal is accepted later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.game.events import Event
from bot.store.check import check
from bot.store.records import EVERYWHERE, Period
from bot.store.writer import COUNTED
from tests.support.databases import (
    HERE,
    NOON,
    a_close,
    a_start,
    an_award,
    an_end,
    best_of,
    keep,
    opened,
    run_sql,
)
from tests.support.fakes import START
from tests.support.players import ANN, BEN, CAT
from tests.support.whole_games import RIGHT, WRONG, appeal, dump, ratings, whole_game

BEFORE = ({ANN: RIGHT, BEN: WRONG}, {ANN: WRONG, BEN: RIGHT}, {BEN: WRONG, CAT: WRONG})
AFTER = (*BEFORE[:2], {BEN: RIGHT, CAT: WRONG})
"""The guesses of a game, and what they amount to once Ben has appealed: he was even with Ann, and has won."""

UNCOUNTABLE = {
    "sqlite": "UPDATE question SET skill = 'hard' WHERE id = 'q1'",
    "postgresql+psycopg": "UPDATE question SET answered = 2147483647 WHERE id = 'q1'",
}
"""Makes a question fail to be rated."""

NOW = datetime.fromtimestamp(START, UTC)


async def kept(url: str, *parts: list[Event], reset_before_last: bool = False) -> None:
    """Keep a game, each part by a journal of its own as after a restart, with Ben listed everywhere."""
    async with opened(url) as store:
        await store.rankings.change_member(BEN, {"everywhere": True})
        first = 0
        for part in parts:
            if reset_before_last and part is parts[-1]:
                await store.rankings.reset(HERE.scope, NOW)
            await store.journal("g1", HERE).append(first, part)
            first += len(part)
    assert check(url).problems == ()


async def test_an_appeal_after_the_end_makes_all_what_it_would_have_been_at_once(
    new_database: Callable[[], str],
) -> None:
    first, second = new_database(), new_database()
    game, events = whole_game(*BEFORE)
    late = appeal(game, BEN, 3, ANN, 230)
    await kept(first, events, late)
    await kept(second, whole_game(*AFTER)[1])
    one, other = dump(first), dump(second)
    assert set(one.pop("achievement")) > set(other.pop("achievement"))  # what is earned stays
    assert one == other
    for mine, theirs in zip(ratings(first), ratings(second), strict=True):
        assert mine == pytest.approx(theirs, abs=0.2)  # others were rated in between


@pytest.mark.parametrize("size", [1, 4, 1000])
async def test_an_appeal_before_the_end_is_counted_with_the_game_in_whatever_parts_it_comes(
    new_database: Callable[[], str], size: int
) -> None:
    first, second = new_database(), new_database()
    _, whole = whole_game(*BEFORE, {ANN: WRONG}, appeals={3: BEN})
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    await kept(first, *parts)
    await kept(second, whole_game(*AFTER, {ANN: WRONG})[1])
    assert dump(first) == dump(second)
    assert ratings(first) == ratings(second)


async def test_an_appeal_counts_in_the_season_of_its_game(database: str) -> None:
    game, events = whole_game(*BEFORE)
    await kept(database, events, appeal(game, BEN, 3, ANN, 230), reset_before_last=True)
    async with opened(database) as store:
        assert await best_of(store, HERE.scope, Period.DAY, NOW) == ()
        (ben,) = await best_of(store, EVERYWHERE, Period.DAY, NOW)
        assert (ben.correct, ben.answered, ben.wins) == (2, 3, 1)
        before = dump(database)
        await store.rankings.undo_reset(HERE.scope)
        first = (await best_of(store, HERE.scope, Period.DAY, NOW))[0]
        assert (first.player_name, first.correct, first.wins) == ("Ben", 2, 1)
        assert dump(database)["result"] == before["result"]


async def test_what_cannot_be_counted_costs_no_answer_and_no_other_game(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    _, events = whole_game(*BEFORE)
    closed = a_close(1, an_award(CAT, 5))
    async with opened(database) as store:
        await store.journal("g0", HERE).append(0, events)
        run_sql(database, UNCOUNTABLE[database.partition(":")[0]])
        with caplog.at_level(logging.ERROR):
            await asyncio.gather(
                store.journal("g1", HERE).append(0, events),
                keep(store, "g2", a_start(questions=["other"]), closed, an_end(NOON, closed)),
            )
        assert "game g1 is not counted: stop the bot, then run `gumshoe standings --rebuild`" in caplog.text
        assert (await store.player_best(HERE.scope, BEN.id)).games == 2
        assert [line.correct for line in await best_of(store, HERE.scope, Period.ALL_TIME, NOON)] == [1, 1, 1]
    assert check(database).problems == (
        "1 games are not counted: stop the bot, then run `gumshoe standings --rebuild`",
    )
    run_sql(database, "UPDATE question SET skill = 0, answered = 0 WHERE id = 'q1'")
    async with opened(database) as store:
        await store.rankings.rebuild()
        assert [line.correct for line in await best_of(store, HERE.scope, Period.ALL_TIME, NOON)] == [2, 2, 1]
    assert check(database).problems == ()


async def test_a_game_that_was_appealed_after_its_end_stays_in_the_history_as_it_is_now(
    database: str,
) -> None:
    game, events = whole_game(*BEFORE)
    async with opened(database) as store:
        await store.journal("g1", HERE).append(0, [*events, *appeal(game, BEN, 3, ANN, 230)])
        (past,) = await store.past_games(HERE.scope, 10)
    assert past.ended.standings == game.standings
    assert [award.correct for award in past.rounds[2].awards] == [True, False]


async def test_a_game_that_was_not_counted_before_a_kill_is_counted_at_the_next_start(database: str) -> None:
    await kept(database, whole_game(*AFTER)[1])
    before = dump(database), ratings(database)
    for table in ("result", "standing", "rung", "question"):
        run_sql(database, f"DELETE FROM {table}")
    async with opened(database) as store:
        for _ in range(2):
            await store.rankings.count_left_out()
            assert (dump(database), ratings(database)) == before


async def test_an_answer_does_not_wait_until_all_games_are_counted_that_end_at_once(database: str) -> None:
    done: list[str] = []
    _, events = whole_game(*AFTER)

    async def append(name: str, first: int, part: list[Event]) -> None:
        await store.journal(name, HERE).append(first, part)
        done.append(name)

    async with opened(database) as store:
        await append("asking", 0, events[:4])
        ends = [asyncio.ensure_future(append(f"g{number}", 0, events)) for number in range(4 * COUNTED)]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        await append("asking", 4, events[4:5])
        assert len(done) < len(ends)
        await asyncio.gather(*ends)
        (ben, *_) = await best_of(store, HERE.scope, Period.ALL_TIME, NOW)
        assert ben.wins == len(ends)
