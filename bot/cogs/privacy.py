"""``/privacy``: what is kept about a member, to be read, sent to them, and forgotten."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import discord
from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.store.store import Store
from bot.views.answering import player_of
from bot.views.cards import notice_card
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import respond, show, texts_of
from bot.views.privacy import ASK, BACK, DATA, FORGET, LIST, UNLIST, forget_card, privacy_card

MOST_BYTES = 8 * 2**20
"""Discord takes files of ten million bytes; larger ones are packed."""

IDS = {LIST, UNLIST, DATA, ASK, FORGET, BACK}


class PrivacyCog(commands.Cog):
    """For the asker alone. Journals of games are kept for ``days``, 0 for ever."""

    def __init__(self, store: Store, now: Callable[[], datetime], days: int) -> None:
        self._store = store
        self._now = now
        self._days = days
        self._one_at_a_time = asyncio.Semaphore(1)

    @app_commands.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def privacy(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._card(interaction))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """A button of the cards."""
        id = id_of(interaction)
        if id in IDS:
            await guarded(interaction, lambda: self._press(interaction, id))

    async def _press(self, interaction: Interaction[Any], id: str) -> None:
        if id == DATA:
            await self._send(interaction)
        elif id == ASK:
            await interaction.response.edit_message(view=forget_card(texts_of(interaction)))
        elif id == FORGET:
            await show(interaction, self._forget(interaction))
        elif id == BACK:
            await show(interaction, self._card(interaction))
        else:
            await show(interaction, self._turn(interaction, everywhere=id == LIST))

    async def _card(self, interaction: Interaction[Any]) -> ui.LayoutView:
        member = await self._store.rankings.member(interaction.user.id)
        return privacy_card(texts_of(interaction), self._days, everywhere=member.everywhere)

    async def _turn(self, interaction: Interaction[Any], *, everywhere: bool) -> ui.LayoutView:
        await self._store.rankings.change_member(player_of(interaction.user), {"everywhere": everywhere})
        return privacy_card(texts_of(interaction), self._days, everywhere=everywhere)

    async def _send(self, interaction: Interaction[Any]) -> None:
        """The file, for the member alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with self._one_at_a_time:
            data = await self._store.people.export(interaction.user.id, self._now())
            file = await asyncio.to_thread(attachment, data)
        texts = texts_of(interaction)
        if file is None:
            await interaction.followup.send(texts("privacy-data-too-long"), ephemeral=True)
        else:
            await interaction.followup.send(texts("privacy-data-sent"), file=file, ephemeral=True)

    async def _forget(self, interaction: Interaction[Any]) -> ui.LayoutView:
        texts = texts_of(interaction)
        done = await self._store.people.forget(interaction.user.id, self._now())
        return notice_card(texts("privacy-forgotten" if done else "privacy-playing"))


def attachment(data: bytes) -> discord.File | None:
    """The file as it can be sent, packed if need be; None where even that is too long."""
    if len(data) <= MOST_BYTES:
        return discord.File(BytesIO(data), "gumshoe.json")
    packed = gzip.compress(data)
    return discord.File(BytesIO(packed), "gumshoe.json.gz") if len(packed) <= MOST_BYTES else None
