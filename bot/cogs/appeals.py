"""**I was right**: appeals made at the reveal, decided on a card, and forms accepted from then on."""

from __future__ import annotations

from typing import Any

from discord import Interaction, ui
from discord.ext import commands

from bot.cogs.played import decide_in, game_of, now_of
from bot.game.events import Refused
from bot.game.game import Game, Outcome
from bot.library.corrections import Corrections
from bot.texts import render
from bot.views import answering
from bot.views.appeals import APPEAL, RULING, appeal_card, ruling_card
from bot.views.cards import notice_card
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import (
    is_quizmaster,
    just,
    place_of,
    require_quizmaster,
    respond,
    server_texts,
    show,
    texts_of,
)


class AppealCog(commands.Cog):
    """Its buttons name game, round and player, so that they work after a restart and after the end."""

    def __init__(self, corrections: Corrections) -> None:
        self._corrections = corrections

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """A button of a reveal, or of an appeal."""
        id = id_of(interaction)
        if made := APPEAL.fullmatch(id):
            await guarded(interaction, lambda: self._appeal(interaction, made["game"], int(made["round"])))
        elif ruling := RULING.fullmatch(id):
            game, round, player = ruling["game"], int(ruling["round"]), int(ruling["player"])
            await guarded(interaction, lambda: self._press(interaction, game, round, player, ruling["act"]))

    async def _appeal(self, interaction: Interaction[Any], game: str, round: int) -> None:
        """The card is for all to see; a refusal for the member alone."""
        member = answering.player_of(interaction.user)
        outcome = await decide_in(interaction, game, lambda played, now: played.appeal(member, round, now))
        if refusal := answering.refused(outcome):
            await respond(interaction, just(render.refusal(texts_of(interaction), refusal)))
            return
        played = await game_of(interaction, game)
        appeal = played.appeal_of(round, member.id) if played else None
        if played is not None and appeal is not None:
            view = appeal_card(server_texts(interaction), game, played.questions[round - 1], appeal)
            await respond(interaction, just(view), ephemeral=False)

    async def _press(
        self, interaction: Interaction[Any], game: str, round: int, player: int, act: str
    ) -> None:
        if act == "keep":
            await require_quizmaster(interaction)
            await show(interaction, self._keep(interaction, game, round, player))
            return
        by, at_once = answering.player_of(interaction.user), is_quizmaster(interaction)

        def rule(played: Game, now: float) -> Outcome:
            return played.rule(by, round, player, now, accept=act == "yes", at_once=at_once)

        outcome = await decide_in(interaction, game, rule)
        refusal = next((event for event in outcome if isinstance(event, Refused)), None)
        if refusal is not None:
            await respond(interaction, just(render.refusal(texts_of(interaction), refusal)))
            return
        await show(interaction, self._ruled(interaction, game, round, player))

    async def _ruled(
        self, interaction: Interaction[Any], game: str, round: int, player: int, *, kept: bool = False
    ) -> ui.LayoutView:
        """The card of an appeal that was decided."""
        texts, played = server_texts(interaction), await game_of(interaction, game)
        appeal = played.appeal_of(round, player) if played else None
        if played is None or appeal is None:
            return notice_card(texts("no-such-game"))
        question, award = played.questions[round - 1], played.award_of(round, player)
        offered = kept or await self._corrections.can_accept(place_of(interaction).scope, question)
        return ruling_card(
            texts, game, question, appeal, award, played.standings, kept=kept if offered else None
        )

    async def _keep(self, interaction: Interaction[Any], game: str, round: int, player: int) -> ui.LayoutView:
        """Accept the form from now on, and say so on the card."""
        played, kept = await game_of(interaction, game), False
        appeal = played.appeal_of(round, player) if played else None
        if played is not None and appeal is not None and appeal.accepted:
            scope, member = place_of(interaction).scope, answering.player_of(interaction.user)
            question, form = played.questions[round - 1], appeal.made.guess
            kept = await self._corrections.accept(scope, member, question, form, now_of(interaction))
        return await self._ruled(interaction, game, round, player, kept=kept)
