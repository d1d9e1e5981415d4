"""``/help``: what there is to do, in a few lines."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.views.host import texts_of


class HelpCog(commands.Cog):
    """Help, for the asker alone."""

    @app_commands.command()
    @app_commands.guild_only()
    async def help(self, interaction: Interaction[Any]) -> None:
        await interaction.response.send_message(texts_of(interaction)("help"), ephemeral=True)
