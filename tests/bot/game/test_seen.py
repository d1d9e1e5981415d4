"""What shows something to a reader, and what does not."""

from __future__ import annotations

from string import ascii_letters, digits, punctuation

import pytest

from bot.game.seen import is_seen


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t",
        "\u00a0\u3000",
        "\u200b",
        "\u200e\u200d",
        "\u115f",
        "\u1160",
        "\u2800",
        "\u3164",
        "\uffa0",
        "\U0001d159",
        "\u0301",
        "\ufe0f",
        "\x00",
        "\ud800",
        "\U000e0000",
        "\U000e0041",
        "\U000e0fff",
    ],
)
def test_what_shows_nothing_is_not_seen(text: str) -> None:
    assert not is_seen(text)


@pytest.mark.parametrize("text", ["÷", "😀", "日", "é", "ש", "\u0301a", "\U0001fae9", "\U000e1000"])
def test_what_shows_something_is_seen(text: str) -> None:
    assert is_seen(text)


def test_every_key_of_a_keyboard_is_seen() -> None:
    assert all(map(is_seen, ascii_letters + digits + punctuation))
