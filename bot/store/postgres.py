"""Connections to PostgreSQL that wait for nothing for ever."""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Engine, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 10.0
"""Seconds after which a server that has not answered is given up: then it hangs, or the way to it does."""

STATEMENT_SECONDS, LOCK_SECONDS, CONNECT_SECONDS = 8, 2, 3

SESSION = {
    "timezone": "UTC",  # days are those of UTC, whatever zone the server is in
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "lock_timeout": f"{LOCK_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{STATEMENT_SECONDS}s",  # a stopped process lets go of its locks
}
NETWORK = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": int(PATIENCE * 1000),
}

Answer = TypeVar("Answer")


class Connection(psycopg.Connection[Any]):
    """Closes itself when the server does not answer in time; without ``patience`` there is no limit."""

    patience: float | None = PATIENCE

    def wait(self, gen: Generator[Any, Any, Answer], *args: Any, **options: Any) -> Answer:
        """Wait for the answer to what was sent."""
        if self.patience is not None:
            gen = self._limited(gen, monotonic() + self.patience)
        return super().wait(gen, *args, **options)

    def _limited(self, gen: Generator[Any, Any, Answer], deadline: float) -> Generator[Any, Any, Answer]:
        try:
            state = next(gen)
            while True:
                ready = yield state
                if not ready and monotonic() > deadline:
                    self.pgconn.finish()
                    raise psycopg.OperationalError("the server has not answered in time")
                state = gen.send(ready)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def arguments(url: URL) -> dict[str, object]:
    """How to connect: what the URL says itself stands."""
    given = url.query.get("options", ())
    session = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    network = {name: value for name, value in NETWORK.items() if name not in url.query}
    return {**network, "options": " ".join([session, *([given] if isinstance(given, str) else given)])}


def prepare(engine: Engine) -> None:
    """Let an engine make such connections."""

    def connect(_dialect: object, _entry: ConnectionPoolEntry, args: Any, options: Any) -> Connection:
        return Connection.connect(*args, **options)

    def checkin(connection: DBAPIConnection | None, _entry: ConnectionPoolEntry) -> None:
        if isinstance(connection, Connection):
            connection.patience = type(connection).patience

    event.listen(engine, "do_connect", connect)
    event.listen(engine, "checkin", checkin)
