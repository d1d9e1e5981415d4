"""Questions that say in their text what they are."""

from __future__ import annotations

from questions.question import Answer, AnswerType, Choice, Citation, Kind, Question, Rule

SOURCE = Citation("s1", "The Case of the Bar", "Noir Weekly", "2019-06")


def choice_question(name: str = "one", correct: int = 1, **changes: object) -> Question:
    """Four choices, "first NAME" to "fourth NAME"; the second is right unless said otherwise."""
    texts = [f"{which} {name}" for which in ("first", "second", "third", "fourth")]
    return _question(
        name,
        {
            "answer": Answer(texts[correct]),
            "choices": tuple(
                Choice(text, None if index == correct else Rule.LURE) for index, text in enumerate(texts)
            ),
            "correct": correct,
        }
        | changes,
    )


def typed_question(name: str = "one", answer: str = "Luke Cage", **changes: object) -> Question:
    """A question that can only be typed."""
    return _question(name, {"answer": Answer(answer, AnswerType.PERSON), "typed": True} | changes)


def _question(name: str, changes: dict[str, object]) -> Question:
    fields: dict[str, object] = {
        "id": name,
        "pack": "noir",
        "kind": Kind.LOOK_UP,
        "prompt": f"Which is {name}?",
        "statement": f"The fact of {name}.",
        "citations": (SOURCE,),
        "topic": "Cast",
        "level": 2,
    }
    return Question(**(fields | changes))  # type: ignore[arg-type]
