"""The bot's end is bounded, whatever hangs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from bot.client import GumshoeBot
from tests.support.texts import LANGUAGES
from tests.support.virtual_time import in_virtual_time


class HangingSessions:
    """Sessions that never come to an end; ``closed`` counts how often they were to."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.closed = 0

    async def close(self) -> None:
        self.closed += 1
        await asyncio.sleep(self.seconds)


def bot_with(sessions: HangingSessions) -> GumshoeBot:
    nothing = cast(Any, None)
    clock: Callable[[], float] = asyncio.get_running_loop().time
    return GumshoeBot(
        make_sessions=lambda _: cast(Any, sessions),
        store=nothing,
        source=nothing,
        languages=LANGUAGES,
        clock=clock,
    )


@in_virtual_time
async def test_everything_that_hangs_is_cut_short_within_ten_seconds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with bot_with(HangingSessions(1000)) as bot:
        bot.begin(asyncio.create_task(asyncio.sleep(1000)))

    assert asyncio.get_running_loop().time() <= 10
    assert bot.is_closed()
    assert "was cancelled" in caplog.text


@in_virtual_time
async def test_work_in_flight_is_finished_before_the_farewell() -> None:
    sessions = HangingSessions(0)
    order: list[str] = []

    async def work() -> None:
        await asyncio.sleep(1)
        order.extend(["done", *["farewell"] * sessions.closed])

    async with bot_with(sessions) as bot:
        bot.begin(asyncio.create_task(work()))

    assert order == ["done"]
    assert sessions.closed == 1


@in_virtual_time
async def test_whoever_closes_a_second_time_waits_for_the_first() -> None:
    sessions = HangingSessions(3)
    async with bot_with(sessions) as bot:
        first = asyncio.create_task(bot.close())
        await asyncio.sleep(1)
        await bot.close()
        assert first.done()

    assert sessions.closed == 1
