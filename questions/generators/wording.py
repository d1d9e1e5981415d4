"""Templates of a relation, filled with the names, dates and numbers of its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import TypedDict

from questions.dates import PartialDate
from questions.facts.model import Entity, Fact, FactBase, Relation, Value
from questions.grammar import english
from questions.question import AnswerType

GAP = "____"
_INSIDE = ", "

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|\n)[\"'“‘(]*$")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_INDEFINITE_BEFORE = re.compile(r"\b(a)n?\s$", re.IGNORECASE)


class FactRecord(TypedDict):
    """A fact as ``gumshoe facts --json`` prints it; ``as_of`` and a date as object are in ISO form."""

    id: str
    subject: str
    relation: str
    object: str
    statement: str
    sources: list[str]
    topic: str
    level: int
    spoiler: bool
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a placeholder. ``title`` keeps its capital in mid-sentence; ``unit`` is
    "singular|plural" for a number; a ``phrase`` stands for a name ("the actor who plays Jessica") and takes
    no possessive and no article.
    """

    text: str
    title: bool = False
    value: PartialDate | Decimal | None = None
    unit: str = ""
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """Everything that a template of one fact may mention."""

    subject: Slot
    object: Slot
    as_of: PartialDate | None = None
    articles: Mapping[str, str] = field(default_factory=dict)


def shown(base: FactBase, value: Value) -> str:
    """A value as it stands alone, on a button or at the reveal."""
    if isinstance(value, PartialDate):
        return english.date_text(value)
    if isinstance(value, Decimal):
        return english.number_text(value)
    return english.capital_first(base.entities[value].name)


def within(slot: Slot) -> str:
    """What stands in a placeholder, as it reads in the middle of a sentence."""
    return _put(_INSIDE, slot.text, slot).removeprefix(_INSIDE)


def slot_of(base: FactBase, relation: Relation, value: Value) -> Slot:
    """The slot for a subject or an object of the relation."""
    if isinstance(value, PartialDate):
        return Slot(english.date_text(value), value=value)
    if isinstance(value, Decimal):
        return Slot(english.number_text(value), value=value, unit=relation.wording.get("unit", ""))
    return entity_slot(base, base.entities[value])


def entity_slot(base: FactBase, entity: Entity) -> Slot:
    """The slot for an entity's name."""
    return Slot(entity.name, title=base.kinds[entity.kind].type is AnswerType.TITLE)


def slots_of(base: FactBase, fact: Fact) -> Slots:
    """The slots of a fact as it stands."""
    relation = base.relations[fact.relation]
    return Slots(
        slot_of(base, relation, fact.subject), slot_of(base, relation, fact.object), fact.as_of, base.articles
    )


def template(relation: Relation, name: str, fact: Fact) -> str | None:
    """The relation's template of this name in the tense of the fact; None where the pack gives none."""
    if fact.as_of:
        return relation.wording.get(f"past_{name}")
    return relation.statement if name == "statement" else relation.wording.get(name)


def statement(base: FactBase, fact: Fact, *, subject: Slot | None = None, object: Slot | None = None) -> str:
    """The fact as a sentence; ``subject`` or ``object`` may be replaced."""
    relation = base.relations[fact.relation]
    slots = slots_of(base, fact)
    slots = replace(slots, subject=subject or slots.subject, object=object or slots.object)
    return render(template(relation, "statement", fact) or relation.statement, slots)


def fact_record(base: FactBase, fact: Fact) -> FactRecord:
    """The fact as a plain record, subject and object by name."""
    value = fact.object
    return {
        "id": fact.id,
        "subject": base.entities[fact.subject].name,
        "relation": fact.relation,
        "object": base.entities[value].name if isinstance(value, str) else str(value),
        "statement": statement(base, fact),
        "sources": list(fact.sources),
        "topic": fact.topic,
        "level": fact.level,
        "spoiler": fact.spoiler,
        "as_of": str(fact.as_of) if fact.as_of else None,
    }


def render(text: str, slots: Slots, *, sentence: bool = True) -> str:
    """Fill a template: capitals at the start, "the X" in mid-sentence, never two articles or two full stops.

    What is no ``sentence`` stands in one, and begins with no capital of its own.

    Raises ValueError for a placeholder that does not fit the slots.
    """
    pieces = _pieces(text)
    out = "" if sentence else _INSIDE
    for number, (literal, name) in enumerate(pieces):
        out += literal
        if name:
            following = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            out = _put(out, *_form(slots, name, following))
    out = re.sub(r"([.!?…])\.(?=\s|$)", r"\1", out)
    return english.capital_first(out) if sentence else out.removeprefix(_INSIDE)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a literal text and the placeholder that follows it, or "" at the end."""
    parts = _PLACEHOLDER.split(text)
    return tuple(zip(parts[::2], [*parts[1::2], ""], strict=True))


def _put(out: str, text: str, slot: Slot | None) -> str:
    """Append what stands in a placeholder, fitted to what stands before it."""
    if slot is None or slot.value is not None:
        return out + text
    if slot.phrase:
        out = _without_noun_of(out, text)
    if text == GAP:
        return _INDEFINITE_BEFORE.sub(r"\1(n) ", out) + text
    if _SENTENCE_START.search(out):
        return out + english.capital_first(text)
    if english.starts_with_article(text):
        if _ARTICLE_BEFORE.search(out):
            return out + english.without_article(text)
        if not slot.title:
            return out + text[0].lower() + text[1:]
    return out + text


def _without_noun_of(out: str, phrase: str) -> str:
    """What stands before a phrase without the noun that the phrase brings along: "the episode the episode
    that".
    """
    noun = re.match(r"(?:the\s)?\w+\s", phrase)
    return (
        out.removesuffix(noun.group()) if noun and out.casefold().endswith(noun.group().casefold()) else out
    )


def _form(slots: Slots, name: str, following: str) -> tuple[str, Slot | None]:
    """The text of a placeholder, and its slot where it is a name that may need fitting."""
    if name == "as_of" and slots.as_of:
        return english.date_text(slots.as_of), None
    value = slots.object.value
    if isinstance(value, PartialDate):
        if name == "on_object":
            return english.on_date(value), None
        if name == "when":
            return english.asking_when(value), None
    if isinstance(value, Decimal) and name == "object_ordinal":
        return english.ordinal(int(value)), None
    slot, form = _slot(slots, name)
    if form == "":
        return _with_unit(slot, following), slot
    if slot.text == GAP:
        return (f"a(n) {GAP}" if form == "a" else f"{GAP}'s"), slot
    if form == "'s":
        return english.possessive(slot.text), slot
    return (slot.text if slot.phrase else english.indefinite(slot.text, slots.articles)), slot


def _slot(slots: Slots, name: str) -> tuple[Slot, str]:
    for end, slot in (("subject", slots.subject), ("object", slots.object)):
        for wanted, form in ((end, ""), (f"a_{end}", "a"), (f"{end}_possessive", "'s")):
            if name == wanted:
                return slot, form
    raise ValueError(f"{{{name}}} does not fit this fact")


def _with_unit(slot: Slot, following: str) -> str:
    """A number with its unit, unless the template goes on with the unit itself."""
    if not isinstance(slot.value, Decimal) or not slot.unit:
        return slot.text
    one, _, many = slot.unit.partition("|")
    if following.lstrip(" -").startswith((one, many)):
        return slot.text
    return f"{slot.text} {one if slot.value == 1 else many}"
