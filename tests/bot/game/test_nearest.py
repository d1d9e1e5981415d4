"""The number in a guess."""

from __future__ import annotations

import pytest

from bot.game.nearest import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("about 12, I think", 12),
        ("1,200 people", 1200),
        ("1 200 000", 1_200_000),
        ("-3.5", -3.5),
        ("\u22123", -3),
        ("$40", 40),
        ("in 2015.", 2015),
        ("twelve", 12),
        ("one", 1),
        ("a hundred and five", 105),
        ("", None),
        ("many", None),
        ("12 or 13", None),
        ("2015-06", None),
        ("1,2", 1.2),
        ("s01e05", None),
        ("9" * 400, None),
    ],
)
def test_a_guess_holds_one_number_or_none(text: str, number: float | None) -> None:
    assert number_in(text) == number
