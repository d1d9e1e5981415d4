from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.text import clip, fit, safe, safe_line


def test_a_name_stays_in_one_line() -> None:
    assert safe_line("Al\n# ice\t\u200b B") == "Al # ice B"


@pytest.mark.parametrize("name", ["لينوس", "דנה", "Ada لينوس"])
def test_a_name_that_is_read_from_the_right_leaves_its_neighbours_in_place(name: str) -> None:
    assert safe_line(name) == f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}"


def test_a_text_is_clipped_before_it_is_escaped() -> None:
    assert safe("a*b*c", 4) == r"a\*b…"


@given(st.text(), st.integers(1, 50))
def test_a_clipped_text_is_never_longer_than_allowed(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


def test_clipping_never_leaves_half_an_escape() -> None:
    assert clip(r"abc\*def", 5) == "abc…"


@given(st.lists(st.text(max_size=300), min_size=1, max_size=8), st.integers(20, 400))
def test_fitted_pieces_keep_to_the_limit_together(pieces: list[str], limit: int) -> None:
    fitted = fit(pieces, limit)

    assert sum(map(len, fitted)) <= limit
    assert len(fitted) == len(pieces)


def test_only_the_longest_pieces_are_clipped() -> None:
    assert fit(["short", "x" * 50], 20) == ["short", "x" * 14 + "…"]
