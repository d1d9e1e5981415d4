"""Which came first or last, in order, and when."""

from __future__ import annotations

import pytest

from questions.facts.model import FactBase
from questions.question import WhyWrong
from tests.support.asked import asked, prompts
from tests.support.fact_bases import base, fact, relation

OUT = relation(
    "out", "{subject} came out {on_object}.", subject="film", object="date", objects="one", subjects="many",
    ask_object="{when} did {subject} come out?", event="the release of {subject}",
)  # fmt: skip

FILMS = {"dawn": "1990-05-01", "dusk": "1991-06", "noon": "1993", "rain": "1995-01-02", "wind": "1999-09-09"}


def films(**dates: str) -> FactBase:
    return base([OUT], [fact(film.replace("_", "-"), "out", date) for film, date in dates.items()])


def test_the_first_and_the_last_of_four_are_asked_for() -> None:
    found = asked(films(**FILMS), "first_or_last")
    answers = {(question.prompt, question.answer.text) for question in found}
    assert ("Which of these came first?", "The release of Dawn") in answers
    assert ("Which of these came last?", "The release of Wind") in answers
    assert {choice.why for question in found for choice in question.choices} == {None, WhyWrong.DATES}


def test_the_reveal_gives_the_events_in_order_with_their_dates() -> None:
    question = asked(films(**dict(list(FILMS.items())[:4])), "first_or_last")[0]
    assert question.statement == (
        "The release of Dawn (1 May 1990); then the release of Dusk (June 1991); then "
        "the release of Noon (1993); then the release of Rain (2 January 1995)."
    )


def test_events_that_may_fall_on_one_day_are_not_put_in_order() -> None:
    assert not asked(films(dawn="1990", dusk="1990-05", noon="1990-05-01"), "order")


def test_events_that_differ_in_their_number_alone_are_not_put_in_order() -> None:
    assert not asked(films(part_1="1990", part_2="1991", part_3="1992", the_last_part="1993"), "order")


def test_an_event_that_names_its_year_is_not_put_in_order() -> None:
    assert not asked(films(dawn="1990", dusk="1991", class_of_1992="1992"), "order")


def test_the_events_of_an_order_are_mixed_and_the_answer_tells_them_in_order() -> None:
    questions = asked(films(**FILMS), "order")
    assert questions
    for question in questions:
        arranged = question.arrangement
        assert arranged is not None
        assert question.answer.text.split(" → ") == [arranged.items[at] for at in arranged.right]
        assert not question.choices
        assert all(item not in question.prompt for item in arranged.items)


def test_no_two_questions_put_the_same_events_in_order() -> None:
    for kind in ("order", "first_or_last"):
        sets = [frozenset(question.facts) for question in asked(films(**FILMS), kind)]
        assert len(sets) == len(set(sets))


@pytest.mark.parametrize(
    ("date", "prompt", "accepted"),
    [
        ("1990-05-01", "On what date did Dawn come out?", ("1 May 1990", "May 1, 1990", "1990-05-01")),
        ("1991-06", "In which month and year did Dawn come out?", ("June 1991", "1991-06")),
        ("1993", "In which year did Dawn come out?", ("1993",)),
    ],
)
def test_a_date_is_asked_for_as_precisely_as_it_is_known(
    date: str, prompt: str, accepted: tuple[str, ...]
) -> None:
    [question] = asked(films(dawn=date), "when")
    assert question.prompt == prompt
    assert question.answer.forms == accepted
    assert question.typed
    assert len(question.choices) == 4
    assert len({len(choice.text.split()) for choice in question.choices}) == 1


def test_a_date_that_may_be_one_of_several_is_not_asked_for() -> None:
    shown = relation(
        "out", "{subject} was shown {on_object}.", subject="film", object="date", ask_object="{when}?"
    )
    small = base([shown], [fact("dawn", "out", "1990"), fact("dusk", "out", "1991")])
    assert not asked(small, "when")


def test_a_date_whose_year_the_prompt_holds_is_not_asked_for() -> None:
    assert prompts(films(class_of_1992="1992", dawn="1990"), "when") == {"In which year did Dawn come out?"}
