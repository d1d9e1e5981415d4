"""Reads the lists of words in this package."""

from __future__ import annotations


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text, in no order."""
    return frozenset(text.split())


def entries(text: str) -> list[str]:
    """The entries of a text, one a line or between bars."""
    return [entry.strip() for entry in text.replace("\n", "|").split("|") if entry.strip()]
