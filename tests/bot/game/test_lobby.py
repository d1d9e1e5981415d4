"""Players gather in the lobby before the first question."""

from __future__ import annotations

import pytest

from bot.game.events import EndReason, GameStarted, PlayerJoined, QuestionAsked, Refusal
from bot.game.game import Game, Phase
from bot.game.rules import Rules
from tests.support.games import at, begun_with_events, choice_questions, events_of, refusal
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import RIGHT, exact_judge


def in_lobby(seconds: float = 10) -> Game:
    return begun_with_events(choice_questions(3), lobby_seconds=seconds)[0]


def test_a_game_with_a_lobby_begins_without_a_question_which_follows_when_the_time_is_over() -> None:
    game, events = begun_with_events(choice_questions(3), lobby_seconds=10)
    assert [type(event) for event in events] == [GameStarted]
    assert (game.phase, game.round, game.deadline) == (Phase.LOBBY, 0, at(10))
    assert game.tick(at(9.9)) == ()
    assert game.tick(at(10)) == (QuestionAsked(at(10), 1, at(30)),)


def test_without_a_lobby_the_first_question_comes_at_once() -> None:
    game, events = begun_with_events(choice_questions(3), lobby_seconds=0)
    assert [type(event) for event in events] == [GameStarted, QuestionAsked]
    assert game.round == 1


def test_a_player_joins_once_and_whoever_started_may_do_so_too() -> None:
    game = in_lobby()
    assert game.join(BEN, at(1)) == (PlayerJoined(at(1), BEN),)
    assert game.join(BEN, at(2)) == ()
    game.join(ANN, at(3))
    assert game.joined == (BEN, ANN)


def test_the_first_round_waits_for_those_who_joined() -> None:
    game = in_lobby()
    game.join(BEN, at(1))
    game.tick(at(10))
    game.shown(1, "m1", at(10))
    game.answer(BEN, RIGHT, 1, at(11))
    game.answer(ANN, RIGHT, 1, at(12))
    assert (game.everybody, game.deadline) == (True, at(14))


def test_who_started_it_or_a_quizmaster_begins_at_once_and_nobody_else() -> None:
    game = in_lobby()
    assert refusal(game.go_on(BEN, 0, at(1))) is Refusal.NOT_YOURS
    assert isinstance(game.snapshot().go_on(ANN, 0, at(1))[0], QuestionAsked)
    (asked,) = game.go_on(CAT, 0, at(2), at_once=True)
    assert asked == QuestionAsked(at(2), 1, at(22))
    assert refusal(game.go_on(ANN, 0, at(3))) is Refusal.OTHER_ROUND


def test_in_the_lobby_there_is_nothing_to_answer_or_skip() -> None:
    game = in_lobby()
    for outcome in (
        game.answer(BEN, RIGHT, 0, at(1)),
        game.hint(BEN, 0, at(1)),
        game.vote_skip(ANN, 0, at(1)),
    ):
        assert refusal(outcome) is Refusal.NOT_ASKING


def test_a_game_may_be_stopped_in_its_lobby() -> None:
    game = in_lobby()
    game.stop(ANN, EndReason.STOPPED, at(1))
    assert (game.phase, game.standings) == (Phase.ENDED, ())


def test_the_lobby_stands_still_while_the_bot_is_away() -> None:
    game = in_lobby()
    game.join(BEN, at(4))
    game.resume(at(104), 100)
    assert game.deadline == at(110)
    assert game.joined == (BEN,)


def test_the_lobby_moves_along_with_the_clock() -> None:
    game = in_lobby()
    game.move_clock(at(3601), 3600)
    assert game.deadline == at(3610)


def test_where_the_lobby_stands_is_known_after_a_replay() -> None:
    game, events = begun_with_events(choice_questions(3), lobby_seconds=10)
    more = events_of((*game.shown(0, "m0", at(0.5)), *game.join(CAT, at(1))))
    replayed = Game.replay((*events, *more), exact_judge)
    assert replayed == game
    assert (replayed.handle, replayed.deadline) == ("m0", at(10))


@pytest.mark.parametrize("seconds", [-1, 301])
def test_a_lobby_has_a_sensible_length(seconds: float) -> None:
    with pytest.raises(ValueError, match="lobby_seconds"):
        Rules(lobby_seconds=seconds)
