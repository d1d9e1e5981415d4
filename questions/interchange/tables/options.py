"""What the owner of a table says about it, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ColumnType(StrEnum):
    """What the cells of a column are, as ``--column NAME=TYPE`` says it."""

    NAME = "name"
    TEXT = "text"
    LIST = "list"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yesno"
    FREE_TEXT = "freetext"
    LINK = "link"
    ID = "id"
    RANK = "rank"
    RANGE = "range"
    SKIP = "skip"


ASKED = (ColumnType.TEXT, ColumnType.LIST, ColumnType.NUMBER, ColumnType.DATE, ColumnType.YES_NO)


@dataclass(frozen=True)
class Options:
    """What the owner decides; all that is left out is found from the data.

    ``row`` is what a row is, singular and plural; ``columns`` types by header, ``questions`` a question by
    header, with {subject} in it, that asks for what is in the column. ``complete`` says that the rows are all
    there are, so that one may ask how many of them there are.
    """

    row: tuple[str, str] | None = None
    name: str = ""
    fame: str = ""
    columns: Mapping[str, ColumnType] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    date_order: str | None = None
    title: str = ""
    source: str = ""
    published: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only the owner can say: the option that says it, and the question."""

    option: str
    column: str
    text: str
    choices: tuple[str, ...] = ()
