"""``python -m tests.soak --kills N``: the crash test for as long as one likes; fails on any loss."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.support.crash import CrashRun, Outcome, ProcessesRun
from tests.support.crash.acts import Sort, Told
from tests.support.crash.processes import Faults
from tests.support.fake_discord import FakeDiscord
from tests.support.postgres import server

REPORT_SECONDS = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="of one program on SQLite; or, in all, faults")
    parser.add_argument(
        "--processes", type=int, default=1, help="more than one: so many programs on PostgreSQL"
    )
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="gumshoe-soak-"))
    say(f"seed {wanted.seed}; database and log in {folder}")
    if wanted.processes > 1:
        outcome = asyncio.run(soak_processes(folder, wanted.kills, wanted.seed, wanted.processes))
    else:
        outcome = asyncio.run(soak(folder, wanted.kills, wanted.seed))
    say(str(outcome))
    sys.exit(0 if outcome.sound else 1)


async def soak(folder: Path, kills: int, seed: int) -> Outcome:
    """Go through so many kills, and tell how far it is every minute."""
    began = reported = time.monotonic()

    def tell(outcome: Outcome) -> None:
        nonlocal reported
        now = time.monotonic()
        if now - reported >= REPORT_SECONDS:
            reported = now
            answers = sum(act.sort is Sort.ANSWER and act.told in (Told.DONE, Told.KNOWN) for act in run.acts)
            ends = f"{outcome.kills} kills, {outcome.terms} orderly ends"
            say(f"{(now - began) / 60:.0f} min: {ends}, {answers} answers acknowledged")

    async with FakeDiscord() as fake:
        run = CrashRun(fake, folder, seed, tell=tell)
        return await run.through(kills)


async def soak_processes(folder: Path, faults: int, seed: int, processes: int) -> Outcome:
    """Let several programs share a PostgreSQL, make so many faults, and tell of each kind how often."""
    began = reported = time.monotonic()

    def tell(made: Faults) -> None:
        nonlocal reported
        now = time.monotonic()
        if now - reported >= REPORT_SECONDS:
            reported = now
            say(f"{(now - began) / 60:.0f} min: {made}")

    with server(fsync=True) as postgres, postgres.database() as url:
        async with FakeDiscord() as fake:
            run = ProcessesRun(fake, postgres, url, folder, seed, processes=processes, tell=tell)
            outcome = await run.through(faults)
            say(str(run.faults))
            return outcome


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command's output


if __name__ == "__main__":
    main()
