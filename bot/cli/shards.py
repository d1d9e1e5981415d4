"""``gumshoe run`` on PostgreSQL, where any number of processes share the servers."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from bot.cli.observe import announce, measure, new_metrics
from bot.cli.run import problem_of, serve_health
from bot.cli.workshop import Workshop

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.runtime.clock import Clock
    from bot.runtime.shards import Away
    from bot.settings import Settings
    from bot.store.shard_records import Claim
    from bot.store.store import Store
    from questions.facts.model import FactBase

IDENTIFY_RETRY_SECONDS = 1.0

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
    queued: set[int] = set()

    async def identify(shard: int) -> None:
        queued.add(shard)
        while wait := await _identify_in(store, shard % concurrency):  # noqa: ASYNC110 - the database wakes nobody
            await asyncio.sleep(wait)
        queued.discard(shard)

    def start(claim: Claim, away: Away) -> ShardPlayer:
        bot = workshop.bot(away=away, claim=claim, identify=identify, fresh=lambda: keeper.fresh)
        announce(bot, () if keeper.players else bases)
        return ShardPlayer(bot, token)

    def bots() -> Sequence[GumshoeBot]:
        return [player.bot for player in keeper.players]

    def moved(by: float) -> None:
        for bot in bots():
            bot.sessions.clock_moved(by)

    me, now = Holder(secrets.token_hex(8), this_host(), os.getpid()), asyncio.get_running_loop().time
    wanted = Wanted(recommended, settings.shards)
    keeper = ShardKeeper(store, me, now, settings.lease_seconds, wanted, start)
    followed = asyncio.create_task(follow(clock, moved))
    exposition = measure(metrics, bots, store) if metrics else None
    try:
        async with serve_health(settings, lambda: _complaints(bots(), queued, keeper.problem), exposition):
            return await keeper.keep(stop)
    finally:
        followed.cancel()


async def _ask_discord(token: str) -> tuple[int, int]:
    """How many shards Discord recommends, and how many of them may identify at the same time."""
    import discord

    from bot.client import quiz_intents

    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    async with discord.Client(intents=quiz_intents()) as client:
        await client.login(token)
        shards, _url, limits = await client.http.get_bot_gateway()
        return shards, limits["max_concurrency"]


async def _identify_in(store: Store, bucket: int) -> float:
    from bot.store.errors import StoreUnavailable

    try:
        return await store.shards.identify_in(bucket)
    except StoreUnavailable as error:
        log.warning("a shard waits for the database before it identifies to Discord: %s", error)
        return IDENTIFY_RETRY_SECONDS


def _complaints(bots: Sequence[GumshoeBot], queued: Collection[int], problem: str) -> Sequence[str]:
    """What keeps this process from playing; that Discord takes its shards one after the other does not."""
    unready = [bot.claim.shard for bot in bots if bot.claim and not (bot.is_ready() and bot.resumed)]
    away = [shard for shard in unready if shard not in queued]
    text = f"not connected to Discord: shard {', '.join(map(str, away))}" if away else ""
    return tuple(filter(None, (text, problem)))
