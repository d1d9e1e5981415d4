"""The buttons of a question card. Their ids say all, so that they work after a restart."""

from __future__ import annotations

from re import Match
from typing import Any

import discord
from discord import Interaction, ui

from bot import render
from bot.errors import guarded
from bot.game.events import Refusal
from bot.session import Session
from bot.views import answering
from bot.views.host import find_session, respond
from bot.views.typed import answer_form

TEMPLATE = r"g:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):(?P<act>c\d{1,2}|answer|hint|skip)"


class GameButton(ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    """A button of one round: ``act`` is ``c`` and the index of a choice, ``answer``, ``hint`` or ``skip``."""

    def __init__(
        self,
        game: str,
        round: int,
        act: str,
        label: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        custom_id = f"g:{game}:{round}:{act}"
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id, disabled=disabled))
        self.game = game
        self.round = round
        self.act = act

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction[Any], _item: ui.Item[Any], match: Match[str], /
    ) -> GameButton:
        return cls(match["game"], int(match["round"]), match["act"], match["act"])

    async def callback(self, interaction: Interaction[Any]) -> None:
        await guarded(interaction, lambda: self._pressed(interaction))

    async def _pressed(self, interaction: Interaction[Any]) -> None:
        session = find_session(interaction, self.game)
        if isinstance(session, str):
            await interaction.response.send_message(session, ephemeral=True)
            return
        player = answering.player_of(interaction.user)
        if self.act == "answer":
            await self._open_form(interaction, session)
        elif self.act == "hint":
            await respond(interaction, answering.hint(session, player, self.round))
        elif self.act == "skip":
            await respond(interaction, answering.skip(session, player, self.round))
        else:
            await respond(interaction, answering.answer(session, player, int(self.act[1:]), self.round))

    async def _open_form(self, interaction: Interaction[Any], session: Session) -> None:
        if session.game.round == self.round:
            await interaction.response.send_modal(answer_form(self.game, self.round, session.game.question))
        else:
            await interaction.response.send_message(render.REFUSALS[Refusal.OTHER_ROUND], ephemeral=True)
