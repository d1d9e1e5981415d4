"""A pack as it was read, sound or not: what the rules look at, and what a fact base is built from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from questions.dates import parse_date
from questions.facts.model import DATE, NUMBER, Entity, EntityKind, Fact, FactBase, Relation, Value
from questions.facts.reading.csv_rows import Row, Rows, read_csv
from questions.facts.reading.problem import Problem
from questions.facts.reading.toml_tables import Table, read_toml
from questions.facts.reading.vocabulary import Head, read_head, read_relations
from questions.grammar.frames import GRAMMARS, Grammar

NUMBER_FORM = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

PACK, RELATIONS, ENTITIES, FACTS = "pack.toml", "relations.toml", "entities.csv", "facts.csv"
ALSO_TRUE = "also_true.csv"
ENTITY_COLUMNS = ("id", "kind", "name", "aliases")
FACT_COLUMNS = ("subject", "relation", "object", "topic", "level", "spoiler", "sources", "as_of", "lures")
OPTIONAL_FACT_COLUMNS = ("interest", "subject_lures")
ALSO_TRUE_COLUMNS = ("subject", "relation", "object")


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
class PackFiles:
    """A pack's files. What could not be read is None, and no rule says anything of it."""

    folder: Path
    head: Head | None
    relations: Mapping[str, Relation] | None
    relation_tables: Mapping[str, Table]
    entity_rows: Rows | None
    fact_rows: Rows | None
    also_true: tuple[Row, ...] = ()

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

    @cached_property
    def true_subjects(self) -> Mapping[tuple[str, Value], Mapping[Value, int]]:
        """The subjects by relation and object, each with its line; symmetric relations count both ways."""
        subjects: defaultdict[tuple[str, Value], dict[Value, int]] = defaultdict(dict)
        for (subject, relation), objects in self.true_objects.items():
            for value, line in objects.items():
                subjects[relation, value].setdefault(subject, line)
        return subjects

    def _fact_rows(self) -> Iterator[FactRow]:
        for row in self.fact_rows.rows if self.fact_rows else ():
            relation = (self.relations or {}).get(row["relation"])
            value: Value | None = None
            if relation and row["object"]:
                with suppress(ValueError):  # the rule for objects says why
                    value = parse_value(relation, row["object"])
            yield FactRow(row, relation, value)


def parse_number(text: str) -> Decimal:
    """The number that a plain decimal such as ``13``, ``-4`` or ``2.5`` stands for.

    Raises ValueError, saying what is wrong and what to do, for exponents, thousands separators, leading
    zeros, infinities and all else.
    """
    if NUMBER_FORM.fullmatch(text):
        return Decimal(text)
    if "," in text and NUMBER_FORM.fullmatch(text.replace(",", "")):
        reason = "leave out the thousands separators"
    elif text.lower().lstrip("+-") in ("nan", "inf", "infinity"):
        reason = "only a finite number can be an answer"
    else:
        reason = "no exponent, plus sign, unit or leading zero"
    raise ValueError(f"{text!r} is not a plain number such as 13 or 2.5; {reason}")


def parse_value(relation: Relation, text: str) -> Value:
    """The object of a fact: a date, a number or the id of an entity, as the relation says.

    Raises ValueError where it is no date or number and must be one.
    """
    if relation.is_date:
        return parse_date(text)
    return parse_number(text) if relation.is_number else text


def read_pack_files(folder: Path) -> tuple[PackFiles, list[Problem]]:
    """Everything that can be read of a pack, and the problems met on the way."""
    problems: list[Problem] = []
    head = read_toml(folder / PACK, problems)
    vocabulary = read_toml(folder / RELATIONS, problems)
    pack = read_head(head) if head else None
    relations, tables = read_relations(vocabulary) if vocabulary else (None, {})
    if pack and relations:
        relations = {id: _with_known_kinds(relation, pack.kinds) for id, relation in relations.items()}
    files = PackFiles(
        folder=folder,
        head=pack,
        relations=relations,
        relation_tables=tables,
        entity_rows=read_csv(folder / ENTITIES, ENTITY_COLUMNS, problems),
        fact_rows=read_csv(folder / FACTS, FACT_COLUMNS, problems, OPTIONAL_FACT_COLUMNS),
        also_true=_also_true(folder / ALSO_TRUE, problems),
    )
    return files, problems


def _also_true(file: Path, problems: list[Problem]) -> tuple[Row, ...]:
    """The rows of the one file that a pack need not have."""
    rows = read_csv(file, ALSO_TRUE_COLUMNS, problems) if file.exists() else None
    return rows.rows if rows else ()


def _with_known_kinds(relation: Relation, kinds: Collection[str]) -> Relation:
    """The relation without kinds that the pack does not have, so that only one rule tells of them."""
    known = {*kinds, DATE, NUMBER}
    subject, object = (kind if kind in known else "" for kind in (relation.subject, relation.object))
    return replace(relation, subject=subject, object=object)


def build(files: PackFiles, pack: str) -> FactBase:
    """The fact base of files in which no rule found a problem; ``pack`` is its id."""
    assert files.head
    assert files.relations is not None
    grammar = GRAMMARS[files.head.language]()
    return FactBase(
        id=pack,
        title=files.head.title,
        about=files.head.about,
        language=files.head.language,
        kinds=files.head.kinds,
        entities={
            row["id"]: _entity(row, files.head.kinds[row["kind"]], grammar)
            for row in (files.entity_rows.rows if files.entity_rows else ())
        },
        relations=files.relations,
        sources={source.id: source for _, source in files.head.sources},
        facts=tuple(fact for _, fact in built_facts(files)),
        articles=files.head.articles,
        groups={entity: group for entity, (group, _) in files.head.groups.items()},
        also_true=frozenset((row["subject"], row["relation"], row["object"]) for row in files.also_true),
    )


def _entity(row: Row, kind: EntityKind, grammar: Grammar) -> Entity:
    name, does = row["name"], ""
    if kind.clause:
        name, does = grammar.clause(name), grammar.does(name)
    return Entity(row["id"], kind.id, name, row.parts("aliases"), does)


def built_facts(files: PackFiles) -> Iterator[tuple[int, Fact]]:
    """Each fact of such files, with its line in facts.csv."""
    for line, row, value in ((fact.line, fact.row, fact.value) for fact in files.facts):
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
                subject_lures=row.parts("subject_lures"),
                interest=int(row["interest"]) if row["interest"] else None,
            ),
        )
