"""Interactions under way: what a member did, and what the bot answered."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from enum import IntEnum

from tests.support.fake_discord import checks
from tests.support.fake_discord.board import Board
from tests.support.fake_discord.messages import EPHEMERAL, text_of
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON, Channel, Member, World


class Kind(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Callback(IntEnum):
    """The ways to acknowledge an interaction."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    SUGGESTIONS = 8
    MODAL = 9


@dataclass(frozen=True, slots=True)
class Reply:
    """The bot's acknowledgement; ``at`` is ``time.monotonic()``."""

    kind: Callback
    at: float
    data: JSON

    @property
    def text(self) -> str:
        return text_of(self.data)

    @property
    def ephemeral(self) -> bool:
        return bool((self.data.get("flags") or 0) & EPHEMERAL)


@dataclass(slots=True, eq=False)
class Interaction:
    """One act of a member: ``acknowledged()`` waits for the callback, ``answered()`` for what is shown."""

    id: int
    token: str
    kind: Kind
    payload: JSON
    channel: Channel
    member: Member
    at: float
    source: JSON | None = None
    """The message whose component was used."""
    reply: Reply | None = None
    original: JSON | None = None
    messages: list[JSON] = field(default_factory=list)
    """What the member was shown in answer: the original answer, then follow-ups, each in its last state."""
    first_text: str = ""
    """What the member was told at first; the message may be edited or taken away later."""
    expired: bool = False
    _acknowledged: asyncio.Future[Reply] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    _answered: asyncio.Future[JSON] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    async def acknowledged(self, seconds: float = 30.0) -> Reply:
        """The bot's callback. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            return await asyncio.shield(self._acknowledged)

    async def answered(self, seconds: float = 30.0) -> JSON:
        """What the member is shown: a message (after a deferral, too), a modal, or the suggestions.

        Raises TimeoutError.
        """
        async with asyncio.timeout(seconds):
            return await asyncio.shield(self._answered)

    @property
    def text(self) -> str:
        """All that the member was told so far."""
        return "\n".join(text_of(message) for message in self.messages)

    def acknowledge(self, reply: Reply) -> None:
        self.reply = reply
        if not self._acknowledged.done():
            self._acknowledged.set_result(reply)

    def show(self, answer: JSON) -> None:
        if not self._answered.done():
            self.first_text = text_of(answer)
            self._answered.set_result(answer)


class Desk:
    """Takes the bot's answers to interactions, as Discord does."""

    def __init__(self, world: World, board: Board, patience: float) -> None:
        self._world = world
        self._board = board
        self.patience = patience
        self.all: dict[str, Interaction] = {}

    def open(self, interaction: Interaction) -> None:
        self.all[interaction.token] = interaction

    def acknowledge(self, id: int, token: str, body: JSON, files: tuple[str, ...]) -> JSON:
        """The callback; returns Discord's answer to it. Raises RefusalError."""
        act = self.all.get(token)
        late = act and act.reply is None and time.monotonic() - act.at > self.patience
        if act is None or act.id != id or act.expired or late:
            raise RefusalError(No.UNKNOWN_INTERACTION)
        if act.reply:
            raise RefusalError(No.ALREADY_ACKNOWLEDGED)
        data = body.get("data") or {}
        reply = Reply(Callback(body["type"]), time.monotonic(), data)
        message = self._carry_out(act, reply, files)
        act.acknowledge(reply)
        stated: JSON = {"id": str(id), "type": act.kind}
        answer: JSON = {"interaction": stated}
        if message:
            stated |= {"response_message_id": message["id"], "response_message_ephemeral": reply.ephemeral}
            stated["response_message_loading"] = reply.kind == Callback.DEFERRED_MESSAGE
            answer["resource"] = {"type": reply.kind, "message": message}
        return answer

    def _carry_out(self, act: Interaction, reply: Reply, files: tuple[str, ...]) -> JSON | None:
        data = reply.data
        match reply.kind:
            case Callback.MESSAGE:
                checks.message(data, files=bool(files))
                act.original = self._post(act, data, files)
                act.show(act.original)
            case Callback.DEFERRED_MESSAGE:
                act.original = self._post(act, data, files, shown=False)
            case Callback.DEFERRED_UPDATE:
                act.original = act.source
            case Callback.UPDATE:
                if act.source is None:
                    raise RefusalError(No.INVALID_FORM)
                checks.edit(data, act.source, files=bool(files))
                act.original = self._board.edit(act.channel, act.source, data, files)
                act.show(act.original)
            case Callback.SUGGESTIONS:
                checks.suggestions(data["choices"])
                act.show(data)
            case Callback.MODAL:
                checks.modal(data)
                act.show(data)
        return act.original if reply.kind != Callback.DEFERRED_UPDATE else None

    def follow_up(self, token: str, body: JSON, files: tuple[str, ...]) -> JSON:
        act = self._answered(token)
        if act.reply and act.reply.kind == Callback.DEFERRED_MESSAGE and act.original not in act.messages:
            return self.edit(token, "@original", body, files)
        checks.message(body, files=bool(files))
        message = self._post(act, body, files)
        act.show(message)
        return message

    def find(self, token: str, which: str) -> JSON:
        act = self._answered(token)
        known = [act.original, *act.messages]
        for message in known:
            if message and which in ("@original", message["id"]):
                return message
        raise RefusalError(No.UNKNOWN_MESSAGE)

    def edit(self, token: str, which: str, body: JSON, files: tuple[str, ...]) -> JSON:
        act, message = self._answered(token), self.find(token, which)
        checks.edit(body, message, files=bool(files))
        self._board.edit(act.channel, message, body, files)
        if message is not act.source and message not in act.messages:
            act.messages.append(message)
        act.show(message)
        return message

    def delete(self, token: str, which: str) -> None:
        act, message = self._answered(token), self.find(token, which)
        if message in act.messages:
            act.messages.remove(message)
        if message is act.original:
            act.original = None
        self._board.delete(act.channel, message)

    def _answered(self, token: str) -> Interaction:
        act = self.all.get(token)
        if act is None or act.expired or act.reply is None:
            raise RefusalError(No.UNKNOWN_WEBHOOK)
        return act

    def _post(self, act: Interaction, body: JSON, files: tuple[str, ...], *, shown: bool = True) -> JSON:
        bot = self._world.bot_in(act.channel.guild)
        private = (body.get("flags") or 0) & EPHEMERAL
        post = self._board.private if private else self._board.post
        message = post(act.channel, bot, body, files)
        if shown:
            act.messages.append(message)
        return message
