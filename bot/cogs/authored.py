"""Questions that quizmasters write: what they typed -> a question to keep -> a question to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.game.seen import is_seen
from bot.store.records import AuthoredQuestion
from bot.texts.catalogue import Texts
from bot.views.markdown import clean
from bot.views.question_form import Typed
from questions.question import Answer, Choice, Question, WhyWrong

MAX_ANSWERS, MAX_WRONG = 10, 5
ANSWER_LIMIT = 100


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question that is fit to be kept. The first of ``accepted`` is the one to show."""

    prompt: str
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    explanation: str


def read_form(texts: Texts, typed: Typed) -> NewQuestion | tuple[str, ...]:
    """The question in a form, or everything that is wrong with it."""
    question = NewQuestion(
        _line(typed.prompt),
        _lines(typed.answers),
        _lines(typed.wrong),
        _line(typed.explanation),
    )
    problems = []
    if not is_seen(question.prompt):
        problems.append(texts("problem-no-prompt"))
    if not question.accepted:
        problems.append(texts("problem-no-answer"))
    if len(question.accepted) > MAX_ANSWERS:
        problems.append(texts("problem-many-answers", count=len(question.accepted), most=MAX_ANSWERS))
    if len(question.wrong) > MAX_WRONG:
        problems.append(texts("problem-many-wrong", count=len(question.wrong), most=MAX_WRONG))
    for text in (*question.accepted, *question.wrong):
        if len(text) > ANSWER_LIMIT:
            problems.append(texts("problem-long", beginning=text[:20], length=len(text), most=ANSWER_LIMIT))
    if not question.wrong and not all(map(_can_be_typed, question.accepted)):
        problems.append(texts("problem-not-typeable"))
    problems += [
        texts("problem-twice", text=text) for text in _doubles((*question.accepted, *question.wrong))
    ]
    return tuple(problems) or question


def question_of(record: AuthoredQuestion, topic: str, level: int, rng: Random) -> Question:
    """The question to ask: with choices in a new order where there are wrong ones, else to be typed.

    Its author gives it no level, so it is worth what the level of the quiz is worth.
    """
    right = Choice(record.accepted[0])
    choices = [right, *(Choice(text, WhyWrong.AUTHOR) for text in record.wrong)] if record.wrong else []
    rng.shuffle(choices)
    return Question(
        id=f"{record.scope}/{record.id}",
        pack=record.scope,
        kind="authored",
        prompt=record.prompt,
        answer=Answer(record.accepted[0], accepted=record.accepted),
        statement=record.explanation,
        choices=tuple(choices),
        correct=choices.index(right) if choices else None,
        typed=not record.wrong or all(map(_can_be_typed, record.accepted)),
        topic=topic,
        level=level,
        author=record.author_name,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(_line, text.splitlines()) if is_seen(line))


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _can_be_typed(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _doubles(texts: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    doubles: dict[str, str] = {}
    for text in texts:
        key = text.casefold()
        if key in seen:
            doubles.setdefault(key, text)
        seen.add(key)
    return list(doubles.values())
