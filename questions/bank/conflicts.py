"""The questions that are chosen so far for a quiz, and what goes with them."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum

from questions.question import AUTHORED, MAX_LEVEL, Answer, AnswerType, Question
from questions.words import padded, word_key

TYPED_SHARE, TYPED_SHARE_OF_HARD, TOPIC_SHARE = 4, 2, 4  # at most one in so many, but for the first
TRUE_FALSE, TRUE_FALSE_SHARE = "true_false", 0.15


class Conflict(IntEnum):
    """Why a question does not go with those before it. The higher, the worse; FACT is never put up with."""

    NONE = 0
    TYPED = 1
    CROWDED = 2
    REPEATED = 3
    GIVEN_AWAY = 4
    FACT = 5


class Selection:
    """The questions that are chosen so far; ``count`` is how many there should be in the end, and ``level``
    the one that was asked for, if any; ``all_typed`` says that every question may be one to be typed.
    """

    def __init__(self, count: int, level: int | None = None, *, all_typed: bool = False) -> None:
        self.count = count
        share = TYPED_SHARE_OF_HARD if level == MAX_LEVEL else TYPED_SHARE
        self._most_typed = count if all_typed else max(1, count // share)
        self.questions: list[Question] = []
        self.kinds: Counter[str] = Counter()
        self._topics: Counter[str] = Counter()
        self._facts: set[str] = set()
        self._texts: set[str] = set()
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
        self._texts.update(_texts(question))
        self._typed += _counts_as_typed(question)
        shown = (*question.wording.split("\n"), question.statement, question.answer.text)
        self._shown += "|".join(("", *map(padded, shown)))

    def conflict(self, question: Question) -> Conflict:
        """The worst reason not to ask this question next."""
        if not self._facts.isdisjoint(question.facts):
            return Conflict.FACT
        if _stands_in(self._shown, question.answer):
            return Conflict.GIVEN_AWAY
        if not self._texts.isdisjoint(_texts(question)):
            return Conflict.REPEATED
        if question.kind == TRUE_FALSE and self.kinds[TRUE_FALSE] >= int(self.count * TRUE_FALSE_SHARE):
            return Conflict.CROWDED
        if _counts_as_typed(question) and self._typed >= self._most_typed:
            return Conflict.TYPED
        return Conflict.NONE

    def monotony(self, question: Question) -> float:
        """How little the question adds to the mix of topics, in units of interest."""
        repeats = self.last is not None and self.last.topic == question.topic
        crowd = max(0, self._topics[question.topic] - len(self.questions) // TOPIC_SHARE)
        return repeats + 0.5 * crowd


def _counts_as_typed(question: Question) -> bool:
    """Whether it takes a place of those to be typed; what a server wrote has places of its own."""
    return not question.tapped and question.kind != AUTHORED


def _texts(question: Question) -> set[str]:
    """What should come up once in a quiz: the wording, and the answer unless it is a mere true or false."""
    answer = () if question.kind == TRUE_FALSE else (word_key(question.answer.text),)
    return {question.wording, *answer}


def _stands_in(shown: str, answer: Answer) -> bool:
    """Whether the answer was shown, or half of the parts that are needed. A bare number tells nothing."""
    if answer.parts:
        needed = answer.needed or len(answer.parts)
        return 2 * sum(_stands_in(shown, part) for part in answer.parts) >= needed
    if answer.type is AnswerType.NUMBER:
        return False
    keys = map(word_key, answer.forms)
    return any(f" {key} " in shown for key in keys if not key.isdigit() and key not in ("true", "false"))
