"""Brings a database to the schema of this program, in one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from bot.store.engine import for_writing, make_engine, parse_url, sqlite_file, take_time
from bot.store.errors import RESTORE, StoreError, describe
from bot.store.standing_tables import METADATA

HEAD = "20261122_shards"
"""The newest revision; a test holds it to the migrations."""

BUSY_SECONDS = 30.0
"""Long enough for another process to finish the same migration."""

OWNER_ONLY = 0o600
"""The permissions of a new database, which SQLite gives to the files beside it, too."""

VERSIONS = "alembic_version"
ADVISORY_LOCK = 7_148_620_523


def migrate(url: str, revision: str = HEAD) -> None:
    """Create the database if need be and bring it to the revision; StoreError says what stands in the way.

    The lock is taken in any case, which shows at once a database that cannot be written to.
    """
    make_file(url)
    with _failures_named(), _own_engine(url) as engine, for_writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            take_time(connection)
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'")
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        if current_revision(connection) != revision:
            _migrate(connection, revision)
        if revision == HEAD:
            require_tables(connection)


def make_file(url: str) -> None:
    """Make the folder of the database, and the file, which only its owner may read; SQLite fills it."""
    file = sqlite_file(url)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder {file.parent} cannot be made ({error.strerror}): make it, or name another file"
        ) from error
    with suppress(OSError):  # SQLite says what is the matter
        file.touch(OWNER_ONLY)


def require_room(file: Path) -> None:
    """StoreError where this user could not write to the file, or make it; nothing is changed."""
    try:
        folder = next(parent for parent in file.absolute().parents if parent.exists())
        touched = (file, folder) if file.exists() else (folder,)
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}: name another file") from error
    if not folder.is_dir():
        raise StoreError(f"{folder} is not a folder: name another file")
    for path in touched:
        if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise StoreError(f"this user may not write to {path}: allow it, or name another file")


def current_revision(connection: Connection) -> str | None:
    """The revision of the database, None for an empty one; StoreError for one that is not Gumshoe's."""
    tables = inspect(connection).get_table_names()
    if VERSIONS not in tables:
        if tables:
            raise StoreError(
                f"the database holds another program's tables ({', '.join(sorted(tables)[:3])}): "
                "name another one"
            )
        return None
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSIONS}"))
    return version


def require_tables(connection: Connection) -> None:
    """StoreError where a table is missing from a database of the newest revision."""
    missing = METADATA.tables.keys() - set(inspect(connection).get_table_names())
    if missing:
        raise StoreError(f"the database lacks {', '.join(sorted(missing))}: {RESTORE}")


def _migrate(connection: Connection, revision: str) -> None:
    from alembic import command  # a seventh of a second, and most starts have nothing to migrate
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    config.attributes["connection"] = connection
    order = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]
    current = current_revision(connection)
    if current is not None and current not in order:
        raise StoreError(
            f"the database was written by another version of Gumshoe (schema {current}, not {HEAD}): "
            "run that version, or name another database"
        )
    if current is not None and (revision == "base" or order.index(revision) < order.index(current)):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StoreError(
                f"the database was not updated: {len(broken)} rows of {broken[0][0]!r} refer to nothing; "
                f"nothing was changed; {RESTORE}"
            )


@contextmanager
def _own_engine(url: str) -> Iterator[Engine]:
    engine = make_engine(url, BUSY_SECONDS, foreign_keys=False)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _failures_named() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(describe(error)) from error


def database_name(url: str) -> str:
    """The database's name as it can be shown: without a password."""
    return parse_url(url).render_as_string(hide_password=True)
