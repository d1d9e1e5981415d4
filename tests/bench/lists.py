"""Importing lists: from a file to a plan held against what is there, to the database, to a quiz.

Reading and drawing are in the processor's time. An import is made by a process of its own, and is by the
clock on the wall.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from time import perf_counter, process_time

from bot.game.events import Player
from bot.library.fact_packs import FactPacks
from bot.library.import_job import ImportJob, run_import
from bot.library.imported import ImportedLists
from bot.library.near import MadeOfFacts, Neighbourhood
from bot.store.authoring import Act, AuthoredQuestion, ReportReason
from bot.store.records import EVERYWHERE, server_scope
from bot.store.store import Store, open_store
from questions.bank import Bank, QuizRequest
from questions.generators.outright import OutrightQuestions
from questions.interchange.formats import Target
from questions.interchange.lists import (
    Entry,
    Kept,
    Prompts,
    QuestionList,
    question_of,
    read_list,
    write_list,
)
from tests.bench.row import Row, at_most
from tests.support.lists import many_entries
from tests.support.synthetic import synthetic_pack

COUNT = 20_000
SECONDS, STALL_MS, QUIZ_MS, NEAR_MS = 10.0, 50.0, 50.0, 20.0
WRITERS = 30
TICK = 0.002
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def run() -> list[Row]:
    """Everything once with a loop beside which it runs."""
    with tempfile.TemporaryDirectory(prefix="gumshoe-bench-") as folder:
        return asyncio.run(_measure(f"sqlite:///{folder}/lists.db"))


async def _measure(url: str) -> list[Row]:
    entries = many_entries(2 * COUNT)
    texts = [
        write_list("Many", "", part, Target.JSON).encode() for part in (entries[COUNT:], entries[:COUNT])
    ]
    made = MadeOfFacts(OutrightQuestions(synthetic_pack(COUNT // 2)))
    written = [Kept(number, entry) for number, entry in enumerate(entries[:COUNT])]
    readers = [*_readers(entries[:COUNT]), _near("", written), _near(" that facts make", made)]
    del written, made
    there, new = (("many.json", text) for text in texts)
    entries_near = entries[:WRITERS]
    del entries
    outcome = await run_import(ImportJob(url, EVERYWHERE, (there,), now=NOW))
    assert outcome.added == COUNT
    store = await asyncio.to_thread(open_store, url)
    try:
        gaps: list[float] = []
        ticking = asyncio.create_task(_tick(gaps))
        began = perf_counter()
        plan = await run_import(ImportJob(url, server_scope(1), (new,)))
        await run_import(ImportJob(url, server_scope(1), (new,), now=NOW, revision=plan.revision))
        took = (perf_counter() - began) / 2
        listed = await ImportedLists(store).lists(server_scope(1))
        ticking.cancel()
        gc.collect()  # what the measuring itself has left behind
        desk_gap = await _at_the_desk(store, entries_near)
        assert sum(len(one.entries) for one in listed) == 2 * COUNT
        return [
            at_most(
                f"import of {COUNT:,} questions beside {COUNT:,}, a dry run or for real",
                took,
                SECONDS,
                1,
                "s",
            ),
            at_most("longest wait of the event loop meanwhile", max(gaps) * 1e3, STALL_MS, 1, "ms"),
            at_most(
                "longest wait of the event loop beside members who write, approve and report",
                desk_gap * 1e3,
                STALL_MS,
                1,
                "ms",
            ),
            at_most(f"quiz of ten from {2 * COUNT:,} imported", _quiz_ms(listed), QUIZ_MS, 1, "ms"),
            *readers,
        ]
    finally:
        await store.close()


def _quiz_ms(listed: tuple[QuestionList, ...]) -> float:
    began = process_time()
    assert len(Bank([]).draw(QuizRequest(10, lists=listed), Random(1))) == 10
    return (process_time() - began) * 1e3


def _near(what: str, kept: Sequence[Kept]) -> Row:
    """The slowest of some searches, for what is worded otherwise and for what is not there."""
    prompts, entries = Prompts(kept), [one.entry for one in kept[:: len(kept) // 20]]
    new = [replace(entry, prompt=f"Tell: {entry.prompt}") for entry in entries if entry.prompt]
    slowest = 0.0
    for entry in new:
        began = process_time()
        near = prompts.near(entry, 3)
        slowest = max(slowest, process_time() - began)
        assert any(one.kept.entry.accepted == entry.accepted for one in near)
    return at_most(f"what is near one new question, of {len(kept):,}{what}", slowest * 1e3, NEAR_MS, 1, "ms")


async def _at_the_desk(store: Store, entries: list[Entry]) -> float:
    """Members suggest, are shown what is near, and quizmasters approve; each question is reported, too."""
    gaps: list[float] = []
    ticking = asyncio.create_task(_tick(gaps))
    near, scope = Neighbourhood(store, ImportedLists(store), FactPacks(store, Bank([]))), server_scope(1)
    for number, entry in enumerate(entries, 1):
        member = Player(number, f"Member {number}")
        assert await near.near(scope, entry)
        kept = await store.desk.suggest(scope, member, replace(entry, prompt=f"Tell: {entry.prompt}"), NOW)
        assert isinstance(kept, AuthoredQuestion)
        await store.desk.change(scope, kept.id, Act.APPROVED, member, NOW)
        question = question_of(kept.entry, kept.question_id, scope, "Own", 1, Random(1))
        await store.desk.report(scope, member, question, ReportReason.DULL, "", NOW)
        assert await store.desk.complaints(scope)
    ticking.cancel()
    return max(gaps)


async def _tick(gaps: list[float]) -> None:
    """How much later than asked for the loop comes back to a task, each time."""
    while True:
        before = perf_counter()
        await asyncio.sleep(TICK)
        gaps.append(perf_counter() - before - TICK)


def _readers(entries: list[Entry]) -> list[Row]:
    rows = []
    for target in Target:
        data = write_list("Many", "", entries, target).encode()
        began = process_time()
        file = read_list(f"many.{target}", data)
        took = process_time() - began
        rows.append(at_most(f"reading {len(file.entries):,} questions, {target}", took, SECONDS, 1, "s"))
    return rows
