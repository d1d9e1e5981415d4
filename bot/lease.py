"""Holding the lease on the games of a database, so that two bots never run the same game."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.store.errors import StoreUnavailable
from bot.store.lease import this_host
from bot.store.records import Held, Lease
from bot.store.store import Store

BEATS = 5
"""Heartbeats within the life of a lease."""

log = logging.getLogger(__name__)


class LeaseKeeper:
    """Takes the lease, keeps it, lets it go. ``clock`` gives seconds since 1970, ``life`` is in seconds."""

    def __init__(self, store: Store, clock: Callable[[], float], life: float) -> None:
        self._store = store
        self._clock = clock
        self._life = timedelta(seconds=life)
        self._pause = life / BEATS
        self._holder = secrets.token_hex(8)

    async def acquire(self) -> datetime | None:
        """Wait until the lease is ours; the time when a bot last worked on this database, if one did."""
        told = False
        while True:
            wanted = Lease(self._holder, this_host(), os.getpid(), self._now())
            taken = await self._store.acquire_lease(wanted, self._life)
            if isinstance(taken, Lease):
                return taken.alive_at
            if not told:
                told = True
                log.warning("%s; waiting until it stops", _holder(taken))
            await asyncio.sleep(self._pause)

    async def keep(self) -> str:
        """Say now and then that this bot is alive; returns only when the lease was taken, with by whom."""
        while True:
            await asyncio.sleep(self._pause)
            try:
                beat = await self._store.beat_lease(self._holder, self._now())
            except StoreUnavailable as error:
                log.warning("the lease on the games could not be renewed: %s", error)
                continue
            if isinstance(beat, Held):
                return _holder(beat)

    async def release(self) -> None:
        """Let another bot take over at once."""
        try:
            await self._store.release_lease(self._holder, self._now())
        except StoreUnavailable as error:
            log.warning("the lease on the games runs out by itself: %s", error)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def _holder(held: Held) -> str:
    if held.by is None:
        return "another bot ran the games of this database meanwhile"
    return f"another bot (process {held.by.pid} on {held.by.host.split()[0]}) runs the games of this database"
