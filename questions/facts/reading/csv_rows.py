"""CSV files with the line of every row, read as far as they are sound."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from questions.facts.reading.problem import Problem
from questions.facts.reading.text import faults_of_value, read_text

MAX_LINES_OF_A_ROW = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``line`` is the first one that it takes. A column that the file lacks has no cell."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def parts(self, column: str) -> tuple[str, ...]:
        """What a cell splits by ``|``."""
        return tuple(map(str.strip, self[column].split("|"))) if self[column] else ()


@dataclass(frozen=True)
class Rows:
    """The rows of a file that have a cell for each column, and the first cells of those that have not."""

    file: Path
    rows: tuple[Row, ...]
    spoilt: frozenset[str] = frozenset()


def read_csv(
    file: Path, columns: Sequence[str], problems: list[Problem], optional: Sequence[str] = ()
) -> Rows | None:
    """The rows below the header, or None where the file is missing or its header is no header.

    A file need not have the ``optional`` columns.
    """
    text = read_text(file, problems)
    if text is None:
        return None
    lines = text.split("\n")
    rows = _parsed(lines)
    first, cells = next(rows, (1, None))
    header = [cell.strip() for cell in cells or []]
    if not set(header) & set(columns):
        problems.append(Problem(file, first, f"no header; the first line must be {','.join(columns)}"))
        return None
    problems += (Problem(file, first, fault) for fault in _header_faults(header, columns, optional))
    found, spoilt = [], set()
    for line, cells in rows:
        problems += (Problem(file, line, fault) for fault in _row_faults(cells, header))
        if cells is not None and len(cells) == len(header):
            found.append(Row(line, _by_column(header, cells)))
        else:
            first_cell = cells[0] if cells else lines[line - 1].split(",")[0]
            spoilt.add(first_cell.strip())
    return Rows(file, tuple(found), frozenset(spoilt))


def _parsed(lines: Sequence[str]) -> Iterator[tuple[int, list[str] | None]]:
    """Line number and cells of each row that is not blank; None for cells that cannot be told apart.

    Lines are joined only where that closes a quote, so that a quote left open spoils one row and not the rest
    of the file.
    """
    position = 0
    while position < len(lines):
        taken = _lines_of_row(lines, position)
        cells = _cells(lines[position : position + taken])
        if cells is None:
            taken = 1
        if cells != []:
            yield position + 1, cells
        position += taken


def _lines_of_row(lines: Sequence[str], start: int) -> int:
    is_open = False
    for taken, line in enumerate(lines[start : start + MAX_LINES_OF_A_ROW], 1):
        is_open ^= line.count('"') % 2 == 1
        if not is_open:
            return taken
    return 1


def _cells(lines: Sequence[str]) -> list[str] | None:
    try:
        rows = list(csv.reader(["\n".join(lines)], strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else []


def _by_column(header: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    """The cells of a row; of a column that appears twice, the first."""
    pairs = zip(header, cells, strict=True)
    return {name: cell.strip() for name, cell in reversed(list(pairs))}


def _header_faults(header: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> Iterator[str]:
    for column in columns:
        if column not in header:
            yield f"the column {column} is missing; the columns are {','.join(columns)}"
    known = (*columns, *optional)
    for column in dict.fromkeys(header):
        if column not in known:
            yield f"unknown column {column!r}; remove it: the columns are {','.join(known)}"
        elif header.count(column) > 1:
            yield f"the column {column} appears here {header.count(column)} times; keep one"


def _row_faults(cells: Sequence[str] | None, header: Sequence[str]) -> Iterator[str]:
    if cells is None:
        yield (
            "the quotes in this row do not match, or the row is too long; "
            'close each quoted cell, and write a quote inside one as ""'
        )
    elif len(cells) > len(header):
        yield (
            f"{len(cells)} cells for {len(header)} columns; remove the stray ones, "
            "or put a cell that holds a comma in quotes"
        )
    elif len(cells) < len(header):
        yield f"only {len(cells)} cells for {len(header)} columns; add the missing ones, or their commas"
    else:
        for name, cell in zip(header, cells, strict=True):
            if cell != cell.strip():
                yield f"{name} starts or ends with a blank; remove it"
            if not (cell.isascii() and cell.isprintable()):
                yield from (f"{name}: {fault}" for fault in faults_of_value(cell.strip()))
