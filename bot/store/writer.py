"""One thread that commits what many callers write, in groups: a shared commit costs each of them little."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.store.engine import for_writing
from bot.store.errors import StoreConflict, StoreUnavailable, describe
from bot.store.rows import Append, rows_of
from bot.store.statements import Statements, write_once

Result = TypeVar("Result")

GROUP = 1_000
"""Appends in one transaction, at most."""

CLOSED = "the store is closed"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """An append, and the future of whoever waits for it."""

    append: Append
    future: Future[None] = field(default_factory=Future)

    def settle(self, failure: StoreUnavailable | None = None) -> None:
        if self.future.done():
            return
        if failure is None:
            self.future.set_result(None)
        else:
            self.future.set_exception(failure)


class Writer:
    """Appends are data, and share transactions; other work is a callable, with a transaction of its own.

    A future that is done without an exception means durable; StoreUnavailable, that nothing of it was kept.
    The thread outlives every fault and serves the next group.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = for_writing(engine)
        self._statements = Statements(engine)
        self._thread = ThreadPoolExecutor(1, "store-writer")
        self._lock = Lock()
        self._waiting: deque[Waiting] = deque()
        self._scheduled = False
        self._closed = False

    def append(self, append: Append) -> Future[None]:
        """Commit an append, together with others that wait at the same time."""
        waiting = Waiting(append)
        with self._lock:
            if self._closed:
                raise StoreUnavailable(CLOSED)
            self._waiting.append(waiting)
            if not self._scheduled:
                self._schedule()
        return waiting.future

    def run(self, work: Callable[[Session], Result]) -> Future[Result]:
        """Do other work, in its turn, in a transaction of its own."""
        with self._lock:
            if self._closed:
                raise StoreUnavailable(CLOSED)
            return self._thread.submit(self._run, work)

    def close(self) -> None:
        """Commit everything that waits, and end the thread."""
        with self._lock:
            self._closed = True
        while self._waiting:
            self._thread.submit(self._commit_group).result()
        self._thread.shutdown()

    def _schedule(self) -> None:
        self._scheduled = True
        self._thread.submit(self._commit_group).add_done_callback(self._go_on)

    def _go_on(self, done: Future[None]) -> None:
        error = done.exception()
        if error is not None:
            log.error("a group of events was not written", exc_info=error)
        with self._lock:
            self._scheduled = False
            if self._waiting and not self._closed:
                self._schedule()

    def _run(self, work: Callable[[Session], Result]) -> Result:
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                return work(session)
        except SQLAlchemyError as error:
            raise StoreUnavailable(describe(error)) from error

    def _commit_group(self) -> None:
        group = self._take(GROUP)
        try:
            self._commit(group)
        finally:
            _fail(group, "the event could not be written: see the log")

    def _take(self, limit: int) -> list[Waiting]:
        with self._lock:
            taken = [self._waiting.popleft() for _ in range(min(limit, len(self._waiting)))]
        return [waiting for waiting in taken if waiting.future.set_running_or_notify_cancel()]

    def _commit(self, group: Sequence[Waiting]) -> None:
        try:
            with self._engine.begin() as connection:
                self._statements.write(connection, rows_of(waiting.append for waiting in group))
        except (SQLAlchemyError, ValueError, ArithmeticError) as error:
            if _is_fault(error):
                self._give_up(group, error)
            else:
                self._commit_apart(group)
            return
        for waiting in group:
            waiting.settle()

    def _commit_apart(self, group: Sequence[Waiting]) -> None:
        """One transaction still, in which each append stands or falls alone."""
        failures: list[StoreUnavailable | None] = []
        try:
            with self._engine.begin() as connection:
                for waiting in group:
                    failures.append(self._write_apart(connection, waiting.append))
        except SQLAlchemyError as error:
            self._give_up(group, error)
            return
        for waiting, failure in zip(group, failures, strict=True):
            waiting.settle(failure)

    def _write_apart(self, connection: Connection, append: Append) -> StoreUnavailable | None:
        try:
            with connection.begin_nested():
                write_once(connection, self._statements, append)
        except StoreConflict as conflict:
            return conflict
        except (SQLAlchemyError, ValueError, ArithmeticError) as error:
            if _is_fault(error):
                raise
            return StoreUnavailable(describe(error))
        return None

    def _give_up(self, group: Iterable[Waiting], error: BaseException) -> None:
        """Fail the group, and all that queued up behind it: nobody waits for the same fault twice."""
        text = describe(error)
        log.warning("%s", text)
        _fail(group, text)
        _fail(self._take(len(self._waiting)), text)


def _fail(group: Iterable[Waiting], text: str) -> None:
    for waiting in group:
        waiting.settle(StoreUnavailable(text))


def _is_fault(error: BaseException) -> bool:
    """Whether the database is at fault, and not the rows."""
    return isinstance(error, DBAPIError) and not isinstance(error, IntegrityError | DataError)
