"""Announces and starts the quizzes that are scheduled: each of their times once, and never much too late."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import Protocol
from zoneinfo import ZoneInfo

import aiohttp
import discord
from pydantic import TypeAdapter, ValidationError

from bot.calendar import next_time
from bot.cogs.place import lacking, needed_in
from bot.cogs.starting import Starts, Wish, lacking_text
from bot.game.events import Player
from bot.game.journal import JournalUnavailable
from bot.library.where import Where
from bot.session import Session
from bot.sessions import Busy
from bot.store.errors import StoreUnavailable
from bot.store.records import Place, Schedule, ServerSettings, guild_of
from bot.store.shard_records import Claim
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views.cards import notice_card
from bot.views.lobby import quiz_lines
from bot.views.text import stamp

AHEAD = timedelta(minutes=10)
"""How long before its start a quiz is announced."""

LATE = timedelta(minutes=10)
"""How late a quiz may start, after an outage or another quiz in its channel; later it is skipped."""

LOOK_SECONDS = 60.0
"""Between two looks at what is due: schedules change meanwhile, and clocks are corrected."""

RETRY_SECONDS = 15.0
WISH = TypeAdapter(Wish)
NOBODY = discord.AllowedMentions.none()
TROUBLES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)

log = logging.getLogger(__name__)


class Client(Protocol):
    """The client, as far as schedules need it."""

    def get_guild(self, id: int, /) -> discord.Guild | None:
        """The server, if it is known just now."""

    def hears(self, guild_id: int) -> bool:
        """Whether the bot hears what is done in a server."""

    def settings_in(self, scope: str) -> ServerSettings:
        """What a server has set."""

    def texts_in(self, scope: str) -> Texts:
        """The texts for all of a server."""


class Scheduler:
    """Looks at the schedules from time to time, for as long as the client runs."""

    def __init__(
        self,
        client: Client,
        store: Store,
        starts: Starts,
        now: Callable[[], datetime],
        claim: Claim | None = None,
    ) -> None:
        self._client = client
        self._store = store
        self._starts = starts
        self._now = now
        self._claim = claim
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Have quizzes start from now on."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name="scheduler")

    async def end(self) -> None:
        """Start none any more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                seconds = await self.look()
            except StoreUnavailable as error:
                log.warning("scheduled quizzes wait for the database: %s", error)
                seconds = RETRY_SECONDS
            await asyncio.sleep(seconds)

    async def look(self) -> float:
        """Do what is due; in how many seconds to look again."""
        schedules = await self._store.schedules(claim=self._claim)
        turns = await asyncio.gather(*map(self._turn, schedules), return_exceptions=True)
        seconds = LOOK_SECONDS
        for schedule, turn in zip(schedules, turns, strict=True):
            if isinstance(turn, StoreUnavailable | JournalUnavailable):
                log.warning("%s waits for the database: %s", _name(schedule), turn)
            elif isinstance(turn, BaseException):
                log.error("%s failed", _name(schedule), exc_info=turn)
            seconds = min(seconds, RETRY_SECONDS if isinstance(turn, BaseException) else turn)
        return seconds

    async def _turn(self, schedule: Schedule) -> float:
        """Do what is due of one schedule; in how many seconds there may be more to do."""
        now = self._now()
        zone = ZoneInfo(self._client.settings_in(schedule.place.scope).zone)
        at = next_time(schedule.weekly, zone, schedule.done_at)
        if at < now - LATE:
            log.warning("%s, due at %s, is skipped: it is too late", _name(schedule), at.isoformat())
            await self._store.note_schedule(schedule, done=now - LATE)
            at = next_time(schedule.weekly, zone, now - LATE)
        if at <= now:
            return LOOK_SECONDS if await self._start(schedule, at) else RETRY_SECONDS
        if at - now > AHEAD:
            return (at - AHEAD - now).total_seconds()
        if schedule.announced_at != at and await self._announce(schedule, at):
            await self._store.note_schedule(schedule, announced=at)
        return min((at - now).total_seconds(), RETRY_SECONDS)

    async def _start(self, schedule: Schedule, at: datetime) -> bool:
        """Start the quiz, unless it has been started already; False where that is to be tried again."""
        game = game_id(schedule, at)
        if not await self._store.journal_of(schedule.place, game):
            channel = await self._channel(schedule.place)
            if channel is None:
                return False
            problem = await self._try_start(schedule, game, channel)
            if isinstance(problem, Busy):
                return False
            if problem:
                log.warning("%s, due at %s, is skipped: %s", _name(schedule), at.isoformat(), problem)
        await self._store.note_schedule(schedule, done=at)
        return True

    async def _try_start(
        self, schedule: Schedule, game: str, channel: discord.abc.GuildChannel | discord.Thread | str
    ) -> str | Busy | None:
        """Start the quiz; why that cannot be, or Busy where it may be in a moment."""
        if isinstance(channel, str):
            return channel
        where, me = self._where(schedule.place), channel.guild.me
        player = Player(me.id, me.display_name)
        started = await self._starts.start_by_itself(where, _wish(schedule), player, game)
        if isinstance(started, str):
            await self._say(channel, where.texts("schedule-cannot-start", why=started), game)
        return None if isinstance(started, Session) else started

    async def _announce(self, schedule: Schedule, at: datetime) -> bool:
        """Say in the channel what is to come; False where that is to be tried again."""
        channel, where = await self._channel(schedule.place), self._where(schedule.place)
        if channel is None:
            return False
        if isinstance(channel, str):
            return True  # the log says why when the quiz is due
        plan = await self._starts.plan(where, _wish(schedule))
        if isinstance(plan, str):
            return True
        selection, rules = plan
        time, when = f"<t:{at.timestamp():.0f}:t>", stamp(at.timestamp())
        text = where.texts("schedule-announcement", time=time, when=when)
        text = f"{text}\n{quiz_lines(where.texts, selection, rules, selection.rounds)}"
        return await self._say(channel, text, f"{game_id(schedule, at)[1:]}a")

    async def _say(self, channel: discord.abc.GuildChannel | discord.Thread, text: str, nonce: str) -> bool:
        """Show a card in the channel, once; False where that is to be tried again."""
        if not isinstance(channel, discord.abc.Messageable):
            return True
        try:
            await channel.send(view=notice_card(text), nonce=nonce, allowed_mentions=NOBODY)
        except TROUBLES as error:
            log.info("channel %d was not told of its scheduled quiz: %s", channel.id, error)
            return isinstance(error, discord.HTTPException) and error.status < 500 and error.status != 429
        return True

    async def _channel(self, place: Place) -> discord.abc.GuildChannel | discord.Thread | str | None:
        """The channel; why the bot cannot play in it, or None where the way to Discord fails just now."""
        guild = self._client.get_guild(guild_of(place.scope))
        if guild is None or guild.unavailable or not self._client.hears(guild.id):
            return None
        channel = guild.get_channel_or_thread(place.channel_id)
        if channel is None:
            try:  # a thread that has been archived is not in the cache
                channel = await guild.fetch_channel(place.channel_id)
            except (discord.NotFound, discord.Forbidden, discord.InvalidData) as error:
                return str(error)
            except TROUBLES:
                return None
        missing = lacking(channel.permissions_for(guild.me), needed_in(channel))
        return lacking_text(self._client.texts_in(place.scope), missing) if missing else channel

    def _where(self, place: Place) -> Where:
        client = self._client
        return Where(place, client.settings_in(place.scope), client.texts_in(place.scope))


def game_id(schedule: Schedule, at: datetime) -> str:
    """The id of the game of one of its times, always the same, so that it starts once."""
    name = f"{schedule.place.scope}/{schedule.number}/{at.timestamp():.0f}"
    return f"s{blake2s(name.encode(), digest_size=11).hexdigest()}"


def _wish(schedule: Schedule) -> Wish:
    try:
        return WISH.validate_json(schedule.wish)
    except ValidationError as error:
        log.error("the options of %s cannot be read, so the defaults hold: %s", _name(schedule), error)
        return Wish()


def _name(schedule: Schedule) -> str:
    return f"schedule {schedule.number} of {schedule.place.scope.replace(':', ' ')}"
