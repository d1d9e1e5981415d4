"""Bounds of shares, and how often a question is asked that players skip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game.shares import LEAST_WEIGHT, SKIPS_COUNT, bounds, weight

COUNTS = st.integers(0, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@given(COUNTS)
def test_the_share_lies_between_its_bounds(counts: tuple[int, int]) -> None:
    part, whole = counts
    low, high = bounds(part, whole)
    assert 0 <= low <= high <= 1
    if whole:
        assert low - 1e-9 <= part / whole <= high + 1e-9


@given(COUNTS)
def test_more_of_the_same_makes_surer(counts: tuple[int, int]) -> None:
    part, whole = counts
    few, many = bounds(part, whole), bounds(4 * part, 4 * whole)
    assert many.high - many.low <= few.high - few.low


@given(COUNTS)
def test_a_weight_falls_with_the_skips_and_never_to_nothing(counts: tuple[int, int]) -> None:
    skipped, asked = counts
    assert LEAST_WEIGHT < weight(asked, skipped) <= 1
    if skipped:
        assert weight(asked, skipped) <= weight(asked, skipped - 1)


@pytest.mark.parametrize(
    ("asked", "skipped", "expected"),
    [
        (2, 2, 1.0),
        (SKIPS_COUNT - 1, SKIPS_COUNT - 1, 1.0),
        (100, 0, 1.0),
        (8, 8, 0.33),
        (20, 1, 0.99),
        (20, 10, 0.70),
        (200, 100, 0.60),
        (200, 180, 0.23),
    ],
)
def test_few_skips_mean_little_and_many_mean_much(asked: int, skipped: int, expected: float) -> None:
    assert weight(asked, skipped) == pytest.approx(expected, abs=0.01)
