"""Several real programs on one real PostgreSQL: each game is in one of them, and goes on in another."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build
from bot.game.events import Refusal, RoundClosed
from tests.support.fake_discord import JSON, FakeDiscord, Person, text_of
from tests.support.gumshoe_program import (
    UP_SECONDS,
    said,
    until,
)
from tests.support.hall import Hall, a_hall
from tests.support.journals import epochs_of, journals_of
from tests.support.postgres import Postgres
from tests.support.texts import TEXTS

SHARDS = 4


@pytest.fixture
async def hall(fake: FakeDiscord, postgres: Postgres, tmp_path: Path) -> AsyncIterator[Hall]:
    with postgres.database() as url:
        async with a_hall(fake, tmp_path, url, SHARDS) as hall:
            yield hall
        assert fake.record.unknown() == []


async def lock_in(ada: Person, card: JSON, game: str, choice: int) -> str:
    """Answer the first question by a button; what the bot says."""
    act = ada.click(card, f"g:{game}:1:c{choice}", late=True)
    return text_of(await act.answered(UP_SECONDS))


async def test_a_game_moves_from_program_to_program_and_loses_no_answer(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await hall.start()
    card, game = await hall.quiz(3)
    channel, ada = hall.rooms[3]
    known = TEXTS(Refusal.SAME_ANSWER)
    assert (await lock_in(ada, card, game, 0)).startswith("Locked in")

    second = await hall.start()  # it is left its share
    await hall.back(3, 1)
    assert known in await lock_in(ada, card, game, 0)
    assert (hall.holder(0), hall.holder(3)) == (first, second)

    await second.kill()
    await hall.back(3, 2)
    assert known in await lock_in(ada, card, game, 0)
    assert hall.holder(3) is first
    assert f"process {second.pid} on " in first.output()

    third = await hall.start()
    await hall.back(3, 3)
    assert await third.end() == 0
    assert said(channel, TEXTS("farewell")) == 3
    await hall.back(3, 4)
    assert (await lock_in(ada, card, game, 1)).startswith("Locked in")
    assert hall.answers(game) == [0, 1]
    assert hall.never_in_two()
    assert len(hall.fake.record.sent("PUT /applications/*/commands")) == 1
    for program in (first, second, third):
        assert "Traceback" not in program.output()

    monkeypatch.setenv("GUMSHOE_DATABASE", hall.url)
    monkeypatch.setenv("GUMSHOE_PACKS", str(hall.folder / "packs"))
    result = await asyncio.to_thread(CliRunner().invoke, build(), ["doctor"])
    assert re.search(rf"database: process {first.pid} on \S+ plays shards 0-3 of 4\n", result.stdout)


async def test_a_program_that_slept_writes_nothing_to_games_that_others_have_taken_over(hall: Hall) -> None:
    first, second = await hall.start(), await hall.start()
    card, game = await hall.quiz(3, seconds=5)
    _, ada = hall.rooms[3]
    os.kill(second.pid, signal.SIGSTOP)
    await hall.back(3, 1)
    assert (await lock_in(ada, card, game, 0)).startswith("Locked in")
    await until(lambda: any(isinstance(event, RoundClosed) for event in journals_of(hall.url)[game]))
    before = epochs_of(hall.url)[game]
    os.kill(second.pid, signal.SIGCONT)  # the clock of the round has run out for it, too
    await until(lambda: "was taken by another process" in second.output())
    await hall.shared(2)
    after = epochs_of(hall.url)[game]
    assert after[: len(before)] == before
    assert hall.never_in_two()
    assert hall.answers(game) == [0]
    for program in (first, second):
        assert "Traceback" not in program.output()
