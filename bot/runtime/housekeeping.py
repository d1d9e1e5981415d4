"""Deletes what has been kept for long enough, while the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from bot.store.errors import StoreUnavailable
from bot.store.retention import Swept

FIRST_SECONDS = 60.0
"""After a start the games that were interrupted go on first."""

EVERY_SECONDS = 6 * 3600.0
RETRY_SECONDS = 300.0

log = logging.getLogger(__name__)


class People(Protocol):
    """What the store knows about members."""

    async def go_on_forgetting(self) -> int:
        """Forget those whom it was begun with; how many."""


class House(Protocol):
    """The store, as far as it is kept in order."""

    @property
    def people(self) -> People:
        """The members."""

    async def sweep(self, now: datetime, days: int) -> Swept:
        """Delete what is so many days old, in small steps."""


class Housekeeper:
    """``clock`` gives seconds since 1970; journals are kept for ``days``, 0 for ever.

    Of several processes on a database only one is to do it: ``ours`` tells whether it is this one just now.
    """

    def __init__(
        self, store: House, clock: Callable[[], float], days: int, ours: Callable[[], bool] = lambda: True
    ) -> None:
        self._store = store
        self._clock = clock
        self._days = days
        self._ours = ours

    async def run(self) -> None:
        """Look from time to time whether there is something to delete."""
        seconds = FIRST_SECONDS
        while True:
            await asyncio.sleep(seconds)
            if not self._ours():
                seconds = RETRY_SECONDS
                continue
            try:
                await self.look()
            except StoreUnavailable as error:
                log.warning("old journals are deleted later: %s", error)
                seconds = RETRY_SECONDS
            else:
                seconds = EVERY_SECONDS

    async def look(self) -> None:
        """Delete what is due, and forget those whom a kill of the program has left half forgotten."""
        if members := await self._store.people.go_on_forgetting():
            log.info("forgot %d members who had asked for it", members)
        if not self._days:
            return
        swept = await self._store.sweep(datetime.fromtimestamp(self._clock(), UTC), self._days)
        if swept.events or swept.others:
            log.info("deleted %d events of old games, and %d rows of other sorts", swept.events, swept.others)
