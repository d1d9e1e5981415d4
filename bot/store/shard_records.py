"""Which process plays which servers: what the store hands out of it, and what a process holds itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.store.errors import StoreConflict
from bot.store.records import DAILY, SERVER, Process

LOST = "another process plays the servers of this shard now"


@dataclass(frozen=True, slots=True)
class Claim:
    """One of ``count`` shards, held by a process; a later claim of any shard has a higher ``epoch``."""

    shard: int
    count: int
    epoch: int

    def covers(self, scope: str) -> bool:
        """Whether the games of a scope belong to the shard."""
        return shard_of(scope, self.count) == self.shard


def shard_of(scope: str, count: int) -> int:
    """The shard of a scope: Discord's own for a server, and the first for all else."""
    for prefix in (SERVER, DAILY):
        if scope.startswith(prefix):
            return (int(scope.removeprefix(prefix)) >> 22) % count
    return 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many shards there should be: ``fixed`` where the operator has set it, or else as many as the other
    processes have; the ``recommended`` number where there are no others.
    """

    recommended: int
    fixed: int | None = None

    @property
    def alone(self) -> int:
        """How many there are to be where no other process runs."""
        return self.fixed or self.recommended


@dataclass(frozen=True, slots=True)
class Turn:
    """How things stand after a process had its turn.

    ``held`` are its shards, with for how long nobody held those that it took in this turn (None: nobody ever
    did). ``quota`` is how many it should have. ``others`` are the other processes, and ``dead`` those whose
    shards were taken from them.
    """

    count: int
    quota: int
    held: Mapping[Claim, timedelta | None]
    others: Sequence[Process]
    dead: Sequence[Process]


@dataclass(frozen=True, slots=True)
class OtherCount:
    """The ``others`` play with another ``count`` of shards, so this process cannot join them."""

    count: int
    others: Sequence[Process]


class Claims:
    """The shards that this process holds. Where it never claims any, every scope is its own, unfenced."""

    def __init__(self) -> None:
        self._count = 0
        self._held: dict[int, Claim] = {}

    def hold(self, claim: Claim) -> None:
        """Let the games of the shard be written from now on."""
        self._count = claim.count
        self._held[claim.shard] = claim

    def drop(self, claim: Claim) -> None:
        """Write nothing more of the shard, unless it was claimed again."""
        if self._held.get(claim.shard) == claim:
            del self._held[claim.shard]

    def holds(self, shard: int) -> bool:
        """Whether the shard is this process's just now."""
        return shard in self._held

    def of(self, scope: str) -> Claim | None:
        """What a write to the scope rests on; StoreConflict where the scope is another process's."""
        if not self._count:
            return None
        shard = shard_of(scope, self._count)
        if shard not in self._held:
            raise StoreConflict(LOST)
        return self._held[shard]
