"""What the card of one round shows: a fold of the durable events, so that nothing else is ever painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    Event,
    GameEnded,
    HintGiven,
    QuestionAsked,
    QuestionShown,
    RoundClosed,
    SkipVoted,
)
from bot.game.game import Game
from questions.question import Question


@dataclass(frozen=True, slots=True)
class Board:
    """One round of one game. ``answers`` are by player id; ``closed`` and ``ended`` are None while open."""

    game: str
    rounds: int
    round: int
    question: Question
    deadline: float
    answers: Mapping[int, AnswerLocked] = field(default_factory=dict)
    hints: tuple[HintGiven, ...] = ()
    vote: SkipVoted | None = None
    closed: RoundClosed | None = None
    ended: GameEnded | None = None

    @classmethod
    def asked(cls, game: str, questions: Sequence[Question], event: QuestionAsked) -> Board:
        """The board of a round that has just begun."""
        return cls(game, len(questions), event.round, questions[event.round - 1], event.deadline)

    @classmethod
    def resumed(cls, game_id: str, game: Game) -> Board:
        """The board of the round that a replayed game stands at."""
        return cls(
            game_id,
            len(game.questions),
            game.round,
            game.question,
            game.round_deadline,
            dict(game.answers),
            game.hints,
            None,
            game.closed if game.closed is not None and game.closed.round == game.round else None,
            game.ended,
        )

    @property
    def open(self) -> bool:
        return self.closed is None and self.ended is None

    @property
    def acted(self) -> bool:
        """Whether somebody has done something with the question, which then stands somewhere."""
        return bool(self.answers or self.vote or self.hints)

    @property
    def removed(self) -> frozenset[int]:
        """The choices that hints have taken away."""
        return frozenset(choice for hint in self.hints for choice in hint.removed)

    def after(self, event: Event) -> Board:
        """The board after an event of its round; the same board if the event changes nothing on it."""
        match event:
            case AnswerLocked():
                return replace(self, answers={**self.answers, event.player.id: event})
            case HintGiven() if event.number > len(self.hints):
                return replace(self, hints=(*self.hints, event))
            case SkipVoted():
                return replace(self, vote=event)
            case QuestionShown() if event.deadline != self.deadline:
                return replace(self, deadline=event.deadline)
            case ClockMoved():
                closed = self.closed and replace(self.closed, next_at=self.closed.next_at + event.by)
                return replace(self, deadline=self.deadline + event.by, closed=closed)
            case RoundClosed():
                return replace(self, closed=event)
            case GameEnded():
                return replace(self, ended=event)
            case _:
                return self
