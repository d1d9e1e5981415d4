from __future__ import annotations

import pytest

from questions.interchange.lists import Entry, Kept, Prompts

CAPITAL = Entry("What is the capital of France?", ("Paris",))
THERE = (
    CAPITAL,
    Entry("Which river flows through Paris?", ("Seine",)),
    Entry("What is the capital of Italy?", ("Rome",)),
)
PROMPTS = Prompts([Kept(number, entry) for number, entry in enumerate(THERE, 1)])


@pytest.mark.parametrize(
    "prompt",
    ["what is the CAPITAL of France", "What's the capital of Frence?", "Capital of France: what is it?"],
)
def test_what_asks_the_same_in_other_words_is_found_first(prompt: str) -> None:
    first = PROMPTS.near(Entry(prompt, ("paris",)), 3)[0]
    assert (first.kept.number, first.same) == (1, True)


def test_the_same_words_with_another_answer_are_near_but_not_the_same() -> None:
    first = PROMPTS.near(Entry("What is the capital of France?", ("Lyon",)), 3)[0]
    assert (first.kept.number, first.same) == (1, False)


def test_what_is_not_alike_is_not_shown() -> None:
    assert PROMPTS.near(Entry("Who wrote Hamlet?", ("Shakespeare",)), 3) == []


def test_no_more_are_shown_than_asked_for() -> None:
    many = Prompts([Kept(number, CAPITAL) for number in range(9)])
    assert len(many.near(CAPITAL, 3)) == 3
