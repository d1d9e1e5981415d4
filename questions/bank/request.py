"""What a quiz asks of the bank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from questions.bank.experience import NO_EXPERIENCE, Experience
from questions.facts.corrections import Change
from questions.interchange.lists import QuestionList
from questions.question import Question


class Style(StrEnum):
    """How the questions of a quiz are answered."""

    MIXED = "mixed"
    BUTTONS = "buttons"
    TYPED = "typed"
    CLUES = "clues"  # to be typed, after clues that come one by one


@dataclass(frozen=True, slots=True)
class QuizRequest:
    """What a quiz asks of the bank.

    ``level`` is 1 to 3, or None for any; ``packs`` are ids, and none of them means all packs; ``topic`` None
    means all topics. ``authored`` are the server's own questions, to be mixed in; ``lists`` are packs that
    were imported, ``packs`` may name them too; ``seen`` says when each question was last asked in this
    channel, by its id; ``changes`` is what the server has corrected in a pack or added, by the pack's id;
    ``experience`` is what players have made of the questions so far.
    """

    count: int
    level: int | None = None
    spoilers: bool = False
    packs: tuple[str, ...] = ()
    topic: str | None = None
    style: Style = Style.MIXED
    authored: tuple[Question, ...] = ()
    lists: tuple[QuestionList, ...] = ()
    seen: Mapping[str, datetime] = field(default_factory=dict)
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    experience: Experience = NO_EXPERIENCE

    def fits(self, level: int, spoiler: bool) -> bool:
        """Whether a question of this level, that is a spoiler or not, may be asked at all."""
        return self.level in (None, level) and (self.spoilers or not spoiler)

    def suits(self, topic: str, *, tapped: bool, clues: bool) -> bool:
        """Whether a question of this topic, tapped or typed, with or without clues, is of the style."""
        if self.topic not in (None, topic):
            return False
        match self.style:
            case Style.MIXED:
                return True
            case Style.BUTTONS:
                return tapped
            case Style.TYPED:
                return not tapped
            case Style.CLUES:
                return clues
