"""Holding the lease on the games of a database, so that two bots never run the same game."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Callable

from bot.runtime.pulse import Pulse
from bot.store.errors import StoreUnavailable
from bot.store.lease import this_host
from bot.store.records import Held, Holder, Lease
from bot.store.store import Store

BEATS = 5
"""Heartbeats within the life of a lease."""

log = logging.getLogger(__name__)


class LeaseKeeper:
    """Takes the lease, keeps it, lets it go; its heartbeat shows whether the database can be used.

    ``clock`` counts seconds evenly, from whenever; ``life`` is in seconds.
    """

    def __init__(self, store: Store, clock: Callable[[], float], life: float) -> None:
        self._store = store
        self._clock = clock
        self._life = life
        self._pause = life / BEATS
        self._me = Holder(secrets.token_hex(8), this_host(), os.getpid())
        self._alive_at: float | None = None
        self._pulse = Pulse(clock, life)

    @property
    def away(self) -> float | None:
        """Seconds since a bot before this one was last alive; None where there was none."""
        return None if self._alive_at is None else self._clock() - self._alive_at

    @property
    def problem(self) -> str:
        """Why nothing can be written just now; empty where it can."""
        return self._pulse.problem

    async def acquire(self) -> None:
        """Wait until the lease is ours: at once where it is free, or else for as long as its holder lives."""
        held, since = None, 0.0
        while True:
            silent = held if held is not None and self._clock() - since > self._life else None
            taken = await self._store.acquire_lease(self._me, silent)
            if isinstance(taken, Lease):
                break
            if held is None:
                log.warning("%s; waiting until it stops", _holder(taken))
            if taken.by != held:
                held, since = taken.by, self._clock()
            await asyncio.sleep(self._pause)
        self._pulse.beat(self._clock())
        self._alive_at = None if taken.away is None else self._pulse.at - taken.away.total_seconds()

    async def keep(self) -> str:
        """Say now and then that this bot is alive; returns only when the lease was taken, with by whom."""
        while True:
            await asyncio.sleep(self._pause)
            try:
                beat = await self._store.beat_lease(self._me.id)
            except StoreUnavailable as error:
                self._pulse.fail(str(error))
                continue
            if isinstance(beat, Held):
                return _holder(beat)
            self._pulse.beat(self._clock())

    async def release(self) -> None:
        """Let another bot take over at once."""
        try:
            await self._store.release_lease(self._me.id)
        except StoreUnavailable as error:
            log.warning("the lease was not released and will expire by itself: %s", error)


def _holder(held: Held) -> str:
    if held.by is None:
        return "another bot ran the games of this database meanwhile"
    holder = held.by.holder
    return f"another bot (process {holder.pid} on {holder.host.split()[0]}) runs the games of this database"
