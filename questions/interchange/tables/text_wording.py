"""Columns of names and words: the first frame that fits a header says how it is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from questions.interchange.tables import lexicon
from questions.interchange.tables.list_wording import list_phrase, list_wording, phrase_wording
from questions.interchange.tables.nouns import Sort, is_plural, plural
from questions.interchange.tables.people_wording import artist, done_by_somebody, role, who
from questions.interchange.tables.phrases import PHRASES, fitting
from questions.interchange.tables.place_wording import birthplace, place
from questions.interchange.tables.wording import RowNoun, Wording, key_of, spoken
from questions.interchange.tables.wordlist import words
from questions.question import AnswerType


def text_wording(header: str, row: RowNoun, values: Sequence[str] = (), *, many: bool = False) -> Wording:
    """The wording of a column of names or words; ``many`` of a column of lists."""
    key = key_of(header)
    phrase = PHRASES.get(key)
    if phrase and not many:
        return phrase_wording(key, fitting(phrase, row, values), row)
    name = spoken(header if _NAMES.fullmatch(header) else re.sub(r"(?i)[\s_]+names?$", "", header))
    if many:
        wording = list_phrase(key, phrase, row) if phrase else list_wording(name, row)
        kept = {name: text for name, text in wording.templates.items() if name != "ask_all"}
        if key in lexicon.DISPUTED:
            kept = {name: text for name, text in kept.items() if name in ("statement", "ask_shared_object")}
        return replace(wording, templates=kept) if key in lexicon.OPEN_LISTS | lexicon.DISPUTED else wording
    if key in _KINDS and key != "category" and values and all(map(_is_noun, values)):
        return _is_one(key, row)
    for frame in (
        artist,
        role,
        done_by_somebody,
        birthplace,
        place,
        _known_for,
        _participle,
        _nationality,
        _colour,
        _kind,
        who,
    ):
        if worded := frame(key, row):
            return worded
    return _plain(name, row)


def _known_for(key: str, row: RowNoun) -> Wording | None:
    if key not in lexicon.KNOWN_FOR:
        return None
    it = "they are" if row.sort is Sort.PERSON else "it is"
    templates = {
        "statement": "{subject} is known for {object}.",
        "claim": "{subject} is known for {object}.",
        "ask_object": "What is {subject} known for?",
        "ask_subject": f"Which {row.noun} is known for {{object}}?",
        "subject_trait": "is known for {object}",
        "subject_phrase": f"the {row.noun} known for {{object}}",
        "match": f"Match each {row.noun} with what {it} known for.",
    }
    return Wording(templates, "thing", "things", interest=5, identifies=True, typed=False)


_PARTICIPLE = re.compile(
    r"(official|available|native|endemic|popular|legal|\w+ed|made|set|built|born|found|known|written|sold|held|drawn|spoken|won|shot|sung|grown|eaten|worn|kept)"
    r"(?: (after|for|on|in|of|from|to|as|at|with|near|into|over|against))?"
)


_DONE_ONCE = words(
    """
    filmed founded invented discovered written built painted published released recorded produced
    launched created signed shot fought assassinated crowned opened
    """
)


def _participle(key: str, row: RowNoun) -> Wording | None:
    """ "Named after", "Based on", "Filmed in"."""
    found = _PARTICIPLE.fullmatch(key)
    if found is None or not (found[2] or found[1] in lexicon.DONE_SOMEHOW):
        return None
    done, preposition = found[1], found[2] or ""
    is_ = "was" if done in _DONE_ONCE else "is"
    what = "Where" if preposition in ("in", "at", "near") else "What" if preposition else "How"
    at_end = f" {preposition}" if what == "What" else ""
    are = "were" if is_ == "was" else "are"
    it = "they are" if row.sort is Sort.PERSON else f"it {is_}"
    with_what = f"what {it} {key}" if what == "What" else f"{what.lower()} {it} {done}"
    templates = {
        "statement": f"{{subject}} {is_} {key} {{object}}.",
        "claim": f"{{subject}} {is_} {key} {{object}}.",
        "ask_object": f"{what} {is_} {{subject}} {done}{at_end}?",
        "ask_subject": f"Which {row.noun} {is_} {key} {{object}}?",
        "subject_trait": f"{is_} {key} {{object}}",
        "subject_phrase": f"the {row.noun} {key} {{object}}",
        "ask_all_subjects": f"Which {row.plural} on our list {are} {key} {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list {are} {key} {{object}}?",
        "match": f"Match each {row.noun} with {with_what}.",
    }
    return Wording(templates, "thing", "things", interest=4, lower=not preposition)


def _nationality(key: str, row: RowNoun) -> Wording | None:
    if key not in ("nationality", "citizenship"):
        return None
    templates = {
        "statement": "{subject} is {object}.",
        "claim": "{subject} is {object}.",
        "ask_object": "What nationality is {subject}?",
        "subject_trait": "is {object}",
        "alike_subjects": "have the same nationality",
        "ask_shared_object": "Which nationality do {subjects} share?",
        "ask_all_subjects": f"Which {row.plural} on our list are {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list are {{object}}?",
        "match": f"Match each {row.noun} with {row.its} nationality.",
    }
    return Wording(templates, "nationality", "nationalities")


def _colour(key: str, row: RowNoun) -> Wording | None:
    if key not in ("colour", "color"):
        return None
    templates = {
        "statement": "{subject} is {object}.",
        "claim": "{subject} is {object}.",
        "ask_object": f"What {key} is {{subject}}?",
        "ask_subject": f"Which {row.noun} is {{object}}?",
        "subject_trait": "is {object}",
        "alike_subjects": f"have the same {key}",
        "ask_shared_object": f"What {key} are {{subjects}}?",
        "match": f"Match each {row.noun} with {row.its} {key}.",
    }
    return Wording(templates, key, plural(key), lower=True)


_NAMES = re.compile(
    r"(?i)(?:full|real|first|middle|last|family|maiden|birth|stage|pen|code|latin|scientific|common|trade|brand"
    r"|nick|former|old|original|official|native|local|other|german|french|regnal|given|short|long)[ _]?names?"
)
_KINDS = ("type", "kind", "category", "class", "classification")


_ADJECTIVE = re.compile(r"(?:al|ic|ous|ive|ary|ful|less|ent|ant|ed|ish|ble|ese|oid)$")


_NOUN_ALL_THE_SAME = re.compile(
    r"(?:metal|mammal|animal|crystal|mineral|festival|hospital|music|fabric|asteroid|planet)$"
)


def _is_noun(value: str) -> bool:
    """Whether one can say of a thing that it is a such: "a gas giant", not "a terrestrial"."""
    last = value.casefold().split()[-1]
    adjective = _ADJECTIVE.search(last) and not _NOUN_ALL_THE_SAME.search(last)
    return not adjective and last.isalpha() and len(last) > 2 and not is_plural(last)


def _is_one(key: str, row: RowNoun) -> Wording:
    """ "Tin is a metal." """
    templates = {
        "statement": "{subject} is {a_object}.",
        "claim": "{subject} is {a_object}.",
        "ask_object": f"What {'type' if key == 'classification' else key} of {row.noun} is {{subject}}?",
        "subject_trait": "is {a_object}",
        "alike_subjects": f"are of the same {key}",
        "ask_shared_object": f"Which {key} of {row.noun} do {{subjects}} belong to?",
        "ask_all_subjects": f"Of which {row.plural} on our list can one say: it is {{a_object}}?",
    }
    return Wording(templates, key, plural(key), lower=True)


def _kind(key: str, row: RowNoun) -> Wording | None:
    if key not in _KINDS or row.sort is Sort.PERSON:
        return None
    templates = {
        "statement": f"{{subject}} is of the {key} “{{object}}”.",
        "ask_object": f"What {'type' if key == 'type' else key} of {row.noun} is {{subject}}?",
        "subject_trait": f"is of the {key} “{{object}}”",
        "alike_subjects": f"are of the same {key}",
        "ask_shared_object": f"What {key} of {row.noun} are {{subjects}}?",
        "ask_all_subjects": f"Which {row.plural} on our list are of the {key} “{{object}}”?",
    }
    return Wording(templates, key, plural(key), lower=True, interest=2)


def _plain(name: str, row: RowNoun) -> Wording:
    """ "The capital of Peru is Lima." """
    if is_plural(name.split()[-1]):
        return _plain_plural(name, row)
    of = "in" if row.sort is Sort.PLACE and re.match(r"(?:\w+est|main|most \w+)\b", name) else "of"
    templates = {
        "statement": f"The {name} {of} {{subject}} is {{object}}.",
        "claim": f"The {name} {of} {{subject}} is {{object}}.",
        "ask_object": f"What is the {name} {of} {{subject}}?",
        "ask_subject": f"Which {row.noun} has the {name} {{object}}?",
        "subject_trait": f"has the {name} {{object}}",
        "subject_phrase": f"the {row.noun} whose {name} is {{object}}",
        "object_phrase": f"the {name} {of} {{subject}}",
        "ask_shared_object": f"Which {name} do {{subjects}} have in common?",
        "alike_subjects": f"have the same {name}",
        "ask_all_subjects": f"Which {row.plural} on our list have the {name} {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list have the {name} {{object}}?",
        "match": f"Match each {row.noun} with {row.its} {name}.",
    }
    if of == "in":
        templates["ask_subject"] = f"Of which {row.noun} is {{object}} the {name}?"
        templates["subject_trait"] = f"has {{object}} as {row.its} {name}"
    if name in lexicon.STAND_INS:
        del templates["subject_phrase"]
    last = name.split()[-1]
    identifies = last in lexicon.IDENTIFYING or name in lexicon.IDENTIFYING
    place = last in lexicon.PLACES | {"capital", "headquarters"}
    if place and identifies:
        templates["ask_subject"] = f"{{object}} is the {name} of which {row.noun}?"
    return Wording(
        templates,
        name,
        plural(name),
        AnswerType.PLACE if place else AnswerType.TEXT,
        name in lexicon.LOWER,
        interest=4,
        identifies=identifies,
    )


def _plain_plural(name: str, row: RowNoun) -> Wording:
    templates = {
        "statement": f"The {name} of {{subject}} are {{object}}.",
        "ask_object": f"What are the {name} of {{subject}}?",
        "ask_subject": f"Which {row.noun} has the {name} {{object}}?",
        "subject_trait": f"has the {name} {{object}}",
        "match": f"Match each {row.noun} with {row.its} {name}.",
    }
    return Wording(templates, name, name)
