"""Connections that are safe under concurrency."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.store.check import check
from bot.store.engine import for_writing, make_engine
from bot.store.errors import StoreUnavailable
from bot.store.records import EVERYWHERE, Period
from bot.store.schema import migrate
from bot.store.tables import PlayerRow
from tests.support.databases import (
    ANN,
    BOB,
    HERE,
    NOON,
    a_game,
    an_award,
    best_of,
    keep,
    locked,
    opened,
    url_of,
)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 2_000)],
)
def test_every_connection_is_durable_and_patient(tmp_path: Path, pragma: str, value: object) -> None:
    engine = make_engine(url_of(tmp_path / "a.db"))
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def test_a_migration_may_do_without_foreign_keys(tmp_path: Path) -> None:
    engine = make_engine(url_of(tmp_path / "a.db"), foreign_keys=False)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
    engine.dispose()


def test_a_writing_transaction_takes_the_lock_at_its_begin_and_a_reading_one_never(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    migrate(url_of(file))
    engine = make_engine(url_of(file), busy_seconds=0.05)
    with locked(file):
        with Session(engine) as session:
            assert session.get(PlayerRow, ("terminal", 0)) is None
        with pytest.raises(OperationalError, match="locked"), for_writing(engine).begin():
            pass
    engine.dispose()


def test_no_new_file_is_made_in_the_place_of_one_that_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    migrate(url_of(file))
    engine = make_engine(url_of(file))
    file.unlink()
    with pytest.raises(StoreUnavailable, match="deleted or replaced"):
        engine.connect()
    assert not file.exists()


async def test_boards_may_be_made_anew_while_another_bot_counts_games(database: str) -> None:
    async with opened(make_engine(database, 30)) as bot, opened(make_engine(database, 30)) as other:
        games = [keep(bot, f"g{n}", *a_game(an_award(ANN, 1), an_award(BOB, 2))) for n in range(60)]
        counted = asyncio.gather(*games)
        await other.rankings.change_member(ANN, {"everywhere": True})
        await other.rankings.count_left_out()
        await other.rankings.reset(HERE.scope, NOON)
        await other.rankings.rebuild()
        await other.rankings.undo_reset(HERE.scope)
        await other.rankings.change_member(BOB, {"everywhere": True})
        await counted
        here = await best_of(bot, HERE.scope, Period.ALL_TIME, NOON)
        everywhere = await best_of(bot, EVERYWHERE, Period.ALL_TIME, NOON)
    assert [line.points for line in here] == [line.points for line in everywhere] == [120, 60]
    assert check(database).problems == ()


async def test_two_bots_on_one_database_lose_no_point(database: str) -> None:
    async with opened(make_engine(database, 30)) as first, opened(make_engine(database, 30)) as second:
        await asyncio.gather(
            *(
                keep(store, f"{name}{n}", *a_game(an_award(ANN, 1)))
                for n in range(100)
                for name, store in (("a", first), ("b", second))
            )
        )
        (line,) = await best_of(first, HERE.scope, Period.ALL_TIME, NOON)
    assert line.points == 200
    assert check(database).problems == ()
