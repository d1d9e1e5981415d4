"""Private notes: one a player and round, told at the close how they did, as far as Discord's limits allow."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import discord
from discord import Interaction

from bot.game.events import AnswerLocked, Award, CloseReason, Player, QuestionAsked, RoundClosed
from bot.views import notes
from bot.views.board import Board
from bot.views.notes import Notes
from questions.judging.verdict import Mark
from tests.bot.discord.builders import choice_question
from tests.support.channel import failure
from tests.support.players import ANN, crowd
from tests.support.texts import LANGUAGES, TEXTS

GAME = "g"


@dataclass
class Note:
    """An interaction whose answer can be edited and taken away; ``editing`` counts those under way."""

    user: Player
    editing: list[int]
    shown: list[str] = field(default_factory=list)
    gone: bool = False
    fault: Exception | None = None
    locale: str = "en-US"

    @property
    def client(self) -> Any:
        return SimpleNamespace(languages=LANGUAGES)

    async def edit_original_response(
        self, *, content: str, allowed_mentions: discord.AllowedMentions
    ) -> None:
        assert not any((allowed_mentions.everyone, allowed_mentions.users, allowed_mentions.roles))
        if self.fault is not None:
            raise self.fault
        self.editing[0] += 1
        self.editing[1] = max(self.editing)
        await asyncio.sleep(0.01)
        self.editing[0] -= 1
        self.shown.append(content)

    async def delete_original_response(self) -> None:
        self.gone = True


@dataclass
class Desk:
    """Notes, and the tasks that they begin."""

    tasks: set[asyncio.Task[Any]] = field(default_factory=set)
    editing: list[int] = field(default_factory=lambda: [0, 0])

    def __post_init__(self) -> None:
        self.notes = Notes(self.tasks.add)

    def tell(self, player: Player = ANN, round: int = 2, *, over: bool = False) -> Note:
        note = Note(player, self.editing)
        self.notes.keep(GAME, round, cast(Interaction[Any], note), over=over)
        return note

    async def done(self) -> None:
        await asyncio.gather(*self.tasks)


def board(*players: Player, reason: CloseReason = CloseReason.TIME) -> Board:
    """A round in which these were right."""
    asked = Board.asked(GAME, [choice_question()] * 3, QuestionAsked(0.0, 2, 20.0))
    for player in players:
        asked = asked.after(AnswerLocked(1.0, 2, player, 1, Mark.CORRECT, 1.0, 0))
    awards = tuple(Award(player, True, 20, 20, 0, 0, 1, 1.0) for player in players)
    return asked.after(RoundClosed(20.0, 2, reason, awards, 26.0))


async def test_a_player_has_one_note_the_newest_which_tells_how_they_did() -> None:
    desk = Desk()
    first, second = desk.tell(), desk.tell()
    desk.notes.close(board(ANN))
    await desk.done()
    assert (first.gone, first.shown) == (True, [])
    assert not second.gone
    assert second.shown == ["✅ Right: B. second one\n**+20**"]


async def test_no_more_notes_are_edited_at_once_than_discord_takes_well_and_no_more_than_a_limit() -> None:
    desk = Desk()
    told = [desk.tell(player) for player in crowd(notes.MOST_NOTES + 10)]
    desk.notes.close(board())
    await desk.done()
    assert desk.editing[1] == notes.AT_ONCE
    assert sum(bool(note.shown) for note in told) == notes.MOST_NOTES


async def test_a_note_that_was_put_away_keeps_the_others_from_nothing() -> None:
    desk = Desk()
    lost, other = desk.tell(), desk.tell(crowd(1)[0])
    lost.fault = failure(404, 10008)
    desk.notes.close(board())
    await desk.done()
    assert other.shown == [TEXTS("note-unanswered", answer="B. second one")]


async def test_who_is_told_of_an_answer_after_the_round_has_closed_is_told_its_outcome() -> None:
    desk = Desk()
    desk.notes.close(board(ANN))
    late, stranger = desk.tell(over=True), desk.tell(crowd(1)[0])
    await desk.done()
    assert late.shown
    assert stranger.shown == []


async def test_nothing_is_told_of_a_question_that_was_left_out_nor_of_a_game_that_has_left() -> None:
    desk = Desk()
    note = desk.tell()
    desk.notes.close(board(reason=CloseReason.LEFT_OUT))
    desk.notes.forget(GAME)
    gone = desk.tell(over=True)
    desk.notes.close(board())
    await desk.done()
    assert note.shown == gone.shown == []
