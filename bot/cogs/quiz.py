"""``/quiz start`` and ``/quiz stop``."""

from __future__ import annotations

from typing import Annotated, Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs.options import OneOf, Whole
from bot.cogs.starting import LEVELS, Starts, Wish
from bot.game.events import EndReason, Refusal
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MIN_ROUNDS, MIN_SECONDS
from bot.texts import render
from bot.views import answering
from bot.views.host import is_quizmaster, place_of, respond, texts_of
from bot.views.text import clip

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
        rounds: Annotated[int | None, Whole(MIN_ROUNDS, MAX_ROUNDS)] = None,
        seconds: Annotated[int | None, Whole(MIN_SECONDS, MAX_SECONDS)] = None,
        level: Annotated[str | None, OneOf({name: name for name in LEVELS})] = None,
        spoilers: bool | None = None,
        lobby: Annotated[int | None, Whole(0, MOST_LOBBY)] = None,
    ) -> None:
        wish = Wish(pack, rounds, seconds, level, spoilers, lobby)
        await respond(interaction, self._starts.start(interaction, wish))

    @start.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=clip(title, NAME_LIMIT), value=pack)
            for pack, title in (await self._starts.titles(interaction)).items()
            if wanted in title.casefold() or wanted in pack.casefold()
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
