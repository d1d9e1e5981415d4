"""Days of the week as people type them."""

from __future__ import annotations

import pytest

from bot.cogs.weekdays import days_text, weekdays_named
from tests.support.texts import LANGUAGES, TEXTS


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("monday", {0}),
        ("Mon, Wed", {0, 2}),
        ("Mo + Di.", {0, 1}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("Sa–Mo", {5, 6, 0}),
        ("mon-sun", set(range(7))),
        ("thu; donnerstag", {3}),
        ("m", None),
        ("mon-", None),
        ("mon-wed-fri", None),
        ("someday", None),
        ("", None),
        (",", None),
    ],
)
def test_days_are_read_in_every_language(typed: str, expected: set[int] | None) -> None:
    assert weekdays_named(LANGUAGES.all, typed) == expected


def test_days_are_written_in_the_reader_s_language() -> None:
    german = LANGUAGES.best("de")
    assert (days_text(TEXTS, frozenset({0, 2})), days_text(german, frozenset({0, 2}))) == (
        "Mon, Wed",
        "Mo., Mi.",
    )
    assert days_text(german, frozenset(range(7))) == "jeden Tag"
