"""The judge of a running bot: each question prepared once, with the names of its pack."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from questions.facts.model import FactBase
from questions.judging.judge import Context, PreparedAnswer, prepare
from questions.judging.known import KnownNames
from questions.judging.verdict import Verdict
from questions.question import Question

PREPARED = 2_000
"""Questions that are kept prepared; as many may be open at once without any being prepared twice."""


class PackJudge:
    """Judges a typed guess at a question of any of the packs, or at one that a quizmaster wrote."""

    def __init__(self, bases: Iterable[FactBase]) -> None:
        self._names = {
            base.id: KnownNames.of(tuple(name for entity in base.entities.values() for name in entity.names))
            for base in bases
        }
        self._prepared = lru_cache(maxsize=PREPARED)(self._prepare)

    def __call__(self, question: Question, guess: str) -> Verdict:
        return self._prepared(question).judge(guess)

    def _prepare(self, question: Question) -> PreparedAnswer:
        context = Context(question.prompt, choices=tuple(choice.text for choice in question.choices))
        return prepare(question.answer, context, self._names.get(question.pack))
