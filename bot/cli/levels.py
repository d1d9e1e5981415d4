"""The levels as the command line names them."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    ANY = "any"
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    @property
    def number(self) -> int | None:
        """1 to 3, or None for any."""
        return list(Level).index(self) or None
