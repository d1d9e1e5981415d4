"""Writes pack folders from Python data, so that a test shows only what it is about.

``write_pack(tmp_path / "films")`` alone writes a small sound pack. Rows are sorted, kinds derived, and what a
test leaves out gets a sensible default.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, str]
Table = Mapping[str, Any]

ENTITY_COLUMNS = ("id", "kind", "name", "aliases")
FACT_COLUMNS = ("subject", "relation", "object", "topic", "level", "spoiler", "sources", "as_of", "lures")


def entity(id: str, kind: str = "person", name: str | None = None, *aliases: str) -> Row:
    """A row of entities.csv; the name is made of the id where none is given."""
    return {"id": id, "kind": kind, "name": name or _spoken(id).title(), "aliases": "|".join(aliases)}


def fact(
    subject: str,
    relation: str,
    object: str | int,
    *,
    topic: str = "general",
    level: int = 1,
    spoiler: bool = False,
    sources: Iterable[str] = ("report",),
    as_of: str = "",
    lures: Iterable[str] = (),
) -> Row:
    """A row of facts.csv."""
    return {
        "subject": subject,
        "relation": relation,
        "object": str(object),
        "topic": topic,
        "level": str(level),
        "spoiler": "yes" if spoiler else "no",
        "sources": "|".join(sources),
        "as_of": as_of,
        "lures": "|".join(lures),
    }


def relation(
    subject: str = "person",
    object: str = "film",
    *,
    objects: str = "many",
    subjects: str = "many",
    complete: bool = False,
    statement: str = "{subject} goes with {object}.",
    **more: Any,
) -> Table:
    """A table of relations.toml; templates, and ``symmetric``, come as further keywords."""
    return {
        "subject": subject,
        "object": object,
        "objects": objects,
        "subjects": subjects,
        "complete": complete,
        "statement": statement,
        **more,
    }


def source(id: str = "report", document: str | None = None, title: str | None = None, **more: str) -> Table:
    """A ``[[source]]`` of pack.toml; ``publisher`` and ``published`` come as further keywords."""
    return {"id": id, "document": document or f"{id}.txt", "title": title or _spoken(id).title(), **more}


def kind(noun: str, plural: str | None = None, **more: Any) -> Table:
    """A ``[kinds.<id>]`` table of pack.toml; ``type``, ``typed`` and ``clause`` come as further keywords."""
    return {"noun": noun, "plural": plural or f"{noun}s", **more}


def small_relations() -> dict[str, Table]:
    return {
        "directed": relation(
            subjects="one",
            statement="{subject} directed {object}.",
            ask_object="Which film did {subject} direct?",
            ask_subject="Who directed {object}?",
        ),
        "released": relation(
            "film",
            "date",
            objects="one",
            statement="{subject} was released {on_object}.",
            ask_object="{when} was {subject} released?",
            event="the release of {subject}",
        ),
    }


def small_entities() -> list[Row]:
    return [
        entity("ann_lee", "person", "Ann Lee"),
        entity("bo_hall", "person", "Bo Hall", "Beau Hall"),
        entity("far_shore", "film", "Far Shore"),
        entity("night_bus", "film", "The Night Bus", "Night Bus"),
    ]


def small_facts() -> list[Row]:
    return [
        fact("ann_lee", "directed", "night_bus"),
        fact("bo_hall", "directed", "far_shore"),
        fact("far_shore", "released", "2018-06"),
        fact("night_bus", "released", "2019-06-14"),
    ]


def write_pack(
    folder: Path,
    *,
    relations: Mapping[str, Table] | None = None,
    entities: Iterable[Row] | None = None,
    facts: Iterable[Row] | None = None,
    sources: Iterable[Table] | None = None,
    kinds: Mapping[str, Table] | None = None,
    articles: Mapping[str, str] | None = None,
    title: str = "Films",
    about: str = "Films that were never made.",
    language: str = "en",
) -> Path:
    """Write a pack and return its folder, which is made. Rows are sorted.

    What is left out comes from a small sound pack of two directors and two films. Kinds are derived from
    entities and relations (text, but for ``person``, and ``film``, a title); ``kinds``
    adds to them or replaces them.
    """
    tables = small_relations() if relations is None else dict(relations)
    things = small_entities() if entities is None else list(entities)
    rows = small_facts() if facts is None else list(facts)
    folder.mkdir(parents=True, exist_ok=True)
    head = {"title": title, "about": about, "language": language}
    named = {**_derived_kinds(tables, things), **(kinds or {})}
    parts = [_toml(head)]
    parts += [_toml(table, f"[kinds.{_key(id)}]") for id, table in named.items()]
    parts += [_toml(table, "[[source]]") for table in ([source()] if sources is None else sources)]
    if articles:
        parts.append(_toml(articles, "[articles]"))
    _write(folder / "pack.toml", "\n".join(parts))
    wording = [_toml(table, f"[{_key(id)}]") for id, table in tables.items()]
    _write(folder / "relations.toml", "\n".join(wording))
    things.sort(key=lambda row: row["id"])
    rows.sort(key=lambda row: (row["subject"], row["relation"], row["object"]))
    _write(folder / "entities.csv", _csv(ENTITY_COLUMNS, things))
    _write(folder / "facts.csv", _csv(FACT_COLUMNS, rows))
    return folder


def _derived_kinds(relations: Mapping[str, Table], entities: Iterable[Row]) -> dict[str, Table]:
    known: dict[str, Table] = {
        "person": kind("person", "people", type="person", clause=False),
        "film": kind("film", type="title"),
    }
    used = {row["kind"] for row in entities}
    used |= {
        str(table[side]) for table in relations.values() for side in {"subject", "object"} & table.keys()
    }
    return {id: known.get(id) or kind(_spoken(id)) for id in sorted(used - {"date", "number"})}


def _toml(values: Mapping[str, Any], header: str | None = None) -> str:
    lines = [header] if header else []
    # A JSON string, number or boolean is a TOML one too.
    lines += [f"{_key(key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "".join(f"{line}\n" for line in lines)


def _key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _csv(columns: Iterable[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def _spoken(id: str) -> str:
    return id.replace("_", " ")
