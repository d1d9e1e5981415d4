"""``/privacy``: what is kept about a member, and whether they are on the leaderboard of all servers."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.store.store import Store
from bot.views.answering import player_of
from bot.views.components import IdButton, id_of
from bot.views.errors import guarded
from bot.views.host import respond, texts_of
from bot.views.layout import OPEN, card

TURNS = {"privacy:list": True, "privacy:unlist": False}


class PrivacyCog(commands.Cog):
    """For the asker alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @app_commands.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def privacy(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._show(interaction))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The button that lists a member everywhere, or no longer."""
        id = id_of(interaction)
        if id in TURNS:
            await guarded(interaction, lambda: self._turn(interaction, everywhere=TURNS[id]))

    async def _show(self, interaction: Interaction[Any]) -> ui.LayoutView:
        member = await self._store.rankings.member(interaction.user.id)
        return _card(interaction, everywhere=member.everywhere)

    async def _turn(self, interaction: Interaction[Any], *, everywhere: bool) -> None:
        await self._store.rankings.change_member(player_of(interaction.user), {"everywhere": everywhere})
        await interaction.response.edit_message(view=_card(interaction, everywhere=everywhere))


def _card(interaction: Interaction[Any], *, everywhere: bool) -> ui.LayoutView:
    texts = texts_of(interaction)
    blocks = [
        f"{texts('privacy-title')}\n{texts('privacy-kept')}",
        texts("privacy-listed" if everywhere else "privacy-not-listed"),
    ]
    label = texts("privacy-unlist" if everywhere else "privacy-list")
    button = IdButton(label=label, custom_id="privacy:unlist" if everywhere else "privacy:list")
    return card(OPEN, blocks, [[button]])
