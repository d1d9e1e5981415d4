"""True or false: as often one as the other, and a false statement is provably so."""

from __future__ import annotations

from collections import Counter

import pytest

from questions.facts.model import Fact
from questions.question import Kind, WhyWrong
from tests.support.asked import asked
from tests.support.fact_bases import base, fact, relation


def rows(number: int, relation: str = "made") -> list[Fact]:
    return [fact(f"{relation}-p{n}", relation, f"{relation}-f{n}") for n in range(number)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("fixed", "open_"), [(9, 0), (10, 4), (6, 9), (0, 5)])
def test_as_many_statements_are_false_as_true_and_no_fact_has_two_of_a_sort(
    fixed: int, open_: int, seed: int
) -> None:
    relations = [
        relation(objects="one"),
        relation("saw", "{subject} saw {object}.", objects="many", subjects="many"),
    ]
    small = base(relations, [*rows(fixed), *rows(open_, "saw")])
    found = asked(small, Kind.TRUE_FALSE, seed)
    told = Counter(question.answer.text for question in found)
    assert abs(told["True"] - told["False"]) <= 1
    assert len({(question.facts[0], question.answer.text) for question in found}) == len(found) >= fixed


def test_no_statement_is_made_twice() -> None:
    cast = relation(subjects="many", complete=True)
    small = base([cast], [*(fact(f"p{n}", "made", "dawn") for n in range(12)), fact("q", "made", "dusk")])
    found = [question.prompt for question in asked(small, Kind.TRUE_FALSE)]
    assert len(found) == len(set(found))


def test_the_reveal_is_true_and_shows_what_makes_the_statement_false() -> None:
    small = base([relation(objects="many", subjects="one")], rows(6))
    for question in asked(small, Kind.TRUE_FALSE):
        true_ones = {f"{each.subject} made {each.object}.".replace("-", " ") for each in small.facts}
        said = question.prompt.removeprefix("Fact or fiction? ").lower()
        assert (said in true_ones) is (question.answer.text == "True")
        assert question.statement.lower().split(". ")[0].rstrip(".") + "." in true_ones


def test_the_proof_of_a_false_statement_is_the_rule_that_makes_it_false() -> None:
    small = base([relation(objects="one", subjects="many")], rows(8))
    rules = {
        question.answer.text: {choice.rule for choice in question.choices if choice.rule}
        for question in asked(small, Kind.TRUE_FALSE)
    }
    assert rules == {"True": {WhyWrong.LOGIC}, "False": {WhyWrong.ONE_OBJECT}}


def test_dates_and_numbers_are_put_wrong_too() -> None:
    born = relation("born", "{subject} was born {on_object}.", object="date", objects="one", subjects="many")
    tall = relation(
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
    false = [question for question in asked(small, Kind.TRUE_FALSE) if question.answer.text == "False"]
    assert {choice.rule for question in false for choice in question.choices if choice.rule} == {
        WhyWrong.ONE_OBJECT,
        WhyWrong.COUNT,
    }
    assert all(question.prompt.removeprefix("Fact or fiction? ") != question.statement for question in false)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (3, "The full list: F0, F1 and F2, but not Dusk."),
        (12, "The full list of twelve goes without Dusk."),
    ],
)
def test_the_reveal_of_what_a_complete_list_lacks_shows_that_list_where_it_is_short(
    size: int, told: str
) -> None:
    cast = relation(objects="many", subjects="many", complete=True)
    small = base([cast], [*(fact("ada", "made", f"f{n}") for n in range(size)), fact("ben", "made", "dusk")])
    false = [
        q
        for seed in range(6)
        for q in asked(small, Kind.TRUE_FALSE, seed)
        if q.prompt.endswith("Ada made Dusk.")
    ]
    assert false
    assert all(question.statement.endswith(told) for question in false)
