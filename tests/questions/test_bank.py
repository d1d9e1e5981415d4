"""What a quiz is made of, over many draws from the Moor Line pack, a synthetic one and small ones."""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.bank import Bank, QuizRequest, Style
from questions.facts.load import load_pack
from questions.generators.catalogue import all_questions
from questions.interchange.lists import Entry, Kept, QuestionList
from questions.question import Answer, AnswerType, Question
from tests.support.bank import own_question
from tests.support.packs import write_pack
from tests.support.questions import choice_question
from tests.support.synthetic import synthetic_pack

PACK = Path(__file__).parents[1] / "packs" / "moor_line"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
TEN = QuizRequest(10, spoilers=True)

seeds = st.integers(0, 149)


@cache
def moor_line() -> Bank:
    return Bank([load_pack(PACK)])


@cache
def ten(seed: int) -> tuple[Question, ...]:
    """Ten questions from the Moor Line pack."""
    return quiz(seed)


def quiz(seed: int, wanted: QuizRequest = TEN, bank: Bank | None = None) -> tuple[Question, ...]:
    return (bank or moor_line()).draw(wanted, Random(seed))


def plain(text: str) -> str:
    """The text in lower-case words, by other code than the bank's."""
    text = re.sub(r"['’]s?\b", "", text.lower())
    return f" {' '.join(re.findall(r'[a-z0-9]+', text))} "


def shown(question: Question) -> str:
    return plain(" . ".join((question.prompt, *question.clues, question.statement)))


def tells(question: Question) -> list[str]:
    """The forms of the answer that would give it away."""
    if question.answer.parts or question.answer.type is AnswerType.NUMBER or question.kind == "true_false":
        return []
    forms = [re.sub(r"^ (the|an?) (?=.)", " ", plain(form)) for form in question.answer.forms]
    return [form for form in forms if not form.strip().isdigit()]


# The mix


@given(seeds)
@settings(max_examples=20)
def test_the_same_random_state_draws_the_same_quiz(seed: int) -> None:
    assert quiz(seed) == ten(seed)


def test_what_was_drawn_before_does_not_change_a_draw() -> None:
    fresh = Bank([load_pack(PACK)])
    assert [quiz(seed, bank=fresh) for seed in (7, 8)] == [quiz(seed) for seed in (7, 8)]


def test_different_seeds_draw_different_quizzes() -> None:
    assert len({tuple(question.id for question in ten(seed)) for seed in range(20)}) == 20


@given(seeds)
def test_ten_questions_are_of_many_kinds_and_none_crowds(seed: int) -> None:
    kinds = Counter(question.kind for question in ten(seed))
    assert kinds.total() == 10
    assert len(kinds) >= 5
    assert max(kinds.values()) <= 5


@given(seeds)
def test_no_kind_comes_three_times_in_a_row(seed: int) -> None:
    kinds = [question.kind for question in ten(seed)]
    assert all(len(set(three)) > 1 for three in zip(kinds, kinds[1:], kinds[2:], strict=False))


@given(seeds)
def test_few_of_ten_questions_are_to_be_typed(seed: int) -> None:
    assert sum(not question.tapped for question in ten(seed)) <= 2


def test_many_quizzes_of_ten_hold_something_to_type_that_could_be_asked_with_choices() -> None:
    with_choices = {question.id for question in all_questions(load_pack(PACK), 0) if question.choices}
    quizzes = [{question.id for question in ten(seed) if not question.choices} for seed in range(60)]
    assert sum(bool(typed & with_choices) for typed in quizzes) > 20


def test_topics_are_mixed() -> None:
    quizzes = [ten(seed) for seed in range(60)]
    in_a_row = sum(one.topic == other.topic for questions in quizzes for one, other in pairwise(questions))
    assert in_a_row <= 0.05 * 9 * len(quizzes)
    assert all(len({question.topic for question in questions}) >= 3 for questions in quizzes)


def test_the_right_choice_stands_in_each_place_as_often() -> None:
    questions = [question for seed in range(150) for question in ten(seed) if len(question.choices) == 4]
    places = Counter(question.correct for question in questions)
    assert all(0.2 < places[place] / len(questions) < 0.3 for place in range(4))


def test_a_question_that_comes_again_has_its_choices_in_another_order() -> None:
    orders: dict[str, set[tuple[str, ...]]] = {}
    for seed in range(100):
        for question in ten(seed):
            if question.kind == "look_up":
                orders.setdefault(question.id, set()).add(tuple(choice.text for choice in question.choices))
    assert max(len(found) for found in orders.values()) > 1


# What is never given up


@given(seeds, st.integers(1, 50), st.sampled_from([None, 1, 2, 3]), st.booleans())
@settings(max_examples=30)
def test_level_spoilers_and_single_facts_hold_at_any_size(
    seed: int, count: int, level: int | None, spoilers: bool
) -> None:
    questions = quiz(seed, QuizRequest(count, level, spoilers))
    assert 0 < len(questions) <= count
    assert all(level in (None, question.level) for question in questions)
    assert spoilers or not any(question.spoiler for question in questions)
    facts = Counter(fact for question in questions for fact in question.facts)
    assert max(facts.values()) == 1
    assert len({question.id for question in questions}) == len(questions)


def test_spoilers_come_up_where_they_are_wanted() -> None:
    assert any(question.spoiler for seed in range(10) for question in ten(seed))


# Nothing is given away


@given(seeds)
def test_no_answer_stands_in_what_came_before_it(seed: int) -> None:
    before = ""
    for question in ten(seed):
        assert not any(form in before for form in tells(question))
        before += shown(question)


@given(seeds)
def test_no_answer_and_no_wording_comes_twice(seed: int) -> None:
    questions = ten(seed)
    answers = [each.answer.text for each in questions if each.kind != "true_false"]
    wordings = [(each.prompt, each.clues) for each in questions]
    assert len(set(answers)) == len(answers)
    assert len(set(wordings)) == len(wordings)


# What the channel has seen


def test_nothing_comes_again_while_there_is_anything_new() -> None:
    seen: dict[str, datetime] = {}
    for number in range(30):
        questions = quiz(number, replace(TEN, seen=MappingProxyType(dict(seen))))
        assert len(questions) == 10
        assert not any(question.id in seen for question in questions)
        seen |= {question.id: NOON + timedelta(minutes=number) for question in questions}


def test_a_repetition_means_that_nothing_new_would_have_fitted() -> None:
    everything = {
        question.id: question for seed in range(3) for question in all_questions(load_pack(PACK), seed)
    }
    always = set.intersection(
        *({question.id for question in all_questions(load_pack(PACK), seed)} for seed in range(6))
    )
    new = set(sorted(always)[::30])
    seen = {id: NOON for id in everything if id not in new}
    for seed in range(5):
        questions = quiz(seed, QuizRequest(50, spoilers=True, seen=seen))
        repeated = next(at for at, each in enumerate(questions) if each.id in seen)
        assert repeated > 3
        used = {fact for each in questions[:repeated] for fact in each.facts}
        before = " ".join(shown(each) for each in questions[:repeated])
        for left in new - {each.id for each in questions}:
            other = everything[left]
            assert (
                used & set(other.facts) or other.answer.parts or any(form in before for form in tells(other))
            )


def test_when_all_is_seen_the_longest_unseen_come_first() -> None:
    own = tuple(own_question(number) for number in range(25))
    seen = {question.id: NOON - timedelta(days=number) for number, question in enumerate(own[:20])}
    ids = [question.id for question in quiz(1, QuizRequest(10, authored=own, seen=seen), Bank([]))]
    assert set(ids[:5]) == {question.id for question in own[20:]}
    assert ids[5:] == [f"own/{number}" for number in (19, 18, 17, 16, 15)]


def test_a_seen_question_is_rather_asked_than_one_that_was_given_away() -> None:
    first = own_question(1, prompt="Who met word2?", statement="One met word2.")
    second = own_question(2, prompt="Who met word1?", statement="Two met word1.")
    known = own_question(3)
    wanted = QuizRequest(2, authored=(first, second, known), seen={known.id: NOON})
    for seed in range(5):
        assert quiz(seed, wanted, Bank([]))[1] == known
        assert len(quiz(seed, replace(wanted, count=3), Bank([]))) == 3


# A server's own questions, and packs


def test_own_questions_get_a_fair_share_and_do_not_crowd() -> None:
    own = tuple(own_question(number, topic="ours", choices=()) for number in range(20))
    shares = [
        sum(question.kind == "authored" for question in quiz(seed, replace(TEN, authored=own)))
        for seed in range(60)
    ]
    assert max(shares) <= 4
    assert 1 <= sum(shares) / len(shares) <= 3


def test_a_server_that_wrote_more_than_the_pack_holds_mostly_gets_its_own(tmp_path: Path) -> None:
    bank = Bank([load_pack(write_pack(tmp_path / "films"))])
    own = tuple(choice_question(f"own/{n}", kind="authored", prompt=f"{n}?") for n in range(40))
    own = tuple(replace(each, answer=Answer(f"right{n}")) for n, each in enumerate(own))
    questions = quiz(1, QuizRequest(10, authored=own), bank)
    assert sum(question.kind == "authored" for question in questions) >= 6


def test_own_questions_keep_to_the_level() -> None:
    own = (own_question(1, level=1), own_question(2, level=2))
    assert [each.id for each in quiz(1, QuizRequest(2, level=2, authored=own), Bank([]))] == ["own/2"]


def test_only_the_packs_that_were_asked_for_are_drawn_from(tmp_path: Path) -> None:
    films, jones = load_pack(write_pack(tmp_path / "films", title="Films")), load_pack(PACK)
    bank = Bank([films, jones])
    assert bank.titles == {"films": "Films", "moor_line": jones.title}
    assert {each.pack for each in quiz(1, QuizRequest(4, packs=("films",)), bank)} == {"films"}
    assert {each.pack for seed in range(9) for each in quiz(seed, QuizRequest(40), bank)} == set(bank.titles)
    with pytest.raises(KeyError):
        bank.draw(QuizRequest(1, packs=("nowhere",)), Random(1))


# Fewer than were wanted


@pytest.mark.parametrize("seed", range(5))
def test_a_small_pack_gives_as_many_questions_as_it_has_facts(tmp_path: Path, seed: int) -> None:
    bank = Bank([load_pack(write_pack(tmp_path / "films"))])
    questions = quiz(seed, QuizRequest(50), bank)
    assert len(questions) == 4
    assert Counter(fact for each in questions for fact in each.facts).total() == 4


@pytest.mark.parametrize("seed", range(5))
def test_a_quiz_that_falls_short_is_as_long_as_the_facts_allow(seed: int) -> None:
    """Questions over several facts do not stand in the way of more questions over one fact each."""
    pack = synthetic_pack(40)
    alone = {question.facts for question in all_questions(pack, 0) if len(question.facts) == 1}
    assert len(quiz(seed, QuizRequest(100, spoilers=True), Bank([pack]))) >= len(alone)


def test_where_there_is_nothing_of_the_sort_there_is_no_quiz(tmp_path: Path) -> None:
    bank = Bank([load_pack(write_pack(tmp_path / "films"))])
    assert quiz(1, QuizRequest(10, level=3), bank) == ()
    assert quiz(1, QuizRequest(0)) == ()
    assert quiz(1, QuizRequest(10), Bank([])) == ()


def test_own_questions_with_one_answer_still_fill_a_quiz() -> None:
    own = tuple(replace(own_question(number), answer=Answer("the same")) for number in range(10))
    assert len(quiz(1, QuizRequest(10, authored=own), Bank([]))) == 10


# Threads


def test_threads_draw_what_one_would_draw_alone() -> None:
    shared, alone = Bank([synthetic_pack(600)]), Bank([synthetic_pack(600)])
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda seed: quiz(seed, bank=shared), range(24)))
    assert drawn == [quiz(seed, bank=alone) for seed in range(24)]


def listed(count: int, id: str = "list:1", level: int | None = None) -> QuestionList:
    """An imported pack of so many questions to be typed."""
    entries = [Entry(f"What is thing {at}?", (f"Answer {at}",), level=level) for at in range(count)]
    return QuestionList(id, "My list", [Kept(number, entry) for number, entry in enumerate(entries, 1)])


def test_an_imported_pack_alone_gives_a_whole_quiz() -> None:
    request = QuizRequest(10, packs=("list:1",), lists=(listed(2_000),))
    drawn = Bank([synthetic_pack(300)]).draw(request, Random(1))
    assert len({question.id for question in drawn}) == 10
    assert {question.pack for question in drawn} == {"list:1"}


def test_imported_questions_stand_beside_generated_ones() -> None:
    drawn = Bank([synthetic_pack(300)]).draw(QuizRequest(20, lists=(listed(100),)), Random(1))
    packs = {question.pack for question in drawn}
    assert len(packs) == 2


@pytest.mark.parametrize("level", [1, 2, 3])
def test_an_imported_question_without_a_level_fits_every_level(level: int) -> None:
    drawn = Bank([]).draw(QuizRequest(5, level=level, lists=(listed(20),)), Random(1))
    assert [question.level for question in drawn] == [level] * 5


def test_imported_questions_have_the_level_that_they_were_given() -> None:
    lists = (listed(20, "list:1", level=1), listed(20, "list:2", level=3))
    drawn = Bank([]).draw(QuizRequest(5, level=3, lists=lists), Random(1))
    assert {question.pack for question in drawn} == {"list:2"}


def test_imported_questions_that_the_channel_has_seen_come_last() -> None:
    pack = listed(12)
    seen = {f"list:1/{number}": NOON for number in range(1, 8)}
    drawn = Bank([]).draw(QuizRequest(5, lists=(pack,), seen=seen), Random(1))
    assert not {question.id for question in drawn} & set(seen)


@given(seeds)
@settings(deadline=None, max_examples=20)
def test_a_style_is_that_of_every_question(seed: int) -> None:
    own = (own_question(1), choice_question("own/2", kind="authored", prompt="Riddle 2?"))
    for style, fits in (
        (Style.BUTTONS, lambda question: question.tapped),
        (Style.TYPED, lambda question: not question.tapped),
        (Style.CLUES, lambda question: question.clues),
    ):
        drawn = quiz(seed, replace(TEN, style=style, authored=own))
        assert drawn
        assert all(map(fits, drawn))
        assert style is Style.CLUES or len(drawn) == TEN.count


@given(seeds)
@settings(deadline=None, max_examples=20)
def test_a_topic_is_that_of_every_question(seed: int) -> None:
    for topics in moor_line().topics.values():
        assert topics
        for topic in topics:
            assert {question.topic for question in quiz(seed, replace(TEN, topic=topic))} == {topic}
    assert quiz(seed, replace(TEN, topic="no such topic")) == ()


def test_an_imported_pack_gives_questions_of_one_topic() -> None:
    entries = [Entry(f"What is thing {at}?", ("x",), topic="sea" if at < 7 else "land") for at in range(20)]
    pack = QuestionList("list:1", "My list", [Kept(number, entry) for number, entry in enumerate(entries)])
    assert pack.topics == ("land", "sea")
    drawn = Bank([]).draw(QuizRequest(10, topic="sea", lists=(pack,)), Random(1))
    assert [question.topic for question in drawn] == ["sea"] * 7
