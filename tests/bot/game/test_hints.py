"""What hints tell, and that they never tell the answer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game import hints
from questions.question import Answer
from tests.support.players import ANN
from tests.support.questions import (
    RIGHT,
    choice_question,
    clue_question,
    match_question,
    nearest_question,
    order_question,
    typed_question,
)


@pytest.mark.parametrize(("choices", "expected"), [(2, 0), (3, 1), (4, 2), (6, 4)])
def test_a_choice_question_keeps_the_right_choice_and_a_wrong_one(choices: int, expected: int) -> None:
    question = choice_question(choices=choices)
    assert hints.count(question) == expected
    removed = hints.removed(question, expected)
    assert len(removed) == expected
    assert RIGHT not in removed


def test_each_hint_takes_away_one_choice_more() -> None:
    question = choice_question(choices=6)
    steps = [set(hints.give(question, ANN, 1, number, 0.0).removed) for number in range(1, 5)]
    assert [len(step) for step in steps] == [1, 2, 3, 4]
    assert all(one < two for one, two in pairwise(steps))


def test_which_choice_goes_first_depends_on_the_question_alone() -> None:
    ids = [f"q{number}" for number in range(50)]
    first = [hints.removed(choice_question(id), 1) for id in ids]
    assert first == [hints.removed(choice_question(id), 1) for id in ids]
    assert set(first) == {(0,), (2,), (3,)}


def test_an_order_is_hinted_at_from_its_first_on_and_pairs_by_one_of_them() -> None:
    assert hints.letters(order_question()) == ("1. Dawn",)
    four = order_question(items=("Noon", "Dusk", "Dawn", "Rain"))
    assert hints.letters(four) == ("1. Dawn", "1. Dawn, 2. Noon")
    assert hints.letters(match_question()) == ("Ada Lee – Dawn",)


def test_a_question_with_clues_has_clues_and_no_hints() -> None:
    for question in (clue_question(clues=3), choice_question(clues=("clue 0", "clue 1", "clue 2"))):
        assert hints.count(question) == 0
        assert [hints.clue(question, 1, number, 0.0).text for number in (1, 2)] == ["clue 1", "clue 2"]


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("Krysten Ritter", "••••••• ••••••", 3),
        ("Up", "••", 1),
        ("2015", "••••", 2),
        ("Spider-Man: 2", "••••••-•••: •", 3),
        ("...", None, 0),
    ],
)
def test_letters_begin_with_the_shape_of_the_answer(text: str, first: str | None, count: int) -> None:
    masks = hints.letters(typed_question(text=text))
    assert len(masks) == count
    assert (masks[0] if masks else None) == first


def test_a_number_has_no_letters_to_hint_at() -> None:
    assert hints.count(nearest_question()) == 0


def test_a_list_is_hinted_at_by_one_more_first_letter_each() -> None:
    names = ("Iron Fist", "Luke Cage", "Q", "7 Seas", "Jessica Jones")
    answer = Answer("a list", parts=tuple(Answer(name) for name in names), needed=3)
    question = typed_question(answer=answer)
    masks = hints.letters(question)
    assert masks == hints.letters(question)
    assert len(masks) == hints.count(question) == 3
    assert [mask.count("…") for mask in masks] == [1, 2, 3]
    assert all(later.startswith(earlier) for earlier, later in pairwise(masks))
    assert set(masks[-1].split(", ")) < {"I…", "L…", "J…"} | {"7…"}


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("Krysten Ritter", ("••••••• ••••••", "K•••••• R•••••", "K•••t•• R•t•••")),
        ("Alias Investigations", ("••••• ••••••••••••••", "A•••s I•••••••••••••", "A•••s In•••t••••i•••")),
        ("Rhythm of the night", ("•••••• •• ••• •••••", "R••••• o• t•• •••••", "R••t•• o• t•• n••••")),
    ],
)
def test_letters_show_first_letters_before_others_and_a_third_at_most(
    text: str, masks: tuple[str, ...]
) -> None:
    question = typed_question(text=text)
    assert hints.letters(question) == masks
    given = [hints.give(question, ANN, 1, number, 0.0) for number in range(1, hints.count(question) + 1)]
    assert tuple(hint.text for hint in given) == masks


def test_initials_are_not_shown_where_they_are_an_answer() -> None:
    answer = Answer("Federal Bureau of Investigation", accepted=("Federal Bureau of Investigation", "F.B.I."))
    for mask in hints.letters(typed_question(answer=answer)):
        assert "".join(char for char in mask if char in "FBI") != "FBI"


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60)


@given(text=TEXTS, forms=st.lists(TEXTS, max_size=3), id=st.text(max_size=5))
def test_letters_never_give_the_answer_away(text: str, forms: list[str], id: str) -> None:
    question = typed_question(id, answer=Answer(text, accepted=(text, *forms)))
    masks = hints.letters(question)
    assert len(masks) == len(set(masks)) <= 3
    for mask in masks:
        seen = [char for char in mask if char.isalnum()]
        hidden = mask.count(hints.HIDDEN) - text.count(hints.HIDDEN)
        assert len(seen) <= (len(seen) + hidden) / 3
        spelt = "".join(seen).casefold()
        for form in (text, *forms):
            letters = "".join(char for char in form if char.isalnum()).casefold()
            assert not letters or letters not in spelt
    assert masks == hints.letters(question)
