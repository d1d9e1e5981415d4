"""Questions of every sort that a game tells apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from questions.arrangement import Arrangement
from questions.judging.verdict import Reason, Verdict
from questions.question import Answer, AnswerType, Choice, Question, WhyWrong

RIGHT, WRONG = 1, 0
"""Indices of the right choice and of a wrong one of ``choice_question``."""


def choice_question(id: str = "q", choices: int = 4, **changes: Any) -> Question:
    """A question whose right choice is ``RIGHT``."""
    texts = [Choice(f"wrong {index}", WhyWrong.LURE) for index in range(choices)]
    texts[RIGHT] = Choice("right")
    return _question(id, {"answer": Answer("right"), "choices": tuple(texts), "correct": RIGHT} | changes)


def typed_question(id: str = "q", text: str = "Krysten Ritter", **changes: Any) -> Question:
    """A question to be typed."""
    return _question(id, {"answer": Answer(text), "typed": True} | changes)


def clue_question(id: str = "q", clues: int = 4, **changes: Any) -> Question:
    """A question to be typed, with clues "clue 0", "clue 1" and so on."""
    return typed_question(id, clues=tuple(f"clue {index}" for index in range(clues)), **changes)


def nearest_question(id: str = "q", number: str = "13", **changes: Any) -> Question:
    """A question where the nearest number wins."""
    answer = Answer(number, AnswerType.NUMBER, nearest=True)
    return _question(id, {"kind": "how_many", "answer": answer, "typed": True} | changes)


def order_question(
    id: str = "q", items: Sequence[str] = ("Noon", "Dusk", "Dawn"), **changes: Any
) -> Question:
    """Films to put in order: "C A B", and the others after them."""
    right = (2, 0, 1, *range(3, len(items)))
    return _arranged(id, Arrangement(tuple(items), right), changes)


def match_question(id: str = "q", **changes: Any) -> Question:
    """Three makers to match with their films: "Z X Y"."""
    arrangement = Arrangement(("Ada Lee", "Ben Ray", "Cleo Dae"), (2, 0, 1), ("Dusk", "Noon", "Dawn"))
    return _arranged(id, arrangement, changes)


def _arranged(id: str, arrangement: Arrangement, changes: dict[str, Any]) -> Question:
    answer = Answer(arrangement.tell(arrangement.right))
    return _question(id, {"answer": answer, "arrangement": arrangement} | changes)


def exact_judge(question: Question, guess: str) -> Verdict:
    """Only the answer itself is correct, and the beginning of it is close."""
    if guess.casefold() == question.answer.text.casefold():
        return Verdict(Reason.SAME)
    if question.answer.text.casefold().startswith(guess.casefold()):
        return Verdict(Reason.MORE)
    return Verdict(Reason.UNLIKE)


def _question(id: str, fields: dict[str, Any]) -> Question:
    plain: dict[str, Any] = {
        "id": id,
        "pack": "test",
        "kind": "look_up",
        "prompt": f"What is {id}?",
        "statement": f"That is {id}.",
    }
    return Question(**plain | fields)
