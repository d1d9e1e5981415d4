from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.text import clean, clip, fit, is_seen, safe, safe_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold**", r"\*\*bold\*\*"),
        ("<@123> <t:0:R>", r"\<@123> \<t:0:R>"),
        ("[here](https://example.org)", r"\[here](https://example.org)"),
        ("# title", r"\# title"),
        ("-# small", r"\-# small"),
        ("> quoted", r"\> quoted"),
        ("\u202eevil\u2066 na\u200bme", "evil name"),
    ],
)
def test_markup_in_text_from_people_has_no_effect(text: str, shown: str) -> None:
    assert safe(text, 100) == shown


@pytest.mark.parametrize("text", ["👩\u200d🚀", "می\u200cخواهم", "שלום", "❤️", "é"])
def test_joined_signs_and_other_scripts_stay_as_they_are(text: str) -> None:
    assert clean(text) == text
    assert is_seen(text)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u200e\u200d", "\u2800", "\u3164", "\n\t"])
def test_what_shows_nothing_is_not_seen(text: str) -> None:
    assert not is_seen(text)


def test_a_name_stays_in_one_line() -> None:
    assert safe_line("Al\n# ice\t B") == "Al # ice B"


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
