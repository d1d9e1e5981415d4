"""One question of a list, as its writer wrote it, and what came of reading a file of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from questions.interchange.formats import Format
from questions.question import AnswerType

MAX_ENTRIES, MOST_PROBLEMS = 20_000, 1_000
MAX_PROMPT, MAX_ANSWER, MAX_EXPLANATION, MAX_NAME = 2_000, 150, 1_000, 100
MAX_FORMS, MAX_WRONG, MAX_PARTS = 50, 5, 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A question before it belongs to a pack.

    ``accepted`` are the forms of the answer, the one to show first; ``wrong`` are the wrong choices, none for
    a question to be typed. ``parts`` are instead of ``accepted`` where several things must be named, each
    with its forms. ``line`` is a quiz-bowl answer line. ``level`` is None where the writer gave none,
    ``type`` is UNKNOWN where only prompt and answers tell it. ``source`` is where the answer is written.
    """

    prompt: str
    accepted: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    line: str | None = None
    type: AnswerType = AnswerType.UNKNOWN
    explanation: str = ""
    topic: str = ""
    level: int | None = None
    picture: str | None = None
    author: str | None = None
    source: str = ""

    @property
    def answers(self) -> tuple[str, ...]:
        """Every form of every right answer."""
        return self.accepted or tuple(form for part in self.parts for form in part)

    @property
    def shown(self) -> str:
        """The answer in one line, as it is shown."""
        return self.accepted[0] if self.accepted else ", ".join(part[0] for part in self.parts)


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, and the line, row or number at which it stands in its file."""

    at: int
    entry: Entry


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that does not become a question as it stands. ``text`` is one printable line."""

    at: int
    text: str

    def __post_init__(self) -> None:
        if not self.text.isprintable():
            shown = (char if char.isprintable() else f"\\u{ord(char):04x}" for char in self.text)
            object.__setattr__(self, "text", "".join(shown))


class Enough(Exception):
    """A file has more questions, or more problems, than anybody wants to read of."""


@dataclass(slots=True)
class Reading:
    """What a reader makes of a file, until it is ``Enough``. ``unit`` is what the places count: line, row or
    question; ``verbatim`` texts hold no markup.
    """

    unit: str = "line"
    format: Format | None = None
    title: str = ""
    about: str = ""
    verbatim: bool = False
    records: int = 0
    entries: list[Placed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def place(self, line: int) -> int:
        """Where the next record stands: in a text of one line its number says more."""
        self.records += 1
        return self.records if self.unit == "question" else line

    def add(self, at: int, entry: Entry) -> None:
        if len(self.entries) >= MAX_ENTRIES:
            self.problems.append(
                Problem(at, f"a pack has at most {MAX_ENTRIES:,} questions; the rest was left out")
            )
            raise Enough
        self.entries.append(Placed(at, entry))

    def report(self, at: int, text: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem(at, "more problems are not listed; what follows was not read"))
            raise Enough
        self.problems.append(Problem(at, text))
