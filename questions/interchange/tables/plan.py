"""A table understood: what a row is, what each column holds, how to ask for it, and what is still open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePath

from questions.dates import PartialDate
from questions.interchange.tables.columns import Column, read_columns
from questions.interchange.tables.grid import UnreadableTable
from questions.interchange.tables.header import RawTable, Remark
from questions.interchange.tables.lexicon import (
    ALIAS_HEADERS,
    BIRTHPLACES,
    DISPUTED,
    DONE_SOMEHOW,
    NAME_HEADERS,
    OPEN_LISTS,
    is_year_header,
    moment_of,
)
from questions.interchange.tables.names import Names, name_column, row_names
from questions.interchange.tables.nouns import Sort, noun_of_file, plural, singular, sort_of
from questions.interchange.tables.options import ASKED, ColumnType, Doubt, Options
from questions.interchange.tables.series import joined_series
from questions.interchange.tables.text_wording import text_wording
from questions.interchange.tables.values_wording import date_wording, number_wording
from questions.interchange.tables.wording import (
    RowNoun,
    Wording,
    is_natural,
    key_of,
    spoken,
)
from questions.interchange.tables.yes_no_wording import YesNo, yes_no_wording
from questions.words import name_key

_YEARS_APART = 15
_OF_A_DATE = re.compile(r"(?:\b|_)(?:month|day|hour)$", re.IGNORECASE)
_TOLD = re.compile(r"sex|gender", re.IGNORECASE)
_VAGUE = ("", "title", "series", "item", "entry")
_HAS = {
    "director": "film", "directors": "film", "directed by": "film", "box office": "film", "isbn": "book",
    "author": "book", "authors": "book", "platform": "game", "platforms": "game", "developer": "game",
    "gold": "team", "atomic number": "element", "ingredients": "dish", "artist": "song", "artists": "song",
}  # fmt: skip
"""What only things of one sort have."""
_PARTICIPLE = re.compile(r"\w{2,}[^e]ed")
_MARKS = re.compile(r"\b(?:rating|score|stars|grade|rank|index)\b", re.IGNORECASE)
_EDITION = re.compile(r"(?:number of )?pages|page count", re.IGNORECASE)
_TASTE = re.compile(r"\b(?:difficulty|spiciness|hotness|priority|(?:my|our) \w+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class AskedColumn:
    """A column that is asked about, with its wording. ``yes_no`` names its values if they are two."""

    column: Column
    wording: Wording
    yes_no: YesNo | None = None

    @property
    def is_open(self) -> bool:
        """Whether its cells are lists of some things among others, as a cast is."""
        return self.column.type is ColumnType.LIST and key_of(self.column.header) in OPEN_LISTS | DISPUTED


@dataclass(frozen=True)
class Plan:
    """All that was made of a table. ``left_out`` says why a column is not asked about, by its header."""

    table: RawTable
    options: Options
    row: RowNoun
    names: Names
    name: Column
    columns: tuple[Column, ...]
    asked: tuple[AskedColumn, ...]
    left_out: Mapping[str, str]
    doubts: tuple[Doubt, ...]
    fame: Column | None = None
    aliases: Column | None = None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Everything that was not understood, in the order of the rows."""
        remarks = [*self.table.remarks, *self.names.remarks]
        remarks += [remark for column in self.columns for remark in column.remarks]
        return tuple(sorted(remarks, key=lambda remark: remark.row))


def make_plan(table: RawTable, stem: str, options: Options) -> Plan:
    """Understand a table whose file is called ``stem``.

    Raises UnreadableTable where no column names the rows.
    """
    table = joined_series(table, _headers_said(options))
    _check_headers(table, options)
    columns = read_columns(table, options)
    guess = noun_of_file(stem) or noun_of_file(table.title)
    name = name_column(columns, guess)
    if name is None:
        raise UnreadableTable("no column names the rows; say which does, with --name COLUMN")
    row, sure = _row_noun(options, name, guess, columns)
    row = replace(row, dead=row.sort is Sort.PERSON and any(map(_are_deaths, columns)))
    numbers = [number for number, _ in table.rows]
    names = row_names(name, columns, numbers, row)
    doubts = (
        [] if sure else [Doubt("--row", "", "What is a row, in singular and plural? (country|countries)")]
    )
    asked, left_out = [], {}
    fame = _fame(columns, options)
    for column in columns:
        if column is name:
            continue
        if column.header.casefold() in ALIAS_HEADERS:
            left_out[column.header] = "other names, which are accepted as answers"
            continue
        reason, doubt = _why_not_asked(column, row, options)
        if reason:
            left_out[column.header] = reason
            doubts += [doubt] if doubt else []
            continue
        if column.ambiguous:
            doubts.append(
                Doubt(
                    "--dates",
                    column.header,
                    "Is the day or the month first in dates such as 03/04/2019?",
                    ("dmy", "mdy"),
                )
            )
        asked.append(_asked(column, row, options))
    aliases = next((column for column in columns if column.header.casefold() in ALIAS_HEADERS), None)
    return Plan(
        table, options, row, names, name, columns, tuple(asked), left_out, tuple(doubts), fame, aliases
    )


def _are_deaths(column: Column) -> bool:
    """Whether the column tells when each of the rows died."""
    moment = moment_of(column.label)
    return moment is not None and moment.past == "died" and column.known == len(column.values)


def _check_headers(table: RawTable, options: Options) -> None:
    """Whether each column that an option names is there."""
    known = {name_key(header) for header in table.headers}
    for header in _headers_said(options):
        if name_key(header) not in known:
            raise UnreadableTable(f"there is no column {header!r}; there are {', '.join(table.headers)}")


def _headers_said(options: Options) -> tuple[str, ...]:
    headers = (options.name, options.fame, *options.columns, *options.questions)
    return tuple(header for header in headers if header)


def _row_noun(options: Options, name: Column, guess: str, columns: Sequence[Column]) -> tuple[RowNoun, bool]:
    """What a row is, and whether that is sure: from the header of the names, else from the file's name."""
    if options.row:
        one, many = options.row
        return RowNoun(one, many, _sort(one, columns)), True
    header = re.sub(r"(?<=\w) title$", "", singular(key_of(name.header)))
    header = "" if name.header.isupper() else header
    generic = (
        name.header.casefold() in NAME_HEADERS or is_year_header(name.header) or not is_natural(name.header)
    )
    noun = (
        guess
        if generic or (guess and sort_of(header) is Sort.THING and sort_of(guess) is not Sort.THING)
        else header
    )
    if is_year_header(name.header) and noun:
        noun = noun.title()
    if noun in _VAGUE and (told := _noun_by(columns)):
        return RowNoun(told, plural(told), _sort(told, columns)), False
    if noun:
        return RowNoun(noun, plural(noun), _sort(noun, columns)), True
    sort = _sort("thing", columns)
    return (
        (RowNoun("person", "people", sort), False)
        if sort is Sort.PERSON
        else (RowNoun("thing", "things", sort), False)
    )


def _noun_by(columns: Sequence[Column]) -> str:
    """What the columns say a row is: what has a director is a film. Empty where they say nothing."""
    keys = {key_of(column.header) for column in columns if column.known >= 0.9 * len(column.values)}
    return next((noun for key, noun in _HAS.items() if key in keys), "")


def _sort(noun: str, columns: Sequence[Column]) -> Sort:
    sort = sort_of(noun)
    return Sort.PERSON if sort is Sort.THING and any(map(_is_of_people, columns)) else sort


def _is_of_people(column: Column) -> bool:
    """Whether the column tells what only people have: a birth, a nationality."""
    key, moment = key_of(column.header), moment_of(column.label)
    return key in BIRTHPLACES or key == "nationality" or (moment is not None and moment.past == "was born")


def _fame(columns: Sequence[Column], options: Options) -> Column | None:
    """The column that tells how well known a row is: the owner's, or one of ranks."""
    if options.fame:
        return next(column for column in columns if name_key(column.header) == name_key(options.fame))
    return next((column for column in columns if column.type is ColumnType.RANK), None)


_REASONS = {
    ColumnType.ID: "ids and keys are never asked",
    ColumnType.LINK: "links are never asked",
    ColumnType.RANK: "a rank; it tells how well known a row is",
    ColumnType.RANGE: "ranges of numbers, of which nobody knows both ends",
    ColumnType.FREE_TEXT: "free text; ask about it with --column {header}=text",
    ColumnType.SKIP: "left out",
}


def _why_not_asked(column: Column, row: RowNoun, options: Options) -> tuple[str, Doubt | None]:
    header = column.header
    asked_by_owner = any(name_key(header) == name_key(other) for other in options.questions)
    if column.known == 0:
        return "nothing is known in it", None
    if column.type not in ASKED:
        return _REASONS.get(column.type, "left out").format(header=header), None
    if len(column.counts) == 1 and len(column.values) > 1:
        return "the same in every row", None
    if _EDITION.fullmatch(column.label) and not asked_by_owner:
        return "differs by edition; ask about it with --ask", None
    if _OF_A_DATE.search(column.label) and column.type is ColumnType.NUMBER and not asked_by_owner:
        return "part of a date; ask about it with --ask", None
    if _TOLD.fullmatch(column.label) and not asked_by_owner:
        return "it tells more than it asks; ask about it with --ask", None
    if _TASTE.search(column.label) and not asked_by_owner:
        return "a matter of taste; ask about it with --ask", None
    doubt = Doubt("--ask", header, f"How would you ask for {header}? Write {{subject}} for the {row.noun}.")
    if column.type is ColumnType.DATE and date_wording(header, row) is None and not asked_by_owner:
        return "its header does not say what happened then; say it with --ask", doubt
    key = key_of(header)
    dangling = column.type is ColumnType.TEXT and key not in DONE_SOMEHOW and _PARTICIPLE.fullmatch(key)
    if (dangling or not is_natural(column.label)) and not asked_by_owner:
        return "its header cannot be said in a sentence; say how to ask with --ask", doubt
    return "", None


def _asked(column: Column, row: RowNoun, options: Options) -> AskedColumn:
    yes_no = yes_no_wording(column.header, row) if column.type is ColumnType.YES_NO else None
    if yes_no:
        wording = yes_no.wording
    elif column.type is ColumnType.NUMBER:
        wording = number_wording(column.label, column.unit, row)
        if _is_a_mark(column) or _is_no_count(column, wording):
            kept = {
                name: text for name, text in wording.templates.items() if name not in ("ask_object", "claim")
            }
            wording = replace(wording, templates=kept)
    elif column.type is ColumnType.DATE:
        wording = date_wording(column.header, row, year_only=_spans_years(column)) or _bare(column.header)
    else:
        wording = text_wording(
            column.header, row, [str(value) for value in column.counts], many=column.type is ColumnType.LIST
        )
    question = next(
        (text for header, text in options.questions.items() if name_key(header) == name_key(column.header)),
        "",
    )
    if question:
        wording = _with_question(wording, question, column)
    return AskedColumn(column, wording, yes_no)


def _is_a_mark(column: Column) -> bool:
    """Whether the numbers are marks such as one to five, which one can compare but not know."""
    numbers = [value for value in column.values if isinstance(value, Decimal)]
    about_marks = _MARKS.search(column.label)
    return bool(about_marks) and not column.unit and all(0 <= number <= 100 for number in numbers)


def _is_no_count(column: Column, wording: Wording) -> bool:
    """Whether the numbers are told as a count, but are none: sales in millions, say."""
    counted = wording.templates.get("ask_most", "").endswith(f" the most {wording.plural}?")
    return counted and any(isinstance(value, Decimal) and value % 1 for value in column.values)


def _spans_years(column: Column) -> bool:
    """Whether the years of full dates differ so much that one asks for them rather than for the day."""
    dates = [value for value in column.values if isinstance(value, PartialDate)]
    years = [value.year for value in dates]
    return any(value.month for value in dates) and max(years) - min(years) >= _YEARS_APART


def _bare(header: str) -> Wording:
    return Wording({"statement": "{subject}: {object}."}, spoken(header), spoken(header))


def _with_question(wording: Wording, question: str, column: Column) -> Wording:
    """The owner's own words; where the header cannot be said, nothing else is asked."""
    if is_natural(column.label) and "ask_object" in wording.templates:
        return replace(wording, templates={**wording.templates, "ask_object": question})
    ask = "ask_all" if column.type is ColumnType.LIST else "ask_object"
    kept = {"unit": wording.templates["unit"]} if "unit" in wording.templates else {}
    return replace(wording, templates={"statement": f"{question} {{object}}.", ask: question, **kept})


def stem_of(file: str) -> str:
    """What the name of a file says, without its ending."""
    return PurePath(file).stem
