"""Who has left a server, learnt one member at a time: the bot has no intent that would tell it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection

import discord

KEPT_SECONDS = 6 * 3600.0
KEPT = 10_000
AT_ONCE = 12
"""Members who are looked up for one page, at most."""

log = logging.getLogger(__name__)

Key = tuple[int, int]
"""A server and a member."""


class Departed:
    """What was learnt in the last hours. ``begin`` is given each look-up as a task."""

    def __init__(self, clock: Callable[[], float], begin: Callable[[asyncio.Task[None]], None]) -> None:
        self._clock = clock
        self._begin = begin
        self._known: dict[Key, tuple[float, bool]] = {}

    def among(self, guild: discord.Guild, members: Collection[int]) -> frozenset[int]:
        """Those who are known to have left. Nobody waits for the others to be looked up: the next page that
        they are on tells.
        """
        now = self._clock()
        known = {id: self._known.get((guild.id, id), (0.0, False)) for id in members}
        unknown = [id for id, (until, _) in known.items() if until <= now][:AT_ONCE]
        if unknown:
            for id in unknown:  # not to be looked up by another page meanwhile
                self._learn((guild.id, id), left=known[id][1])
            self._begin(asyncio.create_task(self._look_up(guild, unknown), name=f"members of {guild.id}"))
        return frozenset(id for id, (_, left) in known.items() if left)

    async def _look_up(self, guild: discord.Guild, members: Collection[int]) -> None:
        for id in members:
            try:
                await guild.fetch_member(id)
            except discord.NotFound:
                self._learn((guild.id, id), left=True)
            except (discord.HTTPException, OSError) as error:
                log.info("whether members of server %s have left is not known: %s", guild.id, error)
                return
            else:
                self._learn((guild.id, id), left=False)

    def _learn(self, key: Key, *, left: bool) -> None:
        self._known.pop(key, None)
        self._known[key] = self._clock() + KEPT_SECONDS, left
        while len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
