"""When two names are the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

COMBINING = re.compile("[\u0300-\u036f]")
MEANINGFUL_MARKS = frozenset("#%&*@")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What two names share that differ only in case, accents, punctuation and the number of blanks.

    Accents go from Latin, Greek and Cyrillic letters; signs that tell names apart (C, C#, C++) stay. A name
    of punctuation alone is its own key.
    """
    if name.isascii():
        plain = name.casefold()
    else:
        latin = "".join(_plain_latin(char) for char in unicodedata.normalize("NFC", name))
        plain = COMBINING.sub("", unicodedata.normalize("NFKD", latin.casefold()))
    return " ".join("".join(filter(_tells, plain)).split()) or name


def _plain_latin(char: str) -> str:
    if not char.isascii() and unicodedata.name(char, "").startswith("LATIN "):
        return anyascii(char)
    return char


def _tells(char: str) -> bool:
    return char in MEANINGFUL_MARKS or unicodedata.category(char)[0] not in "PC"
