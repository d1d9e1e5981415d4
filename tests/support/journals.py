"""The journals of a database file as they stand on the disk, read beside the program that writes them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import groupby
from pathlib import Path

from bot.game.events import Event
from bot.store.codec import decode

ALL = "SELECT game_id, name, body FROM event ORDER BY game_id, seq"
OPEN = """
    SELECT event.game_id, event.name, event.body FROM event JOIN game ON game.id = event.game_id
    WHERE game.ended_at IS NULL ORDER BY event.game_id, event.seq
"""


def read_journals(file: Path, *, only_open: bool = False) -> dict[str, list[Event]]:
    """The events of each game, by the game's id."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        rows = connection.execute(OPEN if only_open else ALL).fetchall()
    return {
        game: [decode(name, body) for _, name, body in events]
        for game, events in groupby(rows, key=lambda row: str(row[0]))
    }
