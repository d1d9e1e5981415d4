"""Wrong dates and wrong numbers that could well be right."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TypeVar

from questions.dates import PartialDate

T = TypeVar("T", PartialDate, Decimal)

_TRIES = 60
_YEARS = range(1500, 2101)
_SAID, _SAID_OF_LARGE, _LARGE = 4, 3, 10_000
_CLEARLY_MANY = 8  # units: of fewer, a factor leaves the same number
_SUM, _TIMES = 1000, 3  # steps of a factor to either side; sums are known less exactly than smaller numbers
_FACTOR, _FACTOR_OF_SUM = Decimal("1.3"), Decimal("1.6")
_COARSE = 16  # units: fewer are told one from the next
_LAST_DAY = date.max.toordinal()


def near_dates(
    right: PartialDate, number: int, rng: Random, tempting: Sequence[PartialDate] = ()
) -> list[PartialDate]:
    """So many different dates of the same precision near the right one, ``tempting`` ones first where they
    are near.

    How many of them are earlier is left to chance, so that the right one is as often the first as the last.
    """
    if right.day:
        reach, near = rng.choice((45, 150, 420)), 2
        return _around(
            number, (reach, reach), lambda step: _days_on(right, step), rng, _close(right, tempting, near)
        )
    if right.month:
        return _around(
            number, (12, 12), lambda step: _months_on(right, step), rng, _close(right, tempting, 3)
        )
    reach = max(4, abs(2000 - right.year) // 8)
    down = min(reach, right.year - 1)
    return _around(
        number,
        (down, reach),
        lambda step: PartialDate(right.year + step),
        rng,
        _close(right, tempting, reach),
    )


def rounded(number: Decimal) -> Decimal:
    """The number as one says it: to four digits, from ten thousand on to three."""
    if not number:
        return number
    digits = _SAID if abs(number) < _LARGE else _SAID_OF_LARGE
    step = Decimal(1).scaleb(number.adjusted() - digits + 1)
    return number if step <= 1 and number == int(number) else (number / step).quantize(Decimal(1)) * step


def near_numbers(
    right: Decimal,
    number: int,
    rng: Random,
    tempting: Sequence[Decimal] = (),
    *,
    counted: bool = False,
    within: tuple[Decimal, Decimal] | None = None,
) -> list[Decimal]:
    """So many different numbers near the right one, as round as it and with as many digits after the point;
    ``tempting`` ones first. Of no two is one so near the other that only a book could tell them apart.

    How many of them are smaller is left to chance; none falls to zero or below unless the right one is there.
    What could be a year stands among years, unless it is ``counted``. ``within`` are the least and the
    largest number there can be: no element has the atomic number 200.
    """
    if right < 0:
        mirrored = within and (-within[1], -within[0])
        others = near_numbers(-right, number, rng, [-other for other in tempting], within=mirrored)
        return [-other for other in others]
    unit = _unit(right)
    whole = int(right / unit)
    is_year = unit == 1 and whole in _YEARS and not counted
    known = [(-1 if other < right else 1, other) for other in tempting if other != right]
    is_sum = right >= _SUM or unit != 1
    if whole >= (_CLEARLY_MANY if is_sum else _COARSE) and not is_year:
        base = _FACTOR_OF_SUM if is_sum else _FACTOR

        def times(step: int) -> Decimal:
            factor = base**step * Decimal(rng.randint(95, 105)) / 100
            return (right * factor / unit).quantize(Decimal(1)) * unit

        factors = [base**step for step in range(1, _TIMES + 1)]
        up = sum(within is None or right * factor <= within[1] for factor in factors)
        down = sum(within is None or right / factor >= within[0] for factor in factors)
        if within and up + down < number and (narrow := _in_steps(right, unit, number, within)):
            return _around(number, *narrow, rng, known)
        return _around(number, (max(down, number - up), up), times, rng, known)
    reach = 12 if is_year else max(3, whole * 2 // 5)
    return _around(
        number, (min(reach, max(0, whole - 1)), reach), lambda step: (whole + step) * unit, rng, known
    )


def _in_steps(
    right: Decimal, unit: Decimal, number: int, within: tuple[Decimal, Decimal]
) -> tuple[tuple[int, int], Callable[[int], Decimal]] | None:
    """How many even steps there are down and up between numbers that all lie close together, as ages do, and
    what each step leads to; None where there are too few.
    """
    least, most = within
    step = max(unit, ((most - least) / (2 * number) / unit).quantize(Decimal(1)) * unit)
    down, up = int((right - least) / step), int((most - right) / step)
    return ((down, up), lambda steps: right + steps * step) if down + up >= number else None


def _around(
    number: int,
    reach: tuple[int, int],
    make: Callable[[int], T | None],
    rng: Random,
    tempting: Sequence[tuple[int, T]],
) -> list[T]:
    """``reach`` is how many steps there are down and up; ``tempting`` are values with the side they are
    on. A step is taken once.
    """
    down, up = reach
    below = max(number - up, min(rng.randint(0, number), down))
    found: list[T] = []
    for sign, count, far in ((-1, below, down), (1, number - below, up)):
        chosen = [value for side, value in tempting if side == sign]
        chosen = rng.sample(chosen, min(len(chosen), count, 1))
        taken: set[int] = set()
        for _ in range(_TRIES if far else 0):
            if len(chosen) >= count:
                break
            step = rng.randint(1, far)
            value = None if step in taken else make(sign * step)
            taken.add(step)
            if value is not None and value not in chosen:
                chosen.append(value)
        found += chosen[:count]
    return found


def _close(right: PartialDate, others: Sequence[PartialDate], years: int) -> list[tuple[int, PartialDate]]:
    """The other dates of the same precision that are certainly another time, near enough to tempt."""
    return [
        (-1 if other.parts < right.parts else 1, other)
        for other in dict.fromkeys(others)
        if len(other.parts) == len(right.parts) and other != right and abs(other.year - right.year) <= years
    ]


def _days_on(right: PartialDate, days: int) -> PartialDate | None:
    day = min(right.day, monthrange(right.year, right.month)[1])
    moved = date(right.year, right.month, day).toordinal() + days
    if not 1 <= moved <= _LAST_DAY:
        return None
    other = date(1, 1, 1) + timedelta(days=moved - 1)
    return PartialDate(other.year, other.month, other.day)


def _months_on(right: PartialDate, months: int) -> PartialDate | None:
    year, month = divmod(right.year * 12 + right.month - 1 + months, 12)
    return PartialDate(year, month + 1) if year > 0 else None


def _unit(number: Decimal) -> Decimal:
    """The last place that the number is given to: 0.01 of 2.75, 1 of 13, 50 of 350, 1000 of 42,000."""
    exponent = number.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    while unit > 1 and abs(number) < 8 * unit:
        unit /= 10
    return unit
