"""Times of day on days of the week, in a time zone, whatever its clocks do. Pure: no clock in here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\.?|uhr|h)?", re.I)


@dataclass(frozen=True, slots=True)
class Weekly:
    """A time of day, in whole minutes, on these days of the week: 0 is Monday."""

    at: time
    weekdays: frozenset[int] = EVERY_DAY


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the clocks of the zone show this time, in UTC.

    A time that comes twice, where the clocks go back, means the first. One that they skip, where they go
    forward, means as long after the jump as it would have been after: 2:30 is 3:30 on that day.
    """
    return datetime.combine(day, at, zone).replace(fold=0).astimezone(UTC)


def next_time(weekly: Weekly, zone: ZoneInfo, after: datetime) -> datetime:
    """The first of these times that is later than ``after``, in UTC."""
    today = after.astimezone(zone).date()
    days = (today + timedelta(days=number) for number in range(-2, 10))  # a zone may skip a whole day
    return min(at for at in _times(weekly, zone, days) if at > after)


def _times(weekly: Weekly, zone: ZoneInfo, days: Iterator[date]) -> Iterator[datetime]:
    return (instant(day, weekly.at, zone) for day in days if day.weekday() in weekly.weekdays)


def day_in(zone: ZoneInfo, at: datetime) -> date:
    """The day that it is in the zone."""
    return at.astimezone(zone).date()


def streak(days: Collection[date], today: date) -> int:
    """How many of these days follow each other up to today, or to yesterday while today is not among them."""
    day, length = today if today in days else today - timedelta(days=1), 0
    while day in days:
        day, length = day - timedelta(days=1), length + 1
    return length


def time_named(typed: str) -> time | None:
    """``20:00``, ``8 pm``, ``8.30 p.m.``, ``20 Uhr``; None for what is no time of day."""
    match = TIME.fullmatch(typed.strip())
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").casefold()
    if half[:1] in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    elif not half and match["minute"] is None:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None
