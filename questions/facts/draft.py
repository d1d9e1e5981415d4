"""A pack as it was read, sound or not: what the rules look at, and what a fact base is built from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from questions.facts.dates import parse_date, parse_number
from questions.facts.model import DATE, NUMBER, Entity, Fact, FactBase, Relation, Value
from questions.facts.problem import Problem
from questions.facts.rows import Row, Rows, read_csv
from questions.facts.tables import Table, read_toml
from questions.facts.vocabulary import Head, read_head, read_relations

PACK, RELATIONS, ENTITIES, FACTS = "pack.toml", "relations.toml", "entities.csv", "facts.csv"
ENTITY_COLUMNS = ("id", "kind", "name", "aliases")
FACT_COLUMNS = ("subject", "relation", "object", "topic", "level", "spoiler", "sources", "as_of", "lures")


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of facts.csv.

    ``relation`` is None where it is not known, ``value`` where the object cannot be read.
    """

    row: Row
    relation: Relation | None
    value: Value | None

    @property
    def line(self) -> int:
        return self.row.line

    @property
    def subject(self) -> str:
        return self.row["subject"]


@dataclass(frozen=True)
class Draft:
    """A pack's four files. What could not be read is None, and no rule says anything of it."""

    folder: Path
    head: Head | None
    relations: Mapping[str, Relation] | None
    relation_tables: Mapping[str, Table]
    entity_rows: Rows | None
    fact_rows: Rows | None

    def problem(self, file: str, line: int, text: str) -> Problem:
        return Problem(self.folder / file, line, text)

    @cached_property
    def entities(self) -> Mapping[str, Row]:
        """The first row of each id."""
        rows = self.entity_rows.rows if self.entity_rows else ()
        return {row["id"]: row for row in reversed(rows) if row["id"]}

    def knows_entity(self, id: str) -> bool:
        """Whether some row gives the id, even one that cannot be read."""
        return self.entity_rows is None or id in self.entities or id in self.entity_rows.spoilt

    def kind_of(self, id: str) -> str | None:
        """The kind of an entity, None where either is not known."""
        kind = self.entities[id]["kind"] if id in self.entities else ""
        return kind if self.head and kind in self.head.kinds else None

    @cached_property
    def facts(self) -> tuple[FactRow, ...]:
        """The rows of facts.csv that have a cell for each column."""
        return tuple(self._fact_rows())

    @cached_property
    def true_objects(self) -> Mapping[tuple[str, str], Mapping[Value, int]]:
        """The objects by subject and relation, each with its line; symmetric relations count both ways."""
        found: defaultdict[tuple[str, str], dict[Value, int]] = defaultdict(dict)
        for fact in self.facts:
            if fact.relation and fact.value is not None:
                found[fact.subject, fact.relation.id].setdefault(fact.value, fact.line)
                if fact.relation.symmetric and isinstance(fact.value, str):
                    found[fact.value, fact.relation.id].setdefault(fact.subject, fact.line)
        return found

    def _fact_rows(self) -> Iterator[FactRow]:
        for row in self.fact_rows.rows if self.fact_rows else ():
            relation = (self.relations or {}).get(row["relation"])
            value: Value | None = None
            if relation and row["object"]:
                with suppress(ValueError):  # the rule for objects says why
                    value = parse_value(relation, row["object"])
            yield FactRow(row, relation, value)


def parse_value(relation: Relation, text: str) -> Value:
    """The object of a fact: a date, a number or the id of an entity, as the relation says.

    Raises ValueError where it is no date or number and must be one.
    """
    if relation.is_date:
        return parse_date(text)
    return parse_number(text) if relation.is_number else text


def read_draft(folder: Path) -> tuple[Draft, list[Problem]]:
    """Everything that can be read of a pack, and the problems met on the way."""
    problems: list[Problem] = []
    head = read_toml(folder / PACK, problems)
    vocabulary = read_toml(folder / RELATIONS, problems)
    pack = read_head(head) if head else None
    relations, tables = read_relations(vocabulary) if vocabulary else (None, {})
    if pack and relations:
        relations = {id: _with_known_kinds(relation, pack.kinds) for id, relation in relations.items()}
    draft = Draft(
        folder=folder,
        head=pack,
        relations=relations,
        relation_tables=tables,
        entity_rows=read_csv(folder / ENTITIES, ENTITY_COLUMNS, problems),
        fact_rows=read_csv(folder / FACTS, FACT_COLUMNS, problems),
    )
    return draft, problems


def _with_known_kinds(relation: Relation, kinds: Collection[str]) -> Relation:
    """The relation without kinds that the pack does not have, so that only one rule tells of them."""
    known = {*kinds, DATE, NUMBER}
    subject, object = (kind if kind in known else "" for kind in (relation.subject, relation.object))
    return replace(relation, subject=subject, object=object)


def build(draft: Draft, pack: str) -> FactBase:
    """The fact base of a draft in which no rule found a problem; ``pack`` is its id."""
    assert draft.head
    assert draft.relations is not None
    return FactBase(
        id=pack,
        title=draft.head.title,
        about=draft.head.about,
        language=draft.head.language,
        kinds=draft.head.kinds,
        entities={
            row["id"]: Entity(row["id"], row["kind"], row["name"], row.parts("aliases"))
            for row in (draft.entity_rows.rows if draft.entity_rows else ())
        },
        relations=draft.relations,
        sources={source.id: source for _, source in draft.head.sources},
        facts=tuple(fact for _, fact in built_facts(draft)),
        articles=draft.head.articles,
        groups={entity: group for entity, (group, _) in draft.head.groups.items()},
    )


def built_facts(draft: Draft) -> Iterator[tuple[int, Fact]]:
    """Each fact of such a draft, with its line in facts.csv."""
    for line, row, value in ((fact.line, fact.row, fact.value) for fact in draft.facts):
        assert value is not None
        yield (
            line,
            Fact(
                subject=row["subject"],
                relation=row["relation"],
                object=value,
                topic=row["topic"],
                level=int(row["level"]),
                spoiler=row["spoiler"] == "yes",
                sources=row.parts("sources"),
                as_of=parse_date(row["as_of"]) if row["as_of"] else None,
                lures=row.parts("lures"),
            ),
        )
