"""An import in a process of its own, so that a running quiz never waits for it.

Reading and comparing tens of thousands of questions makes millions of objects. In a thread the collector of
garbage would stop the event loop for a second at a time; what comes back from the process is a few lines.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context

from bot.library.imported import ImportedLists, ImportPlan, Note, notes_of
from bot.store.store import open_store
from questions.files import read_file
from questions.interchange.formats import Format

MOST_NOTES = 200


@dataclass(frozen=True, slots=True)
class ImportJob:
    """Files to import into a scope of the database at ``url``, each with its name and its bytes.

    Without ``now`` nothing is written. With it the import is made, if the packs of the scope are still those
    of ``revision``, which the job without ``now`` has told.
    """

    url: str
    scope: str
    files: tuple[tuple[str, bytes], ...]
    format: Format | None = None
    name: str | None = None
    title: str | None = None
    keep_duplicates: bool = False
    now: datetime | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What a job does or has done; ``notes`` are the first of what is to be said of single questions.

    ``outdated`` says that nothing was written, since the packs have changed meanwhile.
    """

    revision: int
    added: int
    changed: int
    skipped: int
    refused: int
    notes: tuple[Note, ...]
    outdated: bool = False


async def run_import(job: ImportJob) -> ImportOutcome:
    """Do a job in a process of its own; StoreError where the database cannot be used."""
    processes = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_give_way)
    try:
        return await asyncio.get_running_loop().run_in_executor(processes, do_job, job)
    finally:
        processes.shutdown(wait=False)  # or the loop would wait for the process to end


def _give_way() -> None:
    """Let the bot have the processor first, where the system knows of that."""
    if hasattr(os, "nice"):
        os.nice(10)


def do_job(job: ImportJob) -> ImportOutcome:
    """Do a job here and now, which may take seconds."""
    return asyncio.run(_do(job))


async def _do(job: ImportJob) -> ImportOutcome:
    files = [read_file(name, data, job.format) for name, data in job.files]
    store = await asyncio.to_thread(open_store, job.url)
    try:
        lists = ImportedLists(store)
        plan = await lists.plan(
            job.scope, files, name=job.name, title=job.title, keep_duplicates=job.keep_duplicates
        )
        if job.now is None:
            return _outcome(plan)
        if job.revision not in (None, plan.revision) or await lists.apply(plan, job.now):
            return _outcome(plan, outdated=True)
        return _outcome(plan)
    finally:
        await store.close()


def _outcome(plan: ImportPlan, *, outdated: bool = False) -> ImportOutcome:
    notes = [note for one in plan.files for note in notes_of(one)]
    counts = (plan.added, plan.changed, plan.skipped, plan.refused)
    return ImportOutcome(plan.revision, *counts, tuple(notes[:MOST_NOTES]), outdated)
