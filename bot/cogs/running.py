"""What commands do with the quiz that runs in their channel: the same as its buttons."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from discord import Interaction

from bot.cogs.place import link_to
from bot.game.events import EndReason, Player, Refusal
from bot.game.game import Phase
from bot.session import Session
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.board import Board
from bot.views.host import Saying, is_quizmaster, place_of
from bot.views.question_card import question_card

Act = Callable[[Interaction[Any], Texts, Session, Player], Coroutine[Any, Any, Saying]]
"""Something that a member does with a session; what to say to them."""


async def stop(interaction: Interaction[Any], texts: Texts, session: Session, player: Player) -> Saying:
    """Stop the quiz, for whoever started it and quizmasters."""
    if player.id != session.game.starter.id and not is_quizmaster(interaction):
        return texts(Refusal.NOT_YOURS)
    if refused := answering.refused(await session.stop(player, EndReason.STOPPED)):
        return render.refusal(texts, refused)
    return texts("stopped-by-you" if session.game.round else "stopped-in-lobby")


async def skip(interaction: Interaction[Any], texts: Texts, session: Session, player: Player) -> Saying:
    """Vote to skip the question."""
    at_once = is_quizmaster(interaction)
    return await answering.skip(texts, session, player, session.game.round, at_once=at_once)


async def hint(_interaction: Interaction[Any], texts: Texts, session: Session, player: Player) -> Saying:
    """Ask for a hint."""
    return await answering.hint(texts, session, player, session.game.round)


async def now(interaction: Interaction[Any], texts: Texts, session: Session, _player: Player) -> Saying:
    """The open question once more, with its buttons; between questions the way to the last card."""
    if session.game.phase is Phase.ASKING:
        return question_card(texts, Board.resumed(session.id, session.game))
    return texts("runs-here", link=link_to(place_of(interaction), session))
