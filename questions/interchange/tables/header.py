"""Which rows of a grid are the header, the things and mere remarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from questions.interchange.tables.cells import is_unknown, number_styles, without_footnotes
from questions.interchange.tables.grid import Grid, UnreadableTable
from questions.interchange.tables.nouns import is_plural
from questions.interchange.tables.units import known_unit

_SEARCHED = 12
_TOTALS = re.compile(r"(?:grand )?totals?|sum|average|mean|median|gesamt|summe", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:source|sources|note|notes|quelle|last updated|as of|retrieved|data from|\*)\b.{0,}", re.IGNORECASE
)

_HEADINGS = frozenset(
    {"where", "when", "who", "location", "details", "general", "info", "facts", "data", "basics"}
)

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Remark:
    """What was not understood or left out, and where; ``column`` is a header, or empty for a whole row."""

    row: int
    column: str
    text: str

    def __str__(self) -> str:
        place = f"row {self.row}" + (f", {self.column}" if self.column else "")
        return (
            f"{place}: {self.text}"
            if self.row
            else (f"{self.column}: {self.text}" if self.column else self.text)
        )


@dataclass(frozen=True)
class RawTable:
    """A header and the rows below it, each as wide as the header, with its number in the file."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    german: bool = False
    remarks: tuple[Remark, ...] = field(default=())


def split_header(grid: Grid) -> RawTable:
    """The table in a grid. A title above the header, a second row of headers, notes and totals below are
    taken for what they are.

    Raises UnreadableTable where no row can be the header.
    """
    at = _header_at(grid.rows)
    number, top = grid.rows[at]
    title = next((cell for _, cells in grid.rows[:at] for cell in cells if cell), "")
    body = list(grid.rows[at + 1 :])
    remarks = [Remark(line, "", "above the header; not a row of the table") for line, _ in grid.rows[:at]]
    if body and _is_second_header(top, body[0][1], [cells for _, cells in body[1:40]]):
        top = _merged(top, body[0][1])
        body = body[1:]
    width = max((at for at, cell in enumerate(top, 1) if cell), default=0)
    headers = _unique([_plain(cell) for cell in top[:width]])
    rows = []
    for number, cells in body:
        if remark := _left_out(cells, headers):
            remarks.append(Remark(number, "", remark))
            continue
        if extra := [cell for cell in cells[width:] if cell]:
            remarks.append(Remark(number, "", f"{extra[0]!r} stands beyond the last header; left out"))
        kept = tuple(cells[:width])
        rows.append((number, kept + ("",) * (width - len(kept))))
    if not rows:
        raise UnreadableTable("there is no row below the headers")
    return RawTable(headers, tuple(rows), title, grid.german, tuple(remarks))


def _header_at(rows: Sequence[Row]) -> int:
    width = Counter(sum(map(bool, cells)) for _, cells in rows[1:200]).most_common(1)[0][0]
    for at, (_, cells) in enumerate(rows[:_SEARCHED]):
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or 2 * len(filled) < width:
            continue
        words = [cell for cell in filled if (not number_styles(cell) and not is_unknown(cell)) or cell == "#"]
        if 2 * len(words) > len(filled) and len(filled) > 1 and len(rows) > at + 1:
            return at
    raise UnreadableTable(
        "no row of headers: the first row must name the columns, two at least, as in Country,Capital"
    )


def _is_second_header(top: Sequence[str], second: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row names parts or units of the columns above it: it holds no number where the rows below do,
    and fills the gaps that merged headers leave.
    """
    cells = list(second) + [""] * max(0, len(top) - len(second))
    if len(below) < 2 or not any(cells):
        return False
    gaps = [at for at, cell in enumerate(top) if not cell and at < len(cells) and cells[at]]
    units = [cell for cell in cells if re.fullmatch(r"[(\[].{1,20}[)\]]", cell)]
    numeric = [at for at in range(len(top)) if _mostly_numbers([row[at] for row in below if at < len(row)])]
    if any(
        cells[at] and number_styles(cells[at]) and not re.fullmatch(r"\d{4}", cells[at]) for at in numeric
    ):
        return False
    if units and len(units) == len([cell for cell in cells if cell]):
        return True
    return bool(gaps) and any(cells[at] for at in numeric) and (not cells[0] or (bool(top) and not top[0]))


def _mostly_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if not is_unknown(cell)]
    return len(filled) > 1 and 2 * sum(bool(number_styles(cell)) for cell in filled) > len(filled)


def _merged(top: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """The headers of two rows as one: what stands above counts for the gaps to its right."""
    merged, over = [], ""
    for at in range(max(len(top), len(second))):
        upper = top[at] if at < len(top) else ""
        lower = second[at] if at < len(second) else ""
        over = upper or (over if lower else "")
        merged.append(_joined(over, lower))
    return tuple(merged)


def _joined(upper: str, lower: str) -> str:
    """ "Population" and "2020", "Height (m)" of "Height" and "m", "gold medals" of "Medals" and "Gold"."""
    if not (upper and lower):
        return upper or lower
    if known_unit(lower):
        return f"{upper} ({lower})"
    if upper.casefold() in _HEADINGS:
        return lower
    is_word = lower[:1].isalpha()
    return f"{lower} {upper.lower()}" if is_word and is_plural(upper.split()[-1]) else f"{upper} {lower}"


def _left_out(cells: Sequence[str], headers: Sequence[str]) -> str:
    """Why a row is none of the things; empty where it is one."""
    filled = [cell for cell in cells if cell]
    first = without_footnotes(cells[0]) if cells else ""
    if _TOTALS.fullmatch(first) or (not first and len(cells) > 1 and _TOTALS.fullmatch(cells[1])):
        return "a total, not a row of its own; left out"
    if len(filled) == 1 and len(headers) > 2:
        return "a note or a heading, not a row of its own; left out"
    if len(filled) <= 2 and len(headers) > 3 and _NOTE.fullmatch(filled[0]):
        return "a note; left out"
    if [cell.casefold() for cell in cells[: len(headers)]] == [header.casefold() for header in headers]:
        return "the headers again; left out"
    return ""


def _plain(header: str) -> str:
    return re.sub(r"[{}|]", " ", without_footnotes(header)).strip()


def _unique(headers: Sequence[str]) -> tuple[str, ...]:
    """The headers, a number behind those that stand twice; what has none is called by its place."""
    named = [header or f"column {at}" for at, header in enumerate(headers, 1)]
    seen: Counter[str] = Counter()
    unique = []
    for header in named:
        seen[header.casefold()] += 1
        count = seen[header.casefold()]
        unique.append(header if count == 1 else f"{header} {count}")
    return tuple(unique)
