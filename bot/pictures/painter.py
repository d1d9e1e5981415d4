"""Draws beside the event loop, one picture at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any, Protocol

from bot.pictures.records import Picture

NEEDED = ("PIL", "fontTools", "font_source_sans_pro")
"""The modules of the extra ``cards``."""

PATIENCE_SECONDS = 1.0
"""A card that has waited so long for its picture goes without."""

MOST_WAITING = 20

log = logging.getLogger(__name__)


class Draws(Protocol):
    """Draws for one thread at a time."""

    def warm_up(self) -> None:
        """Do once what takes long."""

    def png(self, picture: Picture) -> bytes:
        """The picture's bytes."""


class Painter:
    """``make`` is called in the thread that draws; without it there are no pictures."""

    def __init__(self, make: Callable[[], Draws] | None = None) -> None:
        self._make = make
        self._draws: Draws | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._waiting = 0
        self._closed = False

    @property
    def available(self) -> bool:
        """Whether there can be pictures at all."""
        return self._make is not None and not self._closed

    def warm_up(self) -> None:
        """Have the fonts read, so that the first picture does not wait for them."""
        if self._make is not None:
            self._pool.submit(lambda: self._ready().warm_up()).add_done_callback(_complain)

    async def paint(self, picture: Picture) -> bytes | None:
        """The picture's bytes; None where it cannot be drawn, or not soon enough. Nothing is raised."""
        if not self.available or self._waiting >= MOST_WAITING:
            return None
        self._waiting += 1
        future = self._pool.submit(lambda: self._ready().png(picture))
        future.add_done_callback(_complain)
        drawing = asyncio.wrap_future(future)
        try:
            await asyncio.wait({drawing}, timeout=PATIENCE_SECONDS)
        finally:
            self._waiting -= 1
            if not drawing.done():
                drawing.cancel()
        if not drawing.done() or drawing.cancelled():
            log.warning("a picture took longer than %g s, so there is none", PATIENCE_SECONDS)
            return None
        return None if drawing.exception() else drawing.result()

    def close(self) -> None:
        """Draw nothing more."""
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _ready(self) -> Draws:
        if self._draws is None:
            assert self._make is not None
            self._draws = self._make()
        return self._draws


def painter_here() -> Painter:
    """With pictures where the extra ``cards`` is installed."""
    return Painter(_drawing if lacking_modules() == [] else None)


def lacking_modules() -> list[str]:
    """What pictures need and is not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def _drawing() -> Draws:
    from bot.pictures.drawing import Drawing

    return Drawing()


def _complain(future: Future[Any]) -> None:
    """Whatever goes wrong with a picture goes to the log; the card goes without it."""
    if not future.cancelled() and (error := future.exception()) is not None:
        log.error("a picture could not be drawn", exc_info=error)
