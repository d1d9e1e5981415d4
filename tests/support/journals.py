"""The journals of a database as they stand on the disk, read beside the programs that write them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.game.events import Event
from bot.store.codec import decode
from tests.support.databases import run_sql

ALL = "SELECT game_id, name, body FROM event ORDER BY game_id, seq"
OPEN = """
    SELECT event.game_id, event.name, event.body FROM event JOIN game ON game.id = event.game_id
    WHERE game.ended_at IS NULL ORDER BY event.game_id, event.seq
"""


def read_journals(file: Path, *, only_open: bool = False) -> dict[str, list[Event]]:
    """The events of each game, by the game's id."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        rows = connection.execute(OPEN if only_open else ALL).fetchall()
    return _by_game(rows)


def journals_of(url: str) -> dict[str, list[Event]]:
    """The same, of any database."""
    return _by_game(run_sql(url, ALL))


def epochs_of(url: str) -> dict[str, list[int]]:
    """By which claim each event of a game was written, in their order."""
    rows = run_sql(url, "SELECT game_id, epoch FROM event ORDER BY game_id, seq")
    return {game: [epoch for _, epoch in those] for game, those in groupby(rows, key=lambda row: str(row[0]))}


def _by_game(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Event]]:
    return {
        game: [decode(name, body) for _, name, body in events]
        for game, events in groupby(rows, key=lambda row: str(row[0]))
    }
