"""The bot as a process against the fake: many clicks at once, and the chatter of many servers.

Ours and the limit take turns, so that both meet the same machine; of each the best counts.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from tests.bench.row import Row, at_least, at_most
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Person, buttons_of, text_of
from tests.support.fake_discord.gateway import HEARTBEAT
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import UP_SECONDS, gumshoe_run, running, start_quiz

CLICKERS = 500
SERVERS, GAMES = 100, 50
CHATTER = 20_000
TURNS = 11
"""The first of them warms up and does not count."""

Measure = Callable[[int], Awaitable[float]]
"""One turn, by its number: seconds."""


def run() -> list[Row]:
    """Each measure of ours beside the same of the least that a discord.py bot can do."""
    return [*asyncio.run(_clicks()), *asyncio.run(_chatter())]


async def _clicks() -> list[Row]:
    async with AsyncExitStack() as stack:
        ours = await clicks_of_gumshoe(stack, *await a_world(stack))
        limit = await clicks_of_limit(stack, *await a_world(stack))
        best, least = await in_turns(ours, limit)
    name = f"{CLICKERS} clicks at once, until all are acknowledged"
    return [at_most(name, best * 1e3, least * 1e3, 1.5, "ms")]


async def _chatter() -> list[Row]:
    async with AsyncExitStack() as stack:
        ours = await chatter_of_gumshoe(stack, *await a_world(stack))
        limit = await chatter_of_nobody(stack, *await a_world(stack))
        best, least = await in_turns(ours, limit)
    name = f"gateway events, {SERVERS} servers and {GAMES} games"
    return [at_least(name, CHATTER / best, CHATTER / least, 0.8, "events/s")]


async def a_world(stack: AsyncExitStack) -> tuple[FakeDiscord, Path]:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="gumshoe-bench-"))
    return await stack.enter_async_context(FakeDiscord(patience=UP_SECONDS)), Path(folder)


async def in_turns(ours: Measure, limit: Measure) -> tuple[float, float]:
    """The best of each, in seconds."""
    pairs = [(await ours(turn), await limit(turn)) for turn in range(TURNS)][1:]
    return min(mine for mine, _ in pairs), min(least for _, least in pairs)


# Clicks


async def clicks_of_gumshoe(stack: AsyncExitStack, fake: FakeDiscord, folder: Path) -> Measure:
    """Each click is an answer, or changes one."""
    channel, people = a_crowd(fake)
    await stack.enter_async_context(running(gumshoe_run(fake, folder)))
    card = await a_card(fake, channel, people[0])
    return lambda turn: clicks(people, card, turn)


async def clicks_of_limit(stack: AsyncExitStack, fake: FakeDiscord, folder: Path) -> Measure:
    """A callback does nothing but acknowledge."""
    channel, people = a_crowd(fake)
    host = fake.person(channel.guild, "Host", fake.role(channel.guild, "Host", manage_guild=True))
    await stack.enter_async_context(running(limit_program(fake, folder, "limit_bot")))
    await fake.gateway.ready(seconds=UP_SECONDS)
    await host.run(channel, "ask", rounds=1).acknowledged(UP_SECONDS)
    await fake.record.wait("POST /channels/*/messages", seconds=UP_SECONDS)
    card = newest(channel)
    return lambda turn: clicks(people, card, turn)


async def clicks(people: list[Person], card: JSON, turn: int) -> float:
    ids = [button["custom_id"] for button in buttons_of(card)]
    choices = [id for id in ids if ":c" in id or id.startswith("answer:")]
    began = perf_counter()
    acts = [
        person.click(card, choices[(turn + seat) % len(choices)], late=True)
        for seat, person in enumerate(people)
    ]
    await asyncio.gather(*(act.acknowledged(UP_SECONDS) for act in acts))
    return perf_counter() - began


def a_crowd(fake: FakeDiscord) -> tuple[Channel, list[Person]]:
    guild = fake.guild()
    return fake.channel(guild), [fake.person(guild, f"Member {number}") for number in range(CLICKERS)]


async def a_card(fake: FakeDiscord, channel: Channel, host: Person) -> JSON:
    """Start quizzes until one begins with a question of choices; its open card."""
    while True:
        await start_quiz(fake, channel, host)
        card = newest(channel)
        if any(button["custom_id"].endswith(":c1") for button in buttons_of(card)):
            return card
        await host.run(channel, "quiz stop").acknowledged(UP_SECONDS)
        await fake.record.until(lambda: "Final" in text_of(newest(channel)))


# Chatter


async def chatter_of_gumshoe(stack: AsyncExitStack, fake: FakeDiscord, folder: Path) -> Measure:
    """Half of the servers play."""
    rooms = [a_server(fake, number) for number in range(SERVERS)]
    await stack.enter_async_context(running(gumshoe_run(fake, folder)))
    for channel, ada in rooms[:GAMES]:
        await start_quiz(fake, channel, ada, rounds=10)
    texts = [what_is_said(*room, number) for number, room in enumerate(rooms)]
    return lambda _turn: chatter(fake, texts)


async def chatter_of_nobody(stack: AsyncExitStack, fake: FakeDiscord, folder: Path) -> Measure:
    """The client handles nothing."""
    rooms = [a_server(fake, number) for number in range(SERVERS)]
    await stack.enter_async_context(running(limit_program(fake, folder, "idle_bot")))
    await fake.gateway.ready(seconds=UP_SECONDS)
    texts = [what_is_said(*room, number) for number, room in enumerate(rooms)]
    return lambda _turn: chatter(fake, texts)


async def chatter(fake: FakeDiscord, texts: list[str]) -> float:
    """Let everybody talk at once; the bot answers a call for a heartbeat when it has read all before."""
    (session,) = fake.gateway.connected
    assert session.line
    began = perf_counter()
    for number in range(CHATTER):
        session.send("MESSAGE_CREATE", texts[number % len(texts)])
    for _ in range(2):  # the second is answered after the handlers that the last messages woke
        beats = len(fake.record.ops(HEARTBEAT))
        session.line.say(HEARTBEAT)
        await fake.record.until(_beaten(fake, beats), UP_SECONDS)
    return perf_counter() - began


def _beaten(fake: FakeDiscord, before: int) -> Callable[[], bool]:
    return lambda: len(fake.record.ops(HEARTBEAT)) > before


def a_server(fake: FakeDiscord, number: int) -> tuple[Channel, Person]:
    guild = fake.guild(f"Server {number}")
    return fake.channel(guild), fake.person(guild, f"Member {number}")


def what_is_said(channel: Channel, ada: Person, number: int) -> str:
    """A message as the gateway tells of it; every fourth replies to another."""
    earlier = ada.say(channel, "What a day").message if number % 4 == 0 else None
    said = ada.say(channel, "What a quiz", reply_to=earlier, ping=False)
    return json.dumps(said.message | {"guild_id": str(channel.guild.id), "member": {"roles": []}})


def newest(channel: Channel) -> JSON:
    return next(reversed(channel.messages.values()))


def limit_program(fake: FakeDiscord, folder: Path, name: str) -> Program:
    return Program(fake.url, folder / "log", f"tests.support.fake_discord.{name}", fake.token)
