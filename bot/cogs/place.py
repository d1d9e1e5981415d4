"""What the bot may do where a command was given, and the way to a game that runs there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from discord import Interaction

from bot.session import Session

NEEDED = {"view_channel": "View Channel", "send_messages": "Send Messages"}
NEEDED_IN_THREADS = {"view_channel": "View Channel", "send_messages_in_threads": "Send Messages in Threads"}
"""What a game needs, in Discord's own words."""

HELPFUL = {"add_reactions": "Add Reactions", "read_message_history": "Read Message History"}
"""What a lock under a typed reply needs; without it a message says the same."""


def missing_permissions(interaction: Interaction[Any]) -> list[str]:
    """What the bot lacks to show a game in this channel, in Discord's own words."""
    thread = isinstance(interaction.channel, discord.Thread)
    return lacking(interaction.app_permissions, NEEDED_IN_THREADS if thread else NEEDED)


def lacking(allowed: discord.Permissions, wanted: Mapping[str, str]) -> list[str]:
    """Those of the wanted permissions that are not among the allowed ones."""
    return [words for name, words in wanted.items() if not getattr(allowed, name)]


def link_to(interaction: Interaction[Any], session: Session) -> str:
    """A link to the card of the game, or to its channel while no card stands."""
    url = f"https://discord.com/channels/{interaction.guild_id}/{interaction.channel_id}"
    handle = session.game.handle
    return f"{url}/{handle}" if handle else url
