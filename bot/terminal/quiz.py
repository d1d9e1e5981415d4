"""One quiz at the terminal: what both faces of it, the full screen and the plain lines, need to play."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.game.events import Event, Player, QuestionAsked
from bot.game.game import Game
from bot.game.rules import Rules
from bot.ports import Feedback
from bot.session import Session
from bot.sessions import Busy, Sessions, StageFactory
from bot.store.records import TERMINAL, Place, PlayerBest
from bot.texts.catalogue import Texts
from questions.question import Question

HERE = Place(TERMINAL, 0)

Present = Callable[[Sequence[Event], Game], None]
"""Shows durable events, and the game after them."""


class Records(Protocol):
    """Where a player's record is kept."""

    async def player_best(self, scope: str, player_id: int) -> PlayerBest:
        """The best game and the total of a player."""


class TerminalStage:
    """A stage that hands everything to whoever draws the screen."""

    def __init__(self, present: Present, feedback: Feedback) -> None:
        self._present = present
        self._feedback = feedback

    def show(self, events: Sequence[Event], game: Game) -> None:
        self._present(events, game)
        for event in events:
            if isinstance(event, QuestionAsked):
                self._feedback.shown(event.round, TERMINAL)

    async def close(self, *, restarting: bool = False) -> None:
        """Nothing is painted in the background."""


@dataclass(frozen=True)
class TerminalQuiz:
    """Everything that a quiz at the terminal is played with; ``draw`` gives fresh questions."""

    player: Player
    rules: Rules
    draw: Callable[[], Awaitable[tuple[Question, ...]]]
    make_sessions: Callable[[StageFactory], Sessions]
    records: Records
    clock: Callable[[], float]
    texts: Texts

    async def start(self, questions: tuple[Question, ...], present: Present) -> Session:
        """Start a quiz of these questions, shown by ``present``."""

        def stage(_game_id: str, _place: Place, feedback: Feedback) -> TerminalStage:
            return TerminalStage(present, feedback)

        started = await self.make_sessions(stage).start(HERE, questions, self.rules, self.player)
        assert not isinstance(started, Busy)  # the sessions are new, and nobody else has them
        return started

    async def best(self) -> PlayerBest:
        """The player's best and total, this quiz included."""
        return await self.records.player_best(TERMINAL, self.player.id)
