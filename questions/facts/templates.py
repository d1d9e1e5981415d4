"""The templates that a relation may have, and what may stand in each.

==============================  ===================================  ========================================
template                        what it is                           example
==============================  ===================================  ========================================
statement                       the fact as a sentence; required     {subject} plays {object}.
ask_object, ask_subject         asks for the object, or the subject  Who plays {object}?
ask_year                        asks for the year of a date          In which year was {subject} born?
subject_phrase                  a noun phrase for the subject        the actor who plays {object}
object_phrase                   a noun phrase for the object         the character played by {subject}
subject_trait                   a predicate, true of the subject     plays {object}
object_trait                    a predicate, true of the object      is played by {subject}
event                           a noun phrase for the dated event    the release of {subject}
ask_count, ask_count_subjects   how many objects, or subjects        How many parts does {subject} have?
ask_all, ask_all_subjects       name all objects, or subjects        Name the films by {subject}.
ask_shared_object               the object of several subjects       Who directed both {subjects}?
ask_shared_subject              the subject of several objects       Who won {objects}?
alike_objects, alike_subjects   what those of one other end share    were made by the same person
claim                           what one may believe or doubt        {subject} played {object} for free.
match                           what to do in a match-up             Match each actor with the character.
order                           what to do with moments in order     Put these moments of the story in order.
ask_first, ask_last             which of some came first, or last    Which of these was she first?
ask_most, ask_least             which of some has the most, least    Which of these rivers is longest?
unit                            what a number counts, and none of it episode|episodes|no episodes
past_ and any name but unit     in its place for facts with as_of    In {as_of}, {subject} was filming.
==============================  ===================================  ========================================

Placeholders: {subject}, {a_subject}, {subject_possessive}, {object}, {a_object}, {object_possessive};
{does_subject}, {does_object} where its kind is one of clauses ("does Trish kill Alisa"); {object_ordinal}
where the object is a number; {on_object}, and {when} in ask_object, where it is a date; {as_of} in past_
templates; {subjects} and {objects} where there are several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questions.facts.model import DATE, NUMBER, Relation

PAST = "past_"
SUBJECT_FORMS = ("subject", "a_subject", "subject_possessive", "does_subject")
NAME_FORMS_OF_OBJECT = ("a_object", "object_possessive", "does_object")
OBJECT_FORMS = ("object", *NAME_FORMS_OF_OBJECT, "object_ordinal", "on_object")
SEVERAL = {"ask_shared_object": "subjects", "ask_shared_subject": "objects"}
"""The templates that speak of several things at once, and the placeholder for them."""

PLACEHOLDERS = (*SUBJECT_FORMS, *OBJECT_FORMS, *SEVERAL.values(), "when", "as_of")

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """What a template must hold (and hold nothing else of), and which relations may have it."""

    subject: bool = False
    object: bool = False
    only_complete: bool = False
    only_object: str = ""  # "date" or "number"


_PRESENT: Mapping[str, Template] = {
    "statement": Template(subject=True, object=True),
    "ask_object": Template(subject=True),
    "ask_subject": Template(object=True),
    "subject_phrase": Template(object=True),
    "object_phrase": Template(subject=True),
    "subject_trait": Template(object=True),
    "object_trait": Template(subject=True),
    "ask_year": Template(subject=True, only_object=DATE),
    "event": Template(subject=True, only_object=DATE),
    "ask_count": Template(subject=True, only_complete=True),
    "ask_count_subjects": Template(object=True, only_complete=True),
    "ask_all": Template(subject=True, only_complete=True),
    "ask_all_subjects": Template(object=True, only_complete=True),
    "ask_shared_object": Template(),
    "ask_shared_subject": Template(),
    "alike_objects": Template(),
    "alike_subjects": Template(),
    "claim": Template(subject=True, object=True),
    "match": Template(),
    "order": Template(),
    "ask_first": Template(),
    "ask_last": Template(),
    "ask_most": Template(only_object=NUMBER),
    "ask_least": Template(only_object=NUMBER),
}
TEMPLATES: Mapping[str, Template] = {
    **_PRESENT,
    "unit": Template(only_object=NUMBER),
    **{PAST + name: template for name, template in _PRESENT.items()},
}


def faults_of_template(relation: Relation, name: str, text: str) -> Iterator[str]:
    """What is wrong with the template ``name`` of a relation, each with what to do."""
    template = TEMPLATES[name]
    if "{" in (rest := PLACEHOLDER.sub("", text)) or "}" in rest:
        yield f"{name} has a brace without its partner; write placeholders as {{name}}, and no other braces"
    placeholders = dict.fromkeys(PLACEHOLDER.findall(text))
    for placeholder in placeholders:
        fault = _fault_of_placeholder(relation, name, placeholder)
        if fault:
            yield f"{name} holds {{{placeholder}}}, {fault}"
    for side, needed, forms in (
        ("subject", template.subject, SUBJECT_FORMS),
        ("object", template.object, OBJECT_FORMS),
    ):
        if needed and not placeholders.keys() & set(forms):
            yield f"{name} does not hold {{{side}}} or a form of it; put it in"
    if (several := SEVERAL.get(name.removeprefix(PAST))) and several not in placeholders:
        yield f"{name} does not hold {{{several}}}; put it in"
    if template.only_complete and not relation.complete:
        yield f"{name} needs every true row to be listed; set complete = true if that is so, or remove {name}"
    if template.only_object and relation.object not in (template.only_object, ""):
        yield f"{name} is for relations whose object is a {template.only_object}; remove it"
    if name == "unit" and not re.fullmatch(r"[^|{}]*[^|{}\s][^|{}]*(?:\|[^|{}]*[^|{}\s][^|{}]*){1,2}", text):
        yield f'{name} is {text!r}; write singular and plural, as in "episode|episodes"'


def _fault_of_placeholder(relation: Relation, name: str, placeholder: str) -> str:
    template = TEMPLATES[name]
    if placeholder not in PLACEHOLDERS:
        return f"which is no placeholder; use one of {', '.join(PLACEHOLDERS)}"
    if placeholder in SEVERAL.values():
        if SEVERAL.get(name.removeprefix(PAST)) == placeholder:
            return ""
        return "which only templates that ask for what several share may hold; use another"
    if placeholder == "as_of":
        return "" if name.startswith(PAST) else f"which only past_ templates may; move it to {PAST}{name}"
    if placeholder == "when":
        if name.removeprefix(PAST) != "ask_object":
            return "which only ask_object may; word it without"
        return _unless_object_is(DATE, relation)
    if placeholder in SUBJECT_FORMS and not template.subject:
        return "the very thing it stands for or asks for; word it without" if template.object else _NEITHER
    if placeholder in OBJECT_FORMS and not template.object:
        return "the very thing it stands for or asks for; word it without" if template.subject else _NEITHER
    if placeholder == "on_object":
        return _unless_object_is(DATE, relation)
    if placeholder == "object_ordinal":
        return _unless_object_is(NUMBER, relation)
    if placeholder in NAME_FORMS_OF_OBJECT and not relation.links_entities:
        return f"but the object is a {relation.object}; use {{object}}"
    return ""


_NEITHER = "but it is the same for all facts; word it without"


def _unless_object_is(wanted: str, relation: Relation) -> str:
    if relation.object in (wanted, ""):
        return ""
    return f"which is for relations whose object is a {wanted}; use {{object}}"
