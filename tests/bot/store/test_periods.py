"""Where days, weeks and months begin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.store.periods import start_of
from bot.store.records import Period

SUNDAY = datetime(2027, 1, 3, 23, 59, 59, 999_999, tzinfo=UTC)
EAST = timezone(timedelta(hours=14))


@pytest.mark.parametrize(
    ("period", "at", "start"),
    [
        (Period.DAY, SUNDAY, date(2027, 1, 3)),
        (Period.WEEK, SUNDAY, date(2026, 12, 28)),
        (Period.MONTH, SUNDAY, date(2027, 1, 1)),
        (Period.ALL_TIME, SUNDAY, date(1970, 1, 1)),
        (Period.WEEK, SUNDAY + timedelta(microseconds=1), date(2027, 1, 4)),
        (Period.DAY, SUNDAY.astimezone(EAST), date(2027, 1, 3)),
        (Period.MONTH, datetime(2024, 2, 29, tzinfo=UTC), date(2024, 2, 1)),
    ],
)
def test_a_period_begins_on_its_first_utc_day(period: Period, at: datetime, start: date) -> None:
    assert start_of(period, at) == start
