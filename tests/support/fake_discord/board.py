"""Messages come, change and go in channels, and the bot is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.fake_discord.gateway import Gateway
from tests.support.fake_discord.messages import amend, compose
from tests.support.fake_discord.record import Record
from tests.support.fake_discord.world import JSON, Channel, Member, World


class Board:
    def __init__(self, world: World, gateway: Gateway, record: Record) -> None:
        self._world = world
        self._gateway = gateway
        self._record = record

    def post(
        self,
        channel: Channel,
        author: Member,
        body: JSON,
        files: tuple[str, ...] = (),
        mentions: Sequence[JSON] = (),
    ) -> JSON:
        message = self.private(channel, author, body, files)
        message["mentions"] = list(mentions)
        channel.messages[int(message["id"])] = message
        reference = message.get("message_reference")
        if reference:
            message["referenced_message"] = channel.messages.get(int(reference["message_id"]))
        member = author.payload()
        member.pop("user")
        self._tell("MESSAGE_CREATE", channel, message | {"member": member})
        return message

    def private(self, channel: Channel, author: Member, body: JSON, files: tuple[str, ...] = ()) -> JSON:
        """A message that only one member sees: it stands in no channel, and the gateway is silent on it."""
        user = self._world.bot_user() if author.bot else author.user()
        return compose(self._world.snowflake(), channel.id, user, body, files)

    def edit(self, channel: Channel, message: JSON, body: JSON, files: tuple[str, ...] = ()) -> JSON:
        amend(message, body, files)
        if int(message["id"]) in channel.messages:
            self._tell("MESSAGE_UPDATE", channel, message)
        return message

    def delete(self, channel: Channel, message: JSON) -> None:
        if channel.messages.pop(int(message["id"]), None):
            gone = {"id": message["id"], "channel_id": message["channel_id"]}
            self._tell("MESSAGE_DELETE", channel, gone)

    def _tell(self, event: str, channel: Channel, data: JSON) -> None:
        guild = channel.guild
        self._gateway.dispatch(event, data | {"guild_id": str(guild.id)}, guild.id)
        self._record.touch()
