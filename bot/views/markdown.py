"""Text from people and packs, cleaned, and escaped by Discord's grammar: it is shown, and nothing more."""

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

ANYWHERE = re.compile(r"[\\*_~|`<\[@]")
"""What begins emphasis, code, spoilers, masked links, mentions, stamps or custom emoji wherever it stands."""

BLOCK = re.compile(r"^([^\S\n]*)(?=(?:#{1,3}|-#|>{1,3}|[-+])(?:\s|\Z))", re.M)
NUMBERED = re.compile(r"^([^\S\n]*\d+)(?=[.)](?:\s|\Z))", re.M)
"""What begins a heading, small print, a quote or a list at the beginning of a line. What is at the end of the
text is, too: something of ours may follow."""

SCHEME = re.compile(r"(?<=\w):(?=//)")
ADDRESS = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2,}/)")
"""What makes a link out of an address, or out of an invitation without ``https``."""


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


def escape(text: str) -> str:
    """The text with a backslash before everything that Discord would take for markup."""
    text = ANYWHERE.sub(r"\\\g<0>", text)
    text = ADDRESS.sub(r"\.", SCHEME.sub(r"\:", text))
    return NUMBERED.sub(r"\1\\", BLOCK.sub(r"\1\\", text))
