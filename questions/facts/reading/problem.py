"""What is wrong with a pack, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to fix. ``line`` counts from 1; ``text`` says what is wrong and what to do, in one line.

    What a terminal would not show, or would obey, is escaped in the text.
    """

    file: Path
    line: int
    text: str

    def __post_init__(self) -> None:
        if not self.text.isprintable():
            shown = (char if char.isprintable() else f"\\u{ord(char):04x}" for char in self.text)
            object.__setattr__(self, "text", "".join(shown))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class InvalidPack(ValueError):
    """A pack that cannot be used; ``problems`` are all that were found, by file and line, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
