"""What each row is called: the column of names, twins told apart, and names as they stand in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from questions.dates import PartialDate
from questions.grammar.english import date_text, number_text, starts_with_article
from questions.interchange.tables.columns import Column, Read
from questions.interchange.tables.header import Remark
from questions.interchange.tables.lexicon import NAME_HEADERS, ROLES, is_year_header
from questions.interchange.tables.nouns import Sort, singular, takes_article
from questions.interchange.tables.options import ColumnType
from questions.interchange.tables.wording import RowNoun, key_of
from questions.interchange.tables.wordlist import words
from questions.words import name_key

_HALF, _NEARLY_ALL = 0.5, 0.9
_LONGEST = 120
_SMALL_WORDS = words(
    """
    blue red grey gray black white brown green golden giant great common dwarf snow sea polar spotted
    striped lesser greater wild domestic bald king emperor grizzly leatherback killer poison tree rain
    mountain arctic house field water river fire sperm hump hammerhead tiger
    """
)


@dataclass(frozen=True)
class Names:
    """The name of each row, None where the row is left out."""

    texts: tuple[str | None, ...]
    remarks: tuple[Remark, ...]


def name_column(columns: Sequence[Column], noun: str) -> Column | None:
    """The column that tells what each row is, by its type, its header, or its values; None where none does.

    In a table of years with their winners it is the year.
    """
    named = [column for column in columns if column.type is ColumnType.NAME]
    if named:
        return named[0]
    texts = [column for column in columns if column.type is ColumnType.TEXT and column.known]
    distinct = {column.at: len(column.counts) / column.known for column in texts}
    for column in texts:
        key = key_of(column.header) or column.header.casefold()
        named_so = column.header.casefold() in NAME_HEADERS or f" {noun}".endswith(f" {singular(key)}")
        if named_so and distinct[column.at] > _HALF:
            return column
    years = [
        column for column in columns if column.type is ColumnType.DATE and column.unique and column.whole
    ]
    if years and is_year_header(years[0].header) and all(_is_filled_by_role(column) for column in texts[:1]):
        return years[0]
    return next(
        (column for column in texts if distinct[column.at] >= _NEARLY_ALL), texts[0] if texts else None
    )


def _is_filled_by_role(column: Column) -> bool:
    return key_of(column.header) in ROLES


def row_names(column: Column, columns: Sequence[Column], rows: Sequence[int], row: RowNoun) -> Names:
    """The name of each row as it stands in mid-sentence; twins are told apart by another column, or left
    out.
    """
    remarks = []
    texts: list[str | None] = []
    for number, value in zip(rows, column.values, strict=True):
        text = _in_sentence(value, row)
        if text is None or len(text) > _LONGEST:
            remarks.append(Remark(number, column.header, "the row has no name; left out"))
            text = None
        texts.append(text)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if text is not None:
            groups[name_key(text)].append(at)
    for twins in groups.values():
        if len(twins) > 1:
            remarks += _tell_apart(
                texts, twins, [each for each in columns if each is not column], rows, column, row
            )
    return Names(tuple(texts), tuple(remarks))


def _tell_apart(
    texts: list[str | None],
    twins: Sequence[int],
    columns: Sequence[Column],
    rows: Sequence[int],
    names: Column,
    row: RowNoun,
) -> list[Remark]:
    """Name the twins anew by a column whose values differ for all of them; without one they are left out."""
    first, places = texts[twins[0]], ", ".join(str(rows[at]) for at in twins)
    if all(len({str(column.values[at]) for at in twins}) == 1 for column in columns):
        dropped, told = twins[1:], "with the same values; taken once"
    elif (column := _telling(columns, twins, row)) is not None:
        dropped, told = [], f"told apart by {column.header}"
        for at in twins:
            texts[at] = f"{texts[at]} ({_said(column.values[at])})"
    else:
        dropped, told = twins, "and nothing tells them apart; left out"
    for at in dropped:
        texts[at] = None
    return [Remark(rows[twins[0]], names.header, f"{first!r} stands on rows {places}, {told}")]


def _telling(columns: Sequence[Column], twins: Sequence[int], row: RowNoun) -> Column | None:
    """The column of words, of dates or of numbers that tells all the twins apart: of places another place,
    of anything else rather the year.
    """
    words, dates = (ColumnType.TEXT, ColumnType.DATE)
    for kind in (*((words, dates) if row.sort is Sort.PLACE else (dates, words)), ColumnType.NUMBER):
        for column in columns:
            values = [column.values[at] for at in twins]
            keys = {name_key(_said(value)) for value in values}
            if column.type is kind and None not in values and len(keys) == len(values):
                return column
    return None


def _said(value: Read | None) -> str:
    if isinstance(value, PartialDate):
        return str(value.year)
    return number_text(value) if isinstance(value, Decimal) else str(value)


def _in_sentence(value: Read | None, row: RowNoun) -> str | None:
    if isinstance(value, PartialDate):
        return f"the {date_text(value)} {row.noun}"
    if not isinstance(value, str) or not any(map(str.isalnum, value)):
        return None
    if row.sort in (Sort.COMMON, Sort.CREATURE):
        value = _small(value)
        if (
            row.sort is Sort.CREATURE
            and not starts_with_article(value)
            and row.noun not in ("species", "dinosaur")
        ):
            value = f"the {value}"
    elif (
        takes_article(row.noun)
        and not starts_with_article(value)
        and not re.match(r"Lake |Mount |Mt|World War", value)
    ):
        value = f"the {value}"
    return value


def _small(name: str) -> str:
    """ "Gold" and "Blue whale" as they stand in a sentence; "African elephant" keeps its capital."""
    first, _, rest = name.partition(" ")
    if first[1:] != first[1:].lower() or rest != rest.lower():
        return name
    if not rest or first.casefold() in _SMALL_WORDS:
        return name[:1].lower() + name[1:]
    return name
