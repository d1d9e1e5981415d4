"""Questions whose texts name them, with a source and a topic to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from questions.question import Answer, AnswerType, Choice, Citation, Question, WhyWrong
from tests.support import questions as support

SOURCE = Citation("s1", "The Case of the Bar", "Noir Weekly", "2019-06")
SHOWN: dict[str, Any] = {"citations": (SOURCE,), "topic": "Cast", "level": 2}


def choice_question(name: str = "one", **changes: Any) -> Question:
    """Four choices, "first NAME" to "fourth NAME", of which the second is right."""
    texts = [f"{which} {name}" for which in ("first", "second", "third", "fourth")]
    choices = tuple(
        Choice(text, None if index == support.RIGHT else WhyWrong.LURE) for index, text in enumerate(texts)
    )
    own: dict[str, Any] = {"answer": Answer(texts[support.RIGHT]), "choices": choices} | _words(name)
    return replace(support.choice_question(name), **(own | changes))


def typed_question(name: str = "one", answer: str = "Luke Cage", **changes: Any) -> Question:
    """A question that can only be typed."""
    own: dict[str, Any] = {"answer": Answer(answer, AnswerType.PERSON)} | _words(name)
    return replace(support.typed_question(name), **(own | changes))


def _words(name: str) -> dict[str, Any]:
    return {"prompt": f"Which is {name}?", "statement": f"The fact of {name}."} | SHOWN
