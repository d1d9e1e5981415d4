"""Times of day in time zones, over every change of their clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import Weekly, day_in, instant, next_time, streak, time_named

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
INSTANTS = st.datetimes(datetime(2011, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)


def at_berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@given(ZONES, MINUTES, WEEKDAYS, INSTANTS)
def test_each_time_comes_on_its_day_and_as_the_clock_shows_it(
    zone: ZoneInfo, at: time, weekdays: frozenset[int], after: datetime
) -> None:
    coming = next_time(Weekly(at, weekdays), zone, after)
    shown = coming.astimezone(zone)
    assert coming > after
    if shown.time() == at:
        assert shown.weekday() in weekdays
        assert shown.fold == 0
    else:  # the clocks went forward over it
        earlier = (coming - timedelta(days=1)).astimezone(zone)
        assert (earlier.utcoffset() or timedelta()) < (shown.utcoffset() or timedelta())


@given(ZONES, MINUTES, INSTANTS)
def test_a_daily_time_comes_once_a_day_for_a_whole_year(zone: ZoneInfo, at: time, after: datetime) -> None:
    times = [after]
    for _ in range(370):
        times.append(next_time(Weekly(at), zone, times[-1]))
    gaps = [later - earlier for earlier, later in pairwise(times[1:])]
    days = {one.astimezone(zone).date() for one in times[1:]}
    assert all(timedelta(hours=20) <= gap <= timedelta(hours=28) for gap in gaps)
    assert len(days) >= len(times) - 3  # a jump over midnight moves one time to the day after


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-03-28", "01:30"), ("2026-03-29", "01:30"), ("2026-03-30", "00:30")],
)
def test_a_time_that_the_clocks_skip_comes_as_much_later(day: str, expected: str) -> None:
    coming = instant(date.fromisoformat(day), time(2, 30), BERLIN)
    assert f"{coming:%H:%M}" == expected
    if day == "2026-03-29":
        assert f"{coming.astimezone(BERLIN):%H:%M}" == "03:30"


def test_a_time_that_comes_twice_means_the_first() -> None:
    weekly = Weekly(time(2, 30))
    first = next_time(weekly, BERLIN, at_berlin("2026-10-24T12:00"))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_time(weekly, BERLIN, first) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_a_day_that_a_zone_skips_has_no_time_of_its_own() -> None:
    apia = ZoneInfo("Pacific/Apia")  # went over the date line after 29 December 2011
    weekly = Weekly(time(10))
    first = next_time(weekly, apia, datetime(2011, 12, 29, 12, tzinfo=UTC))
    second = next_time(weekly, apia, first)
    third = next_time(weekly, apia, second)
    assert [one.astimezone(apia).day for one in (first, second, third)] == [29, 31, 1]


def test_only_the_chosen_days_count() -> None:
    weekly = Weekly(time(20), frozenset({0, 4}))
    after, seen = at_berlin("2026-06-01T20:00"), []
    for _ in range(3):
        after = next_time(weekly, BERLIN, after)
        seen.append(after.astimezone(BERLIN).strftime("%a %d"))
    assert seen == ["Fri 05", "Mon 08", "Fri 12"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("20:00", time(20)),
        (" 8.30 ", time(8, 30)),
        ("8 pm", time(20)),
        ("12am", time(0)),
        ("12:15 p.m.", time(12, 15)),
        ("20 Uhr", time(20)),
        ("20:15 Uhr", time(20, 15)),
        ("7h", time(7)),
        ("24:00", None),
        ("20:60", None),
        ("13 pm", None),
        ("8", None),
        ("tonight", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, expected: time | None) -> None:
    assert time_named(typed) == expected


@given(ZONES, INSTANTS)
def test_a_day_of_the_zone_ends_at_its_midnight_and_not_before(zone: ZoneInfo, now: datetime) -> None:
    ends = next_time(Weekly(time()), zone, now)
    assert day_in(zone, ends - timedelta(seconds=1)) < day_in(zone, ends)
    assert day_in(zone, now) == day_in(zone, ends - timedelta(seconds=1))


TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("days_ago", "length"),
    [((), 0), ((0,), 1), ((1,), 1), ((2,), 0), ((0, 1, 2, 4), 3), ((1, 2, 3), 3), ((0, 2, 3), 1)],
)
def test_a_streak_counts_back_from_today_or_from_yesterday(days_ago: tuple[int, ...], length: int) -> None:
    assert streak({TODAY - timedelta(days=ago) for ago in days_ago}, TODAY) == length
