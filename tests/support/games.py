"""Games that have just begun."""

from __future__ import annotations

from collections.abc import Sequence

from bot.game.events import AnswerLocked, Event, Refusal, Refused
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
    """A game that Ann started at ``START``, its first question on show."""
    game = begun_with_events(questions, **changes)[0]
    game.shown(1, "m1", START)
    return game


def begun_with_events(
    questions: Sequence[Question] | None = None, **changes: object
) -> tuple[Game, tuple[Event, ...]]:
    """A game that Ann started at ``START``, and the events that began it."""
    return Game.start(questions or choice_questions(), rules(**changes), ANN, START, exact_judge)


def at(seconds: float) -> float:
    """So many seconds after the game began."""
    return START + seconds


def events_of(outcome: Outcome) -> tuple[Event, ...]:
    """What happened."""
    return tuple(event for event in outcome if not isinstance(event, Refused))


def locked(outcome: Outcome) -> AnswerLocked:
    """The answer that was locked in."""
    event = outcome[0]
    assert isinstance(event, AnswerLocked)
    return event


def go_on(game: Game, now: float) -> None:
    """Have the time bring what it brings, and show the question if it is one."""
    game.tick(now)
    game.shown(game.round, f"m{game.round}", now)


def refusal(outcome: Outcome) -> Refusal:
    """The one reason for which an input was refused."""
    (refused,) = outcome
    assert isinstance(refused, Refused), f"not refused: {refused}"
    return refused.reason
