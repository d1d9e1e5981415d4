"""Dates, as precisely as they are said: days, months, years, decades, centuries, ranges of years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from questions.grammar import english
from questions.judging.fillers import NEGATIONS, say_nothing, without
from questions.judging.normalise import clean, words
from questions.judging.prompts import Prompt
from questions.judging.verdict import Mark, Reason, Verdict
from questions.judging.word_lists import word_set

MONTHS = {
    short: number
    for number, name in enumerate(map(str.lower, english.MONTHS), 1)
    for short in (name, name[:3])
} | {"sept": 9}
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{1,4}))?(?!\d)")
_RANGE = re.compile(r"(\d{3,4})\s?(?:-|to|until|till|through|and)\s?(\d{2,4})(?!\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{4})")
_ERA = re.compile(
    r"(?<![a-z])(bce?|b\.c\.?(?:e\.?)?|before christ|before the common era|ad|a\.d\.?|ce|c\.e\.?)(?!\w)"
)
_ORDINAL = re.compile(rf"\d(?:st|nd|rd|th)\b|\b(?:{'|'.join(english.ORDINALS[1:])})\b|(?:teenth|tieth)\b")
_SHORT_YEAR = re.compile(r"'\d")
_FILLERS = word_set(
    """the of in on at by year years day days date month circa ca c around about approximately ad ce bc bce
    early mid late during from between back monday tuesday wednesday thursday friday saturday sunday mon
    tue tues wed thu thur thurs fri sat sun was it is that decade a an"""
)
_LONGEST = 200
_OPEN_QUESTION = re.compile(r"\bwhen\b")


@dataclass(frozen=True, slots=True)
class Date:
    """What was said of a date. Years before Christ are negative; ``span`` is 10 or 100 for a decade or a
    century, and ``year`` then its first year.

    ``short`` says that the century was left out; ``until`` ends a range; ``era`` says that BC or AD was said.
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
    cleaned = clean(text[:_LONGEST]).strip(" .!?")
    era = _ERA.search(cleaned)
    match = _RANGE.search(cleaned)
    ranges = tuple(_range(match, cleaned)) if match else ()
    body = _ERA.sub(" ", cleaned)
    if match := _NUMERIC.search(body):
        rest = body[: match.start()] + " " + body[match.end() :]
        return (*ranges, *_numeric(match)) if _only_fillers(rest) else ()
    readings = ranges or _in_words(body)
    if era is None:
        return readings
    dated = _before_christ if era.group().startswith("b") else _after_christ
    return tuple(dated(date) for date in readings if not date.short)


def _only_fillers(rest: str) -> bool:
    tokens = words(rest)
    return say_nothing(tokens) or say_nothing([word for word in tokens if word not in _FILLERS])


def _before_christ(date: Date) -> Date:
    if date.year is None:
        return date
    return replace(date, year=-date.year - (date.span if date.span == 100 else date.span - 1), era=True)


def _after_christ(date: Date) -> Date:
    return replace(date, era=True)


def _range(match: re.Match[str], cleaned: str) -> Iterator[Date]:
    start, end = match.groups()
    end = start[: len(start) - len(end)] + end
    if int(start) < int(end) and _only_fillers(cleaned[: match.start()] + " " + cleaned[match.end() :]):
        yield Date(int(start), until=int(end))


def _numeric(match: re.Match[str]) -> Iterator[Date]:
    one, two, three = (int(group) if group else None for group in match.groups())
    sizes = [len(group or "") for group in match.groups()]
    if three is None and sizes[0] > 2:
        yield from _checked(one, two, None)
    elif three is None and "." not in match.group():
        yield from _either_order(None, one, two)
    elif three is not None and sizes[0] > 2:
        yield from _checked(one, two, three)
    elif three is not None:
        yield from _either_order(three, one, two, short=sizes[2] < 3)


def _either_order(
    year: int | None, one: int | None, two: int | None, *, short: bool = False
) -> Iterator[Date]:
    yield from _checked(year, two, one, short)
    if one != two:
        yield from _checked(year, one, two, short)


def _checked(year: int | None, month: int | None, day: int | None, short: bool = False) -> Iterator[Date]:
    if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31):
        yield Date(year, month, day, short=short)


def _in_words(body: str) -> tuple[Date, ...]:
    if match := _MONTH_YEAR.fullmatch(body):
        return tuple(_checked(int(match[2]), int(match[1]), None))
    tokens = without(words(body))
    if "or" in tokens or not NEGATIONS.isdisjoint(tokens):
        return ()
    ordinal = bool(_ORDINAL.search(body))
    months = [MONTHS[word] for word in tokens if word in MONTHS]
    numbers = [word for word in tokens if word[0].isdigit()]
    others = [
        word for word in tokens if word not in MONTHS and not word[0].isdigit() and word not in _FILLERS
    ]
    if len(numbers) == 1 and (others == ["century"] or (ordinal and others == ["c"])):
        return _century(numbers[0])
    if others or len(months) > 1 or len(numbers) > 2 or not (months or numbers):
        return ()
    if any(len(number) > 6 or "." in number for number in numbers):
        return ()
    if months:
        return tuple(_with_month(months[0], numbers))
    return _without_month(numbers, ordinal, bool(_SHORT_YEAR.search(body)))


def _century(number: str) -> tuple[Date, ...]:
    if number.isdigit() and len(number) < 3 and int(number):
        return (Date((int(number) - 1) * 100, span=100),)
    return ()


def _with_month(month: int, numbers: Sequence[str]) -> Iterator[Date]:
    if not all(number.isdigit() for number in numbers):
        return
    values = [int(number) for number in numbers]
    long = [at for at, number in enumerate(numbers) if len(number) > 2 or values[at] > 31]
    if not values:
        yield Date(None, month)
    elif len(values) == 2:
        at = long[0] if long else 1
        yield from _checked(values[at], month, values[1 - at], len(numbers[at]) < 3)
    elif long:
        yield Date(values[0], month, short=len(numbers[0]) < 3)
    else:
        yield from _checked(None, month, values[0])


def _without_month(numbers: Sequence[str], ordinal: bool, short: bool) -> tuple[Date, ...]:
    if len(numbers) != 1:
        return ()
    if numbers[0].endswith("s"):
        return _decade(numbers[0][:-1])
    value = int(numbers[0])
    if ordinal:
        readings = [Date(None, None, value)] if value <= 31 else []
        return (*readings, *(replace(date, short=True) for date in _century(numbers[0])))
    return (Date(value), Date(value, short=True)) if short else (Date(value),)


def _decade(number: str) -> tuple[Date, ...]:
    if not number.isdigit() or number[-1] != "0":
        return ()
    decade = Date(int(number), span=10)
    if len(number) < 3:
        return (replace(decade, short=True), decade)
    return (Date(int(number), span=100), decade) if number.endswith("00") else (decade,)


class DateJudge:
    """The right dates, ready to judge guesses. ``lenient`` takes the year for a day where the question does
    not ask for more than "when".
    """

    def __init__(self, right: Sequence[Date], prompt: Prompt, *, lenient: bool = False) -> None:
        self._right = right
        self._told = {int(number) for number in prompt.numbers if number.isdigit() and len(number) == 4}
        self._year_is_enough = lenient and bool(_OPEN_QUESTION.search(prompt.text))

    def judge(self, text: str) -> Verdict | None:
        """Judge a guess; None where it does not say one date."""
        guesses = read_dates(text)
        if not guesses:
            return None
        marks = {self._mark(right, guess) for right in self._right for guess in guesses}
        if Mark.CORRECT in marks:
            return Verdict(Reason.DATE)
        return Verdict(Reason.LESS_PRECISE) if Mark.CLOSE in marks else Verdict(Reason.OTHER_DATE)

    def _mark(self, right: Date, guess: Date) -> Mark:
        if right.until or guess.until:
            return _mark_range(right, guess)
        if right.span > 1:
            same = right.span == guess.span and (right.year == guess.year or _is_decade(right, guess))
            return Mark.CORRECT if same or _is_number_of_century(right, guess) else Mark.WRONG
        if guess.span > 1:
            inside = not (guess.span == 100 and guess.short) and _in_span(right.year, guess)
            return Mark.CLOSE if inside else Mark.WRONG
        return self._mark_parts(right, guess)

    def _mark_parts(self, right: Date, guess: Date) -> Mark:
        told = right.year in self._told and right.month is not None
        pairs = ((right.month, guess.month), (right.day, guess.day))
        if any(mine is not None and theirs is not None and mine != theirs for mine, theirs in pairs):
            return Mark.WRONG
        if right.year is None and right.day is None and guess.year is not None:
            return Mark.WRONG
        if right.year is not None and guess.year is not None and not _same_year(right, guess):
            era_left_out = right.year == -guess.year and right.year < 0 and not guess.era
            return Mark.CLOSE if era_left_out else Mark.WRONG
        if told and guess.month is None and guess.day is None:
            return Mark.WRONG
        if all(mine is None or theirs is None for mine, theirs in (*pairs, (right.year, guess.year))):
            return Mark.WRONG
        if guess.month is None and guess.year is not None and (guess.short or right.month is not None):
            return Mark.CORRECT if self._year_is_enough and not guess.short else Mark.CLOSE
        missing = any(mine is not None and theirs is None for mine, theirs in pairs)
        missing = missing or (right.year is not None and guess.year is None and not told)
        return Mark.CLOSE if missing else Mark.CORRECT


def _mark_range(right: Date, guess: Date) -> Mark:
    if right.until and guess.until:
        return Mark.CORRECT if (right.year, right.until) == (guess.year, guess.until) else Mark.WRONG
    alone = right.until and guess == Date(guess.year, short=guess.short, era=guess.era)
    return Mark.CLOSE if alone and guess.year in (right.year, right.until) else Mark.WRONG


def _is_decade(right: Date, guess: Date) -> bool:
    return right.span == 10 and _same_year(right, guess)


def _is_number_of_century(right: Date, guess: Date) -> bool:
    if right.span < 100 or right.year is None or guess != Date(guess.year, short=guess.short):
        return False
    return guess.year == right.year // 100 + 1


def _same_year(right: Date, guess: Date) -> bool:
    if right.year is None or guess.year is None:
        return False
    return right.year % 100 == guess.year if guess.short and right.year > 0 else right.year == guess.year


def _in_span(year: int | None, guess: Date) -> bool:
    if guess.year is None or year is None:
        return False
    start = guess.year if not guess.short else year - year % 100 + guess.year
    return start <= year < start + guess.span
