"""The bank draws by what players have made of questions: their levels, and what they skip."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.bank import Bank, Experience, Form, QuizRequest, Style
from questions.facts.load import load_pack
from questions.generators.catalogue import all_questions
from questions.interchange.lists import Entry, Kept, QuestionList
from questions.question import Question
from tests.support.bank import own_question
from tests.support.questions import choice_question

PACK = Path(__file__).parents[1] / "packs" / "moor_line"
SEEDS = st.integers(0, 10_000)
DRAWS = 800


@cache
def moor_line() -> Bank:
    return Bank([load_pack(PACK)])


@cache
def everything() -> tuple[Question, ...]:
    return tuple(all_questions(load_pack(PACK), 0))


def drawn(request: QuizRequest, draws: int) -> Counter[str]:
    """How often each question is asked in so many quizzes."""
    return Counter(
        question.id for seed in range(draws) for question in moor_line().draw(request, Random(seed))
    )


def own(count: int, **changes: object) -> tuple[Question, ...]:
    return tuple(own_question(number, **changes) for number in range(count))


def a_list(entries: int, level: int | None) -> QuestionList:
    made = [Entry(f"Riddle {number}?", (f"word{number}",), level=level) for number in range(entries)]
    return QuestionList("list:1", "Riddles", [Kept(number, entry) for number, entry in enumerate(made)])


def asked_in(lists: tuple[QuestionList, ...], level: int, experience: Experience) -> dict[str, int]:
    """The levels of the questions of a quiz from lists alone."""
    request = QuizRequest(10, level, packs=("list:1",), lists=lists, experience=experience)
    return {question.id: question.level for question in Bank([]).draw(request, Random(1))}


# Levels


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_question_is_drawn_by_the_level_that_players_have_shown(level: int) -> None:
    shown = {Form.of(question): level for question in everything()}
    eased = frozenset(question.facts[0] for question in everything() if question.level > level)
    request = QuizRequest(10, level, spoilers=True, experience=Experience(shown, {}, eased))
    kinds = set()
    for seed in range(30):
        questions = moor_line().draw(request, Random(seed))
        assert len(questions) == 10
        assert {question.level for question in questions} == {level}
        kinds |= {question.kind for question in questions}
    assert "two_steps" in kinds  # whose questions are all set to be of medium level at least


def test_what_players_find_harder_is_in_no_easy_quiz_any_more_and_in_hard_ones_instead() -> None:
    easy = QuizRequest(10, 1, spoilers=True, style=Style.BUTTONS)
    favourite = drawn(easy, 60).most_common(1)[0][0]
    experience = Experience({Form(favourite, choices=True): 3})
    assert favourite not in drawn(QuizRequest(10, 1, spoilers=True, experience=experience), 60)
    hard = QuizRequest(10, 3, spoilers=True, style=Style.BUTTONS, experience=experience)
    assert favourite in drawn(hard, 60)


def test_a_question_of_two_forms_has_a_level_for_each() -> None:
    question = choice_question("both", typed=True, level=1)
    harder = Experience({Form("both", choices=True): 2})
    assert harder.at_level(question).level == 2
    assert harder.bare(harder.at_level(question)).level == 3
    both = Experience({Form("both", choices=True): 2, Form("both", choices=False): 1})
    assert both.bare(both.at_level(question)).level == 1


@given(SEEDS, st.integers(1, 3), st.sampled_from(Style))
@settings(max_examples=40, deadline=None)
def test_a_quiz_of_a_level_asks_nothing_that_players_have_shown_to_be_of_another(
    seed: int, level: int, style: Style
) -> None:
    rng = Random(seed)
    shown = {
        Form(question.id, choices): rng.randint(1, 3)
        for question in everything()
        for choices in (True, False)
        if rng.random() < 0.5
    }
    experience = Experience(shown, {}, frozenset(question.facts[0] for question in everything()))
    request = QuizRequest(10, level, spoilers=True, style=style, experience=experience)
    for question in moor_line().draw(request, rng):
        assert question.level == shown.get(Form.of(question), level) == level


def test_questions_of_people_follow_what_players_have_shown_too() -> None:
    lists = (a_list(3, 3),)
    assert asked_in(lists, 1, Experience()) == {}
    eased = Experience({Form("list:1/2", choices=False): 1}, {}, frozenset({"list:1/2"}))
    assert asked_in(lists, 1, eased) == {"list:1/2": 1}
    assert asked_in(lists, 3, eased) == {"list:1/0": 3, "list:1/1": 3}
    unset = (a_list(3, None),)
    assert asked_in(unset, 2, eased) == {"list:1/0": 2, "list:1/1": 2}
    mine = QuizRequest(5, 1, authored=own(3, level=3), experience=Experience({}, {}, frozenset()))
    assert Bank([]).draw(mine, Random(1)) == ()
    eased = Experience({Form("own/1", choices=False): 1}, {}, frozenset({"own/1"}))
    (only,) = Bank([]).draw(QuizRequest(5, 1, authored=own(3, level=3), experience=eased), Random(1))
    assert (only.id, only.level) == ("own/1", 1)


# Skips


@pytest.mark.parametrize("weight", [0.1, 0.5])
def test_what_players_skip_is_asked_as_much_less_as_it_weighs(weight: float) -> None:
    """Of 300 questions that are alike, 60 are skipped: their share of all falls with their weight."""
    skipped = {f"own/{number}" for number in range(60)}
    weights = {Form(id, choices=False): weight for id in skipped}
    counts: Counter[str] = Counter()
    for seed in range(DRAWS):
        request = QuizRequest(5, authored=own(300), experience=Experience({}, weights))
        counts.update(question.id for question in Bank([]).draw(request, Random(seed)))
    each = sum(counts[id] for id in skipped) / 60
    other = sum(count for id, count in counts.items() if id not in skipped) / 240
    assert each / other == pytest.approx(weight, abs=0.08)
    assert each > 0


def test_a_pack_is_not_smaller_for_what_players_skip() -> None:
    weights = {Form(f"own/{number}", choices=False): 0.1 for number in range(12)}
    for seed in range(30):
        request = QuizRequest(12, authored=own(12), experience=Experience({}, weights))
        assert len(Bank([]).draw(request, Random(seed))) == 12


@given(SEEDS)
@settings(max_examples=20, deadline=None)
def test_a_quiz_is_full_whatever_players_skip(seed: int) -> None:
    rng = Random(seed)
    weights = {Form.of(question): rng.uniform(0.1, 1) for question in everything()}
    experience = Experience({}, weights)
    questions = moor_line().draw(QuizRequest(10, spoilers=True, experience=experience), rng)
    assert len(questions) == 10


def test_what_was_not_asked_yet_weighs_as_ever() -> None:
    """The bank takes nothing from the randomness of a draw for questions without experience."""
    elsewhere = Experience({Form("gone", choices=True): 3}, {Form("gone", choices=True): 0.2})
    for seed in range(10):
        request = QuizRequest(10, spoilers=True)
        known = QuizRequest(10, spoilers=True, experience=elsewhere)
        assert moor_line().draw(known, Random(seed)) == moor_line().draw(request, Random(seed))


def test_a_fresh_question_that_players_skip_comes_before_one_that_the_channel_knows() -> None:
    seen = {f"own/{number}": datetime(2026, 1, 1, tzinfo=UTC) for number in range(1, 4)}
    weights = {Form("own/0", choices=False): 0.1}
    for seed in range(20):
        request = QuizRequest(1, authored=own(4), seen=seen, experience=Experience({}, weights))
        assert [question.id for question in Bank([]).draw(request, Random(seed))] == ["own/0"]
