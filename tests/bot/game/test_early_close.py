"""A round closes when all who are in have answered, after a grace."""

from __future__ import annotations

import pytest

from bot.game.decide import ANSWERED_GRACE
from bot.game.events import CloseReason, EverybodyAnswered, Player, QuestionAsked, Refusal, RoundClosed
from bot.game.game import Game, Phase
from tests.support.fakes import START
from tests.support.games import at, begun, begun_with_events, choice_questions, events_of, go_on, refusal
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import RIGHT, WRONG, clue_question, exact_judge


def second_round(*players: Player, **changes: object) -> Game:
    """The second question at 25 s, after these have answered the first; who started may be among them."""
    game = begun(choice_questions(9), **changes)
    for player in players:
        game.answer(player, RIGHT, 1, at(1))
    go_on(game, at(20))
    go_on(game, at(25))
    return game


def test_the_round_closes_two_seconds_after_the_last_of_those_who_are_in_has_answered() -> None:
    game = second_round(ANN, BEN)
    assert len(game.answer(ANN, RIGHT, 2, at(28))) == 1
    _, everybody = game.answer(BEN, WRONG, 2, at(30))
    assert everybody == EverybodyAnswered(at(30), 2, at(32))
    assert (game.everybody, game.deadline, game.phase) == (True, at(32), Phase.ASKING)
    assert game.tick(at(31.9)) == ()
    (closed,) = game.tick(at(32))
    assert isinstance(closed, RoundClosed)
    assert (closed.reason, [award.player for award in closed.awards]) == (CloseReason.ANSWERED, [ANN, BEN])


def test_in_the_grace_answers_may_be_changed_and_others_may_still_come_in_without_more_time() -> None:
    game = second_round(ANN)
    game.answer(ANN, WRONG, 2, at(30))
    assert len(game.answer(ANN, RIGHT, 2, at(31))) == 1
    assert len(game.answer(CAT, RIGHT, 2, at(32))) == 1
    assert refusal(game.answer(BEN, RIGHT, 2, at(32.1))) is Refusal.TOO_LATE
    (closed,) = game.tick(at(32))
    assert isinstance(closed, RoundClosed)
    assert [(award.player, award.correct) for award in closed.awards] == [(ANN, True), (CAT, True)]


def test_the_first_round_waits_for_everybody_in_the_channel() -> None:
    game = begun()
    assert len(game.answer(ANN, RIGHT, 1, at(3))) == 1
    assert game.deadline == at(20)


def test_where_players_have_joined_the_first_round_waits_for_them_alone() -> None:
    game = begun()
    game.join(BEN, at(0.5))
    game.answer(BEN, RIGHT, 1, at(3))
    assert game.answer(ANN, RIGHT, 1, at(4))[-1] == EverybodyAnswered(at(4), 1, at(6))


def test_somebody_who_joins_and_never_answers_is_awaited_for_three_rounds_at_most() -> None:
    game = begun(choice_questions(9))
    game.join(BEN, at(0.5))
    early = []
    for round in range(1, 6):
        outcome = game.answer(ANN, RIGHT, round, game.asked_at + 1)
        early.append(isinstance(outcome[-1], EverybodyAnswered))
        go_on(game, game.deadline or 0)
        go_on(game, game.deadline or 0)
    assert early == [False, False, True, True, True]


def test_who_votes_against_the_question_is_not_awaited() -> None:
    game = second_round(ANN, BEN, CAT)
    game.answer(CAT, RIGHT, 2, at(26))
    assert len(game.vote_skip(BEN, 2, at(27))) == 1
    assert isinstance(game.answer(ANN, RIGHT, 2, at(28))[-1], EverybodyAnswered)

    game = second_round(ANN, BEN, CAT)
    game.answer(ANN, RIGHT, 2, at(26))
    game.answer(CAT, RIGHT, 2, at(26))
    assert game.vote_skip(BEN, 2, at(27))[-1] == EverybodyAnswered(at(27), 2, at(29))


def test_a_round_that_is_about_to_run_out_is_left_alone() -> None:
    game = second_round(ANN)
    assert len(game.answer(ANN, RIGHT, 2, at(43))) == 1
    (closed,) = game.tick(at(45))
    assert isinstance(closed, RoundClosed)
    assert closed.reason is CloseReason.TIME


def test_no_clue_comes_in_the_grace_before_it_is_due() -> None:
    game = begun([clue_question(clues=4)])
    game.join(BEN, at(0))
    for player in (ANN, BEN):
        game.answer(player, "nobody", 1, at(4))
    assert game.tick(at(5)) != ()
    assert [clue.text for clue in game.clues] == ["clue 1"]
    assert isinstance(game.tick(at(6))[0], RoundClosed)


@pytest.mark.parametrize("away", [1.0, 3600.0])
def test_a_bot_that_dies_in_the_grace_comes_back_to_it(away: float) -> None:
    game, events = begun_with_events(choice_questions(9))
    journal = [*events, *events_of(game.shown(1, "m1", START)), *events_of(game.join(BEN, at(1)))]
    for player in (ANN, BEN):
        journal += events_of(game.answer(player, WRONG, 1, at(5)))
    again = Game.replay(journal, exact_judge)
    assert again == game
    again.resume(at(5 + away), away)
    assert again.left == ANSWERED_GRACE
    again.shown(1, "m1", at(10 + away))
    assert len(again.answer(BEN, RIGHT, 1, at(11 + away))) == 1
    (closed,) = again.tick(at(12 + away))
    assert isinstance(closed, RoundClosed)
    assert [award.player for award in closed.awards if award.correct] == [BEN]
    assert closed.reason is CloseReason.ANSWERED


def test_the_starter_or_whoever_may_goes_on_from_an_answer_and_nobody_else() -> None:
    for player, at_once in ((ANN, False), (BEN, True)):
        game = begun(choice_questions(9))
        game.tick(at(20))
        assert refusal(game.go_on(BEN, 1, at(21))) is Refusal.NOT_YOURS
        assert game.go_on(player, 1, at(21), at_once=at_once) == (QuestionAsked(at(21), 2, at(41)),)
        assert refusal(game.go_on(player, 1, at(22), at_once=at_once)) is Refusal.OTHER_ROUND
