"""Who runs the games of a database: one row with a heartbeat, so that two bots never run the same game."""

from __future__ import annotations

import os
import platform
import sys
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, type_coerce
from sqlalchemy.orm import Session

from bot.store.records import Held, Holder, Lease
from bot.store.tables import LeaseRow, UtcDateTime

NAME = "games"


def this_host() -> str:
    """A name under which process ids mean the same thing: the machine's, and its container's."""
    try:
        return f"{platform.node()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:  # no such thing outside Linux
        return platform.node()


def is_running(pid: int) -> bool:
    """Whether a process of this host is alive; True where there is no harmless way to ask."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def acquire(session: Session, me: Holder, silent: Lease | None) -> Lease | Held:
    """Take the lease if it is free; else say who holds it.

    It is free when nobody has it, when it is still the ``silent`` one, on which the caller has seen no beat
    for long enough, or when its holder ran on this host and is gone: its process has ended, or its process
    id is now our own. No clock decides: one that is put forward takes no lease from the living.
    """
    now = time_of(session)
    row = _row(session)
    if row is None:
        session.add(LeaseRow(name=NAME, holder=me.id, host=me.host, pid=me.pid, beat_at=now))
        return Lease(me, now)
    held = _record(row)
    if held is not None and held != silent and not is_gone(held.holder, me):
        return Held(held)
    away = max(now - row.beat_at, timedelta(0))
    row.holder, row.host, row.pid, row.beat_at = me.id, me.host, me.pid, now
    return Lease(me, now, away)


def beat(session: Session, me: str) -> Lease | Held:
    """Say that the holder is alive; Held if it has lost the lease."""
    row = _row(session)
    if row is None or row.holder != me:
        return Held(None if row is None else _record(row))
    row.beat_at = time_of(session)
    return Lease(Holder(me, row.host, row.pid), row.beat_at)


def release(session: Session, me: str) -> None:
    """Let go of the lease, if the holder has it still; the time stays as the last beat."""
    row = _row(session)
    if row is not None and row.holder == me:
        row.holder, row.beat_at = None, time_of(session)


def current(session: Session) -> Lease | None:
    """The lease as it stands, None where nobody has it."""
    row = session.get(LeaseRow, NAME)
    return None if row is None else _record(row)


def _row(session: Session) -> LeaseRow | None:
    return session.get(LeaseRow, NAME, with_for_update=True)


def time_of(session: Session) -> datetime:
    """The time by the database's clock, which all bots on it share."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    clock = func.strftime("%Y-%m-%d %H:%M:%f", "now") if on_sqlite else func.clock_timestamp()
    return session.execute(select(type_coerce(clock, UtcDateTime))).scalar_one()


def is_gone(holder: Holder, me: Holder) -> bool:
    """Whether a holder ran on this host, and runs no more."""
    return holder.id == me.id or (
        holder.host == me.host and (holder.pid == me.pid or not is_running(holder.pid))
    )


def _record(row: LeaseRow) -> Lease | None:
    return None if row.holder is None else Lease(Holder(row.holder, row.host, row.pid), row.beat_at)
