"""Columns of places: where something is, comes from, or was born."""

from __future__ import annotations

from dataclasses import dataclass

from questions.interchange.tables import lexicon
from questions.interchange.tables.nouns import Sort, plural
from questions.interchange.tables.wording import RowNoun, Wording
from questions.question import AnswerType


def birthplace(key: str, row: RowNoun) -> Wording | None:
    verb = lexicon.BIRTHPLACES.get(key)
    if verb is None:
        return None
    where = f" where they were {verb}" if row.sort is Sort.PERSON else ""
    templates = {
        "statement": f"{{subject}} was {verb} in {{object}}.",
        "claim": f"{{subject}} was {verb} in {{object}}.",
        "ask_object": f"Where was {{subject}} {verb}?",
        "ask_subject": f"Which {row.noun} was {verb} in {{object}}?",
        "subject_trait": f"was {verb} in {{object}}",
        "subject_phrase": f"the {row.noun} {verb} in {{object}}",
        "ask_shared_object": f"Where were {{subjects}} {verb}?",
        "alike_subjects": f"were {verb} in the same place",
        "ask_all_subjects": f"Which {row.plural} on our list were {verb} in {{object}}?",
        "match": f"Match each {row.noun} with the place{where}.",
    }
    return Wording(templates, "place", "places", AnswerType.PLACE, interest=4, typed=False)


@dataclass(frozen=True, slots=True)
class _Where:
    """How one says where something is: ``says`` of one thing, ``say`` of several."""

    says: str
    say: str
    ask: str
    ask_shared: str


_LIVES = _Where(
    "lives in",
    "live in",
    "Which {noun} does {subject} live in?",
    "Which {noun} do {subjects} live in?",
)
_TOOK_PLACE = _Where(
    "took place in",
    "took place in",
    "In which {noun} did {subject} take place?",
    "In which {noun} did {subjects} take place?",
)
_IS = _Where("is in", "are in", "Which {noun} is {subject} in?", "Which {noun} are {subjects} in?")
_COMES = _Where(
    "comes from",
    "come from",
    "Which {noun} does {subject} come from?",
    "Which {noun} do {subjects} come from?",
)
_ORIGINS = {"origin": "country", "country of origin": "country", "homeland": "country"}
_SPOTS = ("location", "venue", "place", "constellation", "ocean", "sea")


def place(key: str, row: RowNoun) -> Wording | None:
    """Where a place is; where a person or a thing comes from."""
    if key not in lexicon.PLACES:
        return None
    noun = _ORIGINS.get(key, "place" if key == "location" else key)
    where = _where(key, row)
    templates = {
        "statement": f"{{subject}} {where.says} {{object}}.",
        "claim": f"{{subject}} {where.says} {{object}}.",
        "ask_object": where.ask.replace("{noun}", noun),
        "subject_trait": f"{where.says} {{object}}",
        "ask_shared_object": where.ask_shared.replace("{noun}", noun),
        "alike_subjects": f"{where.say} the same {noun}",
        "ask_all_subjects": f"Which {row.plural} on our list {where.say} {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list {where.say} {{object}}?",
        "match": f"Match each {row.noun} with {row.its} {noun}.",
    }
    interest = 2 if key in ("continent", "region") else 3
    if row.sort is Sort.TITLE:  # a book has no home of its own; it may be a clue
        templates = {name: text for name, text in templates.items() if not name.startswith(("ask_", "match"))}
    return Wording(templates, noun, plural(noun), AnswerType.PLACE, interest=interest)


def _where(key: str, row: RowNoun) -> _Where:
    if row.sort is Sort.CREATURE and key in ("region", "continent", "country", "location"):
        return _LIVES
    if row.sort is Sort.EVENT:
        return _TOOK_PLACE
    if row.sort is Sort.TITLE and key in ("country", "region", "city", "continent"):
        return _COMES
    is_there = row.sort is Sort.PLACE or (row.sort is Sort.THING and key not in _ORIGINS)
    return _IS if is_there or key in _SPOTS else _COMES
