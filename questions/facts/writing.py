"""A fact base -> the text of a pack's files, from which ``load_pack`` reads the same facts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO

from questions.facts.model import USUAL_INTEREST, Entity, EntityKind, FactBase, Relation, Value
from questions.facts.reading.pack_files import (
    ALSO_TRUE,
    ALSO_TRUE_COLUMNS,
    ENTITIES,
    ENTITY_COLUMNS,
    FACT_COLUMNS,
    FACTS,
    OPTIONAL_FACT_COLUMNS,
    PACK,
    RELATIONS,
)
from questions.facts.templates import TEMPLATES

Scalar = str | bool | int


def pack_texts(base: FactBase, document: str) -> Mapping[str, str]:
    """The text of each file of the pack, by its name; ``document`` is the file that its sources stand for."""
    texts = {
        PACK: "\n".join(_head(base, document)),
        RELATIONS: "\n".join(line for relation in base.relations.values() for line in _relation(relation)),
        ENTITIES: _csv(ENTITY_COLUMNS, _entities(base)),
        FACTS: _csv((*FACT_COLUMNS, *OPTIONAL_FACT_COLUMNS), sorted(_facts(base))),
    }
    if base.also_true:
        texts[ALSO_TRUE] = _csv(ALSO_TRUE_COLUMNS, sorted(base.also_true))
    return texts


def _head(base: FactBase, document: str) -> Iterator[str]:
    yield from _table({"title": base.title, "about": base.about, "language": base.language})
    for kind in base.kinds.values():
        yield from ("", f"[kinds.{_key(kind.id)}]", *_table(_kind(kind)))
    for source in base.sources.values():
        values = {"id": source.id, "document": document, "title": source.title}
        values |= {"publisher": source.publisher} if source.publisher else {}
        values |= {"published": source.published} if source.published else {}
        yield from ("", "[[source]]", *_table(values))
    for name, table in (("articles", base.articles), ("groups", base.groups)):
        if table:
            yield from ("", f"[{name}]", *_table(table))
    yield ""


def _kind(kind: EntityKind) -> Mapping[str, Scalar]:
    values = {"noun": kind.noun, "plural": kind.plural, "type": kind.type.value}
    return {
        **values,
        "typed": kind.typed,
        "riddles": kind.riddles,
        **({"clause": True} if kind.clause else {}),
    }


def _relation(relation: Relation) -> Iterator[str]:
    values: dict[str, Scalar] = {
        "subject": relation.subject,
        "object": relation.object,
        "objects": relation.objects.value,
        "subjects": relation.subjects.value,
        "complete": relation.complete,
    }
    values |= {name: True for name in ("symmetric", "ordered") if getattr(relation, name)}
    values |= {} if relation.two_steps else {"two_steps": False}
    values |= {} if relation.interest == USUAL_INTEREST else {"interest": relation.interest}
    yield f"[{_key(relation.id)}]"
    wording = {name: relation.wording[name] for name in TEMPLATES if name in relation.wording}
    yield from _table({**values, "statement": relation.statement, **wording})
    yield ""


def _entities(base: FactBase) -> Iterator[tuple[str, ...]]:
    for entity in sorted(base.entities.values(), key=lambda entity: entity.id):
        name = _marked(entity) if base.kinds[entity.kind].clause else entity.name
        yield entity.id, entity.kind, name, "|".join(entity.aliases)


def _marked(entity: Entity) -> str:
    """ "Trish kill(s) Alisa", of what happens: its verb is the word that loses its ending in a question."""
    words = zip(entity.name.split(" "), entity.does.split(" ")[1:], strict=True)
    return " ".join(word if word == base else f"{base}({word.removeprefix(base)})" for word, base in words)


def _facts(base: FactBase) -> Iterator[tuple[str, ...]]:
    for fact in base.facts:
        yield (
            fact.subject,
            fact.relation,
            _value(fact.object),
            fact.topic,
            str(fact.level),
            "yes" if fact.spoiler else "no",
            "|".join(fact.sources),
            str(fact.as_of or ""),
            "|".join(fact.lures),
            "" if fact.interest is None else str(fact.interest),
            "|".join(fact.subject_lures),
        )


def _value(value: Value) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _table(values: Mapping[str, Scalar]) -> Iterator[str]:
    for name, value in values.items():
        yield f"{_key(name)} = {json.dumps(value, ensure_ascii=False)}"


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else json.dumps(name, ensure_ascii=False)
