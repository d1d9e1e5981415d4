"""Pictures are drawn beside the event loop, and never keep a card waiting for long."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.pictures import painter as painting
from bot.pictures.painter import MOST_WAITING, Painter, painter_here
from bot.pictures.records import ChartPicture, Picture

PICTURE = ChartPicture("Points by week", ())


class Slow:
    """Draws only when told to, and remembers in which thread."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.threads: set[int] = set()
        self.drawn = 0

    def warm_up(self) -> None:
        return

    def png(self, picture: Picture) -> bytes:
        self.threads.add(threading.get_ident())
        assert self.go.wait(30)
        self.drawn += 1
        return b"png"


class Faulty(Slow):
    """Has a fault that nobody has thought of."""

    def png(self, picture: Picture) -> bytes:
        raise ZeroDivisionError


async def test_what_is_installed_draws_in_a_thread_of_its_own() -> None:
    painter = painter_here()
    painter.warm_up()
    png = await painter.paint(PICTURE)
    assert png is not None
    assert png.startswith(b"\x89PNG")
    painter.close()


async def test_pictures_are_drawn_one_after_another_in_one_thread() -> None:
    slow = Slow()
    painter = Painter(lambda: slow)
    waiting = [asyncio.create_task(painter.paint(PICTURE)) for _ in range(5)]
    await asyncio.sleep(0)
    slow.go.set()
    assert await asyncio.gather(*waiting) == [b"png"] * 5
    assert len(slow.threads) == 1
    assert threading.get_ident() not in slow.threads
    painter.close()


async def test_a_picture_that_takes_too_long_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "PATIENCE_SECONDS", 0.01)
    slow = Slow()
    painter = Painter(lambda: slow)
    assert await asyncio.gather(*(painter.paint(PICTURE) for _ in range(3))) == [None] * 3
    slow.go.set()
    painter.close()


async def test_no_more_wait_than_can_be_drawn_soon() -> None:
    slow = Slow()
    painter = Painter(lambda: slow)
    waiting = [asyncio.create_task(painter.paint(PICTURE)) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    assert await painter.paint(PICTURE) is None
    slow.go.set()
    assert await asyncio.gather(*waiting) == [b"png"] * MOST_WAITING
    painter.close()


async def test_any_fault_goes_to_the_log_and_not_to_the_card(caplog: pytest.LogCaptureFixture) -> None:
    painter = Painter(Faulty)
    assert await painter.paint(PICTURE) is None
    assert "ZeroDivisionError" in caplog.text
    painter.close()


async def test_nothing_is_drawn_after_the_end() -> None:
    painter = Painter(Slow)
    painter.close()
    assert await painter.paint(PICTURE) is None


async def test_a_font_that_fails_at_the_start_does_not_end_the_bot(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> Slow:
        raise OSError("no such font")

    painter = Painter(fail)
    painter.warm_up()
    assert await painter.paint(PICTURE) is None
    assert "no such font" in caplog.text
    painter.close()
