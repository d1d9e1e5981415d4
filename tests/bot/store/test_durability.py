"""What was acknowledged survives a kill at any instant."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter

import pytest

from bot.game.events import RoundClosed
from bot.store.check import check
from bot.store.records import OpenGame, PlayerBest
from tests.support.databases import ANN, HERE, opened

GAMES = 20


def killed_after(url: str, lines: int) -> Counter[str]:
    """Play until so many rounds are acknowledged, kill, and count the rounds acknowledged in each game."""
    command = [sys.executable, "-m", "tests.support.appender", url, str(GAMES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        told += process.stdout.readlines()
    whole = [line.split() for line in told if line.endswith("\n")]
    return Counter(f"g{number}" for number, _ in whole)


async def read(url: str) -> tuple[tuple[OpenGame, ...], PlayerBest]:
    async with opened(url) as store:
        return await store.open_games(), await store.player_best(HERE.scope, ANN.id)


@pytest.mark.parametrize("lines", [1, 137, 700])
def test_every_acknowledged_round_is_there_after_a_kill_and_counts_once(database: str, lines: int) -> None:
    acknowledged = killed_after(database, lines)
    assert acknowledged.total() >= lines
    games, best = asyncio.run(read(database))
    kept = {game.id: sum(isinstance(event, RoundClosed) for event in game.events) for game in games}
    assert all(kept[game] >= rounds for game, rounds in acknowledged.items())
    assert all(kept[game] <= acknowledged[game] + 1 for game in kept), "one round a game is in flight"
    assert best.total == sum(kept.values())
    assert games[0].place == HERE
    assert check(database).problems == ()
