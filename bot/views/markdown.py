"""Text from people and packs, escaped by Discord's grammar: it is shown, and nothing more."""

from __future__ import annotations

import re

ANYWHERE = re.compile(r"[\\*_~|`<\[@]")
"""What begins emphasis, code, spoilers, masked links, mentions, stamps or custom emoji wherever it stands."""

BLOCK = re.compile(r"^([^\S\n]*)(?=(?:#{1,3}|-#|>{1,3}|[-+])(?:\s|\Z))", re.M)
NUMBERED = re.compile(r"^([^\S\n]*\d+)(?=[.)](?:\s|\Z))", re.M)
"""What begins a heading, small print, a quote or a list at the beginning of a line. What is at the end of the
text is, too: something of ours may follow."""

SCHEME = re.compile(r"(?<=\w):(?=//)")
ADDRESS = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2,}/)")
"""What makes a link out of an address, or out of an invitation without ``https``."""


def escape(text: str) -> str:
    """The text with a backslash before everything that Discord would take for markup."""
    text = ANYWHERE.sub(r"\\\g<0>", text)
    text = ADDRESS.sub(r"\.", SCHEME.sub(r"\:", text))
    return NUMBERED.sub(r"\1\\", BLOCK.sub(r"\1\\", text))
