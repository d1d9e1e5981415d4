"""What an answer is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import AnswerLocked, Guess, Player
from bot.game.scoring import awards, base_points
from questions.judging.verdict import Mark
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import RIGHT, WRONG, choice_question, nearest_question

SECONDS = 20.0


def locked(
    player: Player = ANN,
    mark: Mark | None = Mark.CORRECT,
    elapsed: float = 20.0,
    hints: int = 0,
    guess: Guess = RIGHT,
) -> AnswerLocked:
    return AnswerLocked(0.0, 1, player, guess, mark, elapsed, hints)


def guessed(player: Player, guess: str, elapsed: float = 20.0) -> AnswerLocked:
    return locked(player, Mark.CORRECT if guess == "13" else None, elapsed, guess=guess)


@pytest.mark.parametrize(
    ("level", "hints", "base"),
    [
        (0, 0, 10),
        (1, 0, 10),
        (2, 0, 20),
        (3, 0, 30),
        (1, 1, 7),
        (2, 1, 15),
        (3, 2, 15),
        (1, 3, 2),
        (3, 3, 7),
        (3, 9, 7),
    ],
)
def test_the_base_follows_level_and_hints(level: int, hints: int, base: int) -> None:
    assert base_points(level, hints) == base
    (award,) = awards(choice_question(level=level), [locked(hints=hints)], SECONDS, {})
    assert (award.base, award.points) == (base, base)


@pytest.mark.parametrize(
    ("elapsed", "speed"), [(0, 15), (5, 11), (10, 7), (19.9, 0), (20, 0), (21, 0), (-1, 15)]
)
def test_speed_earns_up_to_half_of_the_base(elapsed: float, speed: int) -> None:
    (award,) = awards(choice_question(level=3), [locked(elapsed=elapsed)], SECONDS, {})
    assert (award.speed, award.points) == (speed, 30 + speed)


@pytest.mark.parametrize(("streak", "bonus"), [(0, 0), (1, 2), (4, 8), (5, 10), (50, 10)])
def test_a_streak_earns_a_tenth_for_each_right_answer_before_up_to_half(streak: int, bonus: int) -> None:
    (award,) = awards(choice_question(level=2), [locked()], SECONDS, {ANN.id: streak, BEN.id: 9})
    assert (award.streak_bonus, award.streak, award.points) == (bonus, streak + 1, 20 + bonus)


def test_a_wrong_answer_earns_nothing_and_ends_the_streak() -> None:
    (award,) = awards(
        choice_question(), [locked(mark=Mark.WRONG, elapsed=3, guess=WRONG)], SECONDS, {ANN.id: 4}
    )
    assert (award.correct, award.points, award.streak, award.elapsed) == (False, 0, 0, 3)


def test_awards_are_best_first_and_equal_points_by_time() -> None:
    given = [
        locked(ANN, Mark.WRONG, 1.0),
        locked(BEN, elapsed=19.2),
        locked(CAT, elapsed=19.1),
    ]
    assert [award.player for award in awards(choice_question(), given, SECONDS, {})] == [CAT, BEN, ANN]


@pytest.mark.parametrize(
    ("guesses", "winners"),
    [
        ({ANN: "10", BEN: "20"}, {ANN}),
        ({ANN: "12", BEN: "14", CAT: "15"}, {ANN, BEN}),
        ({ANN: "13", BEN: "14"}, {ANN}),
        ({ANN: "13", BEN: "13", CAT: "12"}, {ANN, BEN}),
        ({ANN: "about twelve", BEN: "1,300"}, {ANN}),
        ({ANN: "12"}, set()),
        ({ANN: "13"}, {ANN}),
    ],
)
def test_the_nearest_guess_wins_and_an_exact_one_beats_it(
    guesses: dict[Player, str], winners: set[Player]
) -> None:
    given = [guessed(player, guess) for player, guess in guesses.items()]
    scored = awards(nearest_question(), given, SECONDS, {})
    assert {award.player for award in scored if award.correct} == winners
    assert {award.player for award in scored if award.points} == winners


@given(
    level=st.integers(1, 3),
    hints=st.integers(0, 10),
    elapsed=st.floats(-1e9, 1e9),
    streak=st.integers(0, 1000),
    mark=st.sampled_from(Mark),
)
def test_points_are_whole_never_negative_and_the_sum_of_their_parts(
    level: int, hints: int, elapsed: float, streak: int, mark: Mark
) -> None:
    (award,) = awards(
        choice_question(level=level), [locked(ANN, mark, elapsed, hints)], SECONDS, {ANN.id: streak}
    )
    assert award.points == award.base + award.speed + award.streak_bonus
    assert all(type(part) is int and part >= 0 for part in (award.base, award.speed, award.streak_bonus))
    assert award.points <= 20 * level
    assert bool(award.points) == (mark is Mark.CORRECT)
