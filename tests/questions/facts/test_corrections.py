"""A pack as one server has corrected it: every question made of a fact follows."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from time import process_time

import pytest

from questions.bank import Bank, QuizRequest
from questions.facts.corrections import (
    Change,
    Correction,
    CorrectionKind,
    FactFault,
    OwnFact,
    answer_entity,
    corrected,
    fact_of,
    fault_of,
    fault_of_override,
)
from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.question import Question
from tests.support.fact_bases import base, fact, relation

MADE = relation(
    "made", ask_object="Which film did {subject} make?", ask_subject="Who made {object}?", objects="one"
)
BORN = relation("born", "{subject} was born in {object}.", object="date", objects="one", subjects="many")
LENGTH = relation(
    "length", "{subject} took {object} minutes.", subject="film", object="number", objects="one"
)
BEFORE = replace(relation("before", "{subject} came before {object}.", subject="film"), ordered=True)
RELATIONS = [
    MADE,
    replace(BORN, wording={"ask_object": "When was {subject} born?"}),
    LENGTH,
    BEFORE,
    relation("lives", "{subject} lives in {object}.", object="place", complete=True, objects="one"),
]
FACTS = [
    fact("ada", "made", "dusk"),
    fact("ben", "made", "dawn"),
    fact("cat", "made", "noon"),
    fact("dan", "made", "night"),
    fact("ada", "born", "1950"),
    fact("dusk", "before", "dawn"),
    fact("ada", "lives", "rome"),
]
SMALL = base(RELATIONS, FACTS, names={"dusk": ("Dusk", "The Dusk")})


def of(changes: list[Change], source: FactBase = SMALL) -> list[Question]:
    return list(all_questions(corrected(source, changes), 0))


def correction(kind: CorrectionKind, target: str, value: str = "") -> Correction:
    return Correction("small", kind, target, value)


def own(subject: str, relation: str, object: str) -> OwnFact:
    return OwnFact("small", relation, subject, object, "The Daily", topic="Ours", level=3)


def test_nothing_is_asked_about_a_retired_fact_nor_concluded_from_its_absence() -> None:
    questions = of([correction(CorrectionKind.RETIRE, "ada/made/dusk")])
    assert questions
    assert not [one for one in questions if "ada/made/dusk" in one.facts]
    wrong = [choice.text for one in questions if one.prompt == "Who made Dusk?" for choice in one.choices]
    assert "Ada" not in wrong


def test_a_list_with_a_retired_row_is_no_longer_complete() -> None:
    after = corrected(SMALL, [correction(CorrectionKind.RETIRE, "ada/lives/rome")])
    assert SMALL.relations["lives"].complete
    assert not after.relations["lives"].complete


def test_an_override_holds_in_every_question_made_of_the_fact() -> None:
    questions = of([correction(CorrectionKind.OVERRIDE, "ada/made/dusk", "Twilight")])
    answers = {one.prompt: one.answer.text for one in questions if one.kind == "look_up"}
    assert answers["Which film did Ada make?"] == "Twilight"
    assert answers["Who made Twilight?"] == "Ada"
    assert "Who made Dusk?" not in answers


def test_an_override_may_name_a_thing_of_the_pack_a_date_or_nothing_that_fits() -> None:
    free = corrected(SMALL, [correction(CorrectionKind.RETIRE, "ben/made/dawn")])
    after = corrected(free, [correction(CorrectionKind.OVERRIDE, "ada/made/dusk", "dawn")])
    assert fact_of(after, "ada/made/dawn") is not None
    after = corrected(SMALL, [correction(CorrectionKind.OVERRIDE, "ada/born/1950", "1951-02")])
    assert fact_of(after, "ada/born/1951-02") is not None
    assert corrected(SMALL, [correction(CorrectionKind.OVERRIDE, "ada/born/1950", "soon")]) == SMALL
    born = fact_of(SMALL, "ada/born/1950")
    assert born is not None
    assert fault_of_override(SMALL, born, "soon") is FactFault.NO_DATE
    assert fault_of_override(SMALL, born, "1951") is None


def test_one_more_alias_is_accepted_in_every_question_with_that_answer() -> None:
    alias = correction(CorrectionKind.ALIAS, "dusk", "Sundown")
    asked = [one for one in of([alias, alias]) if one.answer.text == "Dusk"]
    assert asked
    assert all(one.answer.forms == ("Dusk", "The Dusk", "Sundown") for one in asked)


def test_the_entity_behind_an_answer_is_found() -> None:
    made = fact_of(SMALL, "ada/made/dusk")
    assert made is not None
    for forms, id in ((("dusk",), "dusk"), (("Ada", "x"), "ada"), (("Rome",), None)):
        entity = answer_entity(SMALL, made, forms)
        assert (entity.id if entity else None) == id


def test_a_fact_of_a_server_s_own_becomes_questions_with_its_source() -> None:
    fact = own("Eve", "made", "Morning")
    id = corrected(SMALL, [fact]).facts[-1].id
    asked = [one for one in of([fact]) if id in one.facts]
    assert {"Which film did Eve make?", "Who made Morning?"} <= {one.prompt for one in asked}
    assert {citation.title for one in asked for citation in one.citations} >= {"The Daily"}
    assert {one.topic for one in asked if one.facts[0] == id} == {"Ours"}


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        (own("Eve", "made", "Morning"), None),
        (own("ADA", "born", "1960"), FactFault.OTHER_OBJECT),
        (own("Eve", "born", "1960-13"), FactFault.NO_DATE),
        (own("Morning", "length", "ninety"), FactFault.NO_NUMBER),
        (own("Morning", "length", "NaN"), FactFault.NO_NUMBER),
        (own("Eve", "sang", "Morning"), FactFault.NO_RELATION),
        (own("!", "made", "Morning"), FactFault.NO_NAME),
        (own("Ada", "made", "the dusk"), FactFault.KNOWN),
        (own("Eve", "made", "Dusk"), FactFault.OTHER_SUBJECT),
        (own("Dawn", "before", "Dawn"), FactFault.ITSELF),
        (own("Dawn", "before", "Dusk"), FactFault.CIRCLE),
    ],
)
def test_a_fact_that_does_not_fit_is_told_why(fact: OwnFact, fault: FactFault | None) -> None:
    assert fault_of(SMALL, fact) is fault
    assert (corrected(SMALL, [fact]) == SMALL) is (fault is not None)


def test_a_change_that_fits_no_longer_is_passed_over() -> None:
    gone: list[Change] = [
        correction(CorrectionKind.RETIRE, "nobody/made/nothing"),
        correction(CorrectionKind.OVERRIDE, "x", "y"),
        correction(CorrectionKind.ALIAS, "nobody", "y"),
    ]
    assert corrected(SMALL, gone) == SMALL


def test_two_new_names_that_are_written_alike_stay_two_things() -> None:
    after = corrected(SMALL, [own("Eve", "made", "C"), own("Fay", "made", "C#")])
    assert len({one.object for one in after.by_relation["made"]}) == len(FACTS) - 1


def test_the_bank_asks_a_server_by_its_own_changes_and_others_by_the_pack() -> None:
    bank = Bank([SMALL])
    changes = {"small": (correction(CorrectionKind.OVERRIDE, "ada/made/dusk", "Twilight"),)}
    plain = {one.prompt for one in bank.draw(QuizRequest(20), Random(1))}
    changed = {one.prompt for one in bank.draw(QuizRequest(20, changes=changes), Random(1))}
    assert not [prompt for prompt in plain if "Twilight" in prompt]
    assert not [prompt for prompt in changed if "Dusk" in prompt and "Twilight" not in prompt]
    assert bank.base("small") is SMALL
    assert bank.base("other") is None


@pytest.mark.parametrize("number", ["1e99999999", "-1e-99999999", "9" * 30, "1e30"])
def test_a_number_of_absurdly_many_digits_is_refused(number: str) -> None:
    assert fault_of(SMALL, own("Morning", "length", number)) is FactFault.NO_NUMBER


def test_a_thousand_facts_of_a_server_are_added_in_one_go() -> None:
    facts = [own(f"Person {number}", "made", f"Film {number}") for number in range(1_000)]
    began = process_time()
    assert len(corrected(SMALL, facts).facts) == len(SMALL.facts) + 1_000
    assert process_time() - began < 0.5
