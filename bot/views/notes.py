"""Private notes: what a member was told about a question, and at its close what became of their answer.

Each player has one note a round, the newest: an earlier one is taken away, so that none pile up. The same
goes for the card that ``/quiz now`` shows; at the close it shows the answer, without buttons.
Discord lets an answer to an interaction be edited for 15 minutes; notes live in memory, and those of
before a restart stay as they were.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import discord
from discord import Interaction

from bot.game.events import CloseReason, Refusal
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.arrange_form import note_card
from bot.views.board import Board
from bot.views.host import texts_of
from bot.views.reveal_card import reveal_card
from bot.views.text import safe

MOST_NOTES = 250
"""Players of a round who are told at its close."""

AT_ONCE = 8
"""Notes of a game that are edited at the same time."""

SHOWN = 300
NOBODY = discord.AllowedMentions.none()
TROUBLES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """What a member was told in answer to this interaction: words, or the ``card`` of the question or the
    ``form`` to arrange something.
    """

    interaction: Interaction[Any]
    card: bool
    form: bool

    @property
    def key(self) -> tuple[int, bool]:
        return self.interaction.user.id, self.card


class Notes:
    """The notes of the open rounds, by game; ``begin`` counts a task as work in flight."""

    def __init__(self, begin: Callable[[asyncio.Task[Any]], None]) -> None:
        self._begin = begin
        self._open: dict[str, dict[tuple[int, bool], Note]] = {}
        self._told: dict[str, Board] = {}

    def keep(
        self,
        game: str,
        round: int,
        interaction: Interaction[Any],
        *,
        card: bool = False,
        form: bool = False,
        again: bool = False,
        over: bool = False,
    ) -> None:
        """The member has just been told something about the open question of this round, or shown its card or
        form; ``again`` says that this stands in the place of the earlier note.

        ``over`` says that the game has ended meanwhile; one that has left is not remembered again.
        """
        note, told = Note(interaction, card, form), self._told.get(game)
        if told is None and over:
            return
        if told is not None and told.round >= round:  # it closed while the member was being told
            if card or form or (told.round == round and interaction.user.id in told.answers):
                self._start(_tell(told, [note]))
            return
        notes = self._open.setdefault(game, {})
        earlier = notes.pop(note.key, None)
        if len(notes) < MOST_NOTES:
            notes[note.key] = note
        if earlier is not None and not again:
            self._start(_take_away(earlier))

    def close(self, board: Board) -> None:
        """The round has closed, or the game in it: tell everybody who has a note how they did."""
        self._told[board.game] = board
        notes = self._open.pop(board.game, {})
        if notes:
            self._start(_tell(board, tuple(notes.values())))

    def forget(self, game: str) -> None:
        """The game has left this process."""
        self._open.pop(game, None)
        self._told.pop(game, None)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._begin(asyncio.create_task(work, name="notes"))


def outcome(texts: Texts, board: Board, player: int) -> str:
    """How the player did in a closed round, and where they stand."""
    question, closed = board.question, board.closed
    award = next((one for one in (closed.awards if closed else ()) if one.player.id == player), None)
    answer = safe(render.right_answer(question), SHOWN)
    given = board.answers.get(player)
    if award is None or given is None:
        lines = [texts("note-unanswered", answer=answer)]
    elif award.correct:
        lines = [texts("note-right", answer=answer, award=render.award_points(texts, award))]
    else:
        guess = safe(render.guess_text(question, given.guess), SHOWN)
        lines = [texts("note-wrong", guess=guess, answer=answer)]
    row = next((row for row in board.table if row.player.id == player), None)
    if row is not None:
        lines.append(texts("my-place", rank=row.rank, players=len(board.table), count=row.points))
    return "\n".join(lines)


async def _tell(board: Board, notes: Sequence[Note]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)
    scored = board.closed is not None and board.closed.reason is not CloseReason.LEFT_OUT

    async def edit(note: Note) -> None:
        interaction = note.interaction
        texts = texts_of(interaction)
        async with gate:
            try:
                if note.card:
                    view = reveal_card(texts, replace(board, passed=True))
                    await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)
                    return
                text = outcome(texts, board, interaction.user.id) if scored else texts(Refusal.OTHER_ROUND)
                if note.form:
                    await interaction.edit_original_response(view=note_card(text), allowed_mentions=NOBODY)
                else:
                    await interaction.edit_original_response(content=text, allowed_mentions=NOBODY)
            except TROUBLES as error:  # the member may have put the note away
                log.info("game %s: a note was not edited: %s", board.game, error)

    await asyncio.gather(*(edit(note) for note in notes if scored or note.card or note.form))


async def _take_away(note: Note) -> None:
    try:
        await note.interaction.delete_original_response()
    except TROUBLES as error:
        log.info("a note was not taken away: %s", error)
