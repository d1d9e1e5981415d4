"""What an import would do: what is added, changed, or there already in other words."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from questions.interchange.lists import Entry, Kept, Placed, Plan, Planner
from questions.interchange.lists.duplicates import DuplicateIndex
from tests.support.lists import many_entries

FRANCE = Entry("What is the capital of France?", ("Paris",))


def placed(*entries: Entry) -> list[Placed]:
    return [Placed(at, entry) for at, entry in enumerate(entries, 1)]


def plan(
    *entries: Entry, kept: tuple[Entry, ...] = (), others: tuple[Entry, ...] = (), keep: bool = False
) -> Plan:
    planner = Planner([(entry, "the same as a question of Rivers") for entry in others], keep_duplicates=keep)
    return planner.plan(
        placed(*entries), [Kept(number, entry) for number, entry in enumerate(kept, 1)], "line"
    )


@pytest.mark.parametrize(
    "other",
    [
        Entry("what is  the capital of FRANCE", ("Paris",)),
        Entry("What's the capital of France?", ("paris",)),
        Entry("What is the capital of Frence?", ("Paris", "Lutetia")),
        Entry("What is the captial of France?", ("The Paris",)),
        Entry("What is the capital of France?", ("Paris",), ("Rome", "Lima")),
    ],
)
def test_what_asks_the_same_in_other_words_is_a_duplicate(other: Entry) -> None:
    assert DuplicateIndex([(FRANCE, 7)]).find(other) == 7
    assert DuplicateIndex([(other, 7)]).find(FRANCE) == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FRANCE, Entry("What is the capital of France?", ("Lyon",))),
        (FRANCE, Entry("Which river flows through the capital of France?", ("Paris",))),
        (FRANCE, replace(FRANCE, picture="https://a.example/b.png")),
        (
            Entry("Who won the World Cup in 1994?", ("Brazil",)),
            Entry("Who won the World Cup in 2002?", ("Brazil",)),
        ),
        (
            Entry("The sun is a star.", ("True",), ("False",)),
            Entry("The moon is a star.", ("True",), ("False",)),
        ),
        (Entry("Which actor plays Luke Cage?", ("Mike",)), Entry("Which actor plays Danny Rand?", ("Mike",))),
    ],
)
def test_what_asks_something_else_is_none(one: Entry, other: Entry) -> None:
    assert DuplicateIndex([(one, 7)]).find(other) is None
    assert DuplicateIndex([(other, 7)]).find(one) is None


def test_new_questions_are_added_and_the_same_again_is_skipped_with_its_line() -> None:
    made = plan(FRANCE, Entry("Who?", ("Ann",)), Entry("What is the capital of france", ("Paris",)))
    assert [one.at for one in made.added] == [1, 2]
    assert [(one.at, one.why) for one in made.skipped] == [(3, "the same as line 1")]


def test_questions_of_other_packs_are_not_added_again_unless_that_is_wanted() -> None:
    assert [one.why for one in plan(FRANCE, others=(FRANCE,)).skipped] == ["the same as a question of Rivers"]
    assert len(plan(FRANCE, others=(FRANCE,), keep=True).added) == 1


def test_importing_a_list_again_changes_what_was_changed_and_nothing_else() -> None:
    rome = Entry("Capital of Italy?", ("Rome",), explanation="Old.")
    made = plan(FRANCE, replace(rome, explanation="New."), kept=(FRANCE, rome))
    assert made.added == ()
    assert [(one.before.number, one.entry.explanation, one.what) for one in made.changed] == [
        (2, "New.", "explanation")
    ]
    assert [one.why for one in made.skipped] == ["the same as question 1 of this pack"]


def test_an_answer_that_was_put_right_is_a_change() -> None:
    made = plan(replace(FRANCE, accepted=("Lyon",)), kept=(FRANCE,))
    assert [one.what for one in made.changed] == ["answers"]


def test_one_prompt_with_other_choices_each_time_is_a_question_each_time() -> None:
    entries = [
        Entry("Which of these is a river?", (name,), ("Rome", f"{name} Town"))
        for name in ("Nile", "Oder", "Po")
    ]
    assert len(plan(*entries).added) == 3
    assert len(plan(*entries, kept=tuple(entries)).skipped) == 3


def test_one_prompt_with_another_answer_to_be_typed_contradicts_the_first() -> None:
    made = plan(FRANCE, replace(FRANCE, accepted=("Lyon",)))
    assert len(made.added) == 1
    assert "line 1 asks the same with another answer" in made.skipped[0].why


def test_the_second_file_knows_what_the_first_brings() -> None:
    planner = Planner([])
    assert len(planner.plan(placed(FRANCE), [], "line").added) == 1
    assert len(planner.plan(placed(FRANCE), [], "line").skipped) == 1


def test_none_of_many_different_questions_is_taken_for_another() -> None:
    made = plan(*many_entries(2_000))
    assert made.skipped == ()


def test_thousands_are_compared_with_thousands_in_seconds() -> None:
    began = process_time()
    entries = many_entries(4_000)
    assert len(plan(*entries[2_000:], others=tuple(entries)).skipped) == 2_000
    assert process_time() - began < 10
