"""Dates and numbers are read exactly, or refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.dates import PartialDate, parse_date
from questions.facts.reading.pack_files import parse_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-06-14", PartialDate(2019, 6, 14)),
        ("2018-06", PartialDate(2018, 6)),
        ("2015", PartialDate(2015)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
        ("0001-01-01", PartialDate(1, 1, 1)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
    ],
)
def test_a_date_is_as_precise_as_its_text(text: str, expected: PartialDate) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "19", "19-2-1", "2019-2-1", "2019-00", "2019-13", "2019-02-30", "2019-06-00", "2019-06-31"),
        *("1900-02-29", "0000", "12019", "-2019", "2019-06-14T00:00", "2019/06/14", "14 June 2019", " 2019"),
        *("2019\n", "２０１９"),
    ],
)
def test_no_other_text_is_a_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_date(text)


@given(st.dates())
def test_every_day_of_the_calendar_can_be_written(day: date) -> None:
    assert parse_date(day.isoformat()) == PartialDate(day.year, day.month, day.day)
    assert str(parse_date(day.isoformat())) == day.isoformat()


@given(st.text())
def test_a_text_that_is_no_date_raises_nothing_but_value_error(text: str) -> None:
    try:
        parsed = parse_date(text)
    except ValueError:
        return
    assert str(parsed) == text


@pytest.mark.parametrize("text", ["0", "13", "-4", "2.5", "0.05", "1000000", "1.50"])
def test_a_plain_number_is_kept_to_the_digit(text: str) -> None:
    assert parse_number(text) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,000", "thousands separators"),
        ("nan", "finite"),
        ("-Infinity", "finite"),
        ("inf", "finite"),
        ("1e5", "no exponent"),
        ("+5", "plus sign"),
        ("05", "leading zero"),
        ("5%", "unit"),
        (".5", "plain number"),
        ("5.", "plain number"),
        ("1 000", "plain number"),
        ("٣", "plain number"),
        ("", "plain number"),
        ("0x10", "plain number"),
        ("1_000", "plain number"),
    ],
)
def test_what_is_no_plain_number_is_refused_with_the_reason(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        parse_number(text)
