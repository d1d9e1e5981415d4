"""Imported packs as the bot and the command line use them: planned, imported, undone, drawn from, exported.

Whatever takes longer than a moment runs beside the event loop.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from anyascii import anyascii

from bot.store.imported import StoredQuestions, encode
from bot.store.records import EVERYWHERE, ImportedPack, Outdated, PackChange, UndoneChange
from bot.store.store import Store
from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import (
    CorrectedEntries,
    Entry,
    Kept,
    ListFile,
    Plan,
    Planner,
    QuestionList,
    Target,
    write_list,
)

MAX_NAME, PROMPT_SHOWN = 64, 70
NONE: Mapping[str, Sequence[Correction]] = {}


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What one file would do to the pack ``name``; ``new`` is a pack that is not there yet."""

    file: ListFile
    name: str
    title: str
    new: bool
    plan: Plan


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to the packs of a scope, as they were at ``revision``."""

    scope: str
    revision: int
    files: tuple[FilePlan, ...]

    @property
    def added(self) -> int:
        return sum(len(one.plan.added) for one in self.files)

    @property
    def changed(self) -> int:
        return sum(len(one.plan.changed) for one in self.files)

    @property
    def skipped(self) -> int:
        return sum(len(one.plan.skipped) for one in self.files)

    @property
    def refused(self) -> int:
        return sum(len(one.file.problems) for one in self.files)


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What becomes of one question of a file: ``what`` is problem, change, duplicate or add."""

    at: int
    what: str
    text: str
    unit: str


def notes_of(one: FilePlan, *, everything: bool = False) -> list[Note]:
    """What is to be said of the questions of a file, by their place; with ``everything`` of each of them."""
    notes = [(problem.at, "problem", problem.text) for problem in one.file.problems]
    notes += [(made.at, "change", f"{_shown(made.entry.prompt)} ({made.what})") for made in one.plan.changed]
    notes += [
        (skip.at, "duplicate", f"{_shown(skip.entry.prompt)} ({skip.why})") for skip in one.plan.skipped
    ]
    notes += [(new.at, "add", _shown(new.entry.prompt)) for new in one.plan.added if everything]
    return sorted(Note(*note, one.file.unit) for note in notes)


def _shown(prompt: str) -> str:
    text = " ".join(prompt.split())
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= PROMPT_SHOWN else f"{text[: PROMPT_SHOWN - 1]}…"


def pack_name(text: str) -> str:
    """A name for a pack, of letters, digits and hyphens: ``Über-Flüsse 2`` is ``uber-flusse-2``."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold())[:MAX_NAME].strip("-") or "list"


class ImportedLists:
    """The imported packs of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: dict[int, tuple[int, StoredQuestions]] = {}

    async def packs(self, scope: str) -> tuple[ImportedPack, ...]:
        """The packs that a scope plays: its own, and those for all."""
        return await self._store.imported_packs(tuple(dict.fromkeys((scope, EVERYWHERE))))

    async def all_packs(self) -> tuple[ImportedPack, ...]:
        """The packs of every scope."""
        return await self._store.imported_packs()

    async def titles(self, scope: str) -> Mapping[str, str]:
        """The title of each pack that a scope plays, by its id."""
        return {pack.id: pack.title for pack in await self.packs(scope) if pack.questions}

    async def lists(
        self, scope: str, ids: Sequence[str] = (), corrections: Mapping[str, Sequence[Correction]] = NONE
    ) -> tuple[QuestionList, ...]:
        """The packs of these ids that a scope plays, or all of them, as it has corrected them; each is read
        once until it changes.
        """
        stored = await self.stored(scope, ids)
        return tuple(
            QuestionList(pack.id, pack.title, _corrected(entries, corrections.get(pack.id, ())))
            for pack, entries in stored
        )

    async def stored(
        self, scope: str, ids: Sequence[str] = ()
    ) -> tuple[tuple[ImportedPack, StoredQuestions], ...]:
        """The same as they are, before anything is corrected."""
        packs = [pack for pack in await self.packs(scope) if pack.questions and (not ids or pack.id in ids)]
        revisions = {of: await self._store.import_revision(of) for of in {pack.scope for pack in packs}}
        kept = []
        for pack in packs:
            known, entries = self._entries.get(pack.key, (None, None))
            if entries is None or known != revisions[pack.scope]:
                entries = await self._store.stored_questions(pack)
                self._entries[pack.key] = revisions[pack.scope], entries
            kept.append((pack, entries))
        return tuple(kept)

    async def plan(
        self,
        scope: str,
        files: Sequence[ListFile],
        *,
        name: str | None = None,
        title: str | None = None,
        keep_duplicates: bool = False,
    ) -> ImportPlan:
        """What importing these files would do: each into the pack of its own name, or all into one."""
        revision = await self._store.import_revision(scope)
        packs = await self.packs(scope)
        targets = {one.name: pack_name(name or one.title) for one in files}
        kept: dict[str, tuple[Kept, ...]] = {}
        others: list[tuple[Entry, str]] = await self._written(scope)
        own = {pack.name: pack for pack in packs if pack.scope == scope}
        for pack in packs:
            entries = await self._store.imported_questions(pack)
            if pack.scope == scope and pack.name in targets.values():
                kept[pack.name] = entries
            else:
                where = f"of “{pack.title}”"
                others += [(one.entry, f"the same as question {one.number} {where}") for one in entries]

        def work() -> tuple[FilePlan, ...]:
            planner = Planner(others, keep_duplicates=keep_duplicates)
            plans = []
            for file in files:
                target = targets[file.name]
                plan = planner.plan(file.entries, kept.get(target, ()), file.unit)
                changed = {change.before.number for change in plan.changed}
                kept[target] = tuple(one for one in kept.get(target, ()) if one.number not in changed)
                there = own.get(target)
                shown = there.title if there else title or name or file.title
                plans.append(FilePlan(file, target, shown, there is None, plan))
            return tuple(plans)

        return ImportPlan(scope, revision, await asyncio.to_thread(work))

    async def apply(self, plan: ImportPlan, now: datetime) -> Outdated | None:
        """Make the import, all of it or nothing; Outdated where the packs have changed since the plan."""
        changes = await asyncio.to_thread(_changes, plan)
        files = ", ".join(one.file.name for one in plan.files)
        done = await self._store.apply_import(
            plan.scope, changes, f"the import of {files}", plan.revision, now
        )
        return done if isinstance(done, Outdated) else None

    async def undo(self, scope: str) -> UndoneChange | None:
        """Undo the newest import or removal of a scope."""
        return await self._store.undo_import(scope)

    async def remove(self, scope: str, name: str, now: datetime) -> ImportedPack | None:
        """Take a pack out of its scope; the points won with its questions stay."""
        pack = await self.named(scope, name)
        return await self._store.remove_pack(scope, pack.name, now) if pack else None

    async def named(self, scope: str, name: str) -> ImportedPack | None:
        """The pack of a scope that has this name, title or id."""
        packs = await self._store.imported_packs((scope,))
        typed = name.casefold()
        named = [pack for pack in packs if typed in (pack.name, pack.id)]
        titled = [pack for pack in packs if typed == pack.title.casefold()]
        return next(iter((*named, *titled)), None)

    async def export(self, pack: ImportedPack, target: Target) -> str:
        """A pack as a file."""
        kept = await self._store.imported_questions(pack)
        entries = [one.entry for one in kept]
        return await asyncio.to_thread(write_list, pack.title, pack.about, entries, target)

    async def _written(self, scope: str) -> list[tuple[Entry, str]]:
        """The questions that a server wrote itself."""
        records = await self._store.desk.questions(scope) if scope != EVERYWHERE else ()
        return [
            (
                record.entry,
                f"the same as question {record.id} of the server's own",
            )
            for record in records
        ]


def _corrected(entries: StoredQuestions, corrections: Sequence[Correction]) -> Sequence[Kept]:
    retired = {int(one.target) for one in corrections if one.kind is CorrectionKind.RETIRE}
    if retired:
        entries = entries.without(retired)
    return CorrectedEntries(entries, corrections) if len(corrections) > len(retired) else entries


def _changes(plan: ImportPlan) -> list[PackChange]:
    """One change a pack, however many files go into it."""
    changes: dict[str, PackChange] = {}
    for one in plan.files:
        before = changes.get(one.name)
        added = tuple(encode(placed.entry) for placed in one.plan.added)
        changed = tuple((change.before.number, encode(change.entry)) for change in one.plan.changed)
        if not (added or changed):
            continue
        changes[one.name] = PackChange(
            name=one.name,
            title=before.title if before else one.title,
            about=before.about if before else one.file.about,
            added=(before.added if before else ()) + added,
            changed=(before.changed if before else ()) + changed,
        )
    return list(changes.values())
