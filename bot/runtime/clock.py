"""The time by which games are played."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

STEP = 0.5
"""Seconds by which the host's clock must have moved to be followed."""

LOOK_SECONDS = 1.0

log = logging.getLogger(__name__)


class Clock:
    """``clock()`` is in seconds since 1970, and counts them evenly.

    Deadlines, journals and everything that is shown use it. It starts at the host's time of day and goes on
    by the loop's monotonic clock, so that neither a correction of the host's clock nor a suspension of the
    host brings a deadline nearer. ``catch_up`` brings it back to the host's time of day; all running games
    must then move along, at once (``Sessions.clock_moved``), so that what they show is right and what they
    still have to wait stays as it was.

    Pauses and the life of a lease, which have nothing to do with the time of day, use the loop's own time.
    How long nobody ran the games of a database is told by the clock of that database (``bot.store.lease``).
    """

    def __init__(self, monotonic: Callable[[], float], wall: Callable[[], float] = time.time) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self._offset = wall() - monotonic()

    def __call__(self) -> float:
        return self._offset + self._monotonic()

    def catch_up(self) -> float:
        """Follow the host's clock; by how many seconds that moves this one, 0 where it stands well enough."""
        moved = self._wall() - self()
        if abs(moved) < STEP:
            return 0.0
        self._offset += moved
        return moved


async def follow(clock: Clock, moved: Callable[[float], None]) -> None:
    """Have the clock follow the host's for as long as this runs, and tell by how much it moves."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        if by := clock.catch_up():
            log.warning("the host's clock moved by %+.1f seconds; running games move along", by)
            moved(by)
