"""A run of several programs on one PostgreSQL, of which each is killed, stopped or put to sleep at times."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from bot.calendar import EVERY_DAY, Weekly
from bot.store.records import Place, server_scope
from bot.store.schedules import MOST
from bot.store.shard_records import shard_of
from bot.store.store import open_store
from tests.support.crash.acts import Act
from tests.support.crash.audit import Outcome, audit
from tests.support.crash.crowd import Table
from tests.support.crash.dailies import Regulars
from tests.support.crash.modes import Mode
from tests.support.crash.run import WISH
from tests.support.databases import run_sql
from tests.support.fake_discord import FakeDiscord
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import UP_SECONDS, gumshoe_run, until, write_films
from tests.support.journals import epochs_of, journals_of
from tests.support.postgres import Postgres

SHARDS = 6
LEASE_SECONDS = 3
BACK_SECONDS = 20.0
"""Within so many seconds after the death of a process its games go on in another."""

END_SECONDS = 15.0
PATIENCE = 8.0
"""Seconds within which a program that is to be killed begins to play a game."""

NAP = (0.2, 2.5 * LEASE_SECONDS)
REST = (0.0, 6.0)
"""Seconds between two faults."""

HELD = """
    SELECT shard.id, process.pid FROM shard JOIN process ON process.id = shard.holder
    WHERE NOT process.leaving
"""
OPEN = """
    SELECT game.id, game.scope, max(event.epoch) FROM game JOIN event ON event.game_id = game.id
    WHERE ended_at IS NULL AND scope LIKE 'server:%' GROUP BY game.id, game.scope
"""
CUT = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database() AND random() < 0.5
"""


@dataclass
class Faults:
    """How often which fault was made, and how long games were away after kills."""

    kills: int = 0
    stops: int = 0
    naps: int = 0
    restarts: int = 0
    cuts: int = 0
    away: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        longest = max(self.away, default=0)
        return (
            f"{self.kills} SIGKILLs, {self.stops} SIGTERMs, {self.naps} SIGSTOPs, {self.cuts} cuts, "
            f"{self.restarts} restarts of PostgreSQL; {len(self.away)} games of killed programs went on, "
            f"the last of them after {longest:.1f} s"
        )


class ProcessesRun:
    """``await ProcessesRun(fake, postgres, url, folder, seed).through(faults)`` gives the outcome."""

    def __init__(
        self,
        fake: FakeDiscord,
        postgres: Postgres,
        url: str,
        folder: Path,
        seed: int,
        *,
        processes: int = 3,
        tables: int = 9,
        players: int = 3,
        tell: Callable[[Faults], None] = lambda _faults: None,
    ) -> None:
        fake.gateway.shards = SHARDS
        self._discord = fake
        self._postgres = postgres
        self._url = url
        self._folder = folder
        self._rng = Random(seed)
        self._wanted = processes
        guilds = [fake.guild(f"Server {shard}", shard=shard) for shard in range(SHARDS)]
        self._tables = [
            Table(fake, guilds[number % SHARDS], number, players, Random(self._rng.random()))
            for number in range(tables)
        ]
        self._regulars = [Regulars(fake, guild, Random(self._rng.random())) for guild in guilds[:2]]
        self._programs: list[Program] = []
        self._ended: list[Program] = []
        self._tell = tell
        self.faults = Faults()
        self.outcome = Outcome()

    @property
    def acts(self) -> list[Act]:
        """All that members did so far."""
        return [act for table in self._tables for act in table.acts]

    async def through(self, faults: int) -> Outcome:
        """Make so many faults, stop the games, and hold the database against what members were told."""
        write_films(self._folder / "packs" / "films", arranged=True)
        playing: asyncio.Task[None] | None = None
        try:
            await self._schedule()
            await self._fill()
            playing = asyncio.create_task(self._play())
            for _ in range(faults):
                await asyncio.sleep(self._rng.uniform(*REST))
                await self._rng.choice(self._kinds())()
                self._look_for_ended()
                await self._fill()
                self._tell(self.faults)
            await _cancelled(playing)
            run_sql(self._url, "DELETE FROM schedule")
            async with asyncio.timeout(4 * UP_SECONDS):
                await asyncio.gather(*(table.stop() for table in self._tables))
            for program in self._programs:
                await program.end(signal.SIGTERM, END_SECONDS)
        finally:
            if playing is not None:
                await _cancelled(playing)
            for program in self._programs:
                await program.kill()
        self._audit()
        return self.outcome

    async def _schedule(self) -> None:
        """Have quizzes start by themselves, one a minute."""
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        store = await asyncio.to_thread(open_store, self._url)
        for table in self._tables:
            if table.mode is Mode.SCHEDULED:
                place = Place(server_scope(table.channel.guild.id), table.channel.id)
                for minute in range(MOST):
                    weekly = Weekly((now + timedelta(minutes=minute)).time(), EVERY_DAY)
                    await store.add_schedule(place, weekly, WISH, now - timedelta(minutes=1))
        await store.close()

    def _kinds(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        return (self._kill, self._kill, self._stop, self._nap, self._nap, self._restart, self._cut)

    async def _play(self) -> None:
        async with asyncio.TaskGroup() as group:
            for table in self._tables:
                group.create_task(table.play())
            for regulars in self._regulars:
                group.create_task(regulars.play())

    async def _fill(self) -> None:
        """Have as many programs as there should be; on return all have joined, and all shards are held."""
        while len(self._programs) < self._wanted:
            folder = self._folder / f"{len(self._programs) + len(self._ended)}"
            folder.mkdir()
            program = gumshoe_run(
                self._discord,
                folder,
                database=self._url,
                packs=self._folder / "packs",
                lease_seconds=LEASE_SECONDS,
            )
            await program.start()
            self._programs.append(program)
        pids = {program.pid for program in self._programs}
        await until(lambda: {pid for (pid,) in run_sql(self._url, "SELECT pid FROM process")} == pids)
        await until(lambda: len(run_sql(self._url, HELD)) == SHARDS)

    def _look_for_ended(self) -> None:
        for program in [one for one in self._programs if not one.running]:
            self._programs.remove(program)
            self._ended.append(program)
            self.outcome.problems.append(f"a program ended by itself: {program.output()[-1000:]}")

    # The faults

    async def _kill(self) -> None:
        """A process dies; its games go on elsewhere in time."""
        program = self._rng.choice(self._programs)
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not self._games_of(program):  # noqa: ASYNC110 - the database wakes nobody
                    await asyncio.sleep(0.1)
        games = self._games_of(program)
        await program.kill()
        died = time.monotonic()
        self._programs.remove(program)
        self._ended.append(program)
        self.faults.kills += 1
        while games and time.monotonic() - died < BACK_SECONDS:
            await asyncio.sleep(0.1)
            now = {game: epoch for game, _, epoch in run_sql(self._url, OPEN)}
            for game in [game for game, epoch in games.items() if now.get(game) != epoch]:
                del games[game]
                self.faults.away.append(time.monotonic() - died)
        self.outcome.problems += [f"game {game} did not go on within {BACK_SECONDS:g} s" for game in games]

    def _games_of(self, program: Program) -> dict[str, int]:
        """The games that a program plays, with the claim by which it does."""
        held = {shard for shard, pid in run_sql(self._url, HELD) if pid == program.pid}
        rows = run_sql(self._url, OPEN)
        return {game: epoch for game, scope, epoch in rows if shard_of(scope, SHARDS) in held}

    async def _stop(self) -> None:
        program = self._rng.choice(self._programs)
        self._programs.remove(program)
        self._ended.append(program)
        code = await program.end(signal.SIGTERM, END_SECONDS)
        if code != 0:
            self.outcome.problems.append(f"SIGTERM ended with {code}")
        self.faults.stops += 1

    async def _nap(self) -> None:
        """A process stands still, and goes on when others may have taken over."""
        program = self._rng.choice(self._programs)
        os.kill(program.pid, signal.SIGSTOP)
        try:
            await asyncio.sleep(self._rng.uniform(*NAP))
        finally:
            os.kill(program.pid, signal.SIGCONT)
        self.faults.naps += 1

    async def _restart(self) -> None:
        mode = self._rng.choice(("fast", "immediate"))
        await asyncio.to_thread(self._postgres.stop, mode)
        await asyncio.sleep(self._rng.uniform(0.0, 1.0))
        await asyncio.to_thread(self._postgres.start)
        self.faults.restarts += 1

    async def _cut(self) -> None:
        await asyncio.to_thread(run_sql, self._url, CUT)
        self.faults.cuts += 1

    # What it showed

    def _audit(self) -> None:
        outcome = self.outcome
        outcome.kills, outcome.terms = self.faults.kills, self.faults.stops
        audit(self._url, self.acts, outcome)
        journals = journals_of(self._url)
        outcome.dailies = sum(len(regulars.shown) for regulars in self._regulars)
        for regulars in self._regulars:
            outcome.lost += regulars.off(journals)
        for game, epochs in epochs_of(self._url).items():
            if any(one > next for one, next in pairwise(epochs)):
                outcome.problems.append(f"game {game} was in two processes at once: {epochs}")
        for program in (*self._ended, *self._programs):
            lines = program.output().splitlines()
            outcome.problems += [f"log: {line}" for line in lines if "Traceback" in line]
        outcome.problems += [f"the fake does not know {line}" for line in self._discord.record.unknown()]


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
