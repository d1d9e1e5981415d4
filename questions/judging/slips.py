"""When a word is a slip of typing for another.

After NAQT's rule for typed answers (Buzzword, "Answer-Judging Guidelines"): about one slip a word, or a
spelling that sounds the same, unless the slip makes another plausible answer; numbers have no slips. Longer
words bear more slips, short ones none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from questions.judging.lexicon import GIVEN, ITSELF
from questions.judging.normalise import stem

_SHORT, _LONG, _LONGER = 5, 9, 13  # letters from which a word bears its slip anywhere, two slips, three slips
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:tch|tsch|tsh|cz)|tch|tsch", "C"), (r"^(?:kn|gn|pn|mn)", "n"), (r"^wr|rh", "r"),
        (r"^p?s|^x", "s"), (r"wh", "w"), (r"ph", "f"), (r"(?<=[bd])h|gh(?![aeiou])(?!t)", ""),
        (r"ght", "t"), (r"gh", "g"),
        (r"sch|sh|sci(?=[aou])|ti(?=on|ous|al)|ci(?=ous|al|an)|si(?=on)", "S"), (r"ch(?=[lrmn])", "k"),
        (r"ch", "C"), (r"ck|cq|q(?:u|(?=$))|kh", "k"), (r"dg(?=[eiy])", "j"), (r"s?c(?=[eiy])", "s"),
        (r"c", "k"), (r"x", "ks"), (r"z|ts(?=[cz])", "s"), (r"mb$", "m"), (r"th", "t"),
        (r"(?<=[aeiou])h(?![aeiou])", ""), (r"y(?=[aeou])", "i"), (r"eigh|ay|ai|ei(?=[ln])", "a"),
        (r"ea|ee|ei|ie|ey|ae|y", "i"), (r"oo|ou|ow|ue|ew|eu|ui", "u"), (r"oa|oe|au|aw", "o"),
        (r"(.)\1+", r"\1"), (r"(?<=[^aeiou])e$", ""), (r"e", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """How an English reader would say a word, roughly: two spellings that sound the same have the same
    key.
    """
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word


def bears(length: int) -> int:
    """How many slips a word of that many letters bears."""
    return 0 if length < _SHORT - 1 else 1 if length < _LONG else 2 if length < _LONGER else 3


@lru_cache(maxsize=50_000)
def is_slip(typed: str, meant: str, *, alone: bool = True) -> bool:
    """Whether a word may be a slip of typing, or another spelling, of a word that was meant.

    ``alone`` says that no other word confirms what was meant: then short words are taken as they stand.
    """
    if typed[:1].isdigit() or meant[:1].isdigit():
        return False
    distance = OSA.distance(typed, meant, score_cutoff=4)
    return distance < 5 and _is_near(typed, meant, distance, alone) and not _is_itself(typed, meant, alone)


def _is_itself(typed: str, meant: str, alone: bool) -> bool:
    """Whether a word is known to be another word than the one that lies near."""
    one, other = stem(typed), stem(meant)
    same = sound(one) == sound(other)
    if one == other or (same and not alone):
        return False
    if typed in ITSELF or one in ITSELF or (typed in GIVEN and sorted(typed) != sorted(meant) and not same):
        return True
    return len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo")


def _is_near(typed: str, meant: str, distance: int, alone: bool) -> bool:
    same = sound(typed) == sound(meant)
    exchanged = sorted(typed) == sorted(meant)
    if len(meant) < _SHORT:
        return _is_near_short(typed, meant, distance, alone, same or exchanged)
    if distance <= bears(len(meant)):
        return typed[0] == meant[0] or same or exchanged or (distance == 1 and len(typed) == len(meant) > 6)
    if same:
        return not alone or distance <= 1 + len(meant) // 3
    return exchanged and distance == 2 and typed[0] == meant[0] and len(meant) > 6


def _is_near_short(typed: str, meant: str, distance: int, alone: bool, like: bool) -> bool:
    """Up to four letters: a doubled letter, two exchanged ones or the same sound; beside other words any
    slip.
    """
    if distance != 1 or typed[0] != meant[0] or len(meant) < 3 or len(typed) < (4 if alone else 3):
        return False
    doubled = any(typed == meant[:at] + meant[at - 1 :] for at in range(1, 5))
    return like or doubled or not alone if len(meant) == 4 else like and not alone
