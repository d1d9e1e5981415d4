"""A file's bytes -> rows of cells as text: CSV and its kin in any encoding, or a sheet of a workbook."""

from __future__ import annotations

import csv
import datetime as dt
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

import charset_normalizer
from python_calamine import CalamineError, CalamineWorkbook

MOST_BYTES = 32 * 2**20
MOST_UNPACKED = 256 * 2**20
MOST_ROWS, MOST_COLUMNS = 100_000, 200
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAMPLE = 64 * 1024
_DELIMITERS = ",;\t|"
_BROKEN_WORD = re.compile(r"[a-z][^\x00-\x7f\w\s‘’“”–—…·-][a-z]|\ufffd|[a-z][¹²³¼½¾ª¿¡][a-z]", re.IGNORECASE)
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)

Cell = bool | int | float | str | dt.date | dt.datetime | dt.time | dt.timedelta


class UnreadableTable(ValueError):
    """A file that is no table; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table as text, each with its number in the file, counting from 1; blank rows are left
    out.

    ``german`` says that a semicolon parts the cells, as programs write where the comma is for decimals.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    german: bool = False


def read_grid(data: bytes, sheet: str | None = None) -> Grid:
    """The cells of a CSV, TSV, XLSX, XLS or ODS file, by what is in it and not by its name.

    Raises UnreadableTable.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableTable(f"the file is larger than {MOST_BYTES // 2**20} MiB; cut it down")
    if data.startswith(_WORKBOOKS):
        return _checked(Grid(_numbered(_sheet(data, sheet))))
    return _checked(_separated(_decoded(data)))


def clean(text: str) -> str:
    """The text of a cell on one line, in composed form, without what cannot be seen."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def _checked(grid: Grid) -> Grid:
    if len(grid.rows) < 2:
        raise UnreadableTable("there is no table in it: it needs a row of headers, and a row for each thing")
    if len(grid.rows) > MOST_ROWS:
        raise UnreadableTable(f"it has more than {MOST_ROWS:,} rows; cut it down")
    if max(len(cells) for _, cells in grid.rows) > MOST_COLUMNS:
        raise UnreadableTable(f"it has more than {MOST_COLUMNS} columns; cut it down")
    return grid


def _numbered(rows: Sequence[Sequence[str]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((number, tuple(cells)) for number, cells in enumerate(rows, 1) if any(cells))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig",) if not data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-16",):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            break
        if "\0" in text:
            raise UnreadableTable("this is no text and no workbook; save the table as CSV or XLSX")
        return text
    if b"\0" in data:
        raise UnreadableTable("this is no text and no workbook; save the table as CSV or XLSX")
    western = data.decode("cp1252", errors="replace")
    if _looks_western(western):
        return western
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _looks_western(text: str) -> bool:
    """Whether letters with accents are few, and stand among others as they do in words."""
    letters = sum(map(str.isalpha, text))
    accented = sum(char.isalpha() and not char.isascii() for char in text)
    return 3 * accented <= letters and not _BROKEN_WORD.search(text)


def _separated(text: str) -> Grid:
    """The cells of a text, by the delimiter that parts most of its lines alike."""
    delimiter = _delimiter(text)
    rows: list[tuple[int, tuple[str, ...]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cells):
                rows.append((line, tuple(map(clean, cells))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableTable(f"line {line} cannot be read ({error}); close its quotes") from error
    return Grid(tuple(row for row in rows if any(row[1])), german=delimiter == ";")


def _delimiter(text: str) -> str:
    """The Sniffer's guess where it explains the lines as well as any other."""
    sample = text[:_SAMPLE].splitlines()[:200]
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    try:
        hint = csv.Sniffer().sniff("\n".join(sample[:50]), _DELIMITERS).delimiter
    except csv.Error:
        hint = ","
    best = max(scores, key=lambda delimiter: (scores[delimiter], delimiter == hint))
    return best if scores[best] else ","


def _score(lines: Sequence[str], delimiter: str) -> int:
    """How many lines have the usual number of cells, times that of their delimiters."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
    except csv.Error:
        return 0
    width, count = max(widths.items(), key=lambda pair: pair[1] * (pair[0] - 1), default=(1, 0))
    return count * (width - 1)


def _sheet(data: bytes, name: str | None) -> list[list[str]]:
    """The rows of the sheet of this name, or of the first that holds anything."""
    if data.startswith(b"PK") and _unpacked(data) > MOST_UNPACKED:
        raise UnreadableTable("the workbook is far too large once unpacked; save the table as CSV")
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        if name is not None and name not in book.sheet_names:
            raise UnreadableTable(f"there is no sheet {name!r}; there are {', '.join(book.sheet_names)}")
        for title in [name] if name is not None else book.sheet_names:
            rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
            if any(any(cell != "" for cell in row) for row in rows):
                return [[_text(cell) for cell in row] for row in rows]
    except (CalamineError, zipfile.BadZipFile) as error:
        raise UnreadableTable(f"the workbook cannot be read ({error}); save the table as CSV") from error
    raise UnreadableTable("there is nothing in the workbook")


def _unpacked(data: bytes) -> int:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableTable("the file is damaged; save the table again, as CSV or XLSX") from error


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return clean(str(cell))
