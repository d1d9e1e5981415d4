"""The program as a whole: how soon it is there, and how much memory its games take."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.discord import a_world
from tests.bench.row import Row, at_most, figure
from tests.support.databases import url_of
from tests.support.fake_discord import FakeDiscord
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import gumshoe_run, running, start_quiz

ROOT = Path(__file__).parents[2]
HELP_SECONDS = 0.4
GAME_KIB = 200.0
FLAT = 1.5
"""A game among a thousand may take that much more than one among a hundred."""

COUNTS = (10, 100, 1_000)
ROUNDS = 10
TIMES = 5
AT_ONCE = 20


def run() -> list[Row]:
    """Start-up, and memory per running game."""
    with tempfile.TemporaryDirectory(prefix="gumshoe-bench-") as folder:
        rows = [
            at_most("gumshoe --help", help_seconds(), HELP_SECONDS, 1.0, "s"),
            figure("gumshoe play --plain, to the first question", first_line_seconds(Path(folder)), "s"),
        ]
    return [*rows, *asyncio.run(_discord())]


def help_seconds() -> float:
    """The median of several runs of ``gumshoe --help``."""
    return median(_help_once() for _ in range(TIMES))


def _help_once() -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "bot", "--help"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


def first_line_seconds(folder: Path) -> float:
    """From the start of the program, on a new database at first, until it asks."""
    return median(_first_line_once(folder) for _ in range(TIMES))


def _first_line_once(folder: Path) -> float:
    environment = os.environ | {"GUMSHOE_DATABASE": url_of(folder / "quiz.db")}
    began = perf_counter()
    command = [sys.executable, "-m", "bot", "play", "--plain", "--rounds", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        while not process.stdout.readline().lstrip().startswith("Question 1"):
            assert process.poll() is None
        seconds = perf_counter() - began
        process.communicate("/quit\n")
    return seconds


async def _discord() -> list[Row]:
    async with AsyncExitStack() as stack:
        seconds = [await first_card_seconds(*await a_world(stack)) for _ in range(TIMES)]
        rows = [figure("gumshoe run, to the first question", median(seconds), "s")]
        if sys.platform != "linux":  # nowhere else does /proc tell the memory
            return rows
        few, many = await kib_per_game(stack, *await a_world(stack))
    ten, hundred, thousand = (f"{count:,}" for count in COUNTS)
    return [
        *rows,
        figure(f"memory a game, from {ten} to {hundred} games", few, "KiB"),
        at_most(f"memory a game, from {hundred} to {thousand} games", many, GAME_KIB, 1.0, "KiB"),
        at_most(f"memory a game, among {thousand} beside {hundred}", many, few, FLAT, "KiB"),
    ]


async def first_card_seconds(fake: FakeDiscord, folder: Path) -> float:
    """From the start of the program, on a new database, until a card stands in a channel."""
    guild = fake.guild()
    channel, ada = fake.channel(guild), fake.person(guild, "Ada")
    began = perf_counter()
    async with running(gumshoe_run(fake, folder)):
        await start_quiz(fake, channel, ada)
        return perf_counter() - began


async def kib_per_game(stack: AsyncExitStack, fake: FakeDiscord, folder: Path) -> tuple[float, float]:
    """What each game adds to the resident memory, up to the second count of games and up to the third."""
    guilds = [fake.guild(f"Server {number}") for number in range(COUNTS[-1])]
    rooms = [(fake.channel(guild), fake.person(guild, "Ada")) for guild in guilds]
    program = gumshoe_run(fake, folder)
    await stack.enter_async_context(running(program))
    sizes = []
    begun = 0
    for count in COUNTS:
        while begun < count:
            some = rooms[begun : min(begun + AT_ONCE, count)]
            await asyncio.gather(*(start_quiz(fake, *room, rounds=ROUNDS) for room in some))
            begun += len(some)
        sizes.append(resident_kib(program))
    growth = zip(sizes, sizes[1:], COUNTS, COUNTS[1:], strict=False)
    few, many = ((after - before) / (more - less) for before, after, less, more in growth)
    return few, many


def resident_kib(program: Program) -> float:
    """The resident memory of the process."""
    lines = Path(f"/proc/{program.pid}/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))
