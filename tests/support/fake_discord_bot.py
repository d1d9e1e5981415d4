"""The real bot in this process, on a real SQLite file, against the fake."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.client import GumshoeBot
from bot.game.events import AnswerLocked, EndReason, Event, Guess, Player, RoundClosed
from bot.game.rules import Rules
from bot.runtime.clock import Clock
from bot.runtime.judge import PackJudge
from bot.session import Session
from bot.sessions import Sessions
from bot.store.engine import make_engine
from bot.store.records import Place, server_scope
from bot.store.schema import migrate
from bot.store.shard_records import Claim
from bot.store.store import Store
from questions.question import Question
from tests.support.databases import url_of
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Guild, Interaction, Person, text_of
from tests.support.journals import read_journals
from tests.support.simcord_bot import ListSource
from tests.support.texts import LANGUAGES

BUSY_SECONDS = 0.05
EDIT_SECONDS = 0.02
READY_SECONDS = 0.01
"""How long discord.py waits for one more server; its own default is two seconds."""

RIGHT, WRONG = "c1", "c0"


async def at_once(_shard: int) -> None:
    """Nobody waits the five seconds that Discord wants between two sessions."""


@dataclass
class Scene:
    """A server with a channel, a quizmaster and a player, and the bot in it."""

    fake: FakeDiscord
    guild: Guild
    channel: Channel
    ada: Person
    bea: Person
    bot: GumshoeBot
    file: Path

    @property
    def place(self) -> Place:
        return self.place_of(self.channel)

    def place_of(self, channel: Channel) -> Place:
        return Place(server_scope(self.guild.id), channel.id)

    async def start(
        self, *questions: Question, channel: Channel | None = None, seconds: float = 60
    ) -> Session:
        """A quiz with these questions, without pauses; its first card stands on return."""
        session = await self.begin(*questions, channel=channel, seconds=seconds)
        await self.until(lambda: session.game.handle is not None)
        return session

    async def begin(
        self, *questions: Question, channel: Channel | None = None, seconds: float = 60
    ) -> Session:
        """The same, with its first card on its way."""
        rules = Rules(rounds=len(questions), seconds=seconds, pause_seconds=0)
        channel = channel or self.channel
        session = await self.bot.sessions.start(
            self.place_of(channel), questions, rules, Player(self.ada.id, "Ada")
        )
        assert isinstance(session, Session)
        return session

    def press(self, person: Person, session: Session, act: str) -> Interaction:
        """Click a button of the round that is open, as far as it is still on the member's screen."""
        return person.click(self.card(session), f"g:{session.id}:{session.game.round}:{act}", late=True)

    def newest(self) -> JSON:
        """The last message of the channel."""
        return next(reversed(self.channel.messages.values()))

    def card(self, session: Session) -> JSON:
        """The message of the round that is open."""
        handle = int(session.game.handle or 0)
        return next(one.messages[handle] for one in self.guild.channels.values() if handle in one.messages)

    async def skip(self, session: Session) -> None:
        """Both vote, until the round is over."""
        round = session.game.round
        for person in (self.ada, self.bea):
            self.press(person, session, "skip")
        await self.until(lambda: session.game.closed is not None and session.game.closed.round == round)

    async def until(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait for something that the fake need not hear of. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - the bot's state has no event, and real I/O moves it
                await asyncio.sleep(0.005)

    def said(self) -> list[str]:
        """What stands in the channel, oldest first."""
        return [text_of(message) for message in self.channel.messages.values()]

    def journal(self, session: Session) -> list[Event]:
        """The events of a game, as the database has them."""
        return read_journals(self.file)[session.id]

    def answers(self, session: Session) -> list[tuple[int, Guess]]:
        """Who answered what, as the journal has it."""
        return [
            (event.player.id, event.guess)
            for event in self.journal(session)
            if isinstance(event, AnswerLocked)
        ]

    def awards(self, session: Session) -> list[tuple[int, int, bool]]:
        """Round, player and whether the answer was right, for all that was scored."""
        return [
            (event.round, award.player.id, award.correct)
            for event in self.journal(session)
            if isinstance(event, RoundClosed)
            for award in event.awards
        ]

    async def end(self, session: Session) -> EndReason | None:
        """How the game ended, once it has and nothing of it is left to do."""
        await self.until(lambda: session not in self.bot.sessions.all() and not _tasks_of(session))
        return session.game.ended.reason if session.game.ended else None


@asynccontextmanager
async def in_discord(
    fake: FakeDiscord,
    folder: Path,
    engine: Engine | None = None,
    *,
    claim: Claim | None = None,
    identify: Callable[[int], Awaitable[None]] = at_once,
    fresh: Callable[[], bool] = lambda: True,
) -> AsyncIterator[Scene]:
    """The bot in a server; on leaving it must be gone without a task left, and have asked nothing odd."""
    file = folder / "quiz.db"
    migrate(url_of(file))
    store = Store(engine or make_engine(url_of(file), BUSY_SECONDS))
    clock = Clock(asyncio.get_running_loop().time)
    guild = fake.guild(shard=None if claim is None else claim.shard)
    channel = fake.channel(guild)
    ada = fake.person(guild, "Ada", fake.role(guild, "Quizmaster", manage_guild=True))
    bea = fake.person(guild, "Bea")
    before: set[asyncio.Task[Any] | None] = {*asyncio.all_tasks()}
    bot = GumshoeBot(
        make_sessions=lambda stages: Sessions(store, stages, clock, PackJudge(())),
        store=store,
        source=ListSource(()),
        languages=LANGUAGES,
        clock=clock,
        edit_seconds=EDIT_SECONDS,
        lobby_seconds=0,
        claim=claim,
        identify=identify,
        fresh=fresh,
    )
    bot._connection.guild_ready_timeout = READY_SECONDS
    scene = Scene(fake, guild, channel, ada, bea, bot, file)
    try:
        async with bot:
            running = asyncio.create_task(bot.start(fake.token))
            await scene.until(lambda: bot.resumed and bot.is_ready())
            yield scene
        await running
    finally:
        await store.close()
    before.add(asyncio.current_task())
    with suppress(TimeoutError):  # what was cancelled takes a turn of the loop
        await scene.until(lambda: not _left(before), 1.0)
    assert not _left(before), _left(before)
    assert fake.record.unknown() == []


def _left(before: Collection[asyncio.Task[Any] | None]) -> list[asyncio.Task[Any]]:
    return [task for task in asyncio.all_tasks() if task not in before and not _of_the_fake_discord(task)]


def _of_the_fake_discord(task: asyncio.Task[Any]) -> bool:
    """Its connections live on; they run in this loop, too."""
    file = task.get_coro().cr_code.co_filename  # type: ignore[union-attr]
    return "aiohttp" in file or "/tests/support/fake_discord/" in file


def _tasks_of(session: Session) -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name().endswith(f" {session.id}")]
