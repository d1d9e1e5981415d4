"""The type of an answer, where nobody has said it: a number, a date, or not known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.judging.dates import MONTHS, read_dates
from questions.judging.normalise import phrase, stem
from questions.judging.prompts import Prompt
from questions.judging.quantities import read_quantity
from questions.judging.units import SCALES, UNITS
from questions.question import AnswerType

_WHEN = re.compile(r"\bwhen\b|\b(?:what|which) (?:year|date|decade|month|century|day)\b|\bin year\b")
_BRACKETS = re.compile(r"\([^()]*+\)")
_LOOKED_AT = 4


def kind_of(given: AnswerType, texts: Sequence[str], prompt: Prompt, *, marked: bool = False) -> AnswerType:
    """The type that was given, if the forms can be read so; else what they can be read as. ``marked`` forms
    are never numbers.
    """
    if given is AnswerType.NUMBER:
        return given if any(map(read_quantity, texts)) else AnswerType.TEXT
    if given is AnswerType.DATE:
        return given if any(map(read_dates, texts)) else AnswerType.TEXT
    asks_when = bool(_WHEN.search(prompt.text))
    if given is not AnswerType.UNKNOWN or marked or prompt.who or not texts:
        return given
    if not all(read_quantity(text) or read_dates(text) for text in texts[:_LOOKED_AT]):
        return given
    return _read_as(_BRACKETS.sub(" ", texts[0]).strip() or texts[0], asks_when, prompt)


def _read_as(text: str, asks_when: bool, prompt: Prompt) -> AnswerType:
    words = [stem(word) for word in phrase(text).words]
    dates = read_dates(text)
    month = len(words) > 1 and any(word in MONTHS for word in words)
    decade = any(word[0].isdigit() and word.endswith("s") for word in words)
    if dates and (asks_when or month or decade or dates[0].span > 1 or dates[0].until or dates[0].era):
        return AnswerType.DATE
    if any(word.istitle() for word in text.split()[1:]):
        return AnswerType.DATE if month and dates else AnswerType.UNKNOWN
    of_number = [
        word[0].isdigit() or word in UNITS or word in SCALES or word in prompt.words for word in words
    ]
    says_one = any(word[0].isdigit() or word in SCALES for word in words)
    return AnswerType.NUMBER if all(of_number) and says_one and read_quantity(text) else AnswerType.UNKNOWN
