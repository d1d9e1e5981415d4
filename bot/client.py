"""The Discord client: intents, commands, error handler, resume and an orderly end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping
from datetime import UTC, datetime
from random import Random
from typing import Any

import discord
from discord.ext import commands

from bot.cogs.appeals import AppealCog
from bot.cogs.daily import DailyCog
from bot.cogs.departed import Departed
from bot.cogs.fact import FactCog
from bot.cogs.help import HelpCog
from bot.cogs.leaderboard import LeaderboardCog
from bot.cogs.pack import PackCog, RunImport
from bot.cogs.privacy import PrivacyCog
from bot.cogs.question import QuestionCog
from bot.cogs.quiz import QuizCog
from bot.cogs.schedule import ScheduleCog
from bot.cogs.scheduler import Scheduler
from bot.cogs.settings import SettingsCog
from bot.cogs.start_limit import StartLimit
from bot.cogs.starting import Starts
from bot.cogs.stats import StatsCog
from bot.cogs.translation import CommandTranslator, describe_commands
from bot.dailies import Dailies
from bot.library.corrections import Corrections
from bot.library.drawing import Questions
from bot.library.experience import Experiences
from bot.library.import_job import run_import
from bot.library.near import Neighbourhood
from bot.library.source import QuestionSource
from bot.pictures.painter import Painter
from bot.pictures.records import Picture
from bot.sessions import Sessions, StageFactory
from bot.stage.stage import EDIT_SECONDS, Stages
from bot.store.board_records import Aftermath, Leaderboard
from bot.store.errors import StoreUnavailable
from bot.store.periods import day_of, start_of
from bot.store.records import Period, Place, ServerSettings, guild_of, is_server, server_scope, solo_scope
from bot.store.shard_records import Claim
from bot.store.store import Store
from bot.texts.catalogue import Languages, Texts
from bot.views.buttons import button_pressed
from bot.views.ending import end_button_pressed
from bot.views.errors import QuizTree
from bot.views.host import Saying
from bot.views.lobby import lobby_pressed
from bot.views.notes import Notes
from bot.views.typed import chat_said, form_sent, reply_sent

RESUME_SECONDS = 6.0
LOBBY_SECONDS = 10
IN_FLIGHT_SECONDS, FAREWELL_SECONDS, DISCONNECT_SECONDS = 2.0, 4.5, 2.5

log = logging.getLogger(__name__)


def quiz_intents(*, message_content: bool = False) -> discord.Intents:
    """No privileged intent: servers, and messages for replies to the bot, which may be direct messages."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    intents.message_content = message_content
    return intents


class GumshoeBot(commands.AutoShardedBot):
    """Everything that it works with is handed in; ``clock`` gives seconds since 1970.

    ``make_sessions`` is given the factory of stages. ``away`` tells for how many seconds no bot has worked on
    this database, None where none ever did. With a ``claim`` it plays one shard; ``identify`` returns when
    that may identify, and while it is not ``fresh``, another process may play the shard.
    """

    def __init__(
        self,
        *,
        make_sessions: Callable[[StageFactory], Sessions],
        store: Store,
        source: QuestionSource,
        languages: Languages,
        clock: Callable[[], float],
        away: Callable[[], float | None] = lambda: None,
        make_random: Callable[[], Random] = Random,
        importer: RunImport = run_import,
        edit_seconds: float = EDIT_SECONDS,
        lobby_seconds: int = LOBBY_SECONDS,
        claim: Claim | None = None,
        identify: Callable[[int], Awaitable[None]] | None = None,
        fresh: Callable[[], bool] = lambda: True,
        message_content: bool = False,
        journal_days: int = 90,
        painter: Painter | None = None,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody here wants to speak
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=QuizTree,
            intents=quiz_intents(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=None if claim is None else claim.count,
        )
        self.shard_ids = None if claim is None else [claim.shard]
        self.claim = claim
        self._identify, self._fresh = identify, fresh
        self.store = store
        self.source = source
        self.languages = languages
        self.clock = clock
        self.resumed = self.closing = self._resuming = False
        self._connected: set[int] = set()
        self._away, self._run_import, self._make_random = away, importer, make_random
        self._journal_days = journal_days
        self._in_flight: set[asyncio.Task[Any]] = set()
        self._end: asyncio.Task[None] | None = None
        self.notes = Notes(self.begin)
        self._painter = painter or Painter()
        since = asyncio.get_running_loop().time
        self.stages = self._make_stages(since, edit_seconds)
        self.sessions = make_sessions(self.stages)
        self._questions = Questions(store, source, Experiences(store, since))
        limit = StartLimit(since)
        self._starts = Starts(self, self.sessions, store, self._questions, make_random, lobby_seconds, limit)
        self._scheduler = Scheduler(self, store, self._starts, self.now, claim)

    def _make_stages(self, since: Callable[[], float], edit_seconds: float) -> Stages:
        return Stages(
            self, since, edit_seconds, self.hears, self.texts_in, self.notes, self._aftermath, self._paint
        )

    async def _aftermath(self, scope: str, game: str, gained: Mapping[int, int]) -> Aftermath:
        """Where players stand on the week's leaderboard of a server after a game, and what they have earned
        by it; nothing elsewhere.
        """
        if not is_server(scope):
            return Aftermath()
        week = start_of(Period.WEEK, day_of(self.now(), self.store.zone(scope)))
        board, rankings = Leaderboard(scope, Period.WEEK, week), self.store.rankings
        try:
            moves = await rankings.moves(board, gained) if gained else ()
            return Aftermath(moves, await rankings.earned(game))
        except StoreUnavailable as error:
            log.warning("what game %s has changed cannot be read: %s", game, error)
            return Aftermath()

    async def _paint(self, scope: str, picture: Picture) -> bytes | None:
        """A picture for all of a server, where it wants any."""
        if not (is_server(scope) and self.store.settings(scope).pictures):
            return None
        return await self._painter.paint(picture)

    def now(self) -> datetime:
        """The time by the bot's clock."""
        return datetime.fromtimestamp(self.clock(), UTC)

    async def setup_hook(self) -> None:
        """Learn what servers have set, add the commands, and tell Discord of them."""
        await self.store.load_settings(self.claim)
        if self.claim is None:
            await self.store.rankings.count_left_out()
        imported = self._questions.imported
        facts, near = self._questions.facts, Neighbourhood(self.store, imported, self._questions.facts)
        corrections = Corrections(self.store.desk, facts)
        await self.add_cog(QuizCog(self._starts, self.store))
        await self.add_cog(QuestionCog(self.store, self._questions, near, corrections, self.now))
        await self.add_cog(AppealCog(corrections))
        await self.add_cog(PackCog(self.store, facts, imported, self.now, self._run_import))
        await self.add_cog(FactCog(self.store, facts, imported, self.now))
        dailies = Dailies(self.store, self.sessions.judge, self.clock)
        await self.add_cog(DailyCog(dailies, self._questions, self.store, self._make_random, self.now))
        await self.add_cog(ScheduleCog(self._starts, self.store, self.languages, self.now))
        departed = Departed(asyncio.get_running_loop().time, self.begin)
        titles, painter = (lambda: self.source.titles), self._painter
        await self.add_cog(LeaderboardCog(self.store, titles, imported, facts, departed, self.now, painter))
        await self.add_cog(SettingsCog(self.store, self.source, self.languages, self.now))
        await self.add_cog(StatsCog(self.store, self.now, painter))
        await self.add_cog(PrivacyCog(self.store, self.now, self._journal_days))
        await self.add_cog(HelpCog())
        describe_commands(self.tree, self.languages.default)
        await self.tree.set_translator(CommandTranslator(self.languages))
        if self.claim is None or self.claim.shard == 0:
            await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait until Discord takes the shard, among those of all processes."""
        if self._identify is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self._identify(shard_id or 0)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Go on with the games of before the start as soon as every shard hears clicks, once."""
        self._connected.add(shard_id)
        self.stages.listen()
        if self._resuming or len(self._connected) < len(self.shard_ids or range(self.shard_count or 1)):
            return
        self._resuming = True
        while not self.resumed:
            try:
                await self.sessions.resume(self._away)
            except StoreUnavailable as error:
                log.warning("interrupted games cannot resume before the database is back: %s", error)
                await asyncio.sleep(RESUME_SECONDS)
            else:
                self.resumed = True
        if not self.closing:
            self._scheduler.begin()

    async def on_shard_resumed(self, shard_id: int) -> None:
        """The shard hears again what members do."""
        self._connected.add(shard_id)
        self.stages.listen()

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Nobody can answer while the shard hears nothing."""
        self._connected.discard(shard_id)
        self.stages.listen()

    def hears(self, guild_id: int) -> bool:
        """Whether the bot hears what is done in a server."""
        return (guild_id >> 22) % (self.shard_count or 1) in self._connected

    def plays(self, scope: str) -> bool:
        """Whether games of the scope are played by this client, and not by that of another shard."""
        return self.claim is None or self.claim.covers(scope)

    def settings_in(self, scope: str) -> ServerSettings:
        """What a server has set."""
        return self.store.settings(scope)

    def texts_in(self, scope: str) -> Texts:
        """The texts for all of a server: in the language that it has set, or else has in Discord."""
        guild = self.get_guild(guild_of(scope))
        locale = str(guild.preferred_locale) if guild else ""
        return self.languages.best(self.store.settings(scope).language or locale)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Pass an event on; the many messages that are no answers do not get a task each."""
        if event_name in ("message", "interaction") and not self._fresh():
            return
        if event_name != "message" or self._may_answer(*args):
            super().dispatch(event_name, *args, **kwargs)

    def _may_answer(self, message: discord.Message) -> bool:
        """Whether somebody replies to something in a channel where a game runs, or says something in a race
        that the bot may read.
        """
        if message.author.bot or not (message.reference or self.intents.message_content):
            return False
        session = self.sessions.find(_place_of(message))
        return session is not None and (message.reference is not None or session.game.rules.race)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """The buttons and forms of games arrive here; all else goes its own way."""
        if interaction.type is discord.InteractionType.component:
            await button_pressed(interaction)
            await end_button_pressed(interaction)
            await lobby_pressed(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await form_sent(interaction)

    async def play_again(self, interaction: discord.Interaction[Any], game: str) -> Saying:
        """Start a quiz with the options of one that has ended."""
        return await self._starts.again(interaction, game)

    async def on_message(self, message: discord.Message) -> None:
        """A reply to a card is an answer, and in a race any message may be one, where the bot may read them.
        There are no commands in messages.
        """
        if self.closing:
            return
        session = self.sessions.find(_place_of(message))
        task = asyncio.current_task()
        if session is not None and task is not None:
            self.begin(task)
            await reply_sent(session, message)
            if self.intents.message_content:
                await chat_said(session, message, self.sessions.judge)

    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """A deleted card is sent again while its question is open."""
        self._deleted(deleted.guild_id, deleted.channel_id, {deleted.message_id})

    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for many messages at once."""
        self._deleted(deleted.guild_id, deleted.channel_id, deleted.message_ids)

    def _deleted(self, guild_id: int | None, channel_id: int, messages: Collection[int]) -> None:
        if guild_id is not None:
            self.stages.deleted(Place(server_scope(guild_id), channel_id), messages)

    @property
    def in_flight(self) -> int:
        """How many interactions and replies are being worked on."""
        return len(self._in_flight)

    def begin(self, task: asyncio.Task[Any]) -> None:
        """Count a task as work in flight, to be finished before the end."""
        self._in_flight.add(task)
        task.add_done_callback(self._in_flight.discard)

    @property
    def silent(self) -> bool:
        """Whether another process may be answering in place of this one."""
        return not self._fresh()

    def lose(self) -> None:
        """Another process plays the shard: nothing is painted any more."""
        self._fresh = lambda: False
        self.stages.lose()

    async def close(self) -> None:
        """Finish what is in flight, say goodbye in running games, and disconnect; all within ten seconds."""
        if self._end is None:
            self.closing = True
            self._end = asyncio.create_task(self._wind_up())
        await asyncio.shield(self._end)

    async def _wind_up(self) -> None:
        await self._scheduler.end()
        if self._in_flight:
            await asyncio.wait(self._in_flight, timeout=IN_FLIGHT_SECONDS)
        try:
            await _within(FAREWELL_SECONDS, "the farewell", self.sessions.close())
        finally:
            await _within(DISCONNECT_SECONDS, "the disconnection", super().close())


def _place_of(message: discord.Message) -> Place:
    scope = server_scope(message.guild.id) if message.guild else solo_scope(message.author.id)
    return Place(scope, message.channel.id)


async def _within(seconds: float, what: str, end: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.wait_for(end, seconds)
    except TimeoutError:
        log.warning("%s took longer than %g s and was cancelled", what, seconds)
