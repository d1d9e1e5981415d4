"""The thread that commits in groups, and how it bears faults."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from bot.game.events import AnswerLocked, Event, Player, QuestionAsked
from bot.game.journal import JournalUnavailable
from bot.store.check import check
from bot.store.engine import GONE, make_engine
from bot.store.errors import StoreUnavailable
from bot.store.records import Holder, Period
from bot.store.schema import migrate
from bot.store.store import Store
from bot.store.writer import CLOSED
from questions.interchange.lists import Entry
from questions.judging.verdict import Mark
from tests.support.databases import (
    ANN,
    HERE,
    NOON,
    a_close,
    a_game,
    a_start,
    an_award,
    best_of,
    keep,
    locked,
    opened,
    url_of,
)

AT = NOON.timestamp()
BUSY = 0.05


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.db"
    migrate(url_of(file))
    return file


@pytest.fixture
def engine(file: Path) -> Engine:
    return make_engine(url_of(file), busy_seconds=BUSY)


@pytest.fixture
def ruined(file: Path) -> Engine:
    """An engine on a file that is no database any more."""
    file.write_text("no database any more\n" * 1_000)
    return make_engine(url_of(file), BUSY)


def commits(engine: Engine) -> list[None]:
    """Grows by one with each commit."""
    seen: list[None] = []
    event.listen(engine, "commit", lambda _connection: seen.append(None))
    return seen


def an_answer(text: str = "Ann") -> AnswerLocked:
    return AnswerLocked(AT, 1, ANN, text, Mark.CORRECT, 1.0, 0)


async def outcome(store: Store, game_id: str, first: int, answer: AnswerLocked) -> str:
    try:
        await store.journal(game_id, HERE).append(first, [answer])
    except JournalUnavailable as refusal:
        return str(refusal)
    return "kept"


@pytest.fixture
def either(database: str) -> Engine:
    """An engine on SQLite or PostgreSQL."""
    return make_engine(database, BUSY)


class TestGroups:
    async def test_five_hundred_at_once_are_all_kept_in_a_few_commits(self, either: Engine) -> None:
        seen = commits(either)
        async with opened(either) as store:
            await asyncio.gather(*(keep(store, f"g{n}", a_start()) for n in range(500)))
            assert 1 <= len(seen) <= 50
            games = await store.open_games()
        assert {game.id for game in games} == {f"g{n}" for n in range(500)}

    async def test_many_who_score_at_once_lose_no_point(self, either: Engine) -> None:
        async with opened(either) as store:
            games = (keep(store, f"g{n}", *a_game(an_award(ANN, 3))) for n in range(500))
            await asyncio.gather(*games)
            (line,) = await best_of(store, HERE.scope, Period.ALL_TIME, NOON)
        assert (line.points, line.correct, line.answered) == (1_500, 500, 500)

    async def test_other_work_gets_its_turn_between_groups(self, either: Engine) -> None:
        async with opened(either) as store:
            games = [asyncio.ensure_future(keep(store, f"g{n}", a_start())) for n in range(3_000)]
            await store.acquire_lease(Holder("h", "host", 1))
            assert not all(game.done() for game in games)
            await asyncio.gather(*games)

    async def test_a_caller_who_gave_up_disturbs_nobody(self, either: Engine) -> None:
        async with opened(either) as store:
            await keep(store, "g1", a_start())
            waiting = [asyncio.ensure_future(outcome(store, "g1", 1, an_answer())) for _ in range(3)]
            await asyncio.sleep(0)
            waiting[0].cancel()
            assert await asyncio.gather(*waiting[1:]) == ["kept", "kept"]
            with suppress(asyncio.CancelledError):
                await waiting[0]

    async def test_closing_keeps_everything_that_waits(self, either: Engine) -> None:
        store = Store(either)
        games = [asyncio.ensure_future(keep(store, f"g{n}", a_start())) for n in range(2_500)]
        await asyncio.sleep(0)
        await store.close()
        await asyncio.gather(*games)
        assert check(either.url.render_as_string(False)).counts.games == 2_500

    async def test_a_closed_store_says_so(self, either: Engine) -> None:
        store = Store(either)
        await store.close()
        with pytest.raises(JournalUnavailable, match=CLOSED):
            await keep(store, "g1", a_start())
        with pytest.raises(StoreUnavailable, match=CLOSED):
            await store.release_lease("h")

    def test_a_loop_that_ended_while_its_answer_was_written_harms_nobody(self, either: Engine) -> None:
        store = Store(either)

        async def leave() -> None:
            asyncio.ensure_future(keep(store, "g1", a_start())).cancel()
            store.journal("g2", HERE)
            task = asyncio.ensure_future(keep(store, "g2", a_start()))
            await asyncio.sleep(0)
            task.cancel()

        asyncio.run(leave())

        async def stay() -> int:
            await keep(store, "g3", a_start())
            count = len(await store.open_games())
            await store.close()
            return count

        assert asyncio.run(stay()) == 2


class TestOneBadRow:
    async def test_it_fails_alone_and_the_rest_of_its_group_is_kept(self, either: Engine) -> None:
        async with opened(either) as store:
            for n in range(20):
                await keep(store, f"g{n}", a_start())
            await store.journal("g7", HERE).append(1, [an_answer("first")])
            results = await asyncio.gather(
                *(outcome(store, f"g{n}", 1, an_answer("second")) for n in range(20)),
                outcome(store, "never started", 0, an_answer()),
            )
            assert [n for n, result in enumerate(results) if result != "kept"] == [7, 20]
            assert "another process" in results[7]
            kept = {game.id: game.events[1] for game in await store.open_games()}
        assert kept == {f"g{n}": an_answer("first" if n == 7 else "second") for n in range(20)}

    async def test_a_number_too_large_for_the_database_fails_alone(self, either: Engine) -> None:
        giant = Player(2**70, "Giant")
        async with opened(either) as store:
            good, bad = await asyncio.gather(
                keep(store, "g1", a_start()),
                keep(store, "g2", a_start(starter=giant)),
                return_exceptions=True,
            )
            assert good is None
            assert isinstance(bad, JournalUnavailable)
            assert [game.id for game in await store.open_games()] == ["g1"]

    async def test_the_award_of_a_refused_append_is_not_counted(self, either: Engine) -> None:
        async with opened(either) as store:
            await keep(store, "g1", a_start(), a_close(1, an_award(ANN, 5)))
            with pytest.raises(JournalUnavailable):
                await store.journal("g1", HERE).append(2, [a_close(1, an_award(ANN, 70))])
            assert (await store.player_best(HERE.scope, ANN.id)).total == 5
            assert len((await store.open_games())[0].events) == 2


def fill_up(engine: Engine) -> Callable[[], None]:
    """Let the disk be full, as SQLite sees it; the result makes room again."""
    limit = [1]

    def checkout(connection: object, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {limit[0]}")  # type: ignore[attr-defined]

    event.listen(engine, "checkout", checkout)

    def make_room() -> None:
        limit[0] = 1_000_000

    return make_room


LONG = "x" * 100_000


class TestFaults:
    async def test_a_lock_fails_all_that_waits_and_play_goes_on_when_it_ends(
        self, engine: Engine, file: Path
    ) -> None:
        async with opened(engine) as store:
            await keep(store, "g1", a_start())
            with locked(file):
                results = await asyncio.gather(*(outcome(store, "g1", 1, an_answer()) for _ in range(5)))
                assert all("locked by another process" in result for result in results)
                with pytest.raises(StoreUnavailable, match="locked by another process"):
                    await store.beat_lease("h")
                assert [game.id for game in await store.open_games()] == ["g1"]
            assert await outcome(store, "g1", 1, an_answer()) == "kept"

    async def test_who_queued_up_behind_a_fault_does_not_wait_for_it_again(
        self, engine: Engine, file: Path
    ) -> None:
        async with opened(engine) as store:
            await keep(store, "g1", a_start())
            begun, loop = asyncio.Event(), asyncio.get_running_loop()
            tries: list[None] = []

            def checkout(*_: object) -> None:
                tries.append(None)
                loop.call_soon_threadsafe(begun.set)

            event.listen(engine, "checkout", checkout)
            with locked(file):
                first = asyncio.ensure_future(outcome(store, "g1", 1, an_answer()))
                await begun.wait()
                behind = [asyncio.ensure_future(outcome(store, "g1", 1, an_answer())) for _ in range(5)]
                assert "kept" not in await asyncio.gather(first, *behind)
            assert len(tries) == 1

    async def test_what_a_full_disk_cannot_hold_is_rolled_back_whole_and_kept_when_there_is_room(
        self, engine: Engine, file: Path
    ) -> None:
        async with opened(engine) as store:
            await keep(store, "g1", a_start())
            make_room = fill_up(engine)
            events: list[Event] = [an_answer(LONG), a_close(1, an_award(ANN, 5))]
            with pytest.raises(JournalUnavailable, match="disk is full"):
                await store.journal("g1", HERE).append(1, events)
            assert (await store.open_games())[0].events == (a_start(),)
            make_room()
            await store.journal("g1", HERE).append(1, events)
        assert check(url_of(file)).problems == ()

    async def test_a_read_only_database_is_named_and_still_read(self, file: Path) -> None:
        async with opened(url_of(file)) as store:
            await keep(store, "g1", a_start())
            reader = make_engine(f"sqlite:///file:{file}?mode=ro&uri=true", BUSY)
            async with opened(reader) as read_only:
                assert "read-only" in await outcome(read_only, "g1", 1, an_answer())
                assert [game.id for game in await read_only.open_games()] == ["g1"]

    async def test_a_file_that_turned_into_something_else_is_named(self, ruined: Engine) -> None:
        async with opened(ruined) as store:
            assert "not a database" in await outcome_of_start(store, "g1")
            with pytest.raises(StoreUnavailable, match="not a database"):
                await store.seen(HERE)

    @pytest.mark.parametrize("replaced", [False, True], ids=["deleted", "replaced"])
    async def test_nothing_counts_as_kept_in_a_file_that_is_gone(
        self, engine: Engine, file: Path, replaced: bool
    ) -> None:
        away = file.with_name("away.db")

        def lose() -> set[Path]:
            file.rename(away)
            if replaced:
                file.write_bytes(away.read_bytes())
            return set(file.parent.iterdir())

        async with opened(engine) as store:
            await keep(store, "g1", a_start())
            before = await asyncio.to_thread(lose)
            assert await outcome(store, "g1", 1, an_answer()) == GONE
            assert await outcome_of_start(store, "g2") == GONE
            for use in (store.release_lease("h"), store.seen(HERE), store.open_games()):
                with pytest.raises(StoreUnavailable, match="deleted or replaced"):
                    await use
            assert set(file.parent.iterdir()) == before
            away.replace(file)
            assert [len(game.events) for game in await store.open_games()] == [1]
            assert await outcome(store, "g1", 1, an_answer()) == "kept"

    async def test_an_answer_whose_file_goes_while_it_is_written_is_not_kept(
        self, engine: Engine, file: Path
    ) -> None:
        async with opened(engine) as store:
            await keep(store, "g1", a_start())
            event.listen(engine, "commit", lambda _connection: file.unlink())
            assert await outcome(store, "g1", 1, an_answer()) == GONE

    async def test_other_work_whose_file_goes_while_it_is_written_is_not_done(
        self, engine: Engine, file: Path
    ) -> None:
        async with opened(engine) as store:
            event.listen(engine, "commit", lambda _connection: file.unlink())
            with pytest.raises(StoreUnavailable, match="deleted or replaced"):
                await store.desk.add(HERE.scope, ANN, Entry("Who?", ("Ann",)), NOON)

    async def test_a_question_number_that_was_never_drawn_fails_its_own_append(self, engine: Engine) -> None:
        async with opened(engine) as store:
            await keep(store, "g1", a_start(questions=("q1",)))
            with pytest.raises(JournalUnavailable):
                await store.journal("g1", HERE).append(1, [QuestionAsked(AT, 9, AT)])
            assert await outcome(store, "g1", 1, an_answer()) == "kept"


async def outcome_of_start(store: Store, game_id: str) -> str:
    try:
        await keep(store, game_id, a_start())
    except JournalUnavailable as refusal:
        return str(refusal)
    return "kept"
