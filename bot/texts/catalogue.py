"""Texts by code and parameters, from catalogues in Project Fluent's format: a folder for each language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.syntax import ast

FOLDER = Path(__file__).parent
DEFAULT = "en"

LOCALES = {"en": "en-001"}
"""How a language writes dates and numbers, where that differs from what its code alone says: 14 June 2019."""


class TextError(LookupError):
    """A catalogue has no such text, or a parameter of it is missing: a bug."""


def code_of(member: Enum) -> str:
    """The code of a member of an enumeration: ``refusal-too-late`` for ``Refusal.TOO_LATE``."""
    family = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(member).__name__)
    return f"{family}-{member.name}".replace("_", "-").lower()


class Texts:
    """The texts of one language: ``texts("vote-counted", votes=2, needed=3)``.

    A code is a message's name, or name and attribute (``command-quiz-start.pack``), or a member of an
    enumeration, which stands for the code that ``code_of`` gives.
    """

    def __init__(self, folder: Path) -> None:
        self.language = folder.name
        locale = LOCALES.get(folder.name, folder.name)
        self._locale = locale.replace("-", "_")
        self._bundle = FluentBundle([locale], use_isolating=False)
        self.resources = tuple(
            FluentResource(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.ftl"))
        )
        for resource in self.resources:
            self._bundle.add_resource(resource)

    def __call__(self, code: str | Enum, /, **values: str | int | float) -> str:
        """The text of a code. Raises TextError where it is unknown, or lacks a parameter."""
        name, _, attribute = _spelled(code).partition(".")
        try:
            message = self._bundle.get_message(name)
            pattern = message.attributes[attribute] if attribute else message.value
        except LookupError:
            pattern = None
        if pattern is None:
            raise TextError(f"{self.language} has no text {_spelled(code)}")
        text, errors = self._bundle.format_pattern(
            pattern, {name: _clip(one) for name, one in values.items()}
        )
        if errors:
            raise TextError(f"{self.language}, {_spelled(code)}: {errors[0]}")
        return str(text)

    def day(self, iso: str) -> str:
        """``2019-06-14`` as ``14 June 2019``, ``2019-06`` as ``June 2019``; anything else as it is."""
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
                return format_date(date.fromisoformat(iso), "long", self._locale)
            if re.fullmatch(r"\d{4}-\d\d", iso):
                return format_skeleton("yMMMM", date.fromisoformat(f"{iso}-01"), locale=self._locale)
        except ValueError:  # there is no such day or month
            pass
        return iso

    def short_day(self, day: date) -> str:
        """``14 Jun``."""
        return format_skeleton("MMMd", day, locale=self._locale)

    def number(self, value: float) -> str:
        """A number as the language writes it: ``12,480``."""
        return format_decimal(value, locale=self._locale)

    def time(self, at: datetime) -> str:
        """The time of day, as a clock at that place shows it: ``8:05 pm``."""
        return format_time(at, "short", tzinfo=at.tzinfo, locale=self._locale)

    def weekdays(self, days: Collection[int], *, in_full: bool = False) -> str:
        """Days of the week, 0 for Monday: ``Mon, Wed``, or ``Monday, Wednesday``."""
        names = get_day_names("wide" if in_full else "abbreviated", locale=self._locale)
        return ", ".join(str(names[day]) for day in sorted(days))

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return str(Locale.parse(self._locale).get_language_name(self._locale))

    @cached_property
    def patterns(self) -> Mapping[str, ast.Pattern]:
        """Every pattern of the language by its code, as it is written."""
        patterns: dict[str, ast.Pattern] = {}
        for resource in self.resources:
            for entry in resource.body:
                if isinstance(entry, ast.Message):
                    if entry.value is not None:
                        patterns[entry.id.name] = entry.value
                    for attribute in entry.attributes:
                        patterns[f"{entry.id.name}.{attribute.id.name}"] = attribute.value
        return patterns


class Languages:
    """The languages that Gumshoe speaks, each read once from a folder of its own."""

    def __init__(self, folder: Path = FOLDER) -> None:
        catalogues = sorted({file.parent for file in folder.glob("*/*.ftl")})
        self._texts = {catalogue.name: Texts(catalogue) for catalogue in catalogues}
        self.default = self._texts[DEFAULT]

    @property
    def all(self) -> tuple[Texts, ...]:
        return tuple(self._texts.values())

    def best(self, locale: str) -> Texts:
        """The texts for a reader with this locale (``de-AT``), in English where their language has none."""
        return self._texts.get(re.split("[-_]", locale)[0].lower(), self.default)


def _clip(value: str | int | float) -> str | int | float:
    """What Fluent takes of a value. It refuses longer ones, and a pack may hold texts of any length."""
    if isinstance(value, str) and len(value) > MAX_PART_LENGTH:
        return value[: MAX_PART_LENGTH - 1] + "…"
    return value


def _spelled(code: str | Enum) -> str:
    return code_of(code) if isinstance(code, Enum) else code
