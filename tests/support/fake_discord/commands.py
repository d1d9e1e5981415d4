"""The slash commands that the bot has registered."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.fake_discord.front import Call, Handler
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON, World

SUBCOMMAND, GROUP = 1, 2


class Commands:
    def __init__(self, world: World) -> None:
        self._world = world
        self._by_guild: dict[int, dict[int, JSON]] = {}

    def routes(self) -> tuple[tuple[str, Handler], ...]:
        everywhere = "/applications/{app}/commands"
        here = "/applications/{app}/guilds/{guild}/commands"
        return tuple(
            route
            for path in (everywhere, here)
            for route in (
                (f"GET {path}", self._list),
                (f"PUT {path}", self._replace),
                (f"POST {path}", self._add),
                (f"GET {path}/{{command}}", lambda call: self._one(call)),
                (f"PATCH {path}/{{command}}", self._change),
                (f"DELETE {path}/{{command}}", self._remove),
            )
        )

    def find(self, guild_id: int, path: str) -> tuple[JSON, list[JSON]]:
        """The command of "group sub", and below it the chain of subcommands. Raises LookupError."""
        first, *rest = path.removeprefix("/").split()
        offered = [*self._of(guild_id).values(), *self._of(0).values()]
        command = _named(first, offered)
        chain: list[JSON] = []
        for name in rest:
            chain.append(_named(name, (chain[-1] if chain else command).get("options") or ()))
        return command, chain

    def _of(self, guild_id: int) -> dict[int, JSON]:
        return self._by_guild.setdefault(guild_id, {})

    def _here(self, call: Call) -> dict[int, JSON]:
        return self._of(int(call.ids.get("guild", 0)))

    def _list(self, call: Call) -> list[JSON]:
        return list(self._here(call).values())

    def _replace(self, call: Call) -> list[JSON]:
        here = self._here(call)
        ids = {command["name"]: id for id, command in here.items()}
        here.clear()
        for body in call.body:
            self._put(call, body, ids.get(body["name"]))
        return list(here.values())

    def _add(self, call: Call) -> JSON:
        ids = {command["name"]: id for id, command in self._here(call).items()}
        return self._put(call, call.body, ids.get(call.body["name"]))

    def _put(self, call: Call, body: JSON, id: int | None) -> JSON:
        id = id or self._world.snowflake()
        where = {"guild_id": call.ids["guild"]} if "guild" in call.ids else {}
        command = {
            "type": 1,
            "description": "",
            "default_member_permissions": None,
            **body,
            "id": str(id),
            "application_id": str(self._world.application_id),
            "version": str(id),
            **where,
        }
        self._here(call)[id] = command
        return command

    def _one(self, call: Call) -> JSON:
        command = self._here(call).get(call.id("command"))
        if command is None:
            raise RefusalError(No.UNKNOWN_COMMAND)
        return command

    def _change(self, call: Call) -> JSON:
        command = self._one(call)
        command.update(call.body)
        return command

    def _remove(self, call: Call) -> None:
        self._one(call)
        del self._here(call)[call.id("command")]


def _named(name: str, offered: Sequence[JSON]) -> JSON:
    for command in offered:
        if command["name"] == name:
            return command
    raise LookupError(f"no command {name!r} among {[command['name'] for command in offered]}")
