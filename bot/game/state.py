"""The state of a game, and how each event changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from typing import assert_never

from bot.game import hints
from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    CloseReason,
    Event,
    GameEnded,
    GameResumed,
    GameStarted,
    HintGiven,
    Player,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    RoundClosed,
    SkipVoted,
)
from bot.game.rules import Rules
from bot.game.standings import Tally, count
from questions.question import Question


class Phase(StrEnum):
    """Where a game stands: a question is open, its answer is on show, or all is over."""

    ASKING = auto()
    REVEALING = auto()
    ENDED = auto()


class InvalidJournal(ValueError):
    """Events that do not follow from each other under these rules."""


SHOW_WITHIN = 3600.0
"""Seconds for which a game waits for its question to be shown."""

ROUNDS_BEFORE = 2
"""How many closed rounds count when it is asked who is playing."""

_RUNNING = frozenset({Phase.ASKING, Phase.REVEALING})

FITS: Mapping[type[Event], frozenset[Phase]] = {
    GameStarted: frozenset(),
    QuestionAsked: frozenset({Phase.REVEALING}),
    QuestionShown: _RUNNING,
    QuestionHidden: frozenset({Phase.ASKING}),
    AnswerLocked: frozenset({Phase.ASKING}),
    HintGiven: frozenset({Phase.ASKING}),
    SkipVoted: frozenset({Phase.ASKING}),
    RoundClosed: frozenset({Phase.ASKING}),
    GameResumed: _RUNNING,
    ClockMoved: _RUNNING,
    GameEnded: _RUNNING,
}
"""In which phases an event may happen."""


@dataclass(frozen=True, slots=True)
class State:
    """All that is known of a game.

    ``at`` is the time of the last event; before the first question ``round`` is 0. ``answers``, ``hints``,
    ``votes`` and ``handle`` are those of this round. ``halted_at`` is since when its clock stands still, None
    while it runs. ``idle`` counts the rounds in a row without an act, ``left_out`` those that could not be
    shown. ``earlier`` holds who answered or voted in each of the rounds before this one, as far as a vote
    asks.
    """

    at: float
    starter: Player
    rules: Rules
    questions: tuple[Question, ...]
    phase: Phase = Phase.REVEALING
    round: int = 0
    asked_at: float = 0.0
    round_deadline: float = 0.0
    halted_at: float | None = None
    next_at: float = 0.0
    answers: Mapping[int, AnswerLocked] = field(default_factory=dict)
    hints: tuple[HintGiven, ...] = ()
    votes: frozenset[int] = frozenset()
    handle: str | None = None
    closed: RoundClosed | None = None
    tallies: Mapping[int, Tally] = field(default_factory=dict)
    idle: int = 0
    left_out: int = 0
    earlier: tuple[frozenset[int], ...] = ()
    ended: GameEnded | None = None

    @property
    def question(self) -> Question:
        """The question of this round."""
        return self.questions[max(self.round, 1) - 1]

    @property
    def removed(self) -> frozenset[int]:
        """The indices of the choices that hints have taken away in this round."""
        return frozenset(index for hint in self.hints for index in hint.removed)

    @property
    def hints_left(self) -> int:
        """How many more hints this round has."""
        return hints.count(self.question) - len(self.hints)

    @property
    def acted(self) -> frozenset[int]:
        """The ids of those who answered or voted in this round."""
        return self.votes | self.answers.keys()

    @property
    def active(self) -> frozenset[int]:
        """The same, with those of the rounds just before it."""
        return self.acted.union(*self.earlier)

    @property
    def deadline(self) -> float | None:
        """When something comes by itself: a clue, the close, the next question, the end; None after that."""
        match self.phase:
            case Phase.ASKING if self.halted_at is not None:
                return self.halted_at + SHOW_WITHIN
            case Phase.ASKING:
                return self.next_clue_at or self.round_deadline
            case Phase.REVEALING:
                return self.next_at
            case Phase.ENDED:
                return None

    @property
    def left(self) -> float | None:
        """Seconds left on the clock of this round while it stands still; None while it runs."""
        return None if self.halted_at is None else self.round_deadline - self.halted_at

    def elapsed(self, now: float) -> float:
        """Seconds that the clock of this round has run."""
        return max((now if self.halted_at is None else self.halted_at) - self.asked_at, 0.0)

    @property
    def next_clue_at(self) -> float | None:
        """When the next clue comes by itself: the clues share the clock evenly."""
        if not self.question.clues or not self.hints_left:
            return None
        share = (len(self.hints) + 1) / len(self.question.clues)
        return self.asked_at + (self.round_deadline - self.asked_at) * share


def evolve(state: State | None, event: Event) -> State:
    """The state after an event; ``state`` is None before the first.

    Raises InvalidJournal if the event does not fit the state.
    """
    if state is None:
        if not isinstance(event, GameStarted) or not event.questions:
            raise InvalidJournal(f"the first event is {type(event).__name__}, not the start of a game")
        here = (frozenset({event.starter.id}),)  # who starts a quiz is there, before anybody has answered
        return State(event.at, event.starter, event.rules, event.questions, next_at=event.at, earlier=here)
    _check(state, event)
    return replace(_after(state, event), at=event.at)


def _check(state: State, event: Event) -> None:
    what = f"{type(event).__name__} in round {state.round}"
    if state.phase not in FITS.get(type(event), frozenset()):
        raise InvalidJournal(f"{what} while {state.phase}")
    if isinstance(event, GameStarted | GameResumed | ClockMoved | GameEnded):
        return
    due = state.round + 1 if isinstance(event, QuestionAsked) else state.round
    if event.round != due or due > len(state.questions):
        raise InvalidJournal(f"{what} speaks of round {event.round}, of {len(state.questions)}")


def _after(state: State, event: Event) -> State:
    match event:
        case QuestionAsked():
            return replace(
                state,
                phase=Phase.ASKING,
                round=event.round,
                asked_at=event.at,
                round_deadline=event.deadline,
                halted_at=event.at,
                answers={},
                hints=(),
                votes=frozenset(),
                handle=None,
            )
        case QuestionShown():
            return _shown(state, event)
        case QuestionHidden():
            return replace(state, halted_at=event.at)
        case AnswerLocked():
            return replace(state, answers={**state.answers, event.player.id: event})
        case HintGiven():
            return replace(state, hints=(*state.hints, event))
        case SkipVoted():
            return replace(state, votes=state.votes | {event.player.id})
        case RoundClosed():
            return _closed(state, event)
        case GameResumed():
            return _resumed(state, event)
        case ClockMoved():
            return _moved(state, event.by)
        case GameEnded():
            return replace(state, phase=Phase.ENDED, halted_at=None, ended=event)
        case GameStarted():
            raise InvalidJournal("a game starts once")
        case _:
            assert_never(event)


def _shown(state: State, event: QuestionShown) -> State:
    delay = event.deadline - state.round_deadline
    return replace(
        state,
        handle=event.handle,
        asked_at=state.asked_at + delay,
        round_deadline=event.deadline,
        halted_at=None,
    )


def _closed(state: State, event: RoundClosed) -> State:
    missing_ends_streak = event.reason not in (CloseReason.SKIPPED, CloseReason.LEFT_OUT)
    closed = replace(
        state,
        phase=Phase.REVEALING,
        next_at=event.next_at,
        closed=event,
        halted_at=None,
        tallies=count(state.tallies, event.awards, missing_ends_streak=missing_ends_streak),
    )
    if event.reason is CloseReason.LEFT_OUT:
        return replace(closed, left_out=state.left_out + 1)
    ignored = event.reason is CloseReason.TIME and not state.acted
    earlier = (*state.earlier, state.acted)[-ROUNDS_BEFORE:]
    return replace(closed, idle=state.idle + 1 if ignored else 0, left_out=0, earlier=earlier)


def _resumed(state: State, event: GameResumed) -> State:
    """Move every time by the time away; where the host's clock was set back meanwhile, back with it.

    Whether the question still stands, the stage has to tell.
    """
    moved = _moved(state, event.away if event.at >= state.at else event.at - state.at)
    if moved.halted_at is None and moved.phase is Phase.ASKING and event.at < moved.round_deadline:
        return replace(moved, halted_at=event.at)
    return moved


def _moved(state: State, by: float) -> State:
    """Move every time that is still to come, and the one from which the answers count."""
    return replace(
        state,
        asked_at=state.asked_at + by,
        round_deadline=state.round_deadline + by,
        halted_at=None if state.halted_at is None else state.halted_at + by,
        next_at=state.next_at + by,
    )
