"""Entries -> a file: our own JSON, which loses nothing, CSV for spreadsheets, and Red's YAML."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from typing import Any

import yaml

from questions.interchange.formats import Target
from questions.interchange.lists.entry import Entry
from questions.interchange.lists.readers.columns import OWN_HEADER
from questions.question import AnswerType

_FORMULA = re.compile(r"^'*[=+\-@\t\r]")
_DUMPER: Any = getattr(yaml, "CSafeDumper", None) or yaml.SafeDumper
_LETTERS = "ABCDEF"


def write_list(title: str, about: str, entries: Sequence[Entry], target: Target) -> str:
    """The entries as a file of this format."""
    return _WRITERS[target](title, about, entries)


def _json(title: str, about: str, entries: Iterable[Entry]) -> str:
    lines = ",\n".join(json.dumps(_record(entry), ensure_ascii=False) for entry in entries)
    head = json.dumps({"gumshoe": 1, "title": title, "about": about}, ensure_ascii=False)
    return f'{head[:-1]}, "questions": [\n{lines}\n]}}\n'


def _record(entry: Entry) -> dict[str, object]:
    record: dict[str, object] = {
        "question": entry.prompt,
        "answers": entry.accepted,
        "wrong": entry.wrong,
        "refused": entry.refused,
        "all_of": entry.parts,
        "answerline": entry.line,
        "type": entry.type if entry.type is not AnswerType.UNKNOWN else None,
        "explanation": entry.explanation,
        "topic": entry.topic,
        "level": entry.level,
        "picture": entry.picture,
        "author": entry.author,
        "source": entry.source,
    }
    return {key: value for key, value in record.items() if value}


def _csv(_title: str, _about: str, entries: Iterable[Entry]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(OWN_HEADER)
    for entry in entries:
        cells = (
            entry.prompt,
            _joined(entry.accepted),
            _joined(entry.wrong),
            _joined(entry.refused),
            "\n".join(map(_joined, entry.parts)),
            entry.line or "",
            "" if entry.type is AnswerType.UNKNOWN else entry.type.value,
            entry.explanation,
            entry.topic,
            str(entry.level or ""),
            entry.picture or "",
            entry.author or "",
            entry.source,
        )
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return text.getvalue()


def _joined(forms: Iterable[str]) -> str:
    return "|".join(re.sub(r"[\\|]", r"\\\g<0>", form) for form in forms)


def _red(_title: str, about: str, entries: Iterable[Entry]) -> str:
    """Red asks for typed answers only: choices stand in the question, and any of several answers counts."""
    entries = list(entries)
    authors = dict.fromkeys(entry.author for entry in entries if entry.author)
    document: dict[str, object] = {"AUTHOR": ", ".join(authors)} if authors else {}
    if about:
        document["DESCRIPTION"] = about
    for entry in entries:
        lines = [entry.prompt]
        if entry.wrong:
            offered = sorted((entry.shown, *entry.wrong), key=str.casefold)
            lines += [f"{letter}. {text}" for letter, text in zip(_LETTERS, offered, strict=False)]
        lines += [entry.picture] if entry.picture else []
        document["\n".join(lines)] = list(entry.answers)
    return str(yaml.dump(document, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=2**20))


_WRITERS: dict[Target, Callable[[str, str, Sequence[Entry]], str]] = {
    Target.JSON: _json,
    Target.CSV: _csv,
    Target.RED: _red,
}
