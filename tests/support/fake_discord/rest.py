"""Discord's HTTP routes, as far as a quiz bot needs them: a call in, the JSON of the answer out."""

from __future__ import annotations

from typing import Any

from discord import Permissions

from tests.support.fake_discord import checks
from tests.support.fake_discord.board import Board
from tests.support.fake_discord.commands import Commands
from tests.support.fake_discord.front import Call, Handler
from tests.support.fake_discord.gateway import Gateway
from tests.support.fake_discord.interactions import Desk
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON, Channel, Guild, World


class Rest:
    def __init__(self, world: World, gateway: Gateway, board: Board, desk: Desk, commands: Commands) -> None:
        self._world = world
        self._gateway = gateway
        self._board = board
        self._desk = desk
        self._commands = commands

    def routes(self) -> tuple[tuple[str, Handler], ...]:
        message = "/channels/{channel}/messages/{message:[0-9]+}"
        answer = "/webhooks/{app}/{token}/messages/{message}"
        return (
            ("GET /users/@me", lambda _: self._world.bot_user()),
            ("GET /users/@me/guilds", self._guilds),
            ("GET /users/{user:[0-9]+}", self._user),
            ("GET /oauth2/applications/@me", self._application),
            ("GET /applications/@me", self._application),
            ("GET /gateway", lambda _: {"url": self._gateway.url}),
            ("GET /gateway/bot", self._gateway_bot),
            ("GET /guilds/{guild}", lambda call: self._guild(call).payload()),
            ("GET /guilds/{guild}/channels", self._channels),
            ("GET /guilds/{guild}/roles", self._roles),
            ("GET /guilds/{guild}/members/{user}", self._member),
            ("GET /channels/{channel}", lambda call: self._channel(call).payload()),
            ("POST /channels/{channel}/typing", self._typing),
            ("GET /channels/{channel}/messages", self._history),
            ("POST /channels/{channel}/messages", self._send),
            (f"GET {message}", self._read),
            (f"PATCH {message}", self._edit),
            (f"DELETE {message}", self._delete),
            (f"PUT {message}/reactions/{{emoji}}/@me", self._react),
            ("POST /interactions/{id}/{token}/callback", self._callback),
            ("POST /webhooks/{app}/{token}", self._follow_up),
            (f"GET {answer}", lambda call: self._desk.find(call.ids["token"], call.ids["message"])),
            (f"PATCH {answer}", self._edit_answer),
            (f"DELETE {answer}", lambda call: self._desk.delete(call.ids["token"], call.ids["message"])),
            *self._commands.routes(),
        )

    # Who and where

    def _application(self, _: Call) -> JSON:
        owner = {"id": "1", "username": "owner", "discriminator": "0", "avatar": None, "global_name": None}
        return {
            "id": str(self._world.application_id),
            "name": self._world.bot_name,
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": owner,
            "team": None,
            "verify_key": "",
            "flags": 0,
            "approximate_guild_count": len(self._world.guilds),
        }

    def _gateway_bot(self, _: Call) -> JSON:
        gateway = self._gateway
        start = {
            "total": 1000,
            "remaining": 1000,
            "reset_after": 0,
            "max_concurrency": gateway.max_concurrency,
        }
        return {"url": gateway.url, "shards": gateway.shards, "session_start_limit": start}

    def _guilds(self, call: Call) -> list[JSON]:
        after = int(call.query.get("after") or 0)
        return [
            guild.payload()
            | {"owner": False, "permissions": str(guild.permissions(self._world.bot_in(guild)))}
            for guild in self._world.guilds.values()
            if guild.id > after
        ]

    def _user(self, call: Call) -> JSON:
        for guild in self._world.guilds.values():
            if member := guild.members.get(call.id("user")):
                return member.user()
        raise RefusalError(No.UNKNOWN_USER)

    def _guild(self, call: Call) -> Guild:
        guild = self._world.guilds.get(call.id("guild"))
        if guild is None:
            raise RefusalError(No.UNKNOWN_GUILD)
        return guild

    def _channels(self, call: Call) -> list[JSON]:
        return [channel.payload() for channel in self._guild(call).channels.values()]

    def _roles(self, call: Call) -> list[JSON]:
        return [role.payload() for role in self._guild(call).roles.values()]

    def _member(self, call: Call) -> JSON:
        member = self._guild(call).members.get(call.id("user"))
        if member is None:
            raise RefusalError(No.UNKNOWN_MEMBER)
        return member.payload()

    # Messages

    def _channel(self, call: Call, needed: Permissions | None = None) -> Channel:
        """The channel, where the bot may see it, and do there what is needed."""
        channel = self._world.channels.get(call.id("channel"))
        if channel is None:
            raise RefusalError(No.UNKNOWN_CHANNEL)
        bits = channel.permissions(self._world.bot_in(channel.guild))
        if not bits & Permissions.view_channel.flag:
            raise RefusalError(No.MISSING_ACCESS)
        if needed and needed.value & ~bits:
            raise RefusalError(No.MISSING_PERMISSIONS)
        return channel

    def _message(self, channel: Channel, call: Call) -> JSON:
        message = channel.messages.get(call.id("message"))
        if message is None:
            raise RefusalError(No.UNKNOWN_MESSAGE)
        return message

    def _typing(self, call: Call) -> None:
        self._channel(call, Permissions(send_messages=True))

    def _history(self, call: Call) -> list[JSON]:
        messages = self._channel(call, Permissions(read_message_history=True)).messages
        before = int(call.query.get("before") or 2**63)
        found = [message for id, message in messages.items() if id < before]
        return found[::-1][: int(call.query.get("limit") or 50)]

    def _send(self, call: Call) -> JSON:
        channel = self._channel(call, Permissions(send_messages=True, attach_files=bool(call.files)))
        checks.message(call.body, files=bool(call.files))
        reference = call.body.get("message_reference") or {}
        answered = int(reference.get("message_id") or 0)
        if answered and answered not in channel.messages and reference.get("fail_if_not_exists", True):
            raise RefusalError(No.INVALID_FORM, {"message_reference": "Unknown message"})
        return self._board.post(channel, self._world.bot_in(channel.guild), call.body, call.files)

    def _read(self, call: Call) -> JSON:
        return self._message(self._channel(call, Permissions(read_message_history=True)), call)

    def _edit(self, call: Call) -> JSON:
        channel = self._channel(call)
        message = self._message(channel, call)
        if message["author"]["id"] != str(self._world.application_id):
            raise RefusalError(No.NOT_THE_AUTHOR)
        checks.edit(call.body, message, files=bool(call.files))
        return self._board.edit(channel, message, call.body, call.files)

    def _delete(self, call: Call) -> None:
        channel = self._channel(call)
        message = self._message(channel, call)
        if message["author"]["id"] != str(self._world.application_id):
            self._channel(call, Permissions(manage_messages=True))
        self._board.delete(channel, message)

    def _react(self, call: Call) -> None:
        channel = self._channel(call, Permissions(add_reactions=True, read_message_history=True))
        self._message(channel, call).setdefault("reactions", []).append(
            {"emoji": {"id": None, "name": call.ids["emoji"]}, "count": 1, "me": True}
        )

    # Interactions

    def _callback(self, call: Call) -> Any:
        answer = self._desk.acknowledge(call.id("id"), call.ids["token"], call.body, call.files)
        return answer if call.query.get("with_response") in ("1", "true") else None

    def _follow_up(self, call: Call) -> JSON:
        return self._desk.follow_up(call.ids["token"], call.body, call.files)

    def _edit_answer(self, call: Call) -> JSON:
        return self._desk.edit(call.ids["token"], call.ids["message"], call.body, call.files)
