"""The parts of a draw: what clashes, which kind is next, and candidates in random order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank import Bank
from questions.bank.conflicts import Conflict, Selection
from questions.bank.pool import Candidate, CandidatePool, Hint, best_first
from questions.bank.request import QuizRequest
from questions.bank.sampler import Sampler, Stream
from questions.question import Answer, AnswerType, Question
from tests.support.bank import candidates_of, own_question, pool_of
from tests.support.fact_bases import base, fact, relation
from tests.support.questions import choice_question, typed_question

ASKED = typed_question("asked", "Krysten Ritter", prompt="Who directed it?", statement="She directed it.")


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        (typed_question("a", "Hogarth"), Conflict.NONE),
        (typed_question("a", "krysten ritter"), Conflict.GIVEN_AWAY),
        (typed_question("a", "Somebody", facts=("f",)), Conflict.FACT),
        (typed_question("a", "She directed"), Conflict.GIVEN_AWAY),
        (
            replace(typed_question("a"), answer=Answer("Ritter", accepted=("Ritter", "Who"))),
            Conflict.GIVEN_AWAY,
        ),
        (typed_question("a", "Ritterson"), Conflict.NONE),
        (typed_question("a", "Hogarth", prompt="Who directed it?"), Conflict.REPEATED),
        (choice_question("a"), Conflict.NONE),
    ],
)
def test_a_question_conflicts_with_what_was_asked(other: Question, conflict: Conflict) -> None:
    selection = Selection(10)
    selection.add(replace(ASKED, facts=("f",)))
    assert selection.conflict(other) is conflict


def test_a_list_is_given_away_by_half_of_its_names() -> None:
    parts = tuple(Answer(name) for name in ("Ann", "Bo", "Cy", "Di"))
    listed = replace(typed_question("list"), answer=Answer("Ann, Bo, Cy and Di", parts=parts, needed=4))
    selection = Selection(10)
    selection.add(typed_question("a", "x", prompt="What did Ann say?"))
    assert selection.conflict(listed) is Conflict.NONE
    selection.add(typed_question("b", "y", prompt="What did Bo say?"))
    assert selection.conflict(listed) is Conflict.GIVEN_AWAY


def test_bare_numbers_and_years_give_nothing_away() -> None:
    selection = Selection(10)
    selection.add(typed_question("a", "x", prompt="What came in season 3, in 2019?"))
    assert (
        selection.conflict(replace(typed_question("b"), answer=Answer("3", AnswerType.NUMBER)))
        is Conflict.NONE
    )
    assert (
        selection.conflict(replace(typed_question("c"), answer=Answer("2019", AnswerType.DATE)))
        is Conflict.NONE
    )


def test_the_third_question_of_ten_that_is_to_be_typed_conflicts_unless_the_server_wrote_it() -> None:
    selection = Selection(10)
    for name in "ab":
        typed = typed_question(name, f"answer {name}")
        assert selection.conflict(typed) is Conflict.NONE
        selection.add(typed)
    assert selection.conflict(typed_question("c", "another")) is Conflict.TYPED
    assert selection.conflict(own_question(1)) is Conflict.NONE


def test_the_choices_that_an_author_wrote_are_always_shown() -> None:
    own = [replace(choice_question(f"own/{at}", kind="authored"), typed=True) for at in range(30)]
    own = [replace(each, prompt=f"Riddle {at}?", facts=()) for at, each in enumerate(own)]
    for seed in range(20):
        candidates = [Candidate(pool_of(own), at) for at in range(len(own))]
        stream = Stream("authored", 1, iter(candidates))
        questions = Sampler([stream], [], QuizRequest(10), Random(seed)).questions()
        assert questions
        assert all(question.choices for question in questions)


def test_a_question_without_its_choices_counts_as_a_level_harder() -> None:
    facts = [fact(f"p{at}", "made", f"film-{at}", level=1) for at in range(30)]
    made = relation(objects="one", subjects="one", ask_subject="Who made {object}?")
    bank = Bank([base([made], facts)])
    assert all(each.choices for each in bank.draw(QuizRequest(4, level=1), Random(1)))
    medium = bank.draw(QuizRequest(8, level=2), Random(1))
    assert {(each.level, each.typed, each.choices) for each in medium} == {(2, True, ())}


def test_kinds_with_equal_shares_are_asked_about_as_often() -> None:
    kinds = ("look_up", "when", "order")
    for seed in range(300):
        streams = [Stream(kind, 1, iter(candidates_of(kind, 9))) for kind in kinds]
        questions = Sampler(streams, [], QuizRequest(9), Random(seed)).questions()
        assert max(Counter(question.kind for question in questions).values()) <= 4


def test_of_two_kinds_the_more_interesting_question_comes_first() -> None:
    dull, good = (candidates_of(kind, 3, interest=at) for kind, at in (("when", 2), ("who_am_i", 4.5)))
    for seed in range(50):
        streams = [Stream("when", 1, iter(dull)), Stream("who_am_i", 1, iter(good))]
        assert Sampler(streams, [], QuizRequest(6), Random(seed)).questions()[0].interest == 4.5


def test_the_interesting_candidates_of_a_small_pool_come_first_and_chance_decides_among_equals() -> None:
    made = [choice_question(f"q{at}", interest=1 + 2 * (at % 3)) for at in range(30)]
    pool = pool_of(made)
    orders = [[each.question.id for each in best_first([pool], Random(seed))] for seed in range(3)]
    best = {question.id for question in made if question.interest == 5}
    assert all(set(order[:10]) == best for order in orders)
    assert len({tuple(order) for order in orders}) == 3


def test_statements_are_as_often_true_as_false() -> None:
    statements = [
        choice_question(f"s{at}", kind="true_false", correct=at % 2, topic=f"t{at}") for at in range(40)
    ]
    truths = []
    for seed in range(100):
        candidates = [Candidate(pool_of(statements), at) for at in range(40)]
        stream = Stream("true_false", 1, iter(candidates))
        truths += [each.correct for each in Sampler([stream], [], QuizRequest(7), Random(seed)).questions()]
    assert 0.4 < sum(truth == 0 for truth in truths) / len(truths) < 0.6


def test_at_most_15_in_100_are_true_or_false_while_there_is_anything_else() -> None:
    statements = candidates_of("true_false", 20, interest=5)
    others = candidates_of("look_up", 20, interest=1)
    streams = [Stream("true_false", 9, iter(statements)), Stream("look_up", 1, iter(others))]
    kinds = Counter(each.kind for each in Sampler(streams, [], QuizRequest(20), Random(1)).questions())
    assert kinds == {"true_false": 3, "look_up": 17}


@given(st.integers(0, 1000), st.integers())
def test_a_shuffle_has_each_candidate_once(size: int, seed: int) -> None:
    order = [candidate.question.id for candidate in best_first([numbered(size)], Random(seed))]
    assert sorted(order) == sorted(f"own/{at}" for at in range(size))


def test_a_shuffle_costs_only_what_is_taken() -> None:
    candidates = best_first([numbered(10**15), numbered(10**15)], Random(1))
    assert len({next(candidates).question.id for _ in range(100)}) == 100


def test_each_place_of_a_shuffle_is_as_likely() -> None:
    pool = numbered(3)
    orders = Counter(
        tuple(candidate.question.id for candidate in best_first([pool], Random(seed))) for seed in range(1200)
    )
    assert len(orders) == 6
    assert all(150 < count < 250 for count in orders.values())


def numbered(size: int) -> CandidatePool:
    """A pool of so many questions, each made when it is needed."""
    return CandidatePool(
        "authored", 1, size, lambda at, _: own_question(at), lambda _: Hint(1, False, 3, frozenset())
    )
