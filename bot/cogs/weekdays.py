"""Days of the week as people type them, in any language that Gumshoe speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.calendar import EVERY_DAY
from bot.texts.catalogue import Texts

SETS = {"mon-sun": EVERY_DAY, "mon-fri": frozenset(range(5)), "sat-sun": frozenset((5, 6))}
"""Days that often go together, as they can be typed."""

SHORTEST = 2  # letters that tell the days apart


def weekdays_named(languages: Sequence[Texts], typed: str) -> frozenset[int] | None:
    """The days of ``mon, wed``, ``Sa + So`` or ``monday-friday``; None where one is unknown."""
    days: set[int] = set()
    for part in re.split(r"[,;+&/]", typed.strip().casefold()):
        ends = [_day(languages, end) for end in re.split(r"[-–]", part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return None
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days)


def days_text(texts: Texts, days: frozenset[int]) -> str:
    """``every day``, or ``Mon, Wed``."""
    return texts("every-day") if days == EVERY_DAY else texts.weekdays(days)


def _day(languages: Sequence[Texts], typed: str) -> int | None:
    beginning = typed.strip().rstrip(".")
    if len(beginning) < SHORTEST:
        return None
    named = {
        day
        for texts in languages
        for day in range(7)
        if texts.weekdays({day}, in_full=True).casefold().startswith(beginning)
    }
    return named.pop() if len(named) == 1 else None
