"""The rows of the bench as a table that people read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.bench.row import Row

HEADER = ("what", "ours", "limit", "ratio", "goal", "")


def table(rows: Iterable[Row]) -> str:
    """A line a row below a header, in columns; numbers stand to the right."""
    lines = [HEADER, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join(_line(line, widths) for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    verdict = "" if not row.goal else "holds" if row.holds else "FALLS SHORT"
    limit = "" if row.limit is None else f"{_number(row.limit)} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return row.name, f"{_number(row.ours)} {row.unit}", limit, ratio, row.goal, verdict


def _number(value: float) -> str:
    """Three digits that count, without exponents."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    to_the_right = (1, 2, 3)
    columns = (
        cell.rjust(width) if column in to_the_right else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(columns).rstrip()
