from __future__ import annotations

from typing import Any, cast

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.cogs.options import Whole
from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.store.errors import StoreUnavailable
from bot.views import errors
from tests.support.channel import failure


@pytest.mark.parametrize(
    ("cause", "beginning"),
    [
        (JournalUnavailable("the disk is full"), "That was NOT taken"),
        (JournalClosing("the disk is full"), "That was NOT taken. The bot is restarting."),
        (JournalConflict("the disk is full"), "That was NOT taken. The bot is restarting."),
        (StoreUnavailable("the disk is full"), "That was not done"),
        (app_commands.MissingPermissions(["manage_guild"]), "Only quizmasters"),
        (app_commands.NoPrivateMessage(), "Quizzes are played in servers"),
        (app_commands.CommandNotFound("old", []), "This command has changed"),
        (
            app_commands.TransformerError(99, discord.AppCommandOptionType.integer, Whole(1, 9)),
            "That is no value for this option",
        ),
        (failure(404, 10062), ""),
        (failure(400, 40060), ""),
        (failure(503), ""),
        (failure(429), ""),
        (discord.RateLimited(3.0), ""),
        (aiohttp.ServerDisconnectedError(), ""),
        (TimeoutError(), ""),
    ],
)
def test_what_can_be_expected_has_plain_words_or_none(cause: Exception, beginning: str) -> None:
    words = errors.expected(cause)

    assert words is not None
    assert words.startswith(beginning)
    assert bool(words) == bool(beginning)
    assert "disk is full" not in words


@pytest.mark.parametrize("cause", [ZeroDivisionError(), failure(400, 50035), failure(403, 50013)])
def test_what_nobody_expected_is_for_the_log(cause: Exception) -> None:
    assert errors.expected(cause) is None


class Unreachable:
    """An interaction that Discord takes no answer to."""

    type = discord.InteractionType.component
    command = None
    data = None
    response = property(lambda self: self)

    def is_done(self) -> bool:
        return False

    async def send_message(self, text: str, *, ephemeral: bool) -> None:
        raise failure(404, 10062)


async def test_a_user_who_can_no_longer_be_told_causes_no_second_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await errors.report(cast(Any, Unreachable()), ZeroDivisionError())

    assert [record.levelname for record in caplog.records if record.name == "bot.views.errors"] == ["ERROR"]
