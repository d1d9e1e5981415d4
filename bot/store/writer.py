"""One thread that commits what many callers write, in groups: a shared commit costs each of them little."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.store.engine import for_writing, require_file, take_turn
from bot.store.errors import StoreConflict, StoreUnavailable, describe, is_fault, is_passing
from bot.store.rows import Appealed, Append, Played, outcomes_of, rows_of
from bot.store.settling import Settler
from bot.store.shard_records import LOST, Claim
from bot.store.shards import lost_among
from bot.store.statements import Statements, write_once

Result = TypeVar("Result")

GROUP = 1_000
"""Appends in one transaction, at most."""

COUNTED = 5
"""Ends of games that are counted before the next appends have their turn: each takes milliseconds."""

TRIES = 3
"""How often a transaction is begun that the database gave up for no fault of its own."""

CLOSED = "the store is closed"
FAILED = "the events could not be written: see the log"

log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Waiting:
    """An append, and the future of whoever waits for it."""

    append: Append
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[None]
    outcomes: Sequence[Played | Appealed] = ()
    kept: bool = False
    failure: StoreUnavailable | None = None

    def settle(self) -> None:
        """Wake whoever waits; in the thread of the loop."""
        if self.future.done():
            return
        if self.kept:
            self.future.set_result(None)
        else:
            self.future.set_exception(self.failure or StoreUnavailable(FAILED))


class Writer:
    """Appends are data, and share transactions; other work is a callable, with a transaction of its own.

    A future that is done without an exception means durable; StoreUnavailable, that nothing of it was kept.
    What ends a game is done once that is counted, a few at a time, so that no answer waits for boards.
    The thread outlives every fault and serves the next group.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = for_writing(engine)
        self._statements = Statements(engine)
        self._settler = Settler(engine)
        self._uncounted: deque[Waiting] = deque()
        self._late: list[Played | Appealed] = []
        self._thread = ThreadPoolExecutor(1, "store-writer")
        self._lock = Lock()
        self._waiting: deque[Waiting] = deque()
        self._scheduled = False
        self._closed = False

    def append(self, append: Append) -> asyncio.Future[None]:
        """Commit an append, together with others that wait at the same time."""
        loop = asyncio.get_running_loop()
        waiting = Waiting(append, loop, loop.create_future())
        with self._lock:
            if self._closed:
                raise StoreUnavailable(CLOSED)
            self._waiting.append(waiting)
            if not self._scheduled:
                self._schedule()
        return waiting.future

    def run(self, work: Callable[[Session], Result], *, in_turn: bool = True) -> Future[Result]:
        """Do other work in a transaction of its own: ``in_turn`` with such work of other processes.

        It may be done anew where nothing of it was kept, and is told as not kept where that is unknown.
        """
        with self._lock:
            if self._closed:
                raise StoreUnavailable(CLOSED)
            return self._thread.submit(self._run, work, in_turn)

    @property
    def waiting(self) -> int:
        """How many appends wait for their transaction."""
        return len(self._waiting)

    def close(self) -> None:
        """Commit everything that waits, and end the thread."""
        with self._lock:
            self._closed = True
        while self._waiting or self._uncounted:
            self._thread.submit(self._turn).result()
        self._thread.shutdown()

    def _schedule(self) -> None:
        self._scheduled = True
        self._thread.submit(self._turn).add_done_callback(self._go_on)

    def _go_on(self, done: Future[None]) -> None:
        error = done.exception()
        if error is not None:
            log.error("a batch of events was not written", exc_info=error)
        with self._lock:
            self._scheduled = False
            if (self._waiting or self._uncounted) and not self._closed:
                self._schedule()

    def _run(self, work: Callable[[Session], Result], in_turn: bool) -> Result:
        try:
            with Session(self._engine, expire_on_commit=False) as session:
                result = self._prepared(session, work, in_turn)
                session.commit()
            require_file(self._engine)
        except SQLAlchemyError as error:
            raise StoreUnavailable(describe(error)) from error
        return result

    def _prepared(self, session: Session, work: Callable[[Session], Result], in_turn: bool) -> Result:
        """Do the work, all but its commit: up to there nothing is kept, and it can be done again."""
        for _ in range(TRIES - 1):
            try:
                return _done(session, work, in_turn)
            except SQLAlchemyError as error:
                if not is_passing(error):
                    raise
                session.rollback()
        return _done(session, work, in_turn)

    def _turn(self) -> None:
        """Commit what waits, and then count a few of the games that have ended."""
        if self._waiting:
            self._commit_group()
        if self._uncounted:
            self._count_some()

    def _commit_group(self) -> None:
        group = self._take(GROUP)
        try:
            self._commit(group)
        finally:
            for waiting in group:
                waiting.outcomes = tuple(outcomes_of(waiting.append)) if waiting.kept else ()
            self._uncounted.extend(waiting for waiting in group if waiting.outcomes)
            _settle(waiting for waiting in group if not waiting.outcomes)

    def _count_some(self) -> None:
        """Count some games; those that cannot be counted now are, with the next that end."""
        some = [self._uncounted.popleft() for _ in range(min(COUNTED, len(self._uncounted)))]
        late = [*self._late, *(one for waiting in some for one in waiting.outcomes)]
        try:
            self._count(late)
            self._late = []
        except (SQLAlchemyError, StoreUnavailable) as error:
            self._late = late[-GROUP:]
            log.error("%d games are counted later: %s", len(late), describe(error))
        finally:
            _settle(some)

    def _count(self, outcomes: Sequence[Played | Appealed], tries: int = TRIES) -> None:
        """Count what is not counted yet, so that a second try after a lost commit changes nothing."""
        try:
            with self._engine.begin() as connection:
                take_turn(connection)
                self._settler.settle(connection, outcomes)
        except SQLAlchemyError as error:
            if tries == 1 or not is_passing(error):
                raise
            self._count(outcomes, tries - 1)

    def _take(self, limit: int) -> list[Waiting]:
        with self._lock:
            return [self._waiting.popleft() for _ in range(min(limit, len(self._waiting)))]

    def _commit(self, group: Sequence[Waiting]) -> None:
        try:
            with self._engine.begin() as connection:
                lost = _lost_among(connection, group)
                ours = [waiting for waiting in group if waiting.append.claim not in lost]
                self._statements.write(connection, rows_of(waiting.append for waiting in ours))
            require_file(self._engine)
        except (SQLAlchemyError, StoreUnavailable, ValueError, ArithmeticError) as error:
            if is_fault(error) and not is_passing(error):
                self._give_up(group, error)
            else:
                self._commit_apart(group)
            return
        for waiting in group:
            waiting.kept = waiting.append.claim not in lost
            waiting.failure = None if waiting.kept else StoreConflict(LOST)

    def _commit_apart(self, group: Sequence[Waiting], tries: int = TRIES) -> None:
        """One transaction still, in which each append stands or falls alone.

        What is kept already stays as it is, so this settles what became of a commit that got no answer.
        """
        try:
            with self._engine.begin() as connection:
                lost = _lost_among(connection, group)
                failures = [self._write_apart(connection, waiting.append, lost) for waiting in group]
            require_file(self._engine)
        except (SQLAlchemyError, StoreUnavailable) as error:
            if tries > 1 and is_passing(error):
                self._commit_apart(group, tries - 1)
            else:
                self._give_up(group, error)
            return
        for waiting, failure in zip(group, failures, strict=True):
            waiting.kept, waiting.failure = failure is None, failure

    def _write_apart(
        self, connection: Connection, append: Append, lost: Collection[Claim | None], again: bool = True
    ) -> StoreUnavailable | None:
        try:
            with connection.begin_nested():
                write_once(connection, self._statements, append, may_write=append.claim not in lost)
        except StoreConflict as conflict:
            return conflict
        except (SQLAlchemyError, ValueError, ArithmeticError) as error:
            if is_fault(error):
                raise
            if again and isinstance(error, IntegrityError):  # another transaction has written it just now
                return self._write_apart(connection, append, lost, again=False)
            return StoreUnavailable(describe(error))
        return None

    def _give_up(self, group: Sequence[Waiting], error: BaseException) -> None:
        """Fail the group and everything queued behind it, so that nobody waits for the same fault twice."""
        text = describe(error)
        behind = self._take(len(self._waiting))
        for waiting in (*group, *behind):
            waiting.failure = StoreUnavailable(text)
        _settle(behind)


def _lost_among(connection: Connection, group: Iterable[Waiting]) -> Collection[Claim | None]:
    """The claims of a group that no longer hold; the others do until the transaction ends."""
    return lost_among(connection, {waiting.append.claim for waiting in group})


def _done(session: Session, work: Callable[[Session], Result], in_turn: bool) -> Result:
    if in_turn:
        take_turn(session.connection())
    result = work(session)
    session.flush()
    return result


def _settle(group: Iterable[Waiting]) -> None:
    """Wake everybody who waits, with one call to each loop."""
    loops: dict[asyncio.AbstractEventLoop, list[Waiting]] = {}
    for waiting in group:
        loops.setdefault(waiting.loop, []).append(waiting)
    for loop, those in loops.items():
        with suppress(RuntimeError):  # the loop was closed: nobody waits there any more
            loop.call_soon_threadsafe(_wake, those)


def _wake(group: Iterable[Waiting]) -> None:
    for waiting in group:
        waiting.settle()
