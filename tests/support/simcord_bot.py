"""The real bot on a real SQLite file, in simcord's Discord."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import discord
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.env import Env
from simcord.results import InteractionResult

from bot.client import GumshoeBot
from bot.game.events import Event
from bot.game.journal import JournalUnavailable
from bot.library.import_job import do_job
from bot.pictures.painter import Painter
from bot.ports import Journal
from bot.runtime.judge import PackJudge
from bot.sessions import Sessions
from bot.store.errors import StoreUnavailable
from bot.store.records import OpenGame, Place
from bot.store.store import Store, open_store
from questions.bank import Bank, QuizRequest
from questions.facts.model import FactBase
from questions.judging.verdict import Verdict
from questions.question import Question
from tests.support.databases import url_of
from tests.support.texts import LANGUAGES

EPOCH = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
"""Where simcord's time begins."""

EDIT_SECONDS = 6.0
"""Longer than simcord waits for the bot to settle, so that no test waits for an edit in real time."""

IDLE_SECONDS = 0.005
"""How soon simcord looks again whether the bot has settled; it takes no setting for its own 0.05."""


@dataclass
class ListSource:
    """Two packs of the same questions, asked in their order after the server's own."""

    questions: Sequence[Question]
    wanted: list[QuizRequest] = field(default_factory=list)
    bases: dict[str, FactBase] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=lambda: {"noir": "Noir films", "cats": "Famous cats"})

    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        return {"noir": ("Cast", "Plot"), "cats": ("Cast", "Names")}

    def base(self, pack: str) -> FactBase | None:
        return self.bases.get(pack)

    def draw(self, wanted: QuizRequest, _rng: Random) -> tuple[Question, ...]:
        self.wanted.append(wanted)
        fitting = [
            question
            for question in (*wanted.authored, *self.questions)
            if wanted.fits(question.level, question.spoiler)
            and wanted.suits(question.topic, tapped=question.tapped, clues=bool(question.clues))
        ]
        return tuple(fitting[: wanted.count])


@dataclass
class Valve:
    """A store that keeps nothing, and finds no games, while ``fault`` is set."""

    store: Store
    fault: str | None = None

    def journal(self, game_id: str, place: Place) -> ValveJournal:
        return ValveJournal(self, self.store.journal(game_id, place))

    async def open_games(self) -> Sequence[OpenGame]:
        if self.fault is not None:
            raise StoreUnavailable(self.fault)
        return await self.store.open_games()


@dataclass
class ValveJournal:
    """The journal of one game behind a ``Valve``."""

    valve: Valve
    journal: Journal

    async def append(self, first: int, events: Sequence[Event]) -> None:
        if self.valve.fault is not None:
            raise JournalUnavailable(self.valve.fault)
        await self.journal.append(first, events)


@dataclass
class World:
    """A Discord with the bot in it. ``kill`` ends the bot at once and starts another on its database."""

    env: Env
    store: Store
    file: Path
    valve: Valve
    source: ListSource
    make_bot: Callable[[], GumshoeBot]

    @property
    def bot(self) -> GumshoeBot:
        assert isinstance(self.env.bot, GumshoeBot)
        return self.env.bot

    def now(self) -> datetime:
        """The time by the bot's clock."""
        return datetime.fromtimestamp(self.bot.clock(), UTC)

    def server(self, name: str = "Noir fans") -> GuildHandle:
        return self.env.create_guild(name)

    def member(self, server: GuildHandle, name: str, *, quizmaster: bool = False) -> MemberActor:
        permissions = discord.Permissions(manage_guild=True)
        roles = [server.create_role("Quizmasters", permissions=permissions)] if quizmaster else []
        return server.add_member(self.env.create_user(name), roles=roles)

    async def pass_time(self, seconds: float) -> None:
        await self.env.advance_time(seconds)

    async def kill(self) -> None:
        await self.env.restart_bot(self.make_bot())


@contextlib.asynccontextmanager
async def discord_world(
    folder: Path,
    questions: Sequence[Question],
    *,
    judge: Callable[[Question, str], Verdict] | None = None,
    bank: Bank | None = None,
    check_errors: bool = True,
    lobby_seconds: int = 0,
    begins: float = EPOCH,
    message_content: bool = False,
    painter: Callable[[], Painter] = Painter,
) -> AsyncIterator[World]:
    """A world whose bot asks these questions, or those of a bank, by a clock that begins at ``begins``.

    Its unexpected errors fail the test if they are checked. It shows no pictures without a ``painter``.
    """
    file = folder / "quiz.db"
    store = await asyncio.to_thread(open_store, url_of(file))
    valve = Valve(store)
    source = ListSource(questions)
    loop, draws = asyncio.get_running_loop(), painter()
    draws.warm_up()

    def clock() -> float:
        return begins + loop.time()

    def make_bot() -> GumshoeBot:
        return GumshoeBot(
            make_sessions=lambda stages: Sessions(valve, stages, clock, judge or PackJudge(())),
            store=store,
            source=bank or source,
            languages=LANGUAGES,
            clock=clock,
            make_random=lambda: Random(7),
            edit_seconds=EDIT_SECONDS,
            lobby_seconds=lobby_seconds,
            importer=lambda job: asyncio.to_thread(do_job, job),
            message_content=message_content,
            painter=draws,
        )

    try:
        async with simcord.run(make_bot(), shard_count=1, check_errors=check_errors) as env:
            setattr(env, "_settle_internal", partial(env._settle_internal, idle=IDLE_SECONDS))  # noqa: B010
            yield World(env, store, file, valve, source, make_bot)
    finally:
        draws.close()
        await store.close()


def cards(channel: ChannelHandle) -> list[discord.Message]:
    """The messages that everybody sees in a channel, oldest first."""
    return [message for message in channel.history() if not message.flags.ephemeral]


def text_of(message: discord.Message | None) -> str:
    """All that a message says, a line each."""
    assert message is not None
    texts = [item.content for item in _walk(message.components) if isinstance(item, discord.TextDisplay)]
    return "\n".join([message.content, *texts]).strip()


def buttons_of(message: discord.Message) -> list[str]:
    """The labels of the buttons that can be pressed."""
    items = _walk(message.components)
    return [str(item.label) for item in items if isinstance(item, discord.Button) and not item.disabled]


def card_in(channel: ChannelHandle) -> discord.Message:
    """The newest card of a question in a channel."""
    return next(message for message in reversed(cards(channel)) if "Question " in text_of(message))


def said(result: InteractionResult) -> str:
    """What the bot answered to an interaction, privately or not."""
    answer = result.response or next(iter(result.followups), None)
    assert answer is not None
    return text_of(answer.message)


def _walk(components: Sequence[Any]) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))
