"""The forms that a game may take: races, playing for points, survival, teams."""

from __future__ import annotations

from typing import Any

import pytest

from bot.game.events import (
    CloseReason,
    EndReason,
    GameEnded,
    PlayerJoined,
    Refusal,
    RoundClosed,
    TeamStanding,
)
from bot.game.game import Game, Phase
from bot.game.rules import Rules
from bot.game.standings import Tally, team_standings
from tests.support.games import (
    at,
    begun,
    begun_with_events,
    choice_questions,
    go_on,
    locked,
    refusal,
)
from tests.support.players import ANN, BEN, CAT, crowd
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


def play_round(game: Game, *right: bool) -> RoundClosed:
    """The round that is open, in which Ann, Ben and Cat are right or wrong; its close."""
    start = game.asked_at
    for player, is_right in zip((ANN, BEN, CAT), right, strict=False):
        game.answer(player, RIGHT if is_right else WRONG, game.round, start + 1)
    (closed, *_) = game.tick(game.round_deadline)
    assert isinstance(closed, RoundClosed)
    if game.phase is Phase.REVEALING:
        go_on(game, closed.next_at)
    return closed


def test_a_wrong_answer_costs_a_life_and_who_has_none_left_is_out() -> None:
    game = begun(choice_questions(9), lives=2)
    assert play_round(game, True, False, False).out == ()
    assert (game.lives_left(ANN.id), game.lives_left(BEN.id)) == (2, 1)
    assert play_round(game, True, False, True).out == (BEN,)
    assert refusal(game.answer(BEN, RIGHT, 3, game.asked_at + 1)) is Refusal.OUT
    assert BEN.id not in game.present


def test_nobody_loses_a_life_by_keeping_silent() -> None:
    game = begun(choice_questions(9), lives=1)
    play_round(game, True, True)
    play_round(game, True)
    assert game.lives_left(BEN.id) == 1


@pytest.mark.parametrize(
    ("right", "reason"),
    [((True, False), EndReason.LAST_STANDING), ((False, False), EndReason.ALL_OUT)],
)
def test_survival_ends_when_at_most_one_is_left(right: tuple[bool, bool], reason: EndReason) -> None:
    game = begun(choice_questions(9), lives=1)
    play_round(game, *right)
    assert game.ended is not None
    assert game.ended.reason is reason


def test_who_plays_survival_alone_goes_on_as_long_as_there_are_lives() -> None:
    game = begun(choice_questions(9), lives=2)
    play_round(game, True)
    play_round(game, False)
    assert game.phase is Phase.ASKING
    play_round(game, False)
    assert game.ended is not None
    assert game.ended.reason is EndReason.ALL_OUT


def test_in_the_lobby_players_choose_their_team_and_may_change_it() -> None:
    game, _ = begun_with_events(choice_questions(3), teams=2, lobby_seconds=10)
    assert game.join(ANN, at(1), 1) == (PlayerJoined(at(1), ANN, 1),)
    assert game.join(ANN, at(2), 1) == ()
    assert game.join(ANN, at(3), 0) == (PlayerJoined(at(3), ANN, 0),)
    assert (game.teams, game.joined) == ({ANN.id: 0}, (ANN,))
    game.join(BEN, at(4), 7)
    assert game.teams == {ANN.id: 0}


def test_who_has_no_team_gets_into_the_smallest_one_with_the_first_answer() -> None:
    game = begun(choice_questions(3), teams=3)
    for player in crowd(5):
        game.answer(player, RIGHT, 1, at(1))
        game.answer(player, WRONG, 1, at(2))
    assert list(game.teams.values()) == [0, 1, 2, 0, 1]


def test_a_team_has_the_mean_of_its_better_half_so_that_size_does_not_win() -> None:
    players = crowd(6)
    points = dict(zip((player.id for player in players), (50, 30, 10, 0, 45, 0), strict=True))
    tallies = {player.id: Tally(player, points[player.id]) for player in players if points[player.id]}
    teams = {player.id: 0 if place < 4 else 1 for place, player in enumerate(players)}
    assert team_standings(tallies, teams) == (TeamStanding(1, 1, 45, 2), TeamStanding(2, 0, 40, 4))


def test_teams_with_equal_points_share_a_rank() -> None:
    ranks = [row.rank for row in team_standings({ANN.id: Tally(ANN, 9)}, {ANN.id: 2, BEN.id: 0, CAT.id: 1})]
    assert ranks == [1, 2, 2]


def test_the_end_tells_how_the_teams_stand() -> None:
    game = begun(choice_questions(1), teams=2)
    game.answer(ANN, RIGHT, 1, at(1))
    game.answer(BEN, WRONG, 1, at(1))
    ended = game.tick(at(20))[-1]
    assert isinstance(ended, GameEnded)
    assert [(row.team, row.players) for row in ended.teams] == [(0, 1), (1, 1)]


@pytest.mark.parametrize("changes", [{"teams": 1}, {"teams": 5}, {"lives": -1}, {"target": -1}])
def test_forms_that_make_no_sense_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(changes))):
        Rules(**changes)


def play_timed_round(game: Game, **answers: tuple[int, float]) -> None:
    """The round that is open, in which players give an answer after so many seconds."""
    players = {"ann": ANN, "ben": BEN, "cat": CAT}
    for name, (guess, seconds) in sorted(answers.items(), key=lambda one: one[1][1]):
        game.answer(players[name], guess, game.round, game.asked_at + seconds)
    (closed, *_) = game.tick(game.round_deadline)
    assert isinstance(closed, RoundClosed)
    if game.phase is Phase.REVEALING:
        go_on(game, closed.next_at)


def test_in_survival_who_lasts_longer_wins_whatever_the_points() -> None:
    game = begun(choice_questions(9), lives=1)
    play_timed_round(game, ann=(RIGHT, 19), ben=(RIGHT, 0), cat=(WRONG, 1))
    play_timed_round(game, ann=(RIGHT, 19), ben=(RIGHT, 0))
    play_timed_round(game, ann=(RIGHT, 19), ben=(WRONG, 0))
    assert game.ended is not None
    assert game.ended.reason is EndReason.LAST_STANDING
    assert [(row.rank, row.player, row.out_in) for row in game.ended.standings] == [
        (1, ANN, 0),
        (2, BEN, 3),
        (3, CAT, 1),
    ]
    game = begun(choice_questions(3), lives=1)
    play_timed_round(game, ann=(RIGHT, 19), ben=(RIGHT, 0))
    play_timed_round(game, ben=(WRONG, 0))
    assert [(row.rank, row.player, row.points > 10) for row in game.standings] == [
        (1, ANN, False),
        (2, BEN, True),
    ]


def test_in_survival_points_decide_between_those_who_last_equally_long() -> None:
    game = begun(choice_questions(2), lives=1)
    play_timed_round(game, ann=(RIGHT, 19), ben=(RIGHT, 0), cat=(WRONG, 1))
    play_timed_round(game, ann=(RIGHT, 1), ben=(RIGHT, 1))
    assert game.ended is not None
    assert game.ended.reason is EndReason.FINISHED
    assert [row.player for row in game.ended.standings] == [BEN, ANN, CAT]
