"""Appeals: a player says that a typed answer was right, and the starter or a quizmaster decides.

What is accepted is scored as if the judge had taken it, and the later rounds of that player with the streak
that follows. Pure functions, as in ``bot.game.decide``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.game import scoring
from bot.game.events import (
    AppealDecided,
    AppealMade,
    Award,
    Player,
    Refusal,
    Refused,
    Revision,
    RoundClosed,
)
from bot.game.revising import KEEPS_STREAKS, Appeal
from bot.game.state import State

AFTER_END = 600.0
"""Seconds after the end of a game in which appeals can be made and decided."""

Decision = tuple[AppealMade | AppealDecided, ...] | Refused


def appeal(state: State, player: Player, round: int, now: float) -> Decision:
    """The player says that their typed answer of the round that closed last was right."""
    closed = state.closed
    if closed is None or closed.round != round or _too_late(state, now):
        return Refused(Refusal.APPEAL_TOO_LATE)
    if (round, player.id) in state.appeals:
        return Refused(Refusal.ALREADY_APPEALED)
    given = state.contested.get(player.id)
    if given is None:
        return Refused(Refusal.NOTHING_TO_APPEAL)
    return (AppealMade(now, round, player, str(given.guess)),)


def rule(
    state: State,
    by: Player,
    round: int,
    player: int,
    now: float,
    *,
    accept: bool,
    at_once: bool = False,
) -> Decision:
    """Decide an appeal: the starter may, but not their own; anybody may ``at_once``."""
    made = state.appeals.get((round, player))
    if made is None or made.accepted is not None or _too_late(state, now):
        return Refused(Refusal.APPEAL_OVER)
    if not at_once and (by.id != state.starter.id or by.id == player):
        return Refused(Refusal.NOT_YOURS)
    revisions = tuple(_revisions(state, made)) if accept else ()
    return (AppealDecided(now, round, made.made.player, by, accept, revisions),)


def _too_late(state: State, now: float) -> bool:
    return state.ended is not None and now > state.ended.at + AFTER_END


def _revisions(state: State, appeal: Appeal) -> Iterator[Revision]:
    """What the player's awards become, from the round of the appeal on."""
    player, streak = appeal.made.player.id, 0
    for closed in state.closings:
        before = next((award for award in closed.awards if award.player.id == player), None)
        after = before
        if closed.round == appeal.made.round:
            question = state.questions[closed.round - 1]
            after = scoring.right_award(question, appeal.grounds, appeal.seconds, streak)
        elif closed.round > appeal.made.round and before is not None and before.correct:
            after = _with_streak(before, streak)
        if after is not None and after != before:
            yield Revision(closed.round, closed.at, before, after)
        streak = _streak_after(closed, after, streak)


def _with_streak(award: Award, streak: int) -> Award:
    bonus = scoring.streak_bonus(award.base, streak)
    points = award.points - award.streak_bonus + bonus
    return replace(award, points=points, streak_bonus=bonus, streak=streak + 1)


def _streak_after(closed: RoundClosed, award: Award | None, streak: int) -> int:
    if award is not None:
        return award.streak
    return streak if closed.reason in KEEPS_STREAKS else 0
