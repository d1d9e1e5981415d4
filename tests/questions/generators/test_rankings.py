"""Things compared by a number or a date: only those that are clearly apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from questions.dates import PartialDate
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.generators.index import FactIndex
from questions.generators.ranking import Ranking
from questions.generators.values import rounded
from questions.generators.wording import shown
from questions.question import Question

MOOR = load_pack(Path(__file__).parents[2] / "packs" / "moor_line")


def questions(base: FactBase, kind: str) -> list[Question]:
    return [question for question in all_questions(base, 1) if question.kind == kind]


def weighing(*tonnes: str) -> FactBase:
    """The pack with these weights for its engines."""
    weights = [fact for fact in MOOR.facts if fact.relation == "weighs"]
    new = [replace(fact, object=Decimal(text)) for fact, text in zip(weights, tonnes, strict=False)]
    return replace(MOOR, facts=(*(fact for fact in MOOR.facts if fact.relation != "weighs"), *new))


def test_the_heaviest_and_the_lightest_of_four_are_asked_for() -> None:
    asked = questions(MOOR, "most_or_least")
    assert {question.prompt for question in asked} == {
        "Which of these engines is the heaviest?",
        "Which of these engines is the lightest?",
    }
    heaviest = next(question for question in asked if "Iron Duchess" in question.answer.text)
    assert heaviest.prompt.endswith("heaviest?")
    assert heaviest.statement.startswith(f"{heaviest.answer.text} (88 tonnes), ")


def test_numbers_that_are_nearly_the_same_are_not_compared() -> None:
    assert not questions(weighing("100", "104", "108", "112"), "most_or_least")
    assert questions(weighing("100", "130", "170", "220"), "most_or_least")


def test_no_two_choices_of_a_comparison_are_near_each_other() -> None:
    weights = {shown(MOOR, fact.subject): fact.object for fact in MOOR.facts if fact.relation == "weighs"}
    for question in questions(MOOR, "most_or_least"):
        tonnes = sorted(Decimal(str(weights[choice.text])) for choice in question.choices)
        assert all(other - one >= other / 5 for one, other in pairwise(tonnes))


def test_things_are_put_in_order_by_their_numbers_and_their_dates() -> None:
    prompts = {question.prompt.split("\n")[0] for question in questions(MOOR, "order")}
    assert "Put these engines in order of weight, lightest first." in prompts
    assert "Put these stations in order of their opening, earliest first." in prompts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (PartialDate(1990), PartialDate(1991), True),
        (PartialDate(1783), PartialDate(1784), False),
        (PartialDate(1783), PartialDate(1790), True),
        (PartialDate(1990), PartialDate(1990, 5), False),
    ],
)
def test_long_ago_more_years_must_lie_between(one: PartialDate, other: PartialDate, told: bool) -> None:
    opened = [fact for fact in MOOR.facts if fact.relation == "opened"][:2]
    facts = [replace(fact, object=date) for fact, date in zip(opened, (one, other), strict=True)]
    base = replace(MOOR, facts=(*(fact for fact in MOOR.facts if fact.relation != "opened"), *facts))
    index = FactIndex(base)
    ranking = Ranking(index, base.relations["opened"])
    assert bool(ranking.proof(*ranking.moments)) is told


def test_the_year_alone_is_asked_for_where_the_pack_says_so() -> None:
    asked = [question for question in questions(MOOR, "when") if "did" in question.prompt]
    opening = next(question for question in asked if "Ashby Cross open" in question.prompt)
    assert (opening.prompt, opening.answer.text) == ("In which year did Ashby Cross open?", "1887")
    assert opening.statement == "Ashby Cross opened on 20 June 1887."


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("33715471", "33700000"), ("8848.86", "8849"), ("1969", "1969"), ("12756", "12800"), ("0.38", "0.38"),
        ("57.91234", "57.91"), ("0", "0"), ("-1234567", "-1230000"), ("9999", "9999"),
    ],
)  # fmt: skip
def test_numbers_are_rounded_as_one_says_them(number: str, said: str) -> None:
    assert rounded(Decimal(number)) == Decimal(said)


def test_a_large_number_is_asked_by_its_rounded_form_and_told_exactly() -> None:
    question = next(
        question
        for question in questions(weighing("33715471"), "how_many")
        if question.prompt.startswith("How many tonnes")
    )
    assert question.answer.text == "33.7 million"
    assert question.answer.nearest
    assert {"33715471", "33,715,471"} <= set(question.answer.forms)
    assert "33,715,471 tonnes" in question.statement
    assert all(choice.text.endswith(" million") for choice in question.choices)
