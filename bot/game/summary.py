"""A game as it looks at its end: who was right in which round, and what was remarkable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.game.events import Award, CloseReason, Event, GameEnded, Player, RoundClosed, Standing
from bot.game.evolving import evolve
from bot.game.standings import standings, team_standings, winners
from bot.game.state import State
from questions.question import Question


@dataclass(frozen=True, slots=True)
class Fastest:
    """The quickest right answer; ``elapsed`` in seconds."""

    player: Player
    elapsed: float


@dataclass(frozen=True, slots=True)
class Streak:
    """The most right answers in a row."""

    player: Player
    length: int


@dataclass(frozen=True, slots=True)
class Hardest:
    """The question that the smallest share of those who answered had right."""

    question: Question
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class Summary:
    """``questions`` and ``awards`` are those of the rounds that were played, one of each a round."""

    questions: tuple[Question, ...]
    awards: tuple[tuple[Award, ...], ...]
    standings: tuple[Standing, ...]

    def marks(self, player: int) -> tuple[bool | None, ...]:
        """Whether the player was right, by round; None where they did not answer."""
        own = ((one for one in awards if one.player.id == player) for awards in self.awards)
        return tuple(next((award.correct for award in found), None) for found in own)

    @property
    def fastest(self) -> Fastest | None:
        right = [award for awards in self.awards for award in awards if award.correct]
        best = min(right, key=lambda award: award.elapsed, default=None)
        return None if best is None else Fastest(best.player, best.elapsed)

    @property
    def streak(self) -> Streak | None:
        """None where nobody was right twice in a row."""
        best = max((award for awards in self.awards for award in awards), key=_streak, default=None)
        return None if best is None or best.streak < 2 else Streak(best.player, best.streak)

    @property
    def hardest(self) -> Hardest | None:
        """None where nobody was wrong, or there was just one question."""
        asked = [
            Hardest(question, sum(award.correct for award in awards), len(awards))
            for question, awards in zip(self.questions, self.awards, strict=True)
            if awards
        ]
        worst = min(asked, key=lambda one: (one.right / one.answered, -one.answered), default=None)
        return None if worst is None or len(asked) < 2 or worst.right == worst.answered else worst


def summary(
    questions: Sequence[Question], rounds: Iterable[RoundClosed], standings: Sequence[Standing]
) -> Summary:
    """Of a game by its questions and closed rounds; a round that could not be shown does not count."""
    played = [one for one in rounds if one.reason is not CloseReason.LEFT_OUT or one.awards]
    return Summary(
        tuple(questions[one.round - 1] for one in played),
        tuple(one.awards for one in played),
        tuple(standings),
    )


def summary_of(journal: Iterable[Event]) -> Summary | None:
    """Of a game by its journal; None where it has not ended."""
    over = over_of(journal)
    return None if over is None else summary(over.questions, over.closings, over.ended.standings)


@dataclass(frozen=True, slots=True)
class Over:
    """A game that is over, with every appeal that was accepted after its end."""

    questions: tuple[Question, ...]
    closings: tuple[RoundClosed, ...]
    ended: GameEnded


def over_of(journal: Iterable[Event]) -> Over | None:
    """A game by its journal; None where it has not ended, InvalidJournal where the events do not fit."""
    state: State | None = None
    for event in journal:
        state = evolve(state, event)
    if state is None or state.ended is None:
        return None
    table, teams = standings(state.tallies.values()), team_standings(state.tallies, state.teams)
    first = winners(table, state.teams, teams)
    ended = replace(state.ended, standings=table, teams=teams, winners=first)
    return Over(state.questions, state.closings, ended)


def _streak(award: Award) -> int:
    return award.streak
