"""Wrong choices that tempt, and a right one that does not stand out."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from questions.facts.model import FactBase
from questions.generators.distractors import Wrong, fair_set, ranked_wrongs, wrong_entities
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Refutation, Side
from questions.question import WhyWrong
from tests.support.fact_bases import base, fact, relation


def wrongs(*texts: str) -> list[Wrong]:
    return [Wrong(text, Refutation(WhyWrong.COMPLETE)) for text in texts]


@pytest.mark.parametrize(
    ("right", "others"),
    [
        ("The Hand", ["Hydra", "Shield", "Stark"]),
        ("Hydra", ["The Hand", "The Kree", "The Fist"]),
        ("Season 2", ["The pilot", "The finale", "The special"]),
        ("A wish to grow and to be challenged by her own crew", ["A bet", "A dream", "A dare"]),
        (
            "A bet",
            ["A long-held and often told dream", "A contract with many clauses", "An order from the studio"],
        ),
    ],
)
def test_no_set_is_made_in_which_the_right_choice_can_be_told_by_its_looks(
    right: str, others: list[str]
) -> None:
    assert fair_set(right, wrongs(*others), 3) == []


def test_no_set_is_made_in_which_two_choices_may_name_one_thing() -> None:
    assert fair_set("Cleo Dae", wrongs("Ada Lee", "Ada Lee Junior", "Ben Ray"), 3) == []


def test_a_set_is_made_once_a_choice_shares_each_look_of_the_right_one() -> None:
    found = fair_set("The Hand", wrongs("Hydra", "Shield", "Stark", "The Kree"), 3)
    assert [wrong.text for wrong in found] == ["Hydra", "Shield", "The Kree"]


def test_a_word_that_the_prompt_holds_stands_in_a_wrong_choice_too() -> None:
    others = wrongs("Dark Star", "Blue Moon", "Red Sun", "Cold Moon")
    assert {w.text for w in fair_set("Full Moon", others[:1] + others[2:3], 2, {"moon"})} == set()
    assert "Blue Moon" in {w.text for w in fair_set("Full Moon", others, 2, {"moon"})}


@pytest.fixture
def studio() -> FactBase:
    rows = [
        fact(f"person-{n:02}", "made", f"film-{n:02}", topic="old" if n < 6 else "new") for n in range(40)
    ]
    names = {
        f"film-{n:02}": f"{chr(65 + n % 26)}{'aeiou'[n % 5]}nder {chr(65 + n // 2)}all" for n in range(40)
    }
    return base([relation(objects="one", subjects="one")], rows, names=names)


def test_wrong_choices_of_the_same_topic_come_first(studio: FactBase) -> None:
    index = FactIndex(studio)
    ask = Ask.of(studio.facts[0], Side.OBJECT)
    near = [
        wrong.entity in {f"film-{n:02}" for n in range(6)}
        for seed in range(20)
        for wrong in wrong_entities(index, ask, "", Random(seed))
    ]
    assert sum(near) > len(near) * 0.8


def test_wrong_choices_come_from_the_group_of_the_right_one(studio: FactBase) -> None:
    group = {f"film-{n:02}" for n in range(3, 40, 4)}
    index = FactIndex(replace(studio, groups=dict.fromkeys(group, "westerns")))
    ask = Ask.of(studio.facts[3], Side.OBJECT)
    for seed in range(20):
        assert {wrong.entity for wrong in wrong_entities(index, ask, "", Random(seed))} <= group


def test_wrong_choices_differ_from_seed_to_seed(studio: FactBase) -> None:
    index = FactIndex(studio)
    ask = Ask.of(studio.facts[20], Side.OBJECT)
    sets = {tuple(w.text for w in wrong_entities(index, ask, "", Random(seed))) for seed in range(20)}
    assert len(sets) > 10


def test_what_stands_in_the_prompt_is_no_wrong_choice(studio: FactBase) -> None:
    index = FactIndex(studio)
    ask = Ask.of(studio.facts[0], Side.OBJECT)
    name = studio.entities["film-01"].name
    assert all(
        wrong.entity != "film-01"
        for seed in range(20)
        for wrong in ranked_wrongs(index, ask, f"What came before {name}?", Random(seed))
    )


def test_a_name_that_is_another_name_of_the_answer_is_no_wrong_choice() -> None:
    rows = [fact("ada", "made", "hellcat"), fact("ben", "made", "trish"), fact("cleo", "made", "kilgrave")]
    small = base(
        [relation(objects="one")],
        rows,
        names={"hellcat": ("Hellcat", "Trish Walker"), "trish": "Trish Walker"},
    )
    found = ranked_wrongs(FactIndex(small), Ask.of(small.facts[0], Side.OBJECT), "", Random(0))
    assert [wrong.text for wrong in found] == ["Kilgrave"]


def test_a_wrong_choice_whose_proof_is_a_spoiler_is_left_to_spoilers() -> None:
    rows = [
        fact("ada", "made", "dawn"),
        fact("ben", "made", "dusk", spoiler=True),
        fact("cleo", "made", "noon"),
    ]
    small = base([relation(objects="many", subjects="one")], rows)
    index = FactIndex(small)
    safe = ranked_wrongs(index, Ask.of(small.facts[0], Side.OBJECT), "", Random(0))
    assert [wrong.text for wrong in safe] == ["Noon"]
    spoiling = ranked_wrongs(index, Ask.of(small.facts[1], Side.OBJECT), "", Random(0))
    assert {wrong.text for wrong in spoiling} == {"Dawn", "Noon"}
