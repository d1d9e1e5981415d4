"""What a server corrects in a pack or adds to it, and packs that it founds: changes -> its own fact base.

The pack itself stays as it is. A change that no longer fits a newer version of the pack is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from hashlib import blake2s

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
    for change in changes:
        if isinstance(change, OwnFact):
            base = _add(base, change)
        elif isinstance(change, Correction):
            base = _correct(base, change)
    return base


def founded(changes: Iterable[Change]) -> FactBase | None:
    """The pack that these changes make without any other; None where they found none."""
    changes = tuple(changes)
    own = next((change for change in changes if isinstance(change, OwnPack)), None)
    return corrected(empty_pack(own), changes) if own else None


def fault_of(base: FactBase, fact: OwnFact) -> FactFault | None:
    """Why a fact does not fit into the base; None where it does."""
    placed = _place(base, fact)
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
    placed = _place(_without(base, fact), _as_own(base, fact, change.value))
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


def _add(base: FactBase, fact: OwnFact) -> FactBase:
    placed = _place(base, fact)
    if isinstance(placed, FactFault):
        return base
    return replace(
        base,
        facts=(*base.facts, placed.fact),
        entities={**base.entities, **placed.new},
        sources={**base.sources, placed.source.id: placed.source},
        also_true=base.also_true - {(placed.fact.subject, placed.fact.relation, str(placed.fact.object))},
    )


def _as_own(base: FactBase, fact: Fact, value: str) -> OwnFact:
    source = base.sources[fact.sources[0]].title
    return OwnFact(base.id, fact.relation, base.entities[fact.subject].name, value, source)


def _place(base: FactBase, own: OwnFact) -> _Placed | FactFault:
    """The fact with the things that it speaks of, those that are new among them."""
    relation = base.relations.get(own.relation)
    if relation is None:
        return FactFault.NO_RELATION
    new: dict[str, Entity] = {}
    subject = _named(base, relation.subject, own.subject, new)
    object = _value(base, relation, own.object, new)
    for end in (subject, object):
        if isinstance(end, FactFault):
            return end
    source = Source("own_" + blake2s(own.source.encode(), digest_size=5).hexdigest(), own.source)
    level = min(max(own.level, 1), 3)
    fact = Fact(str(subject), relation.id, object, own.topic, level, False, (source.id,))
    return _conflict(base, relation, fact) or _Placed(fact, source, new)


def _named(base: FactBase, kind: str, name: str, new: dict[str, Entity]) -> str | FactFault:
    """The id of the thing of this name, which is made where there is none."""
    if not any(map(str.isalnum, name)):
        return FactFault.NO_NAME
    key = name_key(name)
    for entity in base.by_kind.get(kind, ()):
        if key in map(name_key, entity.names):
            return entity.id
    if base.kinds[kind].clause:
        return FactFault.NOT_IN_PACK
    id = "own_" + re.sub(r"[^a-z0-9]+", "_", anyascii(name).casefold()).strip("_")
    if id in base.entities or id in new:
        id += "_" + blake2s(name.encode(), digest_size=3).hexdigest()
    new[id] = Entity(id, kind, name)
    return id


def _value(base: FactBase, relation: Relation, text: str, new: dict[str, Entity]) -> Value | FactFault:
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
        whole = number.is_finite() and number > 0 and number == number.to_integral_value()
        return number if number.is_finite() and (whole or not ordinal) else FactFault.NO_NUMBER
    return _named(base, relation.object, text, new)


def _conflict(base: FactBase, relation: Relation, fact: Fact) -> FactFault | None:
    """Why a fact cannot stand beside those that are there."""
    if fact.subject == fact.object:
        return FactFault.ITSELF
    theirs = base.by_object.get((relation.id, fact.object), ())
    mine = base.by_subject.get((fact.subject, relation.id), ())
    mirrored = base.by_object.get((relation.id, fact.subject), ()) if relation.symmetric else ()
    if any(one.object == fact.object for one in mine) or any(one.subject == fact.object for one in mirrored):
        return FactFault.KNOWN
    if relation.objects is Many.ONE and (mine or mirrored):
        return FactFault.OTHER_OBJECT
    if relation.subjects is Many.ONE and theirs:
        return FactFault.OTHER_SUBJECT
    return FactFault.CIRCLE if relation.ordered and _leads(base, relation, fact) else None


def _leads(base: FactBase, relation: Relation, fact: Fact) -> bool:
    """Whether the object comes before the subject already."""
    reached: set[Value] = set()
    ahead: list[Value] = [fact.object]
    while ahead:
        at = ahead.pop()
        if at == fact.subject:
            return True
        if at not in reached and isinstance(at, str):
            reached.add(at)
            ahead += [one.object for one in base.by_subject.get((at, relation.id), ())]
    return False
