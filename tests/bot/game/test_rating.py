"""Ratings find the truth about players and questions."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from random import Random
from statistics import correlation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game.rating import (
    LEAST_DOUBT,
    SETTLED,
    Estimate,
    blind_chance,
    corrected,
    first_estimate,
    level_by_play,
    level_of,
    shown,
    updated,
)
from questions.question import MAX_LEVEL
from tests.support.questions import choice_question

ESTIMATES = st.builds(Estimate, st.floats(-30, 30), st.floats(LEAST_DOUBT, 1))
PLAYERS, QUESTIONS, ANSWERS = 200, 150, 60
"""Each player answers so many questions, so that each question is answered 80 times on average."""


@pytest.mark.parametrize("chance", [0.0, 0.25])
def test_players_and_questions_come_to_stand_in_their_true_order(chance: float) -> None:
    rng = Random(3)
    players = [rng.gauss(0, 1.2) for _ in range(PLAYERS)]
    questions = [rng.gauss(0, 1.2) for _ in range(QUESTIONS)]
    mine, theirs = [Estimate()] * PLAYERS, [first_estimate(2)] * QUESTIONS
    turns = [player for player in range(PLAYERS) for _ in range(ANSWERS)]
    rng.shuffle(turns)
    for player in turns:
        question = rng.randrange(QUESTIONS)
        right = 1 / (1 + exp(questions[question] - players[player]))
        correct = rng.random() < chance + (1 - chance) * right
        mine[player], theirs[question] = updated(mine[player], theirs[question], correct, chance)
    assert rank_correlation(players, [estimate.mean for estimate in mine]) > 0.9
    assert rank_correlation(questions, [estimate.mean for estimate in theirs]) > 0.9


@pytest.mark.parametrize("chance", [0.0, 0.25])
def test_levels_by_play_find_the_true_ones_and_stay(chance: float) -> None:
    """Of questions whose level says nothing at first, four in five stand at their true level or on a boundary
    after 80 answers, and hardly any changes its level more than twice on the way.
    """
    rng = Random(5)
    questions = [rng.gauss(0, 1.2) for _ in range(QUESTIONS)]
    levels, theirs = [], []
    changes = 0
    for truth in questions:
        level, estimate = rng.randint(1, MAX_LEVEL), first_estimate(2)
        for answered in range(1, 81):
            player = rng.gauss(0, 0.5)
            correct = rng.random() < chance + (1 - chance) / (1 + exp(truth - player))
            _, estimate = updated(Estimate(player, LEAST_DOUBT), estimate, correct, chance)
            before, level = level, level_by_play(level, estimate, answered)
            changes += before != level
            assert answered >= SETTLED or before == level
        levels.append(level)
        theirs.append(estimate)
    near = [
        level in {level_of(Estimate(truth - 0.35)), level_of(Estimate(truth + 0.35))}
        for level, truth in zip(levels, questions, strict=True)
    ]
    assert sum(near) / QUESTIONS > 0.8
    assert changes / QUESTIONS < 1.5


@given(st.integers(1, 3), ESTIMATES, st.integers(0, 200))
def test_a_level_by_play_stays_once_it_follows_its_estimate(
    level: int, question: Estimate, answered: int
) -> None:
    shown = level_by_play(level, question, answered)
    assert level_by_play(shown, question, answered) == shown
    if answered < SETTLED:
        assert shown == level


def test_a_level_changes_only_well_beyond_its_boundary() -> None:
    boundary, doubt = 0.5, 0.09
    estimates = [Estimate(boundary + beyond, doubt) for beyond in (0.2, 0.4, -0.2, -0.4)]
    level, seen = 2, []
    for estimate in estimates:
        level = level_by_play(level, estimate, SETTLED)
        seen.append(level)
    assert seen == [2, 3, 3, 2]


def rank_correlation(truth: Sequence[float], estimates: Sequence[float]) -> float:
    """Spearman's."""
    return correlation(ranks(truth), ranks(estimates))


def ranks(values: Sequence[float]) -> list[float]:
    """The place of each value among all, the least being 0."""
    order = sorted(range(len(values)), key=values.__getitem__)
    places = [0.0] * len(values)
    for place, index in enumerate(order):
        places[index] = place
    return places


@given(ESTIMATES, ESTIMATES, st.booleans(), st.sampled_from([0.0, 0.25, 0.5]))
def test_an_answer_moves_both_the_right_way_and_leaves_less_doubt(
    player: Estimate, question: Estimate, correct: bool, chance: float
) -> None:
    better, easier = updated(player, question, correct, chance)
    if correct:
        assert better.mean >= player.mean
        assert easier.mean <= question.mean
    else:
        assert better.mean <= player.mean
        assert easier.mean >= question.mean
    for before, after in ((player, better), (question, easier)):
        assert LEAST_DOUBT <= after.doubt <= before.doubt
        assert abs(after.mean - before.mean) < 10


def test_the_newcomer_moves_further_than_the_veteran() -> None:
    newcomer, veteran = updated(Estimate(0, 1), Estimate(0, 0.05), True, 0)
    assert newcomer.mean > -veteran.mean > 0


def test_a_lucky_guess_says_less_than_a_typed_answer() -> None:
    guessed, _ = updated(Estimate(), Estimate(), True, 0.25)
    typed, _ = updated(Estimate(), Estimate(), True, 0)
    assert 0 < guessed.mean < typed.mean


def test_a_level_and_its_first_estimate_are_the_same() -> None:
    assert [level_of(first_estimate(level)) for level in (1, 2, 3)] == [1, 2, 3]
    assert (level_of(Estimate(-9)), level_of(Estimate(9))) == (1, 3)


def test_the_chance_of_a_blind_guess_is_that_of_the_choices() -> None:
    assert blind_chance(choice_question()) == 1 / len(choice_question().choices)
    assert blind_chance(choice_question(typed=True).without_choices()) == 0


def test_a_rating_reads_like_one_of_chess() -> None:
    assert (shown(0), shown(1), shown(-2)) == (1500, 1674, 1153)


@given(ESTIMATES, ESTIMATES, st.sampled_from([0.0, 0.25, 0.5]))
def test_an_answer_that_is_taken_after_all_counts_like_one_that_was_right_at_once(
    player: Estimate, question: Estimate, chance: float
) -> None:
    wrong, right = (updated(player, question, correct, chance) for correct in (False, True))
    for mine, before, theirs in zip(corrected(*wrong, chance), wrong, right, strict=True):
        assert mine.doubt == before.doubt == theirs.doubt
        assert abs(mine.mean - before.mean) <= 2 * abs(theirs.mean - before.mean) + 1e-9
        assert (mine.mean - before.mean) * (theirs.mean - before.mean) >= 0
