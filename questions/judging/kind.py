"""The type of an answer, where nobody has said it: from its forms and from what the prompt asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.judging.dates import MONTHS, read_dates
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.kinds import ASKED, PEOPLE, PLACES, TITLES
from questions.judging.lexicon.people import GIVEN, HONORIFICS
from questions.judging.lexicon.places import BARE, CONTAINERS, KINDS
from questions.judging.lexicon.units import SCALES, UNITS
from questions.judging.names import looks_like_person, read_name
from questions.judging.normalise import ARTICLES, phrase, stem
from questions.judging.prompts import Prompt
from questions.judging.quantities import read_quantity
from questions.question import AnswerType

_WHEN = re.compile(r"\bwhen\b|\b(?:what|which) (?:year|date|decade|month|century|day)\b|\bin year\b")


def kind_of(said: AnswerType, texts: Sequence[str], prompt: Prompt, *, marked: bool = False) -> AnswerType:
    """The type that was said, if the forms can be read so; else the likeliest. ``marked`` forms are never
    numbers.
    """
    first = re.sub(r"\([^()]*\)", " ", texts[0]).strip() or texts[0] if texts else ""
    if said is AnswerType.NUMBER:
        return said if any(read_quantity(text) for text in texts) else AnswerType.TEXT
    if said is AnswerType.DATE:
        return said if any(read_dates(text) for text in texts) else AnswerType.TEXT
    if said is not AnswerType.UNKNOWN:
        return said
    if prompt.asks(TITLES) and not _WHEN.search(prompt.text):
        return AnswerType.TITLE
    numeric = not marked and not prompt.who and not prompt.asks(PEOPLE)
    return (numeric and _date_or_number(first, texts, prompt)) or _name(first, prompt)


def _date_or_number(first: str, texts: Sequence[str], prompt: Prompt) -> AnswerType | None:
    words = phrase(first).words
    asks_when = bool(_WHEN.search(prompt.text))
    if not words or not all(read_quantity(text) or read_dates(text) for text in texts[:4]):
        return None
    plain = all(
        word[0].isdigit() or word in UNITS or word in SCALES or word in prompt.words
        for word in map(stem, words)
    )
    number = plain and any(word[0].isdigit() or word in SCALES for word in words) and read_quantity(first)
    dates = read_dates(first)
    named = any(word in MONTHS for word in words) and len(words) > 1
    if dates and (asks_when or named or any(word.endswith("s") and word[0].isdigit() for word in words)):
        return AnswerType.DATE
    if dates and (dates[0].span > 1 or dates[0].until or dates[0].era):
        return AnswerType.DATE
    return AnswerType.NUMBER if number else None


def _is_group(words: Sequence[str]) -> bool:
    """Whether a name that answers "who" is a band's or a team's."""
    if words[0] in ARTICLES or "and" in words:
        return True
    last = words[-1]
    thing = (
        last in ASKED or last in KINDS or last == "united" or (stem(last) != last and stem(last) in COMMON)
    )
    return len(words) > 1 and (thing or (words[0] in COMMON and words[0] not in GIVEN | HONORIFICS))


def _name(first: str, prompt: Prompt) -> AnswerType:
    words = phrase(first).words
    if not words:
        return AnswerType.TEXT
    if " ".join(words) in CONTAINERS:
        return AnswerType.PLACE
    if prompt.who or prompt.asks(PEOPLE):
        name = read_name(words)
        if name and not _is_group(words) and len(words) < 7:
            return AnswerType.PERSON
    if looks_like_person(first, words) and not prompt.asks(PLACES):
        return AnswerType.PERSON
    if prompt.asks(PLACES) or prompt.text.startswith("where") or not BARE.isdisjoint(words):
        return AnswerType.PLACE
    return AnswerType.TEXT
