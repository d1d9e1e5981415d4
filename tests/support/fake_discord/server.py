"""The fake itself: a Discord on loopback, with real HTTP and a real WebSocket."""

from __future__ import annotations

import socket
from types import TracebackType
from typing import Any

from aiohttp import web
from discord import Permissions

from tests.support.fake_discord.board import Board
from tests.support.fake_discord.commands import Commands
from tests.support.fake_discord.faults import Faults
from tests.support.fake_discord.front import PREFIX, Call, Front
from tests.support.fake_discord.gateway import Gateway
from tests.support.fake_discord.interactions import Desk
from tests.support.fake_discord.limits import Limits
from tests.support.fake_discord.people import Person, Switchboard
from tests.support.fake_discord.record import Record
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.rest import Rest
from tests.support.fake_discord.world import JSON, Channel, Guild, Role, World

TOKEN = "stand.in.token"
_DEADLINE = 3.0
_GATEWAY = "/gateway"


class FakeDiscord:
    """``async with FakeDiscord() as discord:`` serves until the block ends.

    ``limits`` switches Discord's rate limits on; ``granted_intents`` are the privileged intents that the
    owner switched on; ``patience`` is how long an interaction waits for its acknowledgement, in seconds.
    """

    def __init__(
        self,
        *,
        limits: bool = False,
        granted_intents: int = 0,
        patience: float = _DEADLINE,
        token: str = TOKEN,
    ) -> None:
        self.token = token
        self.world = World()
        self.record = Record()
        self.faults = Faults()
        self.gateway = Gateway(self.world, self.record, token, granted_intents)
        self.board = Board(self.world, self.gateway, self.record)
        self.desk = Desk(self.world, self.board, patience)
        self.commands = Commands(self.world)
        self._front = Front(self.record, self.faults, Limits() if limits else None, token)
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def __aenter__(self) -> FakeDiscord:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_get(_GATEWAY, self.gateway.serve)
        rest = Rest(self.world, self.gateway, self.board, self.desk, self.commands)
        app.router.add_routes([self._front.route(line, handler) for line, handler in rest.routes()])
        app.router.add_routes([self._front.route("* /{unknown:.*}", _unknown, known=False)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        listening = socket.create_server(("127.0.0.1", port), backlog=1024)
        await web.SockSite(self._runner, listening, backlog=1024).start()
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        self.url = f"http://{host}{PREFIX}"
        self.gateway.url = f"ws://{host}{_GATEWAY}"

    async def close(self) -> None:
        self.faults.clear()
        self.gateway.close()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # Making servers and people. Make servers before the bot connects, or it is told of them as new ones.

    def guild(self, name: str = "Alias Investigations", *, shard: int | None = None) -> Guild:
        """A server, on the given one of the gateway's shards if that matters."""
        guild = self.world.add_guild(name, shard, self.gateway.shards)
        self.gateway.dispatch("GUILD_CREATE", guild.arrival(), guild.id)
        return guild

    def channel(self, guild: Guild, name: str = "quiz") -> Channel:
        channel = self.world.add_channel(guild, name)
        self.gateway.dispatch("CHANNEL_CREATE", channel.payload(), guild.id)
        return channel

    def thread(self, parent: Channel, name: str = "side") -> Channel:
        thread = self.world.add_channel(parent.guild, name, parent.id)
        self.gateway.dispatch("THREAD_CREATE", thread.payload(), parent.guild.id)
        return thread

    def role(self, guild: Guild, name: str, **permissions: bool) -> Role:
        role = self.world.add_role(guild, name, **permissions)
        self.gateway.dispatch(
            "GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": role.payload()}, guild.id
        )
        return role

    def person(self, guild: Guild, name: str, *roles: Role) -> Person:
        to = Switchboard(self.world, self.gateway, self.board, self.desk, self.commands, self.record)
        return Person(to, self.world.add_member(guild, name, roles))

    # What happens to them

    def forbid(self, channel: Channel, *, quietly: bool = False, **permissions: bool) -> None:
        """Take permissions from the bot in a channel; ``quietly``: Discord's notice has not come yet."""
        self._overwrite(channel, 0, Permissions(**permissions).value, quietly=quietly)

    def allow(self, channel: Channel) -> None:
        """Give the bot its permissions in the channel back."""
        self._overwrite(channel, 0, 0, quietly=False)

    def delete_message(self, message: JSON) -> None:
        """Somebody deletes the message."""
        channel = self.world.channels[int(message["channel_id"])]
        self.board.delete(channel, message)

    def purge(self, channel: Channel) -> None:
        """Somebody deletes all messages of the channel at once."""
        ids = [str(id) for id in channel.messages]
        channel.messages.clear()
        gone = {"ids": ids, "channel_id": str(channel.id), "guild_id": str(channel.guild.id)}
        self.gateway.dispatch("MESSAGE_DELETE_BULK", gone, channel.guild.id)
        self.record.touch()

    def delete_channel(self, channel: Channel) -> None:
        self.world.remove_channel(channel)
        self.gateway.dispatch("CHANNEL_DELETE", channel.payload(), channel.guild.id)

    def kick(self, guild: Guild) -> None:
        """Take the bot out of the server."""
        self.world.remove_guild(guild)
        self.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild.id)

    def _overwrite(self, channel: Channel, allow: int, deny: int, *, quietly: bool) -> None:
        channel.overwrites[self.world.application_id] = (1, allow, deny)
        if not quietly:
            self.gateway.dispatch("CHANNEL_UPDATE", channel.payload(), channel.guild.id)


def _unknown(_: Call) -> Any:
    raise RefusalError(No.NOT_FOUND)
