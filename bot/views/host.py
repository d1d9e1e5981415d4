"""What a button or a form needs of the client that it arrives at."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Protocol, cast

from discord import Interaction

from bot.session import Session
from bot.sessions import Sessions

ACK_SECONDS = 2.0
"""Discord wants a sign of life within 3 seconds."""

OVER = "This quiz is over."
COMING_BACK = "The bot is just coming back. Try again in a moment."


class Host(Protocol):
    """The client. ``resumed`` says that the games of before the start are running again."""

    sessions: Sessions
    resumed: bool


def find_session(interaction: Interaction[Any], game: str) -> Session | str:
    """The running game of this id, or why there is none."""
    host = cast(Host, interaction.client)
    session = host.sessions.get(game)
    if session is not None:
        return session
    return OVER if host.resumed else COMING_BACK


async def say_privately(interaction: Interaction[Any], work: Coroutine[Any, Any, str]) -> None:
    """Say what the work returns to the one who asked; where it takes long, ask Discord for patience first."""
    task = asyncio.create_task(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=ACK_SECONDS)
        if not done:
            await interaction.response.defer(ephemeral=True, thinking=True)
    finally:
        text = await task
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)
