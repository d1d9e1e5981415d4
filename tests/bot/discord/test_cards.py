from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
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
    EverybodyAnswered,
    GameEnded,
    HintGiven,
    Player,
    QuestionAsked,
    RoundClosed,
    SkipVoted,
    Standing,
)
from bot.game.summary import summary
from bot.store.board_records import Aftermath, Earned, Leaderboard, Page, Subject
from bot.store.records import EVERYWHERE, Period, StandingRecord
from bot.views.board import Board
from bot.views.end_card import end_card, share_text, wrong_card
from bot.views.leaderboard import Shown, leaderboard_card
from bot.views.phone import lines_on_phone
from bot.views.question_card import question_card
from bot.views.reveal_card import reveal_card
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
    assert "next <t:4626:R>" in texts(reveal_card(TEXTS, board(choice_question(), closed(), moved)))


def test_an_open_card_never_tells_who_chose_what() -> None:
    text = texts(question_card(TEXTS, board(choice_question(), locked(Player(1, "Ann"), 1))))

    assert "1 answered" in text
    assert "Ann" not in text
    assert "second" not in text


def test_votes_to_skip_are_shown_with_how_many_it_takes() -> None:
    text = texts(question_card(TEXTS, board(choice_question(), SkipVoted(1001.0, 2, Player(1, "Ann"), 1, 2))))

    assert "1 of 2 to skip" in text


def test_a_hint_of_one_player_changes_nothing_on_the_card() -> None:
    shown = board(choice_question())

    assert shown.after(HintGiven(1001.0, 2, 1, removed=(0,), player=Player(1, "Ann"))) is shown


def test_there_is_no_hint_button_where_there_is_no_hint() -> None:
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

    assert labels(view) == ["Answer", "Hint −25 %", "Skip"]
    assert TEXTS("how-to-type") in texts(view)


def test_clues_are_shown_as_they_come() -> None:
    question = typed_question(clues=("born in 1981", "plays a detective"))
    text = texts(question_card(TEXTS, board(question, HintGiven(1001.0, 2, 1, text="plays a detective"))))

    assert text.index("born in 1981") < text.index("plays a detective")


def in_table(one: Award, rank: int, points: int) -> Standing:
    return Standing(rank, one.player, points, 1, 3)


def revealed(question: Question, *events: Any, table: tuple[Standing, ...] = ()) -> str:
    return texts(reveal_card(TEXTS, replace(board(question, *events), table=table)))


def test_a_reveal_of_usual_length_takes_at_most_twelve_lines_on_a_phone() -> None:
    question = choice_question(
        prompt="Which of the episodes of season 3 did Krysten Ritter direct?",
        statement="It was AKA You're Welcome.",
        citations=(Citation("s", "A Featurette of the Third Season, With the Director", "Paper", "2019-06"),),
    )
    right = [award(name, 139) for name in ("Ada", "Grace", "Kay")]
    wrong = [award(name, 0, correct=False) for name in ("Linus", "Margaret")]
    guesses = [locked(one.player, 1) for one in right] + [locked(one.player, 0) for one in wrong]
    table = tuple(in_table(one, rank, 900 - 150 * rank) for rank, one in enumerate((*right, *wrong), 1))

    text = revealed(question, *guesses, closed(*right, *wrong), table=table)
    assert lines_on_phone(text) <= 12
    for shown in (
        "✅ **B. second one**",
        "first one ▰",
        "third one · D. fourth one",
        "It was AKA",
    ):
        assert shown in text
    for shown in ("Which of the", "Source: A Featurette", "Kay", "3 of 5 right"):
        assert shown in text


def test_a_short_reveal_says_all_there_is() -> None:
    text = revealed(choice_question(), closed())
    assert "Question 2 of 3 · Cast · ★★☆" in text
    assert "C. third one\n" in text
    assert "The Case of the Bar (Noir Weekly, June 2019)" in text


@pytest.mark.parametrize(
    ("text", "lines"),
    [("a word", 1), ("word " * 6, 1), ("word " * 12, 2), ("**" + "word " * 12 + "**", 3), ("one\ntwo", 2)],
)
def test_lines_are_counted_as_a_phone_wraps_them(text: str, lines: int) -> None:
    assert lines_on_phone(text.strip()) == lines


def test_a_reveal_shows_the_answer_who_chose_what_the_fact_and_its_source() -> None:
    ann, ben = award("Ann", 145, streak=3, bonus=20), award("Ben", 0, correct=False)
    text = revealed(choice_question(), locked(ann.player, 1), locked(ben.player, 0), closed(ann, ben))

    assert "✅ **B. second one** ▰▰ 1" in text
    assert "▫️ A. first one ▰▰ 1" in text
    assert "▫️ C. third one\n" in text
    assert "The fact of one." in text
    assert "Source: The Case of the Bar (Noir Weekly, June 2019)" in text
    assert "-# 1 of 2 right · next <t:1026:R>" in text


def test_a_long_choice_has_a_number_and_no_bar() -> None:
    question = choice_question(choices=(Choice("short"), Choice("x" * 21, WhyWrong.LURE)), correct=0)
    text = revealed(question, locked(Player(1, "Ann"), 1), closed())

    assert f"▫️ B. {'x' * 21} · 1" in text


def test_a_reveal_ends_with_the_table_who_gained_what_and_who_climbed() -> None:
    ann, ben = award("Ann", 145, streak=3, bonus=20), award("Ben", 0, correct=False)
    table = (in_table(ann, 1, 245), in_table(ben, 2, 200))
    text = revealed(choice_question(), closed(ann, ben), table=table)

    assert "🥇\xa0Ann\xa0**245**\xa0+145🔥\xa0▲\u2003🥈\xa0Ben\xa0**200**" in text


def test_a_table_shows_five_and_counts_who_else_scored() -> None:
    awards = [award(f"P{number}", 200 - number) for number in range(22)]
    table = tuple(in_table(one, rank, one.points) for rank, one in enumerate(awards, 1))
    text = revealed(choice_question(), closed(*awards), table=table)

    assert "P4\xa0" in text
    assert "P5" not in text
    assert "17 more scored" in text


def test_a_typed_reveal_shows_the_most_frequent_wrong_guesses_and_who_made_them_to_nobody() -> None:
    guesses = ["Hulk", "*Thor*", "hulk", "Thor", "Wasp", "HULK", "Nick Fury", "Loki", "Wasp"]
    losers = [award(f"P{number}", 0, correct=False) for number in range(len(guesses))]
    winner = award("Ann", 100)
    answers = [locked(one.player, guess) for one, guess in zip(losers, guesses, strict=True)]
    text = revealed(typed_question(), *answers, locked(winner.player, "cage"), closed(winner, *losers))

    assert "✅ **Luke Cage**" in text
    assert "Wrong guesses: Hulk ×3 · Wasp ×2 · " in text
    assert "cage" not in text
    assert "P0" not in text


def test_where_the_nearest_number_wins_it_is_said_and_the_players_numbers_are_shown() -> None:
    question = replace(typed_question(), answer=Answer("1300", AnswerType.NUMBER, nearest=True))
    winner = award("Ann", 110)
    asked = board(question, locked(winner.player, "1,200"))

    assert TEXTS("nearest-wins") in texts(question_card(TEXTS, asked))
    text = texts(reveal_card(TEXTS, replace(asked.after(closed(winner)), table=(in_table(winner, 1, 110),))))
    assert "Ann (1,200)\xa0**110**\xa0+110" in text


def test_a_card_that_has_one_after_it_says_nothing_of_what_is_to_come() -> None:
    newest = board(choice_question(), closed())

    assert labels(reveal_card(TEXTS, newest)) == ["Next", "My score", "Report a problem"]
    old = reveal_card(TEXTS, replace(newest, passed=True))
    assert labels(old) == ["Report a problem"]
    assert "next" not in texts(old)


def test_an_open_card_says_how_many_of_those_who_are_in_have_answered() -> None:
    shown = replace(board(choice_question(), locked(Player(1, "Ann"), 1)), present=9)

    assert "✋ 1 of 9 have answered" in texts(question_card(TEXTS, shown))
    last = shown.after(EverybodyAnswered(1002.0, 2, 1004.0))
    assert "Everybody has answered: closes <t:1004:R>" in texts(question_card(TEXTS, last))


def end_of(*rounds: tuple[Award, ...], table: tuple[Standing, ...]) -> ui.LayoutView:
    asked = [choice_question(f"number {number}") for number in range(1, len(rounds) + 1)]
    closings = [
        RoundClosed(1020.0, number, CloseReason.TIME, awards, 1026.0)
        for number, awards in enumerate(rounds, 1)
    ]
    ended = GameEnded(1.0, EndReason.FINISHED, table)
    return end_card(TEXTS, GAME, ended, summary(asked, closings, table))


def test_the_end_shares_places_and_medals_and_counts_right_answers_of_all_rounds() -> None:
    ann, ben = award("Ann", 30), award("Ben", 30, correct=False)
    rows = (
        Standing(1, ann.player, 300, 3, 3),
        Standing(1, ben.player, 300, 3, 3),
        Standing(3, Player(3, "*Cy*"), 100, 1, 1),
        Standing(4, Player(4, "Dan"), 0, 0, 3),
    )
    view = end_of((ann, ben), (ann,), (ben,), (ann,), table=rows)

    assert "🥇 **Ann** · 300 points · 3 of 4 right" in texts(view)
    assert "🥇 **Ben**" in texts(view)
    assert r"🥉 **\*Cy\*** · 100 points · 1 of 4 right" in texts(view)
    assert r"4\. **Dan** · 0 points" in texts(view)
    assert labels(view) == ["Play again", "Share", "What I got wrong"]


def test_the_end_names_the_best_streak_the_fastest_answer_and_the_hardest_question() -> None:
    ann = award("Ann", 30, streak=3)
    ben = replace(award("Ben", 30), elapsed=0.84)
    view = end_of((ann, ben), (ann, replace(ben, correct=False)), table=(in_table(ann, 1, 60),))

    assert "Best streak: Ann, 3 in a row" in texts(view)
    assert "Fastest right answer: Ben, 0.8 s" in texts(view)
    assert "Hardest question (1 of 2 right): Which is number 2?" in texts(view)


def test_a_game_that_nobody_played_offers_to_play_again_and_nothing_else() -> None:
    view = end_of((), table=())

    assert TEXTS("nobody-answered") in texts(view)
    assert labels(view) == ["Play again"]


def test_nobody_gets_a_medal_for_nothing() -> None:
    rows = (Standing(1, Player(1, "Ann"), 0, 0, 3),)

    assert r"1\. **Ann** · 0 points" in texts(end_of((award("Ann", 0, correct=False),), table=rows))


def test_a_shared_text_has_a_square_a_round_and_no_answers() -> None:
    ann, ben = award("Ann", 30), award("Ben", 0, correct=False)
    closings = [
        RoundClosed(1.0, number, CloseReason.TIME, one, 2.0)
        for number, one in enumerate(((ann,), (replace(ann, correct=False),), (ben,)) + ((ann,),) * 8, 1)
    ]
    asked = [choice_question(f"q{number}") for number in range(11)]
    told = share_text(TEXTS, summary(asked, closings, (in_table(ann, 1, 60),)), ann.player.id)

    assert told.splitlines()[1:5] == ["Gumshoe · number 1 of 1", "60 points", "🟩🟥⬜" + "🟩" * 7, "🟩"]
    assert "second" not in told
    assert share_text(TEXTS, summary(asked, closings, ()), 99) == "You did not play in this quiz."


def test_what_somebody_got_wrong_comes_with_answers_and_facts() -> None:
    ann = award("Ann", 30)
    closings = [
        RoundClosed(1.0, 1, CloseReason.TIME, (ann,), 2.0),
        RoundClosed(1.0, 2, CloseReason.TIME, (), 2.0),
    ]
    whole = summary([choice_question("one"), choice_question("two")], closings, ())
    text = texts(wrong_card(TEXTS, whole, ann.player.id))

    assert "**Which is two?**\n✅ B. second two\n-# The fact of two." in text
    assert "one" not in text
    none = wrong_card(TEXTS, summary([choice_question("one")], closings[:1], ()), ann.player.id)
    assert "you had every question right" in texts(none)


HOSTILE = "@everyone [a](b)[Nitro](https://evil.io) discord.gg/abc <@1> `x` ||y|| _z_"


def a_page(name: str) -> Shown:
    """A board where somebody leads a pack of the same name."""
    subject = Subject("pack", "p")
    board = Leaderboard(EVERYWHERE, Period.ALL_TIME, date(1970, 1, 1), subject=subject)
    line = StandingRecord(1, 1, name, 1, 1, 1)
    return Shown(board, date(2026, 11, 21), Page((line,), above=False, below=False), subject=name)


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
    loser = replace(winner, correct=False, streak=2)
    whole = summary([question, typed], [replace(closed(winner, loser), round=n) for n in (1, 2)], standing)
    views = [
        *(question_card(TEXTS, one) for one in asked),
        *(reveal_card(TEXTS, replace(one.after(closed(winner)), table=standing)) for one in asked),
        end_card(TEXTS, GAME, GameEnded(1.0, EndReason.STOPPED, standing, winner.player), whole),
        wrong_card(TEXTS, whole, 0),
        leaderboard_card(TEXTS, a_page(text)),
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
    over = closed(*(award(name, 100 + number) for number in range(30)))
    reveal = shown.after(over)
    ended = GameEnded(1.0, EndReason.STOPPED, (Standing(1, Player(1, name), 1, 1, 1),) * 30, Player(1, name))
    closings = [replace(over, round=number) for number in range(1, 51)]
    whole = summary([shown.question] * 50, closings, ended.standings)
    views = (
        question_card(TEXTS, shown),
        reveal_card(TEXTS, replace(reveal, table=ended.standings)),
        end_card(TEXTS, GAME, ended, whole),
        wrong_card(TEXTS, whole, 1),
    )
    for view in views:
        parts = list(components(view))
        assert sum(len(part.get("content", "")) for part in parts) <= 4000
        assert all(len(part["content"]) >= 1 for part in parts if "content" in part)
        assert all(1 <= len(part["label"]) <= 80 for part in parts if "label" in part)
        assert all(len(part["custom_id"]) <= 100 for part in parts if "custom_id" in part)
        assert len(parts) <= 40


def test_the_end_tells_who_has_earned_what_in_a_few_lines() -> None:
    standing = tuple(Standing(number, Player(number, f"P_{number}"), 10, 1, 1) for number in range(1, 7))
    whole = summary([choice_question()], [replace(closed(award("P_1", 10)), round=1)], standing)
    ended = GameEnded(1.0, EndReason.FINISHED, standing, standing[0].player)
    codes = ("first-win", "on-fire", "flawless", "regular")
    earned = (*(Earned(2, code) for code in codes), *(Earned(id, "hundred") for id in range(3, 7)))
    lines = texts(end_card(TEXTS, GAME, ended, whole, Aftermath(earned=earned))).splitlines()
    assert [line for line in lines if "🏅" in line] == [
        "🏅 P\\_2: **First win** (win a quiz against others) · **On fire** (7 right in a row) · "
        "**Flawless** (10 questions or more and every one right)",
        *(f"🏅 P\\_{id}: **Hundred** (100 right answers)" for id in (3, 4, 5)),
    ]
    assert lines[-1] == "-# and 2 more"
