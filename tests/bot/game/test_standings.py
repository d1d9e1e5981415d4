"""Totals and ranks."""

from __future__ import annotations

import pytest

from bot.game.events import Award, CloseReason, Player, RoundClosed
from bot.game.standings import Tally, climbers, count, standings, team_standings, winners
from tests.support.players import ANN, BEN, CAT


def award(player: Player, points: int, streak: int) -> Award:
    return Award(player, points > 0, points, points, 0, 0, streak, 1.0)


def closed(*awards: Award, round: int = 1, out: tuple[Player, ...] = ()) -> RoundClosed:
    return RoundClosed(1.0, round, CloseReason.TIME, awards, 2.0, out)


def test_awards_add_up_and_wrong_answers_count_as_answered() -> None:
    tallies = count({}, closed(award(ANN, 10, 1), award(BEN, 0, 0)), missing_ends_streak=True)
    tallies = count(tallies, closed(award(ANN, 11, 2)), missing_ends_streak=True)
    assert tallies == {1: Tally(ANN, 21, 2, 2, 2), 2: Tally(BEN, 0, 0, 1, 0)}


def test_an_unanswered_round_ends_a_streak_and_a_skipped_one_does_not() -> None:
    tallies = {1: Tally(ANN, 10, 1, 1, 1)}
    assert count(tallies, closed(), missing_ends_streak=True)[1] == Tally(ANN, 10, 1, 1, 0)
    assert count(tallies, closed(), missing_ends_streak=False) == tallies


def test_equal_points_share_a_rank_and_the_next_is_left_out() -> None:
    table = standings([Tally(CAT, 5, 1, 1), Tally(BEN, 20, 1, 3), Tally(ANN, 20, 2, 2)])
    assert [(row.rank, row.player, row.points) for row in table] == [(1, ANN, 20), (1, BEN, 20), (3, CAT, 5)]


def test_who_stands_higher_after_a_round_than_before_has_climbed() -> None:
    tallies = {1: Tally(ANN, 50), 2: Tally(BEN, 45), 3: Tally(CAT, 10)}
    table = standings(tallies.values())
    assert climbers(table, closed()) == frozenset()
    assert climbers(table, closed(award(ANN, 10, 1))) == {ANN.id}
    assert climbers(table, closed(award(BEN, 40, 1), award(ANN, 5, 1))) == {BEN.id}
    assert climbers(table, closed(award(ANN, 50, 1), award(BEN, 45, 1), award(CAT, 10, 1))) == frozenset()


def test_who_lasts_longer_stands_higher_and_equal_points_do_not_make_them_equal() -> None:
    table = standings([Tally(ANN, 10), Tally(BEN, 40, out_in=2), Tally(CAT, 10, out_in=1)])
    assert [(row.rank, row.player) for row in table] == [(1, ANN), (2, BEN), (3, CAT)]


def test_who_survives_those_who_go_out_has_climbed() -> None:
    table = standings([Tally(ANN, 10), Tally(BEN, 40, out_in=2), Tally(CAT, 50, out_in=1)])
    assert climbers(table, closed(award(BEN, 0, 0), round=2, out=(BEN,))) == {ANN.id}


@pytest.mark.parametrize(
    ("tallies", "ids"),
    [
        ((Tally(ANN, 20), Tally(BEN, 10)), (1,)),
        ((Tally(ANN, 20), Tally(BEN, 20), Tally(CAT, 10)), (1, 2)),
        ((Tally(ANN, 10), Tally(BEN, 40, out_in=2)), (1,)),
        ((Tally(ANN, 20),), ()),  # nobody wins alone
        ((Tally(ANN), Tally(BEN)), ()),
        ((), ()),
    ],
)
def test_the_first_of_several_who_have_points_win(tallies: tuple[Tally, ...], ids: tuple[int, ...]) -> None:
    assert winners(standings(tallies), {}, ()) == ids


def test_who_answered_in_the_first_team_has_won() -> None:
    tallies = {ANN.id: Tally(ANN, 5), BEN.id: Tally(BEN, 50), CAT.id: Tally(CAT, 30)}
    teams = {ANN.id: 0, BEN.id: 0, CAT.id: 1, 4: 0}
    table = standings(tallies.values())
    assert winners(table, teams, team_standings(tallies, teams)) == (CAT.id,)
    equal = {ANN.id: Tally(ANN, 30), CAT.id: Tally(CAT, 30)}
    two = {ANN.id: 0, CAT.id: 1}
    assert winners(standings(equal.values()), two, team_standings(equal, two)) == (ANN.id, CAT.id)
    alone = {ANN.id: 0}
    assert winners(table, alone, team_standings(tallies, alone)) == ()
