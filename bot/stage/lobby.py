"""The card of a lobby: sent, edited as players join, sent anew where somebody deletes it."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.game.events import Event, GameEnded, QuestionAsked
from bot.game.game import Game
from bot.stage.card import REPOSTS
from bot.stage.painting import Painting, Wall
from bot.views.lobby import Lobby, lobby_card

log = logging.getLogger(__name__)


class LobbyCard(Painting):
    """``message`` is where the card stands already; ``doubtful`` says that it may stand somewhere."""

    def __init__(
        self, wall: Wall, lobby: Lobby, edit_seconds: float, *, message: int | None, doubtful: bool
    ) -> None:
        super().__init__(wall)
        self.lobby = lobby
        self._edit_seconds = edit_seconds
        self._message = message
        self._doubtful = doubtful
        self._posts = 0
        self._painted: Lobby | None = None
        self._painted_at = 0.0

    @property
    def open(self) -> bool:
        return self.lobby.over is None

    @property
    def due(self) -> bool:
        if self.lobby == self._painted:
            return False
        begun = isinstance(self.lobby.over, QuestionAsked)
        return self._message is not None or (not begun and self._posts <= REPOSTS)

    @property
    def pause(self) -> float:
        if self._painted is None or not self.open:
            return 0.0
        return self._painted_at + self._edit_seconds - self.wall.clock()

    def note(self, event: Event, game: Game) -> None:
        """Something has happened while the lobby is open."""
        if isinstance(event, QuestionAsked | GameEnded):
            self.lobby = replace(self.lobby, over=event)
            self.hurry()
        elif game.round == 0:
            self.lobby = Lobby.of(self.lobby.game, game)
            self.wake()

    def deleted(self, message: int) -> None:
        """A message of the channel was deleted."""
        if message == self._message:
            self._missing()
            self.wake()

    async def put(self) -> None:
        lobby, message = self.lobby, self._message
        view = lobby_card(self.wall.texts, lobby)
        if message is None:
            certain, self._doubtful = not self._doubtful, True
            self._message = await self.wall.send(view, f"lobby.{self._posts}")
            self._doubtful = False
            self._posts += 1
            if certain:  # or else Discord may have given back what an earlier attempt had sent
                self._painted = lobby
            if self.open:
                self.wall.feedback.shown(0, str(self._message))
        elif await self.wall.edit(message, view):
            self._painted = lobby
        else:
            self._missing()
        self._painted_at = self.wall.clock()

    async def give_up(self, error: Exception) -> bool:
        """The quiz begins without; its questions tell the rest."""
        log.error("game %s: given up on its lobby: %s", self.wall.game, error)
        self._painted = self.lobby
        return False

    def _missing(self) -> None:
        self._message = self._painted = None
