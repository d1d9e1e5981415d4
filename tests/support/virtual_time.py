"""An event loop that jumps to its next timer when idle, so that a quiz takes no time. Not for threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, cast

P = ParamSpec("P")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time starts at 0 and passes only while everything waits."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        internals = cast(Any, self)
        timers = [handle.when() for handle in internals._scheduled if not handle.cancelled()]
        if not internals._ready and not internals._stopping:
            if not timers:
                raise RuntimeError("everything waits, and for nothing that time could bring")
            self._now = max(self._now, min(timers))
        internals._clock_resolution = 1e-9
        cast(Any, super())._run_once()


def in_virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run an async test on a ``VirtualLoop``; fixtures must be synchronous."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run
