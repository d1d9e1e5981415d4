"""Shares of what was counted, and how sure one can be of them."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

SURE = 1.645
"""Standard deviations: one true share in twenty is below the lower bound, and one above the upper."""

SKIPS_COUNT = 8
"""After so many askings a question is asked less often for having been skipped."""

LEAST_WEIGHT = 0.1
"""How often a question is still asked, beside the others, that everybody skips."""


class Bounds(NamedTuple):
    """Between what the true share is likely to lie."""

    low: float
    high: float


def bounds(part: int, whole: int) -> Bounds:
    """Wilson's interval for the share of ``part`` in ``whole``; from 0 to 1 where nothing was counted."""
    if whole <= 0:
        return Bounds(0.0, 1.0)
    share, square = part / whole, SURE * SURE / whole
    middle = (share + square / 2) / (1 + square)
    reach = SURE * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return Bounds(max(middle - reach, 0.0), min(middle + reach, 1.0))


def weight(asked: int, skipped: int) -> float:
    """How often a question is asked that was skipped so often, beside one that never is: 1 or less.

    It falls with the least share of players who skip it, so that few skips mean little.
    """
    if asked < SKIPS_COUNT or not skipped:
        return 1.0
    return 1 - (1 - LEAST_WEIGHT) * bounds(skipped, asked).low
