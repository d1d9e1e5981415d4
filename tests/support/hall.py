"""Several programs on one PostgreSQL, with a server on each shard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from bot.game.events import AnswerLocked, Guess
from tests.support.databases import run_sql
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Person, buttons_of
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import (
    UP_SECONDS,
    gumshoe_run,
    running,
    said,
    start_quiz,
    until,
    write_films,
)
from tests.support.journals import epochs_of, journals_of
from tests.support.texts import TEXTS

LEASE_SECONDS = 4
"""Long enough for a busy machine: who has not beaten for so long answers nobody."""

HELD = (
    "SELECT process.pid, count(*) FROM shard JOIN process ON process.id = shard.holder GROUP BY process.pid"
)
HOLDER = "SELECT process.pid FROM shard JOIN process ON process.id = shard.holder WHERE shard.id = :shard"


@dataclass
class Hall:
    """A server on each shard, and programs that play there."""

    fake: FakeDiscord
    folder: Path
    url: str
    stack: AsyncExitStack
    rooms: list[tuple[Channel, Person]]
    programs: dict[int, Program] = field(default_factory=dict)

    async def start(self, **settings: object) -> Program:
        """Another program, which has its share and is connected on return."""
        folder = self.folder / str(len(self.programs))
        folder.mkdir()
        own = {
            "database": self.url,
            "packs": self.folder / "packs",
            "lease_seconds": LEASE_SECONDS,
            **settings,
        }
        program = await self.stack.enter_async_context(running(gumshoe_run(self.fake, folder, **own)))
        self.programs[program.pid] = program
        alive = sum(one.running for one in self.programs.values())
        await self.shared(alive)
        return program

    async def shared(self, processes: int) -> None:
        """Wait until so many programs have all shards, in fair parts, and play them."""
        shards = len(self.rooms)
        fair = {shards // processes, -(-shards // processes)}

        def fairly() -> bool:
            counts = [count for _, count in run_sql(self.url, HELD)]
            return sum(counts) == shards and len(counts) == processes and {*counts} <= fair

        await until(fairly)
        await self.fake.gateway.ready(shards, UP_SECONDS)

    def holder(self, shard: int) -> Program:
        ((pid,),) = run_sql(self.url, HOLDER, shard=shard)
        return self.programs[pid]

    async def quiz(self, shard: int, seconds: int = 120) -> tuple[JSON, str]:
        """A quiz with a question of several choices on a shard: its card, and its game."""
        channel, ada = self.rooms[shard]
        while True:
            await start_quiz(self.fake, channel, ada, seconds=seconds)
            await self.fake.record.until(lambda: any(map(buttons_of, channel.messages.values())))
            card = next(message for message in reversed(channel.messages.values()) if buttons_of(message))
            game = str(buttons_of(card)[0]["custom_id"]).split(":")[1]
            if any(button["custom_id"].endswith(":c0") for button in buttons_of(card)):
                return card, game
            await ada.run(channel, "quiz stop").answered()

    def answers(self, game: str) -> list[Guess]:
        return [event.guess for event in journals_of(self.url)[game] if isinstance(event, AnswerLocked)]

    async def back(self, shard: int, times: int) -> None:
        """Wait until a quiz has gone on so often."""
        channel = self.rooms[shard][0]
        await self.fake.record.until(lambda: said(channel, TEXTS("back-again")) == times, UP_SECONDS)

    def never_in_two(self) -> bool:
        """Whether each game was written by one claim after the other, and not by two in turns."""
        return all(one <= next for epochs in epochs_of(self.url).values() for one, next in pairwise(epochs))


@asynccontextmanager
async def a_hall(fake: FakeDiscord, folder: Path, url: str, shards: int) -> AsyncIterator[Hall]:
    """A hall without programs yet; those that are started are gone in the end."""
    fake.gateway.shards = shards
    write_films(folder / "packs" / "films")
    guilds = [fake.guild(f"Server {shard}", shard=shard) for shard in range(shards)]
    rooms = [(fake.channel(guild), fake.person(guild, "Ada")) for guild in guilds]
    async with AsyncExitStack() as stack:
        yield Hall(fake, folder, url, stack, rooms)
