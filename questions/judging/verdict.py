"""What the judge says of a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """CLOSE is the quizmaster's "more, please": on the way, and not yet enough."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mark, and the reason for it in words that can be shown to the player."""

    mark: Mark
    reason: str

    @property
    def correct(self) -> bool:
        return self.mark is Mark.CORRECT
