"""When a word is a slip of typing for another.

After NAQT's rule for typed answers (Buzzword, "Answer-Judging Guidelines"): about one slip a word, or a
spelling that sounds the same, unless the slip makes another plausible answer; numbers have no slips. Longer
words bear more slips, short ones none.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.confusable import NEAR, OPPOSITES
from questions.judging.lexicon.people import GIVEN
from questions.judging.lexicon.proper import PROPER
from questions.judging.lexicon.reading import word_list
from questions.judging.normalise import stem
from questions.judging.sound import consonants, sound

_ENDINGS = word_list(
    """
ane ene yne ine ide ate ite one ium ous ic
"""
)
_PREFIXES = word_list(
    """
a an un in im ir il non dis mis de re di tri bi co pre anti counter
"""
)
_BEGINNINGS = tuple(
    tuple(pair.split(":"))
    for pair in word_list(
        """
hypo:hyper inter:intra ante:anti endo:exo endo:ecto macro:micro mono:poly over:under sub:super pre:post
in:ex homo:hetero meta:para ortho:para re:de
"""
    )
)


def bears(length: int) -> int:
    """How many slips a word of that many letters bears."""
    if length < 4:
        return 0
    return 1 if length < 9 else 2 if length < 13 else 3


@lru_cache(maxsize=50_000)
def is_slip(typed: str, meant: str, *, alone: bool = True) -> bool:
    """Whether a word may be a slip of typing, or another spelling, of a word that was meant.

    ``alone`` says that no other word confirms what was meant: then short words are taken as they stand.
    """
    if typed[:1].isdigit() or meant[:1].isdigit() or abs(len(typed) - len(meant)) > 3:
        return False
    distance = OSA.distance(typed, meant, score_cutoff=4)
    return distance < 5 and _near(typed, meant, distance, alone) and not distinct(typed, meant, alone=alone)


def distinct(typed: str, meant: str, *, alone: bool = True) -> bool:
    """Whether two words that lie near each other are known to be two words."""
    one, other = stem(typed), stem(meant)
    if one == other:
        return False
    if not alone and sound(one) == sound(other):
        return other in OPPOSITES.get(one, ())
    if other in NEAR.get(one, ()) or other in OPPOSITES.get(one, ()) or meant in NEAR.get(typed, ()):
        return True
    if typed in COMMON or one in COMMON:
        return True
    if len(one) == len(other) < 7 and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo"):
        return True
    if (typed in GIVEN or typed in PROPER) and sound(typed) != sound(meant):
        return True
    return _other_affix(one, other) or _holds_opposite(one, other)


def _holds_opposite(one: str, other: str) -> bool:
    """Whether two words are made alike with opposites: godfather, godmother."""
    return any(
        len(part) > 3 and part in one and any(one.replace(part, against) == other for against in others)
        for part, others in OPPOSITES.items()
    )


def _near(typed: str, meant: str, distance: int, alone: bool) -> bool:
    length = len(meant)
    if length < 5:
        return len(typed) > 2 and _near_short(typed, meant, distance, alone)
    if distance <= bears(length):
        return typed[0] == meant[0] or _first_letter_slipped(typed, meant, distance)
    if sound(typed) == sound(meant):
        return not alone or distance <= 1 + length // 3
    if typed[0] != meant[0] or length < 7 or distance > bears(length) + 1:
        return False
    return consonants(typed) == consonants(meant) or (distance == 2 and sorted(typed) == sorted(meant))


def _first_letter_slipped(typed: str, meant: str, distance: int) -> bool:
    """Whether words with another first letter may be one: it is missing, a key beside, or sounds the same."""
    if sorted(typed) == sorted(meant) or sound(typed) == sound(meant):
        return True
    if distance > 1 or len(meant) < 7:
        return False
    return len(typed) != len(meant) or len(meant) > 8 or typed[0] in _beside(meant[0])


def _beside(letter: str) -> str:
    """The keys beside a letter's."""
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm"):
        if letter in row:
            at = row.index(letter)
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""


def _near_short(typed: str, meant: str, distance: int, alone: bool) -> bool:
    """Up to four letters: a doubled letter or two exchanged ones; beside other words also one that sounds
    the same.
    """
    if distance != 1 or typed[0] != meant[0] or len(meant) < 3 or (alone and len(typed) < 4):
        return False
    if sound(typed) == sound(meant) and (not alone or (len(meant) == 4 and typed not in PROPER)):
        return True
    if not alone and len(meant) == 4:
        return True
    doubled = len(typed) == 5 and any(typed == meant[:i] + meant[i - 1 :] for i in range(1, 5))
    return len(meant) == 4 and (doubled or sorted(typed) == sorted(meant))


def _other_affix(one: str, other: str) -> bool:
    """Whether two words differ by an ending or a beginning that makes another thing of it: methane,
    methene.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 5:
        return False
    if long == short + "y" or (long.endswith(short) and long.removesuffix(short) in _PREFIXES):
        return True
    for ending in _ENDINGS:
        if one.endswith(ending) and not other.endswith(ending):
            rest = one.removesuffix(ending)
            if len(rest) > 2 and any(other == rest + another for another in _ENDINGS):
                return True
    return any(
        one.startswith(this) and other.startswith(that) and one.removeprefix(this) == other.removeprefix(that)
        for pair in _BEGINNINGS
        for this, that in (pair, pair[::-1])
    )
