"""Rules for facts.csv, but for its lures."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from questions.facts.dates import parse_date
from questions.facts.draft import ENTITIES, FACTS, PACK, RELATIONS, Draft, FactRow, parse_value
from questions.facts.model import Many, Value
from questions.facts.problem import Problem
from questions.facts.rows import Row

REQUIRED = ("subject", "relation", "object", "topic", "level", "spoiler", "sources")


def no_facts(draft: Draft) -> Iterator[Problem]:
    if draft.fact_rows and not draft.fact_rows.rows and not draft.fact_rows.spoilt:
        yield draft.problem(FACTS, 1, "no facts; add a row for each")


def empty_cells(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        for column in REQUIRED:
            if row.cells.get(column) == "":
                yield _problem(draft, row, f"{column} is empty; fill it in")


def unknown_relations(draft: Draft) -> Iterator[Problem]:
    for fact in draft.facts:
        name = fact.row["relation"]
        if draft.relations is not None and name and name not in draft.relations:
            yield _problem(
                draft, fact.row, f"unknown relation {name!r}; add it to {RELATIONS}, or use one that is there"
            )


def unfit_subjects(draft: Draft) -> Iterator[Problem]:
    for fact in draft.facts:
        wanted = fact.relation.subject if fact.relation else ""
        if fault := fault_of_entity(draft, fact.subject, wanted):
            yield _problem(draft, fact.row, f"subject: {fault}")


def unfit_objects(draft: Draft) -> Iterator[Problem]:
    for fact in draft.facts:
        relation, text = fact.relation, fact.row["object"]
        if relation is None or not text or not relation.object:
            continue
        if relation.links_entities:
            fault = fault_of_entity(draft, text, relation.object)
        else:
            fault = _fault_of_value(fact)
        if fault:
            yield _problem(draft, fact.row, f"object: {fault}")


def fault_of_entity(draft: Draft, id: str, wanted: str) -> str | None:
    """Why an id does not fit where an entity of the kind ``wanted`` must stand ("": of any kind)."""
    if not id:
        return None
    if not draft.knows_entity(id):
        return f"unknown entity {id!r}; add it to {ENTITIES}, or use an id that is there"
    kind = draft.kind_of(id)
    known = draft.head.kinds if draft.head else {}
    if kind and wanted in known and kind != wanted:
        return f"{id} is of the kind {kind}, and the relation takes a {wanted}; use one, or another relation"
    return None


def objects_without_ordinal(draft: Draft) -> Iterator[Problem]:
    """{object_ordinal} can only be made of a whole number from 1."""
    for fact in draft.facts:
        relation, value = fact.relation, fact.value
        if relation is None or value is None or not relation.is_number or isinstance(value, str):
            continue
        wording = (relation.statement, *relation.wording.values())
        whole = fact.row["object"].isdecimal() and fact.row["object"] != "0"
        if not whole and any("{object_ordinal}" in text for text in wording):
            yield _problem(
                draft,
                fact.row,
                f"object: {value} has no ordinal, and {relation.id} uses {{object_ordinal}}; "
                "use a whole number from 1, or {object} in the templates",
            )


def bad_levels(draft: Draft) -> Iterator[Problem]:
    yield from _outside(draft, "level", ("1", "2", "3"), "1 (easy), 2 or 3 (hard)")


def bad_spoiler_marks(draft: Draft) -> Iterator[Problem]:
    yield from _outside(draft, "spoiler", ("yes", "no"), "yes or no")


def bad_sources(draft: Draft) -> Iterator[Problem]:
    known = {source.id for _, source in draft.head.sources} if draft.head else set()
    for row in _rows(draft):
        seen: set[str] = set()
        for id in row.parts("sources"):
            if not id:
                yield _problem(draft, row, "sources: an id is empty; remove the stray |")
            elif id in seen:
                yield _problem(draft, row, f"sources: {id} stands twice; remove one")
            elif known and id not in known:
                yield _problem(
                    draft, row, f"sources: unknown source {id!r}; add it to {PACK}, or use one that is there"
                )
            seen.add(id)


def bad_dates_of_validity(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        if row["as_of"]:
            try:
                parse_date(row["as_of"])
            except ValueError as error:
                yield _problem(draft, row, f"as_of: {error}")


def duplicate_facts(draft: Draft) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for fact in draft.facts:
        key = (fact.subject, fact.row["relation"], _object(fact))
        if all(key) and first.setdefault(key, fact.line) != fact.line:
            yield _problem(
                draft,
                fact.row,
                f"{fact.subject}, {key[1]}, {fact.row['object']} is on line {first[key]} already; remove one",
            )


def mirrored_facts(draft: Draft) -> Iterator[Problem]:
    """A symmetric relation holds both ways by one row."""
    first: dict[Hashable, int] = {}
    for fact in draft.facts:
        if fact.relation is None or not fact.relation.symmetric or fact.value is None:
            continue
        mirror = first.get((fact.value, fact.relation.id, fact.subject))
        if mirror and fact.value != fact.subject:
            yield _problem(
                draft,
                fact.row,
                f"{fact.relation.id} is symmetric, so line {mirror} says this already; remove one of the two",
            )
        first.setdefault((fact.subject, fact.relation.id, fact.value), fact.line)


def too_many_objects(draft: Draft) -> Iterator[Problem]:
    first: dict[Hashable, tuple[Value | str, int]] = {}
    for fact, subject, value in _pairs(draft):
        if fact.relation is None or fact.relation.objects is not Many.ONE:
            continue
        other, line = first.setdefault((subject, fact.relation.id, fact.row["as_of"]), (value, fact.line))
        if other != value:
            yield _problem(
                draft,
                fact.row,
                f"{fact.relation.id} allows one object a subject, and {subject} has {other} (line {line}); "
                f'remove one, tell them apart by as_of, or set objects = "many" in {RELATIONS}',
            )


def too_many_subjects(draft: Draft) -> Iterator[Problem]:
    first: dict[Hashable, tuple[str, int]] = {}
    for fact in draft.facts:
        if fact.relation is None or fact.relation.subjects is not Many.ONE or fact.value is None:
            continue
        if fact.relation.symmetric:
            continue  # too_many_objects reads such rows both ways
        other, line = first.setdefault(
            (fact.value, fact.relation.id, fact.row["as_of"]), (fact.subject, fact.line)
        )
        if other != fact.subject:
            yield _problem(
                draft,
                fact.row,
                f"{fact.relation.id} allows one subject an object, and {fact.value} has {other} "
                f"(line {line}); remove one, tell them apart by as_of, "
                f'or set subjects = "many" in {RELATIONS}',
            )


def unsorted_rows(draft: Draft) -> Iterator[Problem]:
    last: tuple[tuple[str, ...], int] | None = None
    for row in _rows(draft):
        key = (row["subject"], row["relation"], row["object"])
        if not all(key):
            continue
        if last and key < last[0]:
            yield _problem(
                draft,
                row,
                f"rows are sorted by subject, relation and object, and {', '.join(key)} comes before "
                f"{', '.join(last[0])} (line {last[1]}); move it up",
            )
        last = (key, row.line)


def _rows(draft: Draft) -> tuple[Row, ...]:
    return draft.fact_rows.rows if draft.fact_rows else ()


def _problem(draft: Draft, row: Row, text: str) -> Problem:
    return draft.problem(FACTS, row.line, text)


def _outside(draft: Draft, column: str, words: tuple[str, ...], spelled: str) -> Iterator[Problem]:
    for row in _rows(draft):
        if row[column] and row[column] not in words:
            yield _problem(draft, row, f"{column} is {row[column]!r}; write {spelled}")


def _fault_of_value(fact: FactRow) -> str | None:
    assert fact.relation
    try:
        parse_value(fact.relation, fact.row["object"])
    except ValueError as error:
        return str(error)
    return None


def _object(fact: FactRow) -> Value:
    return fact.row["object"] if fact.value is None else fact.value


def _pairs(draft: Draft) -> Iterator[tuple[FactRow, str, Value]]:
    """Subject and object of each row, and for a symmetric relation the other way round too."""
    for fact in draft.facts:
        if fact.relation and fact.value is not None:
            yield fact, fact.subject, fact.value
            if fact.relation.symmetric and isinstance(fact.value, str):
                yield fact, fact.value, fact.subject
