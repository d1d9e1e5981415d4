from __future__ import annotations

from pathlib import Path

import discord
import pytest

from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [
    choice_question("a", level=1),
    choice_question("b", level=3),
    choice_question("c", level=3, spoiler=True),
]


@pytest.mark.parametrize(
    ("denied", "missing"),
    [
        ({"send_messages": False}, "I need: Send Messages."),
        ({"view_channel": False}, "I need: View Channel"),
    ],
)
async def test_a_channel_closed_to_the_bot_is_named_before_the_quiz_starts(
    tmp_path: Path, denied: dict[str, bool], missing: str
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        assert world.bot.user is not None
        channel = server.create_text_channel(
            "closed", overwrites={world.bot.user: discord.PermissionOverwrite(**denied)}
        )
        result = await world.member(server, "ann").slash(channel, "quiz start")

        assert result.ephemeral
        assert missing in said(result)
        assert world.bot.sessions.all() == ()


async def test_in_a_thread_the_permission_for_threads_counts(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        assert world.bot.user is not None
        no_threads = discord.PermissionOverwrite(send_messages_in_threads=False)
        channel = server.create_text_channel("quiz", overwrites={world.bot.user: no_threads})
        ann = world.member(server, "ann")
        parent = world.bot.get_channel(channel.id)
        assert isinstance(parent, discord.TextChannel)
        await parent.create_thread(name="side", type=discord.ChannelType.public_thread)
        (thread,) = channel.threads

        refused = await ann.slash(thread, "quiz start")
        assert said(refused).endswith("I need: Send Messages in Threads.")
        await ann.slash(channel, "quiz start")
        assert "Question 1" in text_of(card_in(channel))


async def test_only_one_quiz_runs_in_a_channel_and_the_answer_links_to_it(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start")
        second = await world.member(server, "ben").slash(channel, "quiz start")

        assert second.ephemeral
        assert f"https://discord.com/channels/{server.id}/{channel.id}/{card_in(channel).id}" in said(second)
        assert len(cards(channel)) == 1


async def test_quizzes_in_a_channel_start_ten_seconds_apart(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel, beside = server.create_text_channel("quiz"), server.create_text_channel("beside")
        ann = world.member(server, "ann")
        assert said(await ann.slash(channel, "quiz start", pack="dogs")) == TEXTS("no-such-pack")
        assert TEXTS("no-such-question") in said(await ann.slash(channel, "quiz start", level="medium"))
        await ann.slash(channel, "quiz start")
        await ann.slash(channel, "quiz stop")
        await world.pass_time(3)
        again = await ann.click(cards(channel)[-1], label="Play again")
        assert again.ephemeral
        assert said(again) == TEXTS("start-too-soon", seconds=7)
        thread = await ann.slash(channel, "quiz start", where="new thread")
        assert said(thread) == TEXTS("start-too-soon", seconds=7)
        assert channel.threads == []
        assert said(await ann.slash(beside, "quiz start")).startswith("Quiz started")
        await world.pass_time(7)
        assert said(await ann.slash(channel, "quiz start")).startswith("Quiz started")


async def test_a_start_that_was_not_kept_does_not_count(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        world.valve.fault = "the disk is full"
        assert said(await ann.slash(channel, "quiz start")) == TEXTS("not-taken")
        world.valve.fault = None
        assert said(await ann.slash(channel, "quiz start")).startswith("Quiz started")


async def test_a_quiz_is_shorter_where_there_are_fewer_questions_and_says_so(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        result = await world.member(server, "ann").slash(channel, "quiz start", rounds=5, seconds=30)

        assert said(result) == (
            "Quiz started: 2 questions, 30 seconds each (Noir films, Famous cats). "
            "You asked for 5; there are only 2. With `spoilers` there would be 3 questions."
        )
        assert "Question 1 of 2" in text_of(card_in(channel))


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ({"level": "easy"}, ["a"]),
        ({"level": "hard"}, ["b"]),
        ({"level": "hard", "spoilers": True}, ["b", "c"]),
        ({"level": "any", "spoilers": True}, ["a", "b", "c"]),
    ],
)
async def test_level_and_spoilers_choose_the_questions(
    tmp_path: Path, options: dict[str, object], asked: list[str]
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start", **options)

        (session,) = world.bot.sessions.all()
        assert [question.id for question in session.game.questions] == asked


async def test_where_there_is_no_such_question_no_quiz_starts(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        result = await world.member(server, "ann").slash(channel, "quiz start", level="medium")

        assert TEXTS("no-such-question") in said(result)
        assert cards(channel) == []


async def test_packs_are_offered_by_the_words_of_their_titles(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")

        everything = await ann.autocomplete(channel, "quiz start", "pack", "")
        assert [(choice["name"], choice["value"]) for choice in everything] == [
            ("Noir films", "noir"),
            ("Famous cats", "cats"),
        ]
        assert [c["value"] for c in await ann.autocomplete(channel, "quiz start", "pack", "CAT")] == ["cats"]
        assert await ann.autocomplete(channel, "quiz start", "pack", "dogs") == []


async def test_the_chosen_pack_is_played_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")

        assert TEXTS("no-such-pack") in said(await ann.slash(channel, "quiz start", pack="dogs"))
        await ann.slash(channel, "quiz start", pack="famous CATS")
        assert world.source.wanted[0].packs == ("cats",)


async def test_questions_asked_in_a_channel_before_are_told_to_the_source(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=1)
        await ann.slash(channel, "quiz stop")
        await world.pass_time(10)
        await ann.slash(channel, "quiz start", rounds=1)

        assert [set(wanted.seen) for wanted in world.source.wanted] == [set(), {"a"}]


async def test_a_stranger_may_not_stop_a_quiz(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start")
        result = await world.member(server, "ben").slash(channel, "quiz stop")

        assert result.ephemeral
        assert said(result) == TEXTS("refusal-not-yours")
        assert len(world.bot.sessions.all()) == 1


@pytest.mark.parametrize("quizmaster", [True, False])
async def test_the_starter_and_a_quizmaster_may_stop_a_quiz_and_the_answers_count(
    tmp_path: Path, quizmaster: bool
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        await ann.slash(channel, "quiz start")
        await ann.click(card_in(channel), label="B. second a")
        stopped = await (zoe if quizmaster else ann).slash(channel, "quiz stop")

        assert said(stopped) == TEXTS("stopped-by-you")
        assert f"{'zoe' if quizmaster else 'ann'} stopped the quiz." in text_of(cards(channel)[-1])
        assert "🥇 **ann**" in text_of(cards(channel)[-1])
        assert world.bot.sessions.all() == ()
        assert "ann" in said(await ann.slash(channel, "leaderboard show"))


async def test_stopping_where_no_quiz_runs_says_so(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")

        assert said(await world.member(server, "ann").slash(channel, "quiz stop")) == (TEXTS("none-running"))


async def test_only_quizzes_help_and_privacy_are_offered_outside_of_servers(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        offered = world.env.create_user("ann").available_commands()
        assert {name.split()[0] for name in offered} == {"quiz", "help", "privacy"}
