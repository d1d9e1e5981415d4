"""A question, complete in itself: it can be stored, replayed and shown without its fact base."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from questions.arrangement import Arrangement


class AnswerType(StrEnum):
    """What sort of thing an answer is, which decides how a typed guess is judged."""

    TEXT = "text"
    PERSON = "person"
    TITLE = "title"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    UNKNOWN = "unknown"


AUTHORED = "authored"
"""The kind of a question that a person wrote; other kinds are those of the generators."""

MAX_LEVEL = 3
USUAL_INTEREST = 3.0


class WhyWrong(StrEnum):
    """Why a wrong choice is provably wrong."""

    ONE_OBJECT = "one_object"  # the relation allows the subject one object, and that is another
    ONE_SUBJECT = "one_subject"  # the relation allows the object one subject, and that is another
    COMPLETE = "complete"  # every true row is listed, and this row is not
    LURE = "lure"  # the curator wrote it as certainly false
    DATES = "dates"  # the dates of the facts fix it
    COUNT = "count"  # the number is known, and it is another
    LOGIC = "logic"  # true or false: the other word
    AUTHOR = "author"  # the author of the question wrote it as wrong


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that supports the answer, as it is shown at the reveal."""

    source: str
    title: str
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. ``why`` is None on the right choice alone; it rests on ``facts``."""

    text: str
    why: WhyWrong | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The right answer.

    ``text`` is shown at the reveal; ``accepted`` are all forms to accept, ``text`` among them, or empty to
    accept ``text`` alone; ``refused`` are forms to refuse whatever the judge would say. ``parts`` are for
    lists: each part is an answer of its own, of which ``needed`` must be named, in any order. ``nearest``
    marks a number where the nearest guess wins. ``line`` is a quiz-bowl answer line, from which the judge
    takes the forms instead.
    """

    text: str
    type: AnswerType = AnswerType.TEXT
    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    parts: tuple[Answer, ...] = ()
    needed: int = 0
    nearest: bool = False
    line: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms to accept."""
        return self.accepted or (self.text,)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, its proof and its sources.

    ``id`` is a hash of pack, generator and the facts used: it does not change with the seed or the order of
    rows. ``choices`` is empty for a question that can only be typed, and then ``correct`` is None; ``typed``
    says that the answer can be expected to be typed, with or without the choices. ``arrangement`` is what is
    to be put in order or matched; such a question has no choices. ``clues`` go from hard to easy.
    ``facts`` are the ids of the facts that make the answer right. ``level`` is 1 (easy) to 3 (hard);
    ``interest`` is 1 to 5, how much somebody who loves the subject cares to be asked. ``picture`` is the
    address of a picture to look at.
    """

    id: str
    pack: str
    kind: str
    prompt: str
    answer: Answer
    statement: str
    choices: tuple[Choice, ...] = ()
    correct: int | None = None
    typed: bool = False
    arrangement: Arrangement | None = None
    clues: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    facts: tuple[str, ...] = ()
    topic: str = ""
    level: int = 1
    interest: float = USUAL_INTEREST
    spoiler: bool = False
    author: str | None = None
    picture: str | None = None

    def __post_init__(self) -> None:
        if bool(self.choices) != (self.correct is not None):
            raise ValueError(f"question {self.id}: choices and correct go together")
        if self.correct is not None and not 0 <= self.correct < len(self.choices):
            raise ValueError(f"question {self.id}: correct is {self.correct}, of {len(self.choices)} choices")
        if not self.tapped and not self.typed:
            raise ValueError(f"question {self.id}: neither choices nor typed")

    @property
    def tapped(self) -> bool:
        """Whether it is answered without typing: its choices or what is to be arranged are tapped."""
        return bool(self.choices) or self.arrangement is not None

    @property
    def wording(self) -> str:
        """All that is read: the prompt with what is to be arranged, and the clues."""
        lines = self.arrangement.lines() if self.arrangement else ()
        return "\n".join((self.prompt, *(f"{letter}. {text}" for letter, text in lines), *self.clues))

    def without_choices(self) -> Question:
        """The same question to be typed, which is a level harder.

        ValueError where nobody could be expected to type the answer.
        """
        if not self.typed:
            raise ValueError(f"question {self.id} cannot be asked without its choices")
        return replace(self, choices=(), correct=None, level=min(self.level + 1, MAX_LEVEL))
