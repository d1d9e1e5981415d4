"""A discord.py client that handles nothing: what it takes to read the gateway at all."""

from __future__ import annotations

import asyncio
import sys

import discord


async def _main(token: str) -> None:
    async with discord.Client(intents=discord.Intents(guilds=True, guild_messages=True)) as client:
        await client.start(token)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
