"""Facts in words: the slots of a fact, and the templates of its relation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TypedDict

from questions.dates import PartialDate
from questions.facts.model import Entity, Fact, FactBase, Relation, Value
from questions.grammar import english
from questions.grammar.filling import Slot, Slots, fill
from questions.question import AnswerType


class FactRecord(TypedDict):
    """A fact as ``gumshoe facts --json`` prints it; ``as_of`` and a date as object are in ISO form."""

    id: str
    subject: str
    relation: str
    object: str
    statement: str
    sources: list[str]
    topic: str
    level: int
    interest: int
    spoiler: bool
    as_of: str | None


def shown(base: FactBase, value: Value) -> str:
    """A value as it stands alone, on a button or at the reveal."""
    if isinstance(value, PartialDate):
        return english.date_text(value)
    if isinstance(value, Decimal):
        return english.number_text(value)
    return english.capital_first(base.entities[value].name)


def slot_of(base: FactBase, relation: Relation, value: Value) -> Slot:
    """The slot for a subject or an object of the relation."""
    if isinstance(value, PartialDate):
        return Slot(english.date_text(value), value=value)
    if isinstance(value, Decimal):
        return Slot(english.number_text(value), value=value, unit=relation.wording.get("unit", ""))
    return entity_slot(base, base.entities[value])


def entity_slot(base: FactBase, entity: Entity) -> Slot:
    """The slot for an entity's name."""
    return Slot(entity.name, title=base.kinds[entity.kind].type is AnswerType.TITLE, does=entity.does)


def slots_of(base: FactBase, fact: Fact) -> Slots:
    """The slots of a fact as it stands."""
    relation = base.relations[fact.relation]
    subject, object = slot_of(base, relation, fact.subject), slot_of(base, relation, fact.object)
    return Slots(subject, object, fact.as_of, base.grammar)


def template(relation: Relation, name: str, fact: Fact) -> str | None:
    """The relation's template of this name in the tense of the fact; None where the pack gives none."""
    if fact.as_of:
        return relation.wording.get(f"past_{name}")
    return relation.statement if name == "statement" else relation.wording.get(name)


def statement(base: FactBase, fact: Fact, *, subject: Slot | None = None, object: Slot | None = None) -> str:
    """The fact as a sentence; ``subject`` or ``object`` may be replaced."""
    relation = base.relations[fact.relation]
    slots = slots_of(base, fact)
    slots = replace(slots, subject=subject or slots.subject, object=object or slots.object)
    return fill(template(relation, "statement", fact) or relation.statement, slots)


def fact_record(base: FactBase, fact: Fact) -> FactRecord:
    """The fact as a plain record, subject and object by name."""
    value = fact.object
    return {
        "id": fact.id,
        "subject": base.entities[fact.subject].name,
        "relation": fact.relation,
        "object": base.entities[value].name if isinstance(value, str) else str(value),
        "statement": statement(base, fact),
        "sources": list(fact.sources),
        "topic": fact.topic,
        "level": fact.level,
        "interest": base.interest(fact),
        "spoiler": fact.spoiler,
        "as_of": str(fact.as_of) if fact.as_of else None,
    }
