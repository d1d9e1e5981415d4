"""Copies of a live database."""

from __future__ import annotations

import asyncio
import shlex
import subprocess
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store.backup import backup
from bot.store.check import check
from bot.store.errors import StoreError
from bot.store.schema import database_name, migrate
from bot.store.store import Store
from tests.support.databases import ANN, HERE, a_close, a_start, an_award, keep, opened, url_of
from tests.support.postgres import Postgres


@pytest.fixture
def url(tmp_path: Path) -> str:
    return url_of(tmp_path / "live.db")


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    async with opened(url) as store:
        yield store


async def test_a_backup_holds_all_that_was_durable_and_is_one_file(
    store: Store, url: str, tmp_path: Path
) -> None:
    await keep(store, "g1", a_start(), a_close(1, an_award(ANN, 50)))
    copy = tmp_path / "copies" / "copy.db"
    copy.parent.mkdir()
    size = backup(url, copy)
    assert list(copy.parent.iterdir()) == [copy]
    assert copy.stat().st_size == size
    assert copy.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log, which would be a second file
    found = check(url_of(copy))
    assert (found.counts.events, found.counts.awards, found.problems) == (2, 1, ())


async def test_a_backup_is_consistent_while_games_go_on(store: Store, url: str, tmp_path: Path) -> None:
    async def play(number: int) -> None:
        journal = store.journal(f"g{number}", HERE)
        await journal.append(0, [a_start(questions=[f"q{number}" for number in range(5_000)])])
        for seq in range(1, 30):
            await journal.append(seq, [a_close(seq, an_award(ANN, 5))])

    games = asyncio.gather(*(play(number) for number in range(10)))
    for number in range(5):
        copy = tmp_path / f"copy-{number}.db"
        await asyncio.to_thread(backup, url, copy)
        assert check(url_of(copy)).problems == ()
    await games


def test_a_file_that_is_there_is_never_overwritten(url: str, tmp_path: Path) -> None:
    migrate(url)
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(StoreError, match="already exists"):
        backup(url, target)
    assert target.read_text() == "precious"


def test_a_backup_leaves_other_files_alone_and_only_its_owner_may_read_it(url: str, tmp_path: Path) -> None:
    migrate(url)
    target, precious = tmp_path / "copy.db", tmp_path / "copy.db.partial"
    precious.write_text("precious")
    backup(url, target)
    assert precious.read_text() == "precious"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_name_that_is_too_long_is_said_in_a_line(url: str, tmp_path: Path) -> None:
    migrate(url)
    with pytest.raises(StoreError, match=r"no backup was made: .*: File name too long"):
        backup(url, tmp_path / ("x" * 300))


def test_a_folder_that_is_not_there_is_named_and_not_made(url: str, tmp_path: Path) -> None:
    migrate(url)
    with pytest.raises(StoreError, match="no backup was made"):
        backup(url, tmp_path / "missing" / "copy.db")
    assert not (tmp_path / "missing").exists()


def test_a_backup_of_no_database_makes_none(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database at"):
        backup(url, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_something_else_leaves_nothing_behind(url: str, tmp_path: Path) -> None:
    (tmp_path / "live.db").write_text("no database at all\n" * 100)
    with pytest.raises(StoreError, match="not a database"):
        backup(url, tmp_path / "copy.db")
    assert [file.name for file in tmp_path.iterdir()] == ["live.db"]


def test_for_postgresql_the_right_tool_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="pg_dump") as failure:
        backup("postgresql+psycopg://user:secret@host/name", tmp_path / "copy.dump")
    assert str(failure.value).endswith(f'--file={tmp_path / "copy.dump"} "postgresql://user@host/name"')


def test_what_is_named_for_postgresql_makes_a_backup_that_can_be_restored(
    postgres: Postgres, tmp_path: Path
) -> None:
    dump = tmp_path / "copy.dump"
    with postgres.database() as live, postgres.database("template0") as copy:
        with pytest.raises(StoreError) as failure:
            backup(live, dump)
        program, *words = shlex.split(str(failure.value).partition("for PostgreSQL run ")[2])
        assert program == "pg_dump"
        subprocess.run([postgres.program("pg_dump"), *words], check=True)
        to = copy.replace("+psycopg", "")
        subprocess.run([postgres.program("pg_restore"), "--dbname", to, dump], check=True)
        restored = check(copy)
        assert restored == replace(check(live), name=database_name(copy), size=restored.size)
