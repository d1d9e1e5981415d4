"""Number words and Roman numerals among the words of a text -> digits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from text_to_num import text2num

_SMALL = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
    "twelfth": "twelve",
}  # fmt: skip
_DECADES = {tens[:-1] + "ies": f"{value}s" for tens, value in _TENS.items()}
_MISSPELT = {
    "fourty": "forty",
    "ninty": "ninety",
    "fourtieth": "fortieth",
    "nineth": "ninth",
    "twelth": "twelfth",
}
_AFTER_A_FIRST = frozenset(
    (
        "of",
        "the",
        "i",
        "please",
        "right",
        "final",
        "is",
        "was",
        "maybe",
        "probably",
        "thanks",
        "ithink",
        "ibelieve",
    )
)
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_YEAR = re.compile(r"m{1,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def with_digits(tokens: Sequence[str]) -> list[str]:
    """Replace number words, ordinals and Roman numerals by digits: "henry the eighth" and "henry viii" ->
    "henry 8".

    A Roman numeral counts from the second word on, where no English word looks like it. "nineteen eighty
    four" is a year, "the sixties" are "60s".
    """
    found: list[str] = []
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        if found and tokens[at] in _SCALES and _PLAIN.fullmatch(found[-1]):
            found[-1] = _times(found[-1], _SCALES[tokens[at]])
            at += 1
            continue
        if end > at:
            found += _digits([_cardinal(word) or word for word in tokens[at:end]])
            at = end
            continue
        token = tokens[at]
        if token in _DECADES:
            century = found.pop() if found and found[-1] in ("18", "19", "20") else ""
            token = century + _DECADES[token]
        elif at and (token != "i" or at + 1 == len(tokens) or tokens[at + 1] in _AFTER_A_FIRST):
            token = roman(token) or token
        if (
            token == "oh"
            and found
            and found[-1].isdigit()
            and at + 1 < len(tokens)
            and tokens[at + 1] in _SMALL
        ):
            token = f"{found.pop()}0{_SMALL[tokens[at + 1]]}"
            at += 1
        found.append(token)
        at += 1
    return found


def _times(number: str, scale: int) -> str:
    """Write 2.5 million out: "2500000"."""
    whole, _, part = number.partition(".")
    digits = len(str(scale)) - 1
    if len(part) > digits:
        return f"{whole + part[:digits]}.{part[digits:]}"
    return (whole + part.ljust(digits, "0")).lstrip("0") or "0"


def roman(token: str) -> str | None:
    """The digits of a Roman numeral below 90, or of a year of at least four letters; else None."""
    if token[0] not in "ivxlm" or not (
        _ROMAN.fullmatch(token) or (len(token) > 3 and _ROMAN_YEAR.fullmatch(token))
    ):
        return None
    if token.startswith("l") and len(token) < 3:
        return None
    values = [_ROMAN_VALUES[letter] for letter in token]
    return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))


def _cardinal(word: str) -> str | None:
    """The cardinal of a number word, or None where it is none."""
    word = _MISSPELT.get(word, word)
    if word in _SMALL or word in _TENS or word in _SCALES:
        return word
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word.endswith("ieth") and word[:-4] + "y" in _TENS:
        return word[:-4] + "y"
    if word.endswith("th") and (word[:-2] in _SMALL or word[:-2] in _SCALES):
        return word[:-2]
    return None


def _run(tokens: Sequence[str], at: int) -> int:
    """Where the run of number words that begins at a word ends; a run may hold "a hundred" and "hundred
    and".
    """
    end = at
    while end < len(tokens):
        word = tokens[end]
        after = tokens[end + 1] if end + 1 < len(tokens) else ""
        if _cardinal(word):
            end += 1
        elif (word == "a" and end == at and after in _SCALES) or (
            word == "and"
            and end > at
            and tokens[end - 1] in _SCALES
            and _cardinal(after)
            and after not in _SCALES
        ):
            end += 2
        else:
            break
    return end


def _digits(run: Sequence[str]) -> list[str]:
    """One number where the run is one, a year where it is two halves of one, else as many as there are."""
    run = ["one" if word == "a" else word for word in run if word != "and"]
    if len(run) == 2 and run[1] == "hundred" and run[0] in _SMALL:
        return [str(_SMALL[run[0]] * 100)]
    if run[0] in _SCALES:
        run = ["one", *run]
    try:
        return [str(text2num(" ".join(run), "en"))]
    except ValueError:
        parts = _parts(run)
    if len(parts) == 2 and 10 <= parts[0] <= 20 and 10 <= parts[1] <= 99:
        return [str(parts[0] * 100 + parts[1])]
    if len(parts) == 2 and 1 <= parts[0] <= 9 and 10 <= parts[1] <= 99:
        return [str(parts[0] * 100 + parts[1])]
    if len(parts) == 3 and 10 <= parts[0] <= 20 and parts[1] == 0 and parts[2] < 10:
        return [str(parts[0] * 100 + parts[2])]
    return [str(part) for part in parts]


def _parts(run: Sequence[str]) -> list[int]:
    """The longest numbers that the run can be cut into, from its start."""
    parts: list[int] = []
    at = 0
    while at < len(run):
        for end in range(min(len(run), at + 12), at, -1):
            try:
                parts.append(text2num(" ".join(run[at:end]), "en"))
            except ValueError:
                continue
            break
        else:
            end = at + 1
        at = end
    return parts
