"""The one error handler for commands, views and modals."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, cast
from uuid import uuid4

import aiohttp
import discord
from discord import app_commands

from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.store.errors import StoreError
from bot.views.host import NotQuizmaster, texts_of

if TYPE_CHECKING:
    from discord import Interaction

UNKNOWN_INTERACTION = 10062
ALREADY_ANSWERED = 40060

log = logging.getLogger(__name__)


class Worker(Protocol):
    """What the client offers to whatever handles an interaction."""

    closing: bool

    @property
    def silent(self) -> bool:
        """Whether another process may be answering in place of this one."""

    def begin(self, task: asyncio.Task[Any]) -> None:
        """Count a task as work in flight, to be finished before the end."""


def _begin(interaction: Interaction[Any]) -> bool:
    worker = cast(Worker, interaction.client)
    task = asyncio.current_task()
    if worker.closing or task is None:
        return False
    worker.begin(task)
    return True


def _is_for_messages(command: object) -> bool:
    """Whether a command can be given in direct messages. Discord offers no other there, but may know the
    commands of yesterday.
    """
    if not isinstance(command, app_commands.Command):
        return True
    contexts = (command.root_parent or command).allowed_contexts
    return contexts is None or contexts.dm_channel is True


class QuizTree(app_commands.CommandTree[discord.Client]):
    """The command tree, with the error handler and the count of work in flight."""

    async def interaction_check(self, interaction: Interaction[Any], /) -> bool:
        if cast(Worker, interaction.client).silent:
            return False
        if interaction.guild_id is None and not _is_for_messages(interaction.command):
            raise app_commands.NoPrivateMessage
        if _begin(interaction) or interaction.type is discord.InteractionType.autocomplete:
            return True
        await reply(interaction, texts_of(interaction)("restarting"))
        return False

    async def on_error(self, interaction: Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        await report(interaction, error)


async def guarded(interaction: Interaction[Any], work: Callable[[], Awaitable[object]]) -> None:
    """Do the work of a component or a form; whatever goes wrong is reported."""
    try:
        if _begin(interaction):
            await work()
        else:
            await reply(interaction, texts_of(interaction)("restarting"))
    except Exception as error:  # noqa: BLE001 - this is the one error handler
        await report(interaction, error)


async def report(interaction: Interaction[Any], error: Exception) -> None:
    """Tell the user in plain words; log what nobody expected, under a short name that the user is told."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    code, texts = expected(cause), texts_of(interaction)
    if code is None:
        name = uuid4().hex[:8]
        log.error("unexpected error %s in %s", name, describe(interaction), exc_info=cause)
        text = texts("unexpected-error", name=name)
    elif not code:
        log.info("no answer to %s: %s", describe(interaction), cause)
        return
    else:
        log.warning("refused %s: %s", describe(interaction), cause)
        text = texts(code)
    await reply(interaction, text)


def expected(cause: Exception) -> str | None:
    """The code of what to say of an expected failure; empty where nobody can be told, None for a bug."""
    if isinstance(cause, JournalClosing | JournalConflict):
        return "not-taken-restarting"
    if isinstance(cause, JournalUnavailable):
        return "not-taken"
    if isinstance(cause, StoreError):
        return "not-done"
    if isinstance(cause, discord.HTTPException) and cause.code in (UNKNOWN_INTERACTION, ALREADY_ANSWERED):
        return ""
    if isinstance(cause, discord.HTTPException) and (cause.status >= 500 or cause.status == 429):
        return ""
    if isinstance(cause, discord.RateLimited | aiohttp.ClientError | OSError):
        return ""
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return "outdated-command"
    if isinstance(cause, app_commands.TransformerError):
        return "value-not-offered"
    if isinstance(cause, app_commands.NoPrivateMessage):
        return "servers-only"
    if isinstance(cause, NotQuizmaster):
        return "quizmasters-only"
    if isinstance(cause, app_commands.MissingPermissions):
        return "managers-only"
    return None


async def reply(interaction: Interaction[Any], text: str) -> None:
    """Say something privately, by whichever way is still open."""
    try:
        if interaction.type is discord.InteractionType.autocomplete:
            return
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.info("could not answer %s: %s", describe(interaction), error)


def describe(interaction: Interaction[Any]) -> str:
    """Which interaction it was, for the log: a command, a button or a form."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data = cast("dict[str, Any]", interaction.data or {})
    return str(data.get("custom_id", interaction.type.name))
