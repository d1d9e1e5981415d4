"""What the generators need of a fact base beside its proofs: groups, neighbours and names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import log2
from random import Random
from typing import NamedTuple
from zlib import crc32

from questions.dates import PartialDate
from questions.facts.model import Entity, EntityKind, Fact, FactBase, Relation, Value
from questions.generators.proofs import Ask, Prover, Side
from questions.words import stem, telling_words, word_key, words

_SLOT = re.compile(r"\{\w*\}")
_PROFILE_FACTS = 24
_SMALL, _NEAR, _ANY = 30, 12, 12
_LIKENESS, _MOST_ALIKE = 4.0, 2.0
_OF_ITS_DAY, _AN_AGE, _YEARS_FROM = 6.0, 40, 8
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_ENOUGH_TO_TELL = 300  # facts of a relation that show how far its values differ
_SEVERAL = 8  # so many numbers show how large such a number can be
_TWO = 2  # values such as yes and no make no groups


class Group(NamedTuple):
    """All values that stand on one side of a relation for one value on the other."""

    relation: Relation
    side: Side
    given: Value

    @property
    def key(self) -> str:
        """What tells the group from all others."""
        return f"{self.relation.id}/{self.side}/{self.given}"


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


def in_order(base: FactBase) -> FactBase:
    """The fact base with its facts and entities sorted, as the rows of a sound pack are."""
    sorted_facts = all(one <= other for one, other in pairwise(map(_place, base.facts)))
    ids = list(base.entities)
    if sorted_facts and ids == sorted(ids):
        return base
    entities = {id: base.entities[id] for id in sorted(ids)}
    return replace(base, facts=tuple(sorted(base.facts, key=_place)), entities=entities)


def _shuffling(fact: Fact) -> tuple[str, str, int, str]:
    id = fact.id
    return str(fact.as_of or ""), fact.topic, mix(id), id


def _place(fact: Fact) -> tuple[str, str, str]:
    return fact.subject, fact.relation, str(fact.object)


class FactIndex(Prover):
    """A fact base, and what the generators look up in it; each thing is derived once, when it is needed."""

    def __init__(self, base: FactBase) -> None:
        super().__init__(in_order(base))
        self._keys: dict[str, tuple[str, ...]] = {}
        self._profiles: dict[str, Profile] = {}
        self._weights: dict[str, Mapping[tuple[str, Side, Value], float]] = {}
        self._topics: dict[str, Mapping[str, tuple[Fact, ...]]] = {}
        self._shuffled: dict[str, tuple[Fact, ...]] = {}
        self._years: dict[tuple[str, bool], int | None] = {}
        self._distinctness: dict[tuple[str, Side], float] = {}
        self._extents: dict[str, tuple[Decimal, Decimal] | None] = {}
        self._groups: dict[int, Sequence[Group]] = {}
        self._telling: dict[str, Counter[str]] = {}
        self._members: dict[tuple[str, Side, Value], tuple[tuple[Value, Fact], ...]] = {}

    def members(self, group: Group) -> tuple[tuple[Value, Fact], ...]:
        """The rows of a group in an order of their own, which neither seed nor file order changes."""
        key = (group.relation.id, group.side, group.given)
        if key not in self._members:
            rows = self.rows(*group)
            self._members[key] = tuple(sorted(rows, key=lambda row: (mix(row[1].id), row[1].id)))
        return self._members[key]

    def facts_of_group(self, group: Group) -> tuple[Fact, ...]:
        """The facts of a group, in the order of its members."""
        return tuple(fact for _, fact in self.members(group))

    def asks(self, group: Group) -> list[Ask]:
        """The members of a group, each as an answer."""
        return [Ask(fact, group.side, group.given, value) for value, fact in self.members(group)]

    def groups(self, at_least: int) -> Sequence[Group]:
        """Every group of so many entities or more; those of a symmetric relation once, as objects."""
        if at_least not in self._groups:
            self._groups[at_least] = self._grouped(at_least)
        return self._groups[at_least]

    def _grouped(self, at_least: int) -> list[Group]:
        base, relations = self.base, self.base.relations
        plain = {id: relation for id, relation in relations.items() if not relation.symmetric}
        linking = {id: relation for id, relation in plain.items() if relation.links_entities}
        groups = [
            Group(linking[name], Side.OBJECT, given)
            for (given, name), facts in base.by_subject.items()
            if len(facts) >= at_least and name in linking
        ]
        groups += [
            Group(plain[name], Side.SUBJECT, value)
            for (name, value), facts in base.by_object.items()
            if len(facts) >= at_least and name in plain
        ]
        for relation in relations.values():
            if relation.symmetric:
                ends = {end for fact in self.facts_of(relation) for end in (fact.subject, fact.object)}
                around = [Group(relation, Side.OBJECT, end) for end in sorted(ends, key=str)]
                groups += [group for group in around if len(self.rows(*group)) >= at_least]
        return groups

    @cached_property
    def complete_groups(self) -> tuple[Group, ...]:
        """The groups of two or more entities whose every member is known."""
        return tuple(
            group
            for group in self.groups(2)
            if group.relation.complete and not isinstance(group.given, PartialDate)
        )

    def facts_of(self, relation: Relation) -> tuple[Fact, ...]:
        """All facts of a relation."""
        return self.base.by_relation.get(relation.id, ())

    def shuffled(self, relation: Relation) -> tuple[Fact, ...]:
        """All facts of a relation, those of one time and topic together, else in an order that is always the
        same.
        """
        if relation.id not in self._shuffled:
            self._shuffled[relation.id] = tuple(sorted(self.facts_of(relation), key=_shuffling))
        return self._shuffled[relation.id]

    def distinctness(self, ask: Ask) -> float:
        """How far what is given tells apart those of which it is said: 1 where no two share it, else less."""
        facts = self.facts_of(self.relation(ask.fact))[:_ENOUGH_TO_TELL]
        key = (ask.fact.relation, ask.side)
        if key not in self._distinctness:
            given = {fact.object if ask.side is Side.SUBJECT else fact.subject for fact in facts}
            self._distinctness[key] = len(given) / len(facts)
        return self._distinctness[key]

    def extent(self, relation: Relation) -> tuple[Decimal, Decimal] | None:
        """The least and the largest number that a relation holds; None where they are few."""
        if relation.id not in self._extents:
            numbers = [fact.object for fact in self.facts_of(relation) if isinstance(fact.object, Decimal)]
            self._extents[relation.id] = (min(numbers), max(numbers)) if len(numbers) >= _SEVERAL else None
        return self._extents[relation.id]

    def siblings(self, fact: Fact, rng: Random) -> Sequence[Fact]:
        """Facts of the same relation, at most about a score, those of the same topic first."""
        facts = self.facts_of(self.relation(fact))
        if len(facts) <= _SMALL:
            return facts
        if fact.relation not in self._topics:
            topics: defaultdict[str, list[Fact]] = defaultdict(list)
            for other in facts:
                topics[other.topic].append(other)
            self._topics[fact.relation] = {topic: tuple(rows) for topic, rows in topics.items()}
        near = self._topics[fact.relation][fact.topic]
        return [*sample(near, _NEAR, rng), *sample(facts, _ANY, rng)]

    def entity(self, value: Value) -> Entity | None:
        """The entity of this id; None for a date or a number."""
        return self.base.entities[value] if isinstance(value, str) else None

    def kind(self, entity: str) -> EntityKind:
        """The kind of an entity."""
        return self.base.kinds[self.base.entities[entity].kind]

    def keys(self, entity: str) -> tuple[str, ...]:
        """All names of an entity as a reader compares them, its proper name first."""
        if entity not in self._keys:
            self._keys[entity] = tuple(word_key(name) for name in self.base.entities[entity].names)
        return self._keys[entity]

    def common(self, kind: str) -> Counter[str]:
        """In how many names of a kind each telling word stands."""
        if kind not in self._telling:
            entities = self.base.by_kind.get(kind, ())
            self._telling[kind] = Counter(word for entity in entities for word in telling_words(entity.name))
        return self._telling[kind]

    @cached_property
    def usual_words(self) -> frozenset[str]:
        """The words of the pack's templates and kinds, which a prompt has whatever it asks for."""
        texts = [kind.noun for kind in self.base.kinds.values()]
        texts += [kind.plural for kind in self.base.kinds.values()]
        for relation in self.base.relations.values():
            texts += [_SLOT.sub(" ", text) for text in (relation.statement, *relation.wording.values())]
        return frozenset(stem(word) for text in texts for word in words(text))

    def profile(self, entity: str) -> Profile:
        """Roles, neighbours and topics of an entity, from a bounded number of its facts."""
        if entity not in self._profiles:
            facts = self.facts_about(entity)
            others = [fact.object if side is Side.SUBJECT else fact.subject for side, fact in facts]
            self._profiles[entity] = Profile(
                roles=frozenset((fact.relation, side) for side, fact in facts),
                links=frozenset(
                    (fact.relation, side, other) for (side, fact), other in zip(facts, others, strict=True)
                )
                | self._also_true_links.get(entity, frozenset()),
                neighbours=frozenset(others),
                topics=frozenset(fact.topic for _, fact in facts),
            )
        return self._profiles[entity]

    def likeness(self, ask: Ask) -> Callable[[str], float]:
        """How much another answer is like the right one: what the two things have in common, or those of
        which they are said, the rarer that is, the more; and how near they are in time.
        """
        mine = self._shared_links(str(ask.answer))
        given = self._shared_links(ask.given) if isinstance(ask.given, str) else {}
        relation = self.relation(ask.fact)
        year = self.year(str(ask.answer))

        def like(value: str) -> float:
            common = self._shared_links(value).keys() & mine.keys()
            weight = sum(mine[link] for link in common)
            for other, _ in self.rows(relation, ask.side.other, value)[:_NEAR] if given else ():
                if isinstance(other, str) and other != ask.given:
                    both = self._shared_links(other).keys() & given.keys()
                    weight = max(weight, sum(given[link] for link in both))
            theirs = self.year(value) if year is not None else None
            apart = _AN_AGE if year is None or theirs is None else min(abs(year - theirs), _AN_AGE)
            return _LIKENESS * min(weight, _MOST_ALIKE) + _OF_ITS_DAY * (1 - apart / _AN_AGE)

        return like

    def year(self, entity: str, *, own: bool = False) -> int | None:
        """When an entity had its day: the year of its first date or in its name, else, unless only its
        ``own`` counts, the middle one of the years of what it stands beside.
        """
        key = (entity, own)
        if key not in self._years:
            facts = [fact for _, fact in self.facts_about(entity, _YEARS_FROM)]
            dates = [fact.object.year for fact in facts if isinstance(fact.object, PartialDate)]
            named = _YEAR.search(self.base.entities[entity].name)
            if dates or named or own:
                self._years[key] = dates[0] if dates else int(named[0]) if named else None
            else:
                others = {end for fact in facts for end in (fact.subject, fact.object)} - {entity}
                near = [self.year(other, own=True) for other in others if isinstance(other, str)]
                known = sorted(year for year in near if year is not None)
                self._years[key] = known[len(known) // 2] if known else None
        return self._years[key]

    def _shared_links(self, entity: str) -> Mapping[tuple[str, Side, Value], float]:
        """What an entity has in common with others but not with most, by how rare that is: 0 to 1."""
        if entity not in self._weights:
            total = max(len(self.base.by_kind[self.base.entities[entity].kind]), _SMALL // 2)
            weights: dict[tuple[str, Side, Value], float] = {}
            for relation, side, other in self.profile(entity).links:
                if isinstance(other, str) and len(self.base.by_kind[self.base.entities[other].kind]) > _TWO:
                    of_subject = side is Side.SUBJECT
                    sharing = len(
                        self.base.by_object.get((relation, other), ())
                        if of_subject
                        else self.base.by_subject.get((other, relation), ())
                    )
                    if 1 < sharing <= total / 2:
                        weights[relation, side, other] = 1 - sharing / total
            self._weights[entity] = weights
        return self._weights[entity]

    def prominence(self, entity: str) -> float:
        """How much is said of an entity, on a scale where twice as much is one more."""
        return log2(1 + len(self.base.about_entity.get(entity, ())))

    def facts_about(self, entity: str, limit: int = _PROFILE_FACTS) -> list[tuple[Side, Fact]]:
        """Facts in which the entity stands, with its side, at most ``limit`` from one relation and side."""
        base = self.base
        rows: list[tuple[Side, Fact]] = []
        for side, relation in self._relations_of.get(base.entities[entity].kind, ()):
            if side is Side.SUBJECT:
                facts = base.by_subject.get((entity, relation.id), ())
            else:
                facts = base.by_object.get((relation.id, entity), ())
            rows += [(side, fact) for fact in facts[:limit]]
        return rows

    @cached_property
    def _also_true_links(self) -> Mapping[str, frozenset[tuple[str, Side, Value]]]:
        links: defaultdict[str, set[tuple[str, Side, Value]]] = defaultdict(set)
        for subject, relation, object in self.base.also_true:
            links[subject].add((relation, Side.SUBJECT, object))
            links[object].add((relation, Side.OBJECT, subject))
        return {entity: frozenset(rows) for entity, rows in links.items()}

    @cached_property
    def _relations_of(self) -> Mapping[str, tuple[tuple[Side, Relation], ...]]:
        ends: defaultdict[str, list[tuple[Side, Relation]]] = defaultdict(list)
        for relation in self.base.relations.values():
            ends[relation.subject].append((Side.SUBJECT, relation))
            ends[relation.object].append((Side.OBJECT, relation))
        return {kind: tuple(relations) for kind, relations in ends.items()}


def sample(facts: Sequence[Fact], number: int, rng: Random) -> Sequence[Fact]:
    """At most this many of the facts, at random, at a cost that does not grow with their number."""
    return facts if len(facts) <= number else rng.sample(facts, number)
