"""Much work on the database in small steps, so that no answer waits long for the lock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlalchemy import ColumnElement, Delete, Table, delete, select, tuple_
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
        key, count = table.primary_key.columns.values(), 0
        look = select(*key).where(*where).limit(ROWS)
        while rows := await self.read(lambda session: session.execute(look).all()):
            these = tuple_(*key).in_([tuple(row) for row in rows])
            await self.write(partial(_execute, delete(table).where(these, *where)))
            count += len(rows)
        return count


def _execute(statement: Delete, session: Session) -> None:
    session.execute(statement)
