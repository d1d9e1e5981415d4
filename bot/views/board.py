"""What the card of one round shows: a fold of the durable events, so that nothing else is ever painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    ClockMoved,
    Event,
    EverybodyAnswered,
    GameEnded,
    HintGiven,
    QuestionAsked,
    QuestionShown,
    RoundClosed,
    SkipVoted,
    Standing,
)
from bot.game.game import Game
from bot.game.revising import revised
from questions.question import Question


@dataclass(frozen=True, slots=True)
class Board:
    """One round of one game. ``answers`` are by player id; ``closed`` and ``ended`` are None while open.

    ``present`` is how many are in, 0 where that is not known yet; ``everybody`` says that all of them have
    answered. ``table`` is that of the game after the round. A ``passed`` board has one after it. Hints are no
    affair of the card: only clues are for everybody. Who plays ``alone`` has nobody to report or appeal to.
    """

    game: str
    rounds: int
    round: int
    question: Question
    deadline: float
    answers: Mapping[int, AnswerLocked] = field(default_factory=dict)
    clues: tuple[HintGiven, ...] = ()
    vote: SkipVoted | None = None
    present: int = 0
    everybody: bool = False
    table: tuple[Standing, ...] = ()
    passed: bool = False
    alone: bool = False
    closed: RoundClosed | None = None
    ended: GameEnded | None = None

    @classmethod
    def asked(
        cls, game: str, questions: Sequence[Question], event: QuestionAsked, *, alone: bool = False
    ) -> Board:
        """The board of a round that has just begun."""
        question = questions[event.round - 1]
        return cls(game, len(questions), event.round, question, event.deadline, alone=alone)

    @classmethod
    def resumed(cls, game_id: str, game: Game) -> Board:
        """The board of the round that a replayed game stands at."""
        board = cls(
            game_id,
            len(game.questions),
            game.round,
            game.question,
            game.round_deadline,
            dict(game.answers),
            game.clues,
            everybody=game.everybody,
            alone=game.rules.solo,
            closed=game.closed if game.closed is not None and game.closed.round == game.round else None,
            ended=game.ended,
        )
        return board.beside(game)

    @property
    def open(self) -> bool:
        return self.closed is None and self.ended is None

    @property
    def goes_on(self) -> bool:
        """Whether this is the newest card, and another question is to come."""
        return self.closed is not None and self.ended is None and not self.passed and self.round < self.rounds

    @property
    def acted(self) -> bool:
        """Whether somebody has done something with the question, which then stands somewhere."""
        return bool(self.answers or self.vote or self.clues)

    def beside(self, game: Game) -> Board:
        """The board with what it shows of the rest of the game; the same board if that has not changed."""
        present = len(game.present) if game.gathered else 0
        if self.open and present != self.present:
            return replace(self, present=present)
        if self.closed is not None and not self.table and game.round == self.round:
            return replace(self, table=game.standings)
        return self

    def after(self, event: Event) -> Board:
        """The board after an event of its round; the same board if the event changes nothing on it."""
        match event:
            case AnswerLocked():
                return replace(self, answers={**self.answers, event.player.id: event})
            case EverybodyAnswered():
                return replace(self, deadline=event.deadline, everybody=True)
            case HintGiven(player=None) if event.number > len(self.clues):
                return replace(self, clues=(*self.clues, event))
            case SkipVoted():
                return replace(self, vote=event)
            case QuestionShown() if event.deadline != self.deadline:
                return replace(self, deadline=event.deadline)
            case ClockMoved():
                closed = self.closed and replace(self.closed, next_at=self.closed.next_at + event.by)
                return replace(self, deadline=self.deadline + event.by, closed=closed)
            case RoundClosed():
                return replace(self, closed=event)
            case AppealDecided(accepted=True) if self.closed is not None:
                (closed,) = revised((self.closed,), event)
                return replace(self, closed=closed, table=())
            case GameEnded():
                return replace(self, ended=event)
            case _:
                return self
