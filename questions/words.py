"""Words as a reader compares them: which texts name the same thing, and which words give an answer away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

ARTICLES = frozenset({"the", "a", "an"})
FUNCTION_WORDS = frozenset(
    """
    the a an and or nor but of in on at to for from with without by as is are was were be been it its his her
    hers him he she they them their our your my this that these those who whom whose which what when where how
    not no do does did has have had will would can could must may
    """.split()  # noqa: SIM905 - a line for each of fifty words reads worse
)

_COMBINING = re.compile("[\u0300-\u036f]")
_MEANINGFUL_MARKS = frozenset("#%&*@")
_APOSTROPHES = re.compile("['’]")
_VOWELS = re.compile("[aeiouy]")
_BEGINNING, _MOSTLY = 4, 0.6
_LONGEST_CODE = 3
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What two names share that differ only in case, accents, punctuation and the number of blanks.

    Accents go from Latin, Greek and Cyrillic letters; signs that tell names apart (C, C#, C++) stay. A name
    of punctuation alone is its own key.
    """
    return " ".join(_without_punctuation(_fold(name), "").split()) or name


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text as ``name_key`` compares them, without possessive endings."""
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", _fold(text))).replace("&", " and ")
    return tuple(_without_punctuation(plain, " ").split()) or (text.strip(),)


def word_key(text: str) -> str:
    """The folded words of a name, without a leading article."""
    parts = words(text)
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts)


def padded(text: str) -> str:
    """The words of a text between blanks, so that a key can be looked for in it as whole words."""
    return f" {' '.join(words(text))} "


def telling_words(name: str) -> frozenset[str]:
    """The words of a name that could give it away, in the singular."""
    return frozenset(stem(word) for word in words(name) if len(word) > 2 and word not in FUNCTION_WORDS)


def stem(word: str) -> str:
    """The word without the "s" of a plural or a verb."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def alike(one: str, other: str) -> bool:
    """Whether two keys are the same or one stands in the other as whole words, so that both may name one
    thing.
    """
    return one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def akin(one: str, other: str) -> bool:
    """Whether two words begin alike, so that each brings the other to mind: "Swiss" and "Switzerland",
    "Brazil" and "Brasilia", "curium" and "Curie".
    """
    shorter = min(len(one), len(other))
    if one[:2] != other[:2] or shorter < _BEGINNING:
        return False
    common = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    if common >= _MOSTLY * shorter and (common >= _BEGINNING or shorter > _BEGINNING):
        return True
    first, second = sorted((_consonants(one), _consonants(other)), key=len)
    return len(first) >= _BEGINNING and second.startswith(first)


def is_short_for(code: str, name: str) -> bool:
    """Whether a code begins as a name does, so that it can be told from the name: "Cl" and "chlorine"."""
    short, long = word_key(code), word_key(name)
    return 0 < len(short) <= _LONGEST_CODE and len(short) < len(long) and long[0] == short[0]


@lru_cache(maxsize=8192)
def _consonants(word: str) -> str:
    return _VOWELS.sub("", word.replace("z", "s"))


def _fold(text: str) -> str:
    """The text without case and accents."""
    if text.isascii():
        return text.casefold()
    latin = "".join(_plain_latin(char) for char in unicodedata.normalize("NFC", text))
    return _COMBINING.sub("", unicodedata.normalize("NFKD", latin.casefold()))


def _plain_latin(char: str) -> str:
    if not char.isascii() and unicodedata.name(char, "").startswith("LATIN "):
        return anyascii(char)
    return char


def _without_punctuation(text: str, instead: str) -> str:
    return "".join(char if _tells(char) else instead for char in text)


def _tells(char: str) -> bool:
    return char in _MEANINGFUL_MARKS or unicodedata.category(char)[0] not in "PC"
