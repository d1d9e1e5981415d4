"""Several real programs on one real PostgreSQL: each game is in one of them, and goes on in another."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build
from bot.game.events import AnswerLocked, Guess, Refusal, RoundClosed
from tests.support.databases import run_sql
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Person, buttons_of, text_of
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
from tests.support.postgres import Postgres
from tests.support.texts import TEXTS

SHARDS = 4
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
        own = {"database": self.url, "packs": self.folder / "packs", **settings}
        program = await self.stack.enter_async_context(running(gumshoe_run(self.fake, folder, **own)))
        self.programs[program.pid] = program
        alive = sum(one.running for one in self.programs.values())
        await self.shared(alive)
        return program

    async def shared(self, processes: int) -> None:
        """Wait until so many programs have all shards, in fair parts, and play them."""
        fair = {SHARDS // processes, -(-SHARDS // processes)}

        def fairly() -> bool:
            counts = [count for _, count in run_sql(self.url, HELD)]
            return sum(counts) == SHARDS and len(counts) == processes and {*counts} <= fair

        await until(fairly)
        await self.fake.gateway.ready(SHARDS, UP_SECONDS)

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


@pytest.fixture
async def hall(fake: FakeDiscord, postgres: Postgres, tmp_path: Path) -> AsyncIterator[Hall]:
    fake.gateway.shards = SHARDS
    write_films(tmp_path / "packs" / "films")
    guilds = [fake.guild(f"Server {shard}", shard=shard) for shard in range(SHARDS)]
    rooms = [(fake.channel(guild), fake.person(guild, "Ada")) for guild in guilds]
    with postgres.database() as url:
        async with AsyncExitStack() as stack:
            yield Hall(fake, tmp_path, url, stack, rooms)
        assert fake.record.unknown() == []


async def lock_in(ada: Person, card: JSON, game: str, choice: int) -> str:
    """Answer the first question by a button; what the bot says."""
    act = ada.click(card, f"g:{game}:1:c{choice}", late=True)
    return text_of(await act.answered(UP_SECONDS))


async def test_a_game_moves_from_program_to_program_and_loses_no_answer(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await hall.start()
    card, game = await hall.quiz(3)
    channel, ada = hall.rooms[3]
    known = TEXTS(Refusal.SAME_ANSWER)
    assert (await lock_in(ada, card, game, 0)).startswith("Locked in")

    second = await hall.start()  # it is left its share
    await hall.back(3, 1)
    assert known in await lock_in(ada, card, game, 0)
    assert (hall.holder(0), hall.holder(3)) == (first, second)

    await second.kill()
    await hall.back(3, 2)
    assert known in await lock_in(ada, card, game, 0)
    assert hall.holder(3) is first
    assert f"process {second.pid} on " in first.output()

    third = await hall.start()
    await hall.back(3, 3)
    assert await third.end() == 0
    assert said(channel, TEXTS("farewell")) == 3
    await hall.back(3, 4)
    assert (await lock_in(ada, card, game, 1)).startswith("Locked in")
    assert hall.answers(game) == [0, 1]
    assert hall.never_in_two()
    assert len(hall.fake.record.sent("PUT /applications/*/commands")) == 1
    for program in (first, second, third):
        assert "Traceback" not in program.output()

    monkeypatch.setenv("GUMSHOE_DATABASE", hall.url)
    monkeypatch.setenv("GUMSHOE_PACKS", str(hall.folder / "packs"))
    result = await asyncio.to_thread(CliRunner().invoke, build(), ["doctor"])
    assert re.search(rf"database: process {first.pid} on \S+ plays shards 0-3 of 4\n", result.stdout)


async def test_a_program_that_slept_writes_nothing_to_games_that_others_have_taken_over(hall: Hall) -> None:
    first, second = await hall.start(), await hall.start()
    card, game = await hall.quiz(3, seconds=5)
    _, ada = hall.rooms[3]
    os.kill(second.pid, signal.SIGSTOP)
    await hall.back(3, 1)
    assert (await lock_in(ada, card, game, 0)).startswith("Locked in")
    await until(lambda: any(isinstance(event, RoundClosed) for event in journals_of(hall.url)[game]))
    before = epochs_of(hall.url)[game]
    os.kill(second.pid, signal.SIGCONT)  # the clock of the round has run out for it, too
    await until(lambda: "was taken by another process" in second.output())
    await hall.shared(2)
    after = epochs_of(hall.url)[game]
    assert after[: len(before)] == before
    assert hall.never_in_two()
    assert hall.answers(game) == [0]
    for program in (first, second):
        assert "Traceback" not in program.output()
