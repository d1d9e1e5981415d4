"""The Discord client: intents, commands, error handler, resume and an orderly end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from random import Random
from typing import Any

import discord
from discord.ext import commands

from bot.cogs.help import HelpCog
from bot.cogs.leaderboard import LeaderboardCog
from bot.cogs.question import QuestionCog
from bot.cogs.quiz import QuizCog
from bot.cogs.source import QuestionSource
from bot.errors import QuizTree
from bot.sessions import Sessions, StageFactory
from bot.stage import EDIT_SECONDS, Stages
from bot.store.store import Store
from bot.views.buttons import BUTTONS
from bot.views.typed import ANSWER_FORM, answer_form, answer_reply

FAREWELL = "Back in a moment: the bot restarts. Answers and points are kept, and the clock stands still meanwhile."
CLOSE_SECONDS = 9.0

log = logging.getLogger(__name__)


def quiz_intents() -> discord.Intents:
    """No privileged intent: servers, and messages for replies to the bot."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    return intents


class GumshoeBot(commands.AutoShardedBot):
    """Everything that it works with is handed in; ``clock`` gives seconds since 1970.

    ``make_sessions`` is given the factory of stages. ``alive_at`` is when a bot last worked on this database.
    """

    def __init__(
        self,
        *,
        make_sessions: Callable[[StageFactory], Sessions],
        store: Store,
        source: QuestionSource,
        clock: Callable[[], float],
        alive_at: float | None = None,
        make_random: Callable[[], Random] = Random,
        edit_seconds: float = EDIT_SECONDS,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=QuizTree,
            intents=quiz_intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=shard_count,
        )
