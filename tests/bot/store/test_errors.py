"""What is wrong with a database, in one line."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import DatabaseError, InvalidRequestError, OperationalError

from bot.store.errors import CAUSES, StoreError, describe, is_damage


def of_sqlite(name: str, text: str = "what SQLite says") -> sqlite3.OperationalError:
    """An error with the name that SQLite gives it."""
    error = sqlite3.OperationalError(text)
    error.sqlite_errorname = name
    return error


def through_sqlalchemy(error: sqlite3.Error) -> OperationalError:
    return OperationalError("SELECT 1", {}, error)


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_that_is_known_has_its_own_words(name: str) -> None:
    for code in (name, f"{name}_SUBCODE"):
        assert describe(of_sqlite(code)) == CAUSES[name]
        assert describe(through_sqlalchemy(of_sqlite(code))) == CAUSES[name]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (sqlite3.ProgrammingError("The database is closed."), "The database is closed."),
        (through_sqlalchemy(of_sqlite("SQLITE_ERROR", "no such table: event")), "no such table: event"),
        (of_sqlite("SQLITE_ERROR", "\n one\ntwo"), "one"),
        (InvalidRequestError("the session is gone\n(Background on this error)"), "the session is gone"),
        (OSError(), "OSError"),
        (DatabaseError("SELECT 1", {}, OSError(5, "lost")), "(builtins.OSError) [Errno 5] lost"),
    ],
)
def test_another_cause_is_told_by_its_first_line(error: Exception, text: str) -> None:
    assert describe(error) == f"the database fails: {text}"


def test_what_is_in_words_already_stays_as_it_is() -> None:
    assert describe(StoreError("name another file")) == "name another file"


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("SQLITE_CORRUPT", True),
        ("SQLITE_CORRUPT_INDEX", True),
        ("SQLITE_NOTADB", True),
        ("SQLITE_IOERR", False),
    ],
)
def test_what_no_second_try_would_change_is_damage(name: str, damage: bool) -> None:
    assert is_damage(through_sqlalchemy(of_sqlite(name))) is damage


def test_an_error_without_a_name_is_no_damage() -> None:
    assert not is_damage(through_sqlalchemy(sqlite3.OperationalError("unnamed")))
