"""A file of questions -> its entries and its problems, whatever the file holds. Never an exception."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from questions.interchange.formats import AS_JSON, AS_TABLE, Format
from questions.interchange.lists.cleaning import clean_line, clip
from questions.interchange.lists.decoding import MAX_BYTES, decode
from questions.interchange.lists.delimited import read_rows
from questions.interchange.lists.entry import MAX_NAME, MOST_PROBLEMS, Enough, Entry, Placed, Problem, Reading
from questions.interchange.lists.formats import ZIP, of_text, of_tree
from questions.interchange.lists.readers import (
    aiken,
    anki,
    columns,
    gift,
    lancebot,
    opentdb,
    own,
    quizbowl,
    red,
)
from questions.interchange.lists.sheets import Row, read_sheet
from questions.interchange.lists.sound import HTML, MARKUP, PLAIN, Unmark, sound
from questions.interchange.lists.trees import looks_like_json, read_json, read_yaml

_SHEETS_BEFORE = b"\xd0\xcf\x11\xe0"
_ONE_LINE = 2
_UNMARK: dict[Format, Unmark] = {
    Format.GUMSHOE: PLAIN,
    Format.ANKI: PLAIN,
    Format.GIFT: HTML,
    Format.QUIZBOWL: PLAIN,
}


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was read: what can be asked, and what cannot and why, by the place in the file.

    ``format`` is None for a file that could not be made out; ``unit`` says what the places count.
    """

    name: str
    format: Format | None
    title: str
    about: str
    unit: str
    entries: tuple[Placed, ...]
    problems: tuple[Problem, ...]


def read_list(name: str, data: bytes, format: Format | None = None) -> ListFile:
    """Read a file in the format named, or in the one that it looks like."""
    reading = Reading()
    try:
        reading.format = format
        _read(name, data, reading)
    except Enough:
        pass
    return _finished(name, reading)


def _read(name: str, data: bytes, reading: Reading) -> None:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 2**20:.1f} MiB"
        reading.report(1, f"the file has {size}; split it into files of at most {MAX_BYTES >> 20} MiB")
    elif not data.strip():
        reading.report(1, "the file is empty")
    elif data.startswith(ZIP):
        _read_table(read_sheet(data, reading), reading)
    elif data.startswith(_SHEETS_BEFORE):
        reading.report(1, "this is a workbook of an old sort, or an encrypted one; save it as XLSX or CSV")
    elif (text := decode(data, reading)) is not None:
        _read_text(name, text, reading)


def _read_text(name: str, text: str, reading: Reading) -> None:
    reading.format = reading.format or of_text(name, text)
    if reading.format in AS_TABLE:
        _read_table(read_rows(text, reading), reading)
    elif reading.format in _TEXT_READERS:
        _TEXT_READERS[reading.format](text, reading)
    else:
        _read_document(text, reading)


_TEXT_READERS: dict[str | None, Callable[[str, Reading], None]] = {
    Format.ANKI: anki.read,
    Format.GIFT: gift.read,
    Format.AIKEN: aiken.read,
}


def _read_document(text: str, reading: Reading) -> None:
    if text.count("\n") <= _ONE_LINE:
        reading.unit = "question"
    json = looks_like_json(text) or reading.format in AS_JSON
    document = read_json(text) if json else read_yaml(text)
    if document.fault:
        kind = "JSON" if json else "YAML"
        reading.report(
            document.line, f"this is not valid {kind}: {document.fault}; what follows was not read"
        )
    reading.format = reading.format or of_tree(document.tree)
    match reading.format:
        case Format.RED:
            red.read(document, reading)
        case Format.LANCEBOT:
            lancebot.read(document, reading)
        case Format.QUIZBOWL:
            quizbowl.read(document, reading)
        case Format.GUMSHOE:
            own.read(document, reading)
        case Format.OPENTDB | Format.LAKEYS:
            opentdb.read(document, reading, text[:1_000] if reading.format is Format.LAKEYS else "")
        case _ if not document.fault:
            reading.report(
                1, "this is in none of the known formats; name one with --format, or save it as CSV"
            )


def _read_table(rows: list[Row], reading: Reading) -> None:
    header = columns.header_of(rows)
    roles = header[1] if header else []
    if "instructions" in roles:
        reading.format = Format.KOTOBA
    else:
        chosen = any(role and role.startswith("choice") for role in roles)
        reading.format = Format.KAHOOT if chosen else Format.TABLE
    columns.read(rows, reading)


def _finished(name: str, reading: Reading) -> ListFile:
    """The entries that are sound, and why the others are not."""
    placed = []
    unmark = PLAIN if reading.verbatim else _UNMARK.get(reading.format or Format.TABLE, MARKUP)
    problems = list(reading.problems)
    for raw in reading.entries:
        entry = sound(raw.entry, unmark)
        if isinstance(entry, Entry):
            placed.append(Placed(raw.at, entry))
        elif len(problems) < 2 * MOST_PROBLEMS:
            problems.append(Problem(raw.at, entry))
    if not placed and not problems:
        problems.append(Problem(1, "there are no questions in this file"))
    title = clean_line(reading.title) or clean_line(PurePath(name).stem.replace("_", " "))
    return ListFile(
        name=name,
        format=reading.format,
        title=clip(title, MAX_NAME),
        about=clean_line(reading.about),
        unit=reading.unit,
        entries=tuple(placed),
        problems=tuple(sorted(problems)),
    )
