"""Options that Discord would not let through, if it knew the commands as they are."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.cogs.question import MOST_QUESTIONS
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS
from tests.bot.discord.builders import choice_question
from tests.support.fake_discord import FakeDiscord, text_of
from tests.support.fake_discord_bot import Scene, in_discord
from tests.support.simcord_bot import ListSource
from tests.support.texts import TEXTS

STRING, INTEGER = 3, 4


@pytest.fixture
async def scene(fake: FakeDiscord, tmp_path: Path) -> AsyncIterator[Scene]:
    async with in_discord(fake, tmp_path) as playing:
        assert isinstance(playing.bot.source, ListSource)
        playing.bot.source.questions = [choice_question()]
        yield playing


@pytest.mark.parametrize(
    ("command", "option", "kind", "value"),
    [
        ("quiz start", "rounds", INTEGER, 0),
        ("quiz start", "rounds", INTEGER, MAX_ROUNDS + 1),
        ("quiz start", "rounds", STRING, "ten"),
        ("quiz start", "seconds", INTEGER, 4),
        ("quiz start", "seconds", INTEGER, MAX_SECONDS + 1),
        ("quiz start", "level", STRING, "impossible"),
        ("leaderboard show", "period", STRING, "century"),
        ("question remove", "question", INTEGER, 0),
        ("question remove", "question", INTEGER, 2**70),
        ("question remove", "question", STRING, "the first"),
    ],
)
async def test_a_value_that_is_not_offered_is_answered_in_a_line(
    scene: Scene, caplog: pytest.LogCaptureFixture, command: str, option: str, kind: int, value: Any
) -> None:
    act = scene.ada.force(scene.channel, command, {"name": option, "type": kind, "value": value})

    assert text_of(await act.answered()) == TEXTS("value-not-offered")
    assert scene.bot.sessions.all() == ()
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_a_missing_option_is_answered_in_a_line(scene: Scene) -> None:
    assert text_of(await scene.ada.force(scene.channel, "question remove").answered()) == TEXTS(
        "outdated-command"
    )


async def test_discord_is_told_the_bounds(scene: Scene) -> None:
    for command, option, bounds in (
        ("quiz start", "rounds", (1, MAX_ROUNDS)),
        ("quiz start", "seconds", (5, MAX_SECONDS)),
        ("question remove", "question", (1, MOST_QUESTIONS)),
    ):
        _, chain = scene.fake.commands.find(scene.guild.id, command)
        (described,) = [part for part in chain[-1]["options"] if part["name"] == option]
        assert (described["type"], described["min_value"], described["max_value"]) == (INTEGER, *bounds)
