"""What players have made of questions so far, as far as it changes what is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from questions.question import Question


class Form(NamedTuple):
    """A question as it is asked: with its choices, or without any."""

    id: str
    choices: bool

    @classmethod
    def of(cls, question: Question) -> Form:
        """The form of a question as it stands."""
        return cls(question.id, bool(question.choices))


@dataclass(frozen=True, slots=True)
class Experience:
    """Questions that are not here are as they were set, and asked as often as any.

    ``levels`` are those that players have shown, 1 to 3. ``weights`` are below 1 for what players skip: how
    often it is asked, beside the others. ``eased`` holds the main facts, or else the ids, of questions that
    are easier than they were set.
    """

    levels: Mapping[Form, int] = field(default_factory=dict)
    weights: Mapping[Form, float] = field(default_factory=dict)
    eased: frozenset[str] = frozenset()

    def at_level(self, question: Question) -> Question:
        """The question at the level that players have shown."""
        level = self.levels.get(Form.of(question), question.level)
        return question if level == question.level else replace(question, level=level)

    def bare(self, question: Question) -> Question:
        """The question without its choices: a level harder, unless players have shown another."""
        return self.at_level(question.without_choices())


NO_EXPERIENCE = Experience()
