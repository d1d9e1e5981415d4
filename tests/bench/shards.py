"""Several processes: how soon the games of one that dies go on in another."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from tests.bench.row import Row, at_most
from tests.support.fake_discord import FakeDiscord
from tests.support.hall import Hall, a_hall
from tests.support.postgres import server

SHARDS = 16
LEASE_SECONDS = 15
BACK_SECONDS = 20.0


def run() -> list[Row]:
    """Of 16 shards, half are played by a process that dies."""
    killed = asyncio.run(_away(signal.SIGKILL))
    silent = asyncio.run(_away(signal.SIGSTOP))
    return [
        at_most("games of a killed process go on, in all of 8 shards", killed, BACK_SECONDS, 1.0, "s"),
        at_most("the same of one that falls silent, as another host does", silent, BACK_SECONDS, 1.0, "s"),
    ]


async def _away(how: signal.Signals) -> float:
    """Seconds from the death of a process until the last of its games goes on."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="gumshoe-bench-"))
        url = stack.enter_context(stack.enter_context(server(fsync=True)).database())
        fake = await stack.enter_async_context(FakeDiscord())
        hall = await stack.enter_async_context(a_hall(fake, Path(folder), url, SHARDS))
        await hall.start(lease_seconds=LEASE_SECONDS)
        second = await hall.start(lease_seconds=LEASE_SECONDS)
        return await _until_back(
            hall, [shard for shard in range(SHARDS) if hall.holder(shard) is second], how
        )


async def _until_back(hall: Hall, shards: list[int], how: signal.Signals) -> float:
    for shard in shards:
        await hall.quiz(shard)
    dying = hall.holder(shards[0])
    began = perf_counter()
    os.kill(dying.pid, how)
    await asyncio.gather(*(hall.back(shard, 1) for shard in shards))
    seconds = perf_counter() - began
    await dying.kill()
    return seconds
