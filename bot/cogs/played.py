"""A game that runs, or that has ended: its questions, and inputs that may come after its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol, cast

from discord import Interaction

from bot.game.events import Event, Refusal, Refused
from bot.game.game import Game, Outcome, Phase
from bot.ports import Journal
from bot.session import Decide
from bot.sessions import Sessions
from bot.store.records import Daily, Place
from bot.views.host import place_of
from questions.judging.verdict import Reason, Verdict
from questions.question import Question


class Archive(Protocol):
    """Where games are kept."""

    async def journal_of(self, place: Place, game_id: str) -> Sequence[Event]:
        """The events of a game that was played in this place; none where there was none."""

    def journal(self, game_id: str, place: Place) -> Journal:
        """The journal of a game, to be continued."""


class Played(Protocol):
    """The client, as far as games that were played go."""

    sessions: Sessions
    store: Archive

    def clock(self) -> float:
        """Seconds since 1970."""

    def now(self) -> datetime:
        """The same as a time."""


def _no_judge(_question: Question, _guess: str) -> Verdict:
    """Nobody answers in a game that has ended."""
    return Verdict(Reason.EMPTY)


async def game_of(interaction: Interaction[Any], game: str) -> Game | None:
    """The game of this id as it stands, running or ended; None where it was not played here."""
    client, place = cast(Played, interaction.client), _place(interaction, game)
    session = client.sessions.find(place)
    if session is not None and session.id == game:
        return session.game
    events = await client.store.journal_of(place, game)
    return Game.replay(events, _no_judge) if events else None


def _place(interaction: Interaction[Any], game: str) -> Place:
    """The channel, or where the daily quizzes of its server are."""
    daily, here = Daily.of(game), place_of(interaction)
    return daily.place if daily is not None and daily.guild == interaction.guild_id else here


async def decide_in(interaction: Interaction[Any], game: str, decide: Decide) -> Outcome:
    """Make an input in a game that runs, or in one that has ended; durable on return."""
    client, place = cast(Played, interaction.client), place_of(interaction)
    session = client.sessions.find(place)
    if session is not None and session.id == game and session.game.ended is None:
        return await session.play(decide)
    events = await client.store.journal_of(place, game)
    replayed = Game.replay(events, _no_judge) if events else None
    if replayed is None or replayed.phase is not Phase.ENDED:
        return (Refused(Refusal.APPEAL_OVER),)
    outcome = decide(replayed, client.clock())
    made = tuple(event for event in outcome if not isinstance(event, Refused))
    if made:
        await client.store.journal(game, place).append(len(events), made)
    return outcome


async def question_of_round(interaction: Interaction[Any], game: str, round: int) -> Question | None:
    """The question of a round that was played in this channel; None where there was none."""
    played = await game_of(interaction, game)
    questions = played.questions if played else ()
    return questions[round - 1] if 0 < round <= len(questions) else None


def now_of(interaction: Interaction[Any]) -> datetime:
    """The time by the bot's clock."""
    return cast(Played, interaction.client).now()
