"""Rules for entities.csv."""

from __future__ import annotations

from collections.abc import Iterator

from questions.facts.reading.csv_rows import Row
from questions.facts.reading.pack_files import ENTITIES, PACK, PackFiles
from questions.facts.reading.problem import Problem
from questions.facts.rules.vocabulary import fault_of_id
from questions.grammar.frames import GRAMMARS
from questions.words import name_key


def empty_cells(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        for column in ("id", "kind", "name"):
            if row.cells.get(column) == "":
                yield files.problem(ENTITIES, row.line, f"{column} is empty; fill it in")


def ids_that_break_lists(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        if row["id"] and (fault := fault_of_id(row["id"])):
            yield files.problem(ENTITIES, row.line, fault)


def duplicate_ids(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        if row["id"] and (first := files.entities[row["id"]].line) != row.line:
            yield files.problem(
                ENTITIES, row.line, f"the id {row['id']} is on line {first} already; rename or remove one"
            )


def unknown_kinds(files: PackFiles) -> Iterator[Problem]:
    kinds = files.head.kinds if files.head else {}
    for row in _rows(files):
        if kinds and row["kind"] and row["kind"] not in kinds:
            yield files.problem(
                ENTITIES,
                row.line,
                f"unknown kind {row['kind']!r}; add it to the [kinds] of {PACK}, or use one that is there",
            )


def empty_aliases(files: PackFiles) -> Iterator[Problem]:
    for row in _rows(files):
        if "" in row.parts("aliases"):
            yield files.problem(ENTITIES, row.line, "an alias is empty; remove the stray |")


def needless_aliases(files: PackFiles) -> Iterator[Problem]:
    """An alias must add something: case, accents and punctuation are forgiven anyway."""
    for row in _rows(files):
        seen = {name_key(row["name"]): "the name"}
        for alias in filter(None, row.parts("aliases")):
            if same := seen.get(name_key(alias)):
                yield files.problem(
                    ENTITIES,
                    row.line,
                    f"the alias {alias!r} is the same as {same}, but for case, accents or punctuation; "
                    "remove it",
                )
            seen.setdefault(name_key(alias), f"the alias {alias!r}")


def unmarked_clauses(files: PackFiles) -> Iterator[Problem]:
    """What happens is named by a clause whose verb is marked, so that it can be put into a question."""
    if files.head is None or files.head.language not in GRAMMARS:
        return
    for row in _rows(files):
        kind = files.head.kinds.get(row["kind"])
        if kind and kind.clause and row["name"] and not GRAMMARS[files.head.language].is_clause(row["name"]):
            yield files.problem(
                ENTITIES,
                row.line,
                f"{row['name']!r} does not mark one verb, as the kind {kind.id} asks for; "
                "write it as in 'Ann find(s) Bo' or 'Ann catch(es) Bo'",
            )


def shared_names(files: PackFiles) -> Iterator[Problem]:
    """Two entities of one kind that share a name cannot both be answers."""
    owners: dict[tuple[str, str], tuple[Row, str]] = {}
    for row in _rows(files):
        if not row["kind"] or files.entities.get(row["id"], row) is not row:
            continue
        for name in filter(None, (row["name"], *row.parts("aliases"))):
            owner, other = owners.setdefault((row["kind"], name_key(name)), (row, name))
            if owner is not row:
                yield files.problem(
                    ENTITIES,
                    row.line,
                    f"{name!r} is a name of {owner['id']} too ({other!r}, line {owner.line}), "
                    f"and both are of the kind {row['kind']}; make the names differ, or remove the alias",
                )


def unsorted_rows(files: PackFiles) -> Iterator[Problem]:
    last: Row | None = None
    for row in _rows(files):
        if last and row["id"] and row["id"] < last["id"]:
            yield files.problem(
                ENTITIES,
                row.line,
                f"rows are sorted by id, and {row['id']} comes before {last['id']} (line {last.line}); "
                "move it up",
            )
        last = row


def _rows(files: PackFiles) -> tuple[Row, ...]:
    return files.entity_rows.rows if files.entity_rows else ()
