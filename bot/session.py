"""One running game, and the only place where it meets the world."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.game.events import Event
from bot.game.game import Game
from bot.game.journal import JournalUnavailable


class Journal(Protocol):
    """Where the events of one game are kept."""

    async def append(self, first: int, events: Sequence[Event]) -> None:
        """Return once the events are durable; ``first`` is the index of the first of them in the journal.

        Raises JournalUnavailable, and then none of them is kept.
        """


class Feedback(Protocol):
    """What a stage tells the session it shows."""

    async def shown(self, round: int, handle: str) -> None:
        """The question of the round stands at ``handle``."""

    async def lost(self, why: str) -> None:
        """Nothing can be shown any more: the channel is gone or closed to the bot."""


class Stage(Protocol):
    """Where a game is shown. ``show`` returns at once; painting is the stage's own affair."""

    def show(self, events: Sequence[Event], game: Game) -> None:
        """Durable events, and the game after them."""

    async def close(self, farewell: str | None = None) -> None:
        """Finish what is being painted, say the farewell if any, and leave no task behind."""
