"""Observers hear of what a store keeps, in its order, and cannot harm the game."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.game.events import Event, QuestionHidden
from bot.game.journal import JournalUnavailable
from bot.runtime.observed import ObservedStore
from bot.store.records import OpenGame, Place
from tests.support.fakes import FakeStore

HERE = Place("server:1", 2)
EVENTS = (QuestionHidden(1.0, 1), QuestionHidden(2.0, 1))


@dataclass
class Notes:
    """What an observer heard; with ``fault`` it fails each time."""

    heard: list[object] = field(default_factory=list)
    fault: Exception | None = None

    def found(self, game: OpenGame) -> None:
        self.heard.append(game)

    def kept(self, game_id: str, place: Place, events: Sequence[Event], seconds: float) -> None:
        if self.fault is not None:
            raise self.fault
        self.heard.append((game_id, place, tuple(events), seconds))

    def failed(self) -> None:
        self.heard.append("failed")


async def test_what_is_kept_is_heard_with_its_time() -> None:
    notes, times = Notes(), iter((10.0, 10.5))
    store = ObservedStore(FakeStore(), (notes,), lambda: next(times))
    await store.journal("g", HERE).append(0, EVENTS)
    await asyncio.sleep(0)
    assert notes.heard == [("g", HERE, EVENTS, 0.5)]


async def test_open_games_are_heard_before_what_they_do_next() -> None:
    notes = Notes()
    inner = FakeStore({"g": (HERE, list(EVENTS))})
    store = ObservedStore(inner, (notes,), lambda: 0.0)
    opened = await store.open_games()
    await store.journal("g", HERE).append(2, EVENTS[:1])
    await asyncio.sleep(0)
    assert notes.heard == [*opened, ("g", HERE, EVENTS[:1], 0.0)]


async def test_what_is_not_kept_is_heard_as_a_failure_and_raised() -> None:
    notes = Notes()
    store = ObservedStore(FakeStore(fault=JournalUnavailable("full")), (notes,))
    with pytest.raises(JournalUnavailable):
        await store.journal("g", HERE).append(0, EVENTS)
    await asyncio.sleep(0)
    assert notes.heard == ["failed"]


async def test_an_observer_that_fails_does_not_make_the_journal_fail() -> None:
    errors: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context["exception"]))
    fault = ValueError("a bug")
    inner = FakeStore()
    await ObservedStore(inner, (Notes(fault=fault),)).journal("g", HERE).append(0, EVENTS)
    await asyncio.sleep(0)
    assert inner.events("g") == list(EVENTS)
    assert errors == [fault]
