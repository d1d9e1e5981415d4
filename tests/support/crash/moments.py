"""When to kill a program: at any time, and above all when it does something that must not be torn apart."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from fnmatch import fnmatchcase
from pathlib import Path
from random import Random

from bot.game.decide import ANSWERED_GRACE
from bot.game.game import Game
from questions.judging.verdict import Reason, Verdict
from questions.question import Question
from tests.support.databases import locked
from tests.support.fake_discord import FakeDiscord
from tests.support.journals import read_journals

PATIENCE = 8.0
"""Seconds within which a moment comes; if it does not, the program is killed then."""


LOBBY = 2.0
"""Seconds of the lobbies."""


class Moments:
    """Waits for a moment worth a kill: ``starting`` begins with the process, the others when it plays."""

    def __init__(self, fake: FakeDiscord, database: Path, rng: Random) -> None:
        self._discord = fake
        self._database = database
        self._rng = rng

    async def starting(self) -> None:
        """While it starts: modules, database, connection, resume."""
        await asyncio.sleep(self._rng.uniform(0.0, 2.5))

    async def any_time(self) -> None:
        await asyncio.sleep(self._rng.uniform(0.0, 2.0))

    async def confirming(self) -> None:
        """An answer is durable, and its confirmation is under way."""
        await self._sent("POST /interactions/*")

    async def clicked(self) -> None:
        """A click was sent a few milliseconds ago."""
        desk = self._discord.desk
        before = len(desk.all)
        await self._until(lambda: len(desk.all) > before)
        await asyncio.sleep(self._rng.uniform(0.0, 0.008))

    async def painting(self) -> None:
        """A message is sent or edited."""
        await self._sent(self._rng.choice(("POST /channels/*", "PATCH /channels/*")))

    async def closing(self) -> None:
        """The clock of a round runs out."""
        await asyncio.sleep(0.5)
        now = time.time()
        due = [deadline - now for deadline in self._deadlines() if now + 0.05 < deadline < now + PATIENCE]
        if due:
            await asyncio.sleep(min(due) + self._rng.uniform(-0.01, 0.04))

    async def gathering(self) -> None:
        """A quiz was started just now, by somebody or by itself, and most often has a lobby."""
        before = self._events("game_started")
        await self._until(lambda: self._events("game_started") > before)
        await asyncio.sleep(self._rng.uniform(0.0, LOBBY))

    async def grace(self) -> None:
        """Everybody has answered, and the round is about to close."""
        before = self._events("everybody_answered")
        await self._until(lambda: self._events("everybody_answered") > before)
        await asyncio.sleep(self._rng.uniform(0.0, ANSWERED_GRACE))

    async def blocked(self) -> None:
        """Another process holds the database's lock for a while: nothing may be confirmed meanwhile."""
        with suppress(sqlite3.OperationalError), locked(self._database):  # the program may hold it just now
            await asyncio.sleep(self._rng.uniform(0.2, 0.8))

    def playing(self) -> Callable[[], Awaitable[None]]:
        """One of the moments of a program that plays."""
        return self._rng.choice(
            (
                self.any_time,
                self.confirming,
                self.clicked,
                self.painting,
                self.blocked,
                self.gathering,
                self.grace,
                self.closing,
                self.closing,
            )
        )

    def open_channels(self) -> set[int]:
        """The channels in which a game runs, as the database has it."""
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT channel_id FROM game WHERE ended_at IS NULL").fetchall()
        return {channel for (channel,) in rows}

    def _events(self, name: str) -> int:
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as connection:
            (count,) = connection.execute("SELECT count(*) FROM event WHERE name = ?", (name,)).fetchone()
        return int(count)

    def _deadlines(self) -> list[float]:
        journals = read_journals(self._database, only_open=True)
        games = [Game.replay(events, _no_judge) for events in journals.values()]
        return [game.deadline for game in games if game.deadline is not None]

    async def _sent(self, pattern: str) -> None:
        await asyncio.sleep(self._rng.uniform(0.0, 0.5))
        requests = self._discord.record.requests
        before = len(requests)
        await self._until(lambda: any(fnmatchcase(request.line, pattern) for request in requests[before:]))

    async def _until(self, condition: Callable[[], bool]) -> None:
        with suppress(TimeoutError):
            await self._discord.record.until(condition, PATIENCE)


def _no_judge(_question: Question, _guess: str) -> Verdict:
    return Verdict(Reason.UNLIKE)
