"""The buttons of the end card. All that they need is in the journal, so they work after a restart, too."""

from __future__ import annotations

from typing import Any, cast

from discord import Interaction

from bot.game.summary import summary_of
from bot.views.components import END_ID, id_of
from bot.views.end_card import share_text, wrong_card
from bot.views.errors import guarded
from bot.views.host import Host, Saying, place_of, respond, texts_of


async def end_button_pressed(interaction: Interaction[Any]) -> None:
    """Do what a button of an end card says, if it is one of ours."""
    match = END_ID.fullmatch(id_of(interaction))
    if match is not None:
        game, act = match["game"], match["act"]
        host = cast(Host, interaction.client)
        work = host.play_again(interaction, game) if act == "again" else _told(interaction, game, act)
        await guarded(interaction, lambda: respond(interaction, work))


async def _told(interaction: Interaction[Any], game: str, act: str) -> Saying:
    texts, host = texts_of(interaction), cast(Host, interaction.client)
    summary = summary_of(await host.store.journal_of(place_of(interaction), game))
    if summary is None:
        return texts("no-such-game")
    player = interaction.user.id
    return share_text(texts, summary, player) if act == "share" else wrong_card(texts, summary, player)
