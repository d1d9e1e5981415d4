"""Faults of templates, each told at the template's own line."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import TEMPLATES, load_pack
from tests.questions.facts.broken import assert_problems
from tests.support.packs import entity, fact, kind, relation, write_pack

STATEMENT_LINE = 7
"""Where write_pack puts the statement of the first relation; its other templates follow."""

FAULTS: list[tuple[str, str, str, list[str]]] = [
    ("film", "statement", "{subject} made {film}.",
        ["does not hold {object}", "{film}, which is no placeholder"]),
    ("film", "statement", "{subject} made {}: {object}.", ["{}, which is no placeholder"]),
    ("film", "statement", "{subject.name} made {object}.",
        ["does not hold {subject}", "{subject.name}, which is no"]),
    ("film", "statement", "{subject!r} made {object}.", ["does not hold {subject}", "{subject!r}"]),
    ("film", "statement", "{subject} made {object.", ["brace without its partner", "does not hold {object}"]),
    ("film", "statement", "{subject} made {object}}.", ["brace without its partner"]),
    ("film", "statement", "{{subject}} made {object}.", ["brace without its partner"]),
    ("film", "statement", "{subject} made it.", ["does not hold {object}"]),
    ("film", "statement", "{object} was made.", ["does not hold {subject}"]),
    ("film", "ask_object", "Which film?", ["ask_object does not hold {subject}"]),
    ("film", "ask_object", "Did {subject} make {object}?", ["ask_object holds {object}, the very thing"]),
    ("film", "ask_object", "Did {subject} make {a_object}?", ["ask_object holds {a_object}, the very thing"]),
    ("film", "ask_subject", "Did {subject} make {object}?", ["ask_subject holds {subject}, the very thing"]),
    ("film", "ask_subject", "Who?", ["ask_subject does not hold {object}"]),
    ("film", "subject_phrase", "the maker", ["subject_phrase does not hold {object}"]),
    ("film", "object_phrase", "the film {object}",
        ["does not hold {subject}", "holds {object}, the very thing"]),
    ("film", "subject_trait", "{subject_possessive} {object}",
        ["holds {subject_possessive}, the very thing"]),
    ("film", "object_trait", "is a film", ["object_trait does not hold {subject}"]),
    ("film", "ask_count", "How many has {subject}?", ["ask_count needs every true row to be listed"]),
    ("film", "ask_count_subjects", "How many has {object}?", ["needs every true row to be listed"]),
    ("film", "ask_all", "Name all of {subject}.", ["needs every true row to be listed"]),
    ("film", "ask_all_subjects", "Name all of {object}.", ["needs every true row to be listed"]),
    ("film", "past_ask_all", "Name all of {subject}.", ["past_ask_all needs every true row to be listed"]),
    ("film", "match", "Match {subject}.", ["match holds {subject}, but it is the same for all facts"]),
    ("film", "event", "the making by {subject}", ["event is for relations whose object is a date"]),
    ("film", "unit", "film|films", ["unit is for relations whose object is a number"]),
    ("film", "ask_object", "{when} did {subject}?",
        ["{when}, which is for relations whose object is a date"]),
    ("film", "statement", "{subject} {on_object}.",
        ["{on_object}, which is for relations whose object is a date"]),
    ("film", "statement", "{subject} {object_ordinal}.", ["{object_ordinal}, which is for"]),
    ("film", "statement", "{subject} {object} in {as_of}.", ["{as_of}, which only past_ templates may"]),
    ("film", "past_statement", "In {as_of}, {subject}.", ["past_statement does not hold {object}"]),
    ("date", "statement", "{subject} {when} {object}.", ["{when}, which only ask_object may"]),
    ("date", "statement", "{subject} {object_ordinal}.", ["{object_ordinal}, which is for"]),
    ("date", "statement", "{subject} {a_object}.", ["{a_object}, but the object is a date"]),
    ("date", "event", "the {object} event",
        ["event does not hold {subject}", "event holds {object}, the very"]),
    ("number", "statement", "{subject} {on_object}.", ["{on_object}, which is for"]),
    ("number", "statement", "{subject} {object_possessive}.",
        ["{object_possessive}, but the object is a number"]),
    ("number", "unit", "films", ["unit is 'films'; write singular and plural"]),
    ("number", "unit", "film|", ["unit is 'film|'"]),
    ("number", "unit", "{object}|films",
        ["{object}, but it is the same for all", "unit is '{object}|films'"]),
    ("number", "past_unit", "film|films", ["unknown key 'past_unit'"]),
    ("number", "ask_object", "", ["ask_object is empty"]),
]  # fmt: skip

FITTING: list[tuple[str, str, str]] = [
    ("film", "statement", "{subject_possessive} work was {a_object}."),
    ("film", "ask_object", "What did {a_subject} make?"),
    ("film", "ask_subject", "Whose is {object_possessive} fame?"),
    ("film", "past_ask_object", "What did {subject} make in {as_of}?"),
    ("film", "past_statement", "In {as_of}, {subject} made {object}."),
    ("film", "match", "Match each maker with the film."),
    ("film", "alike_objects", "were made by the same person"),
    ("date", "ask_object", "{when} was {subject} made?"),
    ("date", "past_ask_object", "{when} was {subject} to be made, in {as_of}?"),
    ("date", "statement", "{subject} was made {on_object}."),
    ("date", "event", "the making by {subject}"),
    ("number", "statement", "{subject} made the {object_ordinal} film."),
    ("number", "unit", "feature film|feature films"),
]

OBJECTS = {"film": "dawn", "date": "2019", "number": "3"}


def pack_with(tmp_path: Path, object: str, template: str, text: str) -> Path:
    return write_pack(
        tmp_path / "films",
        kinds={"film": kind("film")},
        relations={"made": {**relation(object=object), template: text}},
        entities=[entity("ann"), entity("dawn", "film")],
        facts=[fact("ann", "made", OBJECTS[object])],
    )


@pytest.mark.parametrize(("object", "template", "text", "parts"), FAULTS)
def test_a_fault_in_a_template_is_told(
    tmp_path: Path, object: str, template: str, text: str, parts: list[str]
) -> None:
    pack = pack_with(tmp_path, object, template, text)
    line = STATEMENT_LINE + (template != "statement")
    assert_problems(pack, *(("relations.toml", line, part) for part in parts))


@pytest.mark.parametrize(("object", "template", "text"), FITTING)
def test_a_template_may_hold_the_forms_that_fit_its_relation(
    tmp_path: Path, object: str, template: str, text: str
) -> None:
    relation = load_pack(pack_with(tmp_path, object, template, text)).relations["made"]
    assert text in (relation.statement, relation.wording.get(template))


def test_every_template_but_the_unit_has_a_past_twin() -> None:
    present = [name for name in TEMPLATES if not name.startswith("past_")]
    assert [name for name in present if f"past_{name}" not in TEMPLATES] == ["unit"]


@pytest.mark.parametrize("number", ["0", "2.5", "-1"])
def test_a_number_without_an_ordinal_is_told_where_templates_use_it(tmp_path: Path, number: str) -> None:
    pack = write_pack(
        tmp_path / "films",
        relations={"rank": relation(object="number", statement="{subject} was the {object_ordinal}.")},
        entities=[entity("ann")],
        facts=[fact("ann", "rank", number)],
    )
    assert_problems(pack, ("facts.csv", 2, "has no ordinal"))


def test_templates_for_lists_and_counts_fit_complete_relations(tmp_path: Path) -> None:
    pack = write_pack(
        tmp_path / "films",
        relations={
            "made": relation(
                complete=True,
                ask_count="How many films has {subject} made?",
                ask_count_subjects="How many people made {object}?",
                ask_all="Name the films of {subject}.",
                ask_all_subjects="Name the makers of {object}.",
            )
        },
        entities=[entity("ann"), entity("dawn", "film")],
        facts=[fact("ann", "made", "dawn")],
    )
    assert load_pack(pack).relations["made"].complete
