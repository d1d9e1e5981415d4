"""What the taps in the form of an order or a match-up do. The answer counts once it is locked in."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, cast

from discord import Interaction, ui

from bot.game.events import Player, Refusal
from bot.game.game import Phase
from bot.session import Session
from bot.views import answering
from bot.views.arrange_form import (
    TAP,
    Form,
    Picks,
    completed,
    form_card,
    matched,
    note_card,
    nothing_picked,
    picks_of,
)
from bot.views.components import values_of
from bot.views.host import NOBODY, Host, Saying, respond_in_note, show, texts_of


async def open_form(
    interaction: Interaction[Any], session: Session, round: int, work: Coroutine[Any, Any, str] | None = None
) -> None:
    """Show the form in a note, with what the player has locked in and, if there is work, what it returns."""
    await respond_in_note(interaction, session, round, _opened(interaction, session, round, work), form=True)


async def tap(interaction: Interaction[Any], session: Session | str, round: int, act: str) -> None:
    """Do what was tapped, and show the form as it then stands; or why there is nothing to be tapped."""
    if isinstance(session, str):
        await interaction.response.edit_message(view=note_card(session), allowed_mentions=NOBODY)
        return
    open = _is_open(session, round)
    await show(interaction, _tapped(interaction, session, round, act))
    if open:
        notes, over = cast(Host, interaction.client).notes, session.game.ended is not None
        notes.keep(session.id, round, interaction, form=True, again=True, over=over)


async def _opened(
    interaction: Interaction[Any], session: Session, round: int, work: Coroutine[Any, Any, str] | None
) -> Saying:
    said = await work if work is not None else ""
    form = _form(interaction, session, round, None, said)
    return form or said or texts_of(interaction)(Refusal.OTHER_ROUND)


async def _tapped(interaction: Interaction[Any], session: Session, round: int, act: str) -> ui.LayoutView:
    texts, tapped = texts_of(interaction), TAP.fullmatch(act)
    arrangement = session.game.question.arrangement
    picks = picks_of(arrangement, tapped["picks"]) if tapped and arrangement else None
    if tapped is None or arrangement is None or picks is None or not _is_open(session, round):
        return note_card(texts(Refusal.OTHER_ROUND))
    if tapped["item"] is not None:
        picks = matched(picks, int(tapped["item"]), int(values_of(interaction)[0]))
    picks, said = completed(picks), ""
    if tapped["what"] == "k":
        player = answering.player_of(interaction.user)
        guess = arrangement.spell([pick for pick in picks if pick is not None])
        said = await answering.answer(texts, session, player, guess, round)
        repeated = said.startswith(texts(Refusal.SAME_ANSWER))
        if not repeated and _shows_all(session, player, guess):
            return _form(interaction, session, round, picks, "") or note_card(said)
    return _form(interaction, session, round, picks, said) or note_card(said or texts(Refusal.OTHER_ROUND))


def _form(
    interaction: Interaction[Any], session: Session, round: int, picks: Picks | None, said: str
) -> ui.LayoutView | None:
    """The form of the open question with these picks, or the player's answer; None once it has closed."""
    question, texts = session.game.question, texts_of(interaction)
    arrangement = question.arrangement
    if arrangement is None or not _is_open(session, round):
        return None
    answer = session.game.answers.get(interaction.user.id)
    locked = arrangement.read(str(answer.guess)) if answer else None
    picks = picks or locked or nothing_picked(arrangement)
    hint = "\n".join(answering.hint_so_far(texts, session, interaction.user.id))
    return form_card(texts, Form(session.id, round, question, arrangement, picks, locked, said, hint))


def _shows_all(session: Session, player: Player, guess: str) -> bool:
    """Whether the form says all that there is to say of the answer."""
    game, answer = session.game, session.game.answers.get(player.id)
    kept = answer is not None and answer.guess == guess
    return kept and not (game.everybody or game.rules.lives or game.rules.race)


def _is_open(session: Session, round: int) -> bool:
    return session.game.phase is Phase.ASKING and session.game.round == round
