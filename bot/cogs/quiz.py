"""``/quiz start`` and ``/quiz stop``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random
from typing import Any, Literal, Protocol

from discord import Interaction, app_commands
from discord.ext import commands

from bot import render
from bot.cogs.authored import question_of
from bot.cogs.place import is_quizmaster, link_to, missing_permissions, place_of
from bot.cogs.source import PackTitle, QuestionSource, Wanted
from bot.game.events import EndReason, Refusal
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MIN_ROUNDS, MIN_SECONDS, Rules
from bot.session import Session
from bot.sessions import Sessions
from bot.store.store import Store
from bot.views import answering
from bot.views.host import COMING_BACK, respond
from bot.views.text import clip, safe_line

LevelName = Literal["easy", "medium", "hard", "any"]
LEVELS: dict[LevelName, int | None] = {"easy": 1, "medium": 2, "hard": 3, "any": None}
OFFERED = 25  # Discord takes no more choices of an autocompletion
NAME_LIMIT = 100


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
        rounds: app_commands.Range[int, MIN_ROUNDS, MAX_ROUNDS] = 10,
        seconds: app_commands.Range[int, MIN_SECONDS, MAX_SECONDS] = 20,
        level: LevelName = "any",
        spoilers: bool = False,
    ) -> None:
        await respond(interaction, self._start(interaction, pack, rounds, seconds, LEVELS[level], spoilers))

    @start.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=clip(pack.title, NAME_LIMIT), value=pack.id)
            for pack in self._source.packs(place_of(interaction).scope)
            if wanted in pack.title.casefold() or wanted in pack.id.casefold()
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
        chosen = self._pack(pack, place.scope)
        if chosen is None:
            return "There is no such pack. Choose one of those that are offered while you type."
        rng = self._make_random()
        authored = tuple(question_of(record, rng) for record in await self._store.questions(place.scope))
        seen = await self._store.seen(place)
        wanted = Wanted(chosen.id, rounds, level, spoilers, place.scope, authored, seen)
        drawn = await asyncio.to_thread(self._source.draw, wanted, rng)
        if not drawn.questions:
            return "There is no question of that sort in this pack. Choose another level, or allow spoilers."
        rules = Rules(rounds=len(drawn.questions), seconds=seconds)
        starter = answering.player_of(interaction.user)
        session = await self._sessions.start(place, drawn.questions, rules, starter)
        if not isinstance(session, Session):
            running = self._sessions.find(place)
            return _busy(interaction, running) if running else COMING_BACK
        count = render.counted(len(drawn.questions), "question")
        text = f"The quiz begins: {count} on {safe_line(chosen.title, NAME_LIMIT)}, {seconds} seconds each."
        fewer = len(drawn.questions) < rounds
        return f"{text} {render.fewer(rounds, drawn.available)}" if fewer else text

    async def _stop(self, interaction: Interaction[Any]) -> str:
        session = self._sessions.find(place_of(interaction))
        if session is None:
            return "No quiz runs in this channel." if self._resumer.resumed else COMING_BACK
        player = answering.player_of(interaction.user)
        if player.id != session.game.starter.id and not is_quizmaster(interaction):
            return render.REFUSALS[Refusal.NOT_YOURS]
        refused = answering.refused(await session.stop(player, EndReason.STOPPED))
        return render.refusal(refused) if refused else "The quiz is stopped. The points count."

    def _pack(self, name: str | None, scope: str) -> PackTitle | None:
        packs = self._source.packs(scope)
        if name is None:
            return packs[0] if packs else None
        typed = name.casefold()
        return next((pack for pack in packs if typed in (pack.id.casefold(), pack.title.casefold())), None)


def _busy(interaction: Interaction[Any], running: Session) -> str:
    return f"A quiz runs in this channel already: {link_to(interaction, running)}"
