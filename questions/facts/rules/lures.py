"""Rules for the lures in facts.csv: wrong choices that must be certainly wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from questions.dates import PartialDate
from questions.facts.model import Relation, Value
from questions.facts.reading.pack_files import FACTS, FactRow, PackFiles, parse_value
from questions.facts.reading.problem import Problem
from questions.facts.rules.facts import fault_of_entity
from questions.words import name_key

TEXT_MARK = "="

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
        if fact.relation is None or not fact.relation.object:
            continue
        for text in fact.row.parts("lures"):
            if fault := _fault(files, fact.relation, text):
                yield files.problem(FACTS, fact.line, f"lures: {fault}")


def true_lures(files: PackFiles) -> Iterator[Problem]:
    lures = list(_lures(files))
    true = _lines_of_true_keys(files, {(fact.subject, fact.row["relation"]) for fact, _ in lures})
    for fact, choices in lures:
        found = true[fact.subject, fact.row["relation"]]
        for lure in choices:
            lines = {found[key] for key in lure.meaning.seeks & found.keys()}
            if lines:
                where = "the right answer" if fact.line in lines else f"right by line {min(lines)}"
                fault = f"lures: {lure.text} is {where}, or could be taken for it; choose another"
                yield files.problem(FACTS, fact.line, fault)


def duplicate_lures(files: PackFiles) -> Iterator[Problem]:
    for fact, lures in _lures(files):
        seen: dict[Key, str] = {}
        for lure in lures:
            same = sorted({seen[key] for key in lure.meaning.seeks & seen.keys()})
            if same:
                fault = f"lures: {lure.text} could be taken for {same[0]}; remove one"
                yield files.problem(FACTS, fact.line, fault)
            seen.update(dict.fromkeys(lure.meaning.has, lure.text))


def _fault(files: PackFiles, relation: Relation, text: str) -> str | None:
    if not text.removeprefix(TEXT_MARK).strip():
        return "one is empty; remove the stray |"
    if text.startswith(TEXT_MARK):
        return None
    if relation.links_entities:
        fault = fault_of_entity(files, text, relation.object)
        return f"{fault}; a free text starts with {TEXT_MARK}" if fault else None
    try:
        parse_value(relation, text)
    except ValueError as error:
        return f"{error}; a free text starts with {TEXT_MARK}"
    return None


def _lures(files: PackFiles) -> Iterator[tuple[FactRow, tuple[Lure, ...]]]:
    for fact in files.facts:
        if fact.relation and fact.row["lures"]:
            parts = (part for part in fact.row.parts("lures") if part.removeprefix(TEXT_MARK).strip())
            yield fact, tuple(Lure(part, _meaning_of_lure(files, fact.relation, part)) for part in parts)


def _lines_of_true_keys(
    files: PackFiles, wanted: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], Mapping[Key, int]]:
    """The line that makes each key right, by subject and relation."""
    found: dict[tuple[str, str], dict[Key, int]] = {}
    for place in wanted:
        keys = found.setdefault(place, {})
        for value, line in files.true_objects.get(place, {}).items():
            for key in _meaning(files, value).has:
                keys.setdefault(key, line)
    return found


def _meaning_of_lure(files: PackFiles, relation: Relation, text: str) -> Meaning:
    plain = text.removeprefix(TEXT_MARK).strip()
    if not relation.links_entities:
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
