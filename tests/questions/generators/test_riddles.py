"""Riddles and questions in two steps."""

from __future__ import annotations

from dataclasses import replace

from questions.facts.model import FactBase
from tests.support.asked import asked, prompts, wrong
from tests.support.fact_bases import base, fact, relation

MADE = relation(
    objects="one", subjects="one",
    ask_object="Which film did {subject} make?",
    ask_subject="Who made {object}?",
    subject_phrase="the maker of {object}",
    object_phrase="the film that {subject} made",
)  # fmt: skip
BORN = relation(
    "born", "{subject} was born in {object}.", object="place", objects="one", subjects="many",
    ask_object="Where was {subject} born?",
)  # fmt: skip
LIVES = relation("lives", "{subject} lives in {object}.", object="place", objects="one", subjects="many")


def makers() -> FactBase:
    people = ["ada", "ben", "cleo", "dan"]
    films = zip(people, ["dawn", "dusk", "noon", "rain"], strict=True)
    towns = zip(people, ["rome", "oslo", "bern", "lima"], strict=True)
    rows = [fact(who, "made", what) for who, what in films]
    rows += [fact(who, "born", town, level=2) for who, town in towns]
    return base([MADE, BORN, LIVES], [*rows, *(fact(who, "lives", "paris", level=3) for who in people)])


def test_a_riddle_goes_from_what_few_know_to_what_is_true_of_one_alone() -> None:
    question = {question.answer.text: question for question in asked(makers(), "who_am_i")}["Ada"]
    assert question.prompt == "Who is this person?"
    assert question.clues == (
        "This person lives in Paris.",
        "This person was born in Rome.",
        "This person made Dawn.",
    )
    assert question.facts == ("ada/lives/paris", "ada/born/rome", "ada/made/dawn")
    assert question.level == 1


def test_clues_call_an_entity_what_its_group_is_called_and_choices_fit_that() -> None:
    women = replace(makers(), groups={"ada": "woman", "ben": "man", "cleo": "woman", "dan": "woman"})
    question = {question.answer.text: question for question in asked(women, "who_am_i")}["Ada"]
    assert question.prompt == "Who is this woman?"
    assert question.clues[-1] == "This woman made Dawn."
    assert wrong(question) == {"Cleo", "Dan"}


def test_one_thing_of_many_is_told_before_the_only_one_of_its_sort() -> None:
    told = relation("said", "{subject} said {object}.", object="reason")
    ran = relation("ran", "{subject} ran {object}.", objects="one")
    rows = [fact("ada", "said", "hello"), fact("ada", "said", "goodbye"), fact("ada", "ran", "dawn")]
    rows += [fact("ada", "lives", "paris")]
    [question] = [q for q in asked(base([told, ran, LIVES], rows), "who_am_i") if q.answer.text == "Ada"]
    assert len(question.clues) == 3
    assert question.clues[-1] == "This person ran Dawn."


def test_an_entity_that_its_facts_do_not_fix_is_no_riddle() -> None:
    names = ("saw", "liked", "left")
    relations = [relation(name, f"{{subject}} {name} {{object}}.", subjects="many") for name in names]
    small = base(relations, [fact(who, what, "dawn") for who in ("ada", "ben") for what in names])
    assert not asked(small, "who_am_i")


def test_a_clue_does_not_name_the_answer() -> None:
    rows = [fact("ada", "made", "adas-dawn"), fact("ada", "born", "rome"), fact("ada", "lives", "paris")]
    small = base([MADE, BORN, LIVES], rows, names={"adas-dawn": "Ada's Dawn"})
    assert not asked(small, "who_am_i")


def test_spoilers_are_left_out_of_a_riddle_that_works_without_them() -> None:
    saw = relation("saw", "{subject} saw {object}.", subjects="many")
    rows = [
        fact("ada", "made", "dawn"),
        fact("ada", "born", "rome"),
        fact("ada", "lives", "paris"),
        fact("ada", "saw", "dusk", spoiler=True),
    ]
    [question] = asked(base([MADE, BORN, LIVES, saw], rows), "who_am_i")[:1]
    assert not question.spoiler
    assert len(question.clues) == 3


def test_two_steps_lead_through_a_thing_that_is_not_named() -> None:
    found = {question.prompt: question for question in asked(makers(), "two_steps")}
    question = found["Where was the maker of Dawn born?"]
    assert question.answer.text == "Rome"
    assert question.facts == ("ada/born/rome", "ada/made/dawn")
    assert question.statement == "Ada made Dawn. Ada was born in Rome."
    assert question.level == 3
    assert "Ada" not in question.prompt


def test_two_steps_never_lead_back_to_where_they_began() -> None:
    assert not any("Dawn" in text and "film" in text for text in prompts(makers(), "two_steps"))


def test_no_step_leads_through_a_thing_that_may_be_one_of_several() -> None:
    open_made = relation(
        objects="many", subjects="many",
        subject_phrase="the maker of {object}", object_phrase="the film that {subject} made",
    )  # fmt: skip
    small = base([open_made, BORN], [fact("ada", "made", "dawn"), fact("ada", "born", "rome")])
    assert not asked(small, "two_steps")


def test_a_long_phrase_does_not_stand_where_the_question_goes_on_after_it() -> None:
    long = relation(
        "held", "{subject} held {object}.", object="reason", objects="many", subjects="one",
        subject_phrase="the person who said to the papers that in the end {object}",
    )  # fmt: skip
    rows = [*makers().facts, fact("ada", "held", "it-rained")]
    assert not any("papers" in text for text in prompts(base([MADE, BORN, LIVES, long], rows), "two_steps"))


def test_a_phrase_with_a_clause_is_followed_by_no_time_that_would_seem_to_belong_to_it() -> None:
    met = relation(
        "met", "{subject} met {object} when it rained.", object="place", objects="one", subjects="many",
        ask_object="Where was {subject} when it rained?",
    )  # fmt: skip
    saved = relation("saved", "{subject} saved {object}.", subject_phrase="the person who saved {object}")
    rows = [fact("ada", "met", "rome"), fact("ben", "met", "oslo"), fact("ada", "saved", "dawn")]
    assert not asked(base([met, saved], rows), "two_steps")


def test_a_lure_that_the_way_to_the_answer_names_is_no_choice() -> None:
    wed = relation("wed", "{subject} wed {object}.", object="person", objects="one", subjects="one",
                   ask_object="Whom did {subject} wed?")  # fmt: skip
    saw = relation("saw", "{subject} saw {object}.", object="person", objects="one", subjects="one",
                   subject_phrase="the one who saw {object}")  # fmt: skip
    lures = ("dan", "eve", "finn", "=Gus")
    small = base(
        [wed, saw],
        [fact("ada", "wed", "ben", lures=lures), fact("ada", "saw", "dan")],
        more={"person": ["eve", "finn"]},
    )
    [question] = [q for q in asked(small, "two_steps") if q.prompt == "Whom did the one who saw Dan wed?"]
    assert wrong(question) == {"Eve", "Finn", "Gus"}
