"""The forms that a game may take: a race, and playing for points."""

from __future__ import annotations

from bot.game.events import CloseReason, EndReason, GameEnded, RoundClosed
from bot.game.game import Phase
from tests.support.games import at, begun, choice_questions, go_on, locked
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import RIGHT, WRONG, nearest_question, typed_question


def test_in_a_race_the_first_right_answer_closes_the_round_and_takes_the_points() -> None:
    game = begun([typed_question("t1"), typed_question("t2")], race=True)
    game.answer(ANN, "nobody", 1, at(1))
    _, closed = game.answer(BEN, "Krysten Ritter", 1, at(2))
    assert isinstance(closed, RoundClosed)
    assert closed.reason is CloseReason.ANSWERED
    assert [(award.player, award.points > 0) for award in closed.awards] == [(BEN, True), (ANN, False)]


def test_in_a_race_one_may_try_again_until_somebody_has_it() -> None:
    game = begun([typed_question("t1"), typed_question("t2")], race=True)
    for second, player in enumerate((ANN, BEN, CAT), start=1):
        locked(game.answer(player, "nobody", 1, at(second)))
    assert (game.phase, game.deadline) == (Phase.ASKING, at(20))
    assert isinstance(game.answer(ANN, "Krysten Ritter", 1, at(6))[-1], RoundClosed)


def test_in_a_race_where_nobody_is_right_the_clock_closes_the_round_and_the_nearest_number_wins() -> None:
    game = begun([nearest_question("n")], race=True)
    game.answer(ANN, "11", 1, at(1))
    game.answer(BEN, "12", 1, at(2))
    assert game.phase is Phase.ASKING
    closed, _ = game.tick(at(20))
    assert isinstance(closed, RoundClosed)
    assert [award.player for award in closed.awards if award.correct] == [BEN]


def test_a_game_for_points_ends_when_somebody_has_them() -> None:
    game = begun(choice_questions(9), target=30)
    game.answer(ANN, RIGHT, 1, at(0))
    game.answer(BEN, WRONG, 1, at(0))
    game.tick(at(20))
    assert game.phase is Phase.REVEALING
    go_on(game, at(25))
    game.answer(ANN, RIGHT, 2, at(25))
    ended = game.tick(at(45))[-1]
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.TARGET
    assert game.standings[0].points >= 30


def test_a_game_for_points_ends_with_its_questions_where_nobody_gets_them() -> None:
    game = begun(choice_questions(1), target=1000)
    game.answer(ANN, RIGHT, 1, at(1))
    ended = game.tick(at(20))[-1]
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.FINISHED
