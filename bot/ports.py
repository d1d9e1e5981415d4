"""What a running game needs of the world: a journal that keeps its events, and a stage that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.game.events import Event
from bot.game.game import Game


class Journal(Protocol):
    """Where the events of one game are kept."""

    async def append(self, first: int, events: Sequence[Event]) -> None:
        """Return once the events are durable; ``first`` is the index of the first of them in the journal.

        Raises JournalUnavailable, and then none of them is kept.
        """


class Feedback(Protocol):
    """What a stage tells the session that it shows. What cannot be journaled at once is tried again."""

    def shown(self, round: int, handle: str) -> None:
        """The question of the round stands at ``handle``: its clock runs."""

    def hidden(self, round: int) -> None:
        """The question cannot be seen or answered just now: its clock stands still until it is shown."""

    def left_out(self, round: int) -> None:
        """The question cannot be shown, and the channel has been told so."""

    def lost(self, why: str) -> None:
        """Nothing can be shown any more: the channel is gone or closed to the bot."""


class Stage(Protocol):
    """Where a game is shown. ``show`` returns at once; painting is the stage's own affair.

    No clock runs before the stage has told that the question is shown.
    """

    def show(self, events: Sequence[Event], game: Game) -> None:
        """Durable events, and the game after them."""

    async def close(self, *, restarting: bool = False) -> None:
        """Finish what is being painted, say if the bot restarts, and leave no task behind."""
