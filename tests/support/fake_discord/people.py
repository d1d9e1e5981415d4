"""What members do: run commands, click, choose, fill in forms, write. Each act goes to the bot at once."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from discord import Permissions

from tests.support.fake_discord.board import Board
from tests.support.fake_discord.commands import GROUP, SUBCOMMAND, Commands
from tests.support.fake_discord.gateway import Gateway
from tests.support.fake_discord.interactions import Callback, Desk, Interaction, Kind
from tests.support.fake_discord.messages import BUTTON, buttons_of, walk
from tests.support.fake_discord.record import Record
from tests.support.fake_discord.world import JSON, Channel, Member, World

_STRING_SELECT, _TEXT_INPUT, _ROW, _LABEL, _TEXT = 3, 4, 1, 18, 10
_USER, _CHANNEL, _ROLE, _MENTIONABLE, _ATTACHMENT = 6, 7, 8, 9, 11
_MANY = (3, 5, 6, 7, 8, 19, 22)
"""Form fields that take several values."""


@dataclass(frozen=True, slots=True)
class Switchboard:
    """What a person needs of the fake."""

    world: World
    gateway: Gateway
    board: Board
    desk: Desk
    commands: Commands
    record: Record


@dataclass(frozen=True, slots=True)
class Said:
    """A member's message, to wait for what the bot makes of it."""

    message: JSON
    channel: Channel
    _record: Record

    async def reacted(self, seconds: float = 30.0) -> str:
        """The bot's emoji. Raises TimeoutError."""
        await self._record.until(lambda: bool(self.message.get("reactions")), seconds)
        emoji: str = self.message["reactions"][0]["emoji"]["name"]
        return emoji

    async def replied(self, seconds: float = 30.0) -> JSON:
        """The message that replies to this one. Raises TimeoutError."""

        def replies() -> list[JSON]:
            return [found for found in self.channel.messages.values() if self._is_answer(found)]

        await self._record.until(lambda: bool(replies()), seconds)
        return replies()[0]

    def _is_answer(self, message: JSON) -> bool:
        answered = message.get("message_reference") or {}
        return bool(answered.get("message_id") == self.message["id"])


class Person:
    """A member of a server. No act waits; the returned Interaction is awaited for the bot's answer."""

    def __init__(self, switchboard: Switchboard, member: Member) -> None:
        self._to = switchboard
        self.member = member
        self.messages = Channel(switchboard.world.snowflake(), "direct messages", member.guild)
        """The direct messages with the bot."""
        switchboard.world.channels[self.messages.id] = self.messages

    @property
    def id(self) -> int:
        return self.member.id

    def run(self, channel: Channel, command: str, **options: Any) -> Interaction:
        """A slash command by its path ("quiz start"). Raises LookupError where it is not offered."""
        data = self._command(channel, command, options)
        return self._act(Kind.COMMAND, channel, data)

    def force(self, channel: Channel, command: str, *options: JSON) -> Interaction:
        """A slash command with options as they are given, whatever it takes and to whom it is offered."""
        return self._act(Kind.COMMAND, channel, self._forced(channel, command, *options))

    def whisper(self, command: str, *options: JSON) -> Interaction:
        """The same in the direct messages with the bot, where Discord offers no command for servers."""
        forced = self._forced(self.messages, command, *options)
        return self._act(Kind.COMMAND, self.messages, forced, direct=True)

    def suggest(self, channel: Channel, command: str, typing: str, value: str, **options: Any) -> Interaction:
        """Ask for the suggestions of the option that is being typed."""
        data = self._command(channel, command, {**options, typing: value}, whole=False)
        for option in _leaf(data):
            option["focused"] = option["name"] == typing
        return self._act(Kind.AUTOCOMPLETE, channel, data)

    def click(
        self, message: JSON, custom_id: str | None = None, *, label: str | None = None, late: bool = False
    ) -> Interaction:
        """Click an enabled button, found by custom id or label. Raises LookupError.

        ``late``: the member's screen still shows the button, so that it need no longer be there.
        """

        def fits(button: JSON) -> bool:
            if label is not None:
                return button.get("label") == label and not button.get("disabled")
            return button.get("custom_id") == custom_id and not button.get("disabled")

        if not late:
            custom_id = _only(buttons_of(message), fits)["custom_id"]
        data = {"component_type": BUTTON, "custom_id": custom_id}
        return self._act(Kind.COMPONENT, self._channel(message), data, message)

    def choose(self, message: JSON, custom_id: str, *values: str) -> Interaction:
        """Pick from a menu of strings. Raises LookupError."""
        components = walk(message["components"])
        menu = _only(components, lambda part: part.get("custom_id") == custom_id and not part.get("disabled"))
        known = {option["value"] for option in menu["options"]}
        if not known.issuperset(values):
            raise LookupError(f"{values} not among {known}")
        data = {"component_type": _STRING_SELECT, "custom_id": custom_id, "values": list(values)}
        return self._act(Kind.COMPONENT, self._channel(message), data, message)

    def submit(self, form: Interaction, values: Mapping[str, Any] | str) -> Interaction:
        """Send the form that an act was answered with: values by label or custom id, or just one.

        Raises LookupError.
        """
        if form.reply is None or form.reply.kind != Callback.MODAL:
            raise LookupError("the act was not answered with a form")
        data = form.reply.data
        parts = [_filled(part, values) for part in data["components"]]
        sent = {"custom_id": data["custom_id"], "components": parts}
        return self._act(Kind.MODAL, form.channel, sent, form.source)

    def say(self, channel: Channel, text: str, *, reply_to: JSON | None = None, ping: bool = True) -> Said:
        """Write a message, perhaps as a reply, that mentions whom it answers unless ``ping`` is off."""
        body: JSON = {"content": text}
        if reply_to:
            body["message_reference"] = {"message_id": reply_to["id"], "channel_id": str(channel.id)}
        mentioned = [reply_to["author"]] if reply_to and ping else []
        message = self._to.board.post(channel, self.member, body, mentions=mentioned)
        return Said(message, channel, self._to.record)

    def repeat(self, act: Interaction) -> None:
        """Deliver the same interaction to the bot once more."""
        self._to.gateway.dispatch("INTERACTION_CREATE", act.payload, self.member.guild.id)

    def _channel(self, message: JSON) -> Channel:
        return self.member.guild.channels[int(message["channel_id"])]

    def _act(
        self,
        kind: Kind,
        channel: Channel,
        data: JSON,
        message: JSON | None = None,
        *,
        direct: bool = False,
    ) -> Interaction:
        world, guild = self._to.world, self.member.guild
        id, token = world.snowflake(), secrets.token_urlsafe(24)
        allowed = str(channel.permissions(self.member))
        payload = {
            "id": str(id),
            "application_id": str(world.application_id),
            "type": kind,
            "token": token,
            "version": 1,
            "data": data,
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
            "channel_id": str(channel.id),
            "channel": channel.payload() | {"permissions": allowed},
            "member": self.member.payload() | {"permissions": allowed},
            "app_permissions": str(channel.permissions(world.bot_in(guild))),
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(guild.id)},
            "context": 0,
            "attachment_size_limit": 10_485_760,
            **({"message": json.loads(json.dumps(message))} if message else {}),
        }
        if direct:
            for part in ("guild_id", "guild", "member", "guild_locale"):
                del payload[part]
            payload |= {"context": 1, "user": self.member.user()}
            payload["channel"] = {"id": str(channel.id), "type": 1, "recipients": [self.member.user()]}
        act = Interaction(id, token, kind, payload, channel, self.member, time.monotonic(), message)
        self._to.desk.open(act)
        self._to.gateway.dispatch("INTERACTION_CREATE", payload, guild.id)
        return act

    def _forced(self, channel: Channel, command: str, *options: JSON) -> JSON:
        data = self._command(channel, command, {}, whole=False, offered=False)
        _leaf(data).extend(options)
        return data

    def _command(
        self,
        channel: Channel,
        path: str,
        given: Mapping[str, Any],
        *,
        whole: bool = True,
        offered: bool = True,
    ) -> JSON:
        guild = self.member.guild
        command, chain = self._to.commands.find(guild.id, path)
        if offered:
            self._allowed(command, channel)
        described = {
            option["name"]: option for option in (chain[-1] if chain else command).get("options") or ()
        }
        unknown = given.keys() - described.keys()
        missing = {name for name, option in described.items() if option.get("required")} - given.keys()
        if unknown or (missing and whole):
            raise LookupError(f"/{path}: no option {sorted(unknown)}, missing {sorted(missing)}")
        resolved: JSON = {}
        options = [self._option(described[name], value, resolved) for name, value in given.items()]
        for part in reversed(chain):
            options = [{"name": part["name"], "type": part["type"], "options": options}]
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
        return data | ({"resolved": resolved} if resolved else {})

    def _allowed(self, command: JSON, channel: Channel) -> None:
        needed = command.get("default_member_permissions")
        has = channel.permissions(self.member)
        if needed is not None and int(needed) & ~has and not has & Permissions.administrator.flag:
            raise LookupError(f"/{command['name']} is not offered to {self.member.name}")

    def _option(self, described: JSON, value: Any, resolved: JSON) -> JSON:
        """An option's value; people, channels, roles and files go by id, with the whole of them beside it."""
        kind = described["type"]
        if kind in (_USER, _MENTIONABLE) and isinstance(value, Member):
            resolved.setdefault("users", {})[str(value.id)] = value.user()
            member = {key: part for key, part in value.payload().items() if key != "user"}
            resolved.setdefault("members", {})[str(value.id)] = member | {"permissions": "0"}
            value = str(value.id)
        elif kind in (_CHANNEL, _ROLE, _MENTIONABLE):
            where = "channels" if kind == _CHANNEL else "roles"
            resolved.setdefault(where, {})[str(value.id)] = value.payload() | {"permissions": "0"}
            value = str(value.id)
        elif kind == _ATTACHMENT:
            resolved.setdefault("attachments", {})[value["id"]] = value
            value = value["id"]
        return {"name": described["name"], "type": kind, "value": value}


def _leaf(data: JSON) -> list[JSON]:
    options: list[JSON] = data["options"]
    while options and options[0]["type"] in (SUBCOMMAND, GROUP):
        options = options[0]["options"]
    return options


def _only(parts: Sequence[JSON] | Any, fits: Callable[[JSON], bool]) -> JSON:
    parts = list(parts)
    for part in parts:
        if fits(part):
            return part
    raise LookupError(f"not among {[part.get('custom_id') for part in parts if part.get('custom_id')]}")


def _filled(part: JSON, values: Mapping[str, Any] | str) -> JSON:
    if part["type"] == _LABEL:
        field = part["component"]
        return {"type": _LABEL, "id": part.get("id", 0), "component": _field(field, part["label"], values)}
    if part["type"] == _ROW:
        fields = [_field(field, field.get("label", ""), values) for field in part["components"]]
        return {"type": _ROW, "id": part.get("id", 0), "components": fields}
    return {"type": _TEXT, "id": part.get("id", 0)}


def _field(field: JSON, label: str, values: Mapping[str, Any] | str) -> JSON:
    if isinstance(values, str):
        values = {field["custom_id"]: values}
    custom_id = field["custom_id"]
    many = field["type"] in _MANY
    empty: Any = [] if many else field.get("value") or ""
    value = values.get(custom_id, values.get(label, empty))
    if not value and field.get("required", True):
        raise LookupError(f"the form wants {label or custom_id}")
    filled = {"type": field["type"], "id": field.get("id", 0), "custom_id": custom_id}
    return filled | {"values" if many else "value": value}
