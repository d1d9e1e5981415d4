"""The packs of facts that a server has: the bot's, as the server has corrected them, and its own."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from bot.game.events import Player
from bot.library.source import QuestionSource
from bot.store.store import Store
from questions.facts.corrections import Change, Correction, corrected, founded
from questions.facts.model import FactBase
from questions.facts.own_packs import OwnPack
from questions.facts.writing import pack_texts

OWN = "own:"
"""What the ids of packs begin with that servers have founded."""

READY = 64
"""Packs as servers have changed them that are kept ready."""

Changes = Mapping[str, tuple[Change, ...]]


class FactPacks:
    """Made anew whenever a server changes something in them."""

    def __init__(self, store: Store, source: QuestionSource) -> None:
        self._store = store
        self._source = source
        self._changed = lru_cache(maxsize=READY)(self._change)

    async def changes(self, scope: str) -> Changes:
        """What a server has changed in each pack, by the pack's id; its own packs are among them."""
        changes: defaultdict[str, tuple[Change, ...]] = defaultdict(tuple)
        for kept in await self._store.desk.corrections(scope):
            changes[kept.change.pack] += (kept.change,)
        return changes

    async def all(self, scope: str, *, as_corrected: bool = True) -> Mapping[str, FactBase]:
        """Every pack of facts that a server has, by its id; or as it was before it was corrected, to which
        facts may have been added.
        """
        changes = await self.changes(scope)
        if not as_corrected:
            changes = {pack: _without_corrections(made) for pack, made in changes.items()}
        packs = self.ids(changes)

        def make() -> dict[str, FactBase]:
            bases = {pack: self.base(pack, changes.get(pack, ())) for pack in packs}
            return {pack: base for pack, base in bases.items() if base is not None}

        return await asyncio.to_thread(make)

    async def one(self, scope: str, pack: str) -> FactBase | None:
        """A pack of facts as the server has it."""
        changes = (await self.changes(scope)).get(pack, ())
        return await asyncio.to_thread(self.base, pack, changes)

    async def remove(self, scope: str, pack: str, by: Player, now: datetime) -> bool:
        """Take back a pack of the server's own with all that it holds; whether there was one."""
        for kept in await self._store.desk.corrections(scope):
            if isinstance(kept.change, OwnPack) and kept.change.pack == pack:
                return await self._store.desk.undo_correction(scope, kept.number, by, now) is not None
        return False

    def ids(self, changes: Changes) -> Iterable[str]:
        """The packs that these changes found, and those of the bot."""
        return dict.fromkeys((*own_packs(changes), *self._source.titles))

    def base(self, pack: str, changes: tuple[Change, ...]) -> FactBase | None:
        """A pack with these changes of a server."""
        return self._changed(pack, changes) if changes else self._source.base(pack)

    def _change(self, pack: str, changes: tuple[Change, ...]) -> FactBase | None:
        base = self._source.base(pack)
        return corrected(base, changes) if base else founded(changes)


def _without_corrections(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(change for change in changes if not isinstance(change, Correction))


def archive_of(base: FactBase, name: str) -> bytes:
    """A pack as a folder of this name in a ZIP file, for the bot of another owner."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for file, text in pack_texts(for_all(base), name).items():
            archive.writestr(f"{name}/{file}", text)
    return data.getvalue()


def for_all(base: FactBase) -> FactBase:
    """A pack of a server's own with all that a pack of the bot's needs."""
    return replace(base, about=base.about or base.title)


def own_prefix(scope: str) -> str:
    """What the ids of the packs begin with that a server has founded."""
    return f"{OWN}{scope}:"


def own_pack_named(title: str, changes: Iterable[Change]) -> FactBase | None:
    """The pack of this title that these changes found."""
    made = tuple(changes)
    for own in (change for change in made if isinstance(change, OwnPack)):
        if own.title.casefold() == title.strip().casefold():
            return founded(change for change in made if change.pack == own.pack)
    return None


def own_packs(changes: Changes) -> Mapping[str, str]:
    """The title of each pack that a server has founded, by its id."""
    own = (change for made in changes.values() for change in made)
    return {one.pack: one.title for one in own if isinstance(one, OwnPack)}
