"""Dates as precisely as they are known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        return text + f"-{self.day:02}" if self.day else text

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two could be the same day, so that neither is known to be earlier."""
        return all(mine == theirs for mine, theirs in zip(self.parts, other.parts, strict=False))

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)


def parse_date(text: str) -> PartialDate:
    """The date that ``2019-06-14``, ``2019-06`` or ``2019`` stands for.

    Raises ValueError, saying what is wrong and what to do, where the text has another form or the calendar
    has no such day (ISO 8601, years 0001 to 9999).
    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError(f"{text!r} is not a date; write 2019-06-14, 2019-06 or 2019")
    year, month, day = (int(part or 0) for part in form.groups())
    if year == 0:
        raise ValueError(f"{text!r} is not a date: there is no year 0; write 0001 to 9999")
    if form[2] and not 1 <= month <= 12:
        raise ValueError(f"{text!r} is not a date: there is no month {month}; write 01 to 12")
    if form[3] and not 1 <= day <= monthrange(year, month)[1]:
        last = monthrange(year, month)[1]
        raise ValueError(f"{text!r} is not a date: {text[:7]} has the days 01 to {last}")
    return PartialDate(year, month, day)
