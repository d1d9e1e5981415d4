"""Builds small fact bases in memory, so that a test shows only the facts that it is about.

Entities come of the facts: an id like ``ada-thornley`` is called "Ada Thornley" unless ``names`` says
otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from questions.dates import parse_date
from questions.facts.model import Entity, EntityKind, Fact, FactBase, Many, Relation, Source, Value
from questions.question import AnswerType

KINDS = (
    EntityKind("person", "person", "people", AnswerType.PERSON, typed=True, riddles=True),
    EntityKind("film", "film", "films", AnswerType.TITLE, typed=True, riddles=True),
    EntityKind("place", "place", "places", AnswerType.PLACE, typed=True),
    EntityKind("reason", "reason", "reasons"),
)


def relation(
    id: str = "made",
    statement: str = "{subject} made {object}.",
    *,
    subject: str = "person",
    object: str = "film",
    objects: str = "many",
    subjects: str = "one",
    complete: bool = False,
    symmetric: bool = False,
    wording: Mapping[str, str] | None = None,
    **more: str,
) -> Relation:
    """A relation; its templates come as ``wording`` or as further keywords."""
    templates = {**(wording or {}), **more}
    return Relation(
        id, subject, object, Many(objects), Many(subjects), complete, statement, symmetric, templates
    )


def fact(
    subject: str,
    relation: str,
    object: str | int,
    *,
    topic: str = "general",
    level: int = 1,
    spoiler: bool = False,
    sources: Iterable[str] = ("report",),
    as_of: str = "",
    lures: Iterable[str] = (),
) -> Fact:
    """A fact; ``base`` reads the object as a date or a number where the relation has such."""
    return Fact(
        subject, relation, str(object), topic, level, spoiler, tuple(sources),
        parse_date(as_of) if as_of else None, tuple(lures),
    )  # fmt: skip


def base(
    relations: Sequence[Relation],
    facts: Iterable[Fact],
    *,
    names: Mapping[str, str | Sequence[str]] | None = None,
    more: Mapping[str, Iterable[str]] | None = None,
    kinds: Iterable[EntityKind] = KINDS,
    articles: Mapping[str, str] | None = None,
) -> FactBase:
    """A fact base. ``names`` maps an id to its name, or to its name and aliases; ``more`` maps a kind to
    further entities of which no fact speaks.
    """
    by_id = {each.id: each for each in relations}
    read = [replace(each, object=_value(by_id[each.relation], str(each.object))) for each in facts]
    of_kind = {id: kind for kind, ids in (more or {}).items() for id in ids}
    for each in read:
        about = by_id[each.relation]
        of_kind[each.subject] = about.subject
        if isinstance(each.object, str):
            of_kind[each.object] = about.object
    sources = sorted({source for each in read for source in each.sources})
    return FactBase(
        id="small",
        title="Small",
        about="A fact base for one test.",
        language="en",
        kinds={kind.id: kind for kind in kinds},
        entities={id: _entity(id, kind, names or {}) for id, kind in sorted(of_kind.items())},
        relations=by_id,
        sources={id: Source(id, id.title()) for id in sources},
        facts=tuple(sorted(read, key=lambda each: (each.subject, each.relation, str(each.object)))),
        articles=articles or {},
    )


def by_id(base: FactBase) -> Mapping[str, Fact]:
    """The facts of a fact base by their ids."""
    return {fact.id: fact for fact in base.facts}


def _value(relation: Relation, text: str) -> Value:
    if relation.is_date:
        return parse_date(text)
    return Decimal(text) if relation.is_number else text


def _entity(id: str, kind: str, names: Mapping[str, str | Sequence[str]]) -> Entity:
    given = names.get(id, id.replace("-", " ").title())
    name, *aliases = (given,) if isinstance(given, str) else given
    return Entity(id, kind, name, tuple(aliases))
