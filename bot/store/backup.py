"""A consistent copy of a live SQLite database, and a smaller file of one that nobody uses."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bot.store.engine import existing_file, parse_url
from bot.store.errors import StoreError, describe


def backup(url: str, target: Path) -> int:
    """Copy the database to a new file while the bot goes on, and return its size in bytes.

    The file appears under its name only when it is whole. StoreError says what stands in the way.
    """
    source = existing_file(url)
    if source is None:
        raise StoreError(
            "gumshoe backup copies SQLite databases: for PostgreSQL run "
            f'pg_dump --format=custom --file={target} "{_libpq(url)}"'
        )
    try:
        if target.exists():
            raise StoreError(f"{target} already exists: name a new file")
        descriptor, name = tempfile.mkstemp(
            ".partial", "gumshoe-", target.parent
        )  # readable by its owner only
        os.close(descriptor)
        partial = Path(name)
        try:
            _copy(source, partial)
            partial.rename(target)
        finally:
            partial.unlink(missing_ok=True)
        return target.stat().st_size
    except sqlite3.Error as error:
        raise StoreError(f"no backup was made: {describe(error)}") from error
    except OSError as error:
        raise StoreError(f"no backup was made: {target}: {error.strerror}") from error


def compact(url: str) -> tuple[int, int]:
    """Give the empty pages of an SQLite file back; its bytes before and after. No bot may write meanwhile."""
    file = existing_file(url)
    if file is None:
        raise StoreError("gumshoe compact is for SQLite databases: PostgreSQL does that by itself")
    before = file.stat().st_size
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as live:
            live.execute("VACUUM")
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise StoreError(f"nothing was changed: {describe(error)}") from error
    return before, file.stat().st_size


def _libpq(url: str) -> str:
    """A URL as PostgreSQL's own programs read it; they ask for the password, or have it in a file."""
    parsed = parse_url(url)._replace(drivername="postgresql", password=None)
    return parsed.render_as_string()


def _copy(source: Path, partial: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as live,
        closing(sqlite3.connect(partial)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it to forget
