"""Which inputs a game takes in which phase."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from bot.game.events import Refusal, Refused
from bot.game.state import Phase, State


class Input(Enum):
    """What can come from outside, besides the passing of time."""

    JOIN = auto()
    ANSWER = auto()
    HINT = auto()
    VOTE_SKIP = auto()
    GO_ON = auto()
    SHOWN = auto()
    HIDDEN = auto()
    LEAVE_OUT = auto()
    STOP = auto()
    RESUME = auto()
    MOVE_CLOCK = auto()


_PLAYED = {Input.ANSWER, Input.HINT, Input.VOTE_SKIP}

REFUSED: Mapping[Phase, Mapping[Input, Refusal]] = {
    Phase.LOBBY: dict.fromkeys(_PLAYED | {Input.HIDDEN, Input.LEAVE_OUT}, Refusal.NOT_ASKING),
    Phase.ASKING: {Input.GO_ON: Refusal.STILL_OPEN},
    Phase.REVEALING: dict.fromkeys(_PLAYED | {Input.HIDDEN, Input.LEAVE_OUT}, Refusal.NOT_ASKING),
    Phase.ENDED: dict.fromkeys(Input, Refusal.ENDED),
}
"""Which inputs a phase refuses."""


def unfit(state: State, what: Input, round: int, now: float) -> Refused | None:
    """The refusal of an input that does not fit the phase, the round or the clock."""
    refusal = REFUSED[state.phase].get(what)
    if refusal is Refusal.ENDED:
        return Refused(refusal)
    if round != state.round:
        return Refused(Refusal.OTHER_ROUND)
    if refusal:
        return Refused(refusal)
    timed = not state.rules.untimed and state.halted_at is None
    if what in _PLAYED and timed and now > state.round_deadline:
        return Refused(Refusal.TOO_LATE)
    return None
