"""Small rules of English: articles, possessives, ordinals, lists, dates and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from questions.dates import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip

_LARGE, _DIGITS_OF_LARGE = (("trillion", 12), ("billion", 9), ("million", 6)), 4

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SOUNDS_LIKE_YOU = re.compile(
    r"eu|ewe"
    r"|uni(?!dent|m[^o]|n|nt|ll)|unan|u(?:biq|g(?!l)|kr|ra[ln]|rin|rol|s[aeiu]|te|ti|topi|fo|k$)"
)
_SOUNDS_LIKE_ONE = re.compile(r"(?:one|once|ones|oneself|ouija)(?:$|[-'’])")
_SILENT_H = re.compile(r"h(?:eir|onest|onou?r|our)")
_AN_NUMBER = re.compile(r"8|(?:11|18)(?:$|,|\D)|18\d\d$")
_INITIALS_WITH_VOWEL_SOUND = frozenset("AEFHILMNORSX")


def starts_with_article(text: str) -> bool:
    """Whether the text begins with "the", "a" or "an" as a word of its own."""
    return _ARTICLE.match(text) is not None


def without_article(text: str) -> str:
    """The text without a leading "the", "a" or "an"."""
    return _ARTICLE.sub("", text, count=1) if starts_with_article(text) else text


def indefinite(text: str, overrides: Mapping[str, str]) -> str:
    """The text with "a" or "an" before it; a text that has an article keeps it.

    ``overrides`` maps a first word, in lower case, to its article, for words that the rule gets wrong.
    """
    if starts_with_article(text):
        return text
    first = _FIRST_WORD.search(text)
    word = first.group() if first else text
    article = overrides.get(word.casefold()) or ("an" if _has_vowel_sound(word) else "a")
    return f"{article} {text}"


def _has_vowel_sound(word: str) -> bool:
    if word[:1].isdigit():
        return _AN_NUMBER.match(word) is not None
    letters = re.split(r"[-'’]", word)[0].replace(".", "").replace("&", "")
    if letters.isupper() and _is_spelt_out(letters):
        return letters[0] in _INITIALS_WITH_VOWEL_SOUND
    low = word.casefold()
    if _SILENT_H.match(low):
        return True
    return low[:1] in "aeiou" and not (_SOUNDS_LIKE_YOU.match(low) or _SOUNDS_LIKE_ONE.match(low))


def _is_spelt_out(letters: str) -> bool:
    return len(letters) < 4 or not any(letter in "AEIOU" for letter in letters[1:])


def possessive(text: str) -> str:
    """The text with an 's; a plural name with "The" takes the apostrophe alone ("the Defenders'")."""
    mark = "’" if "’" in text else "'"
    if re.search(r"['’]s$", text):
        return text
    if text.casefold().startswith("the ") and re.search(r"[^s]s$", text):
        return text + mark
    return f"{text}{mark}s"


def ordinal(number: int) -> str:
    """ "first" to "twelfth", then "13th"."""
    if 0 <= number < len(ORDINALS):
        return ORDINALS[number]
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def count_word(number: int) -> str:
    """ "zero" to "twelve", then digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def number_text(number: Decimal) -> str:
    """The number as it is written: no exponent, no trailing zeros, commas from 10,000 on; "33.7 million"
    where it is as round as that.
    """
    for name, power in _LARGE:
        if abs(number) >= 10**power and len(number.normalize().as_tuple().digits) <= _DIGITS_OF_LARGE:
            return f"{format((number / 10**power).normalize(), 'f')} {name}"
    plain = format(number.normalize(), "f")
    return format(number.normalize(), ",f") if abs(number) >= 10_000 else plain


def date_text(date: PartialDate) -> str:
    """ "14 June 2019", "June 2019" or "2019"."""
    if not date.month:
        return str(date.year)
    month = f"{MONTHS[date.month - 1]} {date.year}"
    return f"{date.day} {month}" if date.day else month


def date_text_month_first(date: PartialDate) -> str:
    """ "June 14, 2019", and otherwise as ``date_text`` writes it."""
    return f"{MONTHS[date.month - 1]} {date.day}, {date.year}" if date.day else date_text(date)


def on_date(date: PartialDate) -> str:
    """The date with its preposition: "on 14 June 2019", "in June 2019", "in 2019"."""
    return f"{'on' if date.day else 'in'} {date_text(date)}"


def asking_when(date: PartialDate) -> str:
    """The question word that asks for a date of this precision."""
    if date.day:
        return "on what date"
    return "in which month and year" if date.month else "in which year"


def listed(items: Sequence[str], word: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def capital_first(text: str) -> str:
    """The text with a capital at the start, unless its first word has a spelling of its own ("iPhone")."""
    at = len(text) - len(text.lstrip("\"'“‘«(["))
    if text[at + 1 : at + 2].isupper():
        return text
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
