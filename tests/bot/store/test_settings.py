"""What servers have set: kept, changed and forgotten."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.records import ServerSettings, server_scope
from tests.support.databases import HERE, locked, opened, run_sql, url_of

ELSEWHERE = server_scope(6)


async def test_what_a_server_has_set_outlives_a_restart(database: str) -> None:
    everything = ServerSettings(2**63, (2**63 + 1, 5), ("noir",), 20, 30, 3, True, 8, "de", "Europe/Berlin")
    async with opened(database) as store:
        changes = {name: getattr(everything, name) for name in ServerSettings.__slots__}
        await store.change_settings(HERE.scope, changes)
        assert store.settings(HERE.scope) == everything
    async with opened(database) as store:
        await store.load_settings()
        assert store.settings(HERE.scope) == everything
        assert store.settings(ELSEWHERE) == ServerSettings()


async def test_two_who_change_different_things_at_once_lose_nothing(database: str) -> None:
    async with opened(database) as store:
        await asyncio.gather(
            store.change_settings(HERE.scope, {"rounds": 5}), store.change_settings(HERE.scope, {"level": 2})
        )
        assert store.settings(HERE.scope) == ServerSettings(rounds=5, level=2)


async def test_a_reset_brings_the_defaults_back_in_this_server_only(database: str) -> None:
    async with opened(database) as store:
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


async def test_only_what_differs_from_the_defaults_is_kept(database: str) -> None:
    async with opened(database) as store:
        await store.change_settings(HERE.scope, {"rounds": 5, "seconds": ServerSettings().seconds})
    assert run_sql(database, "SELECT body FROM server_settings") == [('{"rounds":5}',)]


@pytest.mark.parametrize("body", ["", "{", "[]", '{"rounds": "many"}'])
async def test_settings_that_are_damaged_give_way_to_the_defaults(database: str, body: str) -> None:
    async with opened(database) as store:
        await store.change_settings(HERE.scope, {"rounds": 5})
        run_sql(database, "UPDATE server_settings SET body = :body", body=body)
        await store.load_settings()
        assert store.settings(HERE.scope) == ServerSettings()
        await store.change_settings(HERE.scope, {"level": 2})
        assert store.settings(HERE.scope) == ServerSettings(level=2)
