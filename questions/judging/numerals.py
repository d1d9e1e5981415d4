"""Number words and Roman numerals among the words of a text -> digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.grammar.english import NUMBERS, ORDINALS
from questions.judging.word_lists import entries, word_set

_SMALL = {
    word: value
    for value, word in enumerate(
        (*NUMBERS, "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    )
}
_TENS = {
    word: value
    for value, word in enumerate(entries("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"), 2)
}
_TENS_BEGIN = frozenset(word[:3] for word in _TENS)
SCALE_WORDS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_VALUES = _SMALL | {word: 10 * value for word, value in _TENS.items()} | SCALE_WORDS
_ORDINALS = dict(zip(ORDINALS, NUMBERS, strict=True)) | {"nineth": "nine", "twelth": "twelve"}
_MISSPELT = (("fourty", "forty"), ("fourtie", "fortie"), ("ninty", "ninety"))
_DECADES = {word.removesuffix("y") + "ies": f"{10 * value}s" for word, value in _TENS.items()}
_AFTER_THE_FIRST = word_set("of the i please right final is was maybe probably thanks ithink ibelieve")
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_YEAR = re.compile(r"m{1,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NO_SCALE = 10**15


def with_digits(tokens: Sequence[str]) -> list[str]:
    """Replace number words, ordinals and Roman numerals by digits: "henry the eighth" and "henry viii" ->
    "henry 8".

    A Roman numeral counts from the second word on, where no English word looks like it. "nineteen eighty
    four" is a year, "the sixties" are "60s".
    """
    digits: list[str] = []
    at = 0
    while at < len(tokens):
        token, first = tokens[at], at == 0
        if digits and token in SCALE_WORDS and _PLAIN.fullmatch(digits[-1]):
            digits[-1] = _times(digits[-1], SCALE_WORDS[token])
            at += 1
            continue
        run, at = _run(tokens, at)
        if run:
            digits += _joined(list(_numbers(run)))
            continue
        at += 1
        after = tokens[at] if at < len(tokens) else ""
        if token in _DECADES:
            century = digits.pop() if digits and digits[-1] in ("18", "19", "20") else ""
            token = century + _DECADES[token]
        elif not first and (token != "i" or not after or after in _AFTER_THE_FIRST):
            token = roman(token) or token
        if token == "oh" and digits and digits[-1].isdigit() and after in _SMALL:
            token = f"{digits.pop()}0{_SMALL[after]}"
            at += 1
        digits.append(token)
    return digits


def roman(token: str) -> str | None:
    """The digits of a Roman numeral below 90, or of a year of at least four letters; else None."""
    if token[0] not in "ivxlm" or len(token) > 15 or (token[0] == "l" and len(token) < 3):
        return None
    if not (_ROMAN.fullmatch(token) or (len(token) > 3 and _ROMAN_YEAR.fullmatch(token))):
        return None
    values = [_ROMAN_VALUES[letter] for letter in token]
    return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))


def _run(tokens: Sequence[str], at: int) -> tuple[list[int], int]:
    """The values of the number words from a place on, and where they end; "a hundred", "hundred and" too."""
    run: list[int] = []
    while at < len(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if values := _cardinals(tokens[at]):
            run += values
        elif (
            tokens[at] != "and" or not run or run[-1] < 100 or not 0 < min(_cardinals(after), default=0) < 100
        ):
            break
        at += 1
    return run, at


def _cardinals(word: str) -> list[int]:
    """The values of a number word, cardinal or ordinal; of "thirtyfour" those of its two halves."""
    for wrong, right in _MISSPELT:
        if word.startswith(wrong):
            word = right + word.removeprefix(wrong)
    word = _ORDINALS.get(word, word)
    if word.endswith("th") and word not in _VALUES:
        word = word.removesuffix("ieth") + "y" if word.endswith("ieth") else word.removesuffix("th")
    if word in _VALUES:
        return [_VALUES[word]]
    for tens in _TENS if word[:3] in _TENS_BEGIN else ():
        unit = word.removeprefix(tens)
        unit = _ORDINALS.get(unit, unit.removesuffix("th"))
        if unit != word and 0 < _SMALL.get(unit, 0) < 10:
            return [_VALUES[tens], _SMALL[unit]]
    return []


def _numbers(run: Sequence[int]) -> Iterator[int]:
    """The numbers that a run of values says, each as long as English lets it be."""
    total = part = 0
    lowest, room = _NO_SCALE, 1000  # what the next scale, and the next value, must stay below
    for at, value in enumerate(run):
        if value == 100 and (0 < part < 100 or at == 0):
            part, room = (part or 1) * 100, 100
        elif 100 < value < lowest and (part or at == 0):
            total, part = total + (part or 1) * value, 0
            lowest, room = value, 1000
        else:
            if at and (value >= min(room, 100) or value == 0):
                yield total + part
                total, part, lowest = 0, 0, _NO_SCALE
            part, room = part + value, 10 if 20 <= value < 100 else 0
    yield total + part


def _joined(parts: list[int]) -> list[str]:
    """A year said in two halves, "one eighty two" and "nineteen oh four" as one number."""
    if len(parts) == 2 and 1 <= parts[0] <= 20 and 10 <= parts[1] <= 99:
        return [str(parts[0] * 100 + parts[1])]
    return [str(part) for part in parts]


def _times(number: str, scale: int) -> str:
    """Write 2.5 million out: "2500000"."""
    whole, _, part = number.partition(".")
    zeros = len(str(scale)) - 1
    written = whole + part[:zeros].ljust(zeros, "0")
    return (written.lstrip("0") or "0") + (f".{part[zeros:]}" if len(part) > zeros else "")
