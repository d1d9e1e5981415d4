"""A guess at a number: exact, whatever its writing; a wrong number is never a slip of typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from questions.judging.prompts import Prompt
from questions.judging.quantities import Quantity, read_quantity
from questions.judging.units import SCALES, TEMPERATURES, UNITS
from questions.judging.verdict import Reason, Verdict

_ASKED_UNIT = re.compile(
    r"\bhow (?:many|much) (?:\w+ )??(\w+)|\bin (\w+)(?:,| to the|\?|$)"
    r"|\bwhat (percent)age\b|\b(\w+) per cent\b"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b|(?:first|second|third|fifth|[a-z]th|eighth|ninth|twelfth)\s*$")
_WORD = re.compile(r"[a-z]+")


class NumberJudge:
    """The right numbers, ready to judge guesses."""

    def __init__(self, right: Sequence[Quantity], prompt: Prompt) -> None:
        self._right = right
        self._scales = [SCALES[word] for word in prompt.text.split() if word in SCALES and len(word) > 3]
        self._asked = _asked_unit(prompt.text)
        self._around = prompt.words
        self._counted = "how many" in prompt.text

    def judge(self, text: str) -> Verdict | None:
        """Judge a guess; None where it does not say one number."""
        guess = read_quantity(text, self._around)
        if guess is None:
            return None
        if self._counted and _ORDINAL.search(text.lower()):
            return Verdict(Reason.OTHER_NUMBER)
        if any(self._same(right, guess) for right in self._right):
            return Verdict(Reason.NUMBER)
        same_value = any(right.value == guess.value for right in self._right)
        return Verdict(Reason.OTHER_UNIT if same_value else Reason.OTHER_NUMBER)

    def _same(self, right: Quantity, guess: Quantity) -> bool:
        if guess.scaled is not None and self._same(right, Quantity(guess.scaled)):
            return True
        unit = right.unit or self._asked
        if guess.unit is None or guess.unit == unit:
            if unit == "percent" and guess.fraction:
                return guess.value * 100 == right.value
            return any(right.value == guess.value * scale for scale in (1, *self._scales))
        if unit is None:
            return right.value == guess.value
        return any(
            here == there and right.value * Decimal(str(size)) == guess.value * Decimal(str(other))
            for here, size in UNITS[unit]
            for there, other in UNITS[guess.unit]
        ) or (right.value == guess.value and _is_degree(unit, guess.unit))


def _is_degree(unit: str, other: str) -> bool:
    """Whether one is "degrees" and the other a scale of temperature."""
    sorts = {dimension for name in (unit, other) for dimension, _ in UNITS[name]}
    return "degree" in sorts and not sorts.isdisjoint(TEMPERATURES)


def _asked_unit(text: str) -> str | None:
    degrees = TEMPERATURES.intersection(_WORD.findall(text))
    if len(degrees) == 1:
        return min(degrees)
    for match in _ASKED_UNIT.finditer(text):
        word = next(filter(None, match.groups()), "")
        if word in UNITS and len(word) > 1:
            return word
    return None
