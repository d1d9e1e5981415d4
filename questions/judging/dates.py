"""Dates, as precisely as they are said: days, months, years, decades, centuries, ranges of years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from questions.judging.fillers import NEGATIONS, say_nothing, without
from questions.judging.lexicon.reading import entries, word_set
from questions.judging.normalise import clean, words
from questions.judging.prompts import Prompt
from questions.judging.verdict import Mark, Verdict

_MONTH_NAMES = """
january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct
november nov|december dec
"""
MONTHS = {name: number for number, names in enumerate(entries(_MONTH_NAMES), 1) for name in names.split()}
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{1,4}))?(?!\d)")
_RANGE = re.compile(r"(\d{3,4})\s?(?:-|to|until|till|through|and|–)\s?(\d{2,4})(?!\d)")
_ERA = re.compile(
    r"(?<![a-z])(bce?|b\.c\.?(?:e\.?)?|before christ|before the common era|ad|a\.d\.?|ce|c\.e\.?)(?!\w)"
)
_ORDINAL = re.compile(
    r"\d(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth)\b"
)
_FILLERS = word_set(
    """the of in on at by year years day days date month circa ca c around about approximately ad ce bc bce
    early mid late during from between back monday tuesday wednesday thursday friday saturday sunday mon tue
    tues wed thu thur thurs fri sat sun was it is that decade a an
    """
)


@dataclass(frozen=True, slots=True)
class Date:
    """What was said of a date. Years before Christ are negative; ``span`` is 10 or 100 for a decade or a
    century.

    ``year`` is then its first year; ``short`` says that the century was left out; ``until`` ends a range;
    ``era`` says that BC or AD was said.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: int = 1
    short: bool = False
    until: int | None = None
    era: bool = False


def read_dates(text: str) -> tuple[Date, ...]:
    """All readings of a text that says one date: "5/3/1998" has two; none where it says none."""
    cleaned = clean(text[:200]).strip(" .!?")
    era = _ERA.search(cleaned)
    ranges = tuple(_range(found, cleaned)) if (found := _RANGE.search(cleaned)) else ()
    body = _ERA.sub(" ", cleaned)
    if found := _NUMERIC.search(body):
        rest = body[: found.start()] + " " + body[found.end() :]
        if any(character.isdigit() for character in rest):
            return ()
        return (*ranges, *_numeric(found)) if _only_fillers(words(rest)) else ()
    readings = ranges or _textual(body)
    if era is None:
        return readings
    sign = _before_christ if era.group().startswith("b") else _after_christ
    return tuple(sign(date) for date in readings if not date.short)


def _only_fillers(rest: Sequence[str]) -> bool:
    return say_nothing(rest) or say_nothing([word for word in rest if word not in _FILLERS])


def _before_christ(date: Date) -> Date:
    if date.year is None:
        return date
    first = {1: -date.year, 10: -date.year - 9, 100: -date.year - 100}[date.span]
    return replace(date, year=first, era=True)


def _after_christ(date: Date) -> Date:
    return replace(date, era=True)


def _range(found: re.Match[str], cleaned: str) -> Iterator[Date]:
    start, end = found.groups()
    end = start[: len(start) - len(end)] + end
    if int(start) < int(end) and _only_fillers(
        words(cleaned[: found.start()] + " " + cleaned[found.end() :])
    ):
        yield Date(int(start), until=int(end))


def _numeric(found: re.Match[str]) -> Iterator[Date]:
    one, two, three = (int(group) if group else None for group in found.groups())
    size = [len(group or "") for group in found.groups()]
    if three is None:
        yield from _two_numbers(one or 0, two or 0, size[0], "." in found.group())
    elif size[0] > 2:
        yield from _checked(one, two, three)
    else:
        short = size[2] < 3
        yield from _checked(three, two, one, short)
        if one != two:
            yield from _checked(three, one, two, short)


def _two_numbers(one: int, two: int, size: int, point: bool) -> Iterator[Date]:
    if size > 2:
        yield from _checked(one, two, None)
    elif not point:
        yield from _checked(None, two, one)
        if one != two:
            yield from _checked(None, one, two)


def _checked(year: int | None, month: int | None, day: int | None, short: bool = False) -> Iterator[Date]:
    if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31):
        yield Date(year, month, day, short=short)


def _textual(body: str) -> tuple[Date, ...]:
    month_year = re.fullmatch(r"(\d{1,2})\s?[/.-]\s?(\d{4})", body)
    if month_year:
        return tuple(_checked(int(month_year.group(2)), int(month_year.group(1)), None))
    said = without(words(body))
    if any(word in NEGATIONS or word == "or" for word in said):
        return ()
    ordinal = bool(_ORDINAL.search(body))
    short = bool(re.search(r"'\d", body))
    months = [MONTHS[word] for word in said if word in MONTHS]
    numbers = [word for word in said if word[0].isdigit()]
    others = [word for word in said if word not in MONTHS and not word[0].isdigit() and word not in _FILLERS]
    if (
        len(others) == 1
        and (others[0] in ("century", "cent") or (ordinal and others[0] == "c"))
        and len(numbers) == 1
    ):
        return _century(numbers[0])
    if others or len(months) > 1 or len(numbers) > 2 or not (months or numbers):
        return ()
    if any(len(number) > 6 or "." in number for number in numbers):
        return ()
    if months:
        return tuple(_with_month(months[0], numbers))
    return _without_month(numbers, ordinal, short)


def _century(number: str) -> tuple[Date, ...]:
    return (Date((int(number) - 1) * 100, span=100),) if number.isdigit() and 0 < int(number) < 100 else ()


def _with_month(month: int, numbers: Sequence[str]) -> Iterator[Date]:
    if any(not number.isdigit() for number in numbers):
        return
    values = [int(number) for number in numbers]
    if not values:
        yield Date(None, month)
    elif len(values) == 1:
        if len(numbers[0]) > 2:
            yield Date(values[0], month)
        else:
            yield from _checked(None, month, values[0])
            if values[0] > 31:
                yield Date(values[0], month, short=True)
    else:
        long = [at for at, number in enumerate(numbers) if len(number) > 2 or int(number) > 31]
        at = long[0] if long else 1
        yield from _checked(values[at], month, values[1 - at], len(numbers[at]) < 3)


def _without_month(numbers: Sequence[str], ordinal: bool, short: bool) -> tuple[Date, ...]:
    if len(numbers) != 1:
        return ()
    number = numbers[0]
    if number.endswith("s"):
        return _decade(number[:-1])
    value = int(number)
    if ordinal:
        readings = [Date(None, None, value)] if value <= 31 else []
        return (*readings, *(replace(date, short=True) for date in _century(number)))
    return (Date(value), Date(value, short=True)) if short else (Date(value),)


def _decade(number: str) -> tuple[Date, ...]:
    if not number.isdigit() or number[-1] != "0":
        return ()
    value = int(number)
    if len(number) < 3:
        return (Date(value, span=10, short=True), Date(value, span=10))
    return (Date(value, span=100), Date(value, span=10)) if value % 100 == 0 else (Date(value, span=10),)


class DateJudge:
    """The right dates, ready to judge guesses."""

    def __init__(self, right: Sequence[Date], prompt: Prompt) -> None:
        self._right = right
        self._prompt_years = {
            int(number) for number in prompt.numbers if number.isdigit() and len(number) == 4
        }

    def judge(self, text: str) -> Verdict | None:
        """Judge a guess; None where it does not say one date."""
        guesses = read_dates(text)
        if not guesses:
            return None
        marks = {self._mark(right, guess) for right in self._right for guess in guesses}
        if Mark.CORRECT in marks:
            return Verdict(Mark.CORRECT, "The date is right.")
        if Mark.CLOSE in marks:
            return Verdict(Mark.CLOSE, "Right as far as it goes; more precisely, please.")
        return Verdict(Mark.WRONG, "That is another date.")

    def _mark(self, right: Date, guess: Date) -> Mark:
        if right.until or guess.until:
            return self._mark_range(right, guess)
        if right.span > 1:
            century = right.span == guess.span == 100 and right.year == guess.year
            decade = right.span == guess.span == 10 and _same_year(right, guess)
            same = century or decade or _is_number_of_century(right, guess)
            return Mark.CORRECT if same else Mark.WRONG
        if guess.span == 100 and guess.short:
            return Mark.WRONG
        if guess.span > 1:
            inside = right.year is not None and _in_span(right.year, guess)
            return Mark.CLOSE if inside else Mark.WRONG
        return self._mark_parts(right, guess)

    def _mark_range(self, right: Date, guess: Date) -> Mark:
        if right.until and guess.until:
            return Mark.CORRECT if (right.year, right.until) == (guess.year, guess.until) else Mark.WRONG
        alone = right.until and guess.span == 1 and guess.month is None and guess.day is None
        return Mark.CLOSE if alone and guess.year in (right.year, right.until) else Mark.WRONG

    def _mark_parts(self, right: Date, guess: Date) -> Mark:
        pairs = [(right.month, guess.month), (right.day, guess.day)]
        if any(mine is not None and theirs is not None and mine != theirs for mine, theirs in pairs):
            return Mark.WRONG
        if right.year is None and right.day is None and guess.year is not None:
            return Mark.WRONG
        if right.year is not None and guess.year is not None and not _same_year(right, guess):
            era_left_out = right.year == -guess.year and right.year < 0 and not guess.era
            return Mark.CLOSE if era_left_out else Mark.WRONG
        if guess.day is not None and guess.month is None and guess.year is None:
            return Mark.CLOSE if guess.day == right.day else Mark.WRONG
        told = right.year in self._prompt_years and right.month is not None
        if told and guess.month is None and guess.day is None:
            return Mark.WRONG
        if not any(
            mine is not None and theirs is not None for mine, theirs in [*pairs, (right.year, guess.year)]
        ):
            return Mark.WRONG
        missing = [mine for mine, theirs in pairs if mine is not None and theirs is None]
        if right.year is not None and guess.year is None and not told:
            missing.append(right.year)
        if not missing and guess.short and guess.month is None:
            return Mark.CLOSE
        return Mark.CLOSE if missing else Mark.CORRECT


def _is_number_of_century(right: Date, guess: Date) -> bool:
    if right.span < 100 or right.year is None or guess != Date(guess.year, short=guess.short):
        return False
    return guess.year == right.year // 100 + 1


def _same_year(right: Date, guess: Date) -> bool:
    if right.year is None or guess.year is None:
        return False
    return right.year % 100 == guess.year if guess.short and right.year > 0 else right.year == guess.year


def _in_span(year: int, guess: Date) -> bool:
    if guess.year is None:
        return False
    start = guess.year if not guess.short else year - year % 100 + guess.year
    return start <= year < start + guess.span
