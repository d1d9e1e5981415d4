"""True or false: as often one as the other, and a false statement is provably so."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from questions.facts.model import Fact, Relation
from questions.question import WhyWrong
from tests.support.asked import asked
from tests.support.fact_bases import base, fact, relation


def claimed(id: str = "made", statement: str = "{subject} made {object}.", **more: Any) -> Relation:
    """A relation whose facts may be put as claims."""
    return relation(id, statement, claim=statement, **more)


def rows(number: int, relation: str = "made") -> list[Fact]:
    return [fact(f"{relation}-p{n}", relation, f"{relation}-f{n}") for n in range(number)]


def test_a_fact_is_asked_once_as_it_stands_or_put_wrong_and_both_about_as_often() -> None:
    questions = asked(base([claimed(objects="one")], rows(100)), "true_false")
    answers = Counter(question.answer.text for question in questions)
    assert len({question.facts[0] for question in questions}) == len(questions) > 90
    assert 35 <= answers["True"] <= 65


def test_a_fact_that_cannot_be_put_wrong_believably_is_not_asked() -> None:
    saw = claimed("saw", "{subject} saw {object}.", objects="many", subjects="many")
    alone = claimed("sold", "{subject} sold {object}.", objects="one")
    small = base([saw, alone], [*rows(5, "saw"), fact("ada", "sold", "dawn")])
    assert not asked(small, "true_false")


def test_a_lure_can_stand_in_a_false_statement() -> None:
    sold = claimed("sold", "{subject} sold {object}.", objects="many", subjects="many")
    small = base([sold], [fact(f"ada-{n}", "sold", f"dawn-{n}", lures=["=Dusk"]) for n in range(20)])
    false = [question for question in asked(small, "true_false") if question.answer.text == "False"]
    assert any(question.prompt.endswith("sold Dusk.") for question in false)


def test_the_reveal_is_true_and_shows_what_makes_the_statement_false() -> None:
    small = base([claimed(objects="many", subjects="one")], rows(6))
    for question in asked(small, "true_false"):
        true_ones = {f"{each.subject} made {each.object}.".replace("-", " ") for each in small.facts}
        said = question.prompt.removeprefix("True or false? ").lower()
        assert (said in true_ones) is (question.answer.text == "True")
        assert question.statement.lower().split(". ")[0].rstrip(".") + "." in true_ones


def test_the_proof_of_a_false_statement_is_the_rule_that_makes_it_false() -> None:
    small = base([claimed(objects="one", subjects="many")], rows(8))
    rules = {
        question.answer.text: {choice.why for choice in question.choices if choice.why}
        for question in asked(small, "true_false")
    }
    assert rules == {"True": {WhyWrong.LOGIC}, "False": {WhyWrong.ONE_OBJECT}}


def test_dates_and_numbers_are_put_wrong_too() -> None:
    born = claimed("born", "{subject} was born {on_object}.", object="date", objects="one", subjects="many")
    tall = claimed(
        "tall",
        "{subject} is {object} tall.",
        object="number",
        objects="one",
        subjects="many",
        unit="foot|feet",
    )
    small = base(
        [born, tall],
        [
            *(fact(f"p{n}", "born", f"198{n}-03-1{n}") for n in range(8)),
            *(fact(f"p{n}", "tall", n + 5) for n in range(8)),
        ],
    )
    false = [question for question in asked(small, "true_false") if question.answer.text == "False"]
    assert {choice.why for question in false for choice in question.choices if choice.why} == {
        WhyWrong.ONE_OBJECT,
        WhyWrong.COUNT,
    }
    assert all(question.prompt.removeprefix("True or false? ") != question.statement for question in false)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (3, "The full list: F0, F1 and F2."),
        (12, "The full list of twelve does not include Dusk."),
    ],
)
def test_the_reveal_of_what_a_complete_list_lacks_shows_that_list_where_it_is_short(
    size: int, told: str
) -> None:
    cast = claimed(objects="many", subjects="many", complete=True)
    false = [
        question
        for who in ("ada", "bea", "cleo", "dan", "eve", "flo")
        for question in asked(
            base([cast], [*(fact(who, "made", f"f{n}") for n in range(size)), fact("ben", "made", "dusk")]),
            "true_false",
        )
        if question.answer.text == "False" and question.prompt.endswith("Dusk.")
    ]
    assert false
    assert all(question.statement.endswith(told) for question in false)
