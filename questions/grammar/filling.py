"""Filling a template: names, dates and numbers, with the capitals and articles that they need there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from questions.dates import PartialDate
from questions.grammar import english
from questions.grammar.frames import English, Grammar

_INSIDE = ", "

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|\n)[\"'“‘(]*$")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in a placeholder.

    ``title`` keeps its capital in mid-sentence; ``unit`` is "singular|plural" for a number; a ``phrase``
    stands for a name ("the actor who plays Jessica") and takes no article; ``does`` is a clause as it stands
    in a question ("does Trish kill Alisa").
    """

    text: str
    title: bool = False
    value: PartialDate | Decimal | None = None
    unit: str = ""
    phrase: bool = False
    does: str = ""


@dataclass(frozen=True, slots=True)
class Slots:
    """Everything that a template of one fact may mention."""

    subject: Slot
    object: Slot
    as_of: PartialDate | None = None
    grammar: Grammar = field(default_factory=English)


def within(slot: Slot) -> str:
    """What stands in a placeholder, as it reads in the middle of a sentence."""
    return _put(_INSIDE, slot.text, slot).removeprefix(_INSIDE)


def fill(text: str, slots: Slots, *, sentence: bool = True) -> str:
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
    if _SENTENCE_START.search(out):
        return out + english.capital_first(text)
    if english.starts_with_article(text):
        if _ARTICLE_BEFORE.search(out):
            return out + english.without_article(text)
        if not slot.title:
            return out + text[0].lower() + text[1:]
    return out + text


def _without_noun_of(out: str, phrase: str) -> str:
    """What stands before a phrase, without a noun that the phrase repeats ("the film the film that")."""
    noun = re.match(r"(?:the\s)?\w+\s", phrase)
    if noun and out.casefold().endswith(noun.group().casefold()):
        return out.removesuffix(noun.group())
    return out


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
    for end, slot in (("subject", slots.subject), ("object", slots.object)):
        if name == end:
            return _with_unit(slots.grammar, slot, following), slot
        if name == f"{end}s":
            return slot.text, slot
        if name == f"{end}_possessive":
            return english.possessive(slot.text), slot
        if name == f"a_{end}":
            return (slot.text if slot.phrase else slots.grammar.indefinite(slot.text)), slot
        if name == f"does_{end}" and slot.does:
            return slot.does, slot
    raise ValueError(f"{{{name}}} does not fit this fact")


def _with_unit(grammar: Grammar, slot: Slot, following: str) -> str:
    """A number with its unit, unless the template goes on with the unit itself."""
    if not isinstance(slot.value, Decimal) or not slot.unit:
        return slot.text
    if following.lstrip(" -").startswith(tuple(slot.unit.split("|"))):
        return slot.text
    return grammar.counted(slot.value, slot.unit)
