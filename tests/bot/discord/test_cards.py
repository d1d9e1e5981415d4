from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import (
    AnswerLocked,
    Award,
    ClockMoved,
    CloseReason,
    EndReason,
    GameEnded,
    HintGiven,
    Player,
    QuestionAsked,
    RoundClosed,
    SkipVoted,
    Standing,
)
from bot.store.records import Period, StandingRecord
from bot.views.board import Board
from bot.views.cards import leaderboard_card, question_card, reveal_card, standings_card
from questions.judging.verdict import Mark
from questions.question import Answer, AnswerType, Choice, Citation, Question, WhyWrong
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.channel import labels, texts
from tests.support.discord_markdown import markup_in
from tests.support.texts import TEXTS

GAME = "0123456789abcdef0123456789abcdef"


def board(question: Question, *events: Any) -> Board:
    asked = Board.asked(GAME, [question] * 3, QuestionAsked(1000.0, 2, 1020.0))
    for event in events:
        asked = asked.after(event)
    return asked


def locked(player: Player, guess: int | str) -> AnswerLocked:
    return AnswerLocked(1001.0, 2, player, guess, Mark.CORRECT, 1.0, 0)


def award(name: str, points: int, *, correct: bool = True, streak: int = 1, bonus: int = 0) -> Award:
    return Award(Player(hash(name), name), correct, points, 100, points - 100 - bonus, bonus, streak, 1.0)


def closed(*awards: Award) -> RoundClosed:
    return RoundClosed(1020.0, 2, CloseReason.TIME, awards, 1026.0)


def components(view: ui.LayoutView) -> Iterator[dict[str, Any]]:
    def walk(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for item in items:
            yield item
            yield from walk(item.get("components", []))

    return walk(cast(Any, view).to_components())


def test_an_open_card_says_where_the_game_stands() -> None:
    text = texts(question_card(TEXTS, board(choice_question())))

    assert "Question 2 of 3 · Cast · ★★☆" in text
    assert "### Which is one?" in text
    assert "<t:1020:R>" in text
    assert "locked in" not in text


def test_the_times_of_a_card_move_along_with_the_clock() -> None:
    moved = ClockMoved(4620.0, 3600.0)

    assert "<t:4620:R>" in texts(question_card(TEXTS, board(choice_question(), moved)))
    assert "Next question: <t:4626:R>" in texts(reveal_card(TEXTS, board(choice_question(), closed(), moved)))


def test_an_open_card_never_tells_who_chose_what() -> None:
    text = texts(question_card(TEXTS, board(choice_question(), locked(Player(1, "Ann"), 1))))

    assert "1 locked in" in text
    assert "Ann" not in text
    assert "second" not in text


def test_votes_to_skip_are_shown_with_how_many_it_takes() -> None:
    text = texts(question_card(TEXTS, board(choice_question(), SkipVoted(1001.0, 2, Player(1, "Ann"), 1, 2))))

    assert "1 of 2 to skip" in text


def test_a_choice_taken_away_by_a_hint_cannot_be_pressed() -> None:
    view = question_card(TEXTS, board(choice_question(), HintGiven(1001.0, 2, 1, removed=(0,))))

    assert labels(view) == ["B. second one", "C. third one", "D. fourth one", "Hint", "Skip"]


def test_the_hint_button_goes_when_there_is_no_hint_left() -> None:
    question = choice_question(choices=(Choice("true"), Choice("false", WhyWrong.LOGIC)), correct=0)

    assert labels(question_card(TEXTS, board(question))) == ["A. true", "B. false", "Skip"]


def test_long_choices_stand_in_the_text_with_lettered_buttons() -> None:
    long = "a choice that is far too long to be read on a telephone's button"
    question = choice_question(choices=(Choice("short"), Choice(long, WhyWrong.LURE)), correct=0)
    view = question_card(TEXTS, board(question))

    assert labels(view) == ["A", "B", "Skip"]
    assert f"**B.** {long}" in texts(view)


def test_a_question_to_be_typed_offers_a_form_and_a_reply() -> None:
    view = question_card(TEXTS, board(typed_question()))

    assert labels(view) == ["Answer", "Hint", "Skip"]
    assert TEXTS("how-to-type") in texts(view)


def test_clues_are_shown_as_they_come() -> None:
    question = typed_question(clues=("born in 1981", "plays a detective"))
    text = texts(question_card(TEXTS, board(question, HintGiven(1001.0, 2, 1, text="plays a detective"))))

    assert text.index("born in 1981") < text.index("plays a detective")


def test_a_reveal_shows_answer_fact_source_choices_and_points() -> None:
    shown = board(
        choice_question(),
        locked(Player(1, "Ann"), 1),
        locked(Player(2, "Ben"), 0),
        closed(award("Ann", 145, streak=3, bonus=20), award("Ben", 0, correct=False)),
    )
    text = texts(reveal_card(TEXTS, shown))

    assert "✅ **B.** second one · 1 answer" in text
    assert "▫️ **A.** first one · 1 answer" in text
    assert "> The fact of one." in text
    assert "Source: The Case of the Bar (Noir Weekly, June 2019)" in text
    assert "1 of 2 answers right" in text
    assert "Ann **+145 (100, speed 25, streak of 3: 20)** 🔥" in text
    assert "Ben" not in text
    assert "Next question: <t:1026:R>" in text


def test_a_reveal_of_many_names_the_first_and_counts_the_rest() -> None:
    awards = [award(f"P{number}", 200 - number) for number in range(22)]
    text = texts(reveal_card(TEXTS, board(choice_question(), closed(*awards))))

    assert "P9 " in text
    assert "P10 " not in text
    assert "and 12 more" in text


def test_a_typed_reveal_shows_the_answer_and_nobody_s_guess() -> None:
    text = texts(
        reveal_card(TEXTS, board(typed_question(), locked(Player(1, "Ann"), "something rude"), closed()))
    )

    assert "✅ **Luke Cage**" in text
    assert "rude" not in text


def test_where_the_nearest_number_wins_it_is_said_and_the_winner_s_number_is_shown() -> None:
    question = replace(typed_question(), answer=Answer("1300", AnswerType.NUMBER, nearest=True))
    winner, loser = award("Ann", 110), award("Ben", 0, correct=False)
    asked = board(question, locked(winner.player, "1,200"), locked(loser.player, "7"))

    assert TEXTS("nearest-wins") in texts(question_card(TEXTS, asked))
    text = texts(reveal_card(TEXTS, asked.after(closed(winner, loser))))
    assert "Ann with 1,200 **+110" in text
    assert "7" not in text


def test_hidden_letters_come_with_their_number_for_those_who_cannot_see_dots() -> None:
    hinted = board(typed_question(), HintGiven(1001.0, 2, 1, text="L••• C•••"))

    assert "💡 L••• C••• (letters: 4, 4)" in texts(question_card(TEXTS, hinted))


def test_standings_share_ranks_and_medals() -> None:
    rows = [
        Standing(1, Player(1, "Ann"), 300, 3, 3),
        Standing(1, Player(2, "Ben"), 300, 3, 3),
        Standing(3, Player(3, "*Cy*"), 100, 1, 3),
        Standing(4, Player(4, "Dan"), 0, 0, 3),
    ]
    text = texts(standings_card(TEXTS, GameEnded(1.0, EndReason.FINISHED, tuple(rows))))

    assert "🥇 Ann · 300 points, 3 of 3 right" in text
    assert "🥇 Ben" in text
    assert r"🥉 \*Cy\* · 100 points, 1 of 3 right" in text
    assert r"4\. Dan · 0 points" in text


def test_nobody_gets_a_medal_for_nothing() -> None:
    rows = (Standing(1, Player(1, "Ann"), 0, 0, 3),)

    assert r"1\. Ann · 0 points" in texts(standings_card(TEXTS, GameEnded(1.0, EndReason.FINISHED, rows)))


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (StandingRecord(12, 5, "Ann", 1300, 9, 20), "Your rank is 12, with 1,300 points, 9 of 20 right."),
        (None, "You have no points yet."),
    ],
)
def test_the_leaderboard_tells_the_asker_s_own_rank(own: StandingRecord | None, line: str) -> None:
    text = texts(leaderboard_card(TEXTS, Period.WEEK, [StandingRecord(1, 1, "Ben", 5000, 40, 50)], own))

    assert "The best this week" in text
    assert "🥇 Ben · 5,000 points" in text
    assert line in text


HOSTILE = "@everyone [a](b)[Nitro](https://evil.io) discord.gg/abc <@1> `x` ||y|| _z_"


def cards_with(text: str) -> list[str]:
    """Every card, with this text wherever people or packs put a word."""
    question = choice_question(
        prompt=text,
        choices=(Choice(text), Choice(f"{text} {'long ' * 10}", WhyWrong.LURE)),
        correct=0,
        statement=text,
        clues=(text, text),
        citations=(Citation("s", text, text),),
        topic=text,
        author=text,
        typed=True,
    )
    typed = replace(question.without_choices(), answer=Answer(text, AnswerType.NUMBER, nearest=True))
    winner = award(text, 110)
    asked = [
        board(one, HintGiven(1001.0, 2, 1, text=text), locked(winner.player, text))
        for one in (question, typed)
    ]
    standing = (Standing(1, winner.player, 1, 1, 1),)
    views = [
        *(question_card(TEXTS, one) for one in asked),
        *(reveal_card(TEXTS, one.after(closed(winner))) for one in asked),
        standings_card(TEXTS, GameEnded(1.0, EndReason.STOPPED, standing, winner.player)),
        leaderboard_card(TEXTS, Period.WEEK, [StandingRecord(1, 1, text, 1, 1, 1)], None),
    ]
    return [texts(view) for view in views]


def test_nothing_that_people_or_packs_write_takes_effect_on_a_card() -> None:
    for hostile, harmless in zip(cards_with(HOSTILE), cards_with("harmless"), strict=True):
        assert "Nitro" in hostile
        assert markup_in(hostile) == markup_in(harmless)


def test_a_button_shows_a_choice_without_what_misleads() -> None:
    question = choice_question(choices=(Choice("ri\u202eght"), Choice("wro\x00ng", WhyWrong.LURE)), correct=0)

    assert labels(question_card(TEXTS, board(question))) == ["A. right", "B. wrong", "Skip"]


wild = st.builds(
    str.__mul__, st.text(st.sampled_from("ab *_`~|<>#-[]()\n\\@"), max_size=9), st.sampled_from([1, 20, 800])
)


@given(wild, st.lists(wild, min_size=2, max_size=9), wild, wild, st.booleans())
def test_no_question_of_any_length_breaks_discord_s_limits(
    prompt: str, choices: list[str], statement: str, name: str, typed: bool
) -> None:
    question = replace(
        choice_question(
            choices=tuple(
                Choice(text, WhyWrong.LURE if index else None) for index, text in enumerate(choices)
            ),
            correct=0,
        ),
        prompt=prompt,
        statement=statement,
        answer=Answer(choices[0]),
        citations=(Citation("s", name, name),) * 9,
        typed=True,
        clues=(statement,) * 5,
        topic=name,
        author=name,
    )
    shown = board(question.without_choices() if typed else question)
    for number in range(1, 5):
        shown = shown.after(HintGiven(1001.0, 2, number, text=statement))
    reveal = shown.after(closed(*(award(name, 100 + number) for number in range(30))))
    ended = GameEnded(1.0, EndReason.STOPPED, (Standing(1, Player(1, name), 1, 1, 1),) * 30, Player(1, name))
    for view in (question_card(TEXTS, shown), reveal_card(TEXTS, reveal), standings_card(TEXTS, ended)):
        parts = list(components(view))
        assert sum(len(part.get("content", "")) for part in parts) <= 4000
        assert all(len(part["content"]) >= 1 for part in parts if "content" in part)
        assert all(1 <= len(part["label"]) <= 80 for part in parts if "label" in part)
        assert all(len(part["custom_id"]) <= 100 for part in parts if "custom_id" in part)
        assert len(parts) <= 40
