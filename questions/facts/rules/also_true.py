"""Rules for also_true.csv: rows that hold although no source of the pack says so."""

from __future__ import annotations

from collections.abc import Iterator

from questions.facts.reading.pack_files import ALSO_TRUE, PackFiles
from questions.facts.reading.problem import Problem
from questions.facts.rules.facts import fault_of_entity


def unfit_rows(files: PackFiles) -> Iterator[Problem]:
    for row in files.also_true:
        relation = (files.relations or {}).get(row["relation"])
        if relation is None:
            if files.relations is not None:
                yield files.problem(
                    ALSO_TRUE, row.line, f"unknown relation {row['relation']!r}; name one that is there"
                )
            continue
        if not relation.links_entities:
            fault = f"the objects of {relation.id} are no entities, so this protects nothing; remove it"
            yield files.problem(ALSO_TRUE, row.line, fault)
            continue
        for end, kind in (("subject", relation.subject), ("object", relation.object)):
            if not row[end]:
                yield files.problem(ALSO_TRUE, row.line, f"{end} is empty; fill it in")
            elif fault_text := fault_of_entity(files, row[end], kind):
                yield files.problem(ALSO_TRUE, row.line, f"{end}: {fault_text}")


def needless_rows(files: PackFiles) -> Iterator[Problem]:
    """A row that is a fact already."""
    facts = {(fact.subject, fact.row["relation"], fact.row["object"]): fact.line for fact in files.facts}
    for row in files.also_true:
        line = facts.get((row["subject"], row["relation"], row["object"]))
        if line:
            yield files.problem(
                ALSO_TRUE, row.line, f"line {line} of facts.csv says so already; remove the row"
            )


def contradicted_lures(files: PackFiles) -> Iterator[Problem]:
    """A lure must be certainly wrong."""
    true = {(row["subject"], row["relation"], row["object"]): row.line for row in files.also_true}
    for fact in files.facts:
        relation, object = fact.row["relation"], fact.row["object"]
        rows = [((fact.subject, relation, lure), lure) for lure in fact.row.parts("lures")]
        rows += [((lure, relation, object), lure) for lure in fact.row.parts("subject_lures")]
        for row, lure in rows:
            if line := true.get(row):
                fault = f"{lure} is a lure on line {fact.line} of facts.csv; remove it there, or here"
                yield files.problem(ALSO_TRUE, line, fault)
