"""The parts of a draw: what clashes, which kind is next, and candidates in random order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank.draw import Draw, Stream
from questions.bank.lots import Find, Lot, authored, in_random_order
from questions.bank.quiz import Clash, Quiz
from questions.bank.wanted import Wanted
from questions.question import Answer, AnswerType, Kind, Question
from tests.support.bank import finds_of, own_question
from tests.support.questions import choice_question, typed_question

ASKED = typed_question("asked", "Krysten Ritter", prompt="Who directed it?", statement="She directed it.")


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (typed_question("a", "Hogarth"), Clash.NONE),
        (typed_question("a", "krysten ritter"), Clash.GIVEN_AWAY),
        (typed_question("a", "Somebody", facts=("f",)), Clash.FACT),
        (typed_question("a", "She directed"), Clash.GIVEN_AWAY),
        (replace(typed_question("a"), answer=Answer("Ritter", accepted=("Ritter", "Who"))), Clash.GIVEN_AWAY),
        (typed_question("a", "Ritterson"), Clash.NONE),
        (typed_question("a", "Hogarth", prompt="Who directed it?"), Clash.REPEATED),
        (choice_question("a"), Clash.NONE),
    ],
)
def test_a_question_clashes_with_what_was_asked(other: Question, clash: Clash) -> None:
    quiz = Quiz(10)
    quiz.add(replace(ASKED, facts=("f",)))
    assert quiz.clash(other) is clash


def test_a_list_is_given_away_by_half_of_its_names() -> None:
    parts = tuple(Answer(name) for name in ("Ann", "Bo", "Cy", "Di"))
    listed = replace(typed_question("list"), answer=Answer("Ann, Bo, Cy and Di", parts=parts, needed=4))
    quiz = Quiz(10)
    quiz.add(typed_question("a", "x", prompt="What did Ann say?"))
    assert quiz.clash(listed) is Clash.NONE
    quiz.add(typed_question("b", "y", prompt="What did Bo say?"))
    assert quiz.clash(listed) is Clash.GIVEN_AWAY


def test_bare_numbers_and_years_give_nothing_away() -> None:
    quiz = Quiz(10)
    quiz.add(typed_question("a", "x", prompt="What came in season 3, in 2019?"))
    assert quiz.clash(replace(typed_question("b"), answer=Answer("3", AnswerType.NUMBER))) is Clash.NONE
    assert quiz.clash(replace(typed_question("c"), answer=Answer("2019", AnswerType.DATE))) is Clash.NONE


def test_the_third_question_of_ten_that_is_to_be_typed_clashes_unless_the_server_wrote_it() -> None:
    quiz = Quiz(10)
    for name in "ab":
        typed = typed_question(name, f"answer {name}")
        assert quiz.clash(typed) is Clash.NONE
        quiz.add(typed)
    assert quiz.clash(typed_question("c", "another")) is Clash.TYPED
    assert quiz.clash(own_question(1)) is Clash.NONE


def test_the_choices_that_an_author_wrote_are_always_shown() -> None:
    own = [replace(choice_question(f"own/{at}", kind=Kind.AUTHORED), typed=True) for at in range(30)]
    own = [replace(each, prompt=f"Riddle {at}?", facts=()) for at, each in enumerate(own)]
    for seed in range(20):
        finds = [Find(authored(own), at) for at in range(len(own))]
        stream = Stream(Kind.AUTHORED, 1, iter(finds))
        questions = Draw([stream], [], Wanted(10), Random(seed)).questions()
        assert questions
        assert all(question.choices for question in questions)


def test_kinds_with_equal_shares_are_asked_about_as_often() -> None:
    kinds = (Kind.LOOK_UP, Kind.WHEN, Kind.ORDER)
    for seed in range(300):
        streams = [Stream(kind, 1, iter(finds_of(kind, 9))) for kind in kinds]
        questions = Draw(streams, [], Wanted(9), Random(seed)).questions()
        assert max(Counter(question.kind for question in questions).values()) <= 4


@pytest.mark.parametrize("truth", ["True", "False"])
def test_a_statement_is_preferred_that_is_as_true_as_is_wanted(truth: str) -> None:
    quiz = Quiz(10)
    statement = {
        text: replace(choice_question("a", kind=Kind.TRUE_FALSE), answer=Answer(text))
        for text in ("True", "False")
    }
    assert min(statement.values(), key=lambda each: quiz.monotony(each, truth)) is statement[truth]


@given(st.integers(0, 300), st.integers())
def test_a_shuffle_has_each_candidate_once(size: int, seed: int) -> None:
    lot = Lot(Kind.LOOK_UP, size, lambda at, _: own_question(at), lambda _: None)
    order = [find.question.id for find in in_random_order([lot], Random(seed))]
    assert sorted(order) == sorted(f"own/{at}" for at in range(size))


def test_a_shuffle_costs_only_what_is_taken() -> None:
    lot = Lot(Kind.LOOK_UP, 10**15, lambda at, _: own_question(at), lambda _: None)
    finds = in_random_order([lot, lot], Random(1))
    assert len({next(finds).question.id for _ in range(100)}) == 100


def test_each_place_of_a_shuffle_is_as_likely() -> None:
    lot = Lot(Kind.LOOK_UP, 3, lambda at, _: own_question(at), lambda _: None)
    orders = Counter(
        tuple(find.question.id for find in in_random_order([lot], Random(seed))) for seed in range(1200)
    )
    assert len(orders) == 6
    assert all(150 < count < 250 for count in orders.values())
