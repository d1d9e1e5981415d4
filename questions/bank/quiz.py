"""A quiz as it grows: what it has shown, and what goes with that."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum

from questions.question import Answer, AnswerType, Kind, Question
from questions.words import padded, word_key

TYPED_SHARE, TOPIC_SHARE = 4, 4  # at most one in so many, but for the first


class Clash(IntEnum):
    """Why a question does not go with those before it. The higher, the worse; FACT is never put up with."""

    NONE = 0
    TYPED = 1
    REPEATED = 2
    GIVEN_AWAY = 3
    FACT = 4


class Quiz:
    """The questions that are chosen so far; ``count`` is how many there should be in the end."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.questions: list[Question] = []
        self.kinds: Counter[Kind] = Counter()
        self._topics: Counter[str] = Counter()
        self._facts: set[str] = set()
        self._said: set[str] = set()
        self._typed = 0
        self._shown = ""

    @property
    def full(self) -> bool:
        return len(self.questions) >= self.count

    @property
    def last(self) -> Question | None:
        return self.questions[-1] if self.questions else None

    def add(self, question: Question) -> None:
        """Ask this question next."""
        self.questions.append(question)
        self.kinds[question.kind] += 1
        self._topics[question.topic] += 1
        self._facts.update(question.facts)
        self._said.update(_said(question))
        self._typed += _counts_as_typed(question)
        shown = (question.prompt, *question.clues, question.statement, question.answer.text)
        self._shown += "|".join(("", *map(padded, shown)))

    def clash(self, question: Question) -> Clash:
        """The worst reason not to ask this question next."""
        if not self._facts.isdisjoint(question.facts):
            return Clash.FACT
        if _stands_in(self._shown, question.answer):
            return Clash.GIVEN_AWAY
        if not self._said.isdisjoint(_said(question)):
            return Clash.REPEATED
        if _counts_as_typed(question) and self._typed >= max(1, self.count // TYPED_SHARE):
            return Clash.TYPED
        return Clash.NONE

    def monotony(self, question: Question, truth: str) -> tuple[bool, bool, int]:
        """How little the question adds to the mix; nothing is better than (False, False, 0).

        ``truth`` is the answer that a statement should have, so that true ones are as frequent as false ones.
        """
        return (
            question.kind is Kind.TRUE_FALSE and question.answer.text != truth,
            self.last is not None and self.last.topic == question.topic,
            max(0, self._topics[question.topic] - len(self.questions) // TOPIC_SHARE),
        )


def _counts_as_typed(question: Question) -> bool:
    """Whether it takes a place of those to be typed; what a server wrote has places of its own."""
    return not question.choices and question.kind is not Kind.AUTHORED


def _said(question: Question) -> set[str]:
    """What should come up once in a quiz: the wording, and the answer unless it is a mere true or false."""
    wording = "\n".join((question.prompt, *question.clues))
    return {wording} if question.kind is Kind.TRUE_FALSE else {wording, word_key(question.answer.text)}


def _stands_in(shown: str, answer: Answer) -> bool:
    """Whether the answer was shown, or half of the parts that are needed. A bare number tells nothing."""
    if answer.parts:
        needed = answer.needed or len(answer.parts)
        return 2 * sum(_stands_in(shown, part) for part in answer.parts) >= needed
    if answer.type is AnswerType.NUMBER:
        return False
    keys = map(word_key, answer.forms)
    return any(f" {key} " in shown for key in keys if not key.isdigit() and key not in ("true", "false"))
