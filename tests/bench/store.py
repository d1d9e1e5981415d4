"""Durable answers a second through the writer, beside plain sqlite3 that is given them 500 at a time."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bot.game.events import AnswerLocked, GameStarted, Player
from bot.game.rules import Rules
from bot.store.codec import encode
from bot.store.records import Place
from bot.store.schema import migrate
from bot.store.store import Store, StoreJournal, open_store
from questions.judging.verdict import Mark
from questions.question import Answer, Question
from tests.bench.row import Row, at_least, figure

SUBMITTERS = (1, 50, 500)
SECONDS = 2.0
GROUP = 500
ANN = Player(100_000_000_000_000_001, "Ann")


def run() -> list[Row]:
    """Rates with 1, 50 and 500 submitters, each with the time that one answer waits."""
    with tempfile.TemporaryDirectory(prefix="gumshoe-bench-") as folder:
        rows = []
        for submitters in SUBMITTERS:
            limit = plain_rate(Path(folder) / f"plain-{submitters}.db")
            rate, waits = asyncio.run(our_rate(f"sqlite:///{folder}/ours-{submitters}.db", submitters))
            name = f"durable answers, {submitters} submitters"
            goal = 0.25 if submitters == max(SUBMITTERS) else 0
            rows.append(
                at_least(name, rate, limit, goal, "answers/s") if goal else compared(name, rate, limit)
            )
            cuts = quantiles(waits, n=100)
            rows.append(figure(f"{name}: p50", cuts[49] * 1_000, "ms"))
            rows.append(figure(f"{name}: p99", cuts[98] * 1_000, "ms"))
        return rows


def compared(name: str, ours: float, limit: float) -> Row:
    return Row(name, ours, limit, ours / limit, "", True, "answers/s")


def answer(seq: int) -> AnswerLocked:
    return AnswerLocked(1.8e9 + seq, 1, ANN, seq % 4, Mark.CORRECT, 3.25, 0)


async def our_rate(url: str, submitters: int) -> tuple[float, list[float]]:
    """Answers a second with each submitter waiting until its answer is durable, and the waits in seconds."""
    store = open_store(url)
    waits: list[float] = []
    try:
        await asyncio.gather(*(start(store, number) for number in range(submitters)))
        began = perf_counter()
        end = began + SECONDS
        await asyncio.gather(*(submit(store, number, end, waits) for number in range(submitters)))
        return len(waits) / (perf_counter() - began), waits
    finally:
        await store.close()


async def start(store: Store, number: int) -> None:
    question = Question("q", "bench", "look_up", "Who?", Answer("Ann"), "Ann.", typed=True)
    await journal(store, number).append(0, [GameStarted(1.8e9, ANN, Rules(), (question,))])


def journal(store: Store, number: int) -> StoreJournal:
    return store.journal(f"game-{number:012d}", Place("server:1", number))


async def submit(store: Store, number: int, end: float, waits: list[float]) -> None:
    own = journal(store, number)
    seq = 0
    now = perf_counter()
    while now < end:
        seq += 1
        await own.append(seq, [answer(seq)])
        before, now = now, perf_counter()
        waits.append(now - before)


def plain_rate(file: Path) -> float:
    """Rows a second that sqlite3 takes at best, with the same table and durability."""
    migrate(f"sqlite:///{file}")
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    encoded = [encode(answer(seq)) for seq in range(GROUP)]
    group = 0
    began = now = perf_counter()
    while now - began < SECONDS:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO event (game_id, seq, name, body) VALUES (?, ?, ?, ?)",
            [(f"game-{number:012d}", group, *event) for number, event in enumerate(encoded)],
        )
        connection.execute("COMMIT")
        group += 1
        now = perf_counter()
    connection.close()
    return group * GROUP / (now - began)
