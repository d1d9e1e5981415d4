"""Names as a reader compares them: which texts name the same thing, and which words give an answer away."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_POSSESSIVE = re.compile(r"'s\b")
_WORD = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"the", "a", "an"})

FUNCTION_WORDS = frozenset(
    """
    the a an and or nor but of in on at to for from with without by as is are was were be been it its his her
    hers him he she they them their our your my this that these those who whom whose which what when where how
    not no
    """.split()  # noqa: SIM905 - a line for each of fifty words reads worse
)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in plain lower-case letters, without possessive endings and punctuation."""
    plain = (text if text.isascii() else anyascii(text)).casefold()
    plain = plain.replace("’", "'")
    return tuple(_WORD.findall(_POSSESSIVE.sub("", plain.replace("&", " and ")).replace("'", ""))) or (
        plain.strip(),
    )


def word_key(text: str) -> str:
    """The words that are left of a name when case, accents, punctuation and a leading article are put
    aside.
    """
    found = words(text)
    return " ".join(found[1:] if len(found) > 1 and found[0] in _ARTICLES else found)


def padded(text: str) -> str:
    """The words of a text between spaces, so that a key can be looked for in it as whole words."""
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
