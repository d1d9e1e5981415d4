"""What buttons, forms and replies do with an answer: hand it to the session, put the outcome into words."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot import render
from bot.game.events import Event, Guess, HintGiven, Player, Refused, RoundClosed, SkipVoted
from bot.game.seen import is_seen
from bot.session import Session
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


async def answer(session: Session, player: Player, guess: Guess, round: int) -> str:
    """Give an answer; what to tell the player, once it is durable."""
    question = session.game.question
    outcome = await session.answer(player, guess, round)
    if refusal := refused(outcome):
        return safe(render.refusal(refusal), DETAIL_SHOWN)
    text = f"Locked in: {safe(render.guess_text(question, guess), GUESS_SHOWN)}."
    if any(isinstance(event, RoundClosed) for event in outcome):
        return text
    return f"{text} You may change it until the clock runs out."


async def hint(session: Session, player: Player, round: int) -> str:
    """Ask for a hint, which everybody then sees."""
    outcome = await session.hint(player, round)
    if refusal := refused(outcome):
        return render.refusal(refusal)
    texts = [render.hint_text(event) for event in outcome if isinstance(event, HintGiven) and event.text]
    return (
        f"Hint: {safe(texts[0], DETAIL_SHOWN)}" if texts else "A wrong choice is taken away, for everybody."
    )


async def skip(session: Session, player: Player, round: int, *, at_once: bool) -> str:
    """Vote for skipping the question; a quizmaster skips it at once."""
    outcome = await session.vote_skip(player, round, at_once=at_once)
    if refusal := refused(outcome):
        return render.refusal(refusal)
    if any(isinstance(event, RoundClosed) for event in outcome):
        return "The question is skipped."
    votes = "".join(f": {vote.votes} of {vote.needed}" for vote in outcome if isinstance(vote, SkipVoted))
    return f"Your vote to skip is counted{votes}."
