"""A run: start the real program, let members play, end it in the middle of something, again and again."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.calendar import EVERY_DAY, Weekly
from bot.game.events import Player
from bot.store.records import Place, server_scope
from bot.store.schedules import MOST
from bot.store.store import open_store
from questions.interchange.lists import Entry
from tests.support.crash.acts import Act
from tests.support.crash.audit import Outcome, audit
from tests.support.crash.crowd import Table
from tests.support.crash.dailies import Regulars
from tests.support.crash.modes import Mode
from tests.support.crash.moments import Moments
from tests.support.databases import NOON, run_sql, url_of
from tests.support.fake_discord import FakeDiscord, Guild, text_of
from tests.support.fake_discord.gateway import Session
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import database_of, gumshoe_run, write_films
from tests.support.journals import read_journals
from tests.support.texts import TEXTS

UP_SECONDS = 60.0
"""A guard against a program that never comes up, however slow the machine."""

END_SECONDS = 10.0
"""How long an orderly end may take."""

GENTLE = 5
"""One end in so many is a SIGTERM."""

EARLY = 6
"""One kill in so many comes while the program starts."""

LOG_SHOWN = 2_000

OVERLAP = 2
"""In one of so many lives the next program is started already, and waits for the end of the first."""

TYPED = 8
"""Questions of the server's own, with no choices."""

WISH = '{"rounds": 3, "seconds": 5, "lobby": 2}'
"""What is to be played by quizzes that start by themselves, one a minute."""


class CrashRun:
    """``await CrashRun(fake, folder, seed).through(kills)`` gives the outcome; ``tell`` hears of each."""

    def __init__(
        self,
        fake: FakeDiscord,
        folder: Path,
        seed: int,
        *,
        tables: int = 8,
        players: int = 4,
        tell: Callable[[Outcome], None] = lambda _outcome: None,
    ) -> None:
        self._discord = fake
        self._rng = Random(seed)
        self._guild: Guild = fake.guild()
        self._tables = [
            Table(fake, self._guild, number, players, Random(self._rng.random())) for number in range(tables)
        ]
        self._regulars = Regulars(fake, self._guild, Random(self._rng.random()))
        self._folder = folder
        self._database = database_of(folder)
        self._moments = Moments(fake, self._database, Random(self._rng.random()))
        self._programs: list[Program] = []
        self._heir: Program | None = None
        self._up_since = 0
        self._tell = tell
        self._outcome = Outcome()

    @property
    def acts(self) -> list[Act]:
        """All that members did so far."""
        return [act for table in self._tables for act in table.acts]

    async def through(self, kills: int) -> Outcome:
        """Kill that often, stop the games, and hold the database against what members were told."""
        await self._prepare()
        playing = asyncio.create_task(self._play())
        try:
            while self._outcome.kills < kills:
                await self._once()
                self._tell(self._outcome)
            await _cancelled(playing)
            await self._finish()
        finally:
            await _cancelled(playing)
            for program in self._programs:
                await program.kill()
        audit(url_of(self._database), self.acts, self._outcome)
        self._outcome.dailies = len(self._regulars.shown)
        self._outcome.lost += self._regulars.off(read_journals(self._database))
        self._outcome.problems += [
            f"log: {line}" for line in self._program.output().splitlines() if "Traceback" in line
        ]
        self._outcome.problems += [
            f"the fake does not know {line}" for line in self._discord.record.unknown()
        ]
        return self._outcome

    async def _prepare(self) -> None:
        write_films(self._folder / "packs" / "films", arranged=True)
        store = await asyncio.to_thread(open_store, url_of(self._database))
        author, scope = Player(self._tables[0].host.id, "Host"), server_scope(self._guild.id)
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        scheduled = [table for table in self._tables if table.mode is Mode.SCHEDULED]
        for number in range(TYPED):
            entry = Entry(f"Whose case is number {number}?", ("Ann Lee",))
            await store.desk.add(scope, author, entry, NOON)
        for minute in range(MOST):
            at = now + timedelta(minutes=minute)  # the first is due already
            table = scheduled[minute % len(scheduled)]
            place, weekly = Place(scope, table.channel.id), Weekly(at.time(), EVERY_DAY)
            await store.add_schedule(place, weekly, WISH, now - timedelta(minutes=1))
        await store.close()

    async def _play(self) -> None:
        async with asyncio.TaskGroup() as group:
            for table in self._tables:
                group.create_task(table.play())
            group.create_task(self._regulars.play())

    async def _once(self) -> None:
        """Have a program run, and end it at some moment; a second one may be waiting for that already."""
        self._program = self._heir or await self._started()
        self._heir = None
        if self._rng.randrange(EARLY) == 0:
            await self._moments.starting()
            await self._kill()
            return
        await self._up()
        if self._rng.randrange(OVERLAP) == 0:
            self._heir = await self._started()
        if self._rng.randrange(GENTLE) == 0:
            await self._moments.any_time()
            await self._end()
        else:
            await self._moments.playing()()
            await self._kill()

    async def _started(self) -> Program:
        program = gumshoe_run(self._discord, self._folder)
        await program.start()
        self._programs = [other for other in self._programs if other.running] + [program]
        return program

    async def _up(self) -> None:
        self._up_since = len(self._discord.record.requests)
        ready = asyncio.create_task(self._discord.gateway.ready(seconds=UP_SECONDS))
        ended = asyncio.create_task(self._program.ended())
        await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        ended.cancel()
        assert self._discord.gateway.connected, self._program.output()[-LOG_SHOWN:]

    async def _kill(self) -> None:
        connected = self._discord.gateway.connected
        with suppress(ProcessLookupError):  # it ended by itself, which the check below finds
            os.kill(self._program.pid, signal.SIGKILL)
        code = await self._program.end(signal.SIGKILL)
        if code != -signal.SIGKILL:
            self._outcome.problems.append(f"the program ended by itself, with {code}")
        await self._gone(connected)
        self._outcome.kills += 1

    async def _end(self) -> None:
        connected = self._discord.gateway.connected
        said = [self._farewells(table) for table in self._tables]
        open_before = self._moments.open_channels()
        code = await self._program.end(signal.SIGTERM, END_SECONDS)
        if code != 0:
            self._outcome.problems.append(f"SIGTERM ended with {code}")
        await self._gone(connected)
        self._outcome.terms += 1
        still_open = open_before & self._moments.open_channels() & self._used_channels()
        for table, number in zip(self._tables, said, strict=True):
            if table.channel.id in still_open and self._farewells(table) == number:
                self._outcome.problems.append(f"no farewell in {table.channel.name}")

    async def _gone(self, connected: Sequence[Session]) -> None:
        await self._discord.record.until(lambda: not any(one.line for one in connected), UP_SECONDS)

    def _farewells(self, table: Table) -> int:
        return sum(text_of(message) == TEXTS("farewell") for message in table.channel.messages.values())

    def _used_channels(self) -> set[int]:
        """Where the program has written since it came up: there its games have been resumed."""
        paths = [request.path.split("/") for request in self._discord.record.requests[self._up_since :]]
        return {int(path[2]) for path in paths if path[1] == "channels"}

    async def _finish(self) -> None:
        """Bring it up for the last time, with no quiz to start by itself, stop every game, and end it."""
        run_sql(url_of(self._database), "DELETE FROM schedule")
        self._program = self._heir or await self._started()
        await self._up()
        async with asyncio.timeout(UP_SECONDS):
            await asyncio.gather(*(table.stop() for table in self._tables))
        await self._end()


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
