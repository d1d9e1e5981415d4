"""What a server plays that is near a new question: its own questions, and those of imported packs."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from bot.library.imported import ImportedLists
from bot.store.store import Store
from questions.interchange.lists import Entry, Kept, Near, Prompts

MOST = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A question that is near, and the title of the pack that it is in: None for the server's own."""

    near: Near
    pack: str | None


class Neighbourhood:
    """Knows the prompts of what each server plays; they are read again once they have changed."""

    def __init__(self, store: Store, imported: ImportedLists) -> None:
        self._store = store
        self._imported = imported
        self._prompts: dict[Hashable, tuple[Hashable, Prompts]] = {}

    async def near(self, scope: str, entry: Entry, but: int = 0) -> tuple[Neighbour, ...]:
        """What is near an entry, the same in other words first; the server's own question ``but`` is not."""
        records = await self._store.desk.questions(scope)
        stored = await self._imported.stored(scope)
        version = tuple((record.id, record.version) for record in records)

        def search() -> list[Neighbour]:
            own = self._known(scope, version, [Kept(record.id, record.entry) for record in records])
            near = [Neighbour(one, None) for one in own.near(entry, MOST + 1) if one.kept.number != but]
            for pack, entries in stored:
                prompts = self._known(pack.key, entries, entries)
                near += [Neighbour(one, pack.title) for one in prompts.near(entry, MOST)]
            return sorted(near, key=lambda one: not one.near.same)[:MOST]

        return tuple(await asyncio.to_thread(search))

    def _known(self, key: Hashable, version: Hashable, entries: Sequence[Kept]) -> Prompts:
        known = self._prompts.get(key)
        if known is None or known[0] != version:
            known = self._prompts[key] = version, Prompts(entries)
        return known[1]
