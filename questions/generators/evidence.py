"""What the fact base proves: which rows are true, which are certainly false, and what is the only one of its
sort.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from random import Random
from zlib import crc32

from questions.facts.model import Entity, Fact, FactBase, Many, PartialDate, Relation, Value
from questions.generators.names import telling_words, word_key
from questions.generators.wording import template
from questions.question import Rule

_PROFILE_FACTS = 24
_SMALL = 24


class Side(StrEnum):
    """The end of a relation that is asked for; the other end is given."""

    SUBJECT = "subject"
    OBJECT = "object"

    @property
    def other(self) -> Side:
        return Side.OBJECT if self is Side.SUBJECT else Side.SUBJECT


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact with one end hidden: ``answer`` stands on ``side``, ``given`` on the other.

    For the twin of a symmetric fact the ends are the other way round than in the fact itself.
    """

    fact: Fact
    side: Side
    given: Value
    answer: Value

    @classmethod
    def of(cls, fact: Fact, side: Side) -> Ask:
        """The fact as it stands, with the end on this side hidden."""
        if side is Side.OBJECT:
            return cls(fact, side, fact.subject, fact.object)
        return cls(fact, side, fact.object, fact.subject)


@dataclass(frozen=True, slots=True)
class Group:
    """All values that stand on one side of a relation for one value on the other."""

    relation: Relation
    side: Side
    given: Value


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a row is certainly false, and the facts on which that rests (none where a complete list lacks the
    row).
    """

    rule: Rule
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an entity, to tell which others are like it."""

    roles: frozenset[tuple[str, Side]]
    links: frozenset[tuple[str, Side, Value]]
    neighbours: frozenset[Value]
    topics: frozenset[str]


def mix(text: str) -> int:
    """A number that shuffles texts the same way on every machine and in every run."""
    return crc32(text.encode())


class Evidence:
    """A fact base with what the generators derive from it, each thing once and only when it is needed."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self._keys: dict[str, frozenset[str]] = {}
        self._profiles: dict[str, Profile] = {}
        self._topics: dict[str, Mapping[str, tuple[Fact, ...]]] = {}
        self._shuffled: dict[str, tuple[Fact, ...]] = {}
        self._telling: dict[str, Counter[str]] = {}
        self._members: dict[tuple[str, Side, Value], tuple[tuple[Value, Fact], ...]] = {}

    def relation(self, fact: Fact) -> Relation:
        """The relation of a fact."""
        return self.base.relations[fact.relation]

    def rows(self, relation: Relation, side: Side, given: Value) -> tuple[tuple[Value, Fact], ...]:
        """All true values on the side for the given one, each with its fact; twins of a symmetric relation
        too.
        """
        rows: list[tuple[Value, Fact]] = []
        if isinstance(given, str) and (side is Side.OBJECT or relation.symmetric):
            rows += ((fact.object, fact) for fact in self.base.by_subject.get((given, relation.id), ()))
        if side is Side.SUBJECT or relation.symmetric:
            rows += ((fact.subject, fact) for fact in self.base.by_object.get((relation.id, given), ()))
        return tuple(rows)

    def sole(self, ask: Ask) -> bool:
        """Whether no other value is known to fit."""
        return {value for value, _ in self.rows(self.relation(ask.fact), ask.side, ask.given)} == {ask.answer}

    def unique(self, ask: Ask) -> bool:
        """Whether the base proves that no other value fits, by the relation's cardinality or its complete
        list.
        """
        relation = self.relation(ask.fact)
        one = relation.objects if ask.side is Side.OBJECT else relation.subjects
        listed = relation.complete and not isinstance(
            ask.given, PartialDate
        )  # a list by date may overlap another
        return (one is Many.ONE or listed) and self.sole(ask)

    def why_not(self, ask: Ask, value: Value) -> Refutation | None:
        """Why the value does not fit in place of the answer; None where that cannot be proved.

        Of several reasons the one that gives least away is taken: the fact itself, then a complete list, then
        facts that are no spoilers.
        """
        relation, fact = self.relation(ask.fact), ask.fact
        subject, object_ = (ask.given, value) if ask.side is Side.OBJECT else (value, ask.given)
        if not isinstance(subject, str):
            return None
        objects = self.rows(relation, Side.OBJECT, subject)
        subjects = self.rows(relation, Side.SUBJECT, object_)
        if any(_same(other, object_) for other, _ in objects) or any(
            other == subject for other, _ in subjects
        ):
            return None
        reasons = []
        if relation.objects is Many.ONE:
            reasons += [Refutation(Rule.ONE_OBJECT, (row,)) for _, row in objects if row.as_of == fact.as_of]
        if relation.subjects is Many.ONE:
            reasons += [
                Refutation(Rule.ONE_SUBJECT, (row,)) for _, row in subjects if row.as_of == fact.as_of
            ]
        if relation.complete:
            reasons.append(Refutation(Rule.COMPLETE))
        if ask.side is Side.OBJECT and str(value) in fact.lures:
            reasons.append(Refutation(Rule.LURE, (fact,)))
        return min(reasons, key=lambda reason: _weight(reason, fact), default=None)

    def members(self, group: Group) -> tuple[tuple[Value, Fact], ...]:
        """The rows of a group in an order of their own, which neither seed nor file order changes."""
        key = (group.relation.id, group.side, group.given)
        if key not in self._members:
            rows = self.rows(group.relation, group.side, group.given)
            self._members[key] = tuple(sorted(rows, key=lambda row: (mix(row[1].id), row[1].id)))
        return self._members[key]

    def asks(self, group: Group) -> list[Ask]:
        """The members of a group, each as an answer."""
        return [Ask(fact, group.side, group.given, value) for value, fact in self.members(group)]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every group of at least two entities; those of a symmetric relation once, as objects."""
        base, found = self.base, []
        for (given, name), facts in base.by_subject.items():
            relation = base.relations[name]
            if relation.links_entities and not relation.symmetric and len(facts) > 1:
                found.append(Group(relation, Side.OBJECT, given))
        for (name, value), facts in base.by_object.items():
            if len(facts) > 1 and not base.relations[name].symmetric:
                found.append(Group(base.relations[name], Side.SUBJECT, value))
        for relation in base.relations.values():
            if relation.symmetric:
                ends = {end for fact in self.facts_of(relation) for end in (fact.subject, fact.object)}
                groups = [Group(relation, Side.OBJECT, end) for end in sorted(ends, key=str)]
                found += [group for group in groups if len(self.members(group)) > 1]
        return tuple(found)

    @cached_property
    def timeline(self) -> tuple[Fact, ...]:
        """The facts that are dated events, by date; an event that may have several dates is not among
        them.
        """
        facts = [
            fact
            for relation in self.base.relations.values()
            if relation.is_date and relation.objects is Many.ONE
            for fact in self.facts_of(relation)
            if template(relation, "event", fact)
        ]
        dated = [(fact.object.parts, fact.id, fact) for fact in facts if isinstance(fact.object, PartialDate)]
        return tuple(fact for *_, fact in sorted(dated, key=lambda row: row[:2]))

    @cached_property
    def place_in_time(self) -> Mapping[str, int]:
        """Where each fact of the timeline stands in it."""
        return {fact.id: place for place, fact in enumerate(self.timeline)}

    def facts_of(self, relation: Relation) -> tuple[Fact, ...]:
        """All facts of a relation."""
        return self.base.by_relation.get(relation.id, ())

    def shuffled(self, relation: Relation) -> tuple[Fact, ...]:
        """All facts of a relation, those of one time and topic together, else in an order that is always the
        same.
        """
        if relation.id not in self._shuffled:
            facts = self.facts_of(relation)
            key = {fact.id: (str(fact.as_of or ""), fact.topic, mix(fact.id), fact.id) for fact in facts}
            self._shuffled[relation.id] = tuple(sorted(facts, key=lambda fact: key[fact.id]))
        return self._shuffled[relation.id]

    def siblings(self, fact: Fact, rng: Random) -> Sequence[Fact]:
        """Facts of the same relation, at most about two dozen, those of the same topic first."""
        facts = self.facts_of(self.relation(fact))
        if len(facts) <= _SMALL:
            return facts
        if fact.relation not in self._topics:
            topics: defaultdict[str, list[Fact]] = defaultdict(list)
            for other in facts:
                topics[other.topic].append(other)
            self._topics[fact.relation] = {topic: tuple(rows) for topic, rows in topics.items()}
        near = self._topics[fact.relation][fact.topic]
        return [*sample(near, _SMALL // 2, rng), *sample(facts, _SMALL // 2, rng)]

    def entity(self, value: Value) -> Entity | None:
        """The entity of this id; None for a date or a number."""
        return self.base.entities[value] if isinstance(value, str) else None

    def keys(self, entity: str) -> frozenset[str]:
        """All names of an entity as a reader compares them."""
        if entity not in self._keys:
            self._keys[entity] = frozenset(word_key(name) for name in self.base.entities[entity].names)
        return self._keys[entity]

    def common(self, kind: str) -> Counter[str]:
        """In how many names of a kind each telling word stands."""
        if kind not in self._telling:
            entities = self.base.by_kind.get(kind, ())
            self._telling[kind] = Counter(word for entity in entities for word in telling_words(entity.name))
        return self._telling[kind]

    def profile(self, entity: str) -> Profile:
        """Roles, neighbours and topics of an entity, from a bounded number of its facts."""
        if entity not in self._profiles:
            facts = self.facts_about(entity)
            others = [fact.object if side is Side.SUBJECT else fact.subject for side, fact in facts]
            self._profiles[entity] = Profile(
                roles=frozenset((fact.relation, side) for side, fact in facts),
                links=frozenset(
                    (fact.relation, side, other) for (side, fact), other in zip(facts, others, strict=True)
                ),
                neighbours=frozenset(others),
                topics=frozenset(fact.topic for _, fact in facts),
            )
        return self._profiles[entity]

    def facts_about(self, entity: str, limit: int = _PROFILE_FACTS) -> list[tuple[Side, Fact]]:
        """Facts in which the entity stands, with its side, at most ``limit`` from one relation and side."""
        base, found = self.base, []
        for side, relation in self._relations_of.get(base.entities[entity].kind, ()):
            if side is Side.SUBJECT:
                facts = base.by_subject.get((entity, relation.id), ())
            else:
                facts = base.by_object.get((relation.id, entity), ())
            found += [(side, fact) for fact in facts[:limit]]
        return found

    @cached_property
    def _relations_of(self) -> Mapping[str, tuple[tuple[Side, Relation], ...]]:
        found: defaultdict[str, list[tuple[Side, Relation]]] = defaultdict(list)
        for relation in self.base.relations.values():
            found[relation.subject].append((Side.SUBJECT, relation))
            found[relation.object].append((Side.OBJECT, relation))
        return {kind: tuple(ends) for kind, ends in found.items()}


def sample(facts: Sequence[Fact], number: int, rng: Random) -> Sequence[Fact]:
    """At most this many of the facts, at random, at a cost that does not grow with their number."""
    return facts if len(facts) <= number else rng.sample(facts, number)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.overlaps(other)
    return one == other


def _weight(reason: Refutation, asked: Fact) -> tuple[bool, bool, bool]:
    spoils = any(fact.spoiler and fact is not asked for fact in reason.facts)
    return spoils, reason.rule is Rule.LURE, reason.facts != (asked,) and reason.rule is not Rule.COMPLETE
