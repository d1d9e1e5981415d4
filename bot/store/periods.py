"""Days, ISO weeks, months and years, each by its first day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from bot.store.records import Period

FIRST_DAY = date(1970, 1, 1)


def day_of(at: datetime, zone: tzinfo) -> date:
    """The day that an instant falls on in a time zone."""
    return at.astimezone(zone).date()


def start_of(period: Period, day: date) -> date:
    """The first day of the period that a day falls in; all time has one and the same."""
    match period:
        case Period.DAY:
            return day
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.YEAR:
            return day.replace(month=1, day=1)
        case Period.ALL_TIME:
            return FIRST_DAY


def before(period: Period, starts: date) -> date | None:
    """The first day of the period before; there is none before all time."""
    return None if period is Period.ALL_TIME else start_of(period, starts - timedelta(days=1))


def after(period: Period, starts: date) -> date:
    """The first day of the period after; all time has none, and gets one that nobody lives to see."""
    match period:
        case Period.DAY:
            return starts + timedelta(days=1)
        case Period.WEEK:
            return starts + timedelta(weeks=1)
        case Period.MONTH:
            return (starts + timedelta(days=31)).replace(day=1)
        case Period.YEAR:
            return starts.replace(year=starts.year + 1)
        case Period.ALL_TIME:
            return date.max
