"""Where generated questions come from."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Protocol

from questions.bank import QuizRequest
from questions.facts.model import FactBase
from questions.question import Question


class QuestionSource(Protocol):
    """Where questions come from; all may be asked from any thread."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""

    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics of each pack, by its id."""

    def base(self, pack: str) -> FactBase | None:
        """The facts of a pack; None where there is no such pack of facts."""

    def draw(self, request: QuizRequest, rng: Random) -> tuple[Question, ...]:
        """Questions for one quiz; fewer than requested are all there are."""
