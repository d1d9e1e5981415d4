"""What counts for achievements in one quiz."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import permutations

import pytest

from bot.game.achievements import ACHIEVEMENTS, Answered, Career, Done, days_in_a_row, done_in, reached
from bot.game.events import Award, Player
from tests.support.databases import NOON

TODAY = NOON.date()


def given(player: int, points: int = 10, *, elapsed: float = 5.0) -> Award:
    """What a player got: right if it is anything."""
    return Award(Player(player, ""), points > 0, points, points, 0, 0, int(points > 0), elapsed)


def asked(*awards: Award, level: int = 1, topic: str = "") -> Answered:
    return Answered(level, topic, awards)


def codes(
    rounds: Sequence[Answered], winners: Collection[int] = (), player: int = 1, *, outlasted: bool = False
) -> set[str]:
    players = {award.player.id for round in rounds for award in round.awards}
    done = done_in(rounds, winners, len(players), outlasted=outlasted)
    return {one.code for one in reached(done.get(player, Done()), Career())}


def others(*points: int) -> list[Award]:
    return [given(player, one) for player, one in enumerate(points, 2)]


def test_each_achievement_has_a_code_of_its_own_that_fits_its_column() -> None:
    every = [one.code for one in ACHIEVEMENTS]
    assert len(set(every)) == len(every) >= 12
    assert max(map(len, every)) <= 32


def test_a_quiz_played_alone_counts_for_nothing() -> None:
    assert codes([asked(given(1, elapsed=1), level=3)] * 120, outlasted=True) == set()


def test_sums_are_crossed_once() -> None:
    done = done_in([asked(given(1), given(2, 0))], [1], 2, outlasted=False)[1]
    assert [one.code for one in reached(done, Career(wins=9, right=99))] == ["winner", "hundred"]
    assert [one.code for one in reached(done, Career(wins=10, right=100))] == []
    assert done.before(done.after(Career(9, 99, 5, 1))) == Career(9, 99, 5, 1)


@pytest.mark.parametrize(("elapsed", "code"), [(2.0, True), (2.1, False)])
def test_five_quick_ones_are_a_lightning(elapsed: float, code: bool) -> None:
    assert ("lightning" in codes([asked(given(1, elapsed=elapsed), given(2))] * 5)) is code


def test_hard_ones_are_those_of_level_three() -> None:
    rounds = [asked(given(1), given(2, 0), level=level) for level in (1, 2, 3, 3)]
    done = done_in(rounds, [], 2, outlasted=False)
    assert (done[1].hard, done[2].hard) == (2, 0)


@pytest.mark.parametrize(
    ("right", "answered", "code"), [(10, 10, True), (9, 9, False), (10, 11, False), (12, 12, True)]
)
def test_flawless_is_every_question_right_of_ten_or_more(right: int, answered: int, code: bool) -> None:
    mine = [asked(given(1, 10 * (number < right)), given(2)) for number in range(answered)]
    assert ("flawless" in codes(mine)) is code


def test_who_sat_out_a_question_is_not_flawless() -> None:
    assert "flawless" not in codes([*[asked(given(1), given(2))] * 10, asked(given(2))])


def test_an_all_rounder_is_right_in_five_topics() -> None:
    assert "all-rounder" in codes([asked(given(1), given(2), topic=topic) for topic in "abcde"])
    assert "all-rounder" not in codes([asked(given(1), given(2), topic=topic) for topic in "abcda"])
    wrong_at_last = [asked(given(1, 10 * (topic != "e")), given(2), topic=topic) for topic in "abcde"]
    assert "all-rounder" not in codes(wrong_at_last)


@pytest.mark.parametrize(("wrong", "code"), [((0, 0, 0, 0), True), ((0, 0, 0), False), ((0, 0, 0, 5), False)])
def test_the_only_one_who_knew_is_one_of_five_or_more(wrong: Sequence[int], code: bool) -> None:
    assert ("only-one" in codes([asked(given(1), *others(*wrong))])) is code


@pytest.mark.parametrize(("second", "code"), [(45, True), (44, False), (50, True)])
def test_a_photo_finish_is_won_by_five_points_at_most(second: int, code: bool) -> None:
    assert ("photo-finish" in codes([asked(given(1, 50), *others(second, 10))], [1])) is code


def test_who_shares_the_first_place_has_a_win_and_no_photo_finish() -> None:
    assert codes([asked(given(1, 50), given(2, 50))], [1, 2]) == {"first-win"}


def test_a_big_stage_is_a_win_against_nine() -> None:
    assert "big-stage" in codes([asked(given(1), *others(*[0] * 9))], [1])
    assert "big-stage" not in codes([asked(given(1), *others(*[0] * 9))], [1, 2])


def test_a_survivor_wins_as_the_last_one_left() -> None:
    assert "survivor" in codes([asked(given(1), given(2, 0))], [1], outlasted=True)
    assert "survivor" not in codes([asked(given(1), given(2, 0))], [1], player=2, outlasted=True)


BEHIND = [asked(given(1, 0), *others(10, 20))] * 4
RALLY = [asked(given(1, 60), *others(0, 0))] * 2


def test_a_comeback_is_from_last_to_first_in_the_last_third() -> None:
    assert "comeback" in codes([*BEHIND, *RALLY], [1])


@pytest.mark.parametrize(
    "rounds",
    [
        [*BEHIND[:3], *RALLY],  # too short a quiz
        [asked(*round.awards[:2]) for round in (*BEHIND, *RALLY)],  # just two players
        [*BEHIND, *RALLY, *RALLY],  # rose too early
        [*[asked(given(1), *others(10, 10))] * 4, *RALLY],  # all even until then
        [*[asked(given(1), *others(0, 20))] * 4, *RALLY],  # not the last one
    ],
)
def test_other_wins_are_no_comeback(rounds: Sequence[Answered]) -> None:
    assert "comeback" not in codes(rounds, [1])


def test_days_stand_in_a_row_with_one_of_them_in_whatever_order_they_came() -> None:
    week = [TODAY + timedelta(days=number) for number in range(4)]
    for order in permutations(week):
        days = set(order[:-1])
        days.add(order[-1])
        assert days_in_a_row(days, order[-1]) == 4
    assert days_in_a_row({TODAY, TODAY + timedelta(days=2)}, TODAY) == 1
