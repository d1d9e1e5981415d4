"""How long things take to read: more seconds for a long question, a longer pause after a long reveal."""

from __future__ import annotations

from questions.question import Question

WORDS_A_SECOND = 3.0
"""How fast people read who play in a language that may not be their own."""

USUAL_WORDS = 25
"""Words of a question, its choices among them, for which the seconds of the rules are meant."""

MOST_EXTRA = 20.0
"""Seconds that a long question gets on top, at most."""

LOOK_SECONDS = 2.0
"""Seconds of a reveal for a look at the scores."""

TAP_SECONDS = 2.0
"""Seconds for each thing that is to be put in its place."""

LEAST_PAUSE, MOST_PAUSE = 4.0, 12.0


def question_seconds(question: Question, seconds: float) -> float:
    """The clock of a question, where ``seconds`` is that of one of usual length."""
    arranged = question.arrangement
    things = (*arranged.items, *arranged.partners) if arranged else ()
    choices = (choice.text for choice in question.choices)
    words = _words(question.prompt, *question.clues[:1], *choices, *things)
    reading = round(max(words - USUAL_WORDS, 0) / WORDS_A_SECOND)
    tapping = TAP_SECONDS * len(arranged.items) if arranged else 0.0
    return seconds + min(reading + tapping, MOST_EXTRA)


def reveal_seconds(question: Question) -> float:
    """The pause in which the answer, its fact and its source are read."""
    sources = (citation.title for citation in question.citations[:1])
    words = _words(question.answer.text, question.statement, *sources)
    return min(max(LOOK_SECONDS + round(words / WORDS_A_SECOND), LEAST_PAUSE), MOST_PAUSE)


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
