"""Who has left is looked up seldom, and never while somebody waits."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import cast

import discord

from bot.cogs.departed import AT_ONCE, KEPT_SECONDS, Departed
from tests.support.channel import failure


@dataclass
class FakeGuild:
    """A server that these members have left; ``down`` is what Discord answers instead."""

    gone: set[int] = field(default_factory=set)
    down: int | None = None
    id: int = 5
    asked: list[int] = field(default_factory=list)

    async def fetch_member(self, id: int) -> None:
        self.asked.append(id)
        if self.down is not None:
            raise failure(self.down)
        if id in self.gone:
            raise failure(404, 10007)


class Desk:
    """What a page asks, at a time that is passed in."""

    def __init__(self, guild: FakeGuild) -> None:
        self.guild, self.now = guild, 1000.0
        self._tasks: list[asyncio.Task[None]] = []
        self._departed = Departed(lambda: self.now, self._tasks.append)

    async def page(self, *members: int) -> set[int]:
        left = self._departed.among(cast(discord.Guild, self.guild), members)
        await asyncio.gather(*self._tasks)
        return set(left)


async def test_a_page_tells_what_the_one_before_has_learnt_for_some_hours() -> None:
    desk = Desk(FakeGuild(gone={2}))
    assert await desk.page(1, 2) == set()
    assert await desk.page(1, 2) == {2}
    assert desk.guild.asked == [1, 2]
    desk.now += KEPT_SECONDS + 1
    desk.guild.gone.clear()
    assert await desk.page(1, 2) == {2}  # looked up once more, and found to be back
    assert await desk.page(1, 2) == set()
    assert desk.guild.asked == [1, 2, 1, 2]


async def test_a_page_has_no_more_looked_up_than_it_shows() -> None:
    desk = Desk(FakeGuild())
    await desk.page(*range(1, 100))
    assert len(desk.guild.asked) == AT_ONCE


async def test_an_outage_marks_nobody_and_is_not_asked_again_at_once() -> None:
    desk = Desk(FakeGuild(gone={1, 2}, down=503))
    for _ in range(3):
        assert await desk.page(1, 2) == set()
    assert desk.guild.asked == [1]
