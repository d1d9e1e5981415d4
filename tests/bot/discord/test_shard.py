"""A bot that plays one shard of several."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.game.events import AnswerLocked
from bot.store.shard_records import Claim
from tests.support.fake_discord import FakeDiscord, text_of
from tests.support.fake_discord.gateway import IDENTIFY
from tests.support.fake_discord_bot import RIGHT, in_discord
from tests.support.questions import choice_question
from tests.support.texts import TEXTS

SHARDS = 16
QUIET = 0.3
"""Seconds after which no word came."""


@pytest.fixture(autouse=True)
def many_shards(fake: FakeDiscord) -> None:
    fake.gateway.shards = SHARDS


async def test_it_connects_its_shard_alone_once_it_may_and_plays_there(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    asked: list[tuple[int, int]] = []

    async def identify(shard: int) -> None:
        asked.append((shard, len(fake.record.ops(IDENTIFY))))

    fake.guild("Elsewhere", shard=4)
    async with in_discord(fake, tmp_path, claim=Claim(5, SHARDS, 1), identify=identify) as scene:
        assert asked == [(5, 0)]
        assert [session.shard for session in fake.gateway.connected] == [(5, SHARDS)]
        assert [guild.id for guild in scene.bot.guilds] == [scene.guild.id]
        session = await scene.start(choice_question("q1"))
        assert (await scene.press(scene.ada, session, RIGHT).answered())["content"]


@pytest.mark.parametrize(("shard", "times"), [(0, 1), (5, 0)])
async def test_the_bot_of_the_first_shard_tells_discord_of_the_commands(
    fake: FakeDiscord, tmp_path: Path, shard: int, times: int
) -> None:
    async with in_discord(fake, tmp_path, claim=Claim(shard, SHARDS, 1)):
        assert len(fake.record.sent("PUT /applications/*/commands")) == times


async def test_it_keeps_silent_where_another_process_may_be_answering(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    fresh = True
    async with in_discord(fake, tmp_path, claim=Claim(0, SHARDS, 1), fresh=lambda: fresh) as scene:
        session = await scene.start(choice_question("q1"))
        fresh = False
        acts = [scene.press(scene.ada, session, RIGHT), scene.bea.run(scene.channel, "quiz stop")]
        scene.bea.say(scene.channel, "c1", reply_to=scene.card(session))
        for act in acts:
            with pytest.raises(TimeoutError):
                await act.answered(QUIET)
        assert not any(isinstance(event, AnswerLocked) for event in scene.journal(session))
        fresh = True


async def test_a_quiz_in_direct_messages_is_started_there_as_they_are_the_first_shards(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    async with in_discord(fake, tmp_path, claim=Claim(5, SHARDS, 1)) as scene:
        await scene.bot.tree.sync()  # which the bot of the first shard does
        told = await scene.ada.run(scene.channel, "quiz start", where="direct messages").answered()
        assert text_of(told) == TEXTS("start-in-messages")


async def test_a_bot_that_is_closed_while_its_games_come_back_starts_no_quiz(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    async with in_discord(fake, tmp_path, claim=Claim(0, SHARDS, 1)) as scene:
        await scene.bot.close()
        scene.bot.resumed = scene.bot._resuming = False
        await scene.bot.on_shard_connect(0)
        assert not [task for task in asyncio.all_tasks() if task.get_name() == "scheduler"]


async def test_a_shard_that_was_lost_is_left_without_a_word(fake: FakeDiscord, tmp_path: Path) -> None:
    async with in_discord(fake, tmp_path, claim=Claim(0, SHARDS, 1)) as scene:
        session = await scene.start(choice_question("q1"))
        said = scene.said()
        scene.bot.lose()
        await scene.bot.close()
        assert scene.said() == said
        assert TEXTS("farewell") not in said
        assert session.game.ended is None
