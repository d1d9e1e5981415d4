"""What Discord's clients make of a text: a second reading of their grammar, to check the escaping by."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCKS = {
    "heading": r" *#{1,3}(?!#)\s+\S",
    "small print": r" *-#\s+\S",
    "quote": r" *>(?:>>)?\s",
    "list": r" *(?:[-*+]|\d+[.)])\s",
}
"""At the beginning of a line."""

INLINE = {
    "link": r"<(?:https?|steam|mailto):[^>\s]+>",
    "address": r"(?:https?|steam|ftp)://[^\s<]",
    "invitation": r"(?:discord\.gg|discord(?:app)?\.com/invite)/?\w",
    "masked link": r"\[[^\n]*\]\([^\n]*\)",
    "mention of all": r"@(?:everyone|here)",
    "mention": r"<(?:@[!&]?|#)\d+>|</[^>]+:\d+>|<id:\w+>",
    "stamp": r"<t:-?\d+(?::[tTdDfFR])?>",
    "custom emoji": r"<a?:\w+:\d+>",
    "code": r"`",
    "strong": r"\*\*[\s\S]+?\*\*",
    "emphasis": r"\*[^\s*][\s\S]*?\*|_[^_\s][\s\S]*?_",
    "underline": r"__[\s\S]+?__",
    "struck out": r"~~[\s\S]+?~~",
    "spoiler": r"\|\|[\s\S]+?\|\|",
}
"""Wherever it stands."""

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")


def plain_of(text: str) -> str:
    """The text as it is shown; ValueError if there is any markup in it."""
    found = markup_in(text)
    if found:
        raise ValueError(f"{', '.join(sorted(found))} in {text!r}")
    return ESCAPE.sub(r"\1", text)


def markup_in(text: str) -> set[str]:
    """The names of what takes effect in the text."""
    return {name for at in _unescaped(text) for name in _begun(text, at)}


def _unescaped(text: str) -> Iterator[int]:
    at = 0
    while at < len(text):
        if escape := ESCAPE.match(text, at):
            at = escape.end()
        else:
            yield at
            at += 1


def _begun(text: str, at: int) -> Iterator[str]:
    rules = {**BLOCKS, **INLINE} if at == 0 or text[at - 1] == "\n" else INLINE
    for name, rule in rules.items():
        if re.compile(rule, re.I).match(text, at):
            yield name
