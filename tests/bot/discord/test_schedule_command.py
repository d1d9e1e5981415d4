"""``/schedule``: quizzes that start by themselves, each of their times once and in time."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.calendar import Weekly
from bot.store.records import Place, server_scope
from bot.store.schedules import MOST
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import EPOCH, World, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [choice_question(name) for name in "abc"]
BERLIN = ZoneInfo("Europe/Berlin")
MINUTE, HOUR = 60, 3600


def seconds_of(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp()


def announcements(channel: ChannelHandle) -> list[str]:
    return [text for text in map(text_of, cards(channel)) if "⏰ Quiz at" in text]


def lobbies(channel: ChannelHandle) -> list[str]:
    return [text for text in map(text_of, cards(channel)) if "starts a quiz" in text]


async def in_zone(world: World, channel: ChannelHandle, zone: str = "Europe/Berlin") -> None:
    assert channel.guild is not None
    await world.store.change_settings(server_scope(channel.guild.id), {"zone": zone})


async def host_in(world: World) -> tuple[MemberActor, ChannelHandle]:
    server = world.server()
    return world.member(server, "zoe", quizmaster=True), server.create_text_channel("quiz")


async def test_a_quiz_is_announced_ten_minutes_before_and_starts_on_time(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        added = await zoe.slash(channel, "schedule add", time="01:00", pack="noir", rounds=2)
        assert added.ephemeral
        assert "every day, 1:00\u202fam" in said(added)
        assert f"<t:{EPOCH + HOUR:.0f}:f>" in said(added)

        await world.pass_time(50 * MINUTE - 1)
        assert cards(channel) == []
        await world.pass_time(2)
        (announcement,) = announcements(channel)
        assert f"<t:{EPOCH + HOUR:.0f}:R>" in announcement
        assert "Noir films" in announcement
        assert "2 questions" in announcement
        await world.pass_time(10 * MINUTE - 2)
        assert lobbies(channel) == []
        await world.pass_time(2)
        assert len(lobbies(channel)) == 1
        game = world.bot.sessions.all()[0].game
        assert (game.selection.packs, game.rules.rounds) == (("noir",), 2)
        assert len(announcements(channel)) == 1


async def test_a_scheduled_quiz_waits_for_nobody_who_does_not_play(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        assert channel.guild is not None
        ann = world.member(channel.guild, "ann")
        await zoe.slash(channel, "schedule add", time="00:20", rounds=2, seconds=60)
        await world.pass_time(20 * MINUTE + 1)
        lobby = cards(channel)[-1]
        assert "zoe" not in text_of(lobby)
        await ann.click(lobby, label=TEXTS("button-join"))
        await world.pass_time(31)
        question = cards(channel)[-1]
        await ann.click(question, custom_id=f"g:{world.bot.sessions.all()[0].id}:1:c0")
        await world.pass_time(5)
        assert world.bot.sessions.all()[0].game.closed is not None
        assert world.bot.user is not None
        assert world.bot.sessions.all()[0].game.starter.id == world.bot.user.id


async def test_it_comes_every_day_at_the_same_time_over_both_changes_of_the_clocks(tmp_path: Path) -> None:
    for day, before in (("2026-03-28T19:30", "19:00"), ("2026-10-24T19:30", "18:00")):
        (tmp_path / day).mkdir()
        async with discord_world(tmp_path / day, QUESTIONS, begins=seconds_of(day)) as world:
            zoe, channel = await host_in(world)
            await in_zone(world, channel)
            await zoe.slash(channel, "schedule add", time="20:00", rounds=1)
            starts = []
            for _ in range(51):
                await world.pass_time(HOUR / 2)
                running = world.bot.sessions.all()
                starts += [session.game.at for session in running][:1]
                for _ in running:
                    await zoe.slash(channel, "quiz stop")
            shown = [datetime.fromtimestamp(at, BERLIN).strftime("%d %H:%M") for at in starts]
            assert [one[3:] for one in shown] == ["20:00", "20:00"]
            assert datetime.fromtimestamp(starts[0], UTC).strftime("%H:%M") == before
            assert len(lobbies(channel)) == 2


async def test_a_restart_neither_repeats_nor_forgets_a_quiz(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        await zoe.slash(channel, "schedule add", time="00:20", rounds=1)
        await world.pass_time(11 * MINUTE)
        await world.kill()
        await world.pass_time(1)
        assert len(announcements(channel)) == 1
        await world.pass_time(9 * MINUTE)
        assert len(lobbies(channel)) == 1
        await world.kill()
        await world.pass_time(1)
        await zoe.slash(channel, "quiz stop")
        await world.kill()
        await world.pass_time(20 * MINUTE)
        assert world.bot.sessions.all() == ()
        assert len(lobbies(channel)) == 1


async def test_a_start_that_was_kept_but_not_noted_is_not_repeated(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        await zoe.slash(channel, "schedule add", time="00:20", rounds=1)
        (before,) = await world.store.schedules()
        await world.pass_time(20 * MINUTE + 1)
        await zoe.slash(channel, "quiz stop")
        await world.store.note_schedule(before, done=before.done_at)  # as if killed before it was noted
        await world.pass_time(5 * MINUTE)
        assert len(lobbies(channel)) == 1
        (after,) = await world.store.schedules()
        assert after.done_at.timestamp() == EPOCH + 20 * MINUTE


@pytest.mark.parametrize(("away", "started"), [(9 * MINUTE, 1), (11 * MINUTE, 0), (30 * HOUR, 0)])
async def test_a_quiz_that_was_missed_starts_only_while_it_is_not_too_late(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, away: float, started: int
) -> None:
    begins = EPOCH
    async with discord_world(tmp_path, QUESTIONS, begins=begins) as world:
        zoe, channel = await host_in(world)
        await zoe.slash(channel, "schedule add", time="00:20", rounds=1)
        await world.bot._scheduler.end()
        await world.pass_time(20 * MINUTE + away)
        assert lobbies(channel) == []
        with caplog.at_level(logging.WARNING):
            await world.kill()
            await world.pass_time(1)
        assert len(lobbies(channel)) == started
        assert ("too late" in caplog.text) is not bool(started)


async def test_it_waits_a_while_for_another_quiz_in_its_channel(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        await zoe.slash(channel, "schedule add", time="00:20", rounds=1)
        await world.pass_time(19 * MINUTE)
        await zoe.slash(channel, "quiz start", seconds=120, rounds=1)
        await world.pass_time(MINUTE + 10)
        assert lobbies(channel) == []
        await zoe.slash(channel, "quiz stop")
        await world.pass_time(MINUTE)
        assert len(lobbies(channel)) == 1


async def test_a_quiz_that_cannot_be_played_says_so_in_its_channel_or_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        server = channel.guild
        assert server is not None
        assert world.bot.user is not None
        denied = discord.PermissionOverwrite(send_messages=False)
        closed = server.create_text_channel("closed", overwrites={world.bot.user: denied})
        await zoe.slash(channel, "schedule add", time="00:20", pack="noir")
        for id in (closed.id, 99):  # one that the bot was shut out of since, and one that was deleted
            now = datetime.fromtimestamp(EPOCH, UTC)
            await world.store.add_schedule(Place(server_scope(server.id), id), Weekly(time(0, 20)), "{}", now)
        await world.store.change_settings(server_scope(server.id), {"packs_off": ("noir",)})
        with caplog.at_level(logging.WARNING):
            await world.pass_time(20 * MINUTE + 1)
        assert text_of(cards(channel)[-1]) == TEXTS("schedule-cannot-start", why=TEXTS("no-such-pack"))
        assert [line.count("is skipped") for line in caplog.text.splitlines()].count(1) == 3
        assert "Send Messages" in caplog.text
        await world.pass_time(MINUTE)
        assert len(cards(channel)) == 1


async def test_a_schedule_that_fails_holds_up_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with discord_world(tmp_path, QUESTIONS, check_errors=False) as world:
        _, elsewhere = await host_in(world)
        zoe, channel = await host_in(world)
        assert elsewhere.guild is not None
        first = Place(server_scope(elsewhere.guild.id), elsewhere.id)
        await world.store.add_schedule(first, Weekly(time(0, 2)), "{}", datetime.fromtimestamp(EPOCH, UTC))
        await in_zone(world, elsewhere, "Mars/Olympus_Mons")
        await zoe.slash(channel, "schedule add", time="00:02")
        with caplog.at_level(logging.ERROR):
            await world.pass_time(2 * MINUTE + 1)
        assert len(lobbies(channel)) == 1
        assert lobbies(elsewhere) == []
        assert "schedule 1 of server" in caplog.text


async def test_schedules_are_listed_and_removed_by_number(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        await in_zone(world, channel)
        assert said(await zoe.slash(channel, "schedule list")) == TEXTS("schedule-none")
        await zoe.slash(channel, "schedule add", time="20:00", days="mon, Mi-Fr")
        await zoe.slash(channel, "schedule add", time="7 am", days="sat-sun")
        listed = said(await zoe.slash(channel, "schedule list"))
        assert f"**1.** Mon, Wed, Thu, Fri, 8:00\u202fpm in <#{channel.id}>" in listed
        assert "**2.** Sat, Sun, 7:00\u202fam" in listed
        assert "Europe/Berlin" in listed

        offered = await zoe.autocomplete(channel, "schedule remove", "schedule", "7:00")
        assert [choice["value"] for choice in offered] == [2]
        removed = await zoe.slash(channel, "schedule remove", schedule=1)
        assert "Mon, Wed, Thu, Fri" in said(removed)
        again = await zoe.slash(channel, "schedule remove", schedule=1)
        assert said(again) == TEXTS("schedule-unknown", number="1")
        assert "**1.**" not in said(await zoe.slash(channel, "schedule list"))


async def test_what_cannot_be_scheduled_is_said_at_once(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        refused = {
            TEXTS("schedule-no-time", typed="tonight"): {"time": "tonight"},
            TEXTS("schedule-no-days", typed="someday"): {"time": "20:00", "days": "someday"},
            TEXTS("no-such-pack"): {"time": "20:00", "pack": "dogs"},
            TEXTS("no-such-topic"): {"time": "20:00", "topic": "Dogs"},
        }
        for expected, options in refused.items():
            assert said(await zoe.slash(channel, "schedule add", **options)) == expected
        for _ in range(MOST):
            await zoe.slash(channel, "schedule add", time="20:00")
        one_more = await zoe.slash(channel, "schedule add", time="20:00")
        assert said(one_more) == TEXTS("schedule-too-many", most=MOST)


async def test_days_are_offered_in_the_language_of_whoever_types(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        zoe, channel = await host_in(world)
        offered = await zoe.autocomplete(channel, "schedule add", "days", "")
        assert offered[0]["name"] == TEXTS("every-day")
        assert len(offered) == 10
        typed = await zoe.autocomplete(channel, "schedule add", "days", "di+do")
        assert typed[0] == {"name": "Tue, Thu", "value": "di+do"}


async def test_only_quizmasters_schedule(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        command = next(one for one in await world.bot.tree.fetch_commands() if one.name == "schedule")
        server.set_command_permissions(command.id, {server.default_role: True})
        for name, options in (("add", {"time": "20:00"}), ("list", {}), ("remove", {"schedule": 1})):
            refused = await ann.slash(channel, f"schedule {name}", **options)
            assert said(refused) == TEXTS("quizmasters-only")
