from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.cogs.options import Whole
from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.store.errors import StoreUnavailable
from bot.views import errors
from bot.views.host import NotQuizmaster
from tests.support.channel import failure
from tests.support.texts import LANGUAGES, TEXTS


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (JournalUnavailable("the disk is full"), "not-taken"),
        (JournalClosing("the disk is full"), "not-taken-restarting"),
        (JournalConflict("the disk is full"), "not-taken-restarting"),
        (StoreUnavailable("the disk is full"), "not-done"),
        (app_commands.MissingPermissions(["manage_guild"]), "managers-only"),
        (NotQuizmaster(), "quizmasters-only"),
        (app_commands.NoPrivateMessage(), "servers-only"),
        (app_commands.CommandNotFound("old", []), "outdated-command"),
        (
            app_commands.TransformerError(99, discord.AppCommandOptionType.integer, Whole(1, 9)),
            "value-not-offered",
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
def test_an_expected_failure_is_told_in_plain_words_or_not_at_all(cause: Exception, code: str) -> None:
    assert errors.expected(cause) == code
    assert not code or "disk is full" not in TEXTS(code)


@pytest.mark.parametrize("cause", [ZeroDivisionError(), failure(400, 50035), failure(403, 50013)])
def test_what_nobody_expected_is_for_the_log(cause: Exception) -> None:
    assert errors.expected(cause) is None


class Unreachable:
    """An interaction that Discord takes no answer to."""

    type = discord.InteractionType.component
    command = None
    data = None
    response = property(lambda self: self)
    locale = discord.Locale.british_english
    client = SimpleNamespace(languages=LANGUAGES)

    def is_done(self) -> bool:
        return False

    async def send_message(self, text: str, *, ephemeral: bool) -> None:
        raise failure(404, 10062)


async def test_a_user_who_can_no_longer_be_told_causes_no_second_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await errors.report(cast(Any, Unreachable()), ZeroDivisionError())

    assert [record.levelname for record in caplog.records if record.name == "bot.views.errors"] == ["ERROR"]
