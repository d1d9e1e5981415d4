"""Typed answers: by a form that the Answer button opens, or by a reply to the card."""

from __future__ import annotations

import logging
import re
from typing import Any

import aiohttp
import discord
from discord import Interaction, ui

from bot.game.events import Refusal
from bot.game.game import Judge, Phase
from bot.game.journal import JournalUnavailable
from bot.game.seen import is_seen
from bot.session import Session
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.components import FORM_ID, card_of, fields_of, form_id, id_of, unkept
from bot.views.errors import guarded
from bot.views.host import find_session, respond_in_note, texts_of
from bot.views.text import safe, safe_line
from questions.judging.verdict import Mark
from questions.question import Question

GUESS = "guess"
ANSWER_LIMIT = 300
PROMPT_SHOWN = 1500

LOCKED, MORE, LATE, FAILED = "\N{LOCK}", "\N{PINCHING HAND}", "\N{HOURGLASS}", "\N{WARNING SIGN}\ufe0f"
RIGHT, WRONG = "\N{WHITE HEAVY CHECK MARK}", "\N{CROSS MARK}"
MARKS = {Refusal.CLOSE: MORE, Refusal.NOT_EACH_ONCE: MORE, Refusal.SAME_ANSWER: LOCKED}

log = logging.getLogger(__name__)


def answer_form(texts: Texts, game: str, round: int, question: Question) -> ui.Modal:
    """The form for a typed answer. What is sent arrives at ``form_sent``, even after a restart."""
    form = ui.Modal(
        title=texts("answer-form-title", round=round), custom_id=form_id(game, round), timeout=None
    )
    form.add_item(ui.TextDisplay(safe(question.prompt, PROMPT_SHOWN)))
    field = ui.TextInput[ui.Modal](custom_id=GUESS, max_length=ANSWER_LIMIT)
    form.add_item(ui.Label(text=texts("answer-form-field"), component=field))
    return unkept(form)  # those that nobody sends would pile up


async def form_sent(interaction: Interaction[Any]) -> None:
    """Take the answer out of a form, if it is one of ours."""
    match = FORM_ID.fullmatch(id_of(interaction))
    if match is not None:
        game, round = match["game"], int(match["round"])
        guess = fields_of(interaction).get(GUESS, "")
        await guarded(interaction, lambda: _take(interaction, game, round, guess))


async def _take(interaction: Interaction[Any], game: str, round: int, guess: str) -> None:
    session = find_session(interaction, game)
    if isinstance(session, str):
        await interaction.response.send_message(session, ephemeral=True)
        return
    player = answering.player_of(interaction.user)
    await respond_in_note(
        interaction, session, round, answering.answer(texts_of(interaction), session, player, guess, round)
    )


async def reply_sent(session: Session, message: discord.Message) -> None:
    """Take a reply to the card of an open question as an answer, and confirm it by a reaction."""
    round = _round_replied_to(session, message)
    if round is None or session.game.questions[round - 1].choices:
        return
    await _enter(session, message, round)


async def chat_said(session: Session, message: discord.Message, judge: Judge) -> None:
    """Take what somebody says while a question of a race is open as an answer, if it is right: whoever only
    talks has not answered.
    """
    game = session.game
    if message.reference is not None or not game.rules.race or game.phase is not Phase.ASKING:
        return
    question, guess = game.question, _guess_in(message)
    if not question.choices and judge(question, guess).mark is Mark.CORRECT:
        await _enter(session, message, game.round)


def _guess_in(message: discord.Message) -> str:
    return re.sub(r"<@!?\d+>", "", message.content).strip()[:ANSWER_LIMIT]


async def _enter(session: Session, message: discord.Message, round: int) -> None:
    """Enter what a message says as an answer, and confirm it by a reaction."""
    guess = _guess_in(message)
    if not is_seen(guess):
        return
    try:
        outcome = await session.answer(answering.player_of(message.author), guess, round)
    except JournalUnavailable:
        mark = FAILED
    else:
        refusal = answering.refused(outcome)
        right = answering.race_mark(session, outcome)
        kept = LOCKED if right is None else RIGHT if right is Mark.CORRECT else WRONG
        mark = kept if refusal is None else MARKS.get(refusal.reason, LATE)
    try:
        await _confirm(message, mark)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.info("a reply was not confirmed: %s", error)


def _round_replied_to(session: Session, message: discord.Message) -> int | None:
    """The round whose card the message replies to, by its buttons: where it stands, the game learns later."""
    reference = message.reference
    if reference is None:
        return None
    if isinstance(reference.resolved, discord.Message):
        game, round = card_of(reference.resolved) or ("", 0)
        return round if game == session.id else None
    return session.game.round if str(reference.message_id) == session.game.handle else None


async def _confirm(message: discord.Message, mark: str) -> None:
    """By a reaction, or where the bot may not react in words."""
    try:
        await message.add_reaction(mark)
    except discord.Forbidden:
        await message.channel.send(f"{safe_line(message.author.display_name)}: {mark}")
