"""``/help``: what there is to do, as far as the asker may do it."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.help import SECTION_ID, help_card
from bot.views.host import is_quizmaster, texts_of


class HelpCog(commands.Cog):
    """Help, for the asker alone."""

    @app_commands.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def help(self, interaction: Interaction[Any]) -> None:
        await interaction.response.send_message(view=_card(interaction), ephemeral=True)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons that turn to another section."""
        if match := SECTION_ID.fullmatch(id_of(interaction)):
            await guarded(interaction, lambda: _turn(interaction, match["section"]))


async def _turn(interaction: Interaction[Any], section: str) -> None:
    await interaction.response.edit_message(view=_card(interaction, section))


def _card(interaction: Interaction[Any], section: str = "") -> ui.LayoutView:
    return help_card(
        texts_of(interaction),
        section,
        quizmaster=is_quizmaster(interaction),
        manager=interaction.permissions.manage_guild,
    )
