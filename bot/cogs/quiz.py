"""``/quiz``: starting a quiz, looking after it, and what was played before."""

from __future__ import annotations

from typing import Annotated, Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs import running
from bot.cogs.offers import packs_like, topics_like
from bot.cogs.options import OneOf, Whole
from bot.cogs.starting import SEEDS, Starts, Wish
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MAX_TEAMS, MIN_ROUNDS, MIN_SECONDS, MIN_TEAMS
from bot.library.drawing import LEVELS, STYLES
from bot.store.store import Store
from bot.views import answering
from bot.views.history import history_card, results_card
from bot.views.host import Saying, place_of, respond, respond_in_note, texts_of, where_of

NEW_THREAD, MESSAGES = "new thread", "direct messages"
WHERE = {name: name for name in ("here", NEW_THREAD, MESSAGES)}
MIN_POINTS, MAX_POINTS = 10, 10_000
MOST_LOBBY = 60
PAST_GAMES = 10


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class QuizCog(commands.GroupCog, group_name="quiz"):
    """What is done with a quiz; the playing itself is done by buttons."""

    def __init__(self, starts: Starts, store: Store) -> None:
        self._starts = starts
        self._store = store

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
            in_messages=where == MESSAGES,
            seed=seed,
            lobby=lobby,
        )
        await respond(interaction, self._starts.start(interaction, wish))

    @start.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return await packs_like(self._starts.questions, where_of(interaction), typed)

    @start.autocomplete("topic")
    async def _topics(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        packs = interaction.namespace.pack
        return await topics_like(self._starts.questions, where_of(interaction), packs, typed)

    @app_commands.command()
    async def stop(self, interaction: Interaction[Any]) -> None:
        await self._act(interaction, running.stop, in_note=False)

    @app_commands.command()
    async def skip(self, interaction: Interaction[Any]) -> None:
        await self._act(interaction, running.skip)

    @app_commands.command()
    async def hint(self, interaction: Interaction[Any]) -> None:
        await self._act(interaction, running.hint)

    @app_commands.command()
    async def now(self, interaction: Interaction[Any]) -> None:
        await self._act(interaction, running.now, card=True)

    @app_commands.command()
    async def history(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._history(interaction))

    @app_commands.command()
    async def results(
        self, interaction: Interaction[Any], game: Annotated[int, Whole(1, PAST_GAMES)] = 1
    ) -> None:
        await respond(interaction, self._results(interaction, game))

    async def _act(
        self, interaction: Interaction[Any], act: running.Act, *, in_note: bool = True, card: bool = False
    ) -> None:
        session, texts = self._starts.sessions.find(place_of(interaction)), texts_of(interaction)
        if session is None:
            text = texts("none-running" if self._starts.client.resumed else "coming-back")
            await interaction.response.send_message(text, ephemeral=True)
            return
        work = act(interaction, texts, session, answering.player_of(interaction.user))
        if in_note:
            await respond_in_note(interaction, session, session.game.round, work, card=card)
        else:
            await respond(interaction, work)

    async def _history(self, interaction: Interaction[Any]) -> Saying:
        games = await self._store.past_games(place_of(interaction).scope, PAST_GAMES)
        return history_card(texts_of(interaction), games, solo=interaction.guild_id is None)

    async def _results(self, interaction: Interaction[Any], number: int) -> Saying:
        games = await self._store.past_games(place_of(interaction).scope, number)
        texts = texts_of(interaction)
        return results_card(texts, games[-1]) if len(games) == number else texts("not-in-history")
