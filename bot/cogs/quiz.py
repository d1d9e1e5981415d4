"""``/quiz start`` and ``/quiz stop``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Annotated, Any, Protocol

from discord import Interaction, app_commands
from discord.ext import commands

from bot import render
from bot.cogs.authored import question_of
from bot.cogs.options import OneOf, Whole
from bot.cogs.place import link_to, missing_permissions
from bot.game.events import EndReason, Refusal
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MIN_ROUNDS, MIN_SECONDS, Rules
from bot.session import Session
from bot.sessions import Busy, Sessions
from bot.store.records import Place
from bot.store.store import Store
from bot.views import answering
from bot.views.errors import RESTARTING
from bot.views.host import COMING_BACK, is_quizmaster, place_of, respond
from bot.views.text import clip, safe_line
from questions.bank import QuizRequest
from questions.question import Question

LEVELS = {"easy": 1, "medium": 2, "hard": 3, "any": None}
ANY_LEVEL = 2  # what a server's own question counts as where no level is chosen
OFFERED = 25  # Discord takes no more choices of an autocompletion
NAME_LIMIT = 100
ABOUT_SHOWN = 300
STARTING = "A quiz is just starting in this channel."


class QuestionSource(Protocol):
    """Where questions come from; both may be asked from any thread."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""

    def draw(self, request: QuizRequest, rng: Random) -> tuple[Question, ...]:
        """Questions for one quiz; fewer than requested are all there are."""


class Resumer(Protocol):
    """Knows whether the games of before the start are running again."""

    resumed: bool


@app_commands.guild_only()
class QuizCog(commands.GroupCog, group_name="quiz", group_description="Play a quiz in this channel"):
    """Starting and stopping; the playing itself is done by buttons."""

    def __init__(
        self,
        resumer: Resumer,
        sessions: Sessions,
        store: Store,
        source: QuestionSource,
        make_random: Callable[[], Random],
    ) -> None:
        self._resumer = resumer
        self._sessions = sessions
        self._store = store
        self._source = source
        self._make_random = make_random

    @app_commands.command(description="Start a quiz in this channel")
    @app_commands.describe(
        pack="What the questions are about",
        rounds="How many questions",
        seconds="How long each question is open",
        level="How hard the questions are",
        spoilers="Whether questions may give away the plot",
    )
    async def start(
        self,
        interaction: Interaction[Any],
        pack: str | None = None,
        rounds: Annotated[int, Whole(MIN_ROUNDS, MAX_ROUNDS)] = 10,
        seconds: Annotated[int, Whole(MIN_SECONDS, MAX_SECONDS)] = 20,
        level: Annotated[int | None, OneOf(LEVELS)] = None,
        spoilers: bool = False,
    ) -> None:
        await respond(interaction, self._start(interaction, pack, rounds, seconds, level, spoilers))

    @start.autocomplete("pack")
    async def _packs(self, _interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=clip(title, NAME_LIMIT), value=pack)
            for pack, title in self._source.titles.items()
            if wanted in title.casefold() or wanted in pack.casefold()
        ][:OFFERED]

    @app_commands.command(description="Stop the quiz in this channel")
    async def stop(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._stop(interaction))

    async def _start(
        self,
        interaction: Interaction[Any],
        pack: str | None,
        rounds: int,
        seconds: int,
        level: int | None,
        spoilers: bool,
    ) -> str:
        place = place_of(interaction)
        if not self._resumer.resumed:
            return COMING_BACK
        if missing := missing_permissions(interaction):
            return f"I cannot play here. In this channel I lack: {', '.join(missing)}."
        if running := self._sessions.find(place):
            return _busy(interaction, running)
        packs = self._named(pack)
        if not packs:
            return "There is no such pack. Choose one of those that are offered while you type."
        questions = await self._draw(place, QuizRequest(rounds, level, spoilers, packs))
        if not questions:
            return "There is no question of that sort. Choose another level or pack, or allow spoilers."
        rules = Rules(rounds=len(questions), seconds=seconds)
        starter = answering.player_of(interaction.user)
        session = await self._sessions.start(place, questions, rules, starter)
        if isinstance(session, Busy):
            running = self._sessions.find(place)
            return _busy(interaction, running) if running else RESTARTING if session.closing else STARTING
        titles = clip(", ".join(self._source.titles[name] for name in packs), ABOUT_SHOWN)
        count = render.counted(len(questions), "question")
        text = f"The quiz begins: {count}, {seconds} seconds each ({safe_line(titles, ABOUT_SHOWN)})."
        return text if len(questions) == rounds else f"{text} {render.fewer(rounds, len(questions))}"

    async def _draw(self, place: Place, request: QuizRequest) -> tuple[Question, ...]:
        rng = self._make_random()
        records = await self._store.questions(place.scope)
        authored = tuple(question_of(record, request.level or ANY_LEVEL, rng) for record in records)
        request = replace(request, authored=authored, seen=await self._store.seen(place))
        return await asyncio.to_thread(self._source.draw, request, rng)

    async def _stop(self, interaction: Interaction[Any]) -> str:
        session = self._sessions.find(place_of(interaction))
        if session is None:
            return "No quiz runs in this channel." if self._resumer.resumed else COMING_BACK
        player = answering.player_of(interaction.user)
        if player.id != session.game.starter.id and not is_quizmaster(interaction):
            return render.REFUSALS[Refusal.NOT_YOURS]
        refused = answering.refused(await session.stop(player, EndReason.STOPPED))
        return render.refusal(refused) if refused else "The quiz is stopped. The points count."

    def _named(self, name: str | None) -> tuple[str, ...]:
        """The pack of this id or title; all packs for no name; none where there is no such pack."""
        titles = self._source.titles
        if name is None:
            return tuple(titles)
        typed = name.casefold()
        named = [pack for pack, title in titles.items() if typed in (pack.casefold(), title.casefold())]
        return tuple(named[:1])


def _busy(interaction: Interaction[Any], running: Session) -> str:
    return f"A quiz runs in this channel already: {link_to(interaction, running)}"
