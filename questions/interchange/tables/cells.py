"""What one cell says: nothing, a number with its unit, a date, yes or no, several things."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from questions.dates import PartialDate
from questions.grammar.english import MONTHS

_UNKNOWN = frozenset(
    {"", "-", "–", "—", "?", "??", "???", "n/a", "n.a.", "n. a.", "#n/a", "#ref!", "#value!", "#div/0!"}
    | {"#name?", "#null!", "#num!", "nil", "null", "unknown", "none known", "tbd", "tba", "tbc", ".", ".."}
    | {"other", "others", "misc", "misc.", "miscellaneous", "various"}
    | {"...", "…", "none", "not available", "not applicable", "no data", "k. a.", "k.a.", "unbekannt"}
)  # fmt: skip
_LONGEST_UNKNOWN = max(map(len, _UNKNOWN))
_FOOTNOTE = re.compile(r"\s*(?:\[[\w .,]{1,12}\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+)$")
_MARK_OF_POWER = re.compile(r"(?:\b|\d)[a-z]{1,3}[²³]$", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "t", "✓", "✔", "x", "ja", "wahr", "1"})
_NO = frozenset({"no", "n", "false", "f", "✗", "✘", "nein", "falsch", "0"})
_LINK = re.compile(r"(?:https?://|www\.|mailto:)\S+$|\S+@\S+\.\w+$", re.IGNORECASE)

_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|–|—|to|bis)\s*(\d+(?:\.\d+)?)\s*[^\d\s]{0,10}", re.IGNORECASE)

_NUMBER = re.compile(
    r"(?P<about>~|≈|ca?\.|circa|about|approx\.?|c\.)?\s*"
    r"(?P<before>US\$|[$€£¥])?\s*(?P<sign>[-−+])?\s*(?P<before2>US\$|[$€£¥])?\s*"
    r"(?P<digits>\d[\d.,'’ \u00a0\u202f]*\d|\d|[.,]\d+)\s*"
    r"(?P<after>[^\d\s][^\d]{0,24})?$",
    re.IGNORECASE,
)
_SCALES = {
    "k": 3, "thousand": 3, "tsd": 3, "m": 6, "mn": 6, "mio": 6, "mm": 6, "million": 6, "millions": 6,
    "bn": 9, "b": 9, "billion": 9, "billions": 9, "mrd": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
_SCALE = re.compile(rf"({'|'.join(sorted(_SCALES, key=len, reverse=True))})\.?(?![a-z])\s*", re.IGNORECASE)
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_GERMAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|,\d+")
_BLANKS = re.compile(r"(?<=\d)['’ \u00a0\u202f](?=\d{3}(?!\d))")

_MONTHS = {month[:3].casefold(): number for number, month in enumerate(MONTHS, 1)} | {
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "sept": 9,
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\d\d:\d\d.*)?")
_SLASHED = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"(\d{3,4})(?:\s*(?:AD|CE))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([A-Za-zä]{3,9})\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-zä]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([A-Za-zä]{3,9})\.?,?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a cell writes it, with the unit that stands beside it."""

    number: Decimal
    unit: str = ""


def is_unknown(text: str) -> bool:
    """Whether a cell says nothing."""
    if text in ("NA", "NaN", "nan"):  # Na is sodium
        return True
    if len(text) > _LONGEST_UNKNOWN:
        return False
    return text.casefold() in _UNKNOWN or not any(char.isalnum() or char in "✓✔✗✘" for char in text)


def without_footnotes(text: str) -> str:
    """ "Peru[2]" and "Peru*" without their marks; "12 km²" keeps its power."""
    while (found := _FOOTNOTE.search(text)) and found.start() and not _MARK_OF_POWER.search(text):
        text = text[: found.start()]
    return text


def is_range(text: str) -> bool:
    """Whether a cell gives two numbers, the smaller first: "21-24", "10 to 12 years". The score of a match
    may be the other way round.
    """
    found = _RANGE.fullmatch(text)
    return found is not None and float(found[1]) < float(found[2])


def is_link(text: str) -> bool:
    return _LINK.fullmatch(text) is not None


def yes_or_no(text: str) -> bool | None:
    """What a cell of a column of yes and no says; None where it is neither."""
    low = text.casefold()
    return True if low in _YES else False if low in _NO else None


@lru_cache(maxsize=2**14)
def number_styles(text: str) -> frozenset[str]:
    """In which styles the digits of a cell can be read: "english" (1,234.5) or "german" (1.234,5)."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return frozenset()
    digits = _BLANKS.sub("", found["digits"])
    styles = {"english": _ENGLISH, "german": _GERMAN}
    return frozenset(name for name, form in styles.items() if form.fullmatch(digits))


@lru_cache(maxsize=2**14)
def quantity(text: str, style: str) -> Quantity | None:
    """The number that a cell writes in this style, with the scale of its words in it ("3.2M"); None if it is
    none.
    """
    found = _NUMBER.fullmatch(text)
    if found is None or style not in number_styles(text):
        return None
    digits = _BLANKS.sub("", found["digits"])
    digits = digits.replace(",", "") if style == "english" else digits.replace(".", "").replace(",", ".")
    number = Decimal(digits) * (-1 if found["sign"] in ("-", "−") else 1)
    money, unit = found["before"] or found["before2"] or "", (found["after"] or "").strip()
    if scale := _SCALE.match(unit):
        is_metre = scale[1] in ("m", "mm") and not money and scale.end() == len(unit)
        if not is_metre:
            number, unit = number.scaleb(_SCALES[scale[1].casefold()]), unit[scale.end() :]
    return Quantity(number, (money or unit).strip(" ."))


def date_orders(text: str) -> frozenset[str]:
    """In which orders a date such as 03/04/2019 can be read, "dmy" and "mdy"; empty where it is no such."""
    found = _SLASHED.fullmatch(text)
    if found is None:
        return frozenset()
    one, other = int(found[1]), int(found[3])
    orders = {"dmy": (one, other), "mdy": (other, one)}
    year = int(found[4])
    return frozenset(name for name, (day, month) in orders.items() if _is_day(year, month, day))


def date(text: str, order: str | None) -> PartialDate | None:
    """The date of a cell. Of 03/04/2019 only the year is known where the order is not."""
    if found := _SLASHED.fullmatch(text):
        orders, year = date_orders(text), int(found[4])
        if not orders:
            return None
        one, other = int(found[1]), int(found[3])
        use = order if order in orders else next(iter(orders)) if len(orders) == 1 and not order else None
        if use is None and one != other:
            return PartialDate(year) if order is None else None
        day, month = (one, other) if use == "dmy" else (other, one)
        return PartialDate(year, month, day)
    return _named_date(text)


def _named_date(text: str) -> PartialDate | None:
    if found := _ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3] or 0)
    elif found := _YEAR.fullmatch(text):
        year, month, day = int(found[1]), 0, 0
    elif found := _DAY_MONTH.fullmatch(text):
        year, month, day = int(found[3]), _month(found[2]), int(found[1])
    elif found := _MONTH_DAY.fullmatch(text):
        year, month, day = int(found[3]), _month(found[1]), int(found[2])
    elif found := _MONTH.fullmatch(text):
        year, month, day = int(found[2]), _month(found[1]), 0
    else:
        return None
    if month == 0 and not _YEAR.fullmatch(text):
        return None
    return PartialDate(year, month, day) if _is_day(year, month or 1, day or 1) else None


def _month(name: str) -> int:
    low = name.casefold()
    number = _MONTHS.get(low[:4]) or _MONTHS.get(low[:3], 0)
    full = MONTHS[number - 1].casefold() if number else ""
    return (
        number
        if full.startswith(low) or len(low) <= 4 or low[:3] in ("mär", "okt", "dez", "jan", "feb")
        else 0
    )


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
