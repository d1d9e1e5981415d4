"""Who runs the games of a database: one row with a heartbeat, so that two bots never run the same game."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bot.store.records import Held, Lease
from bot.store.tables import LeaseRow

NAME = "games"
TTL = timedelta(seconds=15)


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


def acquire(session: Session, lease: Lease, ttl: timedelta) -> Lease | Held:
    """Take the lease if it is free, with the time when its last holder was alive; else say who holds it.

    It is free when nobody has it, when its last beat is older than ``ttl``, or when its holder ran on this
    host and is gone: its process has ended, or its process id is now our own.
    """
    row = session.get(LeaseRow, NAME)
    if row is None:
        session.add(
            LeaseRow(name=NAME, holder=lease.holder, host=lease.host, pid=lease.pid, beat_at=lease.beat_at)
        )
        return lease
    if row.holder not in (None, lease.holder) and not _is_gone(row, lease, ttl):
        return Held(_record(row))
    alive_at = row.beat_at
    row.holder, row.host, row.pid, row.beat_at = lease.holder, lease.host, lease.pid, lease.beat_at
    return replace(lease, alive_at=alive_at)


def beat(session: Session, holder: str, now: datetime) -> Lease | Held:
    """Say that the holder is alive; Held if it has lost the lease."""
    row = session.get(LeaseRow, NAME)
    if row is None or row.holder != holder:
        return Held(current(session))
    row.beat_at = now
    return Lease(holder, row.host, row.pid, now)


def release(session: Session, holder: str, now: datetime) -> None:
    """Let go of the lease, if the holder has it still; the time stays as the last beat."""
    row = session.get(LeaseRow, NAME)
    if row is not None and row.holder == holder:
        row.holder, row.beat_at = None, now


def current(session: Session) -> Lease | None:
    """The lease as it stands, None where nobody has it."""
    row = session.get(LeaseRow, NAME)
    return None if row is None else _record(row)


def _is_gone(row: LeaseRow, lease: Lease, ttl: timedelta) -> bool:
    if lease.beat_at - row.beat_at > ttl:
        return True
    return row.host == lease.host and (row.pid == lease.pid or not is_running(row.pid))


def _record(row: LeaseRow) -> Lease | None:
    return None if row.holder is None else Lease(row.holder, row.host, row.pid, row.beat_at)
