"""A guess at a number: exact, whatever its writing; a wrong number is never a slip of typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from questions.judging.lexicon.units import SCALES, TEMPERATURES, UNITS
from questions.judging.prompts import Prompt
from questions.judging.quantities import Quantity, read_quantity
from questions.judging.verdict import Mark, Verdict

_ASKED_UNIT = re.compile(
    r"\bhow (?:many|much) (?:\w+ )??(\w+)|\bin (\w+)(?:,| to the|\?|$)|\bwhat percentage\b|\b(\w+) per cent\b"
)


class NumberJudge:
    """The right numbers, ready to judge guesses."""

    def __init__(self, right: Sequence[Quantity], prompt: Prompt) -> None:
        self._right = right
        self._scales = [SCALES[word] for word in prompt.text.split() if word in SCALES and len(word) > 3]
        self._asked = _asked_unit(prompt.text)
        self._around = prompt.words

    def judge(self, text: str) -> Verdict | None:
        """Judge a guess; None where it does not say one number."""
        guess = read_quantity(text, self._around)
        if guess is None:
            return None
        if any(self._same(right, guess) for right in self._right):
            return Verdict(Mark.CORRECT, "The number is right.")
        if any(right.value == guess.value for right in self._right):
            return Verdict(Mark.WRONG, "The unit is another one.")
        return Verdict(Mark.WRONG, "That is another number.")

    def _same(self, right: Quantity, guess: Quantity) -> bool:
        if guess.scaled is not None and self._same(right, Quantity(guess.scaled)):
            return True
        unit = right.unit or self._asked
        if guess.unit is None or guess.unit == unit:
            if unit == "percent" and guess.fraction:
                return guess.value * 100 == right.value
            return right.value == guess.value or any(
                right.value == guess.value * scale for scale in self._scales
            )
        if unit is None:
            return right.value == guess.value
        return any(
            here[0] == there[0] and _equal(right.value, here[1], guess.value, there[1])
            for here in UNITS[unit]
            for there in UNITS[guess.unit]
        ) or (right.value == guess.value and _is_degree(unit, guess.unit))


def _equal(value: Decimal, size: float, other: Decimal, other_size: float) -> bool:
    return value * Decimal(str(size)) == other * Decimal(str(other_size))


def _is_degree(unit: str, other: str) -> bool:
    """Whether one is "degrees" and the other a scale of temperature."""
    sorts = {dimension for name in (unit, other) for dimension, _ in UNITS[name]}
    return "degree" in sorts and not sorts.isdisjoint(TEMPERATURES)


def _asked_unit(text: str) -> str | None:
    degrees: list[str] = [word for word in re.findall(r"[a-z]+", text) if word in TEMPERATURES]
    if len(set(degrees)) == 1:
        return degrees[0]
    for found in _ASKED_UNIT.finditer(text):
        if "percentage" in found.group():
            return "percent"
        word = next((group for group in found.groups() if group), "")
        if word in UNITS and len(word) > 1:
            return word
    return None
