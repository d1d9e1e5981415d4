"""Rules for entities.csv."""

from __future__ import annotations

from collections.abc import Iterator

from questions.facts.draft import ENTITIES, PACK, Draft
from questions.facts.names import name_key
from questions.facts.problem import Problem
from questions.facts.rows import Row
from questions.facts.rules_of_vocabulary import fault_of_id


def empty_cells(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        for column in ("id", "kind", "name"):
            if row.cells.get(column) == "":
                yield draft.problem(ENTITIES, row.line, f"{column} is empty; fill it in")


def ids_that_break_lists(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        if row["id"] and (fault := fault_of_id(row["id"])):
            yield draft.problem(ENTITIES, row.line, fault)


def duplicate_ids(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        if row["id"] and (first := draft.entities[row["id"]].line) != row.line:
            yield draft.problem(
                ENTITIES, row.line, f"the id {row['id']} stands on line {first} already; rename or remove one"
            )


def unknown_kinds(draft: Draft) -> Iterator[Problem]:
    kinds = draft.head.kinds if draft.head else {}
    for row in _rows(draft):
        if kinds and row["kind"] and row["kind"] not in kinds:
            yield draft.problem(
                ENTITIES,
                row.line,
                f"unknown kind {row['kind']!r}; add it to the [kinds] of {PACK}, or use one that is there",
            )


def empty_aliases(draft: Draft) -> Iterator[Problem]:
    for row in _rows(draft):
        if "" in row.parts("aliases"):
            yield draft.problem(ENTITIES, row.line, "an alias is empty; remove the stray |")


def needless_aliases(draft: Draft) -> Iterator[Problem]:
    """An alias must add something: case, accents and punctuation are forgiven anyway."""
    for row in _rows(draft):
        seen = {name_key(row["name"]): "the name"}
        for alias in filter(None, row.parts("aliases")):
            if same := seen.get(name_key(alias)):
                yield draft.problem(
                    ENTITIES,
                    row.line,
                    f"the alias {alias!r} is the same as {same}, but for case, accents or punctuation; "
                    "remove it",
                )
            seen.setdefault(name_key(alias), f"the alias {alias!r}")


def shared_names(draft: Draft) -> Iterator[Problem]:
    """Two entities of one kind that share a name cannot both be answers."""
    owners: dict[tuple[str, str], tuple[Row, str]] = {}
    for row in _rows(draft):
        if not row["kind"] or draft.entities.get(row["id"], row) is not row:
            continue
        for name in filter(None, (row["name"], *row.parts("aliases"))):
            owner, other = owners.setdefault((row["kind"], name_key(name)), (row, name))
            if owner is not row:
                yield draft.problem(
                    ENTITIES,
                    row.line,
                    f"{name!r} is a name of {owner['id']} too ({other!r}, line {owner.line}), "
                    f"and both are of the kind {row['kind']}; make the names differ, or remove the alias",
                )


def unsorted_rows(draft: Draft) -> Iterator[Problem]:
    last: Row | None = None
    for row in _rows(draft):
        if last and row["id"] and row["id"] < last["id"]:
            yield draft.problem(
                ENTITIES,
                row.line,
                f"rows are sorted by id, and {row['id']} comes before {last['id']} (line {last.line}); "
                "move it up",
            )
        last = row


def _rows(draft: Draft) -> tuple[Row, ...]:
    return draft.entity_rows.rows if draft.entity_rows else ()
