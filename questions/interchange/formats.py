"""The formats that lists are read from and written in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats that lists come in."""

    GUMSHOE = "gumshoe"
    RED = "red"
    OPENTDB = "opentdb"
    LAKEYS = "lakeys"
    LANCEBOT = "lancebot"
    QUIZBOWL = "quizbowl"
    ANKI = "anki"
    GIFT = "gift"
    AIKEN = "aiken"
    KOTOBA = "kotoba"
    KAHOOT = "kahoot"
    TABLE = "table"
    THINGS = "things"


TITLES = {
    Format.GUMSHOE: "Gumshoe's own JSON",
    Format.RED: "Red trivia (YAML)",
    Format.OPENTDB: "Open Trivia Database (JSON)",
    Format.LAKEYS: "LakeYS TriviaBot (YAML or JSON)",
    Format.LANCEBOT: "sir-lancebot trivia (JSON)",
    Format.QUIZBOWL: "quiz-bowl packet (JSON)",
    Format.ANKI: "Anki notes (text)",
    Format.GIFT: "Moodle GIFT",
    Format.AIKEN: "Moodle Aiken",
    Format.KOTOBA: "Kotoba deck (CSV)",
    Format.KAHOOT: "Kahoot or Mentimeter template (XLSX, CSV)",
    Format.TABLE: "table of questions (CSV, TSV, XLSX)",
    Format.THINGS: "table of things (CSV, TSV, XLSX)",
}

AS_TABLE = (Format.TABLE, Format.KAHOOT, Format.KOTOBA)
AS_JSON = (Format.GUMSHOE, Format.LANCEBOT, Format.QUIZBOWL)


class Target(StrEnum):
    """The formats that lists are written in."""

    JSON = "json"
    CSV = "csv"
    RED = "red"
