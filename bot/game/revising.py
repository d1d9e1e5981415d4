"""What an appeal rests on, and what it makes of the rounds that are closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    AppealMade,
    CloseReason,
    Event,
    GuessedClose,
    Player,
    RoundClosed,
)
from bot.game.scoring import best_first
from bot.game.standings import Tally, count
from questions.question import Question

KEEPS_STREAKS = frozenset({CloseReason.SKIPPED, CloseReason.LEFT_OUT})
"""Rounds that end no streak of those who did not answer."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal, the answer that it is about and the length of that round's clock.

    ``accepted`` is None until it is decided ``by`` somebody.
    """

    made: AppealMade
    grounds: AnswerLocked | GuessedClose
    seconds: float
    accepted: bool | None = None
    by: Player | None = None


def counted(tallies: Mapping[int, Tally], event: RoundClosed) -> Mapping[int, Tally]:
    """The tallies after a round."""
    return count(tallies, event, missing_ends_streak=event.reason not in KEEPS_STREAKS)


def contested(
    question: Question,
    answers: Mapping[int, AnswerLocked],
    close: Mapping[int, GuessedClose],
    event: RoundClosed,
) -> Mapping[int, AnswerLocked | GuessedClose]:
    """What was typed in the round that closes and is not right; of two such guesses of a player the newer.

    None where nothing was left to the judge.
    """
    if question.tapped:
        return {}
    right = {award.player.id for award in event.awards if award.correct}
    typed: dict[int, AnswerLocked | GuessedClose] = {
        player: answer for player, answer in answers.items() if answer.mark is not None
    }
    for player, guess in close.items():
        if player not in typed or typed[player].at <= guess.at:
            typed[player] = guess
    return {player: answer for player, answer in typed.items() if player not in right}


def revised(closings: Iterable[RoundClosed], event: AppealDecided) -> tuple[RoundClosed, ...]:
    """The rounds with the awards that an appeal has given; who gets a life back by it is not out."""
    after = {revision.round: revision.after for revision in event.revisions}
    back = any(one.before is not None and not one.before.correct for one in event.revisions)
    rounds = []
    for closed in closings:
        awards = closed.awards
        if closed.round in after:
            others = (one for one in awards if one.player.id != event.player.id)
            awards = best_first((*others, after[closed.round]))
        out = tuple(one for one in closed.out if not back or one.id != event.player.id)
        rounds.append(replace(closed, awards=awards, out=out))
    return tuple(rounds)


def rounds_after(rounds: tuple[RoundClosed, ...], events: Iterable[Event]) -> tuple[RoundClosed, ...]:
    """The rounds that have closed, after further events; a round that closes again takes its own place."""
    for event in events:
        if isinstance(event, RoundClosed):
            rounds = (*(one for one in rounds if one.round != event.round), event)
        elif isinstance(event, AppealDecided):
            rounds = revised(rounds, event)
    return rounds
