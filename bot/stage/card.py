"""The card of one round: sent, edited in place, sent again if somebody deletes it."""

from __future__ import annotations

import logging
from dataclasses import replace

from discord import ui

from bot.game.decide import SHOWN_GRACE
from bot.game.events import CloseReason, Event
from bot.game.game import Game
from bot.stage.painting import RETRY_SECONDS, TROUBLES, Painting, Trouble, Wall, trouble_of
from bot.views.board import Board
from bot.views.cards import notice_card
from bot.views.question_card import question_card
from bot.views.reveal_card import reveal_card

REPOSTS = 3
"""How often a deleted card is sent again; after that its round continues without one."""

log = logging.getLogger(__name__)


class Card(Painting):
    """``left`` is what is left on the clock while that stands still.

    ``doubtful`` says that a message may stand already, from an attempt whose outcome is unknown. The session
    is ``told`` when the message stands, and when it does not.
    """

    def __init__(
        self,
        wall: Wall,
        board: Board,
        edit_seconds: float,
        *,
        left: float | None,
        message: int | None = None,
        doubtful: bool = False,
    ) -> None:
        super().__init__(wall)
        self.board = board
        self.left = left
        self._edit_seconds = edit_seconds
        self._message = message
        self._replaces = 0
        self._posts = 0 if message is None else 1
        self._painted: Board | None = None
        self._painted_at = 0.0
        self._doubtful = doubtful
        self._told = message is not None and left is None
        self._deleted: set[int] = set()

    @property
    def due(self) -> bool:
        if self.board is self._painted:
            return False
        if self._message is not None:
            return True
        if self.board.open:
            return self.wall.heard and self._posts <= REPOSTS
        closed = self.board.closed
        left_out = closed is not None and closed.reason is CloseReason.LEFT_OUT
        seen = self._posts > 0 or self.board.acted
        return seen and self._posts <= REPOSTS and not (self.board.passed or left_out)

    @property
    def pause(self) -> float:
        if self._painted is None or not self.board.open:
            return 0.0
        return self._painted_at + self._edit_seconds - self.wall.clock()

    def note(self, event: Event, game: Game) -> None:
        """An event of the round has happened."""
        was_open = self.board.open
        self.board = self.board.after(event).beside(game)
        if was_open and not self.board.open:
            self.hurry()

    def pass_on(self) -> None:
        """The card has one after it: it no longer says what is to come."""
        self.board = replace(self.board, passed=True)
        self.wake()

    def listen(self) -> None:
        """The bot hears what is done with the card again, or no longer does."""
        if not self.board.open:
            return
        if not self.wall.heard:
            self._hide()
            return
        if self._message is not None:
            self._tell(self._message)
        elif self._posts > REPOSTS:  # the round goes on without it
            self._tell(self._replaces)
        self.hurry()

    def deleted(self, message: int) -> None:
        """A message of the channel was deleted."""
        if self._message is None:
            self._deleted.add(message)  # this one, perhaps, before the answer to its sending
        elif self._message == message and self.board.open:
            self._missing(message)
            self.wake()

    async def put(self) -> None:
        board, message = self.board, self._message
        if message is None:
            await self._send(board)
        else:
            stands = await self.wall.edit(message, self._view())
            if self._message != message:
                return  # somebody has deleted it meanwhile
            if stands:
                self._painted = board
                self._tell(message)
            else:
                self._missing(message)
        self._painted_at = self.wall.clock()

    async def give_up(self, error: Exception) -> bool:
        """Let an edit be; leave an open question out that cannot be shown, once the channel knows."""
        if self._told or not self.board.open:
            log.error("game %s: gave up editing a message: %s", self.wall.game, error)
            self._painted = self.board
            return False
        if self.wall.leaving:
            return False
        if self._message is not None:  # from before a restart, and perhaps no longer there: try with another
            self._missing(self._message)
            self.failures = 0
            return True
        if await self._say_left_out():
            self._painted = self.board
            self.wall.feedback.left_out(self.board.round)
            return False
        if not self.wall.closing:
            await self.retry_after(RETRY_SECONDS[-1])
        return not self.wall.closing

    async def _say_left_out(self) -> bool:
        """Tell the channel; False where it is not the card that is to blame, but Discord."""
        text = self.wall.texts("question-left-out", round=self.board.round)
        try:
            await self.wall.send(notice_card(text), f"left out {self.board.round}")
        except TROUBLES as error:
            return trouble_of(error) is not Trouble.FAULT
        return True

    async def _send(self, board: Board) -> None:
        certain, self._doubtful = not self._doubtful, True
        message = await self.wall.send(self._view(), f"{board.round}.{self._replaces}")
        self._doubtful = False
        self._message = message
        self._posts += 1
        if message in self._deleted:
            self._missing(message)
            return
        self._deleted.clear()
        self._tell(message)
        if certain:  # or else Discord may have given back what an earlier attempt had sent: paint over it
            self._painted = board

    def _view(self) -> ui.LayoutView:
        """What the message is to show; a clock that stands still starts when it does."""
        board = self.board
        if not board.open:
            return reveal_card(self.wall.texts, board)
        if self.left is not None:
            deadline = self.wall.clock() + self.left
            if deadline > board.deadline + SHOWN_GRACE:
                board = replace(board, deadline=deadline)
        return question_card(self.wall.texts, board)

    def _missing(self, message: int) -> None:
        """Somebody has deleted the message."""
        self._replaces = message
        self._message = self._painted = None
        if self._posts <= REPOSTS:
            self._hide()

    def _tell(self, message: int) -> None:
        if not self._told and self.board.open and self.wall.heard:
            self._told = True
            self.wall.feedback.shown(self.board.round, str(message))

    def _hide(self) -> None:
        if self._told and self.board.open:
            self._told = False
            self.wall.feedback.hidden(self.board.round)
