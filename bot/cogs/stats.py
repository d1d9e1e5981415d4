"""``/stats``: what a player has done in this server, for whoever they let see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import discord
from discord import Interaction, app_commands
from discord.ext import commands

from bot.pictures.painter import Painter
from bot.store.board_records import Member
from bot.store.periods import day_of
from bot.store.store import Store
from bot.views.answering import player_of
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import Saying, can_attach, place_of, respond, show, texts_of
from bot.views.pictured import Card, Pictured, shown_picture
from bot.views.stats import TURNS, stats_card, weeks_picture
from bot.views.text import safe_line


class StatsCog(commands.Cog):
    """Shows statistics to the asker alone."""

    def __init__(self, store: Store, now: Callable[[], datetime], painter: Painter) -> None:
        self._store = store
        self._now = now
        self._painter = painter

    @app_commands.command()
    @app_commands.guild_only()
    async def stats(self, interaction: Interaction[Any], member: discord.User | None = None) -> None:
        await respond(interaction, self._show(interaction, member or interaction.user))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons that let others see one's statistics, or no longer, or as text."""
        id = id_of(interaction)
        if id in TURNS:
            await guarded(interaction, lambda: show(interaction, self._turned(interaction, TURNS[id])))

    async def _show(
        self, interaction: Interaction[Any], whose: discord.User | discord.Member
    ) -> Saying | Pictured:
        chosen = await self._store.rankings.member(whose.id)
        asker = await self._store.rankings.member(interaction.user.id)
        if whose.id == interaction.user.id:
            return await self._card(interaction, whose, asker, own=True)
        if not chosen.public:
            return texts_of(interaction)("stats-not-public", player=safe_line(whose.display_name))
        return await self._card(interaction, whose, asker, own=False)

    async def _turned(self, interaction: Interaction[Any], changes: Mapping[str, bool]) -> Card:
        asker = await self._store.rankings.change_member(player_of(interaction.user), changes)
        return await self._card(interaction, interaction.user, asker, own=True)

    async def _card(
        self, interaction: Interaction[Any], whose: discord.User | discord.Member, asker: Member, *, own: bool
    ) -> Card:
        """For the asker, who has chosen whether to be shown pictures."""
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        today = day_of(self._now(), self._store.zone(scope))
        stats = await self._store.rankings.player_stats(scope, whose.id, today)
        offers = self._painter.available and can_attach(interaction) and stats is not None
        public = asker.public if own else None
        plain = stats_card(texts, whose.display_name, stats, public=public, other_form=offers)
        if stats is None or not (offers and asker.pictures):
            return plain
        picture = weeks_picture(texts, stats.weeks)
        png = await self._painter.paint(picture)
        if png is None:
            return plain
        item = shown_picture(texts, picture)
        view = stats_card(texts, whose.display_name, stats, item, public=public, other_form=True)
        return Pictured(view, png, plain)
