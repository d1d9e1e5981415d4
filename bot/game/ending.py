"""When a game is over."""

from __future__ import annotations

from bot.game.events import EndReason
from bot.game.state import State

LEFT_OUT_LIMIT = 3
"""So many questions in a row that could not be shown end the game."""


def over(state: State) -> EndReason | None:
    """Why the game ends after a closed round, if it does."""
    target = state.rules.target
    if target and any(tally.points >= target for tally in state.tallies.values()):
        return EndReason.TARGET
    playing = len(state.tallies) - len(state.out)
    if state.out and playing < 2:
        return EndReason.LAST_STANDING if playing else EndReason.ALL_OUT
    if state.round == len(state.questions):
        return EndReason.FINISHED
    if state.left_out >= LEFT_OUT_LIMIT:
        return EndReason.CHANNEL_LOST
    return EndReason.IDLE if 0 < state.rules.idle_rounds <= state.idle else None
