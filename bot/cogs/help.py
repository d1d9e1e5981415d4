"""``/help``: what there is to do, in a few lines."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands
from discord.ext import commands

HELP = "\n".join(
    (
        "**Play** · `/quiz start` begins a quiz in this channel. `/quiz stop` ends it: whoever started it "
        "may, or a quizmaster.",
        "Press a button to answer. Only you see your choice, and you may change it until the clock runs out.",
        "Where there are no choices, press **Answer**; nobody sees what you type there. Or reply to the card "
        "for all to see, and leave the @ on: 🔒 says that it is locked in, 🤏 that it is close and wants "
        "more.",
        "**Hint** helps everybody; **Skip** closes the question once more than half of the players ask for "
        "it, or whoever started the quiz, or a quizmaster.",
        "**Points** · harder questions give more; quick answers and streaks of right ones earn a bonus. "
        "`/leaderboard` shows who leads.",
        "**Quizmasters** are the members who may manage this server. They write its own questions: "
        "`/question add`, `/question list`, `/question remove`.",
        "After each question you see the fact behind the answer, and its source.",
    )
)


class HelpCog(commands.Cog):
    """Help, for the asker alone."""

    @app_commands.command(description="How to play, and what the commands do")
    @app_commands.guild_only()
    async def help(self, interaction: Interaction[Any]) -> None:
        await interaction.response.send_message(HELP, ephemeral=True)
