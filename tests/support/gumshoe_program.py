"""``gumshoe run`` as a process of its own, with a pack of its own, against the fake."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.databases import url_of
from tests.support.fake_discord import Channel, FakeDiscord, Person, text_of
from tests.support.fake_discord.program import Program
from tests.support.packs import entity, fact, small_relations, write_pack

UP_SECONDS = 60.0
"""A guard against hanging, not a promise of speed."""

FORENAMES, SURNAMES = ("Ann", "Bo", "Cleo", "Dan", "Eve", "Fay"), ("Lee", "Hall", "Moss", "Ray", "Stone")
EPITHETS, THINGS = ("Night", "Far", "Cold", "Red", "Last", "Silver"), ("Bus", "Shore", "Case", "Pier", "Door")


def write_films(folder: Path, *, arranged: bool = False) -> Path:
    """A pack that is big enough for many quizzes; some of them to be put in order or matched, if wanted."""
    people = [entity(f"{a}_{b}".lower(), "person", f"{a} {b}") for a in FORENAMES for b in SURNAMES]
    titles = [entity(f"{a}_{b}".lower(), "film", f"{a} {b}") for a in EPITHETS for b in THINGS]
    pairs = zip(people, titles, strict=True)
    facts = [fact(person["id"], "directed", title["id"]) for person, title in pairs]
    relations = small_relations()
    if arranged:
        facts += [fact(title["id"], "released", str(1960 + year)) for year, title in enumerate(titles)]
        relations["directed"] = {**relations["directed"], "match": "Match each director with the film."}
    return write_pack(folder, relations=relations, entities=people + titles, facts=facts)


def database_of(folder: Path) -> Path:
    """The file in which the program of this folder keeps its games."""
    return folder / "quiz.db"


def gumshoe_run(fake: FakeDiscord, folder: Path, **settings: object) -> Program:
    """The program, not yet started; settings are named as in ``Settings``. Its log is ``folder / "log"``."""
    packs = folder / "packs"
    if not packs.is_dir():
        write_films(packs / "films")
    own = {
        "token": fake.token,
        "database": url_of(database_of(folder)),
        "packs": packs,
        "lease_seconds": 1,
        **settings,
    }
    environment = {f"GUMSHOE_{name.upper()}": str(value) for name, value in own.items()}
    return Program(fake.url, folder / "log", "bot", "run", environment=environment)


@asynccontextmanager
async def running(program: Program) -> AsyncIterator[Program]:
    """Start it, and have it gone in the end."""
    await program.start()
    try:
        yield program
    finally:
        await program.kill()


async def until(condition: Callable[[], object]) -> None:
    """Wait for what only the disk shows. Raises TimeoutError."""
    async with asyncio.timeout(UP_SECONDS):
        while not condition():  # noqa: ASYNC110 - a file wakes nobody
            await asyncio.sleep(0.02)


def a_room(fake: FakeDiscord) -> tuple[Channel, Person]:
    """A channel, and a member of its server."""
    guild = fake.guild()
    return fake.channel(guild), fake.person(guild, "Ada")


async def start_quiz(
    fake: FakeDiscord, channel: Channel, host: Person, rounds: int = 3, seconds: int = 120
) -> None:
    """Start a quiz as soon as the program takes commands; its card stands on return."""
    await fake.gateway.ready(seconds=UP_SECONDS)
    async with asyncio.timeout(UP_SECONDS):
        told = ""
        while not told.startswith("Quiz started"):
            act = host.run(channel, "quiz start", rounds=rounds, seconds=seconds, lobby=0)
            told = text_of(await act.answered(UP_SECONDS))
    await fake.record.wait(f"POST /channels/{channel.id}/messages", seconds=UP_SECONDS)


def said(channel: Channel, text: str) -> int:
    """How many messages of the channel hold this text."""
    return sum(text in text_of(message) for message in channel.messages.values())
