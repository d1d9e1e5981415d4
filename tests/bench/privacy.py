"""How long answers wait while old journals are deleted, and while a member of many games is forgotten."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

from bot.game.events import Event, Player
from bot.store.records import Place, server_scope
from bot.store.store import Store, open_store
from tests.bench.row import Row, at_most, figure
from tests.support.fakes import START
from tests.support.whole_games import RIGHT, WRONG, whole_game

GAMES, ROUNDS, OTHERS = 1_000, 10, 9
HERE = Place(server_scope(5), 7)
MAYA = Player(880_017, "Maya")
MOST_MS = 250.0
"""Discord takes an answer to a click within 3 seconds: what is done beside them may cost a tenth of that."""


def run() -> list[Row]:
    """The longest waits beside both, and what a second of both gets done."""
    with tempfile.TemporaryDirectory(prefix="gumshoe-bench-") as folder:
        return asyncio.run(measured(f"sqlite:///{Path(folder).as_posix()}/a.db"))


async def measured(url: str) -> list[Row]:
    now = datetime.fromtimestamp(START, UTC)
    store = await asyncio.to_thread(open_store, url)
    try:
        await fill(store)
        rows = await beside(store, "a member of 1,000 games", store.people.forget(MAYA.id, now))
        return rows + await beside(
            store, "the history of 1,000 games", store.sweep(now + timedelta(days=91), 90, pause=0.0)
        )
    finally:
        await store.close()


async def fill(store: Store) -> None:
    await store.rankings.change_member(MAYA, {"everywhere": True})
    events = a_game([MAYA, *(Player(number, f"P{number}") for number in range(1, OTHERS + 1))], ROUNDS)
    for first in range(0, GAMES, 100):
        games = (store.journal(f"g{number}", HERE) for number in range(first, first + 100))
        await asyncio.gather(*(game.append(0, events) for game in games))


def a_game(players: Sequence[Player], rounds: int) -> list[Event]:
    guesses = [{player: (RIGHT, WRONG)[player.id % 2] for player in players} for _ in range(rounds)]
    return whole_game(*guesses)[1]


async def beside(store: Store, what: str, work: Awaitable[Any]) -> list[Row]:
    """Do the work while one answer after another is kept."""
    waits: list[float] = []
    answers = asyncio.create_task(keep_answers(store, what, waits.append))
    began = perf_counter()
    await work
    took = perf_counter() - began
    answers.cancel()
    await asyncio.gather(answers, return_exceptions=True)
    p99 = quantiles(waits, n=100)[98] * 1_000
    return [
        at_most(f"an answer while {what} is deleted: p99", p99, MOST_MS, 1, "ms"),
        figure(f"{what}: deleted in", took, "s"),
    ]


async def keep_answers(store: Store, name: str, waited: Callable[[float], None]) -> None:
    start, number = a_game([Player(99, "Zoe")], 1)[:1], 0
    while True:
        number += 1
        began = perf_counter()
        await store.journal(f"{name[:20]}{number}", HERE).append(0, start)
        waited(perf_counter() - began)
        await asyncio.sleep(0.01)
