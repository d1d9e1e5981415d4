"""``gumshoe run`` on PostgreSQL, where any number of processes share the servers."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.cli.observe import announce, measure, new_metrics
from bot.cli.run import problem_of, serve_health
from bot.cli.workshop import Workshop

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.runtime.clock import Clock
    from bot.runtime.shards import Away, ShardKeeper
    from bot.settings import Settings
    from bot.store.shard_records import Claim
    from bot.store.store import Store
    from questions.facts.model import FactBase

IDENTIFY_RETRY_SECONDS = 1.0
FIRST = 0
"""The shard whose process keeps the database in order."""

log = logging.getLogger(__name__)


class ShardPlayer:
    """A bot that plays one shard, in the form that the keeper of shards wants."""

    def __init__(self, bot: GumshoeBot, token: str) -> None:
        self.bot = bot
        self._token = token
        self._playing: asyncio.Task[None] | None = None
        self._closed = False

    async def play(self) -> str | None:
        """Play until closed; why it has ended, if it did so by itself."""
        if self._closed:
            return None
        async with self.bot:
            self._playing = asyncio.create_task(self.bot.start(self._token))
            await asyncio.wait({self._playing})
        return None if self._playing.cancelled() else problem_of(self._playing.exception())

    async def close(self, *, lost: bool) -> None:
        """Leave in a few seconds; at once and without a word where the shard is ``lost`` to another."""
        self._closed = True
        if self._playing is None:
            return
        if lost:
            self.bot.lose()
        await self.bot.close()
        self._playing.cancel()  # a client that is still connecting does not hear that it is closed
        await asyncio.wait({self._playing})


class ShardBots:
    """The bots of this process, one for each shard that it holds."""

    def __init__(
        self, workshop: Workshop, store: Store, bases: tuple[FactBase, ...], token: str, concurrency: int
    ) -> None:
        self._workshop = workshop
        self._store = store
        self._bases = bases
        self._token = token
        self._concurrency = concurrency
        self._queued: set[int] = set()
        self.keeper: ShardKeeper[ShardPlayer] | None = None

    @property
    def bots(self) -> Sequence[GumshoeBot]:
        """Those that play just now."""
        return [player.bot for player in self.keeper.players] if self.keeper else []

    def start(self, claim: Claim, away: Away) -> ShardPlayer:
        """A bot for a shard."""
        bot = self._workshop.bot(away=away, claim=claim, identify=self._identify, fresh=self._is_fresh)
        announce(bot, () if self.bots else self._bases)
        return ShardPlayer(bot, self._token)

    def moved(self, by: float) -> None:
        """The clock was moved by so many seconds."""
        for bot in self.bots:
            bot.sessions.clock_moved(by)

    def complaints(self) -> Sequence[str]:
        """What keeps this process from playing; that its shards wait to identify does not."""
        unready = [bot for bot in self.bots if not (bot.is_ready() and bot.resumed)]
        away = [bot.claim.shard for bot in unready if bot.claim and bot.claim.shard not in self._queued]
        text = f"not connected to Discord: shard {', '.join(map(str, away))}" if away else ""
        return tuple(filter(None, (text, self.keeper.problem if self.keeper else "")))

    def _is_fresh(self) -> bool:
        return self.keeper is not None and self.keeper.fresh

    async def _identify(self, shard: int) -> None:
        """Wait until Discord takes the shard, of those of all processes."""
        bucket = shard % self._concurrency
        self._queued.add(shard)
        try:
            while wait := await self._identify_in(bucket):  # noqa: ASYNC110 - the database wakes nobody
                await asyncio.sleep(wait)
        finally:
            self._queued.discard(shard)

    async def _identify_in(self, bucket: int) -> float:
        from bot.store.errors import StoreUnavailable

        try:
            return await self._store.shards.identify_in(bucket)
        except StoreUnavailable as error:
            log.warning("a shard waits for the database before it identifies to Discord: %s", error)
            return IDENTIFY_RETRY_SECONDS


async def play_shards(
    settings: Settings,
    token: str,
    bases: tuple[FactBase, ...],
    store: Store,
    clock: Clock,
    stop: asyncio.Task[None],
) -> str | None:
    """Play what this process can claim until told to stop; what went wrong, if something did."""
    from bot.runtime.clock import follow
    from bot.runtime.housekeeping import Housekeeper
    from bot.runtime.shards import ShardKeeper
    from bot.store.lease import this_host
    from bot.store.records import Holder
    from bot.store.shard_records import Wanted

    asked = asyncio.create_task(_ask_discord(token))
    await asyncio.wait({asked, stop}, return_when=asyncio.FIRST_COMPLETED)
    if not asked.done():
        asked.cancel()
        return None
    if error := asked.exception():
        return problem_of(error)
    recommended, concurrency = asked.result()
    metrics = new_metrics() if settings.metrics else None
    workshop = Workshop(settings, store, bases, clock, metrics)
    housekeeper = Housekeeper(store, clock, settings.journal_days, lambda: store.claims.holds(FIRST))
    shards = ShardBots(workshop, store, bases, token, concurrency)
    me, now = Holder(secrets.token_hex(8), this_host(), os.getpid()), asyncio.get_running_loop().time
    wanted = Wanted(recommended, settings.shards)
    shards.keeper = ShardKeeper(store, me, now, settings.lease_seconds, wanted, shards.start)
    followed = asyncio.create_task(follow(clock, shards.moved))
    kept_house = asyncio.create_task(housekeeper.run())
    exposition = measure(metrics, lambda: shards.bots, store) if metrics else None
    try:
        async with serve_health(settings, shards.complaints, exposition):
            return await shards.keeper.keep(stop)
    finally:
        followed.cancel()
        kept_house.cancel()
        workshop.close()


async def _ask_discord(token: str) -> tuple[int, int]:
    """How many shards Discord recommends, and how many of them may identify at the same time."""
    import discord

    from bot.client import quiz_intents

    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    async with discord.Client(intents=quiz_intents()) as client:
        await client.login(token)
        shards, _url, limits = await client.http.get_bot_gateway()
        return shards, limits["max_concurrency"]
