"""What a player may send on purpose: no text may keep the judge busy."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from questions import judging
from questions.judging.judge import LONGEST_GUESS, MOST_WORDS, Context, judge, prepare
from questions.judging.verdict import Mark, Reason
from questions.question import Answer, AnswerType
from tests.questions.judging.hostile import ANSWERS, CHOICE_PROMPT, LENGTH, SHAPES

ENDLESS = 2.0  # seconds, on a busy machine; an expression that backtracks over repeated groups takes years


@contextmanager
def _deadline() -> Iterator[None]:
    """Break off what takes too long, which regular expressions allow."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _patterns() -> dict[str, re.Pattern[str]]:
    patterns = {}
    for module in pkgutil.walk_packages(judging.__path__, "questions.judging."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for at, pattern in enumerate(_within(value)):
                patterns[f"{module.name.rpartition('.')[2]}.{name}.{at}"] = pattern
    return patterns


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _within(item)


PATTERNS = _patterns()


def test_the_expressions_are_found() -> None:
    assert {
        "choices._LETTER.0",
        "slips._SOUNDS.3",
        "features._CUTS.0",
        "directives._ASKING.0",
    } <= PATTERNS.keys()


@pytest.mark.parametrize("name", PATTERNS)
def test_no_expression_backtracks_without_end(name: str) -> None:
    pattern = PATTERNS[name]
    for text in SHAPES.values():
        with _deadline():
            for _ in pattern.finditer(text):
                pass
            pattern.fullmatch(text)


@pytest.mark.parametrize("length", [LONGEST_GUESS, 500, LENGTH])
@pytest.mark.parametrize("kind", ANSWERS)
def test_no_guess_keeps_the_judge_busy(kind: str, length: int) -> None:
    context = Context(CHOICE_PROMPT, known=("Ada Marsh",))
    for choices in ((), ("Mars", "Jupiter")):
        prepared = prepare(ANSWERS[kind], Context(context.prompt, context.known, choices))
        for text in SHAPES.values():
            with _deadline():
                assert prepared.judge(text[:length]).mark in Mark


def test_the_reply_that_once_stopped_the_bot_is_a_wrong_answer() -> None:
    question = Context(CHOICE_PROMPT)
    with _deadline():
        assert judge(Answer("Jupiter"), "its " * 34 + "zzz", question).mark is Mark.WRONG


@pytest.mark.parametrize("part", ["form", "prompt", "known", "choice", "line"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_answer_or_question_keeps_the_judge_busy(shape: str, part: str) -> None:
    text = SHAPES[shape]
    answer = Answer(
        text if part == "form" else "Orr", AnswerType.UNKNOWN, line=text if part == "line" else None
    )
    context = Context(
        text if part == "prompt" else "",
        (text,) if part == "known" else (),
        (text, "Orr") if part == "choice" else (),
    )
    with _deadline():
        assert prepare(answer, context).judge("Orr, I think").mark in Mark


def test_a_line_of_twenty_thousand_groups_is_read_as_far_as_it_can_be() -> None:
    with _deadline():
        prepared = prepare(Answer("Orr", AnswerType.UNKNOWN, line="Orr" + " [or Wick]" * 20_000))
    assert prepared.judge("Wick").correct


@pytest.mark.parametrize("kind", [AnswerType.NUMBER, AnswerType.DATE, AnswerType.UNKNOWN])
@pytest.mark.parametrize(
    "digits", ["9" * 4_400, "9" * 400, "1/" + "0" * 400, "9" * 400 + "s", "9" * 450 + " BC"]
)
def test_a_number_of_thousands_of_digits_is_a_wrong_answer(kind: AnswerType, digits: str) -> None:
    assert not judge(Answer("1903", kind), digits, Context("In which year was it?")).correct
    assert judge(Answer(digits, kind), "1903").mark in Mark


def test_what_is_too_long_to_be_the_answer_is_not_read() -> None:
    prepared = prepare(Answer("Orr" * 400, AnswerType.TEXT))
    assert prepared.judge("Orr" * 400).correct
    assert prepared.judge("Orr" * 400 + "r" * LONGEST_GUESS).reason is not Reason.TOO_LONG
    assert prepared.judge("Orr" * 400 + "r" * (LONGEST_GUESS + 1)).reason is Reason.TOO_LONG
    assert prepared.judge("Orr " * (MOST_WORDS + 1)).reason is not Reason.TOO_LONG
    assert prepared.judge("Orr " * (MOST_WORDS + 2)).reason is Reason.TOO_LONG
    assert prepared.judge(" " * 3_000 + "Orr" * 400).correct
