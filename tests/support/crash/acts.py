"""What members did, and what they were told: the evidence that the database is held against."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from bot.game.events import Guess, Refusal
from bot.views.typed import FAILED, LOCKED, RIGHT, WRONG
from tests.support.fake_discord import Interaction
from tests.support.fake_discord.people import Said
from tests.support.texts import TEXTS


class Sort(StrEnum):
    JOIN = "join"
    ANSWER = "answer"
    HINT = "hint"
    SKIP = "skip"
    START = "start"
    STOP = "stop"


class Told(Enum):
    """What the bot said to an act; NOTHING where the word never came, so that the act may count or not.

    What was UNSAVED does not count, unless the connection to the database was lost in the middle of a commit.
    """

    DONE = auto()
    KNOWN = auto()  # locked in before, unchanged
    REFUSED = auto()
    UNSAVED = auto()
    NOTHING = auto()


DONE = {
    Sort.JOIN: ("You are in. ",),
    Sort.ANSWER: ("Locked in: ", "Not right: ", TEXTS("arrange-locked")),
    Sort.HINT: ("💡 Hint: ",),
    Sort.SKIP: ("You voted to skip:", "Question skipped."),
    Sort.START: ("Quiz started", "The lobby is open"),
    Sort.STOP: ("Quiz stopped",),
}


NOT_SAVED = ("not-taken", "not-taken-restarting")


@dataclass(slots=True)
class Act:
    """One act of one member; ``by`` is what was done on Discord. Times are seconds since 1970.

    The ``guess`` of who joins a team is the team.
    """

    sort: Sort
    player: int
    by: Interaction | Said
    game: str = ""
    round: int = 0
    guess: Guess = ""
    sent_at: float = field(default_factory=time.time)

    @property
    def told(self) -> Told:
        if isinstance(self.by, Said):
            marks = [reaction["emoji"]["name"] for reaction in self.by.message.get("reactions", ())]
            if not marks:
                return Told.NOTHING
            if RIGHT in marks or WRONG in marks:
                return Told.DONE
            if FAILED in marks:
                return Told.UNSAVED
            return Told.KNOWN if LOCKED in marks else Told.REFUSED  # the mark of both is the same
        text = self.by.first_text
        if not text:
            return Told.NOTHING
        if any(TEXTS(code) in self.by.text for code in NOT_SAVED):
            return Told.UNSAVED  # whatever a note showed before
        if self.sort is Sort.JOIN and isinstance(self.guess, int):
            team = TEXTS("joined-team", team=TEXTS(f"team-{self.guess}"))
            return Told.DONE if text == team else Told.REFUSED
        lines = text.split("\n")  # a form says above it what is asked
        if any(line.startswith(DONE[self.sort]) for line in lines):
            return Told.DONE
        known = TEXTS(Refusal.SAME_ANSWER)
        return Told.KNOWN if any(line.startswith(known) for line in lines) else Told.REFUSED

    @property
    def told_at(self) -> float:
        """When the member was told, at the latest where that is not known."""
        reply = self.by.reply if isinstance(self.by, Interaction) else None
        return time.time() - time.monotonic() + reply.at if reply else float("inf")
