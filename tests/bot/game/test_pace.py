"""How long questions and answers stand, by what there is to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.game import pace
from questions.question import Answer, Choice, Citation, WhyWrong
from tests.support.games import at, begun
from tests.support.questions import choice_question, clue_question, order_question, typed_question


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(("count", "seconds"), [(1, 20), (25, 20), (28, 21), (40, 25), (85, 40), (1000, 40)])
def test_a_long_question_gets_more_seconds_up_to_a_limit(count: int, seconds: float) -> None:
    assert pace.question_seconds(typed_question(prompt=words(count)), 20) == seconds


def test_the_choices_and_the_first_clue_are_read_too() -> None:
    choices = (Choice(words(20)), Choice(words(17), WhyWrong.LURE))
    question = replace(choice_question(), choices=choices, correct=0)
    assert pace.question_seconds(question, 20) == 25
    assert pace.question_seconds(clue_question(prompt=words(25), clues=3), 20) == 21


@pytest.mark.parametrize(("count", "seconds"), [(1, 4), (9, 5), (15, 7), (29, 12), (500, 12)])
def test_a_pause_is_as_long_as_the_reveal_takes_to_read(count: int, seconds: float) -> None:
    assert pace.reveal_seconds(typed_question(answer=Answer("One"), statement=words(count - 1))) == seconds


def test_time_to_tap_is_given_for_what_is_to_be_arranged() -> None:
    assert pace.question_seconds(order_question(), 20) == 26
    assert pace.question_seconds(order_question(items=[words(8)] * 3), 20) == 27


def test_one_source_is_read() -> None:
    source = Citation("s", words(6))
    plain = typed_question(statement=words(10))
    cited = typed_question(statement=words(10), citations=(source, source))
    assert pace.reveal_seconds(cited) == pace.reveal_seconds(plain) + 2


def test_a_game_keeps_to_the_pace_unless_its_rules_say_otherwise() -> None:
    long = typed_question(prompt=words(40), statement=words(16))
    game = begun([long, long], pause_seconds=None)
    assert (game.seconds, game.round_deadline) == (25, at(25))
    game.tick(at(25))
    assert game.deadline == at(33)
