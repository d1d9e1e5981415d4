"""The questions of one kind that a small fact base gives."""

from __future__ import annotations

from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.question import Question


def asked(small: FactBase, kind: str, seed: int = 0) -> list[Question]:
    """All questions of a kind."""
    return [question for question in all_questions(small, seed) if question.kind is kind]


def prompts(small: FactBase, kind: str) -> set[str]:
    """Their prompts."""
    return {question.prompt for question in asked(small, kind)}


def wrong(question: Question) -> set[str]:
    """The texts of the wrong choices."""
    return {choice.text for at, choice in enumerate(question.choices) if at != question.correct}
