"""Columns of lists, and headers that have a verb of their own."""

from __future__ import annotations

import re

from questions.grammar.english import indefinite
from questions.interchange.tables import lexicon
from questions.interchange.tables.nouns import Sort, is_plural, plural, singular
from questions.interchange.tables.phrases import Phrase
from questions.interchange.tables.wording import RowNoun, Wording
from questions.question import AnswerType

_LISTED = re.compile(
    r"(?:official|available|native|endemic|popular|legal|\w+(?:ed|wn|de|lt|nd|en))"
    r" (?:in|on|at|as|for|from|to|with|by)"
)


def list_wording(name: str, row: RowNoun) -> Wording:
    """ "Peru's languages": each of them is one of several."""
    if _LISTED.fullmatch(name):
        return _done_to(name)
    many = name if is_plural(name.split()[-1]) else plural(name)
    one = singular(many)
    kind = one.split()[-1]
    of_several = (
        f"{indefinite(one, {})} of {{subject}}" if kind != one else f"one of the {many} of {{subject}}"
    )
    templates = {
        "statement": f"{{object}} is {of_several}.",
        "claim": f"{{object}} is {of_several}.",
        "object_trait": f"is {indefinite(one, {})} of {{subject}}"
        if kind != one
        else "is one of {subject_possessive}",
        "subject_trait": f"has {{object}} among {row.its} {many}",
        "alike_subjects": f"have one of their {many} in common",
        "alike_objects": f"are {many} of the same {row.noun}",
        "ask_all": f"What are the {many} of {{subject}}?",
        "ask_shared_object": f"Which {one} do {{subjects}} share?",
    }
    verb = lexicon.ROLES.get(one)
    if one in ("artist", "band", "singer", "performer"):
        verb = lexicon.ARTISTS.get(row.noun.split()[-1], verb)
    if one in lexicon.PLACES and row.sort is not Sort.PERSON:
        templates |= _in_places(one, many, row)
    if verb:
        templates |= {
            "statement": f"{{object}} is one of those who {verb.past} {{subject}}.",
            "object_trait": f"{verb.past} {{subject}}",
            "alike_objects": f"{verb.past} the same {row.noun}",
            "subject_trait": f"was {verb.participle} by {{object}}",
            "ask_all": f"Who {verb.past} {{subject}}?",
            "ask_shared_object": f"Who {verb.past} {{subjects}}?",
        }
        del templates["claim"]
    type = AnswerType.PERSON if verb or one in ("actor", "member", "star", "player") else AnswerType.TEXT
    return Wording(
        templates,
        kind,
        plural(kind),
        type,
        lower=one in lexicon.LOWER or one in ("ingredient", "genre"),
        interest=3,
    )


def _done_to(name: str) -> Wording:
    """ "Listed in", "Available on"."""
    templates = {
        "statement": f"{{subject}} is {name} {{object}}.",
        "claim": f"{{subject}} is {name} {{object}}.",
        "subject_trait": f"is {name} {{object}}",
        "alike_subjects": f"are {name} the same",
    }
    return Wording(templates, "thing", "things", interest=2)


def _in_places(one: str, many: str, row: RowNoun) -> dict[str, str]:
    """Where a thing is found, or what a river flows through."""
    if row.sort is Sort.TITLE:
        return {
            "statement": "{subject} comes from {object}.",
            "claim": "{subject} comes from {object}.",
            "object_trait": "is where {subject} comes from",
            "subject_trait": "comes from {object}",
            "alike_subjects": f"come from the same {one}",
            "ask_all": f"Which {many} does {{subject}} come from?",
            "ask_shared_object": f"Which {one} do {{subjects}} come from?",
        }
    river = row.noun.split()[-1] == "river"
    is_there, are = ("flows through", "flow through") if river else ("is found in", "are found in")
    has = "lies on {subject}" if river else "is home to {subject}"
    return {
        "statement": f"{{subject}} {is_there} {{object}}.",
        "claim": f"{{subject}} {is_there} {{object}}.",
        "object_trait": has,
        "alike_objects": f"lie on the same {row.noun}" if river else f"are home to the same {row.noun}",
        "subject_trait": f"{is_there} {{object}}",
        "alike_subjects": f"{are} the same {one}",
        "ask_all": f"Which {many} does {{subject}} flow through?"
        if river
        else f"In which {many} is {{subject}} found?",
        "ask_shared_object": f"Which {one} do {{subjects}} flow through?"
        if river
        else f"In which {one} are {{subjects}} found?",
    }


def phrase_wording(key: str, phrase: Phrase, row: RowNoun) -> Wording:
    """What a header with a verb of its own says of one thing."""
    phrase = phrase.past() if row.dead else phrase
    noun, says, templates = _of_phrase(key, phrase, row)
    templates |= {
        "ask_object": phrase.ask.replace("{noun}", row.noun),
        "ask_subject": f"Which {row.noun} {says}?",
        "subject_phrase": f"the {row.noun} that {says}",
        "ask_all_subjects": f"Which {row.plural} on our list {phrase.say}?",
        "ask_count_subjects": f"How many {row.plural} on our list {phrase.say}?",
        "match": f"Match each {row.noun} with {row.its} {noun}.",
    }
    return Wording(templates, noun, plural(noun), phrase.type, phrase.lower, phrase.article, phrase.interest)


def list_phrase(key: str, phrase: Phrase, row: RowNoun) -> Wording:
    """What a header with a verb of its own says of several things."""
    noun, _, templates = _of_phrase(key, phrase, row)
    ask_all = (phrase.ask_all or phrase.ask).replace("{plural}", row.plural).replace("{noun}", row.noun)
    of = phrase.of or "goes with {subject}"
    alike = re.sub(r"^(\w+?)(?:(?<=go)e)?s\b", r"\1", of).replace("{subject}", f"the same {row.noun}")
    templates |= {"object_trait": of, "alike_objects": alike, "ask_all": ask_all}
    return Wording(templates, noun, plural(noun), phrase.type, phrase.lower, phrase.article, phrase.interest)


def _of_phrase(key: str, phrase: Phrase, row: RowNoun) -> tuple[str, str, dict[str, str]]:
    """What the objects are called, what is said of a row, and the templates that both sorts have."""
    noun = (phrase.noun or singular(key)).replace("{noun}", row.noun)
    says = phrase.says.replace(" its ", f" {row.its} ")
    same = re.sub(rf"(?:the )?\{{(?:a_)?object\}}(?: {noun})?", f"the same {noun.split()[-1]}", phrase.say)
    same = re.sub(r"^are the same state\b", "are in the same state", same)
    shared = re.sub(r"\b(does|did|is) \{subject\}", _of_several, phrase.ask).replace("{noun}", row.noun)
    templates = {
        "statement": f"{{subject}} {says}.",
        "claim": f"{{subject}} {says}.",
        "subject_trait": says,
        "alike_subjects": same,
        "ask_shared_object": shared.replace("{subject}", "{subjects}"),
    }
    return noun, says, templates


def _of_several(verb: re.Match[str]) -> str:
    return f"{ {'does': 'do', 'is': 'are'}.get(verb[1], verb[1]) } {{subjects}}"
