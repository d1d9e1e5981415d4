"""What a running bot says of itself: in its log when it is ready, and in its metrics."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.cli.common import counted

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.runtime.health import Exposition
    from bot.runtime.metrics import Metrics
    from bot.store.store import Store
    from questions.facts.model import FactBase

COUNTED_FACTS = 2_000
"""Facts of a pack up to which its questions are counted, which takes a second or two for so many."""

log = logging.getLogger(__name__)


def contents_of(base: FactBase) -> str:
    """How much a pack holds."""
    from questions.generators.catalogue import all_questions

    facts = counted(len(base.facts), "fact")
    if len(base.facts) > COUNTED_FACTS:
        return facts
    return f"{facts}, {counted(sum(1 for _ in all_questions(base, 0)), 'question')}"


def announce(bot: GumshoeBot, bases: Sequence[FactBase]) -> None:
    """Have the log say once when a bot is ready, with which packs, and how servers let it in."""
    from bot.cogs.place import invite_link

    async def on_ready() -> None:
        bot.remove_listener(on_ready)
        servers = counted(len(bot.guilds), "server")
        if bot.claim is not None:
            log.info("shard %d of %d is ready in %s", bot.claim.shard, bot.claim.count, servers)
        if not bases:
            return
        packs = await asyncio.to_thread(lambda: [f"{base.id} ({contents_of(base)})" for base in bases])
        log.info("ready as %s in %s with packs: %s", bot.user, servers, "; ".join(packs))
        if bot.application_id is not None:
            log.info("invite it to a server: %s", invite_link(bot.application_id))

    bot.add_listener(on_ready)


def new_metrics() -> Metrics:
    """Metrics that know of versions so far."""
    import discord

    from bot.runtime.metrics import Metrics

    return Metrics({"discord_py": discord.__version__})


def count_connections(metrics: Metrics, bot: GumshoeBot) -> None:
    """Have the metrics count how often a bot connects again."""
    connected: set[int] = set()

    async def on_shard_connect(shard_id: int) -> None:
        if shard_id in connected:
            metrics.reconnected()
        connected.add(shard_id)

    async def on_shard_resumed(_shard_id: int) -> None:
        metrics.reconnected()

    bot.add_listener(on_shard_connect)
    bot.add_listener(on_shard_resumed)


def measure(metrics: Metrics, bots: Callable[[], Sequence[GumshoeBot]], store: Store) -> Exposition:
    """Have the metrics show how the bots of this process and its database are."""
    from bot.store.errors import StoreUnavailable

    size = math.nan

    def total(one: Callable[[GumshoeBot], int]) -> Callable[[], int]:
        return lambda: sum(map(one, bots()))

    def latency() -> float:
        latencies = [one for bot in bots() for _, one in bot.latencies]
        return sum(latencies) / len(latencies) if latencies else math.nan

    async def text() -> bytes:
        nonlocal size
        try:
            size = await store.size()
        except StoreUnavailable:
            size = math.nan
        return metrics.text()

    metrics.gauge("gumshoe_games_running", "Games that run", total(lambda bot: len(bot.sessions.all())))
    metrics.gauge("gumshoe_servers", "Servers that the bot is in", total(lambda bot: len(bot.guilds)))
    metrics.gauge("gumshoe_shards", "Shards that are played here", total(lambda bot: len(bot.shards)))
    metrics.gauge("gumshoe_gateway_latency_seconds", "A heartbeat's way to Discord and back", latency)
    metrics.gauge("gumshoe_database_bytes", "Size of the database", lambda: size)
    metrics.queue("journal", lambda: store.waiting)
    metrics.queue("interactions", total(lambda bot: bot.in_flight))
    metrics.queue("messages", total(lambda bot: bot.stages.painting))
    return text
