"""Servers, channels, members and permissions, and how Discord writes them as JSON."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from discord import Permissions

JSON = dict[str, Any]

_EPOCH_MS = 1_420_070_400_000
_JOINED = "2024-01-01T00:00:00+00:00"
_CUSTOMARY = Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
    attach_files=True,
    add_reactions=True,
    use_application_commands=True,
)


def timestamp() -> str:
    return datetime.now(UTC).isoformat()


@dataclass(slots=True)
class Role:
    id: int
    name: str
    permissions: int

    def payload(self) -> JSON:
        return {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(self.permissions),
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(slots=True)
class Member:
    id: int
    name: str
    guild: Guild
    roles: list[int] = field(default_factory=list)
    bot: bool = False

    def user(self) -> JSON:
        return {
            "id": str(self.id),
            "username": self.name.lower(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
        }

    def payload(self) -> JSON:
        return {
            "user": self.user(),
            "roles": [str(role) for role in self.roles],
            "joined_at": _JOINED,
            "nick": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }


@dataclass(slots=True)
class Channel:
    """A text channel, or with a ``parent`` a thread in one."""

    id: int
    name: str
    guild: Guild
    parent: int | None = None
    messages: dict[int, JSON] = field(default_factory=dict)
    overwrites: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """By role or member id: 0 for a role and 1 for a member, bits allowed, bits denied."""

    def payload(self) -> JSON:
        return {
            "id": str(self.id),
            "type": 0 if self.parent is None else 11,
            "guild_id": str(self.guild.id),
            "name": self.name,
            "position": 0,
            "permission_overwrites": [
                {"id": str(id), "type": kind, "allow": str(allow), "deny": str(deny)}
                for id, (kind, allow, deny) in self.overwrites.items()
            ],
            "nsfw": False,
            "topic": None,
            "parent_id": self.parent and str(self.parent),
            "rate_limit_per_user": 0,
            "last_message_id": None,
            "flags": 0,
            **({} if self.parent is None else self._thread()),
        }

    def _thread(self) -> JSON:
        since = timestamp()
        about = {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": since,
            "locked": False,
        }
        owner = str(self.guild.owner_id)
        return {"owner_id": owner, "thread_metadata": about, "message_count": 0, "member_count": 1}

    def permissions(self, member: Member) -> int:
        """The member's permissions here: the roles', then the channel's overwrites, widest first."""
        guild = self.guild
        bits = guild.permissions(member)
        if member.id == guild.owner_id or bits & Permissions.administrator.flag:
            return Permissions.all().value
        _, allow, deny = self.overwrites.get(guild.id, (0, 0, 0))
        bits = bits & ~deny | allow
        of_roles = [self.overwrites[role] for role in member.roles if role in self.overwrites]
        for _, _, deny in of_roles:
            bits &= ~deny
        for _, allow, _ in of_roles:
            bits |= allow
        _, allow, deny = self.overwrites.get(member.id, (1, 0, 0))
        return bits & ~deny | allow


@dataclass(slots=True)
class Guild:
    id: int
    name: str
    owner_id: int
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    def permissions(self, member: Member) -> int:
        bits = self.roles[self.id].permissions
        for role in member.roles:
            bits |= self.roles[role].permissions
        return bits

    def payload(self) -> JSON:
        """As GET /guilds/{id} gives it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "icon": None,
            "roles": [role.payload() for role in self.roles.values()],
            "emojis": [],
            "stickers": [],
            "features": [],
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "afk_timeout": 300,
            "premium_tier": 0,
            "preferred_locale": "en-US",
            "approximate_member_count": len(self.members),
        }

    def arrival(self) -> JSON:
        """As GUILD_CREATE gives it; of the members only the bots, as for a bot without the members intent."""
        return self.payload() | {
            "unavailable": False,
            "large": False,
            "member_count": len(self.members),
            "joined_at": _JOINED,
            "channels": [one.payload() for one in self.channels.values() if one.parent is None],
            "members": [member.payload() for member in self.members.values() if member.bot],
            "threads": [one.payload() for one in self.channels.values() if one.parent is not None],
            "voice_states": [],
            "presences": [],
        }


class World:
    """All that exists on the fake. Changing it tells nobody; the FakeDiscord does that."""

    def __init__(self, bot_name: str = "Gumshoe") -> None:
        self._count = itertools.count()
        self.bot_name = bot_name
        self.application_id = self.snowflake()
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}

    def snowflake(self) -> int:
        return int(time.time() * 1000 - _EPOCH_MS) << 22 | next(self._count) & 0x3FFFFF

    def bot_user(self) -> JSON:
        return {
            "id": str(self.application_id),
            "username": self.bot_name,
            "global_name": None,
            "discriminator": "0001",
            "avatar": None,
            "bot": True,
            "verified": True,
            "mfa_enabled": False,
            "flags": 0,
        }

    def add_guild(self, name: str, shard: int | None = None, shards: int = 1) -> Guild:
        """A server with its owner and the bot, on one of the shards if that is given."""
        id, owner = self.snowflake(), self.snowflake()
        if shard is not None:
            id += (shard - (id >> 22)) % shards << 22
        guild = Guild(id, name, owner)
        guild.roles[id] = Role(id, "@everyone", _CUSTOMARY.value)
        guild.members[owner] = Member(owner, f"Owner of {name}", guild)
        guild.members[self.application_id] = Member(self.application_id, self.bot_name, guild, bot=True)
        self.guilds[id] = guild
        return guild

    def add_channel(self, guild: Guild, name: str, parent: int | None = None) -> Channel:
        channel = Channel(self.snowflake(), name, guild, parent)
        guild.channels[channel.id] = self.channels[channel.id] = channel
        return channel

    def remove_channel(self, channel: Channel) -> None:
        self.channels.pop(channel.id, None)
        channel.guild.channels.pop(channel.id, None)

    def remove_guild(self, guild: Guild) -> None:
        for channel in list(guild.channels.values()):
            self.remove_channel(channel)
        self.guilds.pop(guild.id, None)

    def add_role(self, guild: Guild, name: str, **permissions: bool) -> Role:
        role = Role(self.snowflake(), name, Permissions(**permissions).value)
        guild.roles[role.id] = role
        return role

    def add_member(self, guild: Guild, name: str, roles: tuple[Role, ...] = ()) -> Member:
        member = Member(self.snowflake(), name, guild, [role.id for role in roles])
        guild.members[member.id] = member
        return member

    def bot_in(self, guild: Guild) -> Member:
        return guild.members[self.application_id]
