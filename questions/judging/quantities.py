"""A number with its unit, read from a text in every usual way of writing it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException

from questions.judging.fillers import NEGATIONS, without
from questions.judging.lexicon.reading import word_set
from questions.judging.lexicon.units import SCALES, UNITS
from questions.judging.normalise import LINKS, clean, stem
from questions.judging.numerals import roman, with_digits

_CURRENCY = re.compile(r"\$|\busd\b|\bus\$")
_NUMBER = re.compile(r"\d++(?:[.,]\d++)*+|[.]\d++|[a-z]++|[/%-]")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3}(?: \d{3})+)(?![\d.,])")
_AND_A_HALF = re.compile(
    r"\b(?:an?|one) (hour|minute|year|mile|metre|day|week|month|pound|dollar)s? and a half\b"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ABOUT = word_set(
    """he she they we you i had got about about around approximately roughly exactly circa ca c precisely
    total in all altogether worth long old tall high wide deep of the a an is was it its there are were
    number no nr only just at with has have had aged them us plus times each per and on for place year
    degrees
    """
)
_BOUNDS = NEGATIONS - {"no", "not", "none", "nothing"} | word_set(
    """or between more less over under almost nearly least most than below above up to from not half-ish
    either to upto minimum maximum versus
    """
)
_NOTHING = frozenset(("nil", "none", "nought", "naught", "zilch", "nothing", "zip"))
_MONEY = frozenset(("dollar", "euro", "sterling", "yen", "rupee", "franc"))
_SCALE_VALUES = frozenset(str(10**zeros) for zeros in (2, 3, 6, 9, 12))
_FRACTIONS = {
    name: under
    for under, names in (
        (2, ("half", "halves")),
        (3, ("third", "thirds")),
        (4, ("quarter", "quarters", "fourths")),
        (5, ("fifth", "fifths")),
        (6, ("sixths",)),
        (8, ("eighth", "eighths")),
        (10, ("tenth", "tenths")),
    )
    for name in names
}


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
    cleaned = clean(text[:300])
    alone = roman(cleaned.strip(" .!?")) if cleaned.strip(" .!?").isalpha() else None
    if alone:
        return Quantity(Decimal(alone))
    tokens = _tokens(cleaned)
    if tokens is None:
        return None
    negative = _sign(tokens)
    try:
        found = _read([token for token in tokens if token != "-"], around)
    except DecimalException:
        return None
    if found is None or not negative:
        return found
    return Quantity(-found.value, found.unit, found.fraction)


def _tokens(cleaned: str) -> list[str] | None:
    text = cleaned.replace("per cent", "percent").replace("below zero", "minus").replace("'", "")
    text = re.sub(r"(?<=[a-z])\s?/\s?(?=[a-z])", " per ", text)
    text = _AND_A_HALF.sub(r"1.5 \1", _CURRENCY.sub(" dollars ", text))
    text = _SPACED.sub(lambda found: found.group().replace(" ", ""), text)
    raw = _NUMBER.findall(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))
    raw = list(without(raw)) if raw else []
    if len(raw) == 1 and raw[0].isalpha() and (numeral := roman(raw[0])):
        return [numeral]
    if not raw or len(raw) > 16 or "--" in text:
        return None
    return _with_digits(
        [_plain_number(token) if token[-1].isdigit() else token for token in _joined_fractions(raw)]
    )


def _plain_number(token: str) -> str:
    """Without thousands separators; a comma before other than three digits is a decimal comma."""
    if token[0] == ".":
        return "0" + token
    if "/" in token or "," not in token:
        return token
    if _GROUPED.fullmatch(token):
        return token.replace(",", "")
    return token.replace(",", ".") if token.count(",") == 1 and "." not in token else token


def _joined_fractions(raw: Sequence[str]) -> list[str]:
    tokens: list[str] = []
    at = 0
    while at < len(raw):
        if (
            raw[at : at + 1]
            and at + 2 < len(raw)
            and raw[at + 1] == "/"
            and raw[at].isdigit()
            and raw[at + 2].isdigit()
        ):
            tokens.append(f"{raw[at]}/{raw[at + 2]}")
            at += 3
        else:
            tokens.append(raw[at])
            at += 1
    return tokens


def _with_digits(tokens: list[str]) -> list[str]:
    """Number words as digits, fractions in words as "n/m", "point" as a decimal point."""
    spelled: list[str] = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if token in _FRACTIONS and before not in ("", "in", "the") and not (before == "-" and at == 1):
            spelled.append(f"/{_FRACTIONS[token]}")
        elif token == "half":
            spelled += ["1", "/2"]
        elif not (token == "-" and at and before[-1].isalpha()):
            spelled.append(token)
    digits = with_digits(spelled)
    found: list[str] = []
    for token in digits:
        if token.startswith("/") and found:
            over = found.pop()
            if over in ("a", "one", "and") or not over.isdigit():
                found += [] if over in ("a", "one") else [over]
                over = "1"
            if len(found) > 1 and found[-1] == "and":
                found.pop()
            found.append(f"{over}{token}")
        elif found and found[-1] == "point" and len(found) > 1 and token.isdigit():
            found[-2:] = [f"{found[-2]}.{token}"]
        elif found and "." in found[-1] and "point" in digits and token.isdigit() and len(token) == 1:
            found[-1] += token
        else:
            found.append(token)
    return found


def _sign(tokens: list[str]) -> bool:
    if any(word in tokens for word in ("minus", "negative")):
        tokens[:] = [token for token in tokens if token not in ("minus", "negative")]
        return True
    return bool(tokens) and tokens[0] == "-" and len(tokens) > 1 and tokens[1][0].isdigit()


def _read(tokens: Sequence[str], around: frozenset[str]) -> Quantity | None:
    """Number, fraction, scale and unit, in that order, among words that say nothing."""
    numbers = [token for token in tokens if token[0].isdigit()]
    words = [token for token in tokens if not token[0].isdigit()]
    if not _BOUNDS.isdisjoint(words) or "/" in words:
        return None
    if not numbers:
        return _in_words(words)
    first, last = tokens.index(numbers[0]), len(tokens) - 1 - list(reversed(tokens)).index(numbers[-1])
    if any(_is_strange(word, around) and not _is_money(word) for word in tokens[:first]):
        return None
    behind = [word for word in tokens[last + 1 :] if _is_strange(word, around)]
    if (
        len(behind) > 3
        or "and" in tokens[last + 1 :]
        or not all(_may_be_counted(word) for word in behind[:1])
    ):
        return None
    value, fraction = _value(numbers, tokens[first + 1 : last])
    if value is None:
        return None
    after = [token for token in tokens[tokens.index(numbers[-1]) + 1 :] if token not in LINKS]
    if after and after[0] in ("bn", "mn", "mil", "b", "dozen", "score"):
        value, after = value * SCALES[after[0]], after[1:]
    before = [token for token in tokens[: tokens.index(numbers[-1])] if _is_money(token)]
    units = [name for word in (*after, *before) if (name := _unit(word)) in UNITS]
    unit = units[0] if units else None
    if unit and len(units) > 1 and UNITS[unit][0][0] == "degree":
        unit = units[1]
    if after and after[0] in ("m", "k") and not fraction:
        scaled = value * SCALES[after[0]]
        return Quantity(value, after[0], False, scaled) if unit == after[0] else Quantity(scaled, unit)
    return Quantity(value, unit, fraction)


def _may_be_counted(word: str) -> bool:
    return word.endswith("s") or stem(word) != word


def _is_strange(word: str, around: frozenset[str]) -> bool:
    """Whether a word has nothing to do with the number."""
    return not (word in _ABOUT or word in UNITS or word in SCALES or stem(word) in around or len(word) == 1)


def _is_money(word: str) -> bool:
    """Whether a word is a currency, which may stand before the number."""
    return any(dimension in _MONEY for dimension, _ in UNITS.get(word, ()))


def _unit(word: str) -> str:
    return "percent" if word == "%" else word if word not in LINKS else ""


def _value(numbers: Sequence[str], between: Sequence[str] = ()) -> tuple[Decimal | None, bool]:
    """Add "2" and "1/2" up to 2.5; other two numbers are two numbers."""
    if len(numbers) > 1 and "/" in numbers[-2] and numbers[-1] in _SCALE_VALUES:
        value, _ = _value(numbers[:-1])
        return (None if value is None else value * int(numbers[-1])), False
    if len(numbers) == 2 and tuple(between) in (("in",), ("out", "of")) and all(map(str.isdigit, numbers)):
        return (Decimal(numbers[0]) / Decimal(numbers[1]) if Decimal(numbers[1]) else None), True
    if len(numbers) == 2 and "/" not in numbers[0] and "/" in numbers[1]:
        part, _ = _value(numbers[1:])
        return (Decimal(numbers[0]) + part if part is not None and part < 1 else None), False
    if len(numbers) != 1:
        return None, False
    if "/" in numbers[0]:
        over, under = numbers[0].split("/")
        return (Decimal(over) / Decimal(under) if Decimal(under) else None), True
    if len(numbers[0]) > 40:
        return None, False
    return Decimal(numbers[0].removesuffix("s")) if not numbers[0].endswith("s") else None, False


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
