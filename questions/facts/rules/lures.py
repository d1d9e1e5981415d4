"""Rules for the lures in facts.csv: wrong objects and subjects, which must be certainly wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questions.dates import PartialDate
from questions.facts.model import DATE, NUMBER, Relation, Value
from questions.facts.reading.pack_files import FACTS, FactRow, PackFiles, parse_value
from questions.facts.reading.problem import Problem
from questions.facts.rules.facts import fault_of_entity
from questions.words import name_key

TEXT_MARK = "="
OBJECTS, SUBJECTS = "lures", "subject_lures"

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an object or a lure may be taken for: two mean the same if one has a key that the other seeks."""

    has: frozenset[Key]
    seeks: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Lure:
    text: str
    meaning: Meaning


def unfit_lures(files: PackFiles) -> Iterator[Problem]:
    for fact in files.facts:
        for column, kind in _columns(fact):
            for text in fact.row.parts(column) if kind else ():
                if fault := _fault(files, fact, kind, text):
                    yield files.problem(FACTS, fact.line, f"{column}: {fault}")


def true_lures(files: PackFiles) -> Iterator[Problem]:
    for fact, column, lures in _lures(files):
        lines: dict[Key, int] = {}
        for value, line in _true_values(files, fact, column).items():
            for key in _meaning(files, value).has:
                lines.setdefault(key, line)
        for lure in lures:
            right = {lines[key] for key in lure.meaning.seeks & lines.keys()}
            if right:
                where = "the right answer" if fact.line in right else f"right by line {min(right)}"
                fault = f"{column}: {lure.text} is {where}, or could be taken for it; choose another"
                yield files.problem(FACTS, fact.line, fault)


def duplicate_lures(files: PackFiles) -> Iterator[Problem]:
    for fact, column, lures in _lures(files):
        seen: dict[Key, str] = {}
        for lure in lures:
            same = sorted({seen[key] for key in lure.meaning.seeks & seen.keys()})
            if same:
                fault = f"{column}: {lure.text} could be taken for {same[0]}; remove one"
                yield files.problem(FACTS, fact.line, fault)
            seen.update(dict.fromkeys(lure.meaning.has, lure.text))


def _columns(fact: FactRow) -> tuple[tuple[str, str], ...]:
    """The columns of lures, each with the kind of what stands there."""
    relation = fact.relation
    return ((OBJECTS, relation.object), (SUBJECTS, relation.subject)) if relation else ()


def _fault(files: PackFiles, fact: FactRow, kind: str, text: str) -> str | None:
    if not text.removeprefix(TEXT_MARK).strip():
        return "one is empty; remove the stray |"
    if text.startswith(TEXT_MARK):
        return None
    if kind not in (DATE, NUMBER):
        fault = fault_of_entity(files, text, kind)
        return f"{fault}; a free text starts with {TEXT_MARK}" if fault else None
    assert fact.relation
    try:
        parse_value(fact.relation, text)
    except ValueError as error:
        return f"{error}; a free text starts with {TEXT_MARK}"
    return None


def _lures(files: PackFiles) -> Iterator[tuple[FactRow, str, tuple[Lure, ...]]]:
    for fact in files.facts:
        for column, kind in _columns(fact):
            parts = [part for part in fact.row.parts(column) if part.removeprefix(TEXT_MARK).strip()]
            if fact.relation and parts:
                meant = (Lure(part, _meaning_of_lure(files, fact.relation, kind, part)) for part in parts)
                yield fact, column, tuple(meant)


def _true_values(files: PackFiles, fact: FactRow, column: str) -> Mapping[Value, int]:
    """What truly stands in place of the lures of a column, each with its line."""
    if column == OBJECTS:
        return files.true_objects.get((fact.subject, fact.row["relation"]), {})
    return files.true_subjects.get((fact.row["relation"], fact.value), {}) if fact.value is not None else {}


def _meaning_of_lure(files: PackFiles, relation: Relation, kind: str, text: str) -> Meaning:
    plain = text.removeprefix(TEXT_MARK).strip()
    if kind in (DATE, NUMBER):
        try:
            return _meaning(files, parse_value(relation, plain))
        except ValueError:
            pass
    elif not text.startswith(TEXT_MARK):
        return _meaning(files, plain)
    name = frozenset({("name", name_key(plain))})
    return Meaning(name, name)


def _meaning(files: PackFiles, value: Value) -> Meaning:
    if isinstance(value, PartialDate):
        parts = value.parts
        around = [parts[:length] for length in range(1, len(parts) + 1)]
        return Meaning(
            has=frozenset({("is", *parts), *(("within", *outer) for outer in around)}),
            seeks=frozenset({("within", *parts), *(("is", *outer) for outer in around)}),
        )
    keys: set[Key] = {("value", value)}
    if isinstance(value, str) and value in files.entities:
        row = files.entities[value]
        keys |= {("name", name_key(name)) for name in (row["name"], *row.parts("aliases")) if name}
    return Meaning(frozenset(keys), frozenset(keys))
