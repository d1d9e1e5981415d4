"""Where in a TOML file each key and table stands; tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

Keys = tuple[str | int, ...]

TOKEN = re.compile(
    r'"{3}(?:\\.|[^\\])*?"{3,5}'  # a string of several lines may end with quotes of its own
    r"|'{3}[^\0]*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}=\n]"
    r"|[^\[\]{}=\n\"'#]+",
    re.DOTALL,
)


def positions(text: str) -> Mapping[Keys, int]:
    """The line of each key and table of a valid TOML text, by its path; the tables of an array count from 0.

    Keys inside inline tables and arrays are left out: their line is that of the key that holds them.
    """
    found: dict[Keys, int] = {}
    counts: dict[Keys, int] = {}
    table: Keys = ()
    for line, key, is_header in _statements(text):
        if is_header:
            is_array = key.startswith("[[")
            table = _resolved(_parts_of(key.strip("[]") + "=0"), counts, is_array)
            found.setdefault(table, line)
            if is_array:
                found.setdefault(table[:-1], line)
        else:
            found.setdefault(table + _parts_of(key + "=0"), line)
    return found


def line_of(path: Keys, found: Mapping[Keys, int]) -> int:
    """The line of a path, or of the nearest table around it that has one."""
    while path not in found and path:
        path = path[:-1]
    return found.get(path, 1)


def _statements(text: str) -> Iterator[tuple[int, str, bool]]:
    """Line and key of each ``key =``, and line and brackets of each table's header."""
    line, start, depth = 1, 1, 0
    key, in_key = "", True
    for token in TOKEN.findall(text):
        if token == "\n" and depth == 0:
            if in_key and key.strip():
                yield start, key.strip(), True
            key, in_key, start = "", True, line + 1
        elif token == "=" and in_key:
            yield start, key.strip(), False
            in_key = False
        elif in_key and not token.startswith("#"):
            key += token
        elif token in ("[", "{"):
            depth += 1
        elif token in ("]", "}"):
            depth -= 1
        line += token.count("\n")
    if in_key and key.strip():
        yield start, key.strip(), True


def _parts_of(statement: str) -> tuple[str, ...]:
    """The parts of a key, which may be dotted and quoted."""
    keys: list[str] = []
    value: object = tomllib.loads(statement)
    while isinstance(value, dict):
        ((key, value),) = value.items()
        keys.append(key)
    return tuple(keys)


def _resolved(keys: tuple[str, ...], counts: dict[Keys, int], is_array: bool) -> Keys:
    """The path of a table, with the number of each table of an array on the way."""
    path: Keys = ()
    for depth, key in enumerate(keys, 1):
        path += (key,)
        if is_array and depth == len(keys):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (counts[path],)
    return path
