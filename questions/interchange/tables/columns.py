"""What the columns of a table hold: their types, found from the data, and every cell read accordingly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from rapidfuzz.distance import OSA

from questions.dates import PartialDate
from questions.interchange.tables import cells, units
from questions.interchange.tables.header import RawTable, Remark
from questions.interchange.tables.lexicon import (
    LISTS,
    is_date_header,
    is_id_header,
    is_rank_header,
    is_year_header,
)
from questions.interchange.tables.nouns import is_plural
from questions.interchange.tables.options import ColumnType, Options
from questions.words import name_key

Read = str | tuple[str, ...] | Decimal | PartialDate | bool
"""A cell that was understood."""

_MOST, _SOME = 0.7, 0.3
_LONG, _MANY_WORDS = 60, 10
_DELIMITERS = (";", "|", " / ", "/", ",")
_LOOKED_AT = 1_000  # cells, to find the type of a column
_CODE = re.compile(r"0\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=\w*\d)(?=\w*[A-Za-z])[\w-]{8,}")
_MOST_REMARKS = 20_000


@dataclass(frozen=True)
class Column:
    """A column, its cells as they were read: None where nothing is known.

    ``style`` says how its numbers are written; ``delimiter`` parts the things in a cell; ``about`` is a word
    on how it was read, for the dry run.
    """

    at: int
    header: str
    label: str
    type: ColumnType
    values: tuple[Read | None, ...] = ()
    unit: str = ""
    about: str = ""
    remarks: tuple[Remark, ...] = ()
    ambiguous: bool = False

    @cached_property
    def known(self) -> int:
        return sum(value is not None for value in self.values)

    @cached_property
    def counts(self) -> Counter[Read]:
        """How often each value stands in the column, each part of a list by itself."""
        counts: Counter[Read] = Counter()
        for value in self.values:
            counts.update(value if isinstance(value, tuple) else () if value is None else (value,))
        return counts

    @property
    def whole(self) -> bool:
        """Whether the value of every row is known."""
        return self.known == len(self.values)

    @property
    def unique(self) -> bool:
        """Whether no two rows have a value in common."""
        return all(count == 1 for count in self.counts.values())


def read_columns(table: RawTable, options: Options) -> tuple[Column, ...]:
    """Every column of a table, typed by the options or by its data."""
    types = {name_key(header): type for header, type in options.columns.items()}
    if options.name:
        types[name_key(options.name)] = ColumnType.NAME
    columns = []
    for at, header in enumerate(table.headers):
        texts = [cells.without_footnotes(row[at]) for _, row in table.rows]
        measure = units.measure_of(header)
        type = types.get(name_key(header)) or _type_of(header, measure.label, texts)
        columns.append(_read(table, at, type, texts, measure, options))
    return tuple(columns)


def _type_of(header: str, label: str, texts: Sequence[str]) -> ColumnType:
    known = [text for text in texts if not cells.is_unknown(text)]
    if not known:
        return ColumnType.SKIP
    known = known[:: 1 + len(known) // _LOOKED_AT]
    numeric = _share(known, lambda text: bool(cells.number_styles(text)))
    if is_rank_header(header) and numeric > _MOST:
        return ColumnType.RANK
    if (
        is_id_header(header)
        or re.fullmatch(r"column 1", header)
        or _share(known, lambda text: bool(_CODE.fullmatch(text))) > _MOST
    ):
        return ColumnType.ID
    if _share(known, cells.is_link) > _MOST:
        return ColumnType.LINK
    if _is_yes_no(header, known):
        return ColumnType.YES_NO
    if _share(known, lambda text: cells.date(text, None) is not None) > _MOST and _is_date(label, known):
        return ColumnType.DATE
    if numeric > _MOST:
        return ColumnType.NUMBER
    if _share(known, cells.is_range) > _MOST:
        return ColumnType.RANGE
    if list_delimiter(header, known):
        return ColumnType.LIST
    if sum(map(len, known)) > _LONG * len(known) or _words(known) > _MANY_WORDS:
        return ColumnType.FREE_TEXT
    return ColumnType.TEXT


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)


def _words(texts: Sequence[str]) -> float:
    return sum(len(text.split()) for text in texts) / len(texts)


def _is_yes_no(header: str, known: Sequence[str]) -> bool:
    said = {text.casefold() for text in known}
    if any(cells.yes_or_no(text) is None for text in said) or len(set(map(cells.yes_or_no, said))) < 2:
        return False
    return not said <= {"0", "1"} or re.match(r"(?:is|has|can|was|does)\b", header, re.IGNORECASE) is not None


def _is_date(label: str, known: Sequence[str]) -> bool:
    """Whether what could be dates are meant as such: bare years only under a header that speaks of time."""
    bare = _share(known, lambda text: text.isdecimal())
    if bare < 0.5:
        return True
    if not (is_date_header(label) or is_year_header(label)):
        return False
    return is_year_header(label) or _share(known, lambda text: not text.isdecimal() or len(text) == 4) > _MOST


def list_delimiter(header: str, known: Sequence[str]) -> str:
    """What parts the things in a cell; empty where a cell holds but one."""
    for delimiter in _DELIMITERS:
        having = [text for text in known if delimiter in text]
        plural = is_plural(header.split()[-1]) or re.search(r"\(s\)| (?:in|on)$", header) is not None
        if _recur(having, known, delimiter) >= (1 if plural else max(2, 0.5 * len(having))):
            return delimiter
        if len(having) < max(2, 0.2 * len(known)):
            continue
        parts = [part.strip() for text in known for part in text.split(delimiter) if part.strip()]
        if sum(map(len, parts)) > 30 * len(parts):
            continue
        if plural or delimiter in (";", "|") or header.casefold() in LISTS:
            return delimiter
        lengths = {text.count(delimiter) for text in known}
        if len(set(parts)) < 0.6 * len(parts) and len(lengths) > 2:
            return delimiter
    return ""


def _recur(having: Sequence[str], known: Sequence[str], delimiter: str) -> int:
    """How many cells hold what stands alone in another, as of "Spain, Peru" and "Peru" the first does."""
    alone = {name_key(text) for text in known}
    return sum(any(name_key(part) in alone for part in text.split(delimiter)) for text in having)


def _read(
    table: RawTable, at: int, type: ColumnType, texts: Sequence[str], measure: units.Measure, options: Options
) -> Column:
    header = table.headers[at]
    column = Column(at, header, measure.label if type is ColumnType.NUMBER else header, type)
    numbers = [number for number, _ in table.rows]
    if type is ColumnType.NUMBER:
        return _numbers(column, texts, numbers, measure, german=table.german)
    if type is ColumnType.DATE:
        return _dates(column, texts, numbers, options.date_order)
    if type is ColumnType.YES_NO:
        return _with(column, texts, numbers, cells.yes_or_no, "neither yes nor no")
    if type is ColumnType.LIST:
        known = [text for text in texts if not cells.is_unknown(text)]
        delimiter = list_delimiter(header, known) or next(
            (d for d in _DELIMITERS if any(d in t for t in known)), ";"
        )
        column = _with(column, texts, numbers, lambda text: _parts(text, delimiter), "no list")
        return replace(_one_spelling(column), about=f"parted by {delimiter.strip()!r}")
    if type in (ColumnType.TEXT, ColumnType.NAME, ColumnType.FREE_TEXT):
        column = _with(
            column, texts, numbers, lambda text: None if text.startswith("=") else text, "a formula"
        )
        return _without_slips(_one_spelling(column), numbers) if type is ColumnType.TEXT else column
    return replace(column, values=tuple(None if cells.is_unknown(text) else text for text in texts))


def _with(
    column: Column,
    texts: Sequence[str],
    numbers: Sequence[int],
    read: Callable[[str], Read | None],
    fault: str,
) -> Column:
    """The column with every cell read, and a remark for each that says something else than it should."""
    values: list[Read | None] = []
    remarks = []
    for number, text in zip(numbers, texts, strict=True):
        value = None if cells.is_unknown(text) else read(text)
        values.append(value)
        if value is None and not cells.is_unknown(text):
            remarks.append(Remark(number, column.header, f"{_short(text)!r} not understood: {fault}"))
    return replace(column, values=tuple(values), remarks=(*column.remarks, *remarks))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _parts(text: str, delimiter: str) -> tuple[str, ...] | None:
    if written := re.fullmatch(r"\[(.*)\]", text):
        text = written[1]
    parts = [re.sub(r"^(?:and|&)\s+", "", part.strip().strip("'\"")) for part in text.split(delimiter)]
    return tuple(dict.fromkeys(part for part in parts if not cells.is_unknown(part))) or None


def _numbers(
    column: Column, texts: Sequence[str], rows: Sequence[int], measure: units.Measure, *, german: bool
) -> Column:
    known = [text for text in texts if not cells.is_unknown(text)]
    style = _style(known, german=german)
    found = [cells.quantity(text, style) for text in known]
    signs = [_sign(quantity.unit) for quantity in found if quantity]
    unit = measure.unit or units.common_unit([sign for sign in signs if sign])

    def read(text: str) -> Decimal | None:
        quantity = cells.quantity(text, style)
        if quantity is None:
            return None
        sign = _sign(quantity.unit) or unit
        number = quantity.number.scaleb(measure.scale)
        converted = units.converted(number, sign, unit)
        return None if converted is None else Decimal(format(converted, "f"))

    about = ", ".join(
        filter(
            None,
            (
                units.unit_words(unit).partition("|")[2],
                f"header says 10^{measure.scale}" if measure.scale else "",
                "1.234,5" if style == "german" and any("," in text for text in known) else "",
            ),
        )
    )
    column = replace(column, unit=unit, about=about)
    return _with(column, texts, rows, read, f"no number in {unit}" if unit else "no number")


def _sign(text: str) -> str:
    return units.known_unit(text) or text


def _style(known: Sequence[str], *, german: bool) -> str:
    """How the numbers of a column are written, by those that can be read one way only."""
    votes = Counter(next(iter(styles)) for text in known if len(styles := cells.number_styles(text)) == 1)
    if votes["english"] == votes["german"]:
        return "german" if german else "english"
    return votes.most_common(1)[0][0]


def _dates(column: Column, texts: Sequence[str], rows: Sequence[int], told: str | None) -> Column:
    """Days and months in the order that some cell of the column leaves no choice about, or that the owner
    says.
    """
    open_cells = [orders for text in texts if (orders := cells.date_orders(text))]
    sure = {next(iter(orders)) for orders in open_cells if len(orders) == 1}
    order = told or (next(iter(sure)) if len(sure) == 1 else None)
    ambiguous = order is None and any(len(orders) == 2 for orders in open_cells)
    about = {"dmy": "day first", "mdy": "month first"}.get(order or "", "") if open_cells else ""
    if ambiguous:
        about = "day or month first? only the years are used"
    column = replace(column, about=about, ambiguous=ambiguous)
    return _with(column, texts, rows, lambda text: cells.date(text, order), "no date")


def _one_spelling(column: Column) -> Column:
    """Of several spellings of one value, the most frequent for all."""
    spellings: dict[str, Counter[str]] = {}
    for value, count in column.counts.items():
        spellings.setdefault(name_key(str(value)), Counter())[str(value)] += count
    best = {
        key: max(texts.items(), key=lambda pair: (pair[1], pair[0]))[0] for key, texts in spellings.items()
    }
    several = {key: texts for key, texts in spellings.items() if len(texts) > 1}
    if not several:
        return column
    remarks = [
        Remark(0, column.header, f"{', '.join(map(repr, texts))} are taken as one: {best[key]!r}")
        for key, texts in several.items()
    ]

    def one(text: str) -> str:
        return best[name_key(text)]

    values = tuple(
        tuple(dict.fromkeys(map(one, value)))
        if isinstance(value, tuple)
        else one(value)
        if isinstance(value, str)
        else value
        for value in column.values
    )
    return replace(column, values=values, remarks=(*column.remarks, *remarks))


def _without_slips(column: Column, numbers: Sequence[int]) -> Column:
    """A category without values that may be a slip for a frequent one: nothing is known of such a cell."""
    frequent = [str(value) for value, count in column.counts.items() if count >= 5]
    rare = [str(value) for value, count in column.counts.items() if count == 1]
    slips = {
        value: other
        for value in rare
        if len(value) > 4 and len(rare) * len(frequent) < _MOST_REMARKS
        for other in frequent
        if OSA.distance(value.casefold(), other.casefold(), score_cutoff=1) <= 1
    }
    if not slips:
        return column
    remarks = [
        Remark(number, column.header, f"{value!r} may be a slip for {slips[value]!r}; left out")
        for number, value in zip(numbers, column.values, strict=True)
        if isinstance(value, str) and value in slips
    ]
    values = tuple(None if isinstance(value, str) and value in slips else value for value in column.values)
    return replace(column, values=values, remarks=(*column.remarks, *remarks))
