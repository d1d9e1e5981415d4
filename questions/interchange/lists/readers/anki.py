"""Anki's notes as text: ``#key:value`` lines at the top, then a note a row.

The first field is the question and the second the answer, but for fields that the headers give another
meaning; a note with cloze deletions is a question for each of them. Pictures and sounds of the collection
are files of its owner's computer, and cannot be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from questions.interchange.lists.cleaning import clean, image_of, is_link, without_tags
from questions.interchange.lists.delimited import read_rows
from questions.interchange.lists.entry import MAX_ANSWER, Entry, Reading

HEADER = re.compile(
    r"^#(separator|html|tags|columns|notetype|deck|(?:notetype|deck|tags|guid) column):(.*)$", re.IGNORECASE
)
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_SPECIAL = ("notetype column", "deck column", "tags column", "guid column")
_CLOZE = re.compile(r"\{\{c([0-9]{1,3})::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]]*\]")
_ASKS, _ANSWERS, _TELLS = ("front", "question", "text", "prompt"), ("back", "answer"), ("extra", "back extra")


def read(text: str, reading: Reading) -> None:
    lines = text.split("\n")
    headers: dict[str, str] = {}
    for at, line in enumerate(lines):
        if match := HEADER.match(line):
            headers[match[1].lower()] = (
                match[2].strip("\n") if match[1].lower() == "columns" else match[2].strip()
            )
        elif line.startswith("tags:"):
            headers["tags"] = line[5:].strip()
        elif not line.startswith("#"):
            break
        lines[at] = ""
    body = "\n".join("" if line.startswith("#") else line for line in lines)
    name = headers.get("separator", "")
    separator = _SEPARATORS.get(name.lower()) or (name if len(name) == 1 else None)
    special = {key: int(headers[key]) - 1 for key in _SPECIAL if headers.get(key, "").isdecimal()}
    rows = read_rows(body, reading, separator)
    order = _order(headers.get("columns", "").split(separator or "\t"), special)
    as_html = headers.get("html", "true").lower() != "false"
    for number, cells in rows:
        topic = _topic(headers, special, cells)
        fields = [cells[at] if at < len(cells) else "" for at in order] or [
            cell for at, cell in enumerate(cells) if at not in special.values()
        ]
        _note(number, fields, topic, as_html, reading)


def _order(names: Sequence[str], special: Mapping[str, int]) -> list[int]:
    """The places of question, answer and further text where the columns have telling names."""
    plain = {
        name.strip().lower(): at
        for at, name in reversed(list(enumerate(names)))
        if at not in special.values()
    }
    places = [
        next((plain[name] for name in kind if name in plain), None) for kind in (_ASKS, _ANSWERS, _TELLS)
    ]
    return [at for at in places if at is not None] if None not in places[:2] else []


def _topic(headers: Mapping[str, str], special: Mapping[str, int], cells: Sequence[str]) -> str:
    def cell(key: str) -> str:
        at = special.get(key, -1)
        return cells[at] if 0 <= at < len(cells) else ""

    deck = cell("deck column") or headers.get("deck", "")
    tags = (cell("tags column") or headers.get("tags", "")).split()
    return (deck or (tags[0] if tags else "")).split("::")[-1].replace("_", " ")


def _note(number: int, fields: Sequence[str], topic: str, as_html: bool, reading: Reading) -> None:
    front, back, *more = [_SOUND.sub("", field) for field in (*fields, "", "")]
    clozes = list(_clozes(front))
    if clozes:
        for prompt, answer in clozes:
            reading.add(number, _entry(prompt, answer, back, topic, as_html))
    elif not back.strip():
        reading.report(number, "there is no answer in the second field")
    else:
        first, _, rest = _plain(back, as_html).partition("\n")
        told = "\n".join(filter(None, (rest, _plain(more[0], as_html) if more else "")))
        if len(first) > MAX_ANSWER:
            reading.report(number, f"the answer has {len(first)} characters, which is too much to be typed")
        else:
            reading.add(number, _entry(front, first, told, topic, as_html))


def _entry(front: str, answer: str, told: str, topic: str, as_html: bool) -> Entry:
    picture = image_of(front) if as_html else None
    prompt, answer, told = (_plain(text, as_html) for text in (front, answer, told))
    if picture is not None and not is_link(picture):
        picture = None if prompt else picture
    return Entry(prompt, (answer,), explanation=told, topic=topic, picture=picture)


def _plain(text: str, as_html: bool) -> str:
    return clean(without_tags(text) if as_html else text)


def _clozes(text: str) -> Iterator[tuple[str, str]]:
    """A prompt with a blank, and what stood there, for each number of the deletions."""
    for number in dict.fromkeys(match[1] for match in _CLOZE.finditer(text)):
        hidden = [match[2] for match in _CLOZE.finditer(text) if match[1] == number]

        def shown(match: re.Match[str], number: str = number) -> str:
            if match[1] != number:
                return match[2]
            return f"_____ ({match[3]})" if match[3] else "_____"

        yield _CLOZE.sub(shown, text), hidden[0]
