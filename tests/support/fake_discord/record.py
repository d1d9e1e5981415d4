"""All that the bot sent, in order, with times, and a way to wait for more."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from tests.support.fake_discord.world import JSON


@dataclass(slots=True)
class Request:
    """One HTTP request: times are ``time.monotonic()``; status 0 as long as it has no answer."""

    at: float
    method: str
    path: str
    body: JSON = field(default_factory=dict)
    files: tuple[str, ...] = ()
    status: int = 0
    answered_at: float = 0.0
    known: bool = True

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame that the bot sent over the gateway."""

    at: float
    op: int
    data: object


class Record:
    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answered: list[Request] = []
        self.frames: list[Frame] = []
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []

    def sent(self, pattern: str = "*") -> list[Request]:
        """The requests whose "METHOD /path" matches (``*`` also matches slashes)."""
        return [request for request in self.requests if fnmatchcase(request.line, pattern)]

    def unknown(self) -> list[str]:
        """What the bot asked for and the fake does not know: a gap in the fake, or in the bot."""
        return [request.line for request in self.requests if not request.known]

    def ops(self, op: int) -> list[Frame]:
        return [frame for frame in self.frames if frame.op == op]

    def begin(self, request: Request) -> None:
        self.requests.append(request)
        self.touch()

    def end(self, request: Request, status: int) -> None:
        request.status, request.answered_at = status, time.monotonic()
        self.answered.append(request)
        self.touch()

    def frame(self, op: int, data: object) -> None:
        self.frames.append(Frame(time.monotonic(), op, data))
        self.touch()

    def touch(self) -> None:
        """Something changed: let go those whose condition now holds."""
        for entry in self._waiting[:]:
            condition, future = entry
            if not future.done() and condition():
                future.set_result(None)

    async def until(self, condition: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait until the condition holds. Raises TimeoutError."""
        if condition():
            return
        entry = (condition, asyncio.get_running_loop().create_future())
        self._waiting.append(entry)
        try:
            async with asyncio.timeout(seconds):  # which no cancellation gets lost in, unlike wait_for
                await entry[1]
        finally:
            self._waiting.remove(entry)

    async def wait(self, pattern: str, count: int = 1, seconds: float = 30.0) -> list[Request]:
        """Wait until that many matching requests were answered, and return them. Raises TimeoutError."""
        found: list[Request] = []
        seen = 0

        def enough() -> bool:
            nonlocal seen
            new, seen = self.answered[seen:], len(self.answered)
            found.extend(request for request in new if fnmatchcase(request.line, pattern))
            return len(found) >= count

        await self.until(enough, seconds)
        return found
