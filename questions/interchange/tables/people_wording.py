"""Columns of people, and of whoever did something to the thing of a row."""

from __future__ import annotations

import re

from questions.interchange.tables import lexicon
from questions.interchange.tables.nouns import Sort, plural, singular
from questions.interchange.tables.wording import RowNoun, Wording
from questions.question import AnswerType

_SHARED_WORK = ("discovered", "invented", "developed", "produced", "founded", "created")
"""What several people often did, so that another name may be right as well."""


def role(key: str, row: RowNoun) -> Wording | None:
    verb = lexicon.ROLES.get(key)
    if row.sort is Sort.PERSON and key in ("publisher", "developer", "manufacturer"):
        return None
    return None if verb is None else _done_by(key, verb, row)


def artist(key: str, row: RowNoun) -> Wording | None:
    verb = lexicon.ARTISTS.get(row.noun.casefold().split()[-1]) if row.noun else None
    return _done_by(key, verb, row) if key in ("artist", "band", "singer", "performer") and verb else None


def done_by_somebody(key: str, row: RowNoun) -> Wording | None:
    """ "Discovered by"."""
    found = re.fullmatch(r"(\w+ed|written|built|won|sung|made|drawn|led|held) by", key)
    if found is None:
        return None
    participle = found[1]
    past = {"written": "wrote", "sung": "sang", "drawn": "drew"}.get(participle, participle)
    return _done_by("", lexicon.Verb(past, "", participle), row)


def _done_by(key: str, verb: lexicon.Verb, row: RowNoun) -> Wording:
    """Somebody did something to the thing of a row."""
    host = key.startswith("host")
    what = singular(key.removeprefix("host ")) if key.startswith("host ") else ""
    asked = f"Which {what}" if what else "Who"
    templates = {
        "statement": f"{{object}} {verb.past} {{subject}}.",
        "claim": f"{{object}} {verb.past} {{subject}}.",
        "ask_object": f"{asked} {verb.past} {{subject}}?",
        "subject_trait": f"was {verb.participle} by {{object}}",
        "object_trait": f"{verb.past} {{subject}}",
        "subject_phrase": f"the {row.noun} that {{object}} {verb.past}",
        "ask_shared_object": f"{asked} {verb.past} {{subjects}}?",
        "alike_subjects": f"were {verb.participle} by the same {what or 'hand'}",
        "ask_all_subjects": f"Which {row.plural} on our list were {verb.participle} by {{object}}?",
        "match": f"Match each {row.noun} with {row.its} {singular(key)}."
        if key
        else f"Match each {row.noun} with who {verb.past} it.",
    }
    if alike := {"won": "side", "hosted": "side", "published": "company", "made": "company"}.get(verb.past):
        templates["alike_subjects"] = f"were {verb.participle} by the same {what or alike}"
    if verb.base:
        templates["ask_subject"] = f"Which {row.noun} did {{object}} {verb.base}?"
    if key and not host:
        templates["object_phrase"] = f"the {singular(key)} of {{subject}}"
    noun = what or (singular(key) if key else "person")
    type = (
        AnswerType.PLACE
        if host
        else AnswerType.PERSON
        if verb.past not in ("won", "made", "published", "developed")
        else AnswerType.TEXT
    )
    alone = verb.past not in _SHARED_WORK
    return Wording(templates, noun, plural(noun), type, interest=4 if alone else 2, typed=alone)


def who(key: str, row: RowNoun) -> Wording | None:
    if key not in lexicon.WHO:
        return None
    if key in ("actor", "actress", "star", "lead", "played by", "voice actor", "lead actor", "lead actress"):
        verb = (
            lexicon.Verb("plays", "play", "played")
            if row.sort is Sort.PERSON
            else lexicon.Verb("stars in", "star in", "")
        )
        if verb.participle:
            return _done_by("actor", verb, row)
    is_over = row.sort is Sort.EVENT or key.startswith(("vice ", "first lady"))
    is_, has, have = ("was", "had", "had") if is_over else ("is", "has", "have")
    of = "in" if row.sort is Sort.EVENT else "of"
    noun = singular(key)
    templates = {
        "statement": f"The {noun} {of} {{subject}} {is_} {{object}}.",
        "claim": f"The {noun} {of} {{subject}} {is_} {{object}}.",
        "ask_object": f"Who {is_} the {noun} {of} {{subject}}?",
        "ask_subject": f"Which {row.noun} {has} {{object}} as {row.its} {noun}?",
        "subject_trait": f"{has} {{object}} as {row.its} {noun}",
        "object_phrase": f"the {noun} {of} {{subject}}",
        "subject_phrase": f"the {row.noun} whose {noun} {is_} {{object}}",
        "ask_shared_object": f"Who {is_} the {noun} {of} {{subjects}}?",
        "alike_subjects": f"{have} the same {noun}",
        "ask_all_subjects": f"Which {row.plural} on our list {have} {{object}} as their {noun}?",
        "match": f"Match each {row.noun} with {row.its} {noun}.",
    }
    identifies = key in lexicon.IDENTIFYING
    return Wording(templates, noun, plural(noun), AnswerType.PERSON, interest=4, identifies=identifies)
