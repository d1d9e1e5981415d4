"""What can be wrong with a database, in words for whoever runs it."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError


class StoreError(Exception):
    """The database cannot be used as it is; the text is one line: what is wrong, and what to do."""


class StoreUnavailable(StoreError):
    """A fault that may pass: what was to be written is not kept, and can be tried again."""


class StoreConflict(StoreUnavailable):
    """The journal holds other events at these numbers: another process runs this game."""


class UnreadableJournal(StoreError):
    """A game's journal holds what this version of the program does not know, or cannot read."""


RESTORE = "stop the bot, then put a backup in its place"
REBUILD = "stop the bot, then run `gumshoe standings --rebuild`"

CAUSES = {
    "SQLITE_BUSY": "the database is locked by another process: end that process, or wait until it is done",
    "SQLITE_LOCKED": "the database is locked by another process: end that process, or wait until it is done",
    "SQLITE_FULL": "the disk is full: make room where the database is",
    "SQLITE_READONLY": "the database is read-only: let this user write to the file and to its folder",
    "SQLITE_CANTOPEN": "the database cannot be opened: see that its folder is there, and open to this user",
    "SQLITE_NOTADB": f"the file is not a database: name another file, or {RESTORE}",
    "SQLITE_CORRUPT": f"the database is damaged: {RESTORE}",
    "SQLITE_IOERR": "the disk failed to read or write: look after the disk that the database is on",
    "SQLITE_PERM": "the database may not be touched: let this user write to the file and to its folder",
}


STATES = {
    "25006": "the database is read-only: name the primary, not one of its replicas",
    "28000": "PostgreSQL does not let this user in: see the user in the database's URL, and pg_hba.conf",
    "28P01": "PostgreSQL refuses the password: see the database's URL",
    "3D000": "there is no such database: make it with CREATE DATABASE",
    "42501": "this user lacks rights on the database: let it own the database, or GRANT what it needs",
    "53100": "the disk of the database is full: make room there",
    "53300": "PostgreSQL has no connection left: raise its max_connections",
    "55P03": "another process is in the way: wait until it is done",
    "57014": "PostgreSQL took too long: see what else it is doing",
}
"""What PostgreSQL's codes mean for whoever runs the bot."""


def is_damage(error: DBAPIError) -> bool:
    """Whether the file holds what cannot be read, which no second try would change."""
    return getattr(error.orig, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


PASSING = ("40001", "40P01")
"""PostgreSQL's words for a transaction that was given up so that another could go on."""


def is_passing(error: BaseException) -> bool:
    """Whether a second try may go well: the connection was lost, or another transaction in the way."""
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in PASSING


def is_fault(error: BaseException) -> bool:
    """Whether the database is at fault, and not the rows."""
    return isinstance(error, DBAPIError) and not isinstance(error, IntegrityError | DataError)


def describe(error: BaseException) -> str:
    """One line for the operator: what is the matter with the database, and what to do."""
    if isinstance(error, StoreError):
        return str(error)
    cause: BaseException | None = error
    if isinstance(error, DBAPIError) and error.orig is not None:
        cause = error.orig
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "")  # unset where the driver itself raised
        for code, text in CAUSES.items():
            if name.startswith(code):
                return text
    if known := STATES.get(getattr(cause, "sqlstate", None) or ""):
        return known
    if isinstance(cause, SQLAlchemyError | OSError) or cause is None:
        cause = error
    lines = str(cause).strip().splitlines()
    return f"the database fails: {lines[0] if lines else type(cause).__name__}"
