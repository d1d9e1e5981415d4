"""A relation as a quizmaster words it: sentences with gaps -> a relation that questions can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from anyascii import anyascii

from bot.texts.cleaning import one_line
from questions.facts.model import DATE, NUMBER, EntityKind, FactBase, Many
from questions.facts.own_packs import OwnRelation
from questions.interchange.tables.nouns import Sort, plural, sort_of
from questions.question import AnswerType

GAP = re.compile(r"…|\.{3}|_{2,}")
NOUN_LIMIT, ID_LIMIT = 30, 30
TYPES = {Sort.PERSON: AnswerType.PERSON, Sort.PLACE: AnswerType.PLACE, Sort.TITLE: AnswerType.TITLE}


class Shape(StrEnum):
    """How many there are on either side; ``each`` says that of the first there is one."""

    ONE_SHARED = "one_shared"  # each first has one second, which others may have too
    ONE_TO_ONE = "one_to_one"
    SEVERAL_OWN = "several_own"  # each first may have several seconds, and no two share one
    ALL_LISTED = "all_listed"  # several on both sides, and all of them are listed


_COUNTS = {
    Shape.ONE_SHARED: (Many.ONE, Many.MANY),
    Shape.ONE_TO_ONE: (Many.ONE, Many.ONE),
    Shape.SEVERAL_OWN: (Many.MANY, Many.ONE),
    Shape.ALL_LISTED: (Many.MANY, Many.MANY),
}


class WordingFault(StrEnum):
    """What is wrong with a relation as it was worded."""

    NOUN = "noun"
    TWO_GAPS = "two_gaps"
    GAP = "gap"
    BRACES = "braces"
    NOTHING_ASKED = "nothing_asked"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Wording:
    """What was typed: two nouns, a sentence with a gap for each, and a question for either with one gap.

    ``object`` is a noun, ``date`` or ``number``.
    """

    subject: str
    object: str
    statement: str
    ask_object: str
    ask_subject: str
    shape: Shape


def relation_of(base: FactBase, typed: Wording) -> OwnRelation | tuple[WordingFault, ...]:
    """The relation for a pack, or all that is wrong with it."""
    faults = tuple(dict.fromkeys(_faults(typed)))
    if faults:
        return faults
    first, second = _noun(typed.subject), _noun(typed.object)
    kinds = {noun: _kind(base, noun) for noun in (first, second) if not _is_value(noun)}
    statement = _filled(typed.statement, "{subject}", "{object}")
    if any(one.statement.casefold() == statement.casefold() for one in base.relations.values()):
        return (WordingFault.KNOWN,)
    objects, subjects = _COUNTS[typed.shape]
    return OwnRelation(
        base.id,
        _free_id(base, statement),
        tuple(kinds.values()),
        kinds[first].id,
        kinds[second].id if second in kinds else second.casefold(),
        objects,
        subjects,
        statement,
        tuple(_wording(typed, statement, kinds.get(first), kinds.get(second))),
        complete=typed.shape is Shape.ALL_LISTED,
    )


def slug(text: str, limit: int) -> str:
    """Letters, digits and hyphens for an id."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold()).strip("-")[:limit].strip("-")


def _faults(typed: Wording) -> Iterator[WordingFault]:
    nouns = [_noun(typed.subject), _noun(typed.object)]
    if _is_value(nouns[0]) or not all(slug(noun, NOUN_LIMIT) for noun in nouns):
        yield WordingFault.NOUN
    if len(GAP.findall(typed.statement)) != 2:
        yield WordingFault.TWO_GAPS
    questions = [text for text in (typed.ask_object, typed.ask_subject) if text.strip()]
    if not questions:
        yield WordingFault.NOTHING_ASKED
    for text in questions:
        if len(GAP.findall(text)) != 1:
            yield WordingFault.GAP
    if any(set("{}") & set(text) for text in (typed.statement, *questions)):
        yield WordingFault.BRACES


def _wording(
    typed: Wording, statement: str, subject: EntityKind | None, object: EntityKind | None
) -> Iterator[tuple[str, str]]:
    """The templates that were typed, and those that follow from the sentence."""
    if typed.ask_object.strip():
        yield "ask_object", _filled(typed.ask_object, "{subject}")
    if typed.ask_subject.strip():
        yield "ask_subject", _filled(typed.ask_subject, "{object}")
    yield "claim", statement
    if statement.startswith("{subject} "):
        yield "subject_trait", statement.removeprefix("{subject} ").rstrip(".!")
    if subject and object:
        yield "match", f"Match each {subject.noun} with the {object.noun}."


def _filled(text: str, *placeholders: str) -> str:
    names = iter(placeholders)
    return GAP.sub(lambda _: next(names), one_line(text))


def _noun(text: str) -> str:
    return one_line(text, NOUN_LIMIT)


def _is_value(noun: str) -> bool:
    return noun.casefold() in (DATE, NUMBER)


def _kind(base: FactBase, noun: str) -> EntityKind:
    """The kind of this noun, as the pack has it or else a new one."""
    same = (kind for kind in base.kinds.values() if noun.casefold() in (kind.noun.casefold(), kind.id))
    known = next(same, None)
    type = TYPES.get(sort_of(noun), AnswerType.TEXT)
    return known or EntityKind(slug(noun, ID_LIMIT), noun, plural(noun), type, typed=True, riddles=True)


def _free_id(base: FactBase, statement: str) -> str:
    id = slug(re.sub(r"\{\w+\}", " ", statement), ID_LIMIT - 3) or "relation"
    numbered = (f"{id}-{number}" for number in range(2, len(base.relations) + 3))
    return next(one for one in (id, *numbered) if one not in base.relations)
