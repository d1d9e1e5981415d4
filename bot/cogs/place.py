"""Where a command was given, by whom, and what the bot may do there."""

from __future__ import annotations

from typing import Any

import discord
from discord import Interaction, app_commands

from bot.session import Session
from bot.store.records import Place, server_scope


def place_of(interaction: Interaction[Any]) -> Place:
    """The channel that the command was given in; NoPrivateMessage outside a server."""
    if interaction.guild_id is None or interaction.channel_id is None:
        raise app_commands.NoPrivateMessage
    return Place(server_scope(interaction.guild_id), interaction.channel_id)


def is_quizmaster(interaction: Interaction[Any]) -> bool:
    """Whether the member may author questions and stop any game."""
    return interaction.permissions.manage_guild


def missing_permissions(interaction: Interaction[Any]) -> list[str]:
    """What the bot lacks to show a game in this channel, in Discord's own words."""
    thread = isinstance(interaction.channel, discord.Thread)
    needed = {
        "view_channel": "View Channel",
        "send_messages_in_threads" if thread else "send_messages": (
            "Send Messages in Threads" if thread else "Send Messages"
        ),
    }
    return [words for name, words in needed.items() if not getattr(interaction.app_permissions, name)]


def link_to(interaction: Interaction[Any], session: Session) -> str:
    """A link to the card of the game, or to its channel while no card stands."""
    url = f"https://discord.com/channels/{interaction.guild_id}/{interaction.channel_id}"
    handle = session.game.handle
    return f"{url}/{handle}" if handle else url
