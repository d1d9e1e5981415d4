"""Lists of words as data."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text; phrases where bars part them."""
    parts = text.split("|") if "|" in text else text.split()
    return frozenset(filter(None, (" ".join(part.split()) for part in parts)))
