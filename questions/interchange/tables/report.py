"""The dry run: what a table was taken for, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from questions.dates import PartialDate
from questions.facts.model import FactBase, Relation
from questions.grammar.english import date_text, number_text
from questions.interchange.tables.columns import Column, Read
from questions.interchange.tables.options import ColumnType
from questions.interchange.tables.plan import Plan

_SAMPLES = 3
_LONGEST_SAMPLE = 24
_TYPES: Mapping[ColumnType, str] = {
    ColumnType.NAME: "name",
    ColumnType.TEXT: "words or names",
    ColumnType.LIST: "lists",
    ColumnType.NUMBER: "numbers",
    ColumnType.DATE: "dates",
    ColumnType.YES_NO: "yes or no",
    ColumnType.FREE_TEXT: "free text",
    ColumnType.LINK: "links",
    ColumnType.ID: "ids",
    ColumnType.RANK: "ranks",
    ColumnType.RANGE: "ranges of numbers",
    ColumnType.SKIP: "",
}


def describe(plan: Plan, base: FactBase) -> Iterator[str]:
    """What a row is, and each column with its type, samples and what ``base``, the pack, asks of it."""
    rows = sum(name is not None for name in plan.names.texts)
    noun = plan.row.noun if rows == 1 else plan.row.plural
    yield f"{rows:,} {noun}, named by the column {plan.name.header!r}."
    if plan.fame:
        yield f"How well known each is, and so its level, comes from {plan.fame.header!r}."
    relations = zip(plan.asked, base.relations.values(), strict=True)
    asked = {each.column.header: relation for each, relation in relations}
    for column in plan.columns:
        yield ""
        yield _column_line(column, named=column is plan.name)
        if column.header in asked:
            yield f"    {_asked_of(asked[column.header])}"
        elif column is not plan.name:
            yield f"    not asked: {plan.left_out.get(column.header, 'left out')}"


def describe_doubts(plan: Plan) -> Iterator[str]:
    """What only the owner can say, each with its option."""
    for doubt in plan.doubts:
        if doubt.option == "--row":
            yield f'{doubt.text} Say it with --row "country|countries"; until then it is a {plan.row.noun}.'
        elif doubt.option == "--dates":
            yield f"{doubt.column}: {doubt.text} Say it with --dates dmy or mdy; until then only years count."
        else:
            option = f'--ask "{doubt.column}=QUESTION"'
            yield f"{doubt.column}: {doubt.text} Say it with {option}; until then it is left out."


def _column_line(column: Column, *, named: bool) -> str:
    type = "the name" if named else _TYPES[column.type] or "nothing"
    about = f" ({column.about})" if column.about else ""
    unknown = len(column.values) - column.known
    gaps = f", {unknown} unknown" if unknown and column.known else ""
    samples = [_sample(value) for value in list(column.counts)[:_SAMPLES]]
    shown = f": {', '.join(samples)}" if samples else ""
    return f"{column.header} – {type}{about}{gaps}{shown}"


def _asked_of(relation: Relation) -> str:
    """A few of the questions, with their gaps."""
    wording = relation.wording
    names = ("ask_object", "ask_year", "ask_subject", "ask_all", "ask_most", "ask_first", "subject_trait")
    texts = [wording[name] for name in names if name in wording]
    if not texts:
        return f"told: {relation.statement}"
    marks = {"{subject_possessive}": "…'s", "{when}": "When", "{object_possessive}": "…'s"}
    for mark, instead in marks.items():
        texts = [each.replace(mark, instead) for each in texts]
    for mark in ("{subject}", "{object}", "{a_object}", "{on_object}"):
        texts = [each.replace(mark, "…") for each in texts]
    return "asked: " + " · ".join(texts[:3])


def _sample(value: Read) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return number_text(value)
    text: str = date_text(value) if isinstance(value, PartialDate) else str(value)
    return text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1] + "…"
