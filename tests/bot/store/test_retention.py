"""Old journals are deleted in small steps; what was won with them stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.game.events import Event
from bot.game.journal import JournalUnavailable
from bot.store import retention, steps
from bot.store.authoring import Outcome, ReportReason
from bot.store.backup import compact
from bot.store.check import check
from bot.store.errors import StoreError
from bot.store.records import EVERYWHERE, Daily, Period
from bot.store.retention import Swept
from bot.store.store import Store
from tests.support import players
from tests.support.databases import (
    ANN,
    BOB,
    HERE,
    NOON,
    a_close,
    a_game,
    a_question,
    a_start,
    an_award,
    an_end,
    best_of,
    keep,
    opened,
    url_of,
)
from tests.support.fakes import START
from tests.support.whole_games import RATING, RIGHT, WRONG, appeal, dump, whole_game

LATER = NOON + timedelta(days=91)


def long_game(rounds: int) -> tuple[Event, ...]:
    closed = [a_close(number, an_award(ANN, 5), an_award(BOB, number)) for number in range(1, rounds + 1)]
    return a_start(questions=[f"q{number}" for number in range(rounds)]), *closed, an_end(NOON, *closed)


def journals(file: Path) -> dict[str, int]:
    """How many events each game has."""
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT game_id, COUNT(*) FROM event GROUP BY game_id"))


def everything(file: Path) -> dict[str, list[tuple[object, ...]]]:
    return dump(url_of(file), without=())


async def play_all(store: Store) -> None:
    await store.rankings.change_member(ANN, {"everywhere": True})
    await keep(store, "old", *a_game(an_award(ANN, 50), an_award(BOB, 20)))
    await keep(store, "long", *long_game(700))
    await keep(store, "young", *a_game(an_award(ANN, 7), at=LATER - timedelta(days=89)))
    await keep(store, "running", a_start(), a_close(1, an_award(BOB, 3)))
    daily = Daily(5, date(2026, 11, 20), ANN.id)
    await keep(store, daily.game, a_start(), place=daily.place)


async def test_only_journals_of_games_that_ended_long_ago_go(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await play_all(store)
        swept = await store.sweep(LATER, 90, pause=0)
        assert journals(file) == {"young": 3, "running": 2}
        assert swept.events == 3 + 702 + 1
        assert await store.sweep(LATER, 90, pause=0) == Swept(0, 0)
        assert len(await store.journal_of(HERE, "young")) == 3
        assert await store.journal_of(HERE, "old") == ()
        assert [game.id for game in await store.open_games()] == ["running"]


async def test_standings_made_anew_without_the_journals_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await play_all(store)
        await store.rankings.reset(HERE.scope, LATER)
        before = everything(file)
        await store.sweep(LATER, 1, pause=0)
        assert everything(file) == before
        await store.rankings.count_left_out()
        await store.rankings.rebuild()
        assert everything(file) == before
        assert (await best_of(store, EVERYWHERE, Period.ALL_TIME, NOON))[0].points == 50 + 3500 + 7
    assert check(url_of(file), full=True).problems == ()


async def test_a_game_that_is_not_counted_yet_keeps_its_journal(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await keep(store, "old", *whole_game({players.ANN: RIGHT, players.BEN: WRONG})[1])
        before = dump(url_of(file), without=RATING)
        with closing(sqlite3.connect(file)) as connection:
            for table in ("result", "standing"):
                connection.execute(f"DELETE FROM {table}")
            connection.commit()
        assert (await store.sweep(LATER, 1, pause=0)).events == 0
        await store.rankings.count_left_out()
        assert dump(url_of(file), without=RATING) == before
        assert (await store.sweep(LATER, 1, pause=0)).events > 0
        assert journals(file) == {}


async def test_a_game_without_its_journal_is_not_in_the_history_and_takes_no_appeal(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        game, events = whole_game({players.ANN: RIGHT, players.BEN: WRONG})
        await keep(store, "g1", *events)
        late = appeal(game, players.BEN, 1, players.ANN, 110)
        assert len(await store.past_games(HERE.scope, 10)) == 1
        now = datetime.fromtimestamp(START, UTC)
        await store.sweep(now + timedelta(days=91), 90, pause=0)
        assert await store.past_games(HERE.scope, 10) == ()
        before = everything(file)
        with pytest.raises(JournalUnavailable):  # its cards had been open for all that time
            await store.journal("g1", HERE).append(len(events), late)
        assert everything(file) == before
    assert check(url_of(file)).problems == ()


async def test_an_interrupted_journal_loses_its_end_first_and_the_rest_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.db"
    monkeypatch.setattr(retention, "ROWS", 100)
    async with opened(url_of(file)) as store:
        await keep(store, "long", *long_game(250))
        page = await store._read(lambda session: retention._page(session, "", LATER))
        assert page is not None
        (first, *_) = retention._portions(page.due)
        await store._write(lambda session: retention._delete(session, first))
        left = await store.journal_of(HERE, "long")
        assert left == long_game(250)[: len(left)]
        assert 0 < len(left) < 252
        await store.sweep(LATER, 90, pause=0)
        assert journals(file) == {}


async def test_no_step_deletes_many_rows(database: str) -> None:
    async with opened(database) as store:
        for number in range(60):
            await keep(store, f"g{number:02}", *long_game(number * 7 % 40))
        await keep(store, "huge", *long_game(2000))
        page = await store._read(lambda session: retention._page(session, "", LATER))
        assert page is not None
        portions = list(retention._portions(page.due))
        sizes = [sum(until - since for _, since, until in parts) for parts in portions]
        assert max(sizes) < 2 * steps.ROWS
        assert sum(sizes) == sum(length for _, length in page.due)


async def test_question_sets_settled_reports_and_what_was_asked_long_ago_go_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "ROWS", 2)
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        for days in range(5):
            await store.dailies.keep("daily:5", NOON.date() + timedelta(days=days), (a_question(),))
        for id in ("q1", "q2"):
            await store.desk.report(HERE.scope, ANN, a_question(id), ReportReason.WRONG, "no", NOON)
        key = (await store.desk.complaints(HERE.scope))[0].key
        await store.desk.settle(HERE.scope, key, BOB, Outcome.DISMISSED, NOON)
        await keep(store, "old", *whole_game({players.ANN: RIGHT})[1])
        asked = datetime.fromtimestamp(START, UTC)
        assert (await store.sweep(asked + timedelta(days=365), 36500, pause=0)).others == 0
        assert (await store.sweep(asked + timedelta(days=366), 36500, pause=0)).others == 1
        assert (await store.sweep(LATER, 90, pause=0)).others == 2
        assert len(await store.desk.complaints(HERE.scope)) == 1
        assert not await store.seen(HERE)


async def test_the_file_does_not_grow_again_before_its_free_pages_are_filled(tmp_path: Path) -> None:
    database = url_of(tmp_path / "a.db")
    async with opened(database) as store:
        for number in range(40):
            await keep(store, f"g{number}", *long_game(40))
        await store.sweep(LATER, 90, pause=0)
    full, free = check(database).size, check(database).free
    assert free > full / 4
    async with opened(database) as store:
        for number in range(30):
            await keep(store, f"h{number}", *long_game(40))
    assert check(database).size < full * 1.2
    assert check(database).free < free / 2
    async with opened(database) as store:
        await store.sweep(LATER, 90, pause=0)
    before, after = compact(database)
    assert (before - after) > full / 4
    assert check(database, full=True).free == 0


def test_a_database_of_others_is_not_compacted(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        compact(url_of(tmp_path / "none.db"))
    with pytest.raises(StoreError, match="for SQLite databases"):
        compact("postgresql+psycopg://ada@host/name")
