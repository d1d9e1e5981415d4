"""``/stats``: what a player has done in this server, for whoever they let see it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord
from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.store.periods import day_of
from bot.store.store import Store
from bot.views.answering import player_of
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import Saying, place_of, respond, texts_of
from bot.views.stats import TURNS, stats_card
from bot.views.text import safe_line


class StatsCog(commands.Cog):
    """Shows statistics to the asker alone."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    @app_commands.command()
    @app_commands.guild_only()
    async def stats(self, interaction: Interaction[Any], member: discord.User | None = None) -> None:
        await respond(interaction, self._show(interaction, member or interaction.user))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The button that lets others see one's statistics, or no longer."""
        id = id_of(interaction)
        if id in TURNS:
            await guarded(interaction, lambda: self._turn(interaction, public=TURNS[id]))

    async def _show(self, interaction: Interaction[Any], whose: discord.User | discord.Member) -> Saying:
        chosen = await self._store.rankings.member(whose.id)
        if whose.id == interaction.user.id:
            return await self._card(interaction, whose, public=chosen.public)
        if not chosen.public:
            return texts_of(interaction)("stats-not-public", player=safe_line(whose.display_name))
        return await self._card(interaction, whose, public=None)

    async def _turn(self, interaction: Interaction[Any], *, public: bool) -> None:
        await self._store.rankings.change_member(player_of(interaction.user), {"public": public})
        await interaction.response.edit_message(
            view=await self._card(interaction, interaction.user, public=public)
        )

    async def _card(
        self, interaction: Interaction[Any], whose: discord.User | discord.Member, *, public: bool | None
    ) -> ui.LayoutView:
        scope = place_of(interaction).scope
        today = day_of(self._now(), self._store.zone(scope))
        stats = await self._store.rankings.player_stats(scope, whose.id, today)
        return stats_card(texts_of(interaction), whose.display_name, stats, public=public)
