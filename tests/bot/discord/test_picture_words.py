"""What a picture says, its words say too, and in the same order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from discord import MediaGalleryItem
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import EndReason, GameEnded, Standing, TeamStanding
from bot.game.summary import Summary
from bot.pictures.records import Bar, BoardLine, BoardPicture, ChartPicture, PodiumPicture, PodiumPlace
from bot.store.board_records import Leaderboard, Measure, Page
from bot.store.records import EVERYWHERE, Period, StandingRecord
from bot.store.stat_records import WeekPoints
from bot.views.board_picture import board_picture
from bot.views.end_card import NOTHING, end_card, podium_picture
from bot.views.leaderboard import Shown
from bot.views.pictured import ALT_LIMIT, alt_text, shown_picture
from bot.views.stats import weeks_picture
from tests.support.channel import texts as text_of
from tests.support.players import ANN, BEN, CAT
from tests.support.texts import LANGUAGES, TEXTS

TODAY = date(2026, 11, 21)
WEEK = Leaderboard("server:5", Period.WEEK, date(2026, 11, 16))
WORDS = st.text(min_size=1, max_size=20)
LINES = st.builds(BoardLine, st.integers(1, 99), WORDS, WORDS, climbed=st.integers(-9, 9), mark=st.just(""))
PICTURES = (
    st.builds(BoardPicture, WORDS, WORDS, st.lists(LINES, max_size=10).map(tuple))
    | st.builds(
        PodiumPicture,
        st.lists(st.builds(PodiumPlace, st.integers(1, 3), WORDS, WORDS, WORDS), min_size=1, max_size=3).map(
            tuple
        ),
    )
    | st.builds(
        ChartPicture,
        WORDS,
        st.lists(st.builds(Bar, WORDS, st.integers(0, 10**6), WORDS), max_size=16).map(tuple),
    )
)
ITEM = MediaGalleryItem("attachment://picture.png")


def line(rank: int, value: int, name: str = "", id: int | None = None) -> StandingRecord:
    return StandingRecord(rank, id or rank, name or f"P{rank}", value, 1, 2, 3, 4, value)


def shown(*lines: StandingRecord, board: Leaderboard = WEEK, **more: object) -> Shown:
    return Shown(board, TODAY, Page(lines, above=False, below=False), **more)  # type: ignore[arg-type]


@given(PICTURES)
def test_all_that_is_drawn_is_in_the_words(picture: BoardPicture | PodiumPicture | ChartPicture) -> None:
    words = alt_text(TEXTS, picture)
    match picture:
        case BoardPicture():
            parts = [picture.title, picture.about]
            parts += [text for one in picture.lines for text in (f"{one.rank}. {one.name}", one.value)]
            parts += [str(abs(one.climbed)) for one in picture.lines if one.climbed]
        case PodiumPicture(places):
            parts = [text for one in places for text in (f"{one.rank}. {one.name}", one.score, one.note)]
        case ChartPicture(title, bars):
            parts = [title, *(f"{bar.label}: {bar.value}" for bar in bars)]
    assert all(part in words for part in parts)


def test_the_words_tell_who_climbed_fell_is_new_and_asked() -> None:
    lines = (line(1, 1240, "Ann", 7), line(2, 90, "Ben", 8), line(3, 80, "Cy", 9))
    picture = board_picture(TEXTS, shown(*lines, asker=8, before={7: 3, 8: 1}))
    assert alt_text(TEXTS, picture).splitlines() == [
        "The best this week",
        "by points",
        "1. Ann · 1,240 · up 2",
        "2. Ben · 90 · down 1 · asked for this",
        "3. Cy · 80 · new",
    ]


def test_the_words_tell_who_has_left() -> None:
    lines = (line(1, 1240, "Ann", 7), line(2, 90, "Ben", 8))
    told = alt_text(TEXTS, board_picture(TEXTS, replace(shown(*lines), left=frozenset({8}))))
    assert told.splitlines()[2:] == ["1. Ann · 1,240", "2. Ben · 90 · no longer here"]


def test_the_words_of_a_full_page_with_the_longest_names_fit() -> None:
    lines = tuple(line(1000 + number, 10**9, "W" * 60, 1 + number) for number in range(10))
    board = replace(WEEK, scope=EVERYWHERE, measure=Measure.ACCURACY)
    picture = board_picture(
        TEXTS, shown(*lines, board=board, asker=5, before=dict.fromkeys(range(1, 11), 1), subject="T" * 90)
    )
    description = shown_picture(TEXTS, picture).description
    assert description is not None
    assert len(description) <= ALT_LIMIT
    assert not description.endswith("…")


@pytest.mark.parametrize(
    ("measure", "about", "value"),
    [
        (Measure.POINTS, "by points", "9,321"),
        (Measure.WINS, "by wins", "9,321"),
        (Measure.ACCURACY, "by accuracy · from 20 answers on", "93.2 %"),
        (Measure.RATING, "", "9,321"),
    ],
)
def test_each_order_has_its_value_and_says_what_it_is(measure: Measure, about: str, value: str) -> None:
    picture = board_picture(TEXTS, shown(line(1, 9321), board=replace(WEEK, measure=measure)))
    assert (picture.about, picture.lines[0].value) == (about, value)


def test_numbers_and_days_are_written_as_the_language_does() -> None:
    german = LANGUAGES.best("de")
    assert board_picture(german, shown(line(1, 12480))).lines[0].value == "12.480"
    bars = weeks_picture(german, [WeekPoints(date(2026, 11, 16), 1240)]).bars
    assert bars == (Bar("16. Nov.", 1240, "1.240"),)


def test_a_name_in_a_picture_turns_nothing_round_and_is_not_escaped() -> None:
    picture = board_picture(TEXTS, shown(line(1, 5, "\u202e_evil_\u200b\nname")))
    assert picture.lines[0].name == "_evil_ name"


def test_bars_are_parts_of_the_best_on_the_page() -> None:
    picture = board_picture(TEXTS, shown(line(1, 200), line(2, 50), line(3, 0)))
    assert [one.share for one in picture.lines] == [1.0, 0.25, 0.0]
    assert [one.medal for one in picture.lines] == [True, True, False]


def standings(*points: int) -> tuple[Standing, ...]:
    players = (ANN, BEN, CAT, replace(ANN, id=9, name="Dora"))
    return tuple(
        Standing(rank, player, won, 1, 1)
        for rank, (player, won) in enumerate(zip(players, points, strict=False), 1)
    )


def test_nobody_without_points_stands_on_the_podium_and_the_others_are_listed() -> None:
    summary = Summary((), (), standings(30, 20, 0))
    ended = GameEnded(0.0, EndReason.FINISHED, summary.standings)
    podium = podium_picture(TEXTS, ended, summary)
    assert [place.name for place in podium.places] == ["Ann", "Ben"]
    card = text_of(end_card(TEXTS, "g", ended, summary, NOTHING, ITEM))
    assert "Ann" not in card
    assert "3\\. **Cat**" in card
    assert podium_picture(TEXTS, ended, Summary((), (), standings(0, 0))).places == ()


def test_teams_stand_on_the_podium_and_their_players_are_listed() -> None:
    summary = Summary((), (), standings(50, 35, 10))
    teams = (TeamStanding(1, 0, 42.5, 2), TeamStanding(2, 1, 10.0, 1))
    ended = GameEnded(0.0, EndReason.FINISHED, summary.standings, teams=teams)
    podium = podium_picture(TEXTS, ended, summary)
    assert [(place.name, place.score, place.note) for place in podium.places] == [
        ("🔴 Red", "42.5 points", "2 players"),
        ("🔵 Blue", "10 points", "1 player"),
    ]
    card = text_of(end_card(TEXTS, "g", ended, summary, NOTHING, ITEM))
    assert "🥇 **Ann**" in card
    assert "Red ·" not in card
