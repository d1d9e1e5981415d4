"""CSV, TSV and the like -> rows, each with the line on which it begins."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from questions.interchange.lists.entry import MAX_ENTRIES, Reading
from questions.interchange.lists.sheets import Row

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS, _MAX_FIELD, _MOST_ROWS = 200, 1 << 20, MAX_ENTRIES + 2_000
_QUOTE = '"'


def read_rows(text: str, reading: Reading, delimiter: str | None = None) -> list[Row]:
    """The rows that are not empty. A row whose quotes do not fit is reported and left out."""
    lines = text.split("\n")
    delimiter = delimiter or delimiter_of(record for _, record in _records(lines))
    rows: list[Row] = []
    for number, record in _records(lines):
        if len(record) > _MAX_FIELD:
            reading.report(number, "this row is longer than a million characters; look for a missing quote")
            continue
        try:
            cells = _cells(record, delimiter)
        except csv.Error:
            reading.report(number, "this row cannot be read: look for a missing quote, or a very long cell")
            continue
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            rows.append((number, cells))
        if len(rows) > _MOST_ROWS:
            break
    return rows


def _cells(record: str, delimiter: str) -> list[str]:
    """The cells of a row. A quote inside of a cell is part of it; one that begins a cell must end it."""
    try:
        return next(csv.reader([record], delimiter=delimiter, skipinitialspace=True, strict=True), [])
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise
    return next(csv.reader([record], delimiter=delimiter, skipinitialspace=True), [])


def delimiter_of(records: Iterable[str]) -> str:
    """What stands between the cells: what gives the most rows the same number of cells, more than one."""
    sample = [row for row in islice(records, _SAMPLE_ROWS) if row.strip() and not row.startswith("#")]

    def score(delimiter: str) -> tuple[float, int]:
        counts = Counter(_unquoted_count(row, delimiter) for row in sample)
        del counts[0]
        most = counts.most_common(1)
        return (most[0][1] / len(sample), most[0][0]) if most else (0.0, 0)

    best = max(DELIMITERS, key=score)
    return best if score(best)[0] else ","


def _unquoted_count(row: str, delimiter: str) -> int:
    """How often the delimiter stands outside of quotes."""
    return sum(piece.count(delimiter) for piece in row[:10_000].split(_QUOTE)[::2])


def _records(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines, and those together that a quoted cell spans; a quote that never closes spans one line alone."""
    at = 0
    while at < len(lines):
        end = at
        if lines[at].count(_QUOTE) % 2:
            end = next(
                (
                    later
                    for later in range(at + 1, min(at + 200, len(lines)))
                    if lines[later].count(_QUOTE) % 2
                ),
                at,
            )
        yield at + 1, "\n".join(lines[at : end + 1])
        at = end + 1
