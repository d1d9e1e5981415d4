"""The time of day, which only goes forward."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


def wall_clock(loop: asyncio.AbstractEventLoop) -> Callable[[], float]:
    """Seconds since 1970, taken once and then counted by the loop, so that no correction moves a deadline."""
    offset = time.time() - loop.time()
    return lambda: offset + loop.time()
