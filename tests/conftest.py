"""What tests of several packages share."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import settings

from bot.store.schema import migrate
from tests.support.databases import url_of
from tests.support.fake_discord import FakeDiscord
from tests.support.fake_discord.launch import point_at
from tests.support.postgres import Postgres, server

settings.register_profile("gumshoe", deadline=None)  # a busy machine is no failure
settings.load_profile("gumshoe")


def pytest_xdist_auto_num_workers() -> int:
    """More than there are cores: many tests wait for programs and databases."""
    return 3 * (os.cpu_count() or 1) // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the fake may reach loopback, and nothing else."""
    for item in items:
        if isinstance(item, pytest.Function) and "fake" in item.fixturenames:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL for all tests of this process that ask for one."""
    with server() as postgres:
        yield postgres


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database without rows, to be copied."""
    file = tmp_path_factory.mktemp("template") / "migrated.db"
    migrate(url_of(file))
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes databases with all tables and no rows, and gives their URLs; a test runs once on either kind."""
    with ExitStack() as databases:
        if request.param == "postgresql":
            postgres: Postgres = request.getfixturevalue("postgres")
            yield lambda: databases.enter_context(postgres.database())
        else:
            template: Path = request.getfixturevalue("migrated_file")
            numbers = count(1)
            yield lambda: url_of(Path(shutil.copy(template, tmp_path / f"{next(numbers)}.db")))


@pytest.fixture
def database(new_database: Callable[[], str]) -> str:
    """The URL of such a database."""
    return new_database()


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    """The root logger, put back afterwards as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    """A Discord on loopback, to which discord.py in this process speaks."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with FakeDiscord() as discord:
        point_at(discord.url)
        yield discord
