"""What servers have set: kept, changed and forgotten."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.records import ServerSettings, server_scope
from tests.support.databases import HERE, locked, opened, url_of

ELSEWHERE = server_scope(6)


async def test_what_a_server_has_set_outlives_a_restart(tmp_path: Path) -> None:
    url = url_of(tmp_path / "a.db")
    everything = ServerSettings(2**63, (2**63 + 1, 5), ("noir",), 20, 30, 3, True, 8, "de", "Europe/Berlin")
    async with opened(url) as store:
        changes = {name: getattr(everything, name) for name in ServerSettings.__slots__}
        await store.change_settings(HERE.scope, changes)
        assert store.settings(HERE.scope) == everything
    async with opened(url) as store:
        await store.load_settings()
        assert store.settings(HERE.scope) == everything
        assert store.settings(ELSEWHERE) == ServerSettings()


async def test_two_who_change_different_things_at_once_lose_nothing(tmp_path: Path) -> None:
    async with opened(url_of(tmp_path / "a.db")) as store:
        await asyncio.gather(
            store.change_settings(HERE.scope, {"rounds": 5}), store.change_settings(HERE.scope, {"level": 2})
        )
        assert store.settings(HERE.scope) == ServerSettings(rounds=5, level=2)


async def test_a_reset_brings_the_defaults_back_in_this_server_only(tmp_path: Path) -> None:
    url = url_of(tmp_path / "a.db")
    async with opened(url) as store:
        for scope in (HERE.scope, ELSEWHERE):
            await store.change_settings(scope, {"rounds": 5})
        await store.reset_settings(HERE.scope)
        assert store.settings(HERE.scope) == ServerSettings()
        await store.load_settings()
        assert store.settings(HERE.scope) == ServerSettings()
        assert store.settings(ELSEWHERE) == ServerSettings(rounds=5)


async def test_a_change_that_is_not_kept_does_not_hold(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        with locked(file), pytest.raises(StoreUnavailable):
            await store.change_settings(HERE.scope, {"rounds": 5})
        assert store.settings(HERE.scope) == ServerSettings()


async def test_only_what_differs_from_the_defaults_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await store.change_settings(HERE.scope, {"rounds": 5, "seconds": ServerSettings().seconds})
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT body FROM server_settings").fetchall() == [('{"rounds":5}',)]


@pytest.mark.parametrize("body", ["", "{", "[]", '{"rounds": "many"}'])
async def test_settings_that_are_damaged_give_way_to_the_defaults(tmp_path: Path, body: str) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await store.change_settings(HERE.scope, {"rounds": 5})
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE server_settings SET body = ?", (body,))
        await store.load_settings()
        assert store.settings(HERE.scope) == ServerSettings()
        await store.change_settings(HERE.scope, {"level": 2})
        assert store.settings(HERE.scope) == ServerSettings(level=2)
