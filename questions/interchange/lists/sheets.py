"""XLSX workbooks -> the rows of the first sheet that holds any, as text.

A workbook is an archive, and its cells have places: a file of a few kilobytes can stand for gigabytes. So it
is unpacked here, within limits, before the library sees it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from questions.interchange.lists.entry import Reading

MAX_UNPACKED = 64 * 1024 * 1024
MAX_PARTS = 2_000
MAX_CELLS = 2_000_000
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,9})([0-9]{1,12})[\"']")
_ROW_PLACE = re.compile(rb"<(?:[A-Za-z0-9]+:)?row\b[^<>]{0,500}?\sr\s*=\s*[\"']([0-9]{1,12})[\"']")
_SAVE = "save the list as CSV, or as a plain XLSX workbook"

Row = tuple[int, list[str]]


def read_sheet(data: bytes, reading: Reading) -> list[Row]:
    """The rows that are not empty, each with its number; what stands in the way is reported."""
    reading.unit = "row"
    safe = _unpacked(data, reading)
    if safe is None:
        return []
    try:
        with CalamineWorkbook.from_filelike(BytesIO(safe)) as book:
            for name in book.sheet_names:
                rows = list(_rows(book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
                if rows:
                    return rows
        reading.report(1, "this workbook has no filled cells")
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        reading.report(1, f"this workbook cannot be read ({error}); {_SAVE}")
    except BaseException as error:  # a panic of the library in Rust is no Exception
        if type(error).__name__ != "PanicException":
            raise
        reading.report(1, f"this workbook cannot be read; {_SAVE}")
    return []


def _rows(sheet: Iterable[Sequence[object]]) -> Iterator[Row]:
    for number, cells in enumerate(sheet, 1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            yield number, texts


def _text(cell: object) -> str:
    """A cell as its reader sees it; formulas come as their value."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("seconds" if cell.second else "minutes")
    return str(cell)


def _unpacked(data: bytes, reading: Reading) -> bytes | None:
    """The same archive without compression; None where it is none, or stands for too much."""
    size, target = 0, BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(target, "w") as plain:
            parts = packed.infolist()
            if len(parts) > MAX_PARTS:
                reading.report(1, f"this workbook has {len(parts):,} parts; {_SAVE}")
                return None
            for part in parts:
                if part.flag_bits & 1:
                    reading.report(1, f"this workbook is encrypted; {_SAVE}")
                    return None
                with packed.open(part) as file:
                    content = file.read(MAX_UNPACKED - size + 1)
                size += len(content)
                if size > MAX_UNPACKED:
                    reading.report(1, f"this workbook unpacks to more than {MAX_UNPACKED >> 20} MiB; {_SAVE}")
                    return None
                if _spans_too_much(part.filename, content):
                    reading.report(1, f"the sheet spans more than {MAX_CELLS:,} cells; {_SAVE}")
                    return None
                plain.writestr(part.filename, content)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        reading.report(1, f"this workbook is damaged ({error}); {_SAVE}")
        return None
    return target.getvalue()


def _spans_too_much(name: str, content: bytes) -> bool:
    """Whether the outermost cells of a sheet are so far out that all between them would not fit in memory."""
    if "worksheets" not in name.casefold():
        return False
    columns, rows = 1, 1
    for match in _PLACE.finditer(content):
        columns, rows = max(columns, _column(match[1])), max(rows, int(match[2]))
    for match in _ROW_PLACE.finditer(content):
        rows = max(rows, int(match[1]))
    return columns * rows > MAX_CELLS


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
