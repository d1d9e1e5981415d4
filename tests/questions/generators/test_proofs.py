"""What the rows of a fact base prove."""

from __future__ import annotations

import pytest

from questions.dates import PartialDate
from questions.facts.model import FactBase
from questions.generators.proofs import Ask, Prover, Side
from questions.question import WhyWrong
from tests.support.fact_bases import base, fact, relation


def why_against(small: FactBase, side: Side, value: object, at: int = 0) -> WhyWrong | None:
    why = Prover(small).why_not(Ask.of(small.facts[at], side), value)  # type: ignore[arg-type]
    return why.why if why else None


ROWS = [fact("ada", "made", "dawn"), fact("ben", "made", "dusk")]


@pytest.mark.parametrize(
    ("cardinality", "side", "value", "rule"),
    [
        ({"objects": "one", "subjects": "many"}, Side.OBJECT, "dusk", WhyWrong.ONE_OBJECT),
        ({"objects": "many", "subjects": "one"}, Side.OBJECT, "dusk", WhyWrong.ONE_SUBJECT),
        ({"objects": "many", "subjects": "one"}, Side.SUBJECT, "ben", WhyWrong.ONE_SUBJECT),
        ({"objects": "one", "subjects": "many"}, Side.SUBJECT, "ben", WhyWrong.ONE_OBJECT),
        ({"objects": "many", "subjects": "many", "complete": True}, Side.OBJECT, "dusk", WhyWrong.COMPLETE),
        ({"objects": "many", "subjects": "many"}, Side.OBJECT, "dusk", None),
        ({"objects": "many", "subjects": "many"}, Side.SUBJECT, "ben", None),
        ({"objects": "many", "subjects": "one"}, Side.OBJECT, "noon", None),
        ({"objects": "one", "subjects": "one", "complete": True}, Side.OBJECT, "dawn", None),
    ],
)
def test_a_row_is_false_by_cardinality_or_by_a_complete_list_and_else_unknown(
    cardinality: dict[str, object], side: Side, value: str, rule: WhyWrong | None
) -> None:
    small = base([relation(**cardinality)], ROWS, more={"film": ["noon"]})  # type: ignore[arg-type]
    assert why_against(small, side, value) == rule


def test_a_second_true_object_is_never_false() -> None:
    rows = [fact("ada", "made", "dawn"), fact("ada", "made", "dusk")]
    small = base([relation(objects="many", subjects="one", complete=True)], rows)
    assert why_against(small, Side.OBJECT, "dusk") is None


def test_the_twin_of_a_symmetric_row_is_true() -> None:
    friends = relation(
        "knows", object="person", objects="many", subjects="many", complete=True, symmetric=True
    )
    small = base(
        [friends], [fact("ada", "knows", "ben"), fact("cleo", "knows", "ada")], more={"person": ["dan"]}
    )
    assert why_against(small, Side.OBJECT, "cleo") is None
    assert why_against(small, Side.OBJECT, "dan") is WhyWrong.COMPLETE


def test_a_lure_is_false_for_its_own_fact_alone() -> None:
    rows = [fact("ada", "made", "dawn", lures=["noon"]), fact("ben", "made", "dusk")]
    small = base([relation(objects="many", subjects="many")], rows, more={"film": ["noon"]})
    assert why_against(small, Side.OBJECT, "noon") is WhyWrong.LURE
    assert why_against(small, Side.OBJECT, "noon", at=1) is None


@pytest.mark.parametrize(
    ("known", "other", "rule"),
    [("2015", "2015-11-20", None), ("2015-11-20", "2015", None), ("2015-11", "2015-12", WhyWrong.ONE_OBJECT)],
)
def test_a_date_that_may_be_the_same_day_is_not_false(known: str, other: str, rule: WhyWrong | None) -> None:
    born = relation("born", object="date", objects="one", subjects="many")
    small = base([born], [fact("ada", "born", known), fact("ben", "born", other)])
    assert why_against(small, Side.SUBJECT, "ben") == rule
    assert why_against(small, Side.OBJECT, small.facts[1].object) == rule


def test_what_held_at_another_time_proves_nothing_about_this_time() -> None:
    rows = [fact("ada", "made", "dawn", as_of="1912"), fact("ben", "made", "dusk", as_of="1925")]
    small = base([relation(objects="many", subjects="one")], rows)
    assert why_against(small, Side.OBJECT, "dusk") is None


def test_a_proof_rests_on_the_fact_itself_before_any_other_and_on_a_spoiler_last() -> None:
    rows = [
        fact("ada", "made", "dawn"),
        fact("ben", "made", "dusk", spoiler=True),
        fact("cleo", "made", "dusk"),
    ]
    both = base([relation(objects="one", subjects="many")], rows)
    itself = Prover(both).why_not(Ask.of(both.facts[0], Side.OBJECT), "dusk")
    assert itself is not None
    assert itself.facts == (both.facts[0],)
    claims = base([relation(objects="many", subjects="one")], rows)
    other = Prover(claims).why_not(Ask.of(claims.facts[0], Side.OBJECT), "dusk")
    assert other is not None
    assert other.facts == (claims.facts[2],)


@pytest.mark.parametrize(
    ("cardinality", "rows", "unique"),
    [
        ({"objects": "one"}, ["dawn"], True),
        ({"objects": "many"}, ["dawn"], False),
        ({"objects": "many", "complete": True}, ["dawn"], True),
        ({"objects": "many", "complete": True}, ["dawn", "dusk"], False),
    ],
)
def test_an_answer_is_the_only_one_by_cardinality_or_by_a_complete_list_of_one(
    cardinality: dict[str, object], rows: list[str], unique: bool
) -> None:
    small = base([relation(**cardinality)], [fact("ada", "made", film) for film in rows])  # type: ignore[arg-type]
    assert Prover(small).unique(Ask.of(small.facts[0], Side.OBJECT)) is unique


def test_a_complete_list_by_date_proves_nothing_since_dates_may_overlap() -> None:
    born = relation("born", object="date", objects="one", subjects="many", complete=True)
    small = base([born], [fact("ada", "born", "1981"), fact("ben", "born", "1981-12")])
    assert small.facts[0].object == PartialDate(1981)
    assert not Prover(small).unique(Ask.of(small.facts[0], Side.SUBJECT))
