"""Stand-ins for what a session and a store are handed: small classes that keep the ports' promises."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.game.events import Event, GameEnded
from bot.game.game import Game
from bot.ports import Feedback
from bot.store.records import OpenGame, Place

START = 1_700_000_000.0
"""When the clock of a test begins, in seconds since 1970."""


@dataclass
class ManualClock:
    """A clock that is set by hand."""

    now: float = START

    def __call__(self) -> float:
        return self.now


def loop_clock() -> Callable[[], float]:
    """The time of the running loop, as seconds since 1970."""
    loop = asyncio.get_running_loop()
    return lambda: START + loop.time()


@dataclass
class ListJournal:
    """A journal in memory: ``fault`` is raised instead of keeping, ``seconds`` an append takes."""

    events: list[Event] = field(default_factory=list)
    appends: list[int] = field(default_factory=list)
    attempts: list[float] = field(default_factory=list)
    fault: BaseException | None = None
    seconds: float = 0.0
    running: int = 0

    async def append(self, first: int, events: Sequence[Event]) -> None:
        assert first == len(self.events), "the journal has a gap, or two writers"
        assert not self.running, "two appends at once"
        self.running += 1
        self.attempts.append(asyncio.get_running_loop().time())
        try:
            await asyncio.sleep(self.seconds)
            if self.fault is not None:
                raise self.fault
            self.events.extend(events)
            self.appends.append(len(events))
        finally:
            self.running -= 1


@dataclass
class RecordingStage:
    """A stage that remembers what it was shown.

    It looks that ``journal`` holds all of that, in the same order after the first ``skipped`` events. A
    question stands as soon as it is shown, if the stage ``works``. ``farewells`` tells of each close whether
    it was for a restart.
    """

    feedback: Feedback
    journal: ListJournal | None = None
    skipped: int = 0
    shown: list[Event] = field(default_factory=list)
    games: list[Game] = field(default_factory=list)
    farewells: list[bool] = field(default_factory=list)
    fault: Exception | None = None
    close_seconds: float = 0.0
    shown_before_close: int | None = None
    works: bool = True

    def show(self, events: Sequence[Event], game: Game) -> None:
        self.shown.extend(events)
        self.games.append(game)
        if self.journal is not None:
            durable = self.journal.events[self.skipped : self.skipped + len(self.shown)]
            assert durable == self.shown, "shown before it was durable, or in another order"
        if self.fault is not None:
            raise self.fault
        if self.works and game.left is not None:
            self.feedback.shown(game.round, f"m{game.round}")

    async def close(self, *, restarting: bool = False) -> None:
        self.shown_before_close = len(self.shown)
        await asyncio.sleep(self.close_seconds)
        self.farewells.append(restarting)


@dataclass
class FakeStore:
    """A store in memory; ``fault`` and ``seconds`` are those of every journal."""

    games: dict[str, tuple[Place, list[Event]]] = field(default_factory=dict)
    fault: BaseException | None = None
    seconds: float = 0.0

    def journal(self, game_id: str, place: Place) -> StoredJournal:
        return StoredJournal(self, game_id, place)

    async def open_games(self) -> tuple[OpenGame, ...]:
        return tuple(
            OpenGame(game_id, place, tuple(events))
            for game_id, (place, events) in self.games.items()
            if events and not isinstance(events[-1], GameEnded)
        )

    def events(self, game_id: str) -> list[Event]:
        return self.games[game_id][1]


@dataclass
class StoredJournal:
    """The journal of one game in a ``FakeStore``."""

    store: FakeStore
    game_id: str
    place: Place

    async def append(self, first: int, events: Sequence[Event]) -> None:
        await asyncio.sleep(self.store.seconds)
        if self.store.fault is not None:
            raise self.store.fault
        _, kept = self.store.games.setdefault(self.game_id, (self.place, []))
        assert first == len(kept), "the journal has a gap, or two writers"
        kept.extend(events)


@dataclass
class Stages:
    """Makes recording stages, and keeps the last one of each place."""

    by_place: dict[Place, RecordingStage] = field(default_factory=dict)
    close_seconds: float = 0.0

    def __call__(self, game_id: str, place: Place, feedback: Feedback) -> RecordingStage:
        self.by_place[place] = RecordingStage(feedback, close_seconds=self.close_seconds)
        return self.by_place[place]
