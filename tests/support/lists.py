"""Files of questions for tests: read in one call, workbooks made by hand, any number of made-up entries."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from random import Random
from xml.sax.saxutils import escape

from questions.interchange.lists import Entry, Format, ListFile, read_list

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _relation(kind: str, target: str) -> str:
    inside = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
}


def read(name: str, text: str | bytes, format: Format | None = None) -> ListFile:
    """A file of this name that holds this text."""
    return read_list(name, text.encode() if isinstance(text, str) else text, format)


def reasons(file: ListFile) -> list[tuple[int, str]]:
    """The place and the text of every problem."""
    return [(problem.at, problem.text) for problem in file.problems]


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """An XLSX workbook of one sheet; None is an empty cell."""
    sheet = "".join(_row(number, cells) for number, cells in enumerate(rows, 1))
    return workbook_of(f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>')


def workbook_of(sheet: str) -> bytes:
    """An XLSX workbook whose only sheet is this XML."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, text)
    return data.getvalue()


def _row(number: int, cells: Sequence[object]) -> str:
    return f'<row r="{number}">{"".join(_cell(number, at, cell) for at, cell in enumerate(cells))}</row>'


def _cell(row: int, column: int, value: object) -> str:
    place = f"{chr(ord('A') + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def many_entries(count: int, seed: int = 0) -> list[Entry]:
    """So many entries, none of which asks the same as another: to be typed, with choices, true or false."""
    rng = Random(seed)
    words = [
        "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3)) for _ in range(4_000)
    ]
    made = []
    for number in range(count):
        subject, place, thing = (rng.choice(words).title() for _ in range(3))
        prompt = (
            f"Which {thing} from {place} did {subject} make in {1000 + number % 1000}, as number {number}?"
        )
        answer = "True" if number % 10 == 0 else f"{rng.choice(words).title()} {rng.choice(words).title()}"
        wrong: tuple[str, ...] = ("False",) if number % 10 == 0 else ()
        if number % 4 == 1:
            wrong = tuple(f"{rng.choice(words).title()} {at}" for at in range(3))
        made.append(Entry(prompt, (answer,), wrong, topic=place, level=1 + number % 3))
    return made
