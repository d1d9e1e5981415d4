"""``/quiz start`` and ``/quiz stop``."""

from __future__ import annotations

from typing import Annotated, Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs.drawing import LEVELS, STYLES, named_packs
from bot.cogs.options import OneOf, Whole
from bot.cogs.starting import SEEDS, Starts, Wish
from bot.game.events import EndReason, Refusal
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MAX_TEAMS, MIN_ROUNDS, MIN_SECONDS, MIN_TEAMS
from bot.texts import render
from bot.views import answering
from bot.views.host import is_quizmaster, place_of, respond, texts_of
from bot.views.text import clip

NEW_THREAD = "new thread"
WHERE = {name: name for name in ("here", NEW_THREAD)}
MIN_POINTS, MAX_POINTS = 10, 10_000
MOST_LOBBY = 60
OFFERED = 25  # Discord takes no more choices of an autocompletion
NAME_LIMIT = 100


@app_commands.guild_only()
class QuizCog(commands.GroupCog, group_name="quiz"):
    """Starting and stopping; the playing itself is done by buttons."""

    def __init__(self, starts: Starts) -> None:
        self._starts = starts
        self._sessions = starts.sessions

    @app_commands.command()
    async def start(
        self,
        interaction: Interaction[Any],
        pack: str | None = None,
        topic: str | None = None,
        rounds: Annotated[int | None, Whole(MIN_ROUNDS, MAX_ROUNDS)] = None,
        points: Annotated[int | None, Whole(MIN_POINTS, MAX_POINTS)] = None,
        seconds: Annotated[int | None, Whole(MIN_SECONDS, MAX_SECONDS)] = None,
        level: Annotated[str | None, OneOf({name: name for name in LEVELS})] = None,
        style: Annotated[str | None, OneOf({name: name for name in STYLES})] = None,
        survival: bool = False,
        teams: Annotated[int | None, Whole(MIN_TEAMS, MAX_TEAMS)] = None,
        spoilers: bool | None = None,
        where: Annotated[str | None, OneOf(WHERE)] = None,
        seed: Annotated[int | None, Whole(0, SEEDS)] = None,
        lobby: Annotated[int | None, Whole(0, MOST_LOBBY)] = None,
    ) -> None:
        wish = Wish(
            pack=pack,
            topic=topic,
            rounds=rounds,
            points=points,
            seconds=seconds,
            level=level,
            style=style,
            survival=survival,
            teams=teams,
            spoilers=spoilers,
            new_thread=where == NEW_THREAD,
            seed=seed,
            lobby=lobby,
        )
        await respond(interaction, self._starts.start(interaction, wish))

    @start.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Packs for the name that is being typed, after those that were named before it."""
        titles = await self._starts.questions.titles(interaction)
        before, _, last = typed.rpartition(",")
        chosen = named_packs(titles, before) if before else ()
        part = last.strip().casefold()
        return [
            app_commands.Choice(name=name, value=value)
            for pack, title in titles.items()
            if pack not in chosen and (part in title.casefold() or part in pack.casefold())
            if (name := clip(", ".join([*(titles[one] for one in chosen), title]), NAME_LIMIT))
            if len(value := ", ".join((*chosen, pack))) <= NAME_LIMIT
        ][:OFFERED]

    @start.autocomplete("topic")
    async def _topics(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        questions = self._starts.questions
        packs = named_packs(await questions.titles(interaction), interaction.namespace.pack)
        return [
            app_commands.Choice(name=topic, value=topic)
            for topic in await questions.topics(interaction, packs)
            if typed.casefold() in topic.casefold() and len(topic) <= NAME_LIMIT
        ][:OFFERED]

    @app_commands.command()
    async def stop(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._stop(interaction))

    async def _stop(self, interaction: Interaction[Any]) -> str:
        session, texts = self._sessions.find(place_of(interaction)), texts_of(interaction)
        if session is None:
            return texts("none-running" if self._starts.resumer.resumed else "coming-back")
        player = answering.player_of(interaction.user)
        if player.id != session.game.starter.id and not is_quizmaster(interaction):
            return texts(Refusal.NOT_YOURS)
        refused = answering.refused(await session.stop(player, EndReason.STOPPED))
        return render.refusal(texts, refused) if refused else texts("stopped-by-you")
