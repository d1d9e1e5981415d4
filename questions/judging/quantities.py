"""A number with its unit, read from a text in every usual way of writing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, DecimalException

from questions.judging.fillers import NEGATIONS, without
from questions.judging.normalise import LINKS, clean, stem
from questions.judging.numerals import SCALE_WORDS, roman, with_digits
from questions.judging.units import MONEY, SCALES, UNITS
from questions.judging.word_lists import word_set

_CURRENCY = re.compile(r"us\$|\$|\busd\b")
_TOKEN = re.compile(r"\d++(?:[.,]\d++)*+|[.]\d++|[a-z]++|[/%-]")
_SPACED = re.compile(r"(?<![\d.,])(?<![\d.,] )\d{1,3}(?:,? \d{3})++(?![\d.,])")
_AND_A_HALF = re.compile(
    r"\b(?:an?|one) (hour|minute|year|mile|metre|day|week|month|pound|dollar)s? and a half\b"
)
_PER = re.compile(r"(?<=[a-z])\s?/\s?(?=[a-z])")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+")
_ABOUT = word_set(
    """he she they we you i had got about around approximately roughly exactly circa ca c precisely total in
    all altogether worth long old tall high wide deep of the a an is was it its there are were number no
    nr only just at with has have had aged them us plus times each per and on for place year degrees ago"""
)
_BOUNDS = NEGATIONS - {"no", "not", "none", "nothing"} | word_set(
    """or between more less over under almost nearly least most than below above up to from not either upto
    minimum maximum versus"""
)
_NOTHING = word_set("nil none nought naught zilch nothing zip")
_FRACTIONS = {
    name: under
    for under, names in ((2, "half halves"), (3, "third thirds"), (4, "quarter quarters fourths"),
                         (5, "fifth fifths"), (6, "sixths"), (8, "eighth eighths"), (10, "tenth tenths"))
    for name in names.split()
}  # fmt: skip
_LONGEST, _MOST_TOKENS, _MOST_DIGITS = 300, 16, 40


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was said.

    ``value`` has the scale word in it ("5 million" is 5000000). ``unit`` is None where none is said;
    ``fraction`` says that it was said as a part of one ("half", "2/3"). ``scaled`` is the value where the
    unit, "m" or "k", is read as millions or thousands instead.
    """

    value: Decimal
    unit: str | None = None
    fraction: bool = False
    scaled: Decimal | None = None


def read_quantity(text: str, around: frozenset[str] = frozenset()) -> Quantity | None:
    """Read a text that says one number; None where it says none, several, a bound or a range.

    Of words that are not of the number only those in ``around``, and up to three behind the number, may
    stand in it: "8 legs" says 8, "Henry VIII" does not.
    """
    cleaned = clean(text[:_LONGEST])
    tokens = _tokens(cleaned)
    negative = "minus" in tokens or "negative" in tokens or (tokens[:1] == ["-"] and tokens[1:2] > [""])
    try:
        quantity = _read([token for token in tokens if token not in ("-", "minus", "negative")], around)
    except DecimalException:
        return None
    return replace(quantity, value=-quantity.value) if quantity and negative else quantity


def _tokens(cleaned: str) -> list[str]:
    text = cleaned.replace("per cent", "percent").replace("below zero", "minus").replace("'", "")
    text = _AND_A_HALF.sub(r"1.5 \1", _CURRENCY.sub(" dollars ", _PER.sub(" per ", text)))
    text = _SPACED.sub(lambda match: match.group().replace(" ", "").replace(",", ""), text)
    raw = list(without(_TOKEN.findall(_ORDINAL.sub("", text))))
    if len(raw) == 1 and raw[0].isalpha() and (numeral := roman(raw[0])):
        return [numeral]
    if len(raw) > _MOST_TOKENS or "--" in text:
        return []
    return _joined(with_digits(list(_spelled([_plain(token) for token in raw]))))


def _plain(token: str) -> str:
    """Without thousands separators; a comma before other than three digits is a decimal comma."""
    if token[0] == ".":
        return "0" + token
    if _GROUPED.fullmatch(token):
        return token.replace(",", "")
    return token.replace(",", ".") if token.count(",") == 1 and "." not in token else token


def _spelled(tokens: list[str]) -> Iterator[str]:
    """Mark the lower half of a fraction: "two thirds" is "two /3", "half" is "1 /2", "1/2" is "1 /2"."""
    for at, token in enumerate(tokens):
        before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
        if token == "/" and before.isdigit() and after.isdigit():
            yield f"/{after}"
        elif before == "/" and at > 1 and tokens[at - 2].isdigit() and token.isdigit():
            continue
        elif token in _FRACTIONS and before not in ("", "in", "the") and (before != "-" or at > 1):
            yield f"/{_FRACTIONS[token]}"
        elif token == "half":
            yield from ("1", "/2")
        elif token != "-" or not at or not before[-1].isalpha():
            yield token


def _joined(tokens: list[str]) -> list[str]:
    """Join "2 /3" to one number, "2 and 1 /2" to "2" and "1/2", and "three point one" to "3.1"."""
    joined: list[str] = []
    for token in tokens:
        last = joined[-1] if joined else ""
        if token[0] == "/" and len(token) > 1 and joined:
            if not last.isdigit():
                joined = joined[:-1] if last in ("a", "one") else joined
                last = "1"
            else:
                joined.pop()
            joined.append(last + token)
        elif last == "point" and len(joined) > 1 and token.isdigit():
            joined[-2:] = [f"{joined[-2]}.{token}"]
        elif "." in last and "point" in tokens and token.isdigit() and len(token) == 1:
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _read(tokens: Sequence[str], around: frozenset[str]) -> Quantity | None:
    """Number, fraction, scale and unit, in that order, among words that say nothing."""
    places = [at for at, token in enumerate(tokens) if token[0].isdigit()]
    words = [token for token in tokens if not token[0].isdigit()]
    if not _BOUNDS.isdisjoint(words) or any(word[0] == "/" for word in words):
        return None
    if not places:
        return _in_words(words)
    first, last = places[0], places[-1]
    before, behind = tokens[:first], tokens[last + 1 :]
    if any(_is_strange(word, around) and not _is_money(word) for word in before) or "and" in behind:
        return None
    strange = [word for word in behind if _is_strange(word, around)]
    if len(strange) > 3 or (strange and stem(strange[0]) == strange[0] and not strange[0].endswith("s")):
        return None
    value, fraction = _value([tokens[at] for at in places], tokens[first + 1 : last])
    after = [token for token in behind if token not in LINKS]
    if value is None:
        return None
    if after and after[0] in SCALES and len(after[0]) > 1:
        value, after = value * SCALES[after[0]], after[1:]
    units = [name for word in (*after, *filter(_is_money, before)) if (name := _unit(word)) in UNITS]
    unit = units[0] if units else None
    if unit and len(units) > 1 and UNITS[unit][0][0] == "degree":
        unit = units[1]
    if after and after[0] in ("m", "k", "b") and not fraction:
        scaled = value * SCALES[after[0]]
        counted = unit == after[0] and not any(map(_is_money, before))
        named = next((name for name in units if name != after[0]), None)
        return Quantity(value, unit, scaled=scaled) if counted else Quantity(scaled, named)
    return Quantity(value, unit, fraction)


def _is_strange(word: str, around: frozenset[str]) -> bool:
    """Whether a word has nothing to do with the number."""
    return not (word in _ABOUT or word in UNITS or word in SCALES or stem(word) in around or len(word) == 1)


def _is_money(word: str) -> bool:
    """Whether a word is a currency, which may stand before the number."""
    return any(dimension in MONEY for dimension, _ in UNITS.get(word, ()))


def _unit(word: str) -> str:
    return "percent" if word == "%" else word if word not in LINKS else ""


def _value(numbers: Sequence[str], between: Sequence[str]) -> tuple[Decimal | None, bool]:
    """The value, and whether it is a fraction; "2 1/2" is 2.5, other two numbers are two numbers."""
    if any(len(number) > _MOST_DIGITS or number.endswith("s") for number in numbers):
        return None, False
    parts = [number.split("/") for number in numbers]
    if any(len(part) > 1 and not Decimal(part[1]) for part in parts):
        return None, False
    values = [Decimal(part[0]) / Decimal(part[1]) if len(part) > 1 else Decimal(part[0]) for part in parts]
    if len(values) > 1 and len(parts[-2]) == 2 and values[-1] in SCALE_WORDS.values():
        value, _ = _value(numbers[:-1], between)
        return (None if value is None else value * values[-1]), False
    if len(values) == 1:
        return values[0], len(parts[0]) > 1
    if len(values) == 2 and tuple(between) in (("in",), ("out", "of")) and values[1]:
        return values[0] / values[1], True
    if len(values) == 2 and len(parts[0]) == 1 and len(parts[1]) == 2 and values[1] < 1:
        return values[0] + values[1], False
    return None, False


def _in_words(words: Sequence[str]) -> Quantity | None:
    """Read "a dozen", "a thousand", "none", "no goals"."""
    if len(words) == 2 and words[0] == "no" and words[1].endswith("s"):
        return Quantity(Decimal(0))
    for word in words if len(words) < 5 else ():
        if word in _NOTHING and all(other in _ABOUT or other == word for other in words):
            return Quantity(Decimal(0))
        if word in SCALES and len(word) > 3 and not {"2", "two"} & set(words):
            return Quantity(Decimal(SCALES[word]), next((other for other in words if other in UNITS), None))
    return None
