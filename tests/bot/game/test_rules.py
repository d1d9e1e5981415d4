"""What a game may be started with."""

from __future__ import annotations

import pytest

from bot.game.rules import Rules


def test_the_rules_of_a_quiz_that_nobody_has_chosen_otherwise() -> None:
    assert Rules() == Rules(rounds=10, seconds=20, pause_seconds=None, solo=False, idle_rounds=3)


@pytest.mark.parametrize(
    "rules",
    [
        {"rounds": 1},
        {"rounds": 50},
        {"seconds": 5},
        {"seconds": 120},
        {"pause_seconds": 0},
        {"idle_rounds": 0},
    ],
)
def test_the_bounds_may_be_chosen(rules: dict[str, int]) -> None:
    Rules(**rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ({"rounds": 0}, "rounds is 0: choose 1 to 50"),
        ({"rounds": 51}, "rounds is 51: choose 1 to 50"),
        ({"seconds": 4.5}, "seconds is 4.5: choose 5 to 120"),
        ({"seconds": 120.5}, "seconds is 120.5: choose 5 to 120"),
        ({"pause_seconds": -0.5}, "pause_seconds is -0.5: choose 0 or more"),
        ({"idle_rounds": -1}, "idle_rounds is -1: choose 0 or more"),
        ({"rounds": 0, "seconds": 0}, "rounds is 0: choose 1 to 50; seconds is 0: choose 5 to 120"),
    ],
)
def test_rules_that_nobody_could_play_by_are_refused_with_all_that_is_wrong(
    rules: dict[str, float], problem: str
) -> None:
    with pytest.raises(ValueError, match="choose") as refused:
        Rules(**rules)  # type: ignore[arg-type]
    assert str(refused.value) == problem
