"""Dates and numbers as facts.csv writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal

from questions.facts.model import PartialDate

DATE_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
NUMBER_FORM = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def parse_date(text: str) -> PartialDate:
    """The date that ``2019-06-14``, ``2019-06`` or ``2019`` stands for.

    Raises ValueError, saying what is wrong and what to do, where the text has another form or the calendar
    has no such day (ISO 8601, years 0001 to 9999).
    """
    form = DATE_FORM.fullmatch(text)
    if form is None:
        raise ValueError(f"{text!r} is not a date; write 2019-06-14, 2019-06 or 2019")
    year, month, day = (int(part or 0) for part in form.groups())
    if year == 0:
        raise ValueError(f"{text!r} is not a date: there is no year 0; write 0001 to 9999")
    if form[2] and not 1 <= month <= 12:
        raise ValueError(f"{text!r} is not a date: there is no month {month}; write 01 to 12")
    if form[3] and not 1 <= day <= monthrange(year, month)[1]:
        month_text, last = text[:7], monthrange(year, month)[1]
        raise ValueError(f"{text!r} is not a date: {month_text} has the days 01 to {last}")
    return PartialDate(year, month, day)


def parse_number(text: str) -> Decimal:
    """The number that a plain decimal such as ``13``, ``-4`` or ``2.5`` stands for.

    Raises ValueError, saying what is wrong and what to do, for exponents, thousands separators, leading
    zeros, infinities and all else.
    """
    if NUMBER_FORM.fullmatch(text):
        return Decimal(text)
    if "," in text and NUMBER_FORM.fullmatch(text.replace(",", "")):
        reason = "leave out the thousands separators"
    elif text.lower().lstrip("+-") in ("nan", "inf", "infinity"):
        reason = "only a finite number can be an answer"
    else:
        reason = "no exponent, plus sign, unit or leading zero"
    raise ValueError(f"{text!r} is not a plain number such as 13 or 2.5; {reason}")
