"""What is shown, as plain text without any markup: shared by Discord and the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_uppercase

from bot.game.events import (
    AnswerLocked,
    Award,
    CloseReason,
    EndReason,
    GameEnded,
    Guess,
    HintGiven,
    Refusal,
    Refused,
    Standing,
)
from bot.game.hints import HIDDEN
from bot.store.records import Period, StandingRecord
from questions.dates import parse_date
from questions.grammar.english import date_text
from questions.judging.verdict import Reason
from questions.question import Citation, Question

LEVELS = {1: "easy", 2: "medium", 3: "hard"}

PERIODS = {
    Period.DAY: "today",
    Period.WEEK: "this week",
    Period.MONTH: "this month",
    Period.ALL_TIME: "of all time",
}

REFUSALS = {
    Refusal.ENDED: "This quiz is over.",
    Refusal.NOT_ASKING: "No question is open just now; the next one is on its way.",
    Refusal.OTHER_ROUND: "That question is closed already.",
    Refusal.TOO_LATE: "Too late: the clock had run out.",
    Refusal.NO_SUCH_CHOICE: "That choice is not there, or a hint has taken it away.",
    Refusal.CLOSE: "Close, but not enough. Nothing is locked in yet: try again.",
    Refusal.EMPTY: "That answer is empty. Nothing is locked in.",
    Refusal.NO_HINT_LEFT: "There is no further hint for this question.",
    Refusal.ALREADY_VOTED: "Your vote to skip is counted already.",
    Refusal.SAME_ANSWER: "That answer of yours is locked in already.",
    Refusal.NOT_YOURS: "Only the person who started this quiz or a quizmaster may do that.",
}

WHAT_IS_MISSING = {
    Reason.MORE: "On the way; more, please.",
    Reason.NARROWER: "Too narrow; something wider, please.",
    Reason.FIRST_NAME: "Only part of the name; more, please.",
    Reason.NAMESAKES: "More than one has that name; more, please.",
    Reason.LESS_PRECISE: "Right as far as it goes; more precisely, please.",
    Reason.SOME_NAMED: "{named} of {needed}; more, please.",
    Reason.NO_NUMBER: "This one wants a number.",
}
"""What the judge wants of an answer that is not locked in."""

CLOSINGS = {
    CloseReason.TIME: "Time is up",
    CloseReason.ANSWERED: "Answered",
    CloseReason.SKIPPED: "Skipped",
    CloseReason.LEFT_OUT: "Left out",
    CloseReason.STOPPED: "Stopped",
}

ENDINGS = {
    EndReason.FINISHED: "That was the last question.",
    EndReason.STOPPED: "The quiz was stopped.",
    EndReason.IDLE: "Nobody was answering any more, so the quiz ends here.",
    EndReason.AWAY_TOO_LONG: "The bot was away for too long, so the quiz ends here.",
    EndReason.CHANNEL_LOST: "The quiz can no longer be shown here, so it ends.",
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 point``, ``1,250 points``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def letter(choice: int) -> str:
    """A for the first choice, B for the second."""
    return ascii_uppercase[choice]


def stars(level: int) -> str:
    """A level from 1 to 3 as stars."""
    return "★" * level + "☆" * (3 - level)


def heading(round: int, rounds: int, question: Question) -> str:
    """``Question 3 of 10 · Directing · ★★☆``."""
    topic = question.topic[:1].upper() + question.topic[1:]
    parts = (f"Question {round} of {rounds}", topic, stars(question.level))
    return " · ".join(part for part in parts if part)


def date_words(iso: str) -> str:
    """``2019-06-14`` as ``14 June 2019``, ``2019-06`` as ``June 2019``; anything else as it is."""
    try:
        return date_text(parse_date(iso))
    except ValueError:
        return iso


def citation(source: Citation) -> str:
    """``Title (Publisher, June 2019)``."""
    details = [source.publisher, date_words(source.published) if source.published else None]
    known = ", ".join(detail for detail in details if detail)
    return f"{source.title} ({known})" if known else source.title


def sources(question: Question) -> str | None:
    """Where the fact is written, in one line: the first document by name, the others by their number."""
    if not question.citations:
        return None
    first, *others = (citation(source) for source in question.citations)
    return f"{first} and {len(others)} more" if others else first


def right_answer(question: Question) -> str:
    """The answer to show at the close, with its letter if there was one to choose."""
    if question.correct is None:
        return question.answer.text
    return f"{letter(question.correct)}. {question.choices[question.correct].text}"


def guess_text(question: Question, guess: Guess) -> str:
    """A guess as the player made it."""
    if isinstance(guess, str):
        return guess
    return f"{letter(guess)}. {question.choices[guess].text}"


def tally(question: Question, answers: Iterable[AnswerLocked]) -> tuple[int, ...]:
    """How many chose each choice, in the order of the choices."""
    counts = [0] * len(question.choices)
    for answer in answers:
        if isinstance(answer.guess, int):
            counts[answer.guess] += 1
    return tuple(counts)


def award_points(award: Award) -> str:
    """``+130 (100, speed 20, streak of 3: 10)``."""
    extras = []
    if award.speed:
        extras.append(f"speed {award.speed}")
    if award.streak_bonus:
        extras.append(f"streak of {award.streak}: {award.streak_bonus}")
    return f"+{award.points:,}" + (f" ({award.base}, {', '.join(extras)})" if extras else "")


def hint_text(hint: HintGiven) -> str:
    """A clue as it is; hidden letters with how many they are: ``K•• R••• (letters: 3, 4)``."""
    if HIDDEN not in hint.text:
        return hint.text
    words = re.findall(rf"[\w{HIDDEN}]+", hint.text)
    return f"{hint.text} (letters: {', '.join(str(len(word)) for word in words)})"


def refusal(refused: Refused) -> str:
    """Why an input changed nothing, in words for the player."""
    text = REFUSALS[refused.reason]
    verdict = refused.verdict
    if verdict is None:
        return text
    missing = WHAT_IS_MISSING[verdict.reason].format(named=verdict.named, needed=verdict.needed)
    return " ".join(filter(None, (missing, verdict.asking, text)))


def ending(ended: GameEnded) -> str:
    """Why the game ended, and by whom it was stopped."""
    if ended.reason is EndReason.STOPPED and ended.by is not None:
        return f"{ended.by.name} stopped the quiz."
    return ENDINGS[ended.reason]


def score(standing: Standing | StandingRecord) -> str:
    """``480 points, 5 of 6 right``."""
    return f"{counted(standing.points, 'point')}, {standing.correct:,} of {standing.answered:,} right"


def fewer(asked: int, available: int) -> str:
    """What is said where a pack has fewer questions than were asked for."""
    return f"{asked:,} were asked for; there {'is' if available == 1 else 'are'} {available:,}."
