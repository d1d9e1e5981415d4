"""``gumshoe run``: the bot in Discord."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

from bot.cli.common import fail, load_packs, read_settings
from bot.cli.observe import announce, measure, new_metrics

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.runtime.clock import Clock
    from bot.runtime.health import Exposition
    from bot.runtime.lease import LeaseKeeper
    from bot.settings import Settings
    from questions.facts.model import FactBase

NO_TOKEN = (
    "No token: write GUMSHOE_TOKEN=... into .env, in place of what example.env has there, or set it in the "
    "environment. You get a token at https://discord.com/developers/applications, under Bot."
)
TOKEN_REFUSED = 4004  # the code with which the gateway closes
INTENT_REFUSED = (
    "Discord does not let the bot read messages: switch Message Content Intent on at "
    "https://discord.com/developers/applications, under Bot, or set GUMSHOE_MESSAGE_CONTENT=false."
)
REFUSED = (
    "Discord refuses the token: make a new one at https://discord.com/developers/applications, under Bot, "
    "and put it into GUMSHOE_TOKEN."
)

log = logging.getLogger(__name__)


def run() -> None:
    """Run the bot in Discord, until SIGTERM or Ctrl-C. It needs GUMSHOE_TOKEN."""
    from bot.runtime.health import HealthUnavailable
    from bot.runtime.logs import set_up_logging
    from bot.store.errors import StoreError

    settings = read_settings()
    token = settings.real_token
    if token is None:
        fail(NO_TOKEN)
    set_up_logging(settings.log_level, settings.log_format)
    bases = load_packs(None, settings)
    try:
        problem = asyncio.run(_run(settings, token, bases))
    except (StoreError, HealthUnavailable) as error:
        problem = str(error)
    if problem:
        fail(problem)


async def _run(settings: Settings, token: str, bases: tuple[FactBase, ...]) -> str | None:
    """Run until told to stop; what went wrong, if something did."""
    from bot.cli.shards import play_shards
    from bot.cli.workshop import Workshop
    from bot.runtime.clock import Clock
    from bot.runtime.lease import LeaseKeeper
    from bot.store.engine import sqlite_file
    from bot.store.store import open_store

    loop = asyncio.get_running_loop()
    clock = Clock(loop.time)
    stop = asyncio.create_task(_stop_signal())
    store = await asyncio.to_thread(open_store, settings.database)
    if sqlite_file(settings.database) is None:
        try:
            return await play_shards(settings, token, bases, store, clock, stop)
        finally:
            stop.cancel()
            await store.close()
    keeper = LeaseKeeper(store, loop.time, settings.lease_seconds)
    try:
        acquired = asyncio.create_task(keeper.acquire())
        await asyncio.wait({acquired, stop}, return_when=asyncio.FIRST_COMPLETED)
        if not acquired.done():
            acquired.cancel()
            return None
        acquired.result()
        clock.catch_up()  # the wait may have been long, and no game runs yet that would have to move along
        try:
            metrics = new_metrics() if settings.metrics else None
            with closing(Workshop(settings, store, bases, clock, metrics)) as workshop:
                bot = workshop.bot(away=lambda: keeper.away)
                announce(bot, bases)
                exposition = measure(metrics, lambda: (bot,), store) if metrics else None
                async with serve_health(settings, lambda: _complaints(bot, keeper), exposition):
                    days = settings.journal_days
                    return await _until_stopped(bot, token, clock, keeper, stop, days)
        finally:
            await keeper.release()
    finally:
        stop.cancel()
        await store.close()


def _complaints(bot: GumshoeBot, keeper: LeaseKeeper) -> Sequence[str]:
    connected = bot.is_ready() and bot.resumed
    return tuple(filter(None, ("" if connected else "not connected to Discord", keeper.problem)))


async def _until_stopped(
    bot: GumshoeBot, token: str, clock: Clock, keeper: LeaseKeeper, stop: asyncio.Task[None], days: int
) -> str | None:
    from bot.runtime.clock import follow
    from bot.runtime.housekeeping import Housekeeper

    kept = asyncio.create_task(keeper.keep())
    followed = asyncio.create_task(follow(clock, bot.sessions.clock_moved))
    housekept = asyncio.create_task(Housekeeper(bot.store, clock, days).run())
    async with bot:
        playing = asyncio.create_task(bot.start(token))
        await asyncio.wait({playing, kept, stop}, return_when=asyncio.FIRST_COMPLETED)
        followed.cancel()
        housekept.cancel()
        by_itself = playing.done()
        await bot.close()
        playing.cancel()  # a client that is still connecting does not hear that it is closed
        await asyncio.wait({playing})
    if kept.done():
        return kept.result()
    kept.cancel()
    return problem_of(playing.exception()) if by_itself else None


def problem_of(error: BaseException | None) -> str | None:
    """Why a client ended; what nobody expected is raised."""
    import aiohttp
    import discord

    try:
        if error is not None:
            raise error
    except discord.LoginFailure:
        return REFUSED
    except discord.PrivilegedIntentsRequired:
        return INTENT_REFUSED
    except discord.ConnectionClosed as error:
        return REFUSED if error.code == TOKEN_REFUSED else f"Discord has closed the connection: {error}"
    except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        return f"Discord cannot be reached: {error}"
    return None


@asynccontextmanager
async def serve_health(
    settings: Settings, complaints: Callable[[], Sequence[str]], metrics: Exposition | None
) -> AsyncIterator[None]:
    """Answer on ``/healthz`` meanwhile, and on ``/metrics``, where that is wanted."""
    if settings.health_port is None:
        yield
        return
    from bot.runtime import health

    async with health.serve_health(settings.health_host, settings.health_port, complaints, metrics) as port:
        host = f"[{settings.health_host}]" if ":" in settings.health_host else settings.health_host
        log.info("health: http://%s:%d/healthz", host, port)
        yield


async def _stop_signal() -> None:
    """Return on SIGTERM or SIGINT."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for name in ("SIGTERM", "SIGINT"):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C comes as KeyboardInterrupt
            loop.add_signal_handler(getattr(signal, name), told.set)
    await told.wait()
