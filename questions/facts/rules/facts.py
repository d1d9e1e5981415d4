"""Rules for facts.csv, but for its lures."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from questions.dates import parse_date
from questions.facts.model import Many, Value
from questions.facts.reading.csv_rows import Row
from questions.facts.reading.pack_files import (
    ENTITIES,
    FACTS,
    PACK,
    RELATIONS,
    FactRow,
    PackFiles,
    parse_value,
)
from questions.facts.reading.problem import Problem

REQUIRED = ("subject", "relation", "object", "topic", "level", "spoiler", "sources")


def no_facts(files: PackFiles) -> Iterator[Problem]:
    if files.fact_rows and not files.fact_rows.rows and not files.fact_rows.spoilt:
        yield files.problem(FACTS, 1, "no facts; add a row for each")


def empty_cells(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        for column in REQUIRED:
            if row.cells.get(column) == "":
                yield _problem(files, row, f"{column} is empty; fill it in")


def unknown_relations(files: PackFiles) -> Iterator[Problem]:
    for fact in files.facts:
        name = fact.row["relation"]
        if files.relations is not None and name and name not in files.relations:
            yield _problem(
                files, fact.row, f"unknown relation {name!r}; add it to {RELATIONS}, or use one that is there"
            )


def unfit_subjects(files: PackFiles) -> Iterator[Problem]:
    for fact in files.facts:
        wanted = fact.relation.subject if fact.relation else ""
        if fault := fault_of_entity(files, fact.subject, wanted):
            yield _problem(files, fact.row, f"subject: {fault}")


def unfit_objects(files: PackFiles) -> Iterator[Problem]:
    for fact in files.facts:
        relation, text = fact.relation, fact.row["object"]
        if relation is None or not text or not relation.object:
            continue
        if relation.links_entities:
            fault = fault_of_entity(files, text, relation.object)
        else:
            fault = _fault_of_value(fact)
        if fault:
            yield _problem(files, fact.row, f"object: {fault}")


def fault_of_entity(files: PackFiles, id: str, wanted: str) -> str | None:
    """Why an id does not fit where an entity of the kind ``wanted`` must stand ("": of any kind)."""
    if not id:
        return None
    if not files.knows_entity(id):
        return f"unknown entity {id!r}; add it to {ENTITIES}, or use an id that is there"
    kind = files.kind_of(id)
    known = files.head.kinds if files.head else {}
    if kind and wanted in known and kind != wanted:
        return f"{id} is of the kind {kind}, and the relation takes a {wanted}; use one, or another relation"
    return None


def objects_without_ordinal(files: PackFiles) -> Iterator[Problem]:
    """{object_ordinal} can only be made of a whole number from 1."""
    for fact in files.facts:
        relation, value = fact.relation, fact.value
        if relation is None or value is None or not relation.is_number or isinstance(value, str):
            continue
        wording = (relation.statement, *relation.wording.values())
        whole = fact.row["object"].isdecimal() and fact.row["object"] != "0"
        if not whole and any("{object_ordinal}" in text for text in wording):
            yield _problem(
                files,
                fact.row,
                f"object: {value} has no ordinal, and {relation.id} uses {{object_ordinal}}; "
                "use a whole number from 1, or {object} in the templates",
            )


def bad_levels(files: PackFiles) -> Iterator[Problem]:
    yield from _outside(files, "level", ("1", "2", "3"), "1 (easy), 2 or 3 (hard)")


def bad_interests(files: PackFiles) -> Iterator[Problem]:
    yield from _outside(files, "interest", tuple("12345"), "1 (dull) to 5 (told on), or nothing")


def circles(files: PackFiles) -> Iterator[Problem]:
    """Nothing comes before itself."""
    lines: dict[tuple[str, str], int] = {}
    for fact in files.facts:
        if fact.relation and fact.relation.ordered and isinstance(fact.value, str):
            lines[fact.subject, fact.value] = fact.line
    order = TopologicalSorter[str]()
    for before, after in lines:
        order.add(after, before)
    try:
        order.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        line = max(lines[pair] for pair in pairwise(circle))
        yield files.problem(
            FACTS, line, f"{' comes before '.join(circle)}, by this row and others; remove one of them"
        )


def bad_spoiler_marks(files: PackFiles) -> Iterator[Problem]:
    yield from _outside(files, "spoiler", ("yes", "no"), "yes or no")


def bad_sources(files: PackFiles) -> Iterator[Problem]:
    known = {source.id for _, source in files.head.sources} if files.head else set()
    for row in _rows(files):
        seen: set[str] = set()
        for id in row.parts("sources"):
            if not id:
                yield _problem(files, row, "sources: an id is empty; remove the stray |")
            elif id in seen:
                yield _problem(files, row, f"sources: {id} appears twice; remove one")
            elif known and id not in known:
                yield _problem(
                    files, row, f"sources: unknown source {id!r}; add it to {PACK}, or use one that is there"
                )
            seen.add(id)


def bad_dates_of_validity(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        if row["as_of"]:
            try:
                parse_date(row["as_of"])
            except ValueError as error:
                yield _problem(files, row, f"as_of: {error}")


def duplicate_facts(files: PackFiles) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for fact in files.facts:
        key = (fact.subject, fact.row["relation"], _object(fact))
        if all(key) and first.setdefault(key, fact.line) != fact.line:
            yield _problem(
                files,
                fact.row,
                f"{fact.subject}, {key[1]}, {fact.row['object']} is on line {first[key]} already; remove one",
            )


def mirrored_facts(files: PackFiles) -> Iterator[Problem]:
    """A symmetric relation holds both ways by one row."""
    first: dict[Hashable, int] = {}
    for fact in files.facts:
        if fact.relation is None or not fact.relation.symmetric or fact.value is None:
            continue
        mirror = first.get((fact.value, fact.relation.id, fact.subject))
        if mirror and fact.value != fact.subject:
            yield _problem(
                files,
                fact.row,
                f"{fact.relation.id} is symmetric, so line {mirror} says this already; remove one of the two",
            )
        first.setdefault((fact.subject, fact.relation.id, fact.value), fact.line)


def too_many_objects(files: PackFiles) -> Iterator[Problem]:
    first: dict[Hashable, tuple[Value | str, int]] = {}
    for fact, subject, value in _pairs(files):
        if fact.relation is None or fact.relation.objects is not Many.ONE:
            continue
        other, line = first.setdefault((subject, fact.relation.id, fact.row["as_of"]), (value, fact.line))
        if other != value:
            yield _problem(
                files,
                fact.row,
                f"{fact.relation.id} allows one object a subject, and {subject} has {other} (line {line}); "
                f'remove one, tell them apart by as_of, or set objects = "many" in {RELATIONS}',
            )


def too_many_subjects(files: PackFiles) -> Iterator[Problem]:
    first: dict[Hashable, tuple[str, int]] = {}
    for fact in files.facts:
        if fact.relation is None or fact.relation.subjects is not Many.ONE or fact.value is None:
            continue
        if fact.relation.symmetric:
            continue  # too_many_objects reads such rows both ways
        other, line = first.setdefault(
            (fact.value, fact.relation.id, fact.row["as_of"]), (fact.subject, fact.line)
        )
        if other != fact.subject:
            yield _problem(
                files,
                fact.row,
                f"{fact.relation.id} allows one subject an object, and {fact.value} has {other} "
                f"(line {line}); remove one, tell them apart by as_of, "
                f'or set subjects = "many" in {RELATIONS}',
            )


def unsorted_rows(files: PackFiles) -> Iterator[Problem]:
    last: tuple[tuple[str, ...], int] | None = None
    for row in _rows(files):
        key = (row["subject"], row["relation"], row["object"])
        if not all(key):
            continue
        if last and key < last[0]:
            yield _problem(
                files,
                row,
                f"rows are sorted by subject, relation and object, and {', '.join(key)} comes before "
                f"{', '.join(last[0])} (line {last[1]}); move it up",
            )
        last = (key, row.line)


def _rows(files: PackFiles) -> tuple[Row, ...]:
    return files.fact_rows.rows if files.fact_rows else ()


def _problem(files: PackFiles, row: Row, text: str) -> Problem:
    return files.problem(FACTS, row.line, text)


def _outside(files: PackFiles, column: str, words: tuple[str, ...], spelled: str) -> Iterator[Problem]:
    for row in _rows(files):
        if row[column] and row[column] not in words:
            yield _problem(files, row, f"{column} is {row[column]!r}; write {spelled}")


def _fault_of_value(fact: FactRow) -> str | None:
    assert fact.relation
    try:
        parse_value(fact.relation, fact.row["object"])
    except ValueError as error:
        return str(error)
    return None


def _object(fact: FactRow) -> Value:
    return fact.row["object"] if fact.value is None else fact.value


def _pairs(files: PackFiles) -> Iterator[tuple[FactRow, str, Value]]:
    """Subject and object of each row, and for a symmetric relation the other way round too."""
    for fact in files.facts:
        if fact.relation and fact.value is not None:
            yield fact, fact.subject, fact.value
            if fact.relation.symmetric and isinstance(fact.value, str):
                yield fact, fact.value, fact.subject
