"""Days, ISO weeks and months, in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.store.records import Period

FIRST_DAY = date(1970, 1, 1)


def start_of(period: Period, at: datetime) -> date:
    """The first day of the period that an instant falls in; all time has one and the same."""
    day = at.astimezone(UTC).date()
    match period:
        case Period.DAY:
            return day
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.ALL_TIME:
            return FIRST_DAY
