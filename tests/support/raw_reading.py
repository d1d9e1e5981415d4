"""What a question's texts speak of, read back from the raw rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal

from tests.support.raw_pack import RawPack, Row, contains, iso_of, plain

ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip


def mentions(prompt: str, given: str) -> bool:
    """Whether a prompt holds a name, or a date or number in ISO form, as a reader would write it."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", given):
        return any(iso_of(text) == given for text in re.findall(r"(?:\d+ )?(?:[A-Z][a-z]+ )?\d{4}", prompt))
    if given.isdigit() and int(given) < len(ORDINALS) and contains(prompt, ORDINALS[int(given)]):
        return True
    return contains(prompt, given)


def values(pack: RawPack, relation: str, side: str, text: str, row: Row) -> list[str]:
    """The entities, the date, the number or the lure that a text may name on a side of a row."""
    kind = pack.kind_at(relation, side)
    if kind == "date":
        iso = iso_of(text)
        return [iso] if iso else []
    if kind == "number":
        plain_number = number_of(text)
        return [row["object"] if said_as(row["object"], plain_number) else plain_number]
    column = "lures" if side == "object" else "subject_lures"
    lures = [
        lure
        for lure in row.get(column, "").split("|")
        if lure.startswith("=") and plain(lure[1:]) == plain(text)
    ]
    return [*pack.entities_called(text, kind), *lures]


def stands_for(pack: RawPack, text: str, value: str) -> bool:
    """Whether a text is the name of an entity, or a date or number as it is written."""
    if value in pack.entities:
        return plain(text) == plain(pack.shown(value))
    return iso_of(text) == value or text.replace(",", "") == value or said_as(value, number_of(text))


def number_of(text: str) -> str:
    """The plain number that a question writes: "33.7 million" is 33700000."""
    found = re.fullmatch(r"(-?[\d,.]+)(?: (million|billion|trillion))?", text)
    if found is None:
        return text
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    number = Decimal(found[1].replace(",", "")) * scales.get(found[2], 1)
    return format(number.normalize(), "f")


def said_as(value: str, said: str) -> bool:
    """Whether a number of a row is said as another, rounded to three digits, or four below 10,000."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", value) or not re.fullmatch(r"-?\d+(\.\d+)?", said):
        return False
    digits = 3 if abs(Decimal(value)) >= 10_000 else 4
    return Decimal(said) in (Decimal(value), Context(digits, ROUND_HALF_EVEN).plus(Decimal(value)))


def readings(pack: RawPack, row: Row, template: str, said: str) -> Iterator[tuple[str, str]]:
    """The pairs of subject and object of which the statement speaks."""
    pattern = re.escape(template).replace(r"\{as_of\}", ".+?")
    for end in ("subject", "object"):
        pattern = re.sub(
            rf"\\{{(a_|on_)?{end}(_possessive|_ordinal)?\\}}", f"(?P<{end}>.+?)", pattern, count=1
        )
    found = re.fullmatch(pattern, said, re.IGNORECASE)
    if found is None:
        return
    for subject in _read(pack, row, "subject", found["subject"]):
        for value in _read(pack, row, "object", found["object"]):
            yield subject, value


def _read(pack: RawPack, row: Row, side: str, text: str) -> list[str]:
    text = re.sub(r"^(on|in) (?=\d|[A-Z]\w+ \d{4})", "", re.sub(r"(['’]s?)$", "", text))
    if pack.kind_at(row["relation"], side) == "number":
        text = re.sub(r"^no \w.*", "0", text)
        text = (
            str(ORDINALS.index(text))
            if text in ORDINALS
            else re.sub(r"(?<=\d)(st|nd|rd|th)|,| (?!(?:m|b|tr)illion).*|(?<=illion) .*", "", text)
        )
    return values(pack, row["relation"], side, text, row)
