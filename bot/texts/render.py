"""What is shown, as plain text without any markup, for Discord and the terminal alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from bot.game.events import (
    AnswerLocked,
    Award,
    EndReason,
    GameEnded,
    Guess,
    HintGiven,
    Refused,
    Standing,
)
from bot.game.hints import HIDDEN
from bot.store.records import StandingRecord
from bot.texts.catalogue import Texts
from questions.question import Citation, Question


def letter(choice: int) -> str:
    """A for the first choice, B for the second."""
    return ascii_uppercase[choice]


def stars(level: int) -> str:
    """A level from 1 to 3 as stars."""
    return "★" * level + "☆" * (3 - level)


def heading(texts: Texts, round: int, rounds: int, question: Question) -> str:
    """``Question 3 of 10 · Directing · ★★☆``."""
    return " · ".join((texts("question-heading", round=round, rounds=rounds), *_about(question)))


def preview_heading(texts: Texts, question: Question) -> str:
    """The same for a question that is not asked yet."""
    return " · ".join((texts("preview-heading"), *_about(question)))


def _about(question: Question) -> Iterator[str]:
    if question.topic:
        yield question.topic[:1].upper() + question.topic[1:]
    yield stars(question.level)


def citation(texts: Texts, source: Citation) -> str:
    """``Title (Publisher, June 2019)``."""
    details = [source.publisher, texts.day(source.published) if source.published else None]
    known = ", ".join(detail for detail in details if detail)
    return f"{source.title} ({known})" if known else source.title


def sources(texts: Texts, question: Question) -> str | None:
    """Where the fact is written, in one line: the first document by name, the others by their number."""
    if not question.citations:
        return None
    first, *others = (citation(texts, source) for source in question.citations)
    return texts("sources", first=first, others=len(others)) if others else first


def right_answer(question: Question) -> str:
    """The answer to show at the close, with its letter if there was one to choose."""
    if question.correct is None:
        return question.answer.text
    return f"{letter(question.correct)}. {question.choices[question.correct].text}"


def guess_text(question: Question, guess: Guess) -> str:
    """A guess as the player made it."""
    if isinstance(guess, str):
        places = question.arrangement.read(guess) if question.arrangement else None
        return question.arrangement.tell(places) if question.arrangement and places else guess
    return f"{letter(guess)}. {question.choices[guess].text}"


def tally(question: Question, answers: Iterable[AnswerLocked]) -> tuple[int, ...]:
    """How many chose each choice, in the order of the choices."""
    counts = [0] * len(question.choices)
    for answer in answers:
        if isinstance(answer.guess, int):
            counts[answer.guess] += 1
    return tuple(counts)


def award_points(texts: Texts, award: Award) -> str:
    """``+130 (100, speed 20, streak of 3: 10)``."""
    extras = []
    if award.speed:
        extras.append(texts("award-speed", points=award.speed))
    if award.streak_bonus:
        extras.append(texts("award-streak", length=award.streak, points=award.streak_bonus))
    if not extras:
        return texts("award", points=award.points)
    return texts("award-in-parts", points=award.points, base=award.base, extras=", ".join(extras))


def hint_text(texts: Texts, hint: HintGiven) -> str:
    """What a hint tells: ``not A, not C``, or letters; hidden ones with how many they are: ``K•• R•••
    (letters: 3, 4)``.
    """
    if hint.removed:
        return ", ".join(texts("not-choice", letter=letter(choice)) for choice in sorted(hint.removed))
    if HIDDEN not in hint.text:
        return hint.text
    words = re.findall(rf"[\w{HIDDEN}]+", hint.text)
    return texts("hidden-letters", text=hint.text, lengths=", ".join(str(len(word)) for word in words))


def refusal(texts: Texts, refused: Refused) -> str:
    """Why an input changed nothing."""
    return " ".join(filter(None, (missing(texts, refused), texts(refused.reason))))


def missing(texts: Texts, refused: Refused) -> str:
    """What the judge misses in an answer, if it was the judge who refused it."""
    verdict = refused.verdict
    if verdict is None:
        return ""
    reason = texts(verdict.reason, named=verdict.named, needed=verdict.needed)
    return " ".join(filter(None, (reason, verdict.asking)))


def ending(texts: Texts, ended: GameEnded) -> str:
    """Why the game ended, and by whom it was stopped."""
    if ended.reason is EndReason.STOPPED and ended.by is not None:
        return texts("stopped-by", name=ended.by.name)
    return texts(ended.reason)


def score(texts: Texts, standing: Standing | StandingRecord) -> str:
    """``480 points, 5 of 6 right``."""
    return texts("score", count=standing.points, correct=standing.correct, answered=standing.answered)
