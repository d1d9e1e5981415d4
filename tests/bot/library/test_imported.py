"""Imported packs as the bot uses them: plans across packs, drawing, and what changes while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.library.import_job import ImportJob, do_job, run_import
from bot.library.imported import ImportedLists, pack_name
from bot.store.records import EVERYWHERE, Outdated, server_scope
from bot.store.store import Store
from questions.interchange.lists import Entry, Target, read_list
from tests.support.databases import ANN, NOON, opened, url_of
from tests.support.lists import many_entries, read

MINE, YOURS = server_scope(5), server_scope(6)
RIVERS = "Which river flows through Paris?:\n- Seine\nWhich river flows through Rome?:\n- Tiber\n"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(url_of(tmp_path / "a.db")) as store:
        yield store


@pytest.fixture
def lists(store: Store) -> ImportedLists:
    return ImportedLists(store)


async def put(
    lists: ImportedLists, text: str, name: str = "rivers.yaml", scope: str = MINE
) -> tuple[int, int, int]:
    """Import a file: how many were added, changed and skipped."""
    plan = await lists.plan(scope, [read(name, text)])
    assert await lists.apply(plan, NOON) is None
    return plan.added, plan.changed, plan.skipped


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rivers of France", "rivers-of-france"),
        ("Über-Flüsse 2", "uber-flusse-2"),
        ("!?", "list"),
        ("x" * 99, "x" * 64),
    ],
)
def test_a_pack_gets_a_name_that_can_be_typed(title: str, name: str) -> None:
    assert pack_name(title) == name


async def test_importing_an_export_changes_nothing(lists: ImportedLists) -> None:
    assert await put(lists, RIVERS) == (2, 0, 0)
    (pack,) = await lists.packs(MINE)
    for target, name in (
        (Target.JSON, "rivers.json"),
        (Target.CSV, "rivers.csv"),
        (Target.RED, "rivers.yaml"),
    ):
        text = await lists.export(pack, target)
        again = await lists.plan(MINE, [read_list(name, text.encode())])
        assert (again.added, again.changed, again.skipped) == (0, 0, 2)


async def test_a_server_does_not_import_what_it_plays_already(lists: ImportedLists, store: Store) -> None:
    await put(lists, RIVERS, scope=EVERYWHERE)
    await store.desk.add(MINE, ANN, Entry("Who wrote it?", ("Ann",)), NOON)
    plan = await lists.plan(
        MINE, [read("own.yaml", f"{RIVERS}Who wrote it?:\n- Ann\nWho reads it?:\n- Bob\n")]
    )
    assert plan.added == 1
    assert [skip.why for skip in plan.files[0].plan.skipped] == [
        "the same as question 1 of “rivers”",
        "the same as question 2 of “rivers”",
        "the same as question 1 of the server's own",
    ]


async def test_packs_of_other_servers_are_neither_compared_nor_played(lists: ImportedLists) -> None:
    await put(lists, RIVERS, scope=YOURS)
    assert await put(lists, RIVERS) == (2, 0, 0)
    assert len(await lists.titles(MINE)) == 1
    assert not set(await lists.titles(MINE)) & set(await lists.titles(YOURS))


async def test_several_files_may_go_into_one_pack(lists: ImportedLists) -> None:
    files = [read("a.yaml", RIVERS), read("b.csv", "Which river flows through Rome?,Tiber\nOther?,Oder\n")]
    plan = await lists.plan(MINE, files, name="Rivers", title="All rivers")
    assert (plan.added, plan.skipped) == (3, 1)
    await lists.apply(plan, NOON)
    (pack,) = await lists.packs(MINE)
    assert (pack.name, pack.title, pack.questions) == ("rivers", "All rivers", 3)


async def test_a_plan_that_others_were_quicker_than_is_outdated(lists: ImportedLists) -> None:
    plan = await lists.plan(MINE, [read("rivers.yaml", RIVERS)])
    await put(lists, RIVERS)
    assert await lists.apply(plan, NOON) == Outdated()


async def test_what_is_imported_while_the_bot_runs_is_drawn_from_at_once(
    lists: ImportedLists, store: Store
) -> None:
    await put(lists, RIVERS)
    (first,) = await lists.lists(MINE)
    assert (await lists.lists(MINE))[0].entries is first.entries
    await put(ImportedLists(store), "Which river flows through Berlin?:\n- Spree\n")
    (second,) = await lists.lists(MINE)
    assert [kept.entry.shown for kept in second.entries] == ["Seine", "Tiber", "Spree"]
    await ImportedLists(store).remove(MINE, "rivers", NOON)
    assert await lists.lists(MINE) == ()
    await lists.undo(MINE)
    assert len((await lists.lists(MINE))[0].entries) == 3


async def test_packs_are_found_by_name_title_or_id(lists: ImportedLists) -> None:
    await put(lists, RIVERS, name="Long_Rivers.yaml")
    (pack,) = await lists.packs(MINE)
    assert [await lists.named(MINE, name) for name in ("long-rivers", "LONG RIVERS", pack.id)] == [pack] * 3
    assert await lists.named(MINE, "short") is None
    assert await lists.named(YOURS, "long-rivers") is None


async def test_an_import_in_a_process_of_its_own_tells_first_and_then_does_it(
    tmp_path: Path, store: Store
) -> None:
    text = "".join(f"{entry.prompt},{entry.shown}\n" for entry in many_entries(50))
    job = ImportJob(url_of(tmp_path / "a.db"), MINE, (("many.csv", f"{text}bad\n".encode()),), title="Many")
    plan = await run_import(job)
    assert (plan.added, plan.changed, plan.skipped, plan.refused) == (50, 0, 0, 1)
    assert [(note.at, note.what, note.unit) for note in plan.notes] == [(51, "problem", "line")]
    assert await ImportedLists(store).titles(MINE) == {}
    done = await asyncio.to_thread(do_job, replace(job, now=NOON, revision=plan.revision))
    assert not done.outdated
    assert list((await ImportedLists(store).titles(MINE)).values()) == ["Many"]
    late = await asyncio.to_thread(do_job, replace(job, now=NOON, revision=plan.revision))
    assert late.outdated
    (listed,) = await ImportedLists(store).lists(MINE)
    assert len(listed.entries) == 50
