"""Columns that are one list written side by side: "Star 1", "Star 2", "Star 3"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from questions.interchange.tables.cells import date, is_unknown, number_styles, without_footnotes
from questions.interchange.tables.header import RawTable, Remark, Row
from questions.interchange.tables.nouns import is_plural, plural
from questions.words import name_key

_NUMBERED = re.compile(r"(\D*[^\W\d_])[ _-]?(\d\d?)")
_BETWEEN = "; "


def joined_series(table: RawTable, kept: Collection[str] = ()) -> RawTable:
    """The table with each series of numbered columns of words as one column, a list, in place of the first.

    ``kept`` are headers, in any spelling, that somebody speaks of: their series stays as it is.
    """
    said = {name_key(header) for header in kept}
    for base, columns in _series(table.headers):
        if not said.isdisjoint(name_key(table.headers[at]) for at in columns) or not _are_words(
            table, columns
        ):
            continue
        name = base if is_plural(base.split()[-1]) else plural(base)
        if name_key(name) not in map(name_key, table.headers):
            return joined_series(_joined(table, columns, name), kept)
    return table


def _series(headers: Sequence[str]) -> list[tuple[str, tuple[int, ...]]]:
    """What headers are numbered from 1 on, without a gap, and where these stand."""
    places: dict[str, dict[int, int]] = {}
    for at, header in enumerate(headers):
        if found := _NUMBERED.fullmatch(header):
            places.setdefault(found[1].replace("_", " ").strip(), {})[int(found[2])] = at
    return [
        (base, tuple(at for _, at in sorted(numbered.items())))
        for base, numbered in places.items()
        if len(numbered) > 1 and sorted(numbered) == list(range(1, len(numbered) + 1))
    ]


def _are_words(table: RawTable, columns: Sequence[int]) -> bool:
    cells = [without_footnotes(row[at]) for _, row in table.rows for at in columns]
    known = [cell for cell in cells if not is_unknown(cell)]
    return bool(known) and not any(
        number_styles(cell) or date(cell, None) is not None or _BETWEEN.strip() in cell for cell in known
    )


def _joined(table: RawTable, columns: Sequence[int], name: str) -> RawTable:
    first, *others = columns

    def one(cells: Sequence[str], joined: str) -> tuple[str, ...]:
        return tuple(joined if at == first else cell for at, cell in enumerate(cells) if at not in others)

    rows: list[Row] = []
    for number, row in table.rows:
        known = [row[at] for at in columns if not is_unknown(without_footnotes(row[at]))]
        rows.append((number, one(row, _BETWEEN.join(known))))
    said = ", ".join(table.headers[at] for at in columns)
    remark = Remark(0, name, f"{said} are taken as one list")
    return replace(
        table, headers=one(table.headers, name), rows=tuple(rows), remarks=(*table.remarks, remark)
    )
