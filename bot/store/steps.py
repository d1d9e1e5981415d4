"""Much work on the database in small steps, so that no answer waits long for the lock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Delete, Table, and_, bindparam, delete, select
from sqlalchemy.orm import Session

from bot.store.desk import Do

ROWS = 300
"""So many rows are deleted in one transaction."""

Result = TypeVar("Result")


class Steps:
    """Reads and writes one after the other; after each write it rests for ``pause`` seconds."""

    def __init__(self, read: Do, write: Do, pause: float = 0.0) -> None:
        self.read = read
        self._write = write
        self._pause = pause

    async def write(self, work: Callable[[Session], Result]) -> Result:
        """Do some work in a transaction of its own, in its turn with the answers of players."""
        result = await self._write(work)
        if self._pause:
            await asyncio.sleep(self._pause)
        return result

    async def delete(self, table: Table, *where: ColumnElement[bool]) -> int:
        """Delete these rows, some at a time; how many. They are looked for without the lock."""
        count = 0
        look = select(*table.primary_key).where(*where).limit(ROWS)
        one = delete(table).where(in_row(table), *where)
        while rows := await self.read(lambda session: session.execute(look).all()):
            await self.write(partial(_execute, one, keys_of(table, rows)))
            count += len(rows)
        return count


def _execute(statement: Delete, keys: Sequence[dict[str, Any]], session: Session) -> None:
    session.execute(statement, keys)


def in_row(table: Table) -> ColumnElement[bool]:
    """True of the row that one of ``keys_of`` names. Looking for many, SQLite reads the whole table."""
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))


def keys_of(table: Table, rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """What ``in_row`` is to be given for rows that begin with their primary key."""
    names = [f"key_{column.name}" for column in table.primary_key]
    return [dict(zip(names, row, strict=False)) for row in rows]
