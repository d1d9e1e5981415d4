"""What a game leaves in the database, and how it is read again."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.game.events import AnswerLocked, Event, Player, QuestionAsked
from bot.game.journal import JournalConflict, JournalUnavailable
from bot.store.errors import StoreUnavailable
from bot.store.records import (
    EVERYWHERE,
    TERMINAL,
    OpenGame,
    Period,
    Place,
    PlayerBest,
    server_scope,
)
from bot.store.store import Store
from questions.judging.verdict import Mark
from tests.support.databases import (
    ANN,
    BOB,
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
    url_of,
)

AT = NOON.timestamp()
ASKED = QuestionAsked(AT, 1, AT + 20)
LOCKED = AnswerLocked(AT + 1, 1, BOB, "Ann", Mark.CORRECT, 1, 0)
ELSEWHERE = Place(server_scope(6), 8)
AT_HOME = Place(TERMINAL, 0)


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    async with opened(database) as store:
        yield store


async def test_the_size_is_that_of_the_file_and_of_the_log_beside_it(tmp_path: Path) -> None:
    async with opened(url_of(tmp_path / "a.db")) as store:
        await keep(store, "g", a_start(), ASKED)
        files = [tmp_path / "a.db", tmp_path / "a.db-wal"]
        assert await store.size() == sum(file.stat().st_size for file in files)


async def test_the_size_grows_with_what_is_kept(store: Store) -> None:
    before = await store.size()
    await keep(store, "g", a_start(questions=[f"question {number}" for number in range(5_000)]))
    assert await store.size() > before


class TestJournal:
    async def test_an_open_game_comes_back_with_all_its_events(self, store: Store) -> None:
        events: tuple[Event, ...] = (a_start(), ASKED, LOCKED)
        journal = store.journal("g1", HERE)
        await journal.append(0, events[:2])
        await journal.append(2, events[2:])
        assert await store.open_games() == (OpenGame("g1", HERE, events),)

    async def test_it_comes_back_after_a_restart_too(self, database: str) -> None:
        async with opened(database) as store:
            await keep(store, "g1", a_start(), ASKED)
        async with opened(database) as store:
            assert [game.events for game in await store.open_games()] == [(a_start(), ASKED)]

    async def test_a_game_of_a_later_version_is_left_alone_and_the_others_come_back(
        self, database: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        async with opened(database) as store:
            await keep(store, "g1", a_start(), ASKED)
            await keep(store, "g2", a_start(NOON + timedelta(hours=1)), place=ELSEWHERE)
        run_sql(database, "UPDATE event SET name = 'bell_rung' WHERE game_id = 'g1' AND seq = 1")
        async with opened(database) as store:
            assert [game.id for game in await store.open_games()] == ["g2"]
        assert "game g1 is left open: the journal holds an event 'bell_rung'" in caplog.text

    @pytest.mark.parametrize(
        "damage",
        [
            "UPDATE event SET body = 'not json' WHERE game_id = 'g1' AND seq = 1",
            "UPDATE event SET body = CAST(x'ff' AS TEXT) WHERE game_id = 'g1' AND seq = 1",
            "UPDATE event SET name = CAST(x'ff' AS TEXT) WHERE game_id = 'g1' AND seq = 1",
            "UPDATE event SET body = x'00' WHERE game_id = 'g1' AND seq = 0",
            "UPDATE event SET seq = 9 WHERE game_id = 'g1' AND seq = 1",
            "DELETE FROM event WHERE game_id = 'g1' AND seq = 0",
            "UPDATE game SET channel_id = 'somewhere' WHERE id = 'g1'",
            "UPDATE game SET started_at = 'some day', channel_id = 'somewhere' WHERE id = 'g1'",
            "UPDATE game SET scope = CAST(x'ff' AS TEXT), channel_id = 'somewhere' WHERE id = 'g1'",
        ],
    )
    async def test_a_game_that_cannot_be_read_keeps_no_other_from_going_on(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
    ) -> None:
        url = url_of(tmp_path / "b.db")
        async with opened(url) as store:
            await keep(store, "g1", a_start(), ASKED)
            await keep(store, "g2", a_start(), ASKED, place=ELSEWHERE)
        with closing(sqlite3.connect(tmp_path / "b.db")) as connection, connection:
            connection.execute(damage)
        async with opened(url) as store:
            assert [game.id for game in await store.open_games()] == ["g2"]
        (record,) = caplog.records
        assert record.getMessage().startswith("game g1 is left open: ")
        assert record.exc_info is None

    async def test_a_damaged_page_keeps_no_other_game_from_going_on(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        file = tmp_path / "b.db"
        async with opened(url_of(file)) as store:
            await keep(store, "g1", a_start(questions=[f"question-{n}" for n in range(100)]))
            await keep(store, "g2", a_start(), ASKED, place=ELSEWHERE)
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = file.read_bytes()
        page = content.index(b"question-60") // 4096 * 4096  # where the long journal of g1 flows over
        file.write_bytes(content[:page] + b"\xff" * 4 + content[page + 4 :])
        async with opened(url_of(file)) as store:
            assert [game.id for game in await store.open_games()] == ["g2"]
        assert "game g1 is left open: the database is damaged" in caplog.text

    async def test_where_the_database_is_at_fault_no_game_is_called_unreadable(self, database: str) -> None:
        async with opened(database) as store:
            await keep(store, "g1", a_start(), ASKED)
            run_sql(database, "ALTER TABLE event RENAME TO elsewhere")
            with pytest.raises(StoreUnavailable, match=r'no such table: event|"event" does not exist'):
                await store.open_games()

    async def test_a_game_that_has_ended_is_not_open_and_its_end_is_kept(
        self, store: Store, database: str
    ) -> None:
        await keep(store, "g1", a_start(), ASKED, an_end(NOON + timedelta(minutes=1)))
        assert await store.open_games() == ()
        (row,) = run_sql(database, "SELECT started_at, ended_at, end_reason FROM game")
        began, ended, reason = map(str, row)
        assert began.startswith("2026-11-20 12:00:00")
        assert ended.startswith("2026-11-20 12:01:00")
        assert reason == "finished"

    async def test_the_games_of_the_terminal_are_no_concern_of_the_servers(self, store: Store) -> None:
        await keep(store, "g1", a_start(), place=AT_HOME)
        await keep(store, "g2", a_start(NOON + timedelta(hours=1)))
        await keep(store, "g3", a_start(), place=ELSEWHERE)
        assert [game.id for game in await store.open_games()] == ["g3", "g2"]
        assert [game.id for game in await store.open_games(TERMINAL)] == ["g1"]

    async def test_the_same_events_again_count_once(self, store: Store) -> None:
        journal = store.journal("g1", HERE)
        events = (a_start(), ASKED, a_close(1, an_award(ANN, 100)))
        await journal.append(0, events)
        await journal.append(0, events)
        await journal.append(2, [*events[2:], QuestionAsked(AT, 2, AT + 20)])
        assert len((await store.open_games())[0].events) == 4
        assert await store.player_best(HERE.scope, ANN.id) == PlayerBest(100, 100, 1)

    async def test_other_events_in_the_place_of_kept_ones_are_refused(self, store: Store) -> None:
        await keep(store, "g1", a_start(), ASKED, LOCKED)
        with pytest.raises(JournalConflict, match="another process"):
            await store.journal("g1", HERE).append(1, [LOCKED, a_close(1, an_award(ANN, 100))])
        assert (await store.open_games())[0].events == (a_start(), ASKED, LOCKED)
        assert await best_of(store, HERE.scope, Period.ALL_TIME, NOON) == ()

    async def test_events_of_a_game_that_never_started_are_refused(self, store: Store) -> None:
        with pytest.raises(JournalUnavailable):
            await store.journal("g1", HERE).append(0, [LOCKED])

    async def test_a_text_that_no_database_can_hold_is_refused_and_nothing_else(self, store: Store) -> None:
        await keep(store, "g1", a_start())
        broken = AnswerLocked(AT, 1, BOB, "\ud800", Mark.WRONG, 1, 0)
        with pytest.raises(JournalUnavailable):
            await store.journal("g1", HERE).append(1, [broken])
        await store.journal("g1", HERE).append(1, [LOCKED])

    async def test_an_answer_of_control_characters_comes_back_as_it_was(self, store: Store) -> None:
        odd = AnswerLocked(AT, 1, BOB, "\0\x01\u2028'\"\\%s :name", Mark.WRONG, 1, 0)
        await keep(store, "g1", a_start(), odd)
        assert (await store.open_games())[0].events[1] == odd

    async def test_a_name_that_the_database_cannot_hold_costs_no_other_game(
        self, store: Store, database: str
    ) -> None:
        results = await asyncio.gather(
            keep(store, "g1", a_start(starter=Player(14, "N\0"))),
            keep(store, "g2", a_start()),
            return_exceptions=True,
        )
        assert results[1] is None
        if database.startswith("postgresql"):
            assert isinstance(results[0], JournalUnavailable)

    async def test_questions_count_as_seen_in_their_channel_once_asked(self, store: Store) -> None:
        await keep(store, "g1", a_start(questions=("old", "new")), ASKED)
        second = QuestionAsked(AT + 30, 2, AT + 50)
        assert await store.seen(HERE) == {"old": NOON}
        await store.journal("g1", HERE).append(2, [second])
        assert await store.seen(HERE) == {"old": NOON, "new": NOON + timedelta(seconds=30)}
        assert await store.seen(ELSEWHERE) == {}

    async def test_a_question_asked_again_is_seen_at_the_later_time(self, store: Store) -> None:
        await keep(store, "g1", a_start(), ASKED)
        await keep(store, "g2", a_start(), QuestionAsked(AT + 60, 1, AT + 80))
        assert await store.seen(HERE) == {"q1": NOON + timedelta(seconds=60)}


class TestBest:
    async def test_the_best_game_is_one_game(self, store: Store) -> None:
        await keep(store, "g1", a_start(), a_close(1, an_award(ANN, 50)), a_close(2, an_award(ANN, 60)))
        await keep(store, "g2", a_start(), a_close(1, an_award(ANN, 100)))
        await keep(store, "g3", a_start(), a_close(1, an_award(ANN, 30)), place=ELSEWHERE)
        assert await store.player_best(HERE.scope, ANN.id) == PlayerBest(best_game=110, total=210, games=2)
        assert await store.player_best(EVERYWHERE, ANN.id) == PlayerBest(best_game=110, total=240, games=3)
        assert await store.player_best(HERE.scope, BOB.id) == PlayerBest(0, 0, 0)
