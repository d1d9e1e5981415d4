"""A quiz at the terminal on fakes: given questions, a journal in memory, a record that is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.game.events import Player
from bot.game.rules import Rules
from bot.sessions import Sessions, StageFactory
from bot.store.records import PlayerBest
from bot.terminal.quiz import TerminalQuiz
from questions.question import Question
from tests.support.fakes import FakeStore
from tests.support.questions import exact_judge
from tests.support.texts import TEXTS

PLAYER = Player(0, "Ada")


@dataclass
class Records:
    """A player's record, as it is set."""

    best: PlayerBest = field(default_factory=lambda: PlayerBest(best_game=40, total=75, games=3))

    async def player_best(self, scope: str, player_id: int) -> PlayerBest:
        return self.best


def terminal_quiz(
    *questions: Question, clock: Callable[[], float], rounds: int | None = None, pause: float = 0
) -> TerminalQuiz:
    """A quiz that asks these questions, each time it is started."""
    store = FakeStore()

    async def draw() -> tuple[Question, ...]:
        return questions

    def make_sessions(stages: StageFactory) -> Sessions:
        return Sessions(store, stages, clock, exact_judge)

    return TerminalQuiz(
        player=PLAYER,
        rules=Rules(
            rounds=rounds or max(len(questions), 1), seconds=20, pause_seconds=pause, solo=True, idle_rounds=0
        ),
        draw=draw,
        make_sessions=make_sessions,
        records=Records(),
        clock=clock,
        texts=TEXTS,
    )
