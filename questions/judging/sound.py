"""How an English reader would say a word, roughly: two spellings that sound the same have the same key."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:tch|tsch|tsh|cz)", "C"),
        (r"^(?:kn|gn|pn|mn)", "n"),
        (r"^wr|rh", "r"),
        (r"^ps", "s"),
        (r"^x", "s"),
        (r"wh", "w"),
        (r"ph", "f"),
        (r"(?<=[bd])h", ""),
        (r"ght", "t"),
        (r"gh(?![aeiou])", ""),
        (r"gh", "g"),
        (r"tch|tsch", "C"),
        (r"sch|sh|sci(?=[aou])|ti(?=on|ous|al)|ci(?=ous|al|an)|si(?=on)", "S"),
        (r"ck|cq|q(?:u|(?=$))|kh", "k"),
        (r"sc(?=[eiy])", "s"),
        (r"ch(?=[lrmn])", "k"),
        (r"ch", "C"),
        (r"dg(?=[eiy])", "j"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"z|ts(?=[cz])", "s"),
        (r"mb$", "m"),
        (r"th", "t"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"y(?=[aeou])", "i"),
        (r"eigh|ay|ai|ei(?=[ln])", "a"),
        (r"ea|ee|ei|ie|ey|ae|y", "i"),
        (r"oo|ou|ow|ue|ew|eu|ui", "u"),
        (r"oa|oe|au|aw", "o"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])e$", ""),
        (r"e", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"(?!^)[aeiou]+")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The key of a word in lower-case ASCII; for comparison only."""
    for pattern, by in _RULES:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=20_000)
def consonants(word: str) -> str:
    """The key without its vowels, save the one it begins with."""
    return _VOWELS.sub("", sound(word))
