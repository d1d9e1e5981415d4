"""Entities, relations, facts and sources, and the fact base that indexes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from questions.dates import PartialDate
from questions.grammar.frames import GRAMMARS, Grammar
from questions.question import AnswerType

K = TypeVar("K")
V = TypeVar("V")


Value = str | PartialDate | Decimal
"""The object of a fact: the id of an entity, a date, or a number."""


class Many(StrEnum):
    """How many there may be on one side of a relation."""

    ONE = "one"
    MANY = "many"


DATE = "date"
NUMBER = "number"
USUAL_INTEREST = 3


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A class of entities.

    ``noun`` and ``plural`` are for prompts ("Which of these people ..."). ``typed`` says that a player can be
    expected to type the name of one, ``riddles`` that it may be asked for by clues, ``clause`` that each is
    something that happens, named by a clause with its verb marked: "Trish kill(s) Alisa".
    """

    id: str
    noun: str
    plural: str
    type: AnswerType = AnswerType.TEXT
    typed: bool = False
    riddles: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that facts speak of. ``aliases`` are further names to accept as an answer.

    ``does`` is the name of something that happens as it stands in a question: "does Trish kill Alisa".
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    does: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Source:
    """A document. ``published`` is a year, a month or a day in ISO form."""

    id: str
    title: str
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A named link between a subject and an object, with its wording and what may be concluded from it.

    ``subject`` is a kind of entity; ``object`` is a kind of entity, ``date`` or ``number``. ``objects`` says
    whether one subject may have several objects, ``subjects`` whether one object may have several subjects.
    ``complete`` says that every true row is listed; ``ordered`` that the subject comes before the object;
    ``two_steps`` that a question may name one end by another fact.
    ``interest`` is how much somebody who loves the subject cares to be asked, 1 to 5. ``wording`` maps the
    name of a template to its text (see ``questions.facts.templates`` for the names that are known).
    """

    id: str
    subject: str
    object: str
    objects: Many
    subjects: Many
    complete: bool
    statement: str
    symmetric: bool = False
    wording: Mapping[str, str] = field(default_factory=dict)
    ordered: bool = False
    two_steps: bool = True
    interest: int = USUAL_INTEREST

    @property
    def is_date(self) -> bool:
        return self.object == DATE

    @property
    def is_number(self) -> bool:
        return self.object == NUMBER

    @property
    def links_entities(self) -> bool:
        return not (self.is_date or self.is_number)


@dataclass(frozen=True, slots=True)
class Fact:
    """One true row.

    ``as_of`` is set where it held only at a time; ``lures`` are certainly wrong objects, and
    ``subject_lures`` certainly wrong subjects: ids, or texts after a "=".
    ``interest`` is that of its relation where it is None.
    """

    subject: str
    relation: str
    object: Value
    topic: str
    level: int
    spoiler: bool
    sources: tuple[str, ...]
    as_of: PartialDate | None = None
    lures: tuple[str, ...] = ()
    subject_lures: tuple[str, ...] = ()
    interest: int | None = None

    @property
    def id(self) -> str:
        """Subject, relation and object, which no two facts of a pack share."""
        return f"{self.subject}/{self.relation}/{self.object}"


@dataclass(frozen=True)
class FactBase:
    """A pack in memory. Look-ups are by index, so their cost does not grow with the pack.

    ``also_true`` are rows that hold although no source of the pack says so: they are never asked, and no
    question takes them for false.
    """

    id: str
    title: str
    about: str
    language: str
    kinds: Mapping[str, EntityKind]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]
    sources: Mapping[str, Source]
    facts: tuple[Fact, ...]
    articles: Mapping[str, str] = field(default_factory=dict)  # word -> "a" or "an", where the rule errs
    groups: Mapping[str, str] = field(default_factory=dict)  # entity -> what it passes for ("woman")
    also_true: frozenset[tuple[str, str, str]] = frozenset()  # subject, relation, object

    @cached_property
    def grammar(self) -> Grammar:
        return GRAMMARS[self.language](self.articles)

    def interest(self, fact: Fact) -> int:
        """How much somebody who loves the subject cares about the fact, 1 to 5."""
        return self.relations[fact.relation].interest if fact.interest is None else fact.interest

    @cached_property
    def by_relation(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped((fact.relation, fact) for fact in self.facts)

    @cached_property
    def by_subject(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """Facts by subject and relation."""
        return _grouped(((fact.subject, fact.relation), fact) for fact in self.facts)

    @cached_property
    def by_object(self) -> Mapping[tuple[str, Value], tuple[Fact, ...]]:
        """Facts by relation and object."""
        return _grouped(((fact.relation, fact.object), fact) for fact in self.facts)

    @cached_property
    def about_entity(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts in which an entity stands, as subject or as object."""
        return _grouped(
            (entity, fact)
            for fact in self.facts
            for entity in dict.fromkeys((fact.subject, fact.object))
            if isinstance(entity, str)
        )

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Entity, ...]]:
        return _grouped((entity.kind, entity) for entity in self.entities.values())


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
