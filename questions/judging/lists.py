"""A guess at a list: the parts in any order, each an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from questions.judging.fillers import without
from questions.judging.normalise import of_words, phrase
from questions.judging.verdict import Mark, Verdict

_SEPARATORS = re.compile(r"\s*(?:[,;\n|/&+•]|\band\b|\bplus\b|(?:^|\s)\d{1,2}[.)]\s|(?:^|\s)[-*]\s)\s*")
_MOST = 60

Judge = Callable[[str], Verdict]


def judge_list(cleaned: str, parts: Sequence[Judge], needed: int) -> Verdict:
    """Judge a guess at ``needed`` of the parts; ``cleaned`` still has its punctuation and line ends."""
    items = [item for item in _SEPARATORS.split(cleaned) if phrase(item)][:_MOST]
    found: set[int] = set()
    for item in items:
        hit, right = _hits(item, parts)
        if not right:
            return Verdict(Mark.WRONG, "One of those is not in the list.")
        found |= hit
    if len(found) >= needed:
        return Verdict(Mark.CORRECT, "All that were wanted.")
    if items:
        return Verdict(Mark.CLOSE, f"{len(found)} of {needed}; more, please.")
    return Verdict(Mark.WRONG, "None of them.")


def _hits(item: str, parts: Sequence[Judge]) -> tuple[set[int], bool]:
    """The parts that an item names, and whether it is right as far as it goes.

    An item names one part, or, where nothing parts them, several that stand one after the other.
    """
    marks = [part(item).mark for part in parts]
    if Mark.CORRECT in marks:
        return {marks.index(Mark.CORRECT)}, True
    words = without(phrase(item).words)
    several = _one_after_the_other(words, parts) if len(words) < 20 else set()
    return several, bool(several) or Mark.CLOSE in marks


def _one_after_the_other(words: Sequence[str], parts: Sequence[Judge]) -> set[int]:
    found: set[int] = set()
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 5), at, -1):
            text = " ".join(of_words(tuple(words[at:end])).words)
            place = next((n for n, part in enumerate(parts) if part(text).correct), None)
            if place is not None and (end - at < len(words) or len(words) == 1):
                found.add(place)
                at = end
                break
        else:
            return set()
    return found
