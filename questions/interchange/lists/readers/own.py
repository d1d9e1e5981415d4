"""Gumshoe's own JSON, which holds all of an entry: what is written is read back the same."""

from __future__ import annotations

from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.readers.records import Record, Unfit, each, text, texts
from questions.interchange.lists.trees import Document, Items, Pairs
from questions.question import AnswerType

MARK, VERSION = "gumshoe", "1"
KEYS: tuple[str, ...] = (
    "question",
    "answers",
    "wrong",
    "refused",
    "all_of",
    "answerline",
    "type",
    "explanation",
    "topic",
)
KEYS += ("level", "picture", "author", "source")


def is_own(tree: object) -> bool:
    """Whether a document says that it is ours."""
    return isinstance(tree, Pairs) and tree.get(MARK) is not None


def read(document: Document, reading: Reading) -> None:
    tree = document.tree
    if not isinstance(tree, Pairs):
        reading.report(1, 'this is not Gumshoe\'s JSON: it begins with {"gumshoe": 1, "questions": [...]}')
        return
    if tree.get(MARK) != VERSION:
        reading.report(1, f"this file is of another version of Gumshoe ({tree.get(MARK)}): update Gumshoe")
        return
    title, about, items = tree.get("title"), tree.get("about"), tree.get("questions")
    reading.title = title if isinstance(title, str) else ""
    reading.about = about if isinstance(about, str) else ""
    if isinstance(items, Items):
        each(items, reading, lambda line, record: reading.add(line, _entry(record)))
    else:
        reading.report(1, '"questions" is not a list')


def _entry(record: Record) -> Entry:
    if unknown := [key for key in record if key not in KEYS]:
        raise Unfit(f"unknown key {unknown[0]!r}; use {', '.join(KEYS)}")
    kind, level = text(record, "type"), text(record, "level")
    if kind and kind not in set(AnswerType):
        raise Unfit(f"the type {kind!r} is none of {', '.join(AnswerType)}")
    if level not in ("", "1", "2", "3"):
        raise Unfit("the level is not 1, 2 or 3")
    return Entry(
        prompt=text(record, "question"),
        accepted=texts(record, "answers"),
        wrong=texts(record, "wrong"),
        refused=texts(record, "refused"),
        parts=_parts(record),
        line=text(record, "answerline") or None,
        type=AnswerType(kind) if kind else AnswerType.UNKNOWN,
        explanation=text(record, "explanation"),
        topic=text(record, "topic"),
        level=int(level) if level else None,
        picture=text(record, "picture") or None,
        author=text(record, "author") or None,
        source=text(record, "source"),
    )


def _parts(record: Record) -> tuple[tuple[str, ...], ...]:
    parts = record.get("all_of") or []
    if not isinstance(parts, list):
        raise Unfit("all_of is not a list")
    return tuple(texts({"all_of": part}, "all_of") for part in parts)
