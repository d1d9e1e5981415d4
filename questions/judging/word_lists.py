"""Reads lists of words that are written as text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, in no order."""
    return frozenset(text.split())


def entries(text: str) -> list[str]:
    """The entries of a text between bars, each a word or several."""
    return [" ".join(entry.split()) for entry in text.split("|")]
