"""TOML files with the line of every key, read as far as they are sound."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from questions.facts.reading.problem import Problem
from questions.facts.reading.text import clean, faults_of_value, read_text
from questions.facts.reading.toml_positions import Keys, line_of, positions

MAX_DOTS = 250
"""In one line: tomllib takes ages over a dotted key of thousands of parts."""

AT_LINE = re.compile(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$")


@dataclass(frozen=True)
class Table:
    """One table of a TOML file. Each getter reports what is wrong, and then returns None."""

    file: Path
    keys: Keys
    values: Mapping[str, object]
    lines: Mapping[Keys, int]
    problems: list[Problem]

    @property
    def line(self) -> int:
        return line_of(self.keys, self.lines)

    def line_of(self, key: str) -> int:
        """The line of a key; that of the table where the key is missing."""
        return line_of((*self.keys, key), self.lines)

    def report(self, text: str, key: str = "") -> None:
        """Add a problem at a key, or at the table."""
        self.problems.append(Problem(self.file, self.line_of(key) if key else self.line, text))

    def refuse_other_keys(self, known: Collection[str]) -> None:
        for key in self.values.keys() - known:
            self.report(f"unknown key {key!r}; remove it, or use one of {', '.join(known)}", key)

    def text(self, key: str, *, required: bool = True) -> str | None:
        """A text of one line, without blanks around it."""
        value = self.values.get(key)
        if value is None:
            if required:
                self.report(f'{key} is missing; add {key} = "..."{self._where()}')
            return None
        if not isinstance(value, str):
            self.report(f"{key} is not a text; write it in quotes", key)
            return None
        for fault in faults_of_value(value):
            self.report(f"{key}: {fault}", key)
        if value != value.strip():
            self.report(f"{key} starts or ends with a blank; remove it", key)
        plain = clean(value).strip()
        if not plain:
            self.report(f"{key} is empty; fill it in{'' if required else ', or remove the line'}", key)
        return plain or None

    def one_of(self, key: str, options: Collection[str], default: str | None = None) -> str | None:
        """One of a few words; required where it has no default."""
        if key not in self.values and default is not None:
            return default
        choice = " or ".join(f'"{option}"' for option in options)
        value = self.values.get(key)
        if value is None:
            self.report(f"{key} is missing; add {key} = {choice}{self._where()}")
        elif value not in options:
            self.report(f"{key} is {value!r}; write {choice}", key)
        else:
            return str(value)
        return None

    def flag(self, key: str, default: bool | None = None) -> bool | None:
        """true or false; required where it has no default."""
        value = self.values.get(key, default)
        if isinstance(value, bool):
            return value
        if value is None:
            self.report(f"{key} is missing; add {key} = true or false{self._where()}")
        else:
            self.report(f"{key} is {value!r}; write true or false, without quotes", key)
        return None

    def integer(self, key: str, allowed: range, default: int) -> int:
        """A whole number of a range; the default where it is missing or wrong."""
        value = self.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
            return value
        self.report(f"{key} is {value!r}; write a whole number from {allowed[0]} to {allowed[-1]}", key)
        return default

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array of tables."""
        array = self.values.get(key, [])
        if not isinstance(array, list) or not all(isinstance(values, dict) for values in array):
            self.report(f"{key} is not a list of tables; start each with [[{key}]]", key)
            return
        for number, values in enumerate(array):
            yield Table(self.file, (*self.keys, key, number), values, self.lines, self.problems)

    def subtables(self) -> Iterator[tuple[str, Table]]:
        """The tables inside this one, by name."""
        for key, values in self.values.items():
            if isinstance(values, dict):
                yield key, Table(self.file, (*self.keys, key), values, self.lines, self.problems)
            else:
                self.report(
                    f"{key} is not a table; start it with [{'.'.join(map(str, (*self.keys, key)))}]", key
                )

    def subtable(self, key: str) -> Table:
        """One table inside this one, empty where it is missing or something else."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            self.report(f"{key} is not a table; start it with [{key}]", key)
            values = {}
        return Table(self.file, (*self.keys, key), values, self.lines, self.problems)

    def _where(self) -> str:
        if not self.keys:
            return ""
        name = ".".join(key for key in self.keys if isinstance(key, str))
        return f" to [[{name}]]" if isinstance(self.keys[-1], int) else f" to [{name}]"


def read_toml(file: Path, problems: list[Problem]) -> Table | None:
    """The file as one table, or None where it is missing or no TOML."""
    text = read_text(file, problems)
    if text is None:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            problems.append(Problem(file, number, f"more than {MAX_DOTS} dots in one line; split the line"))
            return None
    try:
        values = tomllib.loads(text)
    except RecursionError:
        problems.append(Problem(file, 1, "this is not valid TOML: nested too deeply; write plain tables"))
        return None
    except ValueError as error:
        problems.append(_syntax_problem(file, text, str(error)))
        return None
    return Table(file, (), values, positions(text), problems)


def _syntax_problem(file: Path, text: str, message: str) -> Problem:
    """tomllib names the line of what it cannot parse, but not that of a number that Python cannot hold."""
    last = text.rstrip("\n").count("\n") + 1
    place = AT_LINE.search(message)
    line = int(place[1] or last) if place else 1
    return Problem(
        file, line, f"this is not valid TOML: {AT_LINE.sub('', message)}; fix it, then check again"
    )
