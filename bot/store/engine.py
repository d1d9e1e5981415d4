"""Connections to the database, with the settings that SQLite needs to be safe under concurrency."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import SQLModel

from bot.store.errors import RESTORE, StoreError, StoreUnavailable

BUSY_SECONDS = 2.0
"""How long a write waits for another process's lock: Discord takes an answer to a click within 3 seconds."""

WRITES, WATCH = "writes", "watch"

TURN = 7_148_620_524
"""The key of the advisory lock that ``take_turn`` takes; that of migrations is one less."""

GONE = f"the database's file was deleted or replaced while this program runs: {RESTORE}"


def parse_url(url: str) -> URL:
    """The URL of a database that the store can use; StoreError if it is none."""
    try:
        parsed = make_url(url)
        known = parsed.get_backend_name() in ("sqlite", "postgresql")
    except (ArgumentError, ValueError):  # a port that is no number is a ValueError
        known = False
    if not known or (parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")):
        raise StoreError(
            "the database's URL is wrong: write sqlite:///PATH, or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
        )
    return parsed


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite database; None for another database."""
    parsed = parse_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def existing_file(url: str) -> Path | None:
    """The same, for those who must not make a new one: StoreError where there is no such file."""
    file = sqlite_file(url)
    if file is None:
        return None
    try:
        exists = file.is_file()
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}: name another file") from error
    if not exists:
        raise StoreError(f"there is no database at {file}: name another file, or start Gumshoe to make it")
    return file


def make_engine(url: str, busy_seconds: float = BUSY_SECONDS, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions are real ones; those of ``for_writing(engine)`` lock at their begin.

    It works on one file only: once that is deleted or replaced, StoreUnavailable tells so.
    """
    parsed = parse_url(url)
    try:
        if parsed.get_backend_name() != "sqlite":
            return _postgresql(parsed)
        engine = create_engine(parsed, connect_args={"timeout": busy_seconds})
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            f"the database's driver is missing ({error}): install gumshoe[postgres], and write postgresql+psycopg://"
        ) from error

    def connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver's own transactions lose updates
        connection.text_factory = _text
        for pragma in _pragmas(foreign_keys):
            connection.execute(f"PRAGMA {pragma}")

    def begin(connection: Connection) -> None:
        watch()
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    watch = _watch(Path(parsed.database or ""))

    def do_connect(*_: object) -> None:
        watch()  # or else SQLite makes a new file

    event.listen(engine, "do_connect", do_connect)
    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)
    return engine.execution_options(**{WATCH: watch})


def _postgresql(url: URL) -> Engine:
    from bot.store.postgres import arguments, prepare  # its driver is an extra

    options = {WATCH: lambda: None}
    engine = create_engine(url, pool_pre_ping=True, connect_args=arguments(url), execution_options=options)
    prepare(engine)
    return engine


def _text(raw: bytes) -> str:
    """A damaged text is read all the same: it must not keep anybody from the rows beside it."""
    return raw.decode(errors="surrogateescape")


def _pragmas(foreign_keys: bool) -> Iterable[str]:
    return ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={'ON' if foreign_keys else 'OFF'}")


def _watch(file: Path) -> Callable[[], None]:
    """Raises StoreUnavailable once the file is another than now: what is written then is lost."""

    def identity() -> tuple[int, int] | None:
        try:
            found = file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    known = identity()

    def watch() -> None:
        if known is not None and identity() != known:
            raise StoreUnavailable(GONE)

    return watch


def require_file(engine: Engine) -> None:
    """StoreUnavailable where the engine's file was deleted or replaced."""
    watch: Callable[[], None] = engine.get_execution_options()[WATCH]
    watch()


def size_of(engine: Engine) -> int:
    """The bytes of a database: of the SQLite file and the log beside it, or as PostgreSQL tells."""
    if engine.dialect.name == "sqlite":
        files = (Path(f"{engine.url.database}{suffix}") for suffix in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())
    with engine.connect() as connection:
        size: int = connection.scalar(text("SELECT pg_database_size(current_database())"))
        return size


def free_in(connection: Connection) -> int:
    """The bytes of an SQLite file that hold nothing; PostgreSQL looks after its own."""
    if connection.dialect.name != "sqlite":
        return 0
    pages, size = (
        connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("freelist_count", "page_size")
    )
    return int(pages * size)


def for_writing(engine: Engine) -> Engine:
    """The same connections, whose transactions take the write lock at once and so never fail half-way."""
    return engine.execution_options(**{WRITES: True})


def take_turn(connection: Connection) -> None:
    """Let those who read before they write take turns: the next goes on once this one has committed.

    On SQLite every writing transaction does. On PostgreSQL an append need not wait for any other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": TURN})


def take_time(connection: Connection) -> None:
    """Let what is done from here to the end of the transaction take as long as it takes."""
    if connection.dialect.name == "postgresql":
        for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.exec_driver_sql(f"SET LOCAL {setting} = 0")
        driver: Any = connection.connection.driver_connection
        driver.patience = None


def insert_into(
    engine: Engine | Connection, table: type[SQLModel] | Table
) -> sqlite.Insert | postgresql.Insert:
    """INSERT in the database's own dialect, both of which have the same ``on_conflict_do_update``."""
    dialect: Any = postgresql if engine.dialect.name == "postgresql" else sqlite
    statement: sqlite.Insert | postgresql.Insert = dialect.insert(table)
    return statement
