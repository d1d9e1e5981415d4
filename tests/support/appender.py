"""A process that plays many games into a database and says on standard output what was acknowledged.

python -m tests.support.appender URL GAMES
"""

from __future__ import annotations

import asyncio
import sys

from bot.store.store import Store, open_store
from tests.support.databases import ANN, HERE, NOON, a_close, a_start, an_award

MOST = 1_000


async def play(store: Store, number: int) -> None:
    """Many rounds, each worth one point and told once it is durable."""
    journal = store.journal(f"g{number}", HERE)
    await journal.append(0, [a_start(questions=[f"q{round}" for round in range(MOST)])])
    for seq in range(1, MOST + 1):
        await journal.append(seq, [a_close(seq, an_award(ANN, 1), at=NOON)])
        print(number, seq, flush=True)  # noqa: T201 - what the test reads


async def main(url: str, games: int) -> None:
    store = open_store(url)
    await asyncio.gather(*(play(store, number) for number in range(games)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
