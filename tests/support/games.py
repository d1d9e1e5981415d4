"""Games that have just begun."""

from __future__ import annotations

from collections.abc import Sequence

from bot.game.events import Event, Refusal, Refused
from bot.game.game import Game, Outcome
from bot.game.rules import Rules
from questions.question import Question
from tests.support.fakes import START
from tests.support.players import ANN
from tests.support.questions import choice_question, exact_judge


def choice_questions(count: int = 3) -> list[Question]:
    """As many choice questions."""
    return [choice_question(f"q{number}") for number in range(1, count + 1)]


def rules(**changes: object) -> Rules:
    """Ten rounds of 20 seconds with pauses of 5, if not said otherwise."""
    return Rules(**{"rounds": 10, "seconds": 20.0, "pause_seconds": 5.0} | changes)  # type: ignore[arg-type]


def begun(questions: Sequence[Question] | None = None, **changes: object) -> Game:
    """A game that Ann started at ``START``."""
    return begun_with_events(questions, **changes)[0]


def begun_with_events(
    questions: Sequence[Question] | None = None, **changes: object
) -> tuple[Game, tuple[Event, ...]]:
    """A game that Ann started at ``START``, and the events that began it."""
    return Game.start(questions or choice_questions(), rules(**changes), ANN, START, exact_judge)


def refusal(outcome: Outcome) -> Refusal:
    """The one reason for which an input was refused."""
    (refused,) = outcome
    assert isinstance(refused, Refused), f"not refused: {refused}"
    return refused.reason
