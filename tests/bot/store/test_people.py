"""What is kept about a member can be read by them, and forgotten."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import BigInteger
from sqlalchemy.orm import Session

from bot.game.events import Player
from bot.game.game import Game
from bot.store import forgetting
from bot.store.authoring import State
from bot.store.check import check
from bot.store.errors import StoreUnavailable
from bot.store.personal import NAMING, PERSONAL
from bot.store.pseudonyms import NAME
from bot.store.records import EVERYWHERE, Period
from bot.store.standing_tables import METADATA
from bot.store.steps import Steps
from bot.store.store import Store
from tests.support.databases import HERE, a_start, best_of, keep, opened, url_of
from tests.support.members import MAYA, NILS, NOW, OLGA, THERE, a_quiz, leave_traces, rows_naming
from tests.support.questions import exact_judge
from tests.support.whole_games import RIGHT, WRONG, appeal, dump, whole_game

NO_MEMBERS = {"channel_id", "epoch", "key", "question"}
"""Long numbers that are no ids of members."""


def test_every_column_that_may_hold_a_member_is_exported_and_forgotten() -> None:
    names = METADATA.tables["player"]
    for table in METADATA.tables.values():
        for column in table.columns:
            may_be = isinstance(column.type, BigInteger) and column.name not in NO_MEMBERS
            known = any(key.column.table is names and key.column.name == "id" for key in column.foreign_keys)
            if known or (may_be and not column.name.endswith("points")):
                assert column in NAMING, f"{column} names members: add it to bot.store.personal.PERSONAL"


def test_what_stays_of_a_member_can_be_said_to_be_somebody_s() -> None:
    for one in PERSONAL:
        assert not one.stays or "scope" in one.table.columns


async def exported(store: Store, player: int) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(await store.people.export(player, NOW))
    return content


async def test_the_export_has_all_that_any_table_holds(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        export = await exported(store, MAYA.id)
        assert [key for key, rows in export.items() if not rows] == ["forgetting"]
        assert export["member"] == str(MAYA.id)
        assert {one["name"] for one in export["names"]} == {MAYA.name, MAYA.own_name}
        assert export["questions"][0]["author_id"] == str(MAYA.id)
        assert all(datetime.fromisoformat(one["at"]).tzinfo for one in export["awards"])
        answers = [one for one in export["answers"] if one["game_id"] == "first"]
        assert {one["event"] for one in answers} == {
            "answer_locked",
            "hint_given",
            "skip_voted",
            "appeal_made",
            "appeal_decided",
        }
        locked = next(one for one in answers if one["event"] == "answer_locked")
        assert (locked["answer"], locked["round"], bool(locked["question"])) == (RIGHT, 1, True)


@pytest.mark.parametrize(
    ("mine", "others"), [(MAYA, (NILS, OLGA)), (NILS, (MAYA, OLGA)), (OLGA, (MAYA, NILS))]
)
async def test_the_export_tells_nothing_of_others(tmp_path: Path, mine: Any, others: Any) -> None:
    async with opened(url_of(tmp_path / "a.db")) as store:
        await leave_traces(store)
        export = (await store.people.export(mine.id, NOW)).decode()
        assert str(mine.id) in export
        for other in others:
            for word in (str(other.id), other.name, other.own_name, "scope: solo"):
                assert word not in export


async def test_of_a_stranger_there_is_nothing_to_export(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        export = await exported(store, 5)
        assert not any(export[one.key] for one in PERSONAL)
        assert export["answers"] == []


def others(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """What others have won, with their ranks and ratings."""
    return {
        table: [row for row in rows if table != "rung" and MAYA.id not in row]
        for table, rows in dump(url_of(file), without=()).items()
    }


async def test_nothing_of_a_forgotten_member_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await leave_traces(store)
        assert {table for table, _ in rows_naming(file, str(MAYA.id), "Maya")} > {"event", "report", "daily"}
        before = others(file)
        assert await store.people.forget(MAYA.id, NOW)
        assert rows_naming(file, str(MAYA.id), "Maya", f"{MAYA.id:x}") == []
        assert others(file) == before
    health = check(url_of(file), full=True)
    assert (health.problems, health.counts.players) == ((), 2)


async def test_everybody_else_stands_where_they_would_without_them(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        await store.people.forget(MAYA.id, NOW)
        after = dump(database, without=())
        await store.rankings.count_left_out()
        await store.rankings.rebuild()
        assert dump(database, without=()) == after
        board = await best_of(store, EVERYWHERE, Period.ALL_TIME, NOW)
        assert [(line.rank, line.player_name) for line in board] == [(1, NILS.own_name)]
        here = await best_of(store, HERE.scope, Period.YEAR, NOW)
        assert {line.player_id for line in here} == {NILS.id}


async def test_the_games_of_a_forgotten_member_can_still_be_looked_at(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        before = await store.past_games(HERE.scope, 10)
        await store.people.forget(MAYA.id, NOW)
        after = await store.past_games(HERE.scope, 10)
        assert [game.id for game in after] == [game.id for game in before]
        for one, other in zip(before, after, strict=True):
            assert [line.points for line in one.ended.standings] == [
                line.points for line in other.ended.standings
            ]
        names = {line.player.name for game in after for line in game.ended.standings}
        assert names == {NAME, NILS.name, OLGA.name}
        (kept,) = (one for one in await store.desk.questions(HERE.scope, State.LIVE) if one.id == 1)
        assert kept.author_name == NAME


async def test_two_who_are_forgotten_stay_two_in_their_games(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await leave_traces(store)
        await asyncio.gather(*(store.people.forget(player.id, NOW) for player in (MAYA, NILS)))
        events = await store.journal_of(HERE, "first")
        assert len({line.player.id for line in Game.replay(events, exact_judge).standings}) == 3
        await store.people.forget(OLGA.id, NOW)
        assert rows_naming(file, str(MAYA.id), "Maya", str(NILS.id), "Nils", "Olga") == []
        await store.rankings.rebuild()
    assert dump(url_of(file))["standing"] == []
    assert check(url_of(file), full=True).problems == ()


async def test_who_plays_again_starts_from_nothing(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        await store.people.forget(MAYA.id, NOW)
        await keep(store, "again", *a_quiz({MAYA: RIGHT, NILS: RIGHT}))
        assert (await store.player_best(HERE.scope, MAYA.id)).games == 1
        assert not (await store.rankings.member(MAYA.id)).everywhere
    assert check(database, full=True).problems == ()


async def test_a_game_that_is_counted_after_one_of_its_players_was_forgotten_has_the_others(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await leave_traces(store)
        before = {table: rows for table, rows in others(file).items() if table == "result"}
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("DELETE FROM result WHERE game_id = 'later'")
            connection.commit()
        await store.people.forget(MAYA.id, NOW)
        await store.rankings.rebuild()
        assert {table: rows for table, rows in others(file).items() if table == "result"} == before
    assert check(url_of(file), full=True).problems == ()


async def test_an_appeal_in_a_game_of_somebody_who_was_forgotten_still_counts(database: str) -> None:
    game, events = whole_game({MAYA: RIGHT, NILS: WRONG})
    async with opened(database) as store:
        await keep(store, "g1", *events)
        await store.people.forget(MAYA.id, NOW)
        await store.journal("g1", HERE).append(len(events), appeal(game, NILS, 1, OLGA, 110))
        (nils,) = await best_of(store, HERE.scope, Period.ALL_TIME, NOW)
        assert (nils.player_id, nils.correct, nils.answered) == (NILS.id, 1, 1)
        after = dump(database, without=())
        await store.rankings.rebuild()
        assert dump(database, without=()) == after
        (kept,) = await store.past_games(HERE.scope, 10)
        assert {line.player.name for line in kept.ended.standings} == {NAME, NILS.name}
    assert check(database, full=True).problems == ()


GUESSES = st.dictionaries(st.sampled_from([MAYA, NILS, OLGA]), st.sampled_from([RIGHT, WRONG]), max_size=3)


@given(games=st.lists(st.lists(GUESSES, min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=10, deadline=None)
def test_whoever_played_whatever_can_be_exported_and_forgotten(
    games: list[list[dict[Player, str]]],
) -> None:
    async def play(file: Path) -> None:
        async with opened(url_of(file)) as store:
            for player in (MAYA, NILS):
                await store.rankings.change_member(player, {"everywhere": True})
            for number, rounds in enumerate(games):
                await keep(store, f"g{number}", *a_quiz(*rounds, starter=OLGA))
            before, export = others(file), (await store.people.export(MAYA.id, NOW)).decode()
            for other in (NILS, OLGA):
                assert str(other.id) not in export
                assert other.name not in export
            assert await store.people.forget(MAYA.id, NOW)
            assert rows_naming(file, str(MAYA.id), "Maya") == []
            assert others(file) == before
            after = dump(url_of(file), without=())
            await store.rankings.rebuild()
            assert dump(url_of(file), without=()) == after
        assert check(url_of(file), full=True).problems == ()

    with TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder) / "a.db"))


async def test_who_is_in_a_quiz_that_runs_is_not_forgotten_yet(database: str) -> None:
    async with opened(database) as store:
        await leave_traces(store)
        await keep(store, "running", a_start(starter=MAYA), place=THERE)
        before = dump(database, without=())
        assert not await store.people.forget(MAYA.id, NOW)
        assert dump(database, without=()) == before
        assert (await store.rankings.member(MAYA.id)).everywhere
        assert await store.people.forget(NILS.id, NOW)


async def test_a_kill_after_any_step_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "GAMES", 1)
    whole = tmp_path / "whole.db"
    async with opened(url_of(whole)) as store:
        await leave_traces(store)
    before, killed_after = others(whole), 1
    while await forget_with_a_kill(whole, tmp_path / f"{killed_after}.db", killed_after):
        file = tmp_path / f"{killed_after}.db"
        assert rows_naming(file, str(MAYA.id), "Maya") == []
        assert others(file) == before
        assert check(url_of(file), full=True).problems == ()
        killed_after += 3
    assert killed_after > 30


async def forget_with_a_kill(whole: Path, file: Path, after: int) -> bool:
    """Forget in a copy of a database, killed after so many writes; False where it was done by then."""
    with closing(sqlite3.connect(whole)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
    async with opened(url_of(file)) as store:
        writes = count()

        async def write(work: Callable[[Session], Any]) -> Any:
            if next(writes) == after:
                raise StoreUnavailable("killed")
            return await asyncio.wrap_future(store._writer.run(work))

        try:
            await forgetting.forget(Steps(store._read, write), MAYA.id, NOW)
        except StoreUnavailable:
            assert check(url_of(file)).problems == ()
            await store.rankings.count_left_out()
            assert await store.people.go_on_forgetting() == 1
            return True
    return False
