"""A guess at a list: the parts in any order, each an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from questions.judging.fillers import without
from questions.judging.normalise import phrase
from questions.judging.verdict import Mark, Reason, Verdict

_SEPARATOR = re.compile(r"[,;\n|/&+•]|\band\b|\bplus\b|(?<!\S)\d{1,2}[.)]\s|(?<!\S)[-*]\s")
_MOST_ITEMS, _MOST_WORDS, _LONGEST_PART = 60, 20, 5

Judge = Callable[[str], Verdict]


def judge_list(cleaned: str, parts: Sequence[Judge], needed: int) -> Verdict:
    """Judge a guess at ``needed`` of the parts; ``cleaned`` still has its punctuation and line ends."""
    items = [item for item in map(str.strip, _SEPARATOR.split(cleaned)) if phrase(item)][:_MOST_ITEMS]
    named: set[int] = set()
    for item in items:
        places = _named(item, parts)
        if places is None:
            return Verdict(Reason.NOT_IN_LIST)
        named |= places
    if len(named) >= needed:
        return Verdict(Reason.ALL_NAMED)
    return Verdict(Reason.SOME_NAMED, named=len(named), needed=needed) if items else Verdict(Reason.EMPTY)


def _named(item: str, parts: Sequence[Judge]) -> set[int] | None:
    """The parts that an item names, none where it is half of one; None where it names something else.

    An item names one part, or, where nothing separates them, several that stand one after the other.
    """
    marks = [part(item).mark for part in parts]
    if Mark.CORRECT in marks:
        return {marks.index(Mark.CORRECT)}
    words = without(phrase(item).words)
    several = _one_after_the_other(words, parts) if len(words) < _MOST_WORDS else set()
    return several or (set() if Mark.CLOSE in marks else None)


def _one_after_the_other(words: Sequence[str], parts: Sequence[Judge]) -> set[int]:
    named: set[int] = set()
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PART), at, -1):
            text = " ".join(words[at:end])
            place = next((n for n, part in enumerate(parts) if part(text).correct), None)
            if place is not None and (end - at < len(words) or len(words) == 1):
                named.add(place)
                at = end
                break
        else:
            return set()
    return named
