from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.store.records import EVERYWHERE, server_scope
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

TEN = [choice_question(name) for name in "abcdefghij"]


def totals(file: Path, scope: str) -> dict[str, int]:
    """Each player's points of all time, out of the database."""
    with closing(sqlite3.connect(file)) as database:
        return dict(
            database.execute(
                "SELECT name, all_time_points FROM standing JOIN player USING (scope) "
                "WHERE player.id = player_id AND scope = ?",
                (scope,),
            )
        )


def awards(file: Path, scope: str) -> dict[str, int]:
    """The sum of each player's awards, out of the database."""
    with closing(sqlite3.connect(file)) as database:
        return dict(
            database.execute(
                "SELECT name, sum(points) FROM award JOIN player USING (scope) "
                "WHERE player.id = player_id AND scope = ? GROUP BY player_id",
                (scope,),
            )
        )


def points_shown(text: str) -> dict[str, int]:
    """Each player's points as a list of standings shows them."""
    return {
        name: int(points.replace(",", ""))
        for name, points in re.findall(r"(\w+)(?:\*\*)? · ([\d,]+) points", text)
    }


async def test_two_members_play_ten_questions_to_the_end_and_the_database_has_their_totals(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, TEN) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")

        started = await ann.slash(channel, "quiz start")
        assert started.ephemeral
        assert said(started) == (TEXTS("quiz-begins", count=10, seconds=20, packs="Noir films, Famous cats"))
        for number, question in enumerate(TEN, 1):
            card = card_in(channel)
            assert f"Question {number} of 10" in text_of(card)
            answer = await ann.click(card, label=f"B. second {question.id}")
            assert answer.ephemeral
            assert said(answer).startswith(f"Locked in: B. second {question.id}.")
            await ben.click(card, label=f"{'B. second' if number % 2 else 'C. third'} {question.id}")
            await world.pass_time(20 if number == 1 else 2)
            assert f"✅ **B. second {question.id}" in text_of(card_in(channel))
            await world.pass_time(6)

        final = text_of(cards(channel)[-1])
        assert "Final standings" in final
        shown = points_shown(final)
        assert shown["ann"] > shown["ben"] > 0
        assert totals(world.file, server_scope(server.id)) == shown
        assert totals(world.file, EVERYWHERE) == {}  # nobody has asked to be listed there
        assert awards(world.file, server_scope(server.id)) == shown

        board = await ben.slash(channel, "leaderboard show")
        assert not board.ephemeral
        assert points_shown(said(board)) == shown
        assert f"🥈 **ben** · {shown['ben']} points, 5 of 10 right" in said(board)
        assert len(cards(channel)) == 10 + 1 + 1


async def test_an_answer_may_be_changed_and_the_last_one_counts(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.click(card_in(channel), label="A. first a")
        again = await ann.click(card_in(channel), label="A. first a")
        assert TEXTS("refusal-same-answer") in said(again)
        changed = await ann.click(card_in(channel), label="B. second a")
        assert said(changed).startswith("Locked in: B. second a.")
        await world.pass_time(20)

        assert "1 of 1 right" in text_of(card_in(channel))


async def test_two_channels_play_at_the_same_time_and_do_not_mix(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:2]) as world:
        server = world.server()
        here, there = server.create_text_channel("here"), server.create_text_channel("there")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(here, "quiz start", rounds=1)
        await world.pass_time(10)
        await ben.slash(there, "quiz start", rounds=1, seconds=30)
        await ben.click(card_in(there), label="A. first a")
        await ann.click(card_in(here), label="B. second a")
        await world.pass_time(10)

        assert "Final standings" in text_of(cards(here)[-1])
        assert "ben" not in text_of(cards(here)[-1])
        assert buttons_of(card_in(there))[0] == "A. first a"
        await world.pass_time(20)
        assert "**ben** · 0 points" in text_of(cards(there)[-1])
        assert "ann" not in text_of(cards(there)[-1])


async def test_points_of_one_server_are_not_shown_in_another(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server, other = world.server("one"), world.server("two")
        channel, elsewhere = server.create_text_channel("quiz"), other.create_text_channel("quiz")
        ann = world.member(server, "ann")
        guest = other.add_member(ann.user)
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)

        assert "ann" in said(await ann.slash(channel, "leaderboard show"))
        board = said(await guest.slash(elsewhere, "leaderboard show"))
        assert TEXTS("nobody-has-points") in board
        assert "You have no points yet." in board


async def test_the_leaderboard_of_a_day_forgets_the_day_before(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)
        assert "ann" in said(await ann.slash(channel, "leaderboard show", period="day"))
        await world.pass_time(24 * 3600)

        assert "ann" not in said(await ann.slash(channel, "leaderboard show", period="day"))
        assert "ann" in said(await ann.slash(channel, "leaderboard show", period="all time"))


async def test_a_quiz_that_nobody_answers_ends_by_itself(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start")
        await world.pass_time(100)

        assert TEXTS("end-reason-idle") in text_of(cards(channel)[-1])
        assert len(cards(channel)) == 3 + 1


async def test_a_name_that_shows_nothing_is_replaced_by_the_user_s_own(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = server.add_member(world.env.create_user("ann"), nick="\u3164\u200b")
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)

        assert "🥇 **ann** · " in text_of(cards(channel)[-1])


async def test_a_nickname_stays_in_its_server(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        here, there = world.server("here"), world.server("there")
        user = world.env.create_user("ann")
        for server, nick in ((here, None), (there, "Boss")):
            channel = server.create_text_channel("quiz")
            ann = server.add_member(user, nick=nick)
            await ann.slash(channel, "quiz start", rounds=1)
            await ann.click(card_in(channel), label="B. second a")
            await world.pass_time(20)
            assert list(points_shown(said(await ann.slash(channel, "leaderboard show")))) == [nick or "ann"]
        for server, name in ((here, "ann"), (there, "Boss")):
            assert list(totals(world.file, server_scope(server.id))) == [name]
        assert list(totals(world.file, EVERYWHERE)) == []


async def test_names_and_texts_of_members_have_no_markup_and_ping_nobody(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = server.add_member(world.env.create_user("ann"), nick="**@everyone** <@1>")
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)

        assert r"\*\*\@everyone\*\* \<\@1>" in text_of(cards(channel)[-1])
        assert not cards(channel)[-1].mention_everyone
        sent: list[Any] = [
            request.json
            for request in world.env.http_requests
            if request.method == "POST" and request.path.endswith("/messages")
        ]
        assert [message["allowed_mentions"]["parse"] for message in sent] == [[], []]


async def test_after_the_end_anybody_may_play_again_share_and_see_what_was_wrong_also_after_a_restart(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, TEN[:2]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(
            channel, "quiz start", pack="noir", rounds=2, seconds=30, level="medium", spoilers=True
        )
        await ben.click(card_in(channel), label="B. second a")
        await world.pass_time(36)
        await ben.click(card_in(channel), label="A. first b")
        await world.pass_time(30)
        end = cards(channel)[-1]
        assert buttons_of(end) == ["Play again", "Share", "What I got wrong"]

        for restarted in (False, True):
            if restarted:
                await world.kill()
            shared = await ben.click(end, label="Share")
            assert shared.ephemeral
            assert "Gumshoe · number 1 of 1" in said(shared)
            assert "🟩🟥" in said(shared)
            wrong = await ben.click(end, label="What I got wrong")
            assert wrong.ephemeral
            assert "Which is b?" in said(wrong)
            assert "✅ B. second b" in said(wrong)
            assert "Which is a?" not in said(wrong)
            assert said(await ann.click(end, label="Share")) == "You did not play in this quiz."

        again = await ben.click(end, label="Play again")
        assert said(again) == "Quiz started: 2 questions, 30 seconds each (Noir films)."
        assert "Question 1 of 2" in text_of(card_in(channel))
        last = world.source.wanted[-1]
        assert (last.packs, last.count, last.level, last.spoilers) == (("noir",), 2, 2, True)
        assert set(last.seen) == {"a", "b"}
        busy = await ann.click(end, label="Play again")
        assert said(busy).startswith("A quiz is already running in this channel")


async def test_the_end_tells_who_moved_on_the_week_s_leaderboard(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        for winner in (ann, ben):
            await ann.slash(channel, "quiz start", rounds=1, lobby=0)
            await winner.click(card_in(channel), label=f"B. second {TEN[0].id}")
            await world.pass_time(40)
        first, second = (text_of(card) for card in cards(channel) if "This week" in text_of(card))
        assert "This week: 🥇 ann new" in first
        assert "🥇 ben new" in second


async def test_the_end_tells_of_an_achievement_once_and_stats_of_all(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TEN[:1]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        for _ in range(2):
            await ann.slash(channel, "quiz start", rounds=1, lobby=0)
            await ann.click(card_in(channel), label=f"B. second {TEN[0].id}")
            await ben.click(card_in(channel), label=f"A. first {TEN[0].id}")
            await world.pass_time(40)
        first, second = (text_of(card) for card in cards(channel) if "This week" in text_of(card))
        assert "🏅 ann: **First win** (win a quiz against others)" in first
        assert "🏅" not in second
        told = said(await ann.slash(channel, "stats"))
        assert "**Achievements** 1 of 20\n🏅\N{NO-BREAK SPACE}First win <t:" in told
        assert "Next: **Winner** (win 10 quizzes) ▰▰▱▱▱▱▱▱▱▱ 2 of 10" in told
