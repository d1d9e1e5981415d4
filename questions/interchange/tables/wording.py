"""Headers as a quizmaster says them: what all wording of columns shares.

A frame is a small function from a header and what a row is to the templates of a relation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from questions.interchange.tables.nouns import Sort
from questions.interchange.tables.wordlist import words
from questions.question import AnswerType

_PROPER = words(
    """
    olympic olympics fifa european american african asian english latin german french nobel oscar
    oscars grammy grammys emmy roman greek chinese japanese arabic spanish indian british christian
    world cup celsius fahrenheit sun earth moon mercury nato eu un us uk usa nba nfl
    """
)


_SUPERLATIVE = re.compile(r"(?:\w+est|main|top|chief|most \w+|official|national)\b")


_LONGEST_HEADER = 7
_ABBREVIATED = {
    "pos": "position",
    "dob": "date of birth",
    "pop": "population",
    "alt": "altitude",
    "nat": "nationality",
}
_NO_NOUN = re.compile(
    r"column \d+$|unnamed|(?:prior|vice|previous|next|former|other|misc)$"
    r"|(?:in|at|on|by|of|with|from|to|for|and) "
)


@dataclass(frozen=True, slots=True)
class RowNoun:
    """What a row is, in singular and plural, of what sort, and whether all are ``dead``."""

    noun: str
    plural: str
    sort: Sort
    dead: bool = False

    @property
    def its(self) -> str:
        return "their" if self.sort is Sort.PERSON else "its"


@dataclass(frozen=True, slots=True)
class Wording:
    """The templates of a relation, with what its objects are called and how typed answers are judged.

    ``lower`` says that the values are words rather than names, ``article`` that they take "the",
    ``identifies`` that a value which no two rows share belongs to one thing in the world.
    ``interest`` is the relation's. A value beside which others might be right is not to be ``typed``.
    """

    templates: Mapping[str, str]
    noun: str
    plural: str
    type: AnswerType = AnswerType.TEXT
    lower: bool = False
    article: bool = False
    interest: int = 3
    identifies: bool = False
    typed: bool = True


def spoken(header: str) -> str:
    """A header as it stands in mid-sentence: "Capital_City" -> "capital city", "FIFA code" stays."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", header.rstrip("?: ")).replace("_", " ").replace("(s)", "")
    words = text.split()
    return " ".join(word if _keeps_capital(word) else word.lower() for word in words)


def _keeps_capital(word: str) -> bool:
    low = word.casefold()
    return (
        (word.isupper() and 1 < len(word) <= 5)
        or word[1:] != word[1:].lower()
        or (low in _PROPER and word[:1].isupper() and low not in ("us", "un"))
    )


def is_natural(header: str) -> bool:
    """Whether a header can be said in a sentence."""
    text = spoken(header)
    words = text.split()
    if not 1 <= len(words) <= _LONGEST_HEADER or "?" in text or "%" in text or _NO_NOUN.match(text):
        return False
    letters = [word for word in words if sum(map(str.isalpha, word)) > 1]
    odd = [
        word
        for word in words
        if re.search(r"[A-Za-z]\d|\d[A-Za-z]", word) and not re.match(r"\d+(?:st|nd|rd|th)$", word)
    ]
    mute = [
        word
        for word in letters
        if not re.search(r"[aeiouyäöü]", word.lower()) and not word.isupper() and word.isascii()
    ]
    return bool(letters) and not odd and not mute


def key_of(header: str) -> str:
    """A header as the lexicon writes it."""
    low = " ".join(spoken(header).casefold().split())
    return _ABBREVIATED.get(low) or re.sub(r"^(?:the|name of(?: the)?) | names?$", "", low)
