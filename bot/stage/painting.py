"""Messages in one channel, each painted by a task of its own, so that none waits for another."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from enum import Enum
from hashlib import blake2s
from typing import Any

import aiohttp
import discord
from discord import ui

from bot.ports import Feedback
from bot.texts.catalogue import Texts
from bot.views.pictured import Card, Pictured

RETRY_SECONDS = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Between the attempts to send or edit a message while Discord fails."""

ATTEMPT_SECONDS = 20.0
UNKNOWN_MESSAGE = 10008
TROUBLES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)

log = logging.getLogger(__name__)


class Trouble(Enum):
    """What an attempt to send or edit a message can meet."""

    FAULT = "fault"  # Discord or the way to it fails; the message may have got through
    REFUSED = "refused"  # Discord does not take this message
    LOST = "lost"  # the channel is gone, or closed to the bot


def trouble_of(error: Exception) -> Trouble:
    """What an error means for the message."""
    if not isinstance(error, discord.HTTPException) or error.status >= 500 or error.status == 429:
        return Trouble.FAULT
    return Trouble.LOST if isinstance(error, discord.NotFound | discord.Forbidden) else Trouble.REFUSED


class Wall:
    """The channel that a game is painted in, and what its messages need to know of each other.

    ``heard`` says that the bot hears what is done in the channel, ``lost`` that nothing can be painted any
    more. ``closing`` and ``leaving`` say that painting is to come to an end: in its time, or in seconds.
    """

    def __init__(
        self,
        game: str,
        channel: discord.PartialMessageable,
        feedback: Feedback,
        clock: Callable[[], float],
        texts: Callable[[], Texts],
    ) -> None:
        self.game = game
        self.feedback = feedback
        self.clock = clock
        self._texts = texts
        self.heard = True
        self.lost = self.closing = self.leaving = False
        self.tasks: set[asyncio.Task[None]] = set()
        self._channel = channel

    @property
    def texts(self) -> Texts:
        """In the language that the server speaks now."""
        return self._texts()

    async def send(self, view: ui.LayoutView, name: str, file: discord.File | None = None) -> int:
        """Send a message; its id. Under the same name Discord takes it once, however often it is tried."""
        nonce = blake2s(f"{self.game}.{name}".encode(), digest_size=12).hexdigest()
        none = discord.AllowedMentions.none()
        files: dict[str, Any] = {} if file is None else {"file": file}
        return (await self._channel.send(view=view, nonce=nonce, allowed_mentions=none, **files)).id

    async def edit(self, message: int, view: ui.LayoutView) -> bool:
        """Edit a message; False where somebody has deleted it."""
        none = discord.AllowedMentions.none()
        try:
            await self._channel.get_partial_message(message).edit(view=view, allowed_mentions=none)
        except discord.NotFound as error:
            if error.code != UNKNOWN_MESSAGE:
                raise
            return False
        return True

    def lose(self, why: str) -> None:
        """Nothing can be painted any more."""
        if not self.lost:
            self.lost = True
            self.feedback.lost(why)


class Painting(ABC):
    """One message. It has a task while there is something to paint, and its own bounded attempts."""

    def __init__(self, wall: Wall) -> None:
        self.wall = wall
        self.failures = 0
        self._task: asyncio.Task[None] | None = None
        self._nap: asyncio.Task[None] | None = None
        self._retrying = False

    @property
    @abstractmethod
    def due(self) -> bool:
        """Whether there is something to paint."""

    @property
    def pause(self) -> float:
        """Seconds for which it can wait."""
        return 0.0

    @abstractmethod
    async def put(self) -> None:
        """Make one attempt, and note what it has changed."""

    @abstractmethod
    async def give_up(self, error: Exception) -> bool:
        """The attempts have failed; whether to go on all the same."""

    def wake(self) -> None:
        """See to it that somebody paints."""
        if self._nap is not None and (self.wall.leaving or (self.pause <= 0 and not self._retrying)):
            self._nap.cancel()
        if self.due and not self.wall.lost and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._paint(), name=f"paint {self.wall.game}")
            self._task.add_done_callback(self._after_painting)
            self.wall.tasks.add(self._task)

    def hurry(self) -> None:
        """See to it that somebody paints at once, whatever has failed so far."""
        self.failures = 0
        if self._nap is not None:
            self._nap.cancel()
        self.wake()

    def _after_painting(self, task: asyncio.Task[None]) -> None:
        self.wall.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("game %s: painting failed", self.wall.game, exc_info=error)

    async def _paint(self) -> None:
        while self.due and not self.wall.lost:
            pause = self.pause
            if pause > 0 and not self.wall.leaving:
                await self._sleep(pause)
                continue
            try:
                async with asyncio.timeout(ATTEMPT_SECONDS):
                    await self.put()
                self.failures = 0
            except TROUBLES as error:
                if not await self._recovered(error):
                    return

    async def _recovered(self, error: Exception) -> bool:
        """Whether to go on, if need be after a while."""
        trouble = trouble_of(error)
        if trouble is Trouble.LOST:
            self.wall.lose(str(error))
            return False
        self.failures += 1
        if trouble is Trouble.REFUSED or self.failures > len(RETRY_SECONDS) or self.wall.leaving:
            return await self.give_up(error)
        log.warning("game %s: attempt %d failed: %s", self.wall.game, self.failures, error)
        await self.retry_after(RETRY_SECONDS[self.failures - 1])
        return True

    async def retry_after(self, seconds: float) -> None:
        """Wait before another attempt; only ``hurry`` and the end cut that short."""
        self._retrying = True
        try:
            await self._sleep(seconds)
        finally:
            self._retrying = False

    async def _sleep(self, seconds: float) -> None:
        """Wait until the time is over or there is something urgent."""
        self._nap = asyncio.create_task(asyncio.sleep(seconds))
        try:
            await asyncio.wait({self._nap})
        finally:
            self._nap.cancel()
            self._nap = None


class Notice(Painting):
    """A message that is sent once and never edited."""

    def __init__(self, wall: Wall, view: ui.LayoutView, name: str) -> None:
        super().__init__(wall)
        self._view = view
        self._name = name
        self._due = True

    @property
    def due(self) -> bool:
        return self._due

    async def put(self) -> None:
        await self.wall.send(self._view, self._name)
        self._due = False

    async def give_up(self, error: Exception) -> bool:
        log.error("game %s: gave up sending a message: %s", self.wall.game, error)
        return False


class LateNotice(Notice):
    """A notice whose view takes a look at something first. Its picture is sent at the first attempt only."""

    def __init__(self, wall: Wall, make: Callable[[], Awaitable[Card]], name: str) -> None:
        super().__init__(wall, ui.LayoutView(), name)
        self._make = make
        self._tried = False

    async def put(self) -> None:
        made = await self._make()
        if isinstance(made, Pictured):
            self._view = made.plain
            if not self._tried and await self._with_picture(made):
                self._due = False
                return
        else:
            self._view = made
        await super().put()

    async def _with_picture(self, made: Pictured) -> bool:
        """Whether Discord took it; where it failed altogether, the next attempt goes without."""
        self._tried = True
        try:
            await self.wall.send(made.view, self._name, made.file())
        except TROUBLES as error:
            log.warning("game %s: a picture was not sent: %s", self.wall.game, error)
            if trouble_of(error) is Trouble.FAULT:
                raise
            return False
        return True
