"""Templates filled with names, dates and numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from questions.dates import PartialDate
from questions.generators.wording import fact_record, statement
from questions.grammar.filling import Slot, Slots, fill
from tests.support.fact_bases import base, fact, relation

HAND = Slot("The Hand")
SHOW = Slot("The Punisher", title=True)
JONES = Slot("Jessica Jones")


def filled(text: str, subject: Slot = JONES, object: Slot = JONES) -> str:
    return fill(text, Slots(subject, object))


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("{subject} fights.", HAND, "The Hand fights."),
        ("Who fights {subject}?", HAND, "Who fights the Hand?"),
        ("Who saw {subject}?", SHOW, "Who saw The Punisher?"),
        ("Who left the {subject} cast?", SHOW, "Who left the Punisher cast?"),
        ("Who is a {subject} fan?", HAND, "Who is a Hand fan?"),
        ("It ends. {subject} returns.", HAND, "It ends. The Hand returns."),
        ("{subject_possessive} end", HAND, "The Hand's end"),
        ("the end of {subject_possessive} reign", HAND, "The end of the Hand's reign"),
        ("Is it {a_subject}?", Slot("actor"), "Is it an actor?"),
        ("Is it {a_subject}?", HAND, "Is it the Hand?"),
        ("It was made by {subject}.", Slot("Marvel Inc."), "It was made by Marvel Inc."),
        ("The song is {subject}.", Slot("Oh!", title=True), "The song is Oh!"),
        (
            "In which season {does_subject}?",
            Slot("Ann finds Bo", does="does Ann find Bo"),
            "In which season does Ann find Bo?",
        ),
        ("Who met {subjects}?", Slot("Ann and Bo"), "Who met Ann and Bo?"),
        ("Season {subject}", Slot("eBay"), "Season eBay"),
    ],
)
def test_names_fit_their_place_in_the_sentence(text: str, subject: Slot, expected: str) -> None:
    assert filled(text, subject) == expected


def test_a_phrase_replaces_the_noun_that_stands_before_it() -> None:
    phrase = Slot("the episode that Ritter directed", phrase=True)
    assert filled("On whom does the episode {subject} centre?", phrase) == (
        "On whom does the episode that Ritter directed centre?"
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (PartialDate(2019, 6, 14), "On what date was it? It was on 14 June 2019."),
        (PartialDate(2019, 6), "In which month and year was it? It was in June 2019."),
        (PartialDate(2015), "In which year was it? It was in 2015."),
    ],
)
def test_dates_bring_their_preposition_and_question_word(date: PartialDate, expected: str) -> None:
    slot = Slot("", value=date)
    assert filled("{when} was it? It was {on_object}.", object=slot) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("It has {object}.", 13, "It has 13 episodes."),
        ("It has {object}.", 1, "It has 1 episode."),
        ("It has {object} episodes.", 13, "It has 13 episodes."),
        ("It is the {object_ordinal} episode.", 2, "It is the second episode."),
    ],
)
def test_numbers_take_their_unit_once(text: str, number: int, expected: str) -> None:
    slot = Slot(str(number), value=Decimal(number), unit="episode|episodes")
    assert filled(text, object=slot) == expected


def test_what_stands_inside_a_sentence_has_no_capital_of_its_own() -> None:
    assert (
        fill("the director of {object}", Slots(JONES, JONES), sentence=False)
        == "the director of Jessica Jones"
    )
    assert fill("{subject_possessive} landlord", Slots(HAND, JONES), sentence=False) == "the Hand's landlord"


@pytest.mark.parametrize(
    "text",
    [
        "{subjekt} is it.",
        "In which season {does_subject}?",
        "It was {on_object}.",
        "In {as_of}, {subject} was it.",
    ],
)
def test_a_placeholder_that_does_not_fit_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        filled(text)


def test_facts_of_a_time_are_told_in_the_past() -> None:
    films = relation(
        "films",
        "{subject} is filming {object}.",
        past_statement="In {as_of}, {subject} was filming {object}.",
    )
    small = base([films], [fact("ada", "films", "dawn", as_of="2018-06"), fact("ben", "films", "dusk")])
    assert [statement(small, each) for each in small.facts] == [
        "In June 2018, Ada was filming Dawn.",
        "Ben is filming Dusk.",
    ]


def test_a_fact_as_a_record_has_names_and_iso_dates() -> None:
    born = relation("born", "{subject} was born {on_object}.", object="date")
    small = base([born], [fact("ada-lee", "born", "1981-12-16", topic="people", level=2, sources=("b", "a"))])
    assert fact_record(small, small.facts[0]) == {
        "id": "ada-lee/born/1981-12-16",
        "subject": "Ada Lee",
        "relation": "born",
        "object": "1981-12-16",
        "statement": "Ada Lee was born on 16 December 1981.",
        "sources": ["b", "a"],
        "topic": "people",
        "level": 2,
        "interest": 3,
        "spoiler": False,
        "as_of": None,
    }
