"""What readers of JSON records share: fields as text, whatever stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from questions.interchange.lists.entry import Reading
from questions.interchange.lists.trees import Items, Pairs, Tree, scalar

Record = Mapping[str, Any]


class Unfit(Exception):
    """A record that is no question; the text says why."""


def text(record: Record, *names: str) -> str:
    """The first of these fields that holds text, or nothing."""
    for name in names:
        value = record.get(name)
        if isinstance(value, list | dict):
            raise Unfit(f"{name} is not text")
        if words := scalar(value):
            return words
    return ""


def texts(record: Record, *names: str) -> tuple[str, ...]:
    """The first of these fields that holds text or a list of texts."""
    for name in names:
        value = record.get(name)
        if value is None:
            continue
        values = value if isinstance(value, list) else [value]
        if any(isinstance(one, list | dict) for one in values):
            raise Unfit(f"{name} is not a list of texts")
        return tuple(one for one in map(scalar, values) if one is not None)
    return ()


def lists_in(tree: Tree, name: str = "") -> Iterator[tuple[str, Items]]:
    """Every list of a document with the name that it has there, the innermost one."""
    if isinstance(tree, Items):
        yield name, tree
    elif isinstance(tree, Pairs):
        for _, key, value in tree.items:
            yield from lists_in(value, key)


def each(items: Items, reading: Reading, take: Callable[[int, Record], None]) -> None:
    """Hand over the records of a list; what is none, or is unfit, is reported."""
    for line, value in items.items:
        at = reading.place(line)
        if not isinstance(value, dict):
            reading.report(at, "this is not a record of a question")
            continue
        try:
            take(at, value)
        except Unfit as unfit:
            reading.report(at, str(unfit))
