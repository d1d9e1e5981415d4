"""Where days, weeks, months and years begin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.periods import after, before, day_of, start_of
from bot.store.records import Period

SUNDAY = date(2027, 1, 3)
BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")


@pytest.mark.parametrize(
    ("period", "day", "start"),
    [
        (Period.DAY, SUNDAY, SUNDAY),
        (Period.WEEK, SUNDAY, date(2026, 12, 28)),
        (Period.WEEK, SUNDAY + timedelta(days=1), date(2027, 1, 4)),
        (Period.MONTH, SUNDAY, date(2027, 1, 1)),
        (Period.MONTH, date(2024, 2, 29), date(2024, 2, 1)),
        (Period.YEAR, SUNDAY, date(2027, 1, 1)),
        (Period.ALL_TIME, SUNDAY, date(1970, 1, 1)),
    ],
)
def test_a_period_begins_on_its_first_day(period: Period, day: date, start: date) -> None:
    assert start_of(period, day) == start


@given(
    st.sampled_from([period for period in Period if period is not Period.ALL_TIME]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_periods_follow_each_other_without_a_gap(period: Period, day: date) -> None:
    starts = start_of(period, day)
    assert starts <= day < after(period, starts)
    assert before(period, after(period, starts)) == starts
    assert start_of(period, after(period, starts)) == after(period, starts)


def test_nothing_was_before_all_time() -> None:
    assert before(Period.ALL_TIME, date(1970, 1, 1)) is None


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), BERLIN, date(2026, 3, 28)),  # winter time: 23:59
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), BERLIN, date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), BERLIN, date(2026, 3, 29)),  # summer time since 02:00
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), BERLIN, date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), BERLIN, date(2026, 10, 25)),  # winter time again
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), BERLIN, date(2026, 10, 26)),
        (datetime(2026, 1, 1, 11, 0, tzinfo=UTC), AUCKLAND, date(2026, 1, 2)),
    ],
)
def test_days_are_those_of_the_zone_in_summer_and_in_winter(at: datetime, zone: ZoneInfo, day: date) -> None:
    assert day_of(at, zone) == day
