"""What the bot may do where a command was given, and the way to a game that runs there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import Interaction

from bot.session import Session
from bot.store.records import Place, ServerSettings, guild_of

NEEDED = ("view_channel", "send_messages")
NEEDED_IN_THREADS = ("view_channel", "send_messages_in_threads")
"""The permissions that a game needs."""

NEEDED_FOR_A_THREAD = ("view_channel", "create_public_threads", "send_messages_in_threads")
"""Those to open a thread for a game and play there."""

HELPFUL = ("add_reactions", "read_message_history")
"""What a lock under a typed reply needs; without it a message says the same."""

FOR_PICTURES = ("attach_files",)
"""Without it leaderboards and podiums come as text."""


def invite_link(application_id: int) -> str:
    """Where a server's owner lets the bot in, with all that it can make use of."""
    permissions = discord.Permissions(
        **dict.fromkeys([*NEEDED, *NEEDED_IN_THREADS, *NEEDED_FOR_A_THREAD, *HELPFUL, *FOR_PICTURES], True)
    )
    return discord.utils.oauth_url(
        application_id, permissions=permissions, scopes=("bot", "applications.commands")
    )


def missing_permissions(interaction: Interaction[Any], *, new_thread: bool = False) -> list[str]:
    """The permissions that the bot lacks to show a game in this channel, or in a new thread of it."""
    if new_thread:
        return lacking(interaction.app_permissions, NEEDED_FOR_A_THREAD)
    return lacking(interaction.app_permissions, needed_in(interaction.channel))


def needed_in(channel: object) -> Sequence[str]:
    """The permissions that a game needs in a channel."""
    return NEEDED_IN_THREADS if isinstance(channel, discord.Thread) else NEEDED


def lacking(allowed: discord.Permissions, needed: Sequence[str]) -> list[str]:
    """Those of the needed permissions that are not among the allowed ones."""
    return [name for name in needed if not getattr(allowed, name)]


def is_for_quizzes(interaction: Interaction[Any], settings: ServerSettings) -> bool:
    """Whether the server allows quizzes in this channel; a thread goes with the channel that it is in."""
    parent = getattr(interaction.channel, "parent_id", None)
    return not settings.channels or bool({interaction.channel_id, parent} & set(settings.channels))


def link_to(place: Place, session: Session) -> str:
    """A link to the card of the game, or to its channel while no card stands."""
    url = link_in(guild_of(place.scope) or None, place.channel_id)
    handle = session.game.handle
    return f"{url}/{handle}" if handle else url


def link_in(guild_id: int | None, channel_id: int | None) -> str:
    """A link to a channel of a server, or to a direct message."""
    return f"https://discord.com/channels/{guild_id or '@me'}/{channel_id}"
