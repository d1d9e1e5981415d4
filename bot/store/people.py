"""What the database knows about one member, as async code sees it: see ``bot.store.store``."""

from __future__ import annotations

from datetime import datetime

from bot.store import forgetting
from bot.store.desk import Do
from bot.store.export import export
from bot.store.steps import Steps


class People:
    """StoreUnavailable says why not now."""

    def __init__(self, read: Do, write: Do) -> None:
        self._steps = Steps(read, write)

    async def export(self, player: int, now: datetime) -> bytes:
        """All that is kept about a member, as JSON."""
        return await self._steps.read(lambda session: export(session, player, now))

    async def forget(self, player: int, now: datetime) -> bool:
        """Forget a member, with all that they have won; False where they are in a quiz that runs.

        Where this is interrupted ``go_on_forgetting`` finishes it.
        """
        return await forgetting.forget(self._steps, player, now)

    async def go_on_forgetting(self) -> int:
        """Forget those whom it was begun with; how many."""
        return await forgetting.go_on(self._steps)
