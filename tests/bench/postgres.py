"""Durable answers a second of several processes on one PostgreSQL, beside the same rows inserted in groups.

A process of its own is ``python -m tests.bench.postgres ours|raw URL NUMBER``, which prints its rate.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import psycopg
from sqlalchemy.engine import make_url

from bot.cli.common import counted
from bot.game.events import GameStarted
from bot.game.rules import Rules
from bot.store.codec import encode
from bot.store.records import Place
from bot.store.store import Store, StoreJournal, open_store
from questions.question import Answer, Question
from tests.bench.row import Row, at_least
from tests.bench.store import ANN, GROUP, SECONDS, answer
from tests.support.postgres import server

ROOT = Path(__file__).parents[2]
PROCESSES = (1, 2, 4)
SUBMITTERS = 500
GOAL = 0.25
INSERT = b"INSERT INTO event (game_id, seq, name, body) VALUES (%s, %s, %s, %s)"


def run() -> list[Row]:
    """Rates with 1, 2 and 4 processes, on a server that loses nothing in a power cut."""
    rows = []
    with server(fsync=True) as postgres:
        for processes in PROCESSES:
            with postgres.database() as url, postgres.database() as beside:
                rate, limit = rate_of("ours", url, processes), rate_of("raw", beside, processes)
            name = f"durable answers on PostgreSQL, {counted(processes, 'process', 'processes')}"
            rows.append(at_least(name, rate, limit, GOAL, "answers/s"))
    return rows


def rate_of(what: str, url: str, processes: int) -> float:
    """Rows a second of so many processes at once."""
    command = [sys.executable, "-m", "tests.bench.postgres", what, url]
    started = [
        subprocess.Popen(
            [*command, str(number)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for number in range(processes)
    ]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()  # it has its games
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return sum(float(process.communicate()[0]) for process in started)


async def ours(url: str, number: int) -> float:
    """The rate of a store whose submitters wait until each answer is durable."""
    store = open_store(url)
    question = Question("q", "bench", "look_up", "Who?", Answer("Ann"), "Ann.", typed=True)
    begun = GameStarted(1.8e9, ANN, Rules(), (question,))
    try:
        journals = [journal(store, number * SUBMITTERS + game) for game in range(SUBMITTERS)]
        await asyncio.gather(*(one.append(0, [begun]) for one in journals))
        wait_for_the_start()
        began = perf_counter()
        counts = await asyncio.gather(*(submit(one, began + SECONDS) for one in journals))
        return sum(counts) / (perf_counter() - began)
    finally:
        await store.close()


def journal(store: Store, game: int) -> StoreJournal:
    return store.journal(f"game-{game:012d}", Place(f"server:{game}", game))


async def submit(own: StoreJournal, end: float) -> int:
    seq = 0
    while perf_counter() < end:
        seq += 1
        await own.append(seq, [answer(seq)])
    return seq


def raw(url: str, number: int) -> float:
    """The rate of a connection that is given groups, with the same table and durability."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    encoded = [encode(answer(seq)) for seq in range(GROUP)]
    games = [f"game-{number * GROUP + game:012d}" for game in range(GROUP)]
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        player = "INSERT INTO player (scope, id, name) VALUES ('server:1', 1, 'Ann') ON CONFLICT DO NOTHING"
        cursor.execute(player)
        cursor.executemany(
            "INSERT INTO game (id, scope, channel_id, starter_id, started_at) "
            "VALUES (%s, 'server:1', 1, 1, now())",
            [(game,) for game in games],
        )
        connection.commit()
        wait_for_the_start()
        group = 0
        began = now = perf_counter()
        while now - began < SECONDS:
            cursor.executemany(
                INSERT, [(game, group, *event) for game, event in zip(games, encoded, strict=True)]
            )
            connection.commit()
            group += 1
            now = perf_counter()
    return group * GROUP / (now - began)


def wait_for_the_start() -> None:
    """Say that all is made ready, and wait until the others are."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    what, url, number = sys.argv[1:]
    rate = asyncio.run(ours(url, int(number))) if what == "ours" else raw(url, int(number))
    sys.stdout.write(f"{rate}\n")
