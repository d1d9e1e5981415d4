"""Wrong dates and numbers that could well be right."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.dates import PartialDate
from questions.generators.values import near_dates, near_numbers

DATES = st.one_of(
    st.dates().map(lambda date: PartialDate(date.year, date.month, date.day)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1, 9990)),
)


@given(DATES, st.integers(0, 99))
def test_near_dates_are_other_dates_of_the_same_precision(right: PartialDate, seed: int) -> None:
    found = near_dates(right, 3, Random(seed))
    assert right not in found
    assert len(set(found)) == len(found)
    assert {len(date.parts) for date in found} <= {len(right.parts)}
    if 50 < right.year < 9950:
        assert len(found) == 3


@pytest.mark.parametrize("right", [PartialDate(2019, 6, 14), PartialDate(2018, 6), PartialDate(2015)])
def test_the_right_date_is_as_often_the_first_as_the_last(right: PartialDate) -> None:
    earlier = Counter(
        sum(date.parts < right.parts for date in near_dates(right, 3, Random(seed))) for seed in range(400)
    )
    assert set(earlier) == {0, 1, 2, 3}
    assert min(earlier.values()) > 60


def test_dates_of_other_facts_tempt_first_where_they_are_as_precise_and_near() -> None:
    others = [PartialDate(2018, 3, 8), PartialDate(1960, 1, 1), PartialDate(2019), PartialDate(2019, 6, 14)]
    found = {
        date for seed in range(40) for date in near_dates(PartialDate(2019, 6, 14), 3, Random(seed), others)
    }
    assert PartialDate(2018, 3, 8) in found
    assert not found & set(others[1:])


@given(st.integers(1, 10**7), st.sampled_from([1, 10, 100]), st.integers(0, 99))
def test_near_numbers_are_other_positive_numbers_as_exact_as_the_right_one(
    whole: int, parts: int, seed: int
) -> None:
    right = Decimal(whole) / parts
    found = near_numbers(right, 3, Random(seed))
    places = -int(min(0, right.normalize().as_tuple().exponent))
    assert len(set(found)) == 3
    assert right not in found
    assert all(number > 0 and number == round(number, places) for number in found)


@pytest.mark.parametrize("right", [Decimal(13), Decimal("2.75"), Decimal(1969), Decimal(42000)])
def test_the_right_number_is_as_often_the_smallest_as_the_largest(right: Decimal) -> None:
    smaller = Counter(
        sum(number < right for number in near_numbers(right, 3, Random(seed))) for seed in range(400)
    )
    assert set(smaller) == {0, 1, 2, 3}
    assert min(smaller.values()) > 60


@pytest.mark.parametrize(("right", "unit"), [(42000, 1000), (350, 10), (1200, 100)])
def test_a_round_number_stands_among_round_numbers(right: int, unit: int) -> None:
    found = near_numbers(Decimal(right), 3, Random(1))
    assert all(number % unit == 0 for number in found)


@pytest.mark.parametrize("right", [Decimal(24), Decimal(60), Decimal(92), Decimal(110), Decimal("-210")])
def test_numbers_that_are_known_but_roughly_stand_clearly_apart(right: Decimal) -> None:
    for seed in range(50):
        sizes = sorted(abs(number) for number in (right, *near_numbers(right, 3, Random(seed))))
        assert all(other >= one * Decimal("1.15") for one, other in pairwise(sizes))


def test_numbers_that_lie_close_together_stand_among_such_as_there_are() -> None:
    for seed in range(50):
        for age in (42, 57, 69):
            found = near_numbers(Decimal(age), 3, Random(seed), within=(Decimal(42), Decimal(69)))
            assert len({*found, Decimal(age)}) == 4
            assert min(found) >= 42
            assert max(found) <= 69


def test_a_number_stands_among_numbers_that_there_can_be() -> None:
    for seed in range(50):
        for right in (Decimal(40), Decimal(79), Decimal(118)):
            found = near_numbers(right, 3, Random(seed), within=(Decimal(1), Decimal(118)))
            assert len(found) == 3
            assert max(found) <= 125
        cold = near_numbers(Decimal(-210), 3, Random(seed), within=(Decimal(-272), Decimal(3422)))
        assert min(cold) > -290


def test_a_year_stands_among_years_near_it() -> None:
    assert all(abs(number - 1969) <= 12 for number in near_numbers(Decimal(1969), 3, Random(2)))


def test_zero_and_one_have_only_larger_numbers_beside_them() -> None:
    assert all(number > 0 for right in (0, 1) for number in near_numbers(Decimal(right), 3, Random(3)))
