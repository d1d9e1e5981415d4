"""The files that settings may stand in: what they set, and every line of them that is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from dotenv.parser import Binding, parse_stream

PREFIX = "GUMSHOE_"
ENV_FILE, TOML_FILE = Path(".env"), Path("gumshoe.toml")
SURE = 0.85
"""How alike a stranger's variable and a setting must be, from 0 to 1, to be taken for a slip of typing."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a file sets, by the settings' own names, and a line for each thing that is wrong with it."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_env(known: Collection[str], file: Path = ENV_FILE) -> SettingsFile:
    """The ``GUMSHOE_`` variables of ``.env``; what belongs to other programs is passed over."""
    content = SettingsFile()
    text = _text(file, content.problems)
    for binding in parse_stream(StringIO(text)):
        name = binding.key
        where = f"{file}:{_line(binding)}"
        if binding.error or (name is not None and binding.value is None):
            content.problems.append(f"{where}: write NAME=VALUE, with any quotes closed")
        elif name is not None:
            own = name.upper().startswith(PREFIX)
            if own and name[len(PREFIX) :].lower() in known:
                if binding.value:
                    content.values[name[len(PREFIX) :].lower()] = binding.value
            elif own or name.lower() in known or _slip(name, known):
                content.problems.append(f"{where}: {unknown(name, known, variable)}")
    return content


def read_toml(known: Collection[str], file: Path = TOML_FILE) -> SettingsFile:
    """The settings of ``gumshoe.toml``, whose names have no ``GUMSHOE_`` and are in small letters."""
    content = SettingsFile()
    try:
        table = tomllib.loads(_text(file, content.problems))
    except RecursionError:
        content.problems.append(f"{file}: is not valid TOML: nested too deeply")
    except tomllib.TOMLDecodeError as error:
        content.problems.append(f"{file}: is not valid TOML: {error}")
    else:
        content.values.update((name, table[name]) for name in table if name in known)
        content.problems.extend(f"{file}: {unknown(name, known, str)}" for name in table if name not in known)
    return content


def misspelt(environment: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """A line for each variable of the environment that is nearly a setting.

    Others may start with ``GUMSHOE_`` too: Kubernetes makes GUMSHOE_PORT for a service of that name.
    """
    return (unknown(name, known, variable) for name in sorted(environment) if _slip(name, known))


def variable(name: str) -> str:
    """A setting's name in the environment and in ``.env``."""
    return f"{PREFIX}{name.upper()}"


def unknown(name: str, known: Collection[str], spell: Any) -> str:
    """That there is no such setting, and the nearest that there is."""
    bare = name.lower().removeprefix(PREFIX.lower())
    nearest = get_close_matches(bare, known, 1, 0.5)
    hint = f"did you mean {spell(nearest[0])}?" if nearest else "docs/hosting.md lists the settings"
    return f"{name!r:.80} is not a setting: {hint}"


def _slip(name: str, known: Collection[str]) -> bool:
    names = [variable(other) for other in known]
    return name.upper() not in names and bool(get_close_matches(name.upper(), names, 1, SURE))


def _text(file: Path, problems: list[str]) -> str:
    """What stands in the file; nothing where there is none or it cannot be read."""
    try:
        raw = file.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return ""
    except OSError as error:
        problems.append(f"{file}: cannot be read: {error.strerror}")
        return ""
    try:
        text = raw.decode("utf-8-sig")
        if "\0" not in text:
            return text
        problems.append(f"{file}: is not UTF-8, but UTF-16 by the look of it: save it as UTF-8")
    except UnicodeDecodeError:
        utf_16 = ", but UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        problems.append(f"{file}: is not UTF-8{utf_16}: save it as UTF-8")
    return ""


def _line(binding: Binding) -> int:
    text = binding.original.string
    return binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")
