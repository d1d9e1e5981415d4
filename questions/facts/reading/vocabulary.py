"""pack.toml and relations.toml, read as far as they are sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from questions.facts.model import USUAL_INTEREST, EntityKind, Many, Relation, Source
from questions.facts.reading.toml_tables import Table
from questions.facts.templates import TEMPLATES
from questions.question import AnswerType

INTERESTS = range(1, 6)
KIND_TYPES = (AnswerType.TEXT, AnswerType.PERSON, AnswerType.TITLE, AnswerType.PLACE)
RELATION_KEYS = (
    *(
        "subject",
        "object",
        "objects",
        "subjects",
        "complete",
        "symmetric",
        "ordered",
        "two_steps",
        "interest",
    ),
    *TEMPLATES,
)


@dataclass(frozen=True)
class Head:
    """What pack.toml says. Whatever was reported is empty here."""

    title: str
    about: str
    language: str
    kinds: Mapping[str, EntityKind]
    sources: tuple[tuple[Table, Source], ...]
    articles: Mapping[str, str]
    groups: Mapping[str, tuple[str, int]]  # with the line of each entity
    line_of_language: int
    tables: Mapping[str, Table] = field(default_factory=dict)  # of the kinds


def read_head(table: Table) -> Head:
    table.refuse_other_keys(("title", "about", "language", "kinds", "source", "articles", "groups"))
    kinds = table.subtable("kinds")
    if "kinds" not in table.values:
        table.report("no kinds of entities; add a table [kinds.<id>] for each, with noun and plural")
    if "source" not in table.values:
        table.report("no sources; add a table [[source]] for each, with id, document and title")
    tables = dict(kinds.subtables())
    articles, groups = table.subtable("articles"), table.subtable("groups")
    return Head(
        title=table.text("title") or "",
        about=table.text("about") or "",
        language=table.text("language") or "",
        kinds={id: _kind(id, values) for id, values in tables.items()},
        sources=tuple((values, _source(values)) for values in table.tables("source")),
        articles={word: articles.one_of(word, ("a", "an")) or "" for word in articles.values},
        groups={entity: (groups.text(entity) or "", groups.line_of(entity)) for entity in groups.values},
        line_of_language=table.line_of("language"),
        tables=tables,
    )


def _kind(id: str, table: Table) -> EntityKind:
    table.refuse_other_keys(("noun", "plural", "type", "typed", "riddles", "clause"))
    type = AnswerType(table.one_of("type", KIND_TYPES, AnswerType.TEXT) or AnswerType.TEXT)
    return EntityKind(
        id=id,
        noun=table.text("noun") or "",
        plural=table.text("plural") or "",
        type=type,
        typed=bool(table.flag("typed", default=type is not AnswerType.TEXT)),
        riddles=bool(table.flag("riddles", default=type is not AnswerType.TEXT)),
        clause=bool(table.flag("clause", default=False)),
    )


def _source(table: Table) -> Source:
    table.refuse_other_keys(("id", "document", "title", "publisher", "published"))
    table.text("document")  # for those who check the pack against it
    return Source(
        id=table.text("id") or "",
        title=table.text("title") or "",
        publisher=table.text("publisher", required=False),
        published=table.text("published", required=False),
    )


def read_relations(table: Table) -> tuple[Mapping[str, Relation], Mapping[str, Table]]:
    """The relations and their tables, by id. What was reported has a value that no rule stumbles over."""
    tables = dict(table.subtables())
    return {id: _relation(id, values) for id, values in tables.items()}, tables


def _relation(id: str, table: Table) -> Relation:
    table.refuse_other_keys(RELATION_KEYS)
    wording = {
        name: text
        for name in TEMPLATES
        if name in table.values and name != "statement" and (text := table.text(name))
    }
    return Relation(
        id=id,
        subject=table.text("subject") or "",
        object=table.text("object") or "",
        objects=Many(table.one_of("objects", tuple(Many)) or Many.MANY),
        subjects=Many(table.one_of("subjects", tuple(Many)) or Many.MANY),
        complete=table.flag("complete") is not False,
        statement=table.text("statement") or "",
        symmetric=bool(table.flag("symmetric", default=False)),
        wording=wording,
        ordered=bool(table.flag("ordered", default=False)),
        two_steps=table.flag("two_steps", default=True) is not False,
        interest=table.integer("interest", INTERESTS, USUAL_INTEREST),
    )
