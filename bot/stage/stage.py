"""Game events -> messages in one channel: the lobby, a card for each round, and the final standings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial
from weakref import WeakValueDictionary

import discord
from discord import ui

from bot.game.events import Event, GameEnded, GameResumed, GameStarted, QuestionAsked, RoundClosed
from bot.game.game import Game, Phase
from bot.game.summary import Summary
from bot.pictures.records import Picture
from bot.ports import Feedback
from bot.stage.card import Card
from bot.stage.lobby import LobbyCard
from bot.stage.painting import TROUBLES, LateNotice, Notice, Wall
from bot.store.board_records import Aftermath
from bot.store.records import Place, guild_of
from bot.texts.catalogue import Texts
from bot.views.board import Board
from bot.views.cards import notice_card
from bot.views.end_card import end_card, podium_picture
from bot.views.lobby import Lobby
from bot.views.notes import Notes
from bot.views.pictured import Pictured, shown_picture

EDIT_SECONDS = 1.5
"""Between two edits of an open card: Discord allows about five calls in five seconds a channel."""

FINISH_SECONDS = 2.0

log = logging.getLogger(__name__)


Changes = Callable[[str, str, Mapping[int, int]], Awaitable[Aftermath]]
"""What a game in a scope has changed, in which players have won so many points."""

Paint = Callable[[str, Picture], Awaitable[bytes | None]]
"""A picture for a scope; None where there is none, for whatever reason."""


class DiscordStage:
    """Paints one game: of each card only the latest state."""

    def __init__(
        self,
        game: str,
        channel: discord.PartialMessageable,
        feedback: Feedback,
        clock: Callable[[], float],
        edit_seconds: float,
        texts: Callable[[], Texts],
        notes: Notes,
        aftermath: Callable[[Mapping[int, int]], Awaitable[Aftermath]],
        paint: Callable[[Picture], Awaitable[bytes | None]],
    ) -> None:
        self._game = game
        self._aftermath = aftermath
        self._paint = paint
        self._notes = notes
        self._channel = channel
        self._wall = Wall(game, channel, feedback, clock, texts)
        self._edit_seconds = edit_seconds
        self._card: Card | None = None
        self._lobby: LobbyCard | None = None

    def show(self, events: Sequence[Event], game: Game) -> None:
        """Note what has changed, and see to it that it is painted."""
        if self._wall.lost:
            return
        if self._lobby is None and game.phase is Phase.LOBBY:
            self._lobby = self._open_lobby(events, game)
        for event in events:
            if not isinstance(event, GameStarted):
                self._note(event, game)
        if self._card is not None:
            self._card.left = game.left
            self._card.wake()

    def listen(self, *, heard: bool) -> None:
        """The bot hears what is done in the channel, or no longer does."""
        if heard is not self._wall.heard:
            self._wall.heard = heard
            if self._card is not None:
                self._card.listen()

    def lose(self) -> None:
        """Paint nothing more, and tell nobody."""
        self._wall.lost = True
        for task in self._wall.tasks:
            task.cancel()

    @property
    def painting(self) -> int:
        """How many messages are being sent or edited, or wait for that."""
        return len(self._wall.tasks)

    def deleted(self, message: int) -> None:
        """A message of the channel was deleted; if it was the open card, it is sent again."""
        for card in (self._lobby, self._card):
            if card is not None:
                card.deleted(message)

    async def close(self, *, restarting: bool = False) -> None:
        """Finish what is being painted; before a restart, leave in a few seconds and say so."""
        self._wall.closing, self._wall.leaving = True, restarting
        for card in (self._lobby, self._card):
            if card is not None:
                card.wake()
        if self._wall.tasks:
            timeout = FINISH_SECONDS if self._wall.leaving else None
            _, late = await asyncio.wait(self._wall.tasks, timeout=timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._notes.forget(self._game)
        if restarting and not self._wall.lost:
            await self._say_farewell()

    async def _say_farewell(self) -> None:
        farewell = self._wall.texts("farewell")
        try:
            await asyncio.wait_for(self._channel.send(farewell), FINISH_SECONDS)
        except TROUBLES as error:
            log.info("game %s: the farewell was not sent: %s", self._game, error)

    def _note(self, event: Event, game: Game) -> None:
        if isinstance(event, GameResumed):
            Notice(self._wall, notice_card(self._wall.texts("back-again")), f"back {event.at}").wake()
        if self._lobby is not None and self._lobby.open:
            self._lobby.note(event, game)
            if not isinstance(event, QuestionAsked):
                return
        card = self._card
        if card is None or isinstance(event, QuestionAsked):
            card = self._card = self._next_card(event, game)
        card.note(event, game)
        if isinstance(event, RoundClosed | GameEnded):
            self._notes.close(card.board)
        if isinstance(event, GameEnded):
            LateNotice(self._wall, partial(self._end_card, event, game.summary), "end").wake()

    async def _end_card(self, ended: GameEnded, summary: Summary) -> ui.LayoutView | Pictured:
        gained = {row.player.id: row.points for row in summary.standings if row.points > 0}
        aftermath, texts = await self._aftermath(gained), self._wall.texts
        picture = podium_picture(texts, ended, summary)
        png = await self._paint(picture) if picture.places else None
        plain = end_card(texts, self._game, ended, summary, aftermath)
        if png is None:
            return plain
        item = shown_picture(texts, picture)
        return Pictured(end_card(texts, self._game, ended, summary, aftermath, item), png, plain)

    def _open_lobby(self, events: Sequence[Event], game: Game) -> LobbyCard:
        """The lobby of a new game, or of one that was in it before a restart."""
        message = None if game.handle is None else int(game.handle)
        doubtful = message is None and not isinstance(events[0], GameStarted)
        lobby = Lobby.of(self._game, game)
        card = LobbyCard(self._wall, lobby, self._edit_seconds, message=message, doubtful=doubtful)
        card.wake()
        return card

    def _next_card(self, event: Event, game: Game) -> Card:
        if self._card is not None:
            self._card.pass_on()
        if isinstance(event, QuestionAsked):
            board = Board.asked(self._game, game.questions, event, alone=game.rules.solo)
            return Card(self._wall, board, self._edit_seconds, left=game.left)
        board = Board.resumed(self._game, game)
        message = None if game.handle is None else int(game.handle)
        doubtful = message is None
        return Card(self._wall, board, self._edit_seconds, left=game.left, message=message, doubtful=doubtful)


class Stages:
    """Makes the stages of a client, and tells them what happens to their messages.

    ``hears`` says whether the client hears what is done in a server, ``texts_in`` which language it speaks.
    """

    def __init__(
        self,
        client: discord.Client,
        clock: Callable[[], float],
        edit_seconds: float,
        hears: Callable[[int], bool],
        texts_in: Callable[[str], Texts],
        notes: Notes,
        aftermath: Changes,
        paint: Paint,
    ) -> None:
        self._notes = notes
        self._aftermath = aftermath
        self._paint = paint
        self._client = client
        self._clock = clock
        self._edit_seconds = edit_seconds
        self._hears = hears
        self._texts_in = texts_in
        self._by_place: WeakValueDictionary[Place, DiscordStage] = WeakValueDictionary()

    def __call__(self, game: str, place: Place, feedback: Feedback) -> DiscordStage:
        channel = self._client.get_partial_messageable(place.channel_id)
        texts = partial(self._texts_in, place.scope)
        aftermath = partial(self._aftermath, place.scope, game)
        paint = partial(self._paint, place.scope)
        stage = DiscordStage(
            game, channel, feedback, self._clock, self._edit_seconds, texts, self._notes, aftermath, paint
        )
        self._by_place[place] = stage
        stage.listen(heard=self._hears(guild_of(place.scope)))
        return stage

    def listen(self) -> None:
        """The client hears other servers than before."""
        for place, stage in list(self._by_place.items()):
            stage.listen(heard=self._hears(guild_of(place.scope)))

    def lose(self) -> None:
        """Paint nothing more: another process does."""
        for stage in list(self._by_place.values()):
            stage.lose()

    @property
    def painting(self) -> int:
        """How many messages of all games are being sent or edited, or wait for that."""
        return sum(stage.painting for stage in list(self._by_place.values()))

    def deleted(self, place: Place, messages: Collection[int]) -> None:
        """Messages of a channel were deleted."""
        stage = self._by_place.get(place)
        if stage is not None:
            for message in messages:
                stage.deleted(message)
