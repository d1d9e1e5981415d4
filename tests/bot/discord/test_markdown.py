from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.cleaning import MAX_MARKS, clean
from bot.views.markdown import escape
from bot.views.text import safe_line
from tests.support.discord_markdown import plain_of

MARKUP = [
    "**bold** and *slanted* or _slanted_ or __under__ or ~~struck~~",
    "||spoiler|| `code` ```block```",
    "<@123> <@!123> <@&123> <#123> </quiz start:123> <id:customize>",
    "<t:0:R> <:smile:123> <a:wave:123> <https://evil.io>",
    "[a](b)[Nitro](https://evil.io)",
    "[a\\](b)",
    "https://evil.io and steam://run and HTTP://EVIL.IO",
    "discord.gg/abc discordapp.com/invite/abc Discord.GG/abc",
    "@everyone @here",
    "# title",
    "### title",
    "-# small",
    "> quoted",
    ">>> quoted",
    "- item\n* item\n+ item\n1. item\n12) item",
    "first\n  # second\n\t> third",
    "\\\\*slanted*",
    "https:\u200b//evil.io",
    "@\u2060everyone",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_text_from_people_is_shown_as_it_was_written(text: str) -> None:
    with pytest.raises(ValueError, match=" in "):
        plain_of(clean(text))
    assert plain_of(escape(clean(text))) == clean(text)


PIECES = st.sampled_from(
    [
        *"*_~|`<>[]()#-+@:./\\ \n\t1.!&",
        "//",
        "http",
        "discord",
        ".gg/",
        "everyone",
        "@here",
        "-# ",
        "a",
        "ß",
        "~~",
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_nothing_made_of_markup_takes_effect(text: str) -> None:
    assert plain_of(escape(clean(text))) == clean(text)


@given(st.text())
def test_no_text_takes_effect(text: str) -> None:
    assert plain_of(escape(clean(text))) == clean(text)


@pytest.mark.parametrize("name", ["#", "-", ">", "1.", "+", "-#", "12)"])
def test_a_name_at_the_beginning_of_a_line_begins_nothing_with_what_follows(name: str) -> None:
    assert plain_of(f"{safe_line(name)} with 1,200") == f"{name} with 1,200"


@pytest.mark.parametrize(
    "text", ["12:30", "3.5/6", "AC/DC", "a.b", "It's 100% (or so) & more!", "C#", "x-ray", "1.5"]
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\u202eevil\u2066 na\u200bme", "evil name"),
        ("a\x00b\x07c\x9bd\x1b[31m", "abcd[31m"),
        ("one\r\ntwo\x0bthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ud800x\udfff", "x"),
        ("x\U000e0041\U000e0042", "x"),
        ("Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306o\u0307", "Z\u0300\u0301\u0302\u0303o\u0307"),
        ("o\u0301\u200d\u0301\u0301\u200d\u0301\u0301\u0301", "o\u0301\u200d\u0301\u0301\u200d\u0301"),
        ("ด\u0e49\u0e47\u0e49\u0e47\u0e49\u0e47", "ด\u0e49\u0e47\u0e49\u0e47"),
    ],
)
def test_what_hides_turns_or_piles_up_is_taken_out(text: str, left: str) -> None:
    assert clean(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🚀",
        "👍🏽",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "❤️",
        "é",
        "Vie\u0323\u0302t",
        "می\u200cخواهم",
        "مُحَمَّدٌ",
        "שלום",
        "בְּרֵאשִׁ֖ית",
        "ผู้ใหญ่",
        "བསྒྲུབས་",
        "ကျွန်ုပ်",
        "क्षत्रिय",
        "ខ្ញុំ",
        "葛\U000e0100城",
    ],
)
def test_emoji_and_all_scripts_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.sampled_from("a\u0301\u0302\u200d\u20dd\u0e49"), max_size=30))
def test_no_letter_carries_more_marks_than_any_script_needs(text: str) -> None:
    marks = 0
    for char in clean(text):
        marks = 0 if char == "a" else marks + (char != "\u200d")
        assert marks <= MAX_MARKS
