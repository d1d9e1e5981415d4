"""What buttons, forms and replies do with an answer: hand it to the session, put the outcome into words."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.game.events import Event, Guess, HintGiven, Player, Refused, RoundClosed, SkipVoted
from bot.game.seen import is_seen
from bot.session import Session
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.markdown import clean
from bot.views.text import safe

GUESS_SHOWN = 200
DETAIL_SHOWN = 600


def player_of(user: discord.User | discord.Member) -> Player:
    """The member as a player, under the name that this server shows."""
    name, own_name = _seen_name(user.display_name, user), _seen_name(user.global_name, user)
    return Player(user.id, name, "" if own_name == name else own_name)


def _seen_name(name: str | None, user: discord.User | discord.Member) -> str:
    """The name, or the user name where that shows nothing."""
    cleaned = clean(name or "")
    return cleaned if is_seen(cleaned) else user.name


def refused(events: Sequence[Event | Refused]) -> Refused | None:
    """The refusal among the outcomes of an input, if it was refused."""
    return next((event for event in events if isinstance(event, Refused)), None)


async def answer(texts: Texts, session: Session, player: Player, guess: Guess, round: int) -> str:
    """Give an answer; what to tell the player, once it is durable."""
    question = session.game.question
    outcome = await session.answer(player, guess, round)
    if refusal := refused(outcome):
        return safe(render.refusal(texts, refusal), DETAIL_SHOWN)
    final = any(isinstance(event, RoundClosed) for event in outcome)
    shown = safe(render.guess_text(question, guess), GUESS_SHOWN)
    return texts("locked-in" if final else "locked-in-for-now", guess=shown)


async def hint(texts: Texts, session: Session, player: Player, round: int) -> str:
    """Ask for a hint, which everybody then sees."""
    outcome = await session.hint(player, round)
    if refusal := refused(outcome):
        return render.refusal(texts, refusal)
    hints = [event for event in outcome if isinstance(event, HintGiven) and event.text]
    if not hints:
        return texts("choice-taken-away")
    return texts("hint-text", hint=safe(render.hint_text(texts, hints[0]), DETAIL_SHOWN))


async def skip(texts: Texts, session: Session, player: Player, round: int, *, at_once: bool) -> str:
    """Vote for skipping the question; a quizmaster skips it at once."""
    outcome = await session.vote_skip(player, round, at_once=at_once)
    if refusal := refused(outcome):
        return render.refusal(texts, refusal)
    if any(isinstance(event, RoundClosed) for event in outcome):
        return texts("question-skipped")
    vote = next(event for event in outcome if isinstance(event, SkipVoted))
    return texts("vote-counted", votes=vote.votes, needed=vote.needed)
