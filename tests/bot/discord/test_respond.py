"""The answer to an interaction while the disk is slow: simcord lets nothing wait, so Discord is faked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from bot.views.host import ACK_SECONDS, respond
from tests.support.channel import failure
from tests.support.virtual_time import in_virtual_time


@dataclass
class FakeInteraction:
    """Remembers when it was answered, and how; it is its own response and its own followup."""

    calls: list[tuple[float, str, str, bool]] = field(default_factory=list)
    fault: Exception | None = None

    @property
    def response(self) -> FakeInteraction:
        return self

    @property
    def followup(self) -> FakeInteraction:
        return self

    def is_done(self) -> bool:
        return bool(self.calls)

    async def defer(self, *, ephemeral: bool, thinking: bool) -> None:
        assert thinking
        self._note("defer", "", ephemeral)

    async def send_message(self, text: str, *, ephemeral: bool) -> None:
        self._note("answer", text, ephemeral)

    async def send(self, text: str, *, ephemeral: bool) -> None:
        self._note("followup", text, ephemeral)

    def _note(self, how: str, text: str, ephemeral: bool) -> None:
        if self.fault is not None:
            raise self.fault
        self.calls.append((asyncio.get_running_loop().time(), how, text, ephemeral))


async def work(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "Locked in."


@in_virtual_time
async def test_quick_work_is_answered_at_once() -> None:
    interaction = FakeInteraction()
    await respond(cast(Any, interaction), work(0.5))

    assert interaction.calls == [(0.5, "answer", "Locked in.", True)]


@in_virtual_time
async def test_slow_work_is_put_off_before_discord_gives_up_and_answered_when_it_is_done() -> None:
    interaction = FakeInteraction()
    await respond(cast(Any, interaction), work(30))

    assert ACK_SECONDS < 3
    assert interaction.calls == [
        (ACK_SECONDS, "defer", "", True),
        (30, "followup", "Locked in.", True),
    ]


@in_virtual_time
async def test_what_fails_late_is_raised_to_the_error_handler() -> None:
    async def fail() -> str:
        await asyncio.sleep(5)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await respond(cast(Any, FakeInteraction()), fail())


@in_virtual_time
async def test_the_work_is_done_though_discord_refuses_to_be_put_off() -> None:
    done: list[str] = []

    async def slow() -> str:
        done.append(await work(5))
        return done[0]

    with pytest.raises(type(failure(404))):
        await respond(cast(Any, FakeInteraction(fault=failure(404, 10062))), slow())
    assert done == ["Locked in."]
