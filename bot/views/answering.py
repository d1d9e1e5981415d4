"""What buttons, forms and replies do with an answer: hand it to the session, put the outcome into words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord

from bot.game import scoring
from bot.game.decide import ANSWERED_GRACE
from bot.game.events import (
    AnswerLocked,
    Event,
    EverybodyAnswered,
    Guess,
    HintGiven,
    Player,
    Refusal,
    Refused,
    RoundClosed,
    SkipVoted,
)
from bot.game.game import Phase
from bot.game.seen import is_seen
from bot.session import Session
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.texts.cleaning import clean
from bot.views.text import safe
from questions.judging.verdict import Mark

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
    refusal = refused(outcome)
    shown = "" if refusal else safe(render.guess_text(question, guess), GUESS_SHOWN)  # maybe of another round
    if refusal is not None:
        text = _not_taken(texts, session, player, refusal)
    elif any(isinstance(event, RoundClosed) for event in outcome):
        text = texts("locked-in", guess=shown)
    elif race_mark(session, outcome) is Mark.WRONG:
        text = texts("race-wrong", guess=shown)
    elif any(isinstance(event, EverybodyAnswered) for event in outcome):
        text = texts("locked-in-last", guess=shown, seconds=ANSWERED_GRACE)
    else:
        text = texts("locked-in-for-now", guess=shown)
    if refusal is None and session.game.rules.lives:
        text = texts("lives-left", text=text, lives=session.game.lives_left(player.id))
    return "\n".join((text, *hint_so_far(texts, session, player.id)))


def _not_taken(texts: Texts, session: Session, player: Player, refusal: Refused) -> str:
    """Why an answer was not taken; where an earlier one is locked in, that is said, and not the contrary."""
    earlier = session.game.answers.get(player.id)
    if earlier is None or refusal.reason not in (Refusal.CLOSE, Refusal.EMPTY):
        return safe(render.refusal(texts, refusal), DETAIL_SHOWN)
    guess = safe(render.guess_text(session.game.question, earlier.guess), GUESS_SHOWN)
    why = texts("close-kept" if refusal.reason is Refusal.CLOSE else "empty-kept", guess=guess)
    return f"{safe(render.missing(texts, refusal), DETAIL_SHOWN)} {why}".lstrip()


def hint_so_far(texts: Texts, session: Session, player: int) -> Iterator[str]:
    """The player's hint on the open question, since the note that told it makes room for the next."""
    given = session.game.hints.get(player, ())
    if given and session.game.phase is Phase.ASKING:
        yield f"💡 {safe(render.hint_text(texts, given[-1]), DETAIL_SHOWN)}"


def race_mark(session: Session, outcome: Sequence[Event | Refused]) -> Mark | None:
    """Whether an answer was right, where that may be told before the round has closed."""
    marks = [event.mark for event in outcome if isinstance(event, AnswerLocked)]
    return marks[0] if marks and session.game.rules.race else None


async def hint(texts: Texts, session: Session, player: Player, round: int) -> str:
    """Ask for a hint, which nobody else sees."""
    outcome = await session.hint(player, round)
    if refusal := refused(outcome):
        return "\n".join((render.refusal(texts, refusal), *hint_so_far(texts, session, player.id)))
    given = next(event for event in outcome if isinstance(event, HintGiven))
    shown = safe(render.hint_text(texts, given), DETAIL_SHOWN)
    return texts("private-hint", hint=shown, percent=scoring.percent_left(given.number))


async def skip(texts: Texts, session: Session, player: Player, round: int, *, at_once: bool) -> str:
    """Vote for skipping the question; a quizmaster skips it at once."""
    outcome = await session.vote_skip(player, round, at_once=at_once)
    if refusal := refused(outcome):
        return render.refusal(texts, refusal)
    if any(isinstance(event, RoundClosed) for event in outcome):
        return texts("question-skipped")
    vote = next(event for event in outcome if isinstance(event, SkipVoted))
    return texts("vote-counted", votes=vote.votes, needed=vote.needed)


async def go_on(texts: Texts, session: Session, player: Player, round: int, *, at_once: bool) -> str:
    """Go on to the next question before the pause is over, for those who may."""
    refusal = refused(await session.go_on(player, round, at_once=at_once))
    return render.refusal(texts, refusal) if refusal else texts("going-on")


def own_score(texts: Texts, session: Session, player: Player, round: int) -> str:
    """The player's place in the game, and what the last question has brought them."""
    game = session.game
    row = next((row for row in game.standings if row.player.id == player.id), None)
    if row is None:
        return texts("my-place-none")
    lines = [texts("my-place", rank=row.rank, players=len(game.standings), count=row.points)]
    if game.closed is not None and game.closed.round == round:
        award = next((award for award in game.closed.awards if award.player.id == player.id), None)
        points = render.award_points(texts, award) if award and award.points else None
        lines.append(texts("my-award", award=points) if points else texts("my-award-none"))
    return "\n".join(lines)
