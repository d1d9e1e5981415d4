"""Text from people and packs without what only serves to mislead."""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 4
"""Marks on one letter: no script needs more, and more of them grow over the lines around."""

LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,12}\U000e007f"
UNSEEN = (
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
HIDING = re.compile(f"({FLAG}|[\U000e0100-\U000e01ef])|{UNSEEN}")
"""Characters without a look of their own: they hide text, or turn the rest of its line round. The regions'
flags are spelt with such, and some East Asian letters are varied by them."""


def one_line(text: str, limit: int | None = None) -> str:
    """The clean text in one line, and at most so many characters of it."""
    return " ".join(clean(text).split())[:limit].rstrip()


def clean(text: str) -> str:
    """The text without what only serves to mislead; joiners and marks of scripts and emoji stay."""
    kept: list[str] = []
    marks = 0
    for char in HIDING.sub(r"\1", LINE_END.sub("\n", text)):
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            marks += 1
        elif category != "Cf":  # a joiner does not begin another letter
            marks = 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
