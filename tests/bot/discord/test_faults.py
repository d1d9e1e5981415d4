from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bot.stage.painting import RETRY_SECONDS
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.simcord_bot import World, card_in, cards, discord_world, said, text_of

TWO = [choice_question(name) for name in "ab"]


async def test_a_card_deleted_by_a_moderator_comes_back_and_its_answers_stay(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        role = server.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
        mod = server.add_member(world.env.create_user("mod"), roles=[role])
        await mod.slash(channel, "quiz start", seconds=60)
        first = card_in(channel)
        form = await mod.click(first, label="Answer")
        await mod.submit_modal(form, {"guess": "Luke Cage"})
        await mod.delete(first)

        assert card_in(channel).id != first.id
        assert "1 answered" in text_of(card_in(channel))
        await world.pass_time(60)
        assert "1 of 1 right" in text_of(card_in(channel))
        assert len(cards(channel)) == 2


async def test_a_quiz_in_a_channel_that_is_deleted_ends_and_its_points_stay(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TWO) as world:
        server = world.server()
        channel, elsewhere = server.create_text_channel("quiz"), server.create_text_channel("elsewhere")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        await ann.click(card_in(channel), label="B. second a")
        world.env.backend.delete_channel(channel.id)
        await world.pass_time(30)

        assert world.bot.sessions.all() == ()
        assert "ann" in said(await ann.slash(elsewhere, "leaderboard show"))


async def test_a_quiz_whose_channel_is_closed_to_the_bot_ends(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TWO) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start")
        world.env.inject_error("*", "/channels/*/messages*", status=403, code=50013, times=None)
        await world.pass_time(30)

        assert world.bot.sessions.all() == ()


async def test_faults_of_discord_delay_a_card_and_the_player_loses_no_time(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TWO) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        world.env.inject_error("POST", "/channels/*/messages", status=503, times=3)
        world.env.settle_timeout = 0.9
        await ann.slash(channel, "quiz start", seconds=60)
        assert cards(channel) == []
        world.env.settle_timeout = 5.0
        await world.pass_time(sum(RETRY_SECONDS[:3]))
        (session,) = world.bot.sessions.all()

        assert "Question 1" in text_of(card_in(channel))
        assert session.game.round_deadline - world.env.now().timestamp() == pytest.approx(60, abs=1)


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060), (503, 0)])
async def test_an_answer_counts_though_discord_no_longer_takes_the_confirmation(
    tmp_path: Path, status: int, code: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with discord_world(tmp_path, TWO, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        world.env.inject_error("POST", "/interactions/*/*/callback", status=status, code=code)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)

        assert "1 of 1 right" in text_of(card_in(channel))
        assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def break_the_source(world: World) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the source is broken")

    world.source.draw = fail  # type: ignore[method-assign, assignment]


async def test_an_unexpected_error_is_logged_with_its_traceback_and_told_by_a_short_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with discord_world(tmp_path, TWO, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await break_the_source(world)
        result = await world.member(server, "ann").slash(channel, "quiz start")

        assert result.ephemeral
        text = said(result)
        assert text.startswith("Something went wrong. It has been logged as ")
        assert "Zero" not in text
        (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
        assert text.removesuffix(".").rsplit(" ", 1)[1] in record.getMessage()
        assert "/quiz start" in record.getMessage()
        assert record.exc_info is not None
        assert record.exc_info[0] is ZeroDivisionError


async def test_the_database_failing_under_a_command_is_said_in_plain_words(tmp_path: Path) -> None:
    async with discord_world(tmp_path, TWO, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        world.valve.fault = "the disk is full"
        result = await world.member(server, "ann").slash(channel, "quiz start")

        assert "NOT saved" in said(result)
        assert world.bot.sessions.all() == ()
