"""What a running bot says of itself: its metrics."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.runtime.health import Exposition
    from bot.runtime.metrics import Metrics
    from bot.store.store import Store


def new_metrics() -> Metrics:
    """Metrics that know of versions so far."""
    import discord

    from bot.runtime.metrics import Metrics

    return Metrics({"discord_py": discord.__version__})


def measure(metrics: Metrics, bot: GumshoeBot, store: Store) -> Exposition:
    """Have the metrics show how the bot and its database are."""
    from bot.store.errors import StoreUnavailable

    size = math.nan
    connected: set[int] = set()

    async def on_shard_connect(shard_id: int) -> None:
        if shard_id in connected:
            metrics.reconnected()
        connected.add(shard_id)

    async def on_shard_resumed(_shard_id: int) -> None:
        metrics.reconnected()

    async def text() -> bytes:
        nonlocal size
        try:
            size = await store.size()
        except StoreUnavailable:
            size = math.nan
        return metrics.text()

    bot.add_listener(on_shard_connect)
    bot.add_listener(on_shard_resumed)
    metrics.gauge("gumshoe_games_running", "Games that run", lambda: len(bot.sessions.all()))
    metrics.gauge("gumshoe_servers", "Servers that the bot is in", lambda: len(bot.guilds))
    metrics.gauge(
        "gumshoe_gateway_latency_seconds", "A heartbeat's way to Discord and back", lambda: bot.latency
    )
    metrics.gauge("gumshoe_database_bytes", "Size of the database", lambda: size)
    metrics.queue("journal", lambda: store.waiting)
    metrics.queue("interactions", lambda: bot.in_flight)
    metrics.queue("messages", lambda: bot.stages.painting)
    return text
