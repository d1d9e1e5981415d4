"""PostgreSQL goes away, hangs, or gives a transaction up: what was kept is told so, and nothing else."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url

from bot.game.events import AnswerLocked
from bot.game.journal import JournalUnavailable
from bot.store import postgres as connections
from bot.store.check import check
from bot.store.engine import make_engine
from bot.store.errors import StoreUnavailable
from bot.store.records import Period
from bot.store.store import Store
from questions.interchange.lists import Entry
from questions.judging.verdict import Mark
from tests.support.databases import ANN, HERE, NOON, a_game, a_start, an_award, best_of, keep, opened, run_sql
from tests.support.postgres import Postgres

ANSWER = AnswerLocked(NOON.timestamp(), 1, ANN, "Ann", Mark.CORRECT, 1.0, 0)
QUESTION = Entry("Who?", ("Ann",))
GIVE_UP_ONCE = (
    "CREATE SEQUENCE tries",
    "CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('tries') = 1 "
    "THEN RAISE EXCEPTION 'given up' USING ERRCODE = '{code}'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER give_up BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION give_up()",
)


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    with postgres.database() as url:
        yield url


@pytest.fixture
def engine(url: str) -> Engine:
    return make_engine(url)


def backends(postgres: Postgres, url: str) -> list[int]:
    """The server's processes that serve a database."""
    name = make_url(url).database
    rows = postgres.execute(f"SELECT pid FROM pg_stat_activity WHERE datname = '{name}'")
    return [int(str(pid)) for (pid,) in rows]


def cut(postgres: Postgres, url: str) -> None:
    """End all connections to a database."""
    for pid in backends(postgres, url):
        postgres.execute(f"SELECT pg_terminate_backend({pid}, 5000)")


def once(engine: Engine, name: str, act: Callable[[Connection], object]) -> None:
    """Do something at the next event of that name, and never again."""
    done: list[None] = []

    def listener(connection: Connection, *_: Any) -> None:
        if not done:
            done.append(None)
            act(connection)

    event.listen(engine, name, listener)


def commit_behind_its_back(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.commit()


async def kept_once(store: Store, url: str) -> bool:
    """Whether the points of a game count, and only once."""
    (line,) = await best_of(store, HERE.scope, Period.ALL_TIME, NOON)
    ((events,),) = run_sql(url, "SELECT count(*) FROM event")
    return (line.points, events, check(url).problems) == (5, 3, ())


async def test_after_a_cut_connection_the_next_append_works_by_itself(
    postgres: Postgres, engine: Engine, url: str
) -> None:
    async with opened(engine) as store:
        await keep(store, "g1", a_start())
        await asyncio.to_thread(cut, postgres, url)
        await store.journal("g1", HERE).append(1, [ANSWER])
        assert [game.events for game in await store.open_games()] == [(a_start(), ANSWER)]


@pytest.mark.parametrize("moment", ["after_cursor_execute", "commit"])
async def test_what_was_cut_before_its_commit_is_written_again(
    postgres: Postgres, engine: Engine, url: str, moment: str
) -> None:
    async with opened(engine) as store:
        once(engine, moment, lambda _: cut(postgres, url))
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        assert await kept_once(store, url)


async def test_a_commit_whose_answer_is_lost_is_looked_up_and_counts_once(
    postgres: Postgres, engine: Engine, url: str
) -> None:
    def lose(connection: Connection) -> None:
        commit_behind_its_back(connection)
        cut(postgres, url)

    async with opened(engine) as store:
        once(engine, "commit", lose)
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        assert await kept_once(store, url)


@pytest.mark.parametrize("code", ["40001", "40P01"], ids=["not serializable", "deadlock"])
@pytest.mark.parametrize("table", ["event", "standing"])
async def test_a_transaction_that_the_server_gave_up_is_tried_again(
    engine: Engine, url: str, code: str, table: str
) -> None:
    for statement in GIVE_UP_ONCE:
        run_sql(url, statement.replace("{code}", code).replace("{table}", table))
    async with opened(engine) as store:
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        assert await kept_once(store, url)


async def test_other_work_is_done_again_before_its_commit_and_told_as_not_kept_after_it(
    postgres: Postgres, engine: Engine, url: str
) -> None:
    async with opened(engine) as store:
        once(engine, "after_cursor_execute", lambda _: cut(postgres, url))
        await store.desk.add(HERE.scope, ANN, QUESTION, NOON)
        once(engine, "commit", lambda _: cut(postgres, url))
        with pytest.raises(StoreUnavailable):
            await store.desk.add(HERE.scope, ANN, Entry("What?", ("It",)), NOON)
        assert [one.entry.prompt for one in await store.desk.questions(HERE.scope)] == [QUESTION.prompt]


async def test_while_the_server_is_away_nothing_counts_as_kept_and_play_goes_on_when_it_is_back(
    postgres: Postgres, engine: Engine
) -> None:
    async with opened(engine) as store:
        await keep(store, "g1", a_start())
        await asyncio.to_thread(postgres.stop, "immediate")
        try:
            with pytest.raises(JournalUnavailable):
                await store.journal("g1", HERE).append(1, [ANSWER])
            with pytest.raises(StoreUnavailable):
                await store.open_games()
        finally:
            await asyncio.to_thread(postgres.start)
        await store.journal("g1", HERE).append(1, [ANSWER])
        assert [game.events for game in await store.open_games()] == [(a_start(), ANSWER)]


async def test_a_server_that_hangs_is_given_up(
    postgres: Postgres, engine: Engine, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections.Connection, "patience", 0.2)
    async with opened(engine) as store:
        await keep(store, "g1", a_start())
        halted: list[int] = []

        def halt(_: Connection) -> None:
            halted.extend(backends(postgres, url))
            for pid in halted:
                os.kill(pid, signal.SIGSTOP)

        once(engine, "commit", halt)
        try:
            with pytest.raises(JournalUnavailable, match="has not answered in time"):
                await store.journal("g1", HERE).append(1, [ANSWER])
        finally:
            for pid in halted:
                os.kill(pid, signal.SIGCONT)
        await store.journal("g1", HERE).append(1, [ANSWER])
        assert [game.events for game in await store.open_games()] == [(a_start(), ANSWER)]


async def test_an_end_that_cannot_be_counted_now_is_counted_with_the_next(engine: Engine, url: str) -> None:
    async with opened(engine) as store, opened(make_engine(url)) as other:
        run_sql(url, "ALTER TABLE result RENAME TO away")
        await keep(store, "g1", *a_game(an_award(ANN, 5)))
        run_sql(url, "ALTER TABLE away RENAME TO result")
        await keep(store, "g2", *a_game(an_award(ANN, 7)))
        (line,) = await best_of(other, HERE.scope, Period.ALL_TIME, NOON)
    assert line.points == 12
    assert check(url).problems == ()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda url: url.set(database="nowhere"), "nowhere"),
        (lambda url: url.update_query_dict({"host": "/tmp/no-such-folder"}), "No such file"),
        (lambda url: url.set(username="nobody-known"), "nobody-known"),
        (lambda url: url.update_query_dict({"options": "-c default_transaction_read_only=on"}), "read-only"),
    ],
    ids=["no database", "no server", "no user", "a replica"],
)
async def test_what_stands_in_the_way_is_told_in_a_line(url: str, make: Any, said: str) -> None:
    async with opened(make_engine(make(make_url(url)).render_as_string())) as store:
        with pytest.raises(JournalUnavailable, match=said) as failure:
            await keep(store, "g1", a_start())
    assert "\n" not in str(failure.value)
