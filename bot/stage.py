"""Game events -> messages in one channel: a card for each round, edited in place, and the final standings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

import aiohttp
import discord
from discord import ui

from bot.game.events import Event, GameEnded, GameResumed, GameStarted, QuestionAsked
from bot.game.game import Game
from bot.game.journal import JournalUnavailable
from bot.session import Feedback
from bot.store.records import Place
from bot.views.board import Board
from bot.views.cards import notice_card, question_card, reveal_card, standings_card

EDIT_SECONDS = 1.5
"""Between two edits of an open card: Discord allows about five calls in five seconds a channel."""

RETRY_SECONDS = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
FINISH_SECONDS = 2.0
UNKNOWN_MESSAGE = 10008
FAULTS = (discord.DiscordServerError, discord.RateLimited, aiohttp.ClientError, OSError)
BACK = "Back again: the quiz goes on where it stopped, and every answer that was locked in counts."

log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Card:
    """The message of one round.

    ``painted`` is the board that it shows; ``sends`` counts how often it was sent; ``doubtful`` says that it
    may stand already, from an attempt whose outcome is unknown.
    """

    board: Board
    message: int | None = None
    painted: Board | None = None
    sends: int = 0
    doubtful: bool = False

    @property
    def name(self) -> str:
        return f"{self.board.round}.{self.sends}"

    def view(self) -> ui.LayoutView:
        return question_card(self.board) if self.board.open else reveal_card(self.board)


@dataclass(slots=True, eq=False)
class Notice:
    """A message that is sent once and never edited."""

    view: ui.LayoutView
    name: str


class DiscordStage:
    """Paints one game. Only the latest state of a card is painted; one task paints, while there is work."""

    def __init__(
        self,
        game: str,
        channel: discord.PartialMessageable,
        feedback: Feedback,
        clock: Callable[[], float],
        edit_seconds: float,
    ) -> None:
        self._game = game
        self._channel = channel
        self._feedback = feedback
        self._clock = clock
        self._edit_seconds = edit_seconds
        self._card: Card | None = None
        self._todo: list[Card | Notice] = []
        self._painter: asyncio.Task[None] | None = None
        self._nap: asyncio.Task[None] | None = None
        self._reports: set[asyncio.Task[None]] = set()
        self._painted_at = 0.0
        self._lost = False
        self._leaving = False

    def show(self, events: Sequence[Event], game: Game) -> None:
        """Note what has changed, and see to it that somebody paints."""
        if self._lost:
            return
        if self._card is None and game.handle is not None:
            self._card = Card(Board.resumed(self._game, game), int(game.handle), sends=1)
        for event in events:
            if not isinstance(event, GameStarted):
                self._note(event, game)
        self._wake()

    def deleted(self, message: int) -> None:
        """A message of the channel was deleted; if it was the open card, it is sent anew."""
        card = self._card
        if card is not None and card.message == message and card.board.open:
            card.message, card.painted = None, None
            self._do(card)
            self._wake()

    async def close(self, farewell: str | None = None) -> None:
        """Finish what is being painted; with a farewell, leave in a few seconds and say it."""
        self._leaving = farewell is not None
        self._wake()
        if self._painter is not None:
            await asyncio.wait({self._painter}, timeout=FINISH_SECONDS if self._leaving else None)
            await _cancelled(self._painter)
        if farewell is not None and not self._lost:
            await self._say(farewell)
        if self._reports:
            await asyncio.wait(self._reports, timeout=FINISH_SECONDS)
            await _cancelled(*self._reports)

    async def _say(self, farewell: str) -> None:
        try:
            await asyncio.wait_for(self._channel.send(farewell), FINISH_SECONDS)
        except (discord.HTTPException, *FAULTS) as error:
            log.info("game %s: the farewell was not sent: %s", self._game, error)

    def _note(self, event: Event, game: Game) -> None:
        if isinstance(event, QuestionAsked) and (self._card is None or self._card.board.round < event.round):
            self._card = Card(Board.asked(self._game, game.questions, event))
        elif self._card is None:
            self._card = Card(Board.resumed(self._game, game), doubtful=True)
        card = self._card
        card.board = card.board.after(event)
        if card.board is not card.painted:
            self._do(card)
        if isinstance(event, GameResumed):
            self._do(Notice(notice_card(BACK), f"back{event.at:.0f}"))
        elif isinstance(event, GameEnded):
            self._do(Notice(standings_card(event), "end"))

    def _do(self, item: Card | Notice) -> None:
        if item not in self._todo:
            self._todo.append(item)

    def _wake(self) -> None:
        if self._nap is not None and (self._leaving or any(not _can_wait(item) for item in self._todo)):
            self._nap.cancel()
        if self._todo and not self._lost and (self._painter is None or self._painter.done()):
            self._painter = asyncio.create_task(self._paint(), name=f"paint {self._game}")
            self._painter.add_done_callback(self._after_painting)

    def _after_painting(self, painter: asyncio.Task[None]) -> None:
        if not painter.cancelled() and (error := painter.exception()) is not None:
            log.error("game %s: painting failed", self._game, exc_info=error)

    async def _paint(self) -> None:
        failures = 0
        while self._todo and not self._lost:
            item = next((item for item in self._todo if not _can_wait(item)), self._todo[0])
            pause = self._painted_at + self._edit_seconds - self._clock()
            if pause > 0 and _can_wait(item) and not self._leaving:
                await self._sleep(pause)
                continue
            try:
                await self._put(item)
                failures = 0
            except (discord.HTTPException, *FAULTS) as error:
                failures += 1
                if isinstance(item, Card):
                    item.doubtful = True
                if not await self._recovered(item, error, failures):
                    self._drop(item, error)
                    failures = 0

    async def _put(self, item: Card | Notice) -> None:
        if isinstance(item, Notice):
            await self._channel.send(view=item.view, nonce=self._nonce(item.name))
            self._todo.remove(item)
            return
        board = item.board
        if item.message is None:
            message = await self._channel.send(view=item.view(), nonce=self._nonce(item.name))
            item.message = message.id
            item.sends += 1
            if board.open:
                self._report(self._feedback.shown(board.round, str(message.id)))
            if item.doubtful:  # Discord may have given back what an earlier attempt had sent: paint over it
                item.doubtful = False
                return
        else:
            await self._channel.get_partial_message(item.message).edit(view=item.view())
        item.painted = board
        self._painted_at = self._clock()
        if item.board is board:
            self._todo.remove(item)

    async def _recovered(self, item: Card | Notice, error: Exception, failures: int) -> bool:
        """Whether the painter can go on with the same item, if need be after a while."""
        if isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE and isinstance(item, Card):
            item.message, item.painted = None, None
            return True
        if isinstance(error, discord.NotFound | discord.Forbidden):
            self._lost = True
            self._report(self._feedback.lost(error.text))
            return True
        if isinstance(error, discord.HTTPException) and error.status < 500 and error.status != 429:
            return False
        if failures > len(RETRY_SECONDS) or self._leaving:
            return False
        log.warning("game %s: Discord fails, attempt %d: %s", self._game, failures, error)
        await asyncio.sleep(RETRY_SECONDS[failures - 1])
        return True

    def _drop(self, item: Card | Notice, error: Exception) -> None:
        log.error("game %s: given up on a message: %s", self._game, error)
        self._todo.remove(item)
        if isinstance(item, Card):
            item.painted = item.board

    async def _sleep(self, seconds: float) -> None:
        """Wait until the time is over or somebody has something urgent."""
        self._nap = asyncio.create_task(asyncio.sleep(seconds))
        try:
            await asyncio.wait({self._nap})
        finally:
            self._nap.cancel()
            self._nap = None

    def _report(self, call: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(self._told(call), name=f"feedback {self._game}")
        self._reports.add(task)
        task.add_done_callback(self._reports.discard)

    async def _told(self, call: Coroutine[Any, Any, None]) -> None:
        try:
            await call
        except JournalUnavailable as error:
            self._lost = False  # the next event tries the channel again, and reports again
            log.warning("game %s: feedback was not journaled: %s", self._game, error)

    def _nonce(self, name: str) -> str:
        """A name that is the same for every attempt to send one message, so that Discord sends it once."""
        return f"{self._game[-14:]}.{name}"[:25]


class Stages:
    """Makes the stages of a client, and tells them what happens to their messages."""

    def __init__(self, client: discord.Client, clock: Callable[[], float], edit_seconds: float) -> None:
        self._client = client
        self._clock = clock
        self._edit_seconds = edit_seconds
        self._by_channel: WeakValueDictionary[int, DiscordStage] = WeakValueDictionary()

    def __call__(self, game: str, place: Place, feedback: Feedback) -> DiscordStage:
        channel = self._client.get_partial_messageable(place.channel_id)
        stage = DiscordStage(game, channel, feedback, self._clock, self._edit_seconds)
        self._by_channel[place.channel_id] = stage
        return stage

    def deleted(self, channel: int, message: int) -> None:
        """A message of a channel was deleted."""
        stage = self._by_channel.get(channel)
        if stage is not None:
            stage.deleted(message)


def _can_wait(item: Card | Notice) -> bool:
    return isinstance(item, Card) and item.painted is not None and item.board.open


async def _cancelled(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
