"""Rules for pack.toml and relations.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.dates import parse_date
from questions.facts.model import DATE, NUMBER
from questions.facts.reading.pack_files import FACTS, PACK, RELATIONS, PackFiles
from questions.facts.reading.problem import Problem
from questions.facts.reading.text import UNSEEN
from questions.facts.reading.toml_tables import Table
from questions.facts.templates import faults_of_template
from questions.grammar.frames import GRAMMARS

ID_FORM = re.compile(r"[^\s|/=]+")


def fault_of_id(id: str) -> str | None:
    """Why an id cannot stand in lists, in lures and in the ids of facts."""
    if ID_FORM.fullmatch(id) and not UNSEEN.search(id):
        return None
    return f"the id {id!r} is empty or holds a blank, | / = or an unseen mark; use letters, digits, - and _"


def ids_that_break_lists(files: PackFiles) -> Iterator[Problem]:
    for table, source in files.head.sources if files.head else ():
        if source.id and (fault := fault_of_id(source.id)):
            yield files.problem(PACK, table.line_of("id"), fault)
    for id, table in files.head.tables.items() if files.head else ():
        if fault := fault_of_id(id):
            yield files.problem(PACK, table.line, fault)
        if id in (DATE, NUMBER):
            yield files.problem(
                PACK, table.line, f"{id} is a kind already, of objects; give this one another name"
            )
    for id, table in files.relation_tables.items():
        if fault := fault_of_id(id):
            yield files.problem(RELATIONS, table.line, fault)


def unknown_language(files: PackFiles) -> Iterator[Problem]:
    """The sentences around a pack's own words are made in its language."""
    language = files.head.language if files.head else ""
    if files.head and language and language not in GRAMMARS:
        yield files.problem(
            PACK,
            files.head.line_of_language,
            f"there is no grammar for the language {language!r} yet; write one of {', '.join(GRAMMARS)}",
        )


def unknown_members_of_groups(files: PackFiles) -> Iterator[Problem]:
    for entity, (_, line) in files.head.groups.items() if files.head else ():
        if files.entity_rows and entity not in files.entities:
            yield files.problem(
                PACK, line, f"[groups] names {entity!r}, which entities.csv does not have; add or remove it"
            )


def duplicate_sources(files: PackFiles) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for table, source in files.head.sources if files.head else ():
        line = table.line_of("id")
        if source.id and first.setdefault(source.id, line) != line:
            yield files.problem(
                PACK,
                line,
                f"the source {source.id} is on line {first[source.id]} already; rename or remove one",
            )


def bad_dates_of_sources(files: PackFiles) -> Iterator[Problem]:
    for table, source in files.head.sources if files.head else ():
        if source.published:
            try:
                parse_date(source.published)
            except ValueError as error:
                yield files.problem(PACK, table.line_of("published"), f"published: {error}")


def unknown_kinds_of_relations(files: PackFiles) -> Iterator[Problem]:
    kinds = files.head.kinds if files.head else {}
    for table, side, kind in _sides(files):
        line = table.line_of(side)
        if side == "subject" and kind in (DATE, NUMBER):
            yield files.problem(
                RELATIONS,
                line,
                f"the subject is a {kind}; it must be a kind of entity; turn the relation round",
            )
        elif kind and kind not in (DATE, NUMBER) and kinds and kind not in kinds:
            yield files.problem(
                RELATIONS,
                line,
                f"unknown kind {kind!r}; add [kinds.{kind}] to {PACK}, or use one that is there",
            )


def lopsided_symmetric_relations(files: PackFiles) -> Iterator[Problem]:
    for relation in (files.relations or {}).values():
        line = files.relation_tables[relation.id].line_of("symmetric")
        if not relation.symmetric:
            continue
        if relation.subject and relation.object and relation.subject != relation.object:
            yield files.problem(
                RELATIONS,
                line,
                "symmetric, but subject and object are of two kinds; make them one, or remove it",
            )
        if relation.subjects is not relation.objects:
            yield files.problem(
                RELATIONS, line, "symmetric, but objects and subjects differ; both must be one, or both many"
            )


def unfit_ordered_relations(files: PackFiles) -> Iterator[Problem]:
    """What comes before what: two things of one kind, one way round."""
    for relation in (files.relations or {}).values():
        if not relation.ordered:
            continue
        line = files.relation_tables[relation.id].line_of("ordered")
        if relation.symmetric:
            yield files.problem(RELATIONS, line, "both ordered and symmetric; keep one of them")
        if relation.subject != relation.object and relation.subject and relation.object:
            yield files.problem(
                RELATIONS,
                line,
                "ordered, but subject and object differ in kind; make them one, or remove it",
            )


def bad_templates(files: PackFiles) -> Iterator[Problem]:
    for relation in (files.relations or {}).values():
        table = files.relation_tables[relation.id]
        for name, text in {"statement": relation.statement, **relation.wording}.items():
            for fault in faults_of_template(relation, name, text) if text else ():
                yield files.problem(RELATIONS, table.line_of(name), fault)


def missing_past_statements(files: PackFiles) -> Iterator[Problem]:
    seen = set()
    for fact in files.facts:
        relation = fact.relation
        if relation is None or not fact.row["as_of"] or relation.id in seen:
            continue
        seen.add(relation.id)
        table = files.relation_tables[relation.id]
        if "past_statement" not in table.values:
            yield files.problem(
                RELATIONS,
                table.line,
                f"{relation.id} has a fact with as_of ({FACTS}, line {fact.line}); add past_statement, "
                'such as "In {as_of}, {subject} was ... {object}."',
            )


def _sides(files: PackFiles) -> Iterator[tuple[Table, str, str]]:
    """The kinds that relations.toml names, known or not."""
    for table in files.relation_tables.values():
        for side in ("subject", "object"):
            kind = table.values.get(side)
            if isinstance(kind, str):
                yield table, side, kind.strip()
