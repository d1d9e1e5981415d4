"""The state of a game."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

from bot.game.events import (
    AnswerLocked,
    GameEnded,
    GuessedClose,
    HintGiven,
    Player,
    RoundClosed,
)
from bot.game.revising import Appeal
from bot.game.rules import ANY, Rules, Selection
from bot.game.standings import Tally
from questions.question import Question


class Phase(StrEnum):
    """Where a game stands: players gather, a question is open, its answer is on show, or all is over."""

    LOBBY = auto()
    ASKING = auto()
    REVEALING = auto()
    ENDED = auto()


SHOW_WITHIN = 3600.0
"""Seconds for which a game waits for its question to be shown."""


@dataclass(frozen=True, slots=True)
class State:
    """All that is known of a game.

    ``at`` is the time of the last event; before the first question ``round`` is 0. ``seconds``, ``answers``,
    ``clues``, ``votes`` and ``handle`` are those of this round, and so are ``hints``, by player id.
    ``everybody`` says that all who are in have answered. ``halted_at`` is since when its clock stands still,
    None while it runs. ``idle`` counts the rounds in a row without an act, ``left_out`` those that could not
    be shown. ``close`` are the newest guesses of this round that the judge found close, by player id, and
    ``contested`` what players of the round that closed last typed and were not right with, as long as it can
    be appealed; ``appeals`` are by round and player id. ``earlier`` holds
    who played in each of the rounds before this one, as far as it matters;
    ``gathered`` says that this tells who is in, as it does once players have joined or a round was played.
    ``joined`` holds those who said that they are in, in their order;
    ``teams`` is who plays in which, by player id.
    """

    at: float
    starter: Player
    rules: Rules
    questions: tuple[Question, ...]
    selection: Selection = ANY
    phase: Phase = Phase.REVEALING
    round: int = 0
    asked_at: float = 0.0
    seconds: float = 0.0
    round_deadline: float = 0.0
    halted_at: float | None = None
    next_at: float = 0.0
    answers: Mapping[int, AnswerLocked] = field(default_factory=dict)
    close: Mapping[int, GuessedClose] = field(default_factory=dict)
    contested: Mapping[int, AnswerLocked | GuessedClose] = field(default_factory=dict)
    contested_seconds: float = 0.0
    appeals: Mapping[tuple[int, int], Appeal] = field(default_factory=dict)
    clues: tuple[HintGiven, ...] = ()
    hints: Mapping[int, tuple[HintGiven, ...]] = field(default_factory=dict)
    votes: frozenset[int] = frozenset()
    everybody: bool = False
    handle: str | None = None
    closings: tuple[RoundClosed, ...] = ()
    tallies: Mapping[int, Tally] = field(default_factory=dict)
    idle: int = 0
    left_out: int = 0
    earlier: tuple[frozenset[int], ...] = ()
    gathered: bool = False
    joined: tuple[Player, ...] = ()
    teams: Mapping[int, int] = field(default_factory=dict)
    ended: GameEnded | None = None

    @property
    def question(self) -> Question:
        """The question of this round."""
        return self.questions[max(self.round, 1) - 1]

    @property
    def closed(self) -> RoundClosed | None:
        """The round that closed last."""
        return self.closings[-1] if self.closings else None

    def removed(self, player: int) -> frozenset[int]:
        """The indices of the choices that hints have taken away from a player in this round."""
        return frozenset(index for hint in self.hints.get(player, ()) for index in hint.removed)

    def seen(self, player: int) -> int:
        """How many hints and further clues a player has seen in this round."""
        return len(self.clues) + len(self.hints.get(player, ()))

    @property
    def clues_left(self) -> int:
        """How many more clues this round has."""
        return max(len(self.question.clues) - 1 - len(self.clues), 0)

    @property
    def present(self) -> frozenset[int]:
        """The ids of those who are in: they have joined, or played in this round or the two before."""
        return frozenset(self.answers).union(*self.earlier) - self.out

    @property
    def out(self) -> frozenset[int]:
        """The ids of those who have no life left after the rounds that are closed."""
        return frozenset(key for key, tally in self.tallies.items() if tally.out_in)

    def lives_left(self, player: int) -> int:
        """How many wrong answers a player can still give, where there are lives; else 0."""
        tally = self.tallies.get(player)
        return max(self.rules.lives - (tally.answered - tally.correct if tally else 0), 0)

    @property
    def awaited(self) -> frozenset[int]:
        """The ids of those who are in and have neither answered nor voted against the question."""
        return self.present - self.answers.keys() - self.votes

    @property
    def deadline(self) -> float | None:
        """When something comes by itself: a clue, the close, the next question, the end; None after that, and
        in untimed games.
        """
        if self.rules.untimed:
            return None
        match self.phase:
            case Phase.ASKING if self.halted_at is not None:
                return self.halted_at + SHOW_WITHIN
            case Phase.ASKING:
                return self.next_clue_at or self.round_deadline
            case Phase.LOBBY | Phase.REVEALING:
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
        if not self.clues_left:
            return None
        at = self.asked_at + self.seconds * (len(self.clues) + 1) / len(self.question.clues)
        return at if at < self.round_deadline else None
