"""The number in a guess, for questions where the nearest guess wins."""

from __future__ import annotations

from questions.judging.quantities import read_quantity


def number_in(text: str) -> float | None:
    """The one number that a text says, in digits ("1,200") or in words; None if none, several or a range."""
    quantity = read_quantity(text)
    return None if quantity is None else float(quantity.value)
