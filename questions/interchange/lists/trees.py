"""JSON and YAML as far as lists need them: outer mappings and lists with the line of each item.

Every scalar is text, as it was written. What stands inside of a list is plain: dict, list, str or None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, Event, MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

_PARSER: Any = getattr(yaml, "CParser", None) or yaml.SafeLoader  # SafeLoader is the slow parser, too
_MAX_DEPTH, _MOST_ITEMS, _LONGEST_LINE = 12, 25_000, 1 << 18
_OPENING = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]0-9-]|$)|[\[{]\s*$)")
_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML forbids, except for the byte order mark."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, each key with its line; a key may come twice."""

    items: list[tuple[int, str, Tree]] = field(default_factory=list)

    def get(self, key: str) -> Tree:
        """The value of a key, None where there is none."""
        return next((value for _, name, value in self.items if name == key), None)


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item with its line."""

    items: list[tuple[int, Any]] = field(default_factory=list)


Tree = Pairs | Items | str | None


@dataclass(slots=True)
class Document:
    """What was read, and the line and reason where the rest could not be."""

    tree: Tree = None
    line: int = 0
    fault: str = ""


class _Stop(Exception):
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line, self.text = line, text


def looks_like_json(text: str) -> bool:
    """Whether a text begins as JSON does, and not as ``[html]`` or a GIFT answer."""
    return _OPENING.match(text) is not None


def scalar(value: object) -> str | None:
    """A scalar as text: JSON's true and false as the words."""
    return None if value is None else str(value)


def read_json(text: str) -> Document:
    """A JSON text; several values one after the other, as in a file with one a line, are one list."""
    return _JsonReader(text).read()


class _JsonReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._counted = 0
        self._line = 1

    def read(self) -> Document:
        document = Document()

        def put(tree: Tree) -> None:
            document.tree = tree

        try:
            self._skip()
            start = self._at
            self._tree(0, put)
            if self._skip():
                self._at, self._counted, self._line = start, 0, 1
                self._values(put)
        except _Stop as stop:
            document.line, document.fault = stop.line, stop.text
        return document

    def _values(self, put: Callable[[Tree], None]) -> None:
        items = Items()
        put(items)
        while self._skip():
            self._item(items)

    def _item(self, items: Items) -> None:
        if len(items.items) >= _MOST_ITEMS:
            raise _Stop(self._line_here(), f"more than {_MOST_ITEMS:,} items in a list")
        items.items.append((self._line_here(), self._value()))

    def _tree(self, depth: int, put: Callable[[Tree], None]) -> None:
        """Read a value, handed over before it is filled, so that a fault leaves what came before it."""
        opening = self._skip()
        if depth > _MAX_DEPTH:
            raise _Stop(self._line_here(), "nested too deeply")
        if opening == "{":
            pairs = Pairs()
            put(pairs)
            for _ in self._members("}"):
                self._pair(pairs, depth)
        elif opening == "[":
            items = Items()
            put(items)
            for _ in self._members("]"):
                self._item(items)
        else:
            put(scalar(self._value()))

    def _pair(self, pairs: Pairs, depth: int) -> None:
        line, key = self._line_here(), self._value()
        if not isinstance(key, str):
            raise _Stop(line, "a name in quotes is missing")
        self._expect(":")
        self._tree(depth + 1, lambda value: pairs.items.append((line, key, value)))

    def _members(self, end: str) -> Iterator[None]:
        self._at += 1
        if self._skip() == end:
            self._at += 1
            return
        while True:
            yield
            if self._skip() == end:
                self._at += 1
                return
            self._expect(",")

    def _value(self) -> Any:
        try:
            value, self._at = _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise _Stop(error.lineno, error.msg[:1].lower() + error.msg[1:]) from error
        except RecursionError as error:
            raise _Stop(self._line_here(), "nested too deeply") from error
        return value

    def _expect(self, sign: str) -> None:
        if self._skip() != sign:
            raise _Stop(self._line_here(), f"{sign!r} is missing")
        self._at += 1
        self._skip()

    def _skip(self) -> str:
        """The next character after blanks, empty at the end."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def read_yaml(text: str) -> Document:
    """A YAML text of mappings, lists and scalars, from the events of the parser.

    Anchors, aliases and tags are refused: lists have no use for them, and a few lines of aliases can stand
    for gigabytes.
    """
    reader = _YamlReader()
    if line := next((at for at, line in enumerate(text.split("\n"), 1) if len(line) > _LONGEST_LINE), 0):
        return Document(None, line, "this line is too long")
    try:
        parser = _PARSER(_UNPRINTABLE.sub("", text))
        while not reader.done and parser.check_event():
            reader.take(parser.get_event())
    except _Stop as stop:
        reader.drop_unfinished()
        return Document(reader.tree, stop.line, stop.text)
    except yaml.MarkedYAMLError as error:
        reader.drop_unfinished()
        mark = error.problem_mark or error.context_mark
        line = 1 if mark is None else mark.line + 1
        return Document(reader.tree, line, error.problem or "it cannot be read")
    except yaml.YAMLError as error:
        return Document(reader.tree, 1, str(error).split("\n")[0])
    return Document(reader.tree)


class _YamlReader:
    """Puts the events together. A container is put in its place when it begins."""

    def __init__(self) -> None:
        self.tree: Tree = None
        self.done = False
        self._count = 0
        self._open: list[Any] = []
        self._keys: list[tuple[int, str] | None] = []

    def take(self, event: Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise _Stop(line, "anchors and aliases (& and *) are not read; put such a text in quotes")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Stop(line, "tags (!) are not read; put such a text in quotes")
        if isinstance(event, ScalarEvent):
            empty = event.style is None and event.value in ("", "~", "null")
            self._scalar(line, None if empty else event.value)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._begin(line, isinstance(event, MappingStartEvent))
        elif self._open and not isinstance(event, NodeEvent):
            self._open.pop()
            self._keys.pop()
            self.done = not self._open

    def drop_unfinished(self) -> None:
        """Take away the question in whose middle the text stops making sense."""
        inside = list(self._open)
        if (
            len(inside) > 1
            and isinstance(inside[1], Items)
            and any(isinstance(one, dict) for _, one in inside[1].items)
        ):
            del inside[0]  # a list of records
        if len(inside) > 1 and isinstance(inside[0], Pairs | Items):
            inside[0].items.pop()

    def _begin(self, line: int, mapping: bool) -> None:
        if len(self._open) > _MAX_DEPTH:
            raise _Stop(line, "nested too deeply")
        inside = bool(self._open) and not isinstance(self._open[-1], Pairs)
        container: Any = ({} if mapping else []) if inside else (Pairs() if mapping else Items())
        if self._wants_key():
            raise _Stop(line, "a list or mapping cannot be a question; put it in quotes")
        self._put(line, container)
        self._open.append(container)
        self._keys.append(None)

    def _scalar(self, line: int, text: str | None) -> None:
        if self._wants_key():
            self._keys[-1] = line, text or ""
        else:
            self._put(line, text)

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Pairs | dict) and self._keys[-1] is None

    def _put(self, line: int, value: Any) -> None:
        self._count += 1
        if self._count > 10 * _MOST_ITEMS:
            raise _Stop(line, f"more than {10 * _MOST_ITEMS:,} texts")
        if not self._open:
            self.tree, self.done = value, not isinstance(value, Pairs | Items)
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, Items):
            parent.items.append((line, value))
        elif isinstance(parent, list):
            parent.append(value)
        elif key is not None:
            self._keys[-1] = None
            if isinstance(parent, Pairs):
                parent.items.append((*key, value))
            else:
                parent[key[1]] = value
