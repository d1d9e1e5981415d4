"""The rules of a pack: each is a small function that yields its problems, and CHECKS holds them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from questions.facts.model import FactBase
from questions.facts.reading.pack_files import ENTITIES, PACK, RELATIONS, PackFiles, read_pack_files
from questions.facts.reading.problem import Problem
from questions.facts.rules import also_true, entities, facts, lures, vocabulary

Check = Callable[[PackFiles], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    vocabulary.ids_that_break_lists,
    vocabulary.unknown_language,
    vocabulary.unknown_members_of_groups,
    vocabulary.duplicate_sources,
    vocabulary.bad_dates_of_sources,
    vocabulary.unknown_kinds_of_relations,
    vocabulary.lopsided_symmetric_relations,
    vocabulary.unfit_ordered_relations,
    vocabulary.bad_templates,
    vocabulary.missing_past_statements,
    entities.empty_cells,
    entities.ids_that_break_lists,
    entities.duplicate_ids,
    entities.unknown_kinds,
    entities.empty_aliases,
    entities.needless_aliases,
    entities.unmarked_clauses,
    entities.shared_names,
    entities.unsorted_rows,
    facts.no_facts,
    facts.empty_cells,
    facts.unknown_relations,
    facts.unfit_subjects,
    facts.unfit_objects,
    facts.objects_without_ordinal,
    facts.bad_levels,
    facts.bad_interests,
    facts.bad_spoiler_marks,
    facts.bad_sources,
    facts.bad_dates_of_validity,
    facts.duplicate_facts,
    facts.mirrored_facts,
    facts.circles,
    facts.too_many_objects,
    facts.too_many_subjects,
    facts.unsorted_rows,
    lures.unfit_lures,
    lures.true_lures,
    lures.duplicate_lures,
    also_true.unfit_rows,
    also_true.needless_rows,
    also_true.contradicted_lures,
)


def problems_of(files: PackFiles) -> Iterator[Problem]:
    """What all rules find in what could be read of a pack."""
    for rule in CHECKS:
        yield from rule(files)


def warnings(base: FactBase, folder: Path) -> tuple[Problem, ...]:
    """What in a sound pack serves nothing, which does not keep it from being used.

    ``folder`` is where the pack was loaded from, for the lines.
    """
    files, _ = read_pack_files(folder)
    return tuple(
        sorted((*unused_entities(base, files), *unused_relations(base, files), *uncited_sources(base, files)))
    )


def unused_entities(base: FactBase, files: PackFiles) -> Iterator[Problem]:
    """Entities that stand in no fact and are no lure."""
    lures = {lure for fact in base.facts for lure in (*fact.lures, *fact.subject_lures)}
    for id, row in files.entities.items():
        if id not in base.about_entity and id not in lures:
            yield files.problem(ENTITIES, row.line, f"no fact uses {id}; add one, or remove the row")


def unused_relations(base: FactBase, files: PackFiles) -> Iterator[Problem]:
    """Relations without facts."""
    for id, table in files.relation_tables.items():
        if id not in base.by_relation:
            yield files.problem(
                RELATIONS, table.line, f"no fact uses the relation {id}; add one, or remove it"
            )


def uncited_sources(base: FactBase, files: PackFiles) -> Iterator[Problem]:
    """Sources that no fact cites."""
    cited = {source for fact in base.facts for source in fact.sources}
    for table, source in files.head.sources if files.head else ():
        if source.id not in cited:
            yield files.problem(
                PACK, table.line, f"no fact cites the source {source.id}; cite it, or remove it"
            )
