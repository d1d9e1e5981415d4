"""Questions as Markdown, for people who read them before anybody plays them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from questions.bank import Bank, QuizRequest
from questions.facts.model import FactBase
from questions.question import Question

LEVELS = {1: "easy", 2: "medium", 3: "hard"}
QUIZ = 10


def drawn_questions(
    bases: Sequence[FactBase], quizzes: int, level: int | None, spoilers: bool, seed: int
) -> list[tuple[Question, int]]:
    """What so many first quizzes of ten ask, each question with how often, the most frequent first."""
    bank = Bank(bases)
    request = QuizRequest(QUIZ, level, spoilers)
    quizzes_asked = [bank.draw(request, Random(f"{seed}/{number}")) for number in range(quizzes)]
    drawn = [question for quiz in quizzes_asked for question in quiz]
    times = Counter(question.id for question in drawn)
    first = {question.id: question for question in reversed(drawn)}
    return sorted(((first[id], count) for id, count in times.items()), key=lambda row: (-row[1], row[0].id))


def as_markdown(question: Question, number: int, times: int | None) -> str:
    """One question as a reader judges it: prompt, choices, answer, reveal, level and kind."""
    return "\n".join(_lines(question, number, times)) + "\n"


def _lines(question: Question, number: int, times: int | None) -> Iterator[str]:
    spoiler = ", spoiler" if question.spoiler else ""
    drawn = f", drawn {times} times" if times else ""
    kind = question.kind.replace("_", " ")
    yield f"## {number}. {kind}, {LEVELS[question.level]}{spoiler}{drawn}"
    yield f"`{question.id}`"
    yield ""
    prompt, *rest = question.prompt.split("\n")
    yield f"**{prompt}**"
    yield from ("", *rest) if rest else ()
    if question.arrangement:
        yield ""
        yield from (f"- {letter}. {text}" for letter, text in question.arrangement.lines())
    if question.clues:
        yield ""
        yield from (f"- clue: {clue}" for clue in question.clues)
    yield ""
    yield from (
        f"- {letter}. {choice.text}" for letter, choice in zip("ABCDEF", question.choices, strict=False)
    )
    if question.arrangement:
        yield f"Answer: {question.answer.text}"
    elif question.correct is None:
        parts = question.answer.parts or (question.answer,)
        yield f"To be typed. Accepted: {'; '.join(' or '.join(part.forms) for part in parts)}"
    else:
        yield ""
        yield f"Answer: {'ABCDEF'[question.correct]}. {question.choices[question.correct].text}"
    yield f"Reveal: {question.statement}"
    sources = "; ".join(citation.title for citation in question.citations)
    yield f"Sources: {sources}"
