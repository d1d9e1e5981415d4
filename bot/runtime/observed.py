"""A store of games whose observers hear of everything that is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Protocol

from bot.game.events import Event
from bot.game.journal import JournalUnavailable
from bot.ports import Journal
from bot.sessions import GameStore
from bot.store.records import OpenGame, Place


class Observer(Protocol):
    """Hears of what happened, in its order and a moment later, and can do the games no harm."""

    def found(self, game: OpenGame) -> None:
        """The game was open when the bot started."""

    def kept(self, game_id: str, place: Place, events: Sequence[Event], seconds: float) -> None:
        """The events are durable, which took so many seconds."""

    def failed(self) -> None:
        """Events could not be kept."""


class ObservedStore:
    """The store, and those who hear of it. ``clock`` counts seconds, from whenever."""

    def __init__(
        self, store: GameStore, observers: Sequence[Observer], clock: Callable[[], float] = perf_counter
    ) -> None:
        self._store = store
        self.observers = observers
        self.clock = clock

    def journal(self, game_id: str, place: Place) -> Journal:
        """The journal of a game, observed."""
        return _ObservedJournal(self, self._store.journal(game_id, place), game_id, place)

    async def open_games(self) -> Sequence[OpenGame]:
        """The games that have not ended."""
        games = await self._store.open_games()
        for game in games:
            for observer in self.observers:
                asyncio.get_running_loop().call_soon(observer.found, game)
        return games


class _ObservedJournal:
    """The loop calls the observers: what they raise is logged, and never taken for a fault of the journal."""

    def __init__(self, store: ObservedStore, journal: Journal, game_id: str, place: Place) -> None:
        self._store = store
        self._journal = journal
        self._game_id = game_id
        self._place = place

    async def append(self, first: int, events: Sequence[Event]) -> None:
        """Return once the events are durable."""
        call_soon, began = asyncio.get_running_loop().call_soon, self._store.clock()
        try:
            await self._journal.append(first, events)
        except JournalUnavailable:
            for observer in self._store.observers:
                call_soon(observer.failed)
            raise
        seconds = self._store.clock() - began
        for observer in self._store.observers:
            call_soon(observer.kept, self._game_id, self._place, events, seconds)
