"""Columns of places: where something is, comes from, or was born."""

from __future__ import annotations

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
    return Wording(templates, "place", "places", AnswerType.PLACE, interest=4)


def place(key: str, row: RowNoun) -> Wording | None:
    """Where a place is; where a person or a thing comes from."""
    bare = key.removeprefix("country of ").removeprefix("place of ")
    if key not in lexicon.PLACES:
        return None
    noun = {
        "origin": "country",
        "country of origin": "country",
        "homeland": "country",
        "location": "place",
    }.get(key, bare)
    is_in = row.sort in (Sort.PLACE, Sort.EVENT) or key in (
        "location",
        "venue",
        "place",
        "constellation",
        "ocean",
        "sea",
    )
    if row.sort is Sort.THING and not key.endswith(("origin", "homeland")):
        is_in = True
    if row.sort is Sort.CREATURE and key in ("region", "continent", "country", "location"):
        says, ask, trait, are = (
            "lives in",
            f"Which {noun} does {{subject}} live in?",
            "lives in {object}",
            "live in",
        )
    elif row.sort is Sort.EVENT:
        says, ask, trait, are = (
            "took place in",
            f"In which {noun} did {{subject}} take place?",
            "took place in {object}",
            "took place in",
        )
    elif is_in:
        says, ask, trait, are = "is in", f"Which {noun} is {{subject}} in?", "is in {object}", "are in"
    else:
        says, ask, trait, are = (
            "comes from",
            f"Which {noun} does {{subject}} come from?",
            "comes from {object}",
            "come from",
        )
    templates = {
        "statement": f"{{subject}} {says} {{object}}.",
        "claim": f"{{subject}} {says} {{object}}.",
        "ask_object": ask,
        "subject_trait": trait,
        "ask_subject": f"Which {row.noun} {trait}?",
        "subject_phrase": f"the {row.noun} {trait.removeprefix('is ')}"
        if is_in and says == "is in"
        else f"the {row.noun} that {trait}",
        "object_phrase": f"the {noun} that {{subject}} {says}",
        "ask_shared_object": f"Which {noun} do {{subjects}} come from?"
        if are == "come from"
        else f"Which {noun} are {{subjects}} in?",
        "alike_subjects": f"{are} the same {noun}",
        "ask_all_subjects": f"Which {row.plural} on our list {are} {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list {are} {{object}}?",
        "match": f"Match each {row.noun} with {row.its} {noun}.",
    }
    if are in ("live in", "took place in"):
        templates["ask_shared_object"] = f"Which {noun} do {{subjects}} have in common?"
    return Wording(templates, noun, plural(noun), AnswerType.PLACE)
