"""What tests of several packages share."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import settings

from tests.support.fake_discord import FakeDiscord
from tests.support.fake_discord.launch import point_at

settings.register_profile("gumshoe", deadline=None)  # a busy machine is no failure
settings.load_profile("gumshoe")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the fake may reach loopback, and nothing else."""
    for item in items:
        if isinstance(item, pytest.Function) and "fake" in item.fixturenames:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


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
