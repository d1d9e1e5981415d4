"""How many lines a text takes on a phone, roughly: enough to choose how much a card says."""

from __future__ import annotations

import re

NORMAL, BOLD, SMALL = 31, 28, 36
"""Characters of a line in a card that is 360 pixels wide, its margins off."""

_MARKUP = re.compile(r"-# |\*\*|\\|\ufe0f|<t:\d+:R>")
_GAPS = re.compile(r"([ \N{EM SPACE}]+)")  # a no-break space is none
_WIDE = "\U0001f000"
"""Emoji from here on, and an em space, are as wide as two letters."""


def lines_on_phone(*blocks: str) -> int:
    """The lines of all blocks, wrapped between words."""
    return sum(_wrapped(line) for block in blocks if block for line in block.split("\n"))


def _wrapped(line: str) -> int:
    limit = SMALL if line.startswith("-# ") else BOLD if line.startswith("**") else NORMAL
    count, used, gap = 1, 0, 0
    for part in _GAPS.split(_MARKUP.sub(lambda found: "in 9 seconds" if "t" in found[0] else "", line)):
        if part.isspace() and "\N{NO-BREAK SPACE}" not in part:
            gap = _width(part)
            continue
        if used and used + gap + _width(part) > limit:
            count, used, gap = count + 1, 0, 0
        used += gap + _width(part)
    return count


def _width(text: str) -> int:
    return len(text) + sum(char >= _WIDE or char == "\N{EM SPACE}" for char in text)
