"""What a server corrects in a pack or adds to it, and packs that it founds: changes -> its own fact base.

The pack itself stays as it is. A change that no longer fits a newer version of the pack is passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from hashlib import blake2s
from itertools import groupby

from anyascii import anyascii

from questions.dates import parse_date
from questions.facts.model import Entity, Fact, FactBase, Many, Relation, Source, Value
from questions.facts.own_packs import OwnPack, OwnRelation, empty_pack, with_relation
from questions.words import name_key


class CorrectionKind(StrEnum):
    """What a correction does."""

    RETIRE = "retire"  # nothing is asked about it any more
    OVERRIDE = "override"  # something else is right
    ALIAS = "alias"  # one more form is accepted


@dataclass(frozen=True, slots=True)
class Correction:
    """``target`` is the id of a fact; for an alias that of an entity; in an imported pack a question's
    number.
    """

    pack: str
    kind: CorrectionKind
    target: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact that a server adds to a pack, by the names of things; ``object`` may be a date or a number."""

    pack: str
    relation: str
    subject: str
    object: str
    source: str
    topic: str = ""
    level: int = 2


Change = Correction | OwnFact | OwnRelation | OwnPack


MOST_DIGITS = 24
"""Of a number: a few characters can stand for millions of digits."""


class FactFault(StrEnum):
    """Why a fact does not fit into a pack."""

    NO_RELATION = "no_relation"
    NO_NAME = "no_name"
    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    NOT_IN_PACK = "not_in_pack"  # a thing of this kind must be in the pack already
    ITSELF = "itself"
    KNOWN = "known"
    OTHER_OBJECT = "other_object"  # the subject can have one object, and has another
    OTHER_SUBJECT = "other_subject"
    CIRCLE = "circle"  # something would come before itself


def corrected(base: FactBase, changes: Iterable[Change]) -> FactBase:
    """The fact base with all changes that fit it: its relations, and then the rest in their order."""
    changes = tuple(changes)
    for change in changes:
        if isinstance(change, OwnRelation):
            base = with_relation(base, change)
    for _, run in groupby(changes, type):
        together = tuple(run)
        base = _with_facts(base, [change for change in together if isinstance(change, OwnFact)])
        for change in together:
            if isinstance(change, Correction):
                base = _correct(base, change)
    return base


def founded(changes: Iterable[Change]) -> FactBase | None:
    """The pack that these changes make without any other; None where they found none."""
    changes = tuple(changes)
    own = next((change for change in changes if isinstance(change, OwnPack)), None)
    return corrected(empty_pack(own), changes) if own else None


def fault_of(base: FactBase, fact: OwnFact) -> FactFault | None:
    """Why a fact does not fit into the base; None where it does."""
    placed = _place(_Rows(base), fact)
    return placed if isinstance(placed, FactFault) else None


def fault_of_override(base: FactBase, fact: Fact, value: str) -> FactFault | None:
    """Why a fact cannot have this value instead of its own."""
    return fault_of(_without(base, fact), _as_own(base, fact, value))


def fact_of(base: FactBase, id: str) -> Fact | None:
    """The fact of this id."""
    relation = id.split("/")[1] if id.count("/") > 1 else ""
    return next((fact for fact in base.by_relation.get(relation, ()) if fact.id == id), None)


def answer_entity(base: FactBase, fact: Fact, forms: Iterable[str]) -> Entity | None:
    """Which end of a fact is the answer with these forms; None where it is a date, a number or neither."""
    ends = [base.entities[end] for end in (fact.subject, fact.object) if isinstance(end, str)]
    keys = set(map(name_key, forms))
    return next((entity for entity in ends if name_key(entity.name) in keys), None)


@dataclass(frozen=True, slots=True)
class _Placed:
    fact: Fact
    source: Source
    new: Mapping[str, Entity] = field(default_factory=dict)


class _Rows:
    """A base to which facts are added one after the other, at a cost that does not grow with it."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self.facts = list(base.facts)
        self.entities = dict(base.entities)
        self.sources = dict(base.sources)
        self.also_true = set(base.also_true)
        self.ids: dict[tuple[str, str], str] = {}
        self.objects: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
        self.subjects: defaultdict[tuple[str, Value], list[str]] = defaultdict(list)
        for entity in base.entities.values():
            self._name(entity)
        for fact in base.facts:
            self._index(fact)

    def add(self, placed: _Placed) -> None:
        fact = placed.fact
        self.facts.append(fact)
        self.entities.update(placed.new)
        self.sources[placed.source.id] = placed.source
        self.also_true.discard((fact.subject, fact.relation, str(fact.object)))
        for entity in placed.new.values():
            self._name(entity)
        self._index(fact)

    def _name(self, entity: Entity) -> None:
        for name in entity.names:
            self.ids.setdefault((entity.kind, name_key(name)), entity.id)

    def _index(self, fact: Fact) -> None:
        self.objects[fact.relation, fact.subject].append(fact.object)
        self.subjects[fact.relation, fact.object].append(fact.subject)


def _correct(base: FactBase, change: Correction) -> FactBase:
    if change.kind is CorrectionKind.ALIAS:
        entity = base.entities.get(change.target)
        if entity is None or name_key(change.value) in set(map(name_key, entity.names)):
            return base
        more = replace(entity, aliases=(*entity.aliases, change.value))
        return replace(base, entities={**base.entities, entity.id: more})
    fact = fact_of(base, change.target)
    if fact is None:
        return base
    if change.kind is CorrectionKind.RETIRE:
        return _retired(base, fact)
    placed = _place(_Rows(_without(base, fact)), _as_own(base, fact, change.value))
    if isinstance(placed, FactFault):
        return base
    lures = tuple(lure for lure in fact.lures if lure != placed.fact.object)
    override = replace(fact, object=placed.fact.object, lures=lures)
    facts = tuple(override if one is fact else one for one in base.facts)
    return replace(base, facts=facts, entities={**base.entities, **placed.new})


def _retired(base: FactBase, fact: Fact) -> FactBase:
    """Without the fact, which may be true all the same: nothing is concluded from its absence."""
    relation = replace(base.relations[fact.relation], complete=False)
    row = (fact.subject, fact.relation, str(fact.object))
    return replace(
        _without(base, fact),
        relations={**base.relations, relation.id: relation},
        also_true=base.also_true | {row} if relation.links_entities else base.also_true,
    )


def _without(base: FactBase, fact: Fact) -> FactBase:
    return replace(base, facts=tuple(one for one in base.facts if one is not fact))


def _with_facts(base: FactBase, facts: Sequence[OwnFact]) -> FactBase:
    """The base with those of the facts that fit it and each other."""
    if not facts:
        return base
    rows = _Rows(base)
    for fact in facts:
        placed = _place(rows, fact)
        if not isinstance(placed, FactFault):
            rows.add(placed)
    return replace(
        base,
        facts=tuple(rows.facts),
        entities=rows.entities,
        sources=rows.sources,
        also_true=frozenset(rows.also_true),
    )


def _as_own(base: FactBase, fact: Fact, value: str) -> OwnFact:
    source = base.sources[fact.sources[0]].title
    return OwnFact(base.id, fact.relation, base.entities[fact.subject].name, value, source)


def _place(rows: _Rows, own: OwnFact) -> _Placed | FactFault:
    """The fact with the things that it speaks of, those that are new among them."""
    relation = rows.base.relations.get(own.relation)
    if relation is None:
        return FactFault.NO_RELATION
    new: dict[str, Entity] = {}
    subject = _named(rows, relation.subject, own.subject, new)
    object = _value(rows, relation, own.object, new)
    for end in (subject, object):
        if isinstance(end, FactFault):
            return end
    source = Source("own_" + blake2s(own.source.encode(), digest_size=5).hexdigest(), own.source)
    level = min(max(own.level, 1), 3)
    fact = Fact(str(subject), relation.id, object, own.topic, level, False, (source.id,))
    return _conflict(rows, relation, fact) or _Placed(fact, source, new)


def _named(rows: _Rows, kind: str, name: str, new: dict[str, Entity]) -> str | FactFault:
    """The id of the thing of this name, which is made where there is none."""
    if not any(map(str.isalnum, name)):
        return FactFault.NO_NAME
    if known := rows.ids.get((kind, name_key(name))):
        return known
    if rows.base.kinds[kind].clause:
        return FactFault.NOT_IN_PACK
    id = "own_" + re.sub(r"[^a-z0-9]+", "_", anyascii(name).casefold()).strip("_")
    if id in rows.entities or id in new:
        id += "_" + blake2s(name.encode(), digest_size=3).hexdigest()
    new[id] = Entity(id, kind, name)
    return id


def _value(rows: _Rows, relation: Relation, text: str, new: dict[str, Entity]) -> Value | FactFault:
    if relation.is_date:
        try:
            return parse_date(text.strip())
        except ValueError:
            return FactFault.NO_DATE
    if relation.is_number:
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            return FactFault.NO_NUMBER
        wording = (relation.statement, *relation.wording.values())
        ordinal = any("{object_ordinal}" in template for template in wording)
        if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS or len(text.strip()) > MOST_DIGITS:
            return FactFault.NO_NUMBER
        whole = number > 0 and number == number.to_integral_value()
        return number if whole or not ordinal else FactFault.NO_NUMBER
    return _named(rows, relation.object, text, new)


def _conflict(rows: _Rows, relation: Relation, fact: Fact) -> FactFault | None:
    """Why a fact cannot stand beside those that are there."""
    if fact.subject == fact.object:
        return FactFault.ITSELF
    theirs = rows.subjects.get((relation.id, fact.object), [])
    mine = rows.objects.get((relation.id, fact.subject), [])
    mirrored = rows.subjects.get((relation.id, fact.subject), []) if relation.symmetric else []
    if fact.object in mine or fact.object in mirrored:
        return FactFault.KNOWN
    if relation.objects is Many.ONE and (mine or mirrored):
        return FactFault.OTHER_OBJECT
    if relation.subjects is Many.ONE and theirs:
        return FactFault.OTHER_SUBJECT
    return FactFault.CIRCLE if relation.ordered and _leads(rows, relation, fact) else None


def _leads(rows: _Rows, relation: Relation, fact: Fact) -> bool:
    """Whether the object comes before the subject already."""
    reached: set[Value] = set()
    ahead: list[Value] = [fact.object]
    while ahead:
        at = ahead.pop()
        if at == fact.subject:
            return True
        if at not in reached and isinstance(at, str):
            reached.add(at)
            ahead += rows.objects.get((relation.id, at), [])
    return False
