"""Migrations at start-up, and databases that cannot be used."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import DateTime, create_engine
from sqlalchemy.engine import make_url

from bot.calendar import Weekly
from bot.store import schema
from bot.store.authoring import ReportReason
from bot.store.check import check
from bot.store.engine import make_engine
from bot.store.errors import StoreError
from bot.store.records import Daily, Holder
from bot.store.schema import HEAD, database_name, migrate, require_room
from bot.store.store import open_store
from bot.store.tables import Table, UtcDateTime
from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import Entry
from tests.support.databases import (
    ANN,
    HERE,
    NOON,
    a_game,
    a_question,
    a_start,
    an_award,
    an_end,
    as_plain_user,
    keep,
    locked,
    opened,
    run_sql,
    url_of,
)
from tests.support.postgres import Postgres


@pytest.fixture
def file() -> Iterator[Path]:
    """A file name in a folder that every user can reach, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "a.db"


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def postgres_shape(url: str) -> list[tuple[object, ...]]:
    """Columns, constraints and indexes, in any order: migrations add columns at the end."""
    columns = run_sql(
        url,
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, "
        "coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public'",
    )
    constraints = run_sql(
        url,
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace AND contype <> 'n'",
    )
    indexes = run_sql(
        url, "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    )
    return sorted((*columns, *constraints, *indexes), key=repr)


def whole_shape(url: str) -> object:
    return postgres_shape(url) if url.startswith("postgresql") else shape(Path(make_url(url).database or ""))


def shape(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


async def fill(url: str) -> None:
    """A row in every table."""
    async with opened(url) as store:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await keep(store, "g1", *a_game(an_award(ANN, 50)))
        await keep(store, "g2", a_start())
        await store.desk.add(HERE.scope, ANN, Entry("Who?", ("Ann",), ("Bob",)), NOON)
        await store.desk.suggest(HERE.scope, ANN, Entry("What?", ("It",)), NOON)
        await store.desk.report(HERE.scope, ANN, a_question(), ReportReason.DULL, "", NOON)
        await store.desk.correct(HERE.scope, ANN, Correction("pack", CorrectionKind.RETIRE, "a/b/c"), NOON)
        await store.change_settings(HERE.scope, {"rounds": 5})
        await store.add_schedule(HERE, Weekly(time(20)), "{}", NOON)
        daily = Daily(5, NOON.date(), ANN.id)
        await store.dailies.keep(daily.place.scope, daily.day, [a_question()])
        await keep(store, daily.game, a_start(), an_end(), place=daily.place)
        await store.acquire_lease(Holder("h", "host", 1))


def test_the_tables_are_what_the_migrations_make(file: Path) -> None:
    migrate(url_of(file))
    from_tables = file.with_name("tables.db")
    engine = create_engine(url_of(from_tables))
    Table.metadata.create_all(engine)
    engine.dispose()
    migrated = {name: sql and sql.split() for _, name, sql in shape(file)}
    del migrated["alembic_version"], migrated["sqlite_autoindex_alembic_version_1"]
    assert migrated == {name: sql and sql.split() for _, name, sql in shape(from_tables)}


def test_the_tables_are_what_the_migrations_make_on_postgresql_too(postgres: Postgres) -> None:
    with postgres.database() as url, postgres.database("template0") as from_tables:
        engine = make_engine(from_tables)
        Table.metadata.create_all(engine)
        engine.dispose()
        of_alembic = [row for row in postgres_shape(url) if row[0] == "alembic_version"]
        assert [row for row in postgres_shape(url) if row not in of_alembic] == postgres_shape(from_tables)


def test_every_time_in_the_tables_is_an_instant() -> None:
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    times = [column for column in columns if isinstance(column.type, DateTime | UtcDateTime)]
    assert len(times) == 22
    assert all(isinstance(column.type, UtcDateTime) for column in times)


def test_a_database_is_named_without_its_password() -> None:
    name = database_name("postgresql+psycopg://ann:secret@host/quiz")
    assert name == "postgresql+psycopg://ann:***@host/quiz"


def test_the_program_knows_the_newest_revision() -> None:
    assert revisions()[-1] == HEAD


@pytest.mark.parametrize("revision", revisions())
def test_each_migration_goes_down_and_up_on_a_filled_database(database: str, revision: str) -> None:
    asyncio.run(fill(database))
    whole = whole_shape(database)
    below = (["base", *revisions()])[revisions().index(revision)]
    migrate(database, below)
    migrate(database, revision)
    migrate(database)
    assert whole_shape(database) == whole
    assert check(database).problems == ()


def test_a_second_start_changes_nothing(database: str) -> None:
    asyncio.run(fill(database))
    before = check(database)
    migrate(database)
    assert check(database) == before


def test_four_processes_may_start_at_once(database: str) -> None:
    migrate(database, "base")
    program = "import sys; from bot.store.schema import migrate; sys.stdin.readline(); migrate(sys.argv[1])"
    command = [sys.executable, "-c", program, database]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    failures = [process.communicate(b"go\n", timeout=60)[1] for process in processes]
    assert failures == [b""] * 4
    assert [process.returncode for process in processes] == [0] * 4
    assert check(database).schema == HEAD


def test_a_migration_that_breaks_changes_nothing(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute(
            "CREATE TABLE lease (name TEXT)"
        )  # collides with the last step of the first revision
        connection.commit()
    before = shape(file)
    with pytest.raises(StoreError):
        migrate(url_of(file))
    assert shape(file) == before


def test_a_migration_that_leaves_rows_without_what_they_refer_to_changes_nothing(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"
            "CREATE TABLE parent (id INTEGER PRIMARY KEY);"
            "CREATE TABLE child (id INTEGER REFERENCES parent (id));"
            "INSERT INTO child VALUES (1), (2);"
        )
    before = shape(file)
    with pytest.raises(
        StoreError, match="not updated: 2 rows of 'child' refer to nothing; nothing was changed"
    ):
        migrate(url_of(file))
    assert shape(file) == before


def newer(file: Path) -> None:
    migrate(url_of(file))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def not_a_database(file: Path) -> None:
    file.write_text("Dear diary, today I wrote a quiz about quizzes.\n" * 100)


def a_folder(file: Path) -> None:
    file.mkdir()


def read_only(file: Path) -> None:
    migrate(url_of(file))
    file.chmod(0o444)
    file.parent.chmod(0o555)


def in_a_read_only_folder(file: Path) -> None:
    file.parent.chmod(0o555)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "another version of Gumshoe"),
        (of_another_program, "another program's tables .recipes."),
        (not_a_database, "not a database"),
        (a_folder, "cannot be opened"),
        (read_only, "read-only|cannot be opened"),
        (in_a_read_only_folder, "cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_used_is_refused_in_one_line_that_says_why(
    file: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(file)
    with as_plain_user(file.parent), pytest.raises(StoreError, match=said) as failure:
        open_store(url_of(file))
    assert "\n" not in str(failure.value)


def test_a_file_to_come_needs_a_folder_that_this_user_may_write_to(file: Path) -> None:
    with as_plain_user(file.parent):
        require_room(file)
        require_room(file.parent / "new" / "a.db")
        assert not file.exists()
        file.touch()
        in_a_read_only_folder(file)
        for path in (file, file.parent / "new" / "a.db"):
            with pytest.raises(StoreError, match=f"may not write to {file.parent}: allow it"):
                require_room(path)


def test_a_database_that_another_process_has_locked_is_named_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.05)
    migrate(url_of(file))
    with locked(file), pytest.raises(StoreError, match="locked by another process"):
        migrate(url_of(file))


def test_missing_folders_are_made(file: Path) -> None:
    deep = file.parent / "var" / "lib" / "gumshoe.db"
    migrate(url_of(deep))
    assert check(url_of(deep)).schema == HEAD


def test_only_its_owner_may_read_a_new_database_and_the_files_beside_it(file: Path) -> None:
    async def modes() -> dict[str, int]:
        async with opened(url_of(file)) as store:
            await keep(store, "g1", a_start())
            return {path.name: path.stat().st_mode & 0o777 for path in file.parent.iterdir()}

    assert asyncio.run(modes()) == {"a.db": 0o600, "a.db-wal": 0o600, "a.db-shm": 0o600}


def test_the_permissions_that_a_database_has_stay(file: Path) -> None:
    migrate(url_of(file))
    file.chmod(0o640)
    migrate(url_of(file))
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_cannot_be_made_is_named(file: Path) -> None:
    file.write_text("in the way")
    with pytest.raises(StoreError, match="folder"):
        migrate(url_of(file / "gumshoe.db"))


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://host/name",
        "postgresql+psycopg://host:abc/name",
        "gumshoe.db",
        "",
    ],
)
def test_a_url_that_is_none_of_ours_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///PATH"):
        migrate(url)


def test_a_missing_driver_is_named() -> None:
    with pytest.raises(StoreError, match="driver"):
        migrate("postgresql+nosuchdriver://user@host/name")
