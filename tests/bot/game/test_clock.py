"""The clock of a question runs while the question stands, and while the bot is there."""

from __future__ import annotations

import pytest

from bot.game.events import (
    ClockMoved,
    CloseReason,
    EndReason,
    GameEnded,
    GameResumed,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    Refusal,
    RoundClosed,
)
from bot.game.game import Game, Phase
from bot.game.state import SHOW_WITHIN
from tests.support.fakes import START
from tests.support.games import at, begun, begun_with_events, choice_questions, go_on, locked, refusal
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import RIGHT, choice_question, clue_question


def unshown(**changes: object) -> Game:
    """A game whose first question is on its way."""
    return begun_with_events(choice_questions(5), **changes)[0]


def test_nothing_happens_before_a_question_is_shown_and_then_it_has_its_whole_clock() -> None:
    game = unshown()
    assert game.tick(at(500)) == ()
    assert (game.left, game.handle) == (20, None)
    assert game.shown(1, "m1", at(500)) == (QuestionShown(at(500), 1, "m1", at(520)),)
    assert (game.left, game.handle, game.asked_at, game.deadline) == (None, "m1", at(500), at(520))
    assert locked(game.answer(ANN, RIGHT, 1, at(520))).elapsed == 20
    assert isinstance(game.tick(at(520))[0], RoundClosed)


def test_clues_wait_for_the_question() -> None:
    game = begun_with_events([clue_question(clues=4)])[0]
    assert game.tick(at(19)) == ()
    game.shown(1, "m1", at(100))
    assert game.deadline == at(105)


def test_who_answers_before_the_bot_knows_that_the_question_stands_answers_in_no_time() -> None:
    game = unshown()
    assert locked(game.answer(BEN, RIGHT, 1, at(50))).elapsed == 0
    game.shown(1, "m1", at(60))
    assert locked(game.answer(ANN, RIGHT, 1, at(65))).elapsed == 5
    (closed,) = game.tick(at(80))
    assert isinstance(closed, RoundClosed)
    assert [(award.player, award.elapsed) for award in closed.awards] == [(BEN, 0), (ANN, 5)]


@pytest.mark.parametrize(("seconds", "deadline"), [(0.0, 20), (1.0, 20), (1.01, 21.01)])
def test_a_question_that_comes_up_within_a_second_keeps_its_deadline(seconds: float, deadline: float) -> None:
    game = unshown()
    game.shown(1, "m1", at(seconds))
    assert game.handle == "m1"
    assert game.deadline is not None
    assert game.deadline - START == pytest.approx(deadline)


def test_a_question_that_is_hidden_stops_its_clock_until_it_is_shown_again() -> None:
    game = begun()
    assert game.hidden(1, at(7)) == (QuestionHidden(at(7), 1),)
    assert game.hidden(1, at(8)) == ()
    assert (game.left, game.handle) == (13, "m1")
    assert game.tick(at(300)) == ()
    assert locked(game.answer(ANN, RIGHT, 1, at(300))).elapsed == 7
    assert game.shown(1, "m1", at(307)) == (QuestionShown(at(307), 1, "m1", at(320)),)
    assert locked(game.answer(BEN, RIGHT, 1, at(310))).elapsed == 10
    assert isinstance(game.tick(at(320))[0], RoundClosed)


def test_a_clock_that_has_run_out_is_not_stopped() -> None:
    game = begun()
    assert game.hidden(1, at(20)) == ()
    assert isinstance(game.tick(at(20))[0], RoundClosed)


def test_a_question_that_is_sent_again_takes_the_new_place_and_no_more_time() -> None:
    game = begun()
    assert game.shown(1, "m1", at(8)) == ()
    game.shown(1, "m2", at(9))
    assert (game.handle, game.deadline) == ("m2", at(20))
    game.hidden(1, at(10))
    game.shown(1, "m3", at(10.5))
    assert (game.handle, game.deadline) == ("m3", at(20))


def test_the_next_question_has_no_place_yet() -> None:
    game = begun()
    game.tick(at(20))
    assert game.handle == "m1"
    game.tick(at(25))
    assert game.handle is None


def test_a_question_that_comes_up_after_its_close_is_only_noted() -> None:
    game = begun()
    game.tick(at(20))
    game.shown(1, "m2", at(22))
    assert (game.handle, game.deadline) == ("m2", at(25))


def test_a_question_that_cannot_be_shown_is_left_out_at_nobody_s_cost() -> None:
    game = begun(choice_questions(5), idle_rounds=1)
    game.answer(BEN, RIGHT, 1, at(20))
    game.tick(at(20))
    game.tick(at(25))
    (closed,) = game.leave_out(2, at(60))
    assert closed == RoundClosed(at(60), 2, CloseReason.LEFT_OUT, (), at(60))
    assert game.tick(at(60)) == (QuestionAsked(at(60), 3, at(80)),)
    game.shown(3, "m3", at(60))
    game.answer(BEN, RIGHT, 3, at(80))
    assert game.tick(at(80))[0].awards[0].streak == 2  # type: ignore[union-attr]


def test_rounds_left_out_do_not_count_as_idle_and_do_not_hide_those_that_are() -> None:
    game = begun(choice_questions(9), idle_rounds=2)
    game.tick(at(20))
    game.tick(at(25))
    game.leave_out(2, at(26))
    go_on(game, at(26))
    assert game.phase is Phase.ASKING
    assert isinstance(game.tick(at(46))[-1], GameEnded)


def test_who_was_playing_before_a_round_that_was_left_out_is_playing_still() -> None:
    game = begun(choice_questions(9))
    for player in (BEN, CAT):
        game.answer(player, RIGHT, 1, at(1))
    go_on(game, at(20))
    for round in (2, 3):
        game.tick(game.deadline or 0)
        game.leave_out(round, game.at)
    go_on(game, game.at)
    assert len(game.vote_skip(BEN, 4, game.at)) == 1


def test_what_was_locked_in_before_a_question_was_given_up_is_scored() -> None:
    game = unshown()
    game.answer(BEN, RIGHT, 1, at(3))
    (closed,) = game.leave_out(1, at(9))
    assert isinstance(closed, RoundClosed)
    assert [award.correct for award in closed.awards] == [True]


def test_a_question_that_stands_after_all_is_not_left_out() -> None:
    game = begun()
    assert game.leave_out(1, at(3)) == ()
    assert refusal(game.leave_out(2, at(3))) is Refusal.OTHER_ROUND
    assert refusal(game.hidden(2, at(3))) is Refusal.OTHER_ROUND


def test_three_questions_in_a_row_that_cannot_be_shown_end_the_game() -> None:
    game = begun(choice_questions(9))
    game.tick(at(20))
    for round in (2, 3):
        game.tick(game.deadline or 0)
        game.leave_out(round, game.at)
    go_on(game, game.at)
    game.tick(game.deadline or 0)
    for round in (5, 6):
        game.tick(game.deadline or 0)
        assert game.ended is None
        game.leave_out(round, game.at)
    game.tick(game.deadline or 0)
    closed, ended = game.leave_out(7, game.at)
    assert isinstance(closed, RoundClosed)
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.CHANNEL_LOST


def test_a_game_that_can_show_nothing_for_an_hour_ends_and_keeps_what_was_locked_in() -> None:
    game = unshown()
    game.answer(BEN, RIGHT, 1, at(3))
    assert game.deadline == at(SHOW_WITHIN)
    assert game.tick(at(SHOW_WITHIN) - 1) == ()
    closed, ended = game.tick(at(SHOW_WITHIN))
    assert isinstance(closed, RoundClosed)
    assert closed.awards[0].correct
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.CHANNEL_LOST


def test_the_time_away_moves_the_deadline_and_elapsed_keeps_its_meaning() -> None:
    game = begun()
    before = locked(game.answer(ANN, RIGHT, 1, at(5)))
    assert game.resume(at(1008), 1000) == (GameResumed(at(1008), 1000),)
    game.shown(1, "m1", at(1008))
    assert game.deadline == at(1020)
    assert game.answers[ANN.id] == before
    assert locked(game.answer(BEN, RIGHT, 1, at(1010))).elapsed == 10
    assert refusal(game.answer(CAT, RIGHT, 1, at(1020.1))) is Refusal.TOO_LATE


def test_the_time_away_moves_clues_and_pauses_too() -> None:
    game = begun([clue_question(clues=4), choice_question()])
    game.resume(at(101), 100)
    game.shown(1, "m1", at(101))
    assert game.deadline == at(105)
    game.tick(at(120))
    game.resume(at(1121), 1000)
    assert game.deadline == at(1125)


def test_after_a_restart_the_clock_runs_when_the_question_is_seen_to_stand() -> None:
    game = begun()
    game.resume(at(1007), 1000)
    assert (game.left, game.tick(at(1500))) == (13, ())
    assert game.shown(1, "m1", at(1507)) == (QuestionShown(at(1507), 1, "m1", at(1520)),)
    game.tick(at(1520))
    game.resume(at(1522), 1)
    assert (game.left, game.deadline) == (None, at(1526))


def test_after_a_restart_a_clock_that_had_run_out_stays_so() -> None:
    game = begun()
    game.resume(at(21), 1)
    assert game.left is None
    assert isinstance(game.tick(at(21))[0], RoundClosed)


def test_the_time_away_moves_the_wait_for_a_question_to_come_up() -> None:
    game = unshown()
    game.resume(at(1008), 1000)
    assert (game.left, game.deadline) == (20, at(1000 + SHOW_WITHIN))
    game.shown(1, "m1", at(1010))
    assert (game.asked_at, game.deadline) == (at(1010), at(1030))


@pytest.mark.parametrize("away", [-5.0, 0.0, 50.0])
def test_away_is_never_negative_nor_longer_than_since_the_last_event(away: float) -> None:
    game = begun()
    game.resume(at(10), away)
    game.shown(1, "m1", at(10))
    assert game.deadline == at(20 + min(max(away, 0), 10))


def test_a_clock_that_was_set_back_over_a_restart_does_not_freeze_the_game() -> None:
    game = unshown()
    game.shown(1, "m", at(0.5))
    assert game.resume(at(-3600), 0) == (GameResumed(at(-3600), 0),)
    game.shown(1, "m", at(-3600))
    assert game.deadline == at(-3600 + 19.5)
    game.answer(ANN, RIGHT, 1, at(-3600 + 1))
    assert game.answers[ANN.id].elapsed == pytest.approx(1.5)


def test_a_clock_that_goes_back_meanwhile_counts_as_standing_still() -> None:
    game = begun()
    game.answer(ANN, RIGHT, 1, at(10))
    assert locked(game.answer(BEN, RIGHT, 1, at(-50))).elapsed == 10
    assert game.tick(at(-50)) == ()


def test_a_hidden_question_is_the_same_after_a_replay() -> None:
    game, events = begun_with_events()
    journal = [*events, *game.shown(1, "m1", START), *game.hidden(1, at(7))]
    again = Game.replay(journal, game._judge)  # type: ignore[arg-type]
    assert again == game
    assert again.left == 13


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_a_clock_that_is_moved_takes_the_whole_game_along(by: float) -> None:
    game = begun()
    game.answer(ANN, RIGHT, 1, at(5))
    assert game.move_clock(at(6 + by), by) == (ClockMoved(at(6 + by), by),)
    assert game.deadline == at(20 + by)
    assert locked(game.answer(BEN, RIGHT, 1, at(8 + by))).elapsed == 8
    assert refusal(game.answer(CAT, RIGHT, 1, at(20.1 + by))) is Refusal.TOO_LATE
    game.tick(at(20 + by))
    assert game.move_clock(at(21), -by) == (ClockMoved(at(21), -by),)
    assert game.deadline == at(25)


def test_the_clock_of_a_game_that_has_ended_is_not_moved() -> None:
    game = begun()
    game.stop(ANN, EndReason.STOPPED, at(1))
    assert refusal(game.move_clock(at(3600), 3599)) is Refusal.ENDED
