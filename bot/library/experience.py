"""What players have made of the questions so far, read now and then."""

from __future__ import annotations

from collections.abc import Callable

from bot.store.store import Store
from questions.bank import Experience
from questions.bank.experience import NO_EXPERIENCE

REFRESH_SECONDS = 300.0


class Experiences:
    """The experience of a store, at most some minutes old; ``since`` gives seconds from any start."""

    def __init__(self, store: Store, since: Callable[[], float]) -> None:
        self._store = store
        self._since = since
        self._read_at: float | None = None
        self._newest = NO_EXPERIENCE

    async def newest(self) -> Experience:
        """The experience as it was read last; who asks while it is being read gets the one before."""
        now = self._since()
        if self._read_at is None or now - self._read_at >= REFRESH_SECONDS:
            self._read_at = now
            self._newest = await self._store.asked.experience()
        return self._newest
