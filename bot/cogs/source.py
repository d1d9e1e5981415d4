"""Where the questions of a quiz come from: the port that the command line fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Protocol

from questions.question import Question


@dataclass(frozen=True, slots=True)
class PackTitle:
    """A pack as it is offered for choice."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a quiz asks for. ``level`` is 1 to 3, or None for any.

    ``authored`` are the server's own questions, to be mixed in; ``seen`` says when each question was last
    asked in this channel, by its id.
    """

    pack: str
    count: int
    level: int | None
    spoilers: bool
    scope: str
    authored: Sequence[Question]
    seen: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Drawn:
    """At most as many questions as were wanted; ``available`` is how many there are of that sort."""

    questions: tuple[Question, ...]
    available: int


class QuestionSource(Protocol):
    """The packs that can be played. Both calls may come from any thread."""

    def packs(self, scope: str) -> Sequence[PackTitle]:
        """The packs that can be played in this scope, in the order of offering; the first is the default."""

    def draw(self, wanted: Wanted, rng: Random) -> Drawn:
        """Questions for one quiz. ``wanted.pack`` is the id of one of ``packs``."""
