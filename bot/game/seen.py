"""Whether a text shows anything."""

from __future__ import annotations

import unicodedata

BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\U0001d159")
"""Letters and signs that show nothing."""

IGNORABLE = range(0xE0000, 0xE1000)
"""Characters, some not assigned yet, that no font shows."""


def is_seen(text: str) -> bool:
    """Whether any character of the text can be seen by itself."""
    return any(map(_is_seen, text))


def _is_seen(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Cn":  # perhaps an emoji that is newer than this Python
        return ord(char) not in IGNORABLE
    return category[0] not in "CMZ" and char not in BLANK
