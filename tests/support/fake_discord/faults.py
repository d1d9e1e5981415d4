"""Switches for Discord's misbehaviour over HTTP.

A pattern is compared with "METHOD /path", the path without /api/v10; ``*`` also matches slashes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON


@dataclass(slots=True)
class Fault:
    pattern: str
    left: int | None
    """How many more times; None without end."""
    delay: float = 0.0
    gate: asyncio.Event | None = None
    status: int = 0
    payload: JSON | None = None
    retry_after: float | None = None
    everywhere: bool = False
    hang_up: bool = False
    carried_out: bool = False
    """The request takes effect, only its answer is lost, or comes late."""


class Faults:
    def __init__(self) -> None:
        self.active: list[Fault] = []

    def fail(self, pattern: str, status: int = 500, times: int = 1, *, carried_out: bool = False) -> Fault:
        return self._add(Fault(pattern, times, status=status, carried_out=carried_out))

    def refuse(self, pattern: str, why: No, times: int | None = 1) -> Fault:
        refusal = RefusalError(why)
        return self._add(Fault(pattern, times, status=refusal.status, payload=refusal.payload()))

    def limit(
        self, pattern: str, retry_after: float = 0.1, times: int = 1, *, everywhere: bool = False
    ) -> Fault:
        """429 with Retry-After; ``everywhere`` is Discord's global limit."""
        return self._add(Fault(pattern, times, status=429, retry_after=retry_after, everywhere=everywhere))

    def hang_up(self, pattern: str, times: int = 1, *, carried_out: bool = False) -> Fault:
        """Close the connection instead of an answer."""
        return self._add(Fault(pattern, times, hang_up=True, carried_out=carried_out))

    def delay(self, pattern: str, seconds: float, times: int | None = None) -> Fault:
        return self._add(Fault(pattern, times, delay=seconds))

    @contextmanager
    def hold(self, pattern: str, *, carried_out: bool = False) -> Iterator[Fault]:
        """Let matching requests wait until the block ends (or its gate is set), or only their answers."""
        gate = asyncio.Event()
        fault = self._add(Fault(pattern, None, gate=gate, carried_out=carried_out))
        try:
            yield fault
        finally:
            gate.set()
            self.end(fault)

    def end(self, fault: Fault) -> None:
        if fault in self.active:
            self.active.remove(fault)

    def clear(self) -> None:
        for fault in self.active:
            if fault.gate:
                fault.gate.set()
        self.active.clear()

    def take(self, line: str) -> list[Fault]:
        """The faults that this request meets: all delays and gates, and the first that spoils the answer."""
        met: list[Fault] = []
        spoiled = False
        for fault in self.active[:]:
            spoils = bool(fault.status or fault.hang_up)
            if not fnmatchcase(line, fault.pattern) or (spoils and spoiled):
                continue
            spoiled = spoiled or spoils
            if fault.left is not None:
                fault.left -= 1
                if not fault.left:
                    self.end(fault)
            met.append(fault)
        return met

    def _add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault
