"""What is asked of a table does not give itself away, and its wrong choices are near the right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from questions.generators.catalogue import all_questions
from questions.interchange.tables.grid import read_grid
from questions.interchange.tables.header import split_header
from questions.interchange.tables.options import Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import make_plan
from questions.question import Question

TABLES = Path(__file__).parents[2] / "tables"
AMERICAS = {"Argentina", "Bolivia", "Brazil", "Chile", "Colombia", "Peru", "Uruguay", "Paraguay", "Ecuador"}


def questions_of(name: str, *, complete: bool = False) -> Sequence[Question]:
    data = (TABLES / f"{name}.csv").read_bytes()
    plan = make_plan(split_header(read_grid(data)), name, Options(complete=complete))
    return tuple(all_questions(pack_of(plan, name, f"{name}.csv"), 3))


@pytest.fixture(scope="module")
def countries() -> Sequence[Question]:
    return questions_of("countries")


@pytest.fixture(scope="module")
def elements() -> Sequence[Question]:
    return questions_of("elements")


@pytest.mark.parametrize(
    ("country", "beginning"),
    [("Switzerland", "swiss"), ("Egypt", "egyptian"), ("Kenya", "kenyan"), ("Thailand", "thai ")],
)
def test_the_answer_is_not_in_the_question_in_other_words(
    countries: Sequence[Question], country: str, beginning: str
) -> None:
    for question in countries:
        if question.answer.text == country:
            assert beginning not in " ".join((question.prompt, *question.clues)).casefold()
        if country in question.prompt and question.kind in ("look_up", "which_of_these", "true_false"):
            assert beginning not in question.answer.text.casefold()


def test_nobody_is_asked_for_the_country_of_brasilia(countries: Sequence[Question]) -> None:
    kinds = ("look_up", "true_false", "who_am_i", "two_steps")
    assert not [
        question
        for question in countries
        if question.kind in kinds
        and "Brasília" in f"{question.prompt} {question.clues} {question.answer.text}"
        and "Brazil" in f"{question.prompt} {question.answer.text}"
    ]


def test_initials_settle_no_question_about_symbols(elements: Sequence[Question]) -> None:
    for question in elements:
        if question.kind == "match_up" and "symbol" in question.prompt:
            for name, symbol in re.findall(r"The symbol of (\w+) is (\w+)\.", question.statement):
                assert name[0] != symbol[0].casefold()
        if question.kind == "look_up" and "has the symbol" in question.prompt and question.choices:
            symbol = question.prompt.rstrip("?").split()[-1]
            if question.answer.text[0] == symbol[0]:
                assert all(choice.text[0] == symbol[0] for choice in question.choices)


def test_capitals_stand_among_capitals_of_the_same_continent(countries: Sequence[Question]) -> None:
    asked = [
        question
        for question in countries
        if question.kind == "look_up" and question.prompt.endswith("is the capital of which country?")
    ]
    american = [question for question in asked if question.answer.text in AMERICAS and question.choices]
    assert len(american) >= 5
    for question in american:
        assert {choice.text for choice in question.choices} <= AMERICAS


def test_what_only_the_table_closes_is_asked_only_where_its_rows_are_all_there_are() -> None:
    assert not [question for question in questions_of("countries") if "on our list" in question.prompt]
    complete = questions_of("countries", complete=True)
    assert not [question for question in complete if "on our list" in question.prompt]
    assert [question for question in complete if question.prompt.startswith("How many countries use")]


def test_nobody_is_told_that_a_cast_is_complete_or_asked_which_genre_a_film_lacks() -> None:
    films = questions_of("films")
    assert not [question for question in films if "full list" in question.statement]
    assert not [
        question for question in films if "genres" in question.prompt and question.kind == "which_of_these"
    ]


def test_sums_stand_clearly_apart() -> None:
    asked = [question for question in questions_of("films") if "box office" in question.prompt]
    sums = {"million": 10**6, "billion": 10**9}
    for question in asked:
        if question.kind == "how_many":
            pairs = (choice.text.split() for choice in question.choices)
            numbers = sorted(float(number) * sums[scale] for number, scale in pairs)
            assert all(high / low > 1.35 for low, high in pairwise(numbers))


def test_clues_say_something_and_numbers_do_not_come_last(countries: Sequence[Question]) -> None:
    riddles = [question for question in countries if question.kind == "who_am_i"]
    assert len(riddles) >= 20
    for question in riddles:
        assert "This country drives on the right." not in question.clues
        assert "This country is not landlocked." not in question.clues
        if any("capital" in clue for clue in question.clues):
            assert "inhabitants" not in question.clues[-1]
            assert "The area" not in question.clues[-1]


def test_world_cups_that_have_something_in_common_are_named_from_the_earliest_on() -> None:
    cups = [question for question in questions_of("world-cups") if question.kind == "what_links"]
    assert cups
    for question in cups:
        years = re.findall(r"\d{4}", question.prompt)
        assert years == sorted(years)


def test_goals_are_scored_at_an_event() -> None:
    assert any(
        question.prompt == "How many goals were scored at the 2006 World Cup?"
        for question in questions_of("world-cups")
    )


def test_a_false_date_of_which_one_asks_the_year_is_of_another_year(countries: Sequence[Question]) -> None:
    false = [each for each in countries if each.kind == "true_false" and each.answer.text == "False"]
    dated = [each for each in false if "independent" in each.prompt]
    assert dated
    for question in dated:
        assert re.findall(r"\d{4}", question.prompt) != re.findall(r"\d{4}", question.statement)


def test_no_riddle_is_settled_by_a_number(countries: Sequence[Question]) -> None:
    riddles = [each for each in countries if each.kind == "who_am_i"]
    assert riddles
    assert not any(re.search(r"square kilometres|inhabitants", each.clues[-1]) for each in riddles)
