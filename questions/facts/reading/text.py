"""The text of a pack's files, and what must not stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from questions.facts.reading.problem import Problem

UTF8_BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")

# Controls but tab and line feed, soft hyphens, zero-width and direction marks, line separators, invisible
# operators, byte order marks, interlinear and language tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
BREAKS = re.compile("[\t\n]")


def read_text(file: Path, problems: list[Problem]) -> str | None:
    """The file's text, without what was reported, so that the rest can be read; None where there is none.

    Lines end with ``\\n``, and their numbers are those of the file.
    """
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            problems.append(Problem(file, 1, "this is a pipe or a device; put a plain file in its place"))
            return None
        data = file.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, 1, "there is no such file; every pack has one"))
        return None
    except OSError as error:
        problems.append(
            Problem(file, 1, f"cannot be read: {error.strerror or error}; fix that and try again")
        )
        return None
    if data.startswith(UTF16_BOMS):
        problems.append(Problem(file, 1, "this file is UTF-16; save it as UTF-8, without a byte order mark"))
        return None
    if data.startswith(UTF8_BOM):
        problems.append(
            Problem(file, 1, "the file starts with a byte order mark (BOM); save it as UTF-8 without one")
        )
        data = data.removeprefix(UTF8_BOM)
    lines = []
    for number, raw in enumerate(data.split(b"\n"), 1):
        line, faults = _read_line(raw.removesuffix(b"\r"))
        problems += (Problem(file, number, fault) for fault in faults)
        lines.append(line)
    return "\n".join(lines)


def _read_line(raw: bytes) -> tuple[str, list[str]]:
    try:
        line = raw.decode()
    except UnicodeDecodeError as error:
        byte = f"byte {error.start + 1} of the line ({raw[error.start]:#04x})"
        fault = f"{byte} is not UTF-8; save the file as UTF-8"
        return clean(raw.decode(errors="replace").replace("\ufffd", "?")), [fault]
    if line.isascii() and line.isprintable():
        return line, []
    return clean(line), list(faults_of(line))


def clean(text: str) -> str:
    """The text as its author sees it."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def faults_of(text: str) -> Iterator[str]:
    """What must not stand in any line of a pack, each character once."""
    for char in sorted(set(UNSEEN.findall(text))):
        yield f"{_described(char)} cannot be seen in the text; remove it"
    if not unicodedata.is_normalized("NFC", text):
        words = re.split(r'[\s",|=]+', text)
        word = next((word for word in words if not unicodedata.is_normalized("NFC", word)), text)
        yield f"{clean(word)!r} is not in Unicode's composed form (NFC); type its accented letters anew"


def faults_of_value(text: str) -> Iterator[str]:
    """What must not stand in a cell or a value."""
    for char in sorted(set(BREAKS.findall(text))):
        yield f"{_described(char)} stands in the text; write it on one line, with plain spaces"
    yield from faults_of(text)


def _described(char: str) -> str:
    known = {"\t": "a tab", "\n": "a line break", "\r": "a carriage return"}
    if char in known:
        return known[char]
    kind = (
        "a control character"
        if unicodedata.category(char) == "Cc"
        else unicodedata.name(char, "a mark").lower()
    )
    return f"{kind} (U+{ord(char):04X})"
