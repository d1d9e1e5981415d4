"""What is near a new question, of what a server plays: questions of its own, imported, or made of facts."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

from bot.library.fact_packs import FactPacks
from bot.library.imported import ImportedLists
from bot.store.store import Store
from questions.facts.corrections import Change
from questions.generators.outright import OutrightQuestions
from questions.interchange.lists import Entry, Kept, Near, Prompts

MOST = 3
READY = 64
"""Packs of facts whose prompts are kept ready."""

MADE = 0
"""The number of every question that is made of facts."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A question that is near, and the title of the pack that it is in: None for the server's own."""

    near: Near
    pack: str | None


class Neighbourhood:
    """Knows the prompts of what each server plays; they are read again once they have changed."""

    def __init__(self, store: Store, imported: ImportedLists, facts: FactPacks) -> None:
        self._store = store
        self._imported = imported
        self._facts = facts
        self._prompts: dict[Hashable, tuple[Hashable, Prompts]] = {}
        self._of_facts = lru_cache(maxsize=READY)(self._made)

    async def near(self, scope: str, entry: Entry, but: int = 0) -> tuple[Neighbour, ...]:
        """What is near an entry, the same in other words first; the server's own question ``but`` is not."""
        records = await self._store.desk.questions(scope)
        stored = await self._imported.stored(scope)
        changes = await self._facts.changes(scope)
        version = tuple((record.id, record.version) for record in records)

        def search() -> list[Neighbour]:
            own = self._known(scope, version, [Kept(record.id, record.entry) for record in records])
            near = [Neighbour(one, None) for one in own.near(entry, MOST + 1) if one.kept.number != but]
            for pack, entries in stored:
                prompts = self._known(pack.key, entries, entries)
                near += [Neighbour(one, pack.title) for one in prompts.near(entry, MOST)]
            for id in self._facts.ids(changes):
                title, prompts = self._of_facts(id, changes.get(id, ()))
                near += [Neighbour(one, title) for one in prompts.near(entry, MOST)]
            return sorted(near, key=lambda one: not one.near.same)[:MOST]

        return tuple(await asyncio.to_thread(search))

    def _known(self, key: Hashable, version: Hashable, entries: Sequence[Kept]) -> Prompts:
        known = self._prompts.get(key)
        if known is None or known[0] != version:
            known = self._prompts[key] = version, Prompts(entries)
        return known[1]

    def _made(self, pack: str, changes: tuple[Change, ...]) -> tuple[str, Prompts]:
        """The title of a pack of facts, and the prompts that ask for them outright."""
        base = self._facts.base(pack, changes)
        return (base.title, Prompts(MadeOfFacts(OutrightQuestions(base)))) if base else ("", Prompts(()))


class MadeOfFacts(Sequence[Kept]):
    """Questions of facts in the form of those that people write."""

    def __init__(self, questions: OutrightQuestions) -> None:
        self._questions = questions

    def __len__(self) -> int:
        return len(self._questions)

    @overload
    def __getitem__(self, at: int) -> Kept: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Kept]: ...
    def __getitem__(self, at: int | slice) -> Kept | Sequence[Kept]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        prompt, answer = self._questions[at]
        return Kept(MADE, Entry(prompt, answer.forms))
