"""The buttons of a question card."""

from __future__ import annotations

from typing import Any

import discord
from discord import Interaction

from bot.game.events import Refusal
from bot.session import Session
from bot.views import answering
from bot.views.arrange_form import TAP
from bot.views.arranging import open_form, tap
from bot.views.components import BUTTON_ID, IdButton, button_id, id_of
from bot.views.errors import guarded
from bot.views.host import find_session, is_quizmaster, respond, respond_in_note, texts_of
from bot.views.typed import answer_form


class GameButton(IdButton):
    """A button of one round."""

    def __init__(
        self,
        game: str,
        round: int,
        act: str,
        label: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(label=label, style=style, custom_id=button_id(game, round, act))


async def button_pressed(interaction: Interaction[Any]) -> None:
    """Do what a button says, if it is one of ours."""
    match = BUTTON_ID.fullmatch(id_of(interaction))
    if match is not None:
        game, round, act = match["game"], int(match["round"]), match["act"]
        await guarded(interaction, lambda: _press(interaction, game, round, act))


async def _press(interaction: Interaction[Any], game: str, round: int, act: str) -> None:
    session = find_session(interaction, game)
    if TAP.fullmatch(act):
        await tap(interaction, session, round, act)
        return
    if isinstance(session, str):
        await interaction.response.send_message(session, ephemeral=True)
        return
    player, texts = answering.player_of(interaction.user), texts_of(interaction)
    at_once = is_quizmaster(interaction)
    match act:
        case "answer":
            await _open_form(interaction, session, round)
        case "arrange":
            await open_form(interaction, session, round)
        case "hint":
            hinting = answering.hint(texts, session, player, round)
            if session.game.question.arrangement:
                await open_form(interaction, session, round, hinting)
            else:
                await respond_in_note(interaction, session, round, hinting)
        case "skip":
            voting = answering.skip(texts, session, player, round, at_once=at_once)
            await respond_in_note(interaction, session, round, voting)
        case "next":
            await respond(interaction, answering.go_on(texts, session, player, round, at_once=at_once))
        case "me":
            score = answering.own_score(texts, session, player, round)
            await interaction.response.send_message(score, ephemeral=True)
        case _:
            answered = answering.answer(texts, session, player, int(act[1:]), round)
            await respond_in_note(interaction, session, round, answered)


async def _open_form(interaction: Interaction[Any], session: Session, round: int) -> None:
    texts = texts_of(interaction)
    if session.game.round == round:
        await interaction.response.send_modal(answer_form(texts, session.id, round, session.game.question))
    else:
        await interaction.response.send_message(texts(Refusal.OTHER_ROUND), ephemeral=True)
