"""``/leaderboard``: the server's best, and the asker's own rank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs.options import OneOf
from bot.store.records import Period
from bot.store.store import Store
from bot.views.cards import leaderboard_card
from bot.views.host import Saying, place_of, respond, server_texts

PERIODS = {
    "day": Period.DAY,
    "week": Period.WEEK,
    "month": Period.MONTH,
    "all time": Period.ALL_TIME,
}


class LeaderboardCog(commands.Cog):
    """Reads the standings; they are kept up to date as rounds close."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    @app_commands.command()
    @app_commands.guild_only()
    async def leaderboard(
        self, interaction: Interaction[Any], period: Annotated[Period, OneOf(PERIODS)] = Period.ALL_TIME
    ) -> None:
        await respond(interaction, self._board(interaction, period), ephemeral=False)

    async def _board(self, interaction: Interaction[Any], period: Period) -> Saying:
        scope = place_of(interaction).scope
        now = self._now()
        top = await self._store.leaderboard(scope, period, now)
        own = await self._store.rank(scope, period, interaction.user.id, now)
        return leaderboard_card(server_texts(interaction), period, top, own)
