"""Imported packs in the database: changes, removal, undoing, and what is forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.imported import KEPT_CHANGES, encode
from bot.store.records import EVERYWHERE, ImportedPack, Outdated, PackChange, server_scope
from bot.store.store import Store
from questions.interchange.lists import Entry
from questions.question import AnswerType
from tests.support.databases import ANN, HERE, NOON, a_close, a_start, an_award, keep, opened, run_sql

MINE, YOURS = server_scope(5), server_scope(6)


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    async with opened(database) as store:
        yield store


def entry(name: str, **changes: object) -> Entry:
    return Entry(**({"prompt": f"Who is {name}?", "accepted": (name,)} | changes))  # type: ignore[arg-type]


async def put(
    store: Store, *names: str, pack: str = "cast", scope: str = MINE, **changed: Entry
) -> int | Outdated:
    """Import questions by the names of their answers; ``changed`` are by number, as n1=..."""
    changes = tuple((int(number[1:]), encode(one)) for number, one in changed.items())
    change = PackChange(pack, pack.title(), "", tuple(encode(entry(name)) for name in names), changes)
    seen = await store.import_revision(scope)
    return await store.apply_import(scope, [change], f"the import of {', '.join(names)}", seen, NOON)


async def held(store: Store, scope: str = MINE) -> dict[str, dict[int, str]]:
    """The answers by number, for each pack of a scope."""
    return {
        pack.name: {one.number: one.entry.shown for one in await store.imported_questions(pack)}
        for pack in await store.imported_packs((scope,))
    }


async def test_what_is_imported_is_read_back_the_same(store: Store) -> None:
    full = Entry(
        "Q?", ("a",), ("b",), ("c",), line="x", type=AnswerType.PERSON, level=3, picture="https://a.b/c.png"
    )
    parts = Entry("Q2?", parts=(("a", "b"), ("c",)))
    change = PackChange("all", "All", "About", (encode(full), encode(parts)))
    await store.apply_import(MINE, [change], "x", 0, NOON)
    (pack,) = await store.imported_packs((MINE,))
    assert pack == ImportedPack(pack.key, MINE, "all", "All", "About", 2)
    assert [one.entry for one in await store.imported_questions(pack)] == [full, parts]


async def test_a_second_import_goes_on_with_the_numbers_and_changes_in_place(store: Store) -> None:
    await put(store, "Ann", "Bob")
    await put(store, "Cleo", n1=entry("Anna"))
    assert await held(store) == {"cast": {1: "Anna", 2: "Bob", 3: "Cleo"}}


async def test_undoing_goes_back_step_by_step(store: Store) -> None:
    await put(store, "Ann", "Bob")
    await put(store, "Cleo", n1=entry("Anna"))
    await store.remove_pack(MINE, "cast", NOON)
    assert await held(store) == {}
    undone = await store.undo_import(MINE)
    assert undone is not None
    assert (undone.summary, undone.at) == ("the removal of Cast", NOON)
    assert await held(store) == {"cast": {1: "Anna", 2: "Bob", 3: "Cleo"}}
    await store.undo_import(MINE)
    assert await held(store) == {"cast": {1: "Ann", 2: "Bob"}}
    await store.undo_import(MINE)
    assert await held(store) == {}
    assert await store.undo_import(MINE) is None


async def test_a_number_that_was_undone_is_not_given_again(store: Store) -> None:
    await put(store, "Ann")
    await put(store, "Bob")
    await store.undo_import(MINE)
    await put(store, "Cleo")
    assert await held(store) == {"cast": {1: "Ann", 3: "Cleo"}}


async def test_a_removed_pack_may_be_imported_again_under_its_name_and_both_undone(store: Store) -> None:
    await put(store, "Ann")
    (first,) = await store.imported_packs((MINE,))
    await store.remove_pack(MINE, "cast", NOON)
    await put(store, "Bob")
    (second,) = await store.imported_packs((MINE,))
    assert first.id != second.id
    await store.undo_import(MINE)
    await store.undo_import(MINE)
    assert await held(store) == {"cast": {1: "Ann"}}


async def test_an_import_that_was_planned_on_another_state_writes_nothing(store: Store) -> None:
    await put(store, "Ann")
    change = PackChange("cast", "Cast", "", (encode(entry("Bob")),))
    assert await store.apply_import(MINE, [change], "late", 0, NOON) == Outdated()
    assert await held(store) == {"cast": {1: "Ann"}}


async def test_an_import_that_fails_half_way_leaves_nothing_behind(store: Store) -> None:
    await put(store, "Ann")
    good = PackChange("good", "Good", "", (encode(entry("Bob")),))
    twice = PackChange("cast", "Cast", "", (), ((1, encode(entry("X"))), (1, encode(entry("Y")))))
    seen = await store.import_revision(MINE)
    with pytest.raises(StoreUnavailable):
        await store.apply_import(MINE, [good, twice], "broken", seen, NOON)
    assert await held(store) == {"cast": {1: "Ann"}}
    assert await store.import_revision(MINE) == seen


async def test_servers_have_packs_of_their_own(store: Store) -> None:
    await put(store, "Ann", scope=MINE)
    await put(store, "Bob", scope=YOURS)
    await put(store, "Cleo", scope=EVERYWHERE)
    assert await held(store, YOURS) == {"cast": {1: "Bob"}}
    await store.undo_import(YOURS)
    assert await held(store, MINE) == {"cast": {1: "Ann"}}
    assert await held(store, EVERYWHERE) == {"cast": {1: "Cleo"}}
    assert await store.remove_pack(YOURS, "cast", NOON) is None


async def test_only_so_many_changes_can_be_undone_and_older_forms_are_deleted(
    store: Store, database: str
) -> None:
    await put(store, "Ann")
    for number in range(KEPT_CHANGES + 5):
        await put(store, n1=entry(f"Ann {number}"))
    assert run_sql(database, "SELECT count(*) FROM imported_question") == [(KEPT_CHANGES + 1,)]
    assert run_sql(database, "SELECT count(*) FROM import_change") == [(KEPT_CHANGES,)]
    for _ in range(KEPT_CHANGES):
        assert await store.undo_import(MINE)
    assert await store.undo_import(MINE) is None
    assert await held(store) == {"cast": {1: "Ann 4"}}


async def test_a_pack_that_was_removed_long_ago_is_deleted_with_its_questions(
    store: Store, database: str
) -> None:
    await put(store, "Ann")
    await store.remove_pack(MINE, "cast", NOON)
    for number in range(KEPT_CHANGES + 1):
        await put(store, f"Bob {number}", pack="other")
    assert run_sql(database, "SELECT name FROM imported_pack") == [("other",)]
    assert run_sql(database, "SELECT count(*) FROM imported_question WHERE pack_key = 1") == [(0,)]


async def test_removing_a_pack_keeps_the_points_that_were_won(store: Store) -> None:
    await put(store, "Ann")
    await keep(store, "g1", a_start(), a_close(1, an_award(ANN, 120)))
    before = await store.player_best(HERE.scope, ANN.id)
    await store.remove_pack(MINE, "cast", NOON + timedelta(hours=1))
    assert before.total == 120
    assert await store.player_best(HERE.scope, ANN.id) == before


async def test_a_question_that_cannot_be_read_keeps_none_of_the_others(
    store: Store, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    await put(store, "Ann", "Bob")
    run_sql(database, "UPDATE imported_question SET body = '{\"prompt\"' WHERE number = 1")
    assert await held(store) == {"cast": {2: "Bob"}}
    assert "question 1 of the imported pack" in caplog.text
