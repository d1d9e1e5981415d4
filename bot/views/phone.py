"""How many lines a text takes on a phone, roughly: enough to choose how much a card says."""

from __future__ import annotations

import re

NORMAL, BOLD, SMALL = 31, 28, 36
"""Characters of a line in a card that is 360 pixels wide, its margins off."""

_MARKUP = re.compile(r"-# |\*\*|\\|\ufe0f|<t:\d+:R>")
_GAP = re.compile(r"[ \N{EM SPACE}]+")  # a no-break space is none


def lines_on_phone(*blocks: str) -> int:
    """The lines of all blocks, wrapped between words."""
    return sum(_wrapped(line) for block in blocks if block for line in block.split("\n"))


def _wrapped(line: str) -> int:
    width = SMALL if line.startswith("-# ") else BOLD if line.startswith("**") else NORMAL
    count, used = 1, 0
    for word in _GAP.split(_MARKUP.sub(lambda found: "in 9 seconds" if "t" in found[0] else "", line)):
        if used and used + 1 + len(word) > width:
            count, used = count + 1, 0
        used += len(word) + bool(used)
    return count
