"""Playing the shards that this process claims, each by a player of its own, for as long as a claim holds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from bot.runtime.pulse import Pulse
from bot.store.errors import StoreUnavailable
from bot.store.records import Holder, Process
from bot.store.shard_records import Claim, OtherCount, Turn, Wanted
from bot.store.store import Store

BEATS = 10
"""Turns within the life of a lease."""

HUNGRY_SECONDS = 0.5
"""Between the turns of a process that has less than its share."""

SHORTEST_PAUSE = 0.01

Away = Callable[[], float | None]
"""For how many seconds nobody has played a shard, until now; None where nobody knows."""

log = logging.getLogger(__name__)


class Player(Protocol):
    """Plays the games of one shard."""

    async def play(self) -> str | None:
        """Play until closed; why it has ended, if it did so by itself."""

    async def close(self, *, lost: bool) -> None:
        """Leave in a few seconds; at once and without a word where the shard is ``lost`` to another."""


P = TypeVar("P", bound=Player)


@dataclass(slots=True, eq=False)
class Seat(Generic[P]):
    """A shard that is played, or is just being left."""

    claim: Claim
    player: P
    closing: asyncio.Task[None] | None = None


class ShardKeeper(Generic[P]):
    """Takes turns with the other processes on a database, and plays what it holds.

    ``clock`` counts seconds evenly, from whenever; ``life`` is for how many a process may be silent.
    """

    def __init__(
        self,
        store: Store,
        me: Holder,
        clock: Callable[[], float],
        life: float,
        wanted: Wanted,
        start: Callable[[Claim, Away], P],
    ) -> None:
        self._store = store
        self._me = me
        self._clock = clock
        self._life = life
        self._wanted = wanted
        self._start = start
        self._seats: dict[int, Seat[P]] = {}
        self._lock = asyncio.Lock()
        self._ended: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen: dict[str, tuple[datetime, float]] = {}
        self._alive_at: dict[Claim, float] = {}
        self._turn: Turn | None = None
        self._leaving = False
        self._pulse = Pulse(clock, life)

    @property
    def players(self) -> tuple[P, ...]:
        """Of the shards that are played just now."""
        return tuple(seat.player for seat in self._seats.values())

    @property
    def fresh(self) -> bool:
        """Whether no other process can have taken over what this one holds."""
        return self._pulse.fresh

    @property
    def problem(self) -> str:
        """Why nothing can be written just now; empty where it can."""
        return self._pulse.problem

    async def keep(self, stop: asyncio.Future[Any]) -> str | None:
        """Play until ``stop`` is done or a player ends by itself, and hand all over; what was wrong."""
        ends: set[asyncio.Future[Any]] = {stop, self._ended}
        while not (stop.done() or self._ended.done()):
            await self._look()
            await asyncio.wait(ends, timeout=self._pause, return_when=asyncio.FIRST_COMPLETED)
        self._leaving = True
        for seat in self._seats.values():
            self._close(seat)
        while closing := self._closing():
            await self._look()
            await asyncio.wait(closing, timeout=self._pause)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._told(self._store.shards.leave(self._me))
        return self._ended.result() if self._ended.done() else None

    @property
    def _pause(self) -> float:
        """Until the next turn: sooner where shards are wanting, or another process is about to be silent."""
        pause = self._life / BEATS
        if self._turn is not None and len(self._turn.held) < self._turn.quota:
            pause = min(pause, HUNGRY_SECONDS)
        silent_in = (since + self._life - self._clock() for _, since in self._seen.values())
        return min(pause, max(min(silent_in, default=pause), SHORTEST_PAUSE))

    def _closing(self) -> Sequence[asyncio.Task[None]]:
        return [seat.closing for seat in self._seats.values() if seat.closing is not None]

    async def _look(self) -> None:
        """Have a turn, and do what follows from it."""
        async with self._lock:
            began, silent = self._clock(), self._silent()
            try:
                turn = await self._store.shards.turn(self._me, self._wanted, silent, leaving=self._leaving)
            except StoreUnavailable as error:
                self._pulse.fail(str(error))
                self._seen.clear()  # nobody could be heard meanwhile
                return
            first = self._turn is None
            self._pulse.beat(began)
            alive = self._listen(turn.others)
            if isinstance(turn, OtherCount):
                if alive and not self._ended.done():
                    self._ended.set_result(_differ(turn.count))
                return
            self._turn = turn
            for process in turn.dead:
                log.warning("%s is gone: its shards are taken over", _name(process))
            if turn.dead or (first and not turn.others):
                self._begin(self._told(self._store.rankings.count_left_out()))
            self._follow(turn)
            if first and not turn.held:
                log.info("all %d shards are played by others: waiting as a standby", turn.count)

    def _silent(self) -> Mapping[str, datetime]:
        """The processes that have not beaten for the life of a lease, though that could have been seen."""
        now = self._clock()
        if not self._pulse.fresh:
            self._seen.clear()
        return {id: beat for id, (beat, since) in self._seen.items() if now - since > self._life}

    def _listen(self, others: Sequence[Process]) -> bool:
        """Note who has beaten since when; whether one has that was known already."""
        before, now = self._seen, self._clock()
        self._seen = {}
        alive = False
        for process in others:
            id, beat = process.holder.id, process.beat_at
            known, since = before.get(id, (beat, now))
            alive = alive or known != beat
            self._seen[id] = (beat, since if known == beat else now)
        return alive

    def _follow(self, turn: Turn) -> None:
        """Play what is held, leave what was lost, and let go one by one of what others should have."""
        held = {claim.shard: claim for claim in turn.held}
        for claim, away in turn.held.items():
            if claim not in self._alive_at and away is not None:
                self._alive_at[claim] = self._clock() - away.total_seconds()
        for seat in self._seats.values():
            if held.get(seat.claim.shard) != seat.claim:
                self._lose(seat)
        if self._leaving:
            return
        for claim in turn.held:
            if claim.shard not in self._seats:
                self._open(claim)
        if len(held) > turn.quota and not self._closing():
            seat = self._seats[max(self._seats)]
            log.info("shard %d of %d is let go of: another process has too few", seat.claim.shard, turn.count)
            self._close(seat)

    def _open(self, claim: Claim) -> None:
        log.info("shard %d of %d is ours (claim %d)", claim.shard, claim.count, claim.epoch)
        self._store.claims.hold(claim)
        alive_at = self._alive_at.pop(claim, None)
        player = self._start(claim, lambda: None if alive_at is None else self._clock() - alive_at)
        seat = self._seats[claim.shard] = Seat(claim, player)
        self._begin(self._play(seat))

    async def _play(self, seat: Seat[P]) -> None:
        try:
            problem = await seat.player.play()
        except StoreUnavailable as error:
            log.warning("shard %d waits for the database: %s", seat.claim.shard, error)
            self._close(seat)  # and it is claimed again
            return
        if seat.closing is None and not self._ended.done():
            self._ended.set_result(problem)

    def _lose(self, seat: Seat[P]) -> None:
        """The shard is another's: nothing of it is written from now on."""
        self._store.claims.drop(seat.claim)
        if seat.closing is None:
            log.warning("shard %d was taken by another process", seat.claim.shard)
            self._close(seat, lost=True)

    def _close(self, seat: Seat[P], *, lost: bool = False) -> None:
        if seat.closing is None:
            seat.closing = self._begin(self._end(seat, lost))

    async def _end(self, seat: Seat[P], lost: bool) -> None:
        try:
            await seat.player.close(lost=lost)
        finally:
            async with self._lock:  # a turn that is under way has seen the shard as ours
                self._store.claims.drop(seat.claim)
                if not lost:
                    await self._told(self._store.shards.release(self._me, seat.claim))
                del self._seats[seat.claim.shard]

    def _begin(self, work: Awaitable[None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None and not self._ended.done():
            self._ended.set_exception(error)

    async def _told(self, work: Awaitable[None]) -> None:
        """Do something that the next turn, or another process, makes up for where it fails."""
        try:
            await work
        except StoreUnavailable as error:
            log.warning("the database was not told, and will learn by itself: %s", error)


def _name(process: Process) -> str:
    return f"process {process.holder.pid} on {process.holder.host.split()[0]}"


def _differ(count: int) -> str:
    return (
        f"the other processes on this database play with {count} shards: "
        f"set GUMSHOE_SHARDS={count} here too, or stop them all first"
    )
