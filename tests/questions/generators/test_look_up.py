"""Look-up and which of these: who asks for which end of a fact, and when it may be typed."""

from __future__ import annotations

import pytest

from tests.support.asked import asked, prompts, wrong
from tests.support.fact_bases import base, fact, relation

MADE = {"ask_object": "What did {subject} make?", "ask_subject": "Who made {object}?"}
FOUR = [
    fact(who, "made", what)
    for who, what in zip(["ada", "ben", "cleo", "dan"], ["dawn", "dusk", "noon", "rain"], strict=True)
]


def test_each_end_that_is_the_only_one_is_asked_for_once_with_choices_and_to_be_typed() -> None:
    small = base([relation(objects="one", subjects="one", wording=MADE)], FOUR)
    questions = asked(small, "look_up")
    people, films = {"Ada", "Ben", "Cleo", "Dan"}, {"Dawn", "Dusk", "Noon", "Rain"}
    assert sorted(question.answer.text for question in questions) == sorted(people | films)
    for question in questions:
        right = question.answer.text
        assert wrong(question) == (people if right in people else films) - {right}
        assert question.typed
        assert question.statement in {
            f"{who.subject} made {who.object}.".title().replace("Made", "made") for who in FOUR
        }


def test_an_end_that_may_not_be_the_only_one_is_never_typed() -> None:
    small = base([relation(objects="many", subjects="one", wording=MADE)], FOUR)
    assert {question.prompt: question.typed for question in asked(small, "look_up")} == {
        **{f"Who made {film}?": True for film in ("Dawn", "Dusk", "Noon", "Rain")},
        **{f"What did {who} make?": False for who in ("Ada", "Ben", "Cleo", "Dan")},
    }


def test_an_end_with_several_answers_is_asked_for_as_which_of_these() -> None:
    rows = [*FOUR, fact("ada", "made", "wind")]
    made = relation(objects="many", subjects="one", object_trait="was made by {subject}", wording=MADE)
    small = base([made], rows)
    assert "What did Ada make?" not in prompts(small, "look_up")
    found = [q for q in asked(small, "which_of_these") if q.prompt == "Which of these films was made by Ada?"]
    assert {question.answer.text for question in found} == {"Dawn", "Wind"}
    assert all(not question.typed and not wrong(question) & {"Dawn", "Wind"} for question in found)


def test_no_end_is_asked_for_both_as_look_up_and_as_which_of_these() -> None:
    made = relation(subject_trait="made {object}", object_trait="was made by {subject}", wording=MADE)
    small = base([made], FOUR)
    ends = [
        (question.facts, question.answer.text)
        for kind in ("look_up", "which_of_these")
        for question in asked(small, kind)
    ]
    assert len(ends) == len(set(ends)) == 8


def test_a_long_text_is_never_to_be_typed() -> None:
    reasons = [
        "It was a long way home from there",
        "She was late",
        "It had rained all day in the hills",
        "He knew",
    ]
    rows = [fact(f"film-{n}", "ended", f"r{n}") for n in range(4)]
    because = relation(
        "ended", "{subject} ended because {object}.", subject="film", object="reason", objects="one",
        ask_object="Why did {subject} end?",
    )  # fmt: skip
    small = base([because], rows, names={f"r{n}": text for n, text in enumerate(reasons)})
    assert asked(small, "look_up")
    assert not any(question.typed for question in asked(small, "look_up"))


@pytest.mark.parametrize(
    "names",
    [
        {"dawn": "Ada's Dawn"},
        {"dawn": ("Dawn", "Ada")},
        {"dawn": "Adas"},
        {"ada": ("Ada", "The Maker of Dawn"), "dawn": "The Maker"},
    ],
)
def test_an_answer_that_its_prompt_gives_away_is_not_asked_for(names: dict[str, str]) -> None:
    small = base([relation(objects="one", subjects="one", wording=MADE)], FOUR, names=names)
    asked_of_ada = [question for question in asked(small, "look_up") if question.facts == ("ada/made/dawn",)]
    assert all(
        "Ada" not in question.prompt or "The Maker" in question.answer.text for question in asked_of_ada
    )


def test_a_symmetric_relation_is_asked_from_both_ends_with_the_wording_of_one() -> None:
    wed = relation(
        "wed", "{subject} is married to {object}.", object="person", objects="one", symmetric=True,
        ask_object="To whom is {subject} married?",
    )  # fmt: skip
    small = base([wed], [fact("ada", "wed", "ben"), fact("cleo", "wed", "dan"), fact("eve", "wed", "finn")])
    questions = asked(small, "look_up")
    assert sorted(question.answer.text for question in questions) == [
        "Ada",
        "Ben",
        "Cleo",
        "Dan",
        "Eve",
        "Finn",
    ]
    answers = {question.prompt: question.answer.text for question in questions}
    couples = {frozenset(("Ada", "Ben")), frozenset(("Cleo", "Dan")), frozenset(("Eve", "Finn"))}
    told = {
        frozenset((prompt.removeprefix("To whom is ").removesuffix(" married?"), right))
        for prompt, right in answers.items()
    }
    assert told == couples


def test_what_held_at_a_time_is_asked_for_at_that_time_only() -> None:
    held = relation(
        "held", "{subject} holds {object}.", objects="one", subjects="one",
        ask_subject="Who holds {object}?",
        past_statement="In {as_of}, {subject} held {object}.",
        past_ask_subject="Who held {object} in {as_of}?",
    )  # fmt: skip
    rows = [
        fact(who, "held", what, as_of="1912")
        for who, what in [("ada", "dawn"), ("ben", "dusk"), ("cleo", "noon")]
    ]
    small = base([held], [*rows, fact("dan", "held", "rain", as_of="1912")])
    films = ("Dawn", "Dusk", "Noon", "Rain")
    assert prompts(small, "look_up") == {f"Who held {film} in 1912?" for film in films}


def test_a_group_is_asked_for_a_few_of_its_members_only() -> None:
    rows = [fact(f"p{n}", "made", "dawn") for n in range(20)]
    cast = relation(subjects="many", complete=True, subject_trait="made {object}")
    small = base([cast], [*rows, *(fact(f"q{n}", "made", "dusk") for n in range(4))])
    found = [q for q in asked(small, "which_of_these") if q.prompt == "Which of these people made Dawn?"]
    assert 2 <= len(found) <= 6
    assert len({question.answer.text for question in found}) == len(found)
