"""A channel that a stage can paint in, without Discord: it keeps what it was sent, and fails on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import discord
from discord import ui

from bot.pictures.records import Picture
from bot.store.board_records import Aftermath
from bot.views.notes import Notes

NO_NOTES = Notes(lambda _task: None)
"""Where nobody answers by an interaction there is nobody to be told."""


async def no_picture(_picture: Picture) -> bytes | None:
    """As where nothing can be drawn."""
    return None


async def no_aftermath(_gained: Mapping[int, int]) -> Aftermath:
    """Nobody has moved on a leaderboard, or earned anything."""
    return Aftermath()


@dataclass
class _Response:
    status: int
    reason: str = "injected"


def failure(status: int, code: int = 0) -> discord.HTTPException:
    """The exception that discord.py raises for an answer of this status and code."""
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    if status >= 500:
        kind = discord.DiscordServerError
    return kind(cast(Any, _Response(status)), {"code": code, "message": f"refused with {code or status}"})


def texts(view: ui.LayoutView | None) -> str:
    """All text of a layout, a line each."""
    if view is None:
        return ""
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def labels(view: ui.LayoutView) -> list[str]:
    """The labels of the buttons of a layout that can be pressed."""
    return [
        str(item.label)
        for item in map(_plain, view.walk_children())
        if isinstance(item, ui.Button) and not item.disabled
    ]


def _plain(item: ui.Item[Any]) -> ui.Item[Any]:
    return item.item if isinstance(item, ui.DynamicItem) else item


@dataclass
class Message:
    """What was sent, and everything that it showed since."""

    id: int
    nonce: str | None
    shown: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    pictured: bool = False

    @property
    def text(self) -> str:
        return self.shown[-1]


@dataclass
class FakeChannel:
    """``calls`` lists every attempt; ``failures`` are raised by the next calls, first one first.

    Nothing gets through while it is ``down``, and no message with the words of ``poison``; an edit of those
    in ``broken`` gets that status. ``answers_after`` is how long an answer takes when all
    is done, ``refuses_files`` the status that files get.
    """

    messages: dict[int, Message] = field(default_factory=dict)
    calls: list[tuple[str, str | None]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    sent_in_spite_of_failure: bool = False
    down: bool = False
    poison: str | None = None
    broken: dict[int, int] = field(default_factory=dict)
    refuses_files: int | None = None
    answers_after: float = 0.0
    sent: int = 0

    def as_channel(self) -> discord.PartialMessageable:
        return cast(discord.PartialMessageable, self)

    @property
    def last(self) -> Message:
        return self.messages[max(self.messages)]

    async def send(
        self,
        content: str | None = None,
        *,
        view: ui.LayoutView | None = None,
        nonce: str | None = None,
        allowed_mentions: discord.AllowedMentions | None = None,
        file: discord.File | None = None,
    ) -> Message:
        self.calls.append(("send", nonce))
        if file is not None and self.refuses_files is not None:
            raise failure(self.refuses_files, 50013)
        if self.down or (self.poison is not None and self.poison in texts(view)):
            raise failure(503)
        if self.failures and not self.sent_in_spite_of_failure:
            raise self.failures.pop(0)
        twin = next((message for message in self.messages.values() if nonce and message.nonce == nonce), None)
        if twin is None:
            self.sent += 1
            twin = Message(self.sent, nonce, pictured=file is not None)
            self.messages[twin.id] = twin
            self._show(twin, content, view)
        if self.failures:
            raise self.failures.pop(0)
        await asyncio.sleep(self.answers_after)
        return twin

    def get_partial_message(self, id: int) -> FakePartial:
        return FakePartial(self, id)

    def _show(self, message: Message, content: str | None, view: ui.LayoutView | None) -> None:
        message.shown.append(content or texts(view))
        message.buttons = labels(view) if view else []


@dataclass
class FakePartial:
    """A message that is known by its id only."""

    channel: FakeChannel
    id: int

    async def edit(self, *, view: ui.LayoutView, allowed_mentions: discord.AllowedMentions) -> None:
        self.channel.calls.append(("edit", str(self.id)))
        if self.channel.failures:
            raise self.channel.failures.pop(0)
        if self.channel.down or self.id in self.channel.broken:
            raise failure(self.channel.broken.get(self.id, 503))
        if self.id not in self.channel.messages:
            raise failure(404, 10008)
        self.channel._show(self.channel.messages[self.id], None, view)
        await asyncio.sleep(self.channel.answers_after)
