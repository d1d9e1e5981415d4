"""Leaderboards, podiums and charts as pictures, and what the event loop waits for while they are drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from statistics import median
from time import perf_counter

from bot.pictures.painter import Painter, painter_here
from bot.pictures.records import (
    Bar,
    BoardLine,
    BoardPicture,
    ChartPicture,
    Picture,
    PodiumPicture,
    PodiumPlace,
)
from tests.bench.row import Row, at_most, figure

PICTURE_MS = 40.0
TIMES = 40
BEAT = 0.001
"""Seconds between two looks at the loop."""

NAMES = (
    "Ada",
    "محمد الأمين",
    "李小龍",
    "👩‍👩‍👧‍👦 Família 🇩🇪",
    "Ben 42",
    "W" * 40,
    "Zoë",
    "김민준",
    "हिन्दी",
    "Дмитрий",
)

Taken = tuple[list[float], list[float]]


def run() -> list[Row]:
    """Each picture from its data to the bytes, as a card waits for it; names new in each."""
    return list(asyncio.run(_measure()))


async def _measure() -> list[Row]:
    painter = painter_here()
    painter.warm_up()
    await painter.paint(podium(0))
    pictures: dict[str, Callable[[int], Picture]] = {
        "a card of a leaderboard": board,
        "a podium": podium,
        "a chart": chart,
    }
    taken = {name: await _drawn(painter, make) for name, make in pictures.items()}
    painter.close()
    return list(_rows(taken))


async def _drawn(painter: Painter, make: Callable[[int], Picture]) -> Taken:
    """The milliseconds that each picture took, and how late the loop was meanwhile, at the worst."""
    taken, late = [], []
    for number in range(TIMES):
        beating = asyncio.create_task(_longest_wait())
        await asyncio.sleep(0)
        began = perf_counter()
        assert await painter.paint(make(number)) is not None
        taken.append((perf_counter() - began) * 1e3)
        beating.cancel()
        late.append(await beating)
    return taken, late


async def _longest_wait() -> float:
    """Until it is cancelled: by how many milliseconds the loop was late, at most."""
    longest = 0.0
    try:
        while True:
            began = perf_counter()
            await asyncio.sleep(BEAT)
            longest = max(longest, (perf_counter() - began - BEAT) * 1e3)
    except asyncio.CancelledError:
        return longest


def _rows(taken: Mapping[str, Taken]) -> Iterator[Row]:
    for name, (milliseconds, late) in taken.items():
        yield at_most(f"{name} as a picture, median", median(milliseconds), PICTURE_MS, 1, "ms")
        yield figure(f"what the event loop waits beside {name}, at most", max(late), "ms")


def board(number: int) -> BoardPicture:
    """A full page with names in many scripts."""
    lines = tuple(
        BoardLine(
            rank, f"{name} {number}", f"{12_000 - rank * 700:,}", 1 - rank / 12, climbed=rank - 4, medal=True
        )
        for rank, name in enumerate(NAMES, 1)
    )
    return BoardPicture("The best this week", "by points · from all servers", lines)


def podium(number: int) -> PodiumPicture:
    """The first three."""
    return PodiumPicture(
        tuple(
            PodiumPlace(rank, f"{name} {number}", f"{300 - rank} points", "8 of 10 right")
            for rank, name in enumerate(NAMES[:3], 1)
        )
    )


def chart(number: int) -> ChartPicture:
    """Twelve weeks."""
    heights = [(week * 7_919 + number * 104_729) % 1_500 for week in range(12)]
    bars = (Bar(f"{week + 1} Nov", height, f"{height:,}") for week, height in enumerate(heights))
    return ChartPicture("Points by week", tuple(bars))
