"""Who may do what with questions, facts and packs: each command, whoever sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.store.records import server_scope
from tests.support.simcord_bot import discord_world, said
from tests.support.texts import TEXTS

FACT = {"relation": "a/b", "subject": "s", "object": "o", "source": "x"}
COMMANDS: dict[str, dict[str, Any]] = {
    "question add": {},
    "question edit": {"question": 1},
    "question remove": {"question": 1},
    "question restore": {"question": 1},
    "question show": {"question": 1},
    "question list": {},
    "question search": {"text": "x"},
    "question review": {},
    "question reports": {},
    "fact add": FACT,
    "fact list": {},
    "fact remove": {"number": 1},
    "pack list": {},
    "pack show": {"pack": "noir"},
    "pack on": {"pack": "noir"},
    "pack off": {"pack": "noir"},
    "pack remove": {"pack": "noir"},
    "pack undo": {},
    "pack import": {"file": ("a.yaml", b"Who?:\n- Ann\n")},
    "pack export": {"pack": "own"},
}
FOR_ALL = {"question suggest", "question mine"}


async def test_every_command_of_these_groups_is_in_the_table(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        zoe = world.member(world.server(), "zoe", quizmaster=True)
        channel = zoe.guild.create_text_channel("quiz")
        offered = zoe.available_commands(channel)
        groups = {name for name in offered if name.split()[0] in ("question", "fact", "pack")}
        assert groups == COMMANDS.keys() | FOR_ALL


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_quizmaster_by_role_may_and_a_plain_member_may_not(tmp_path: Path, command: str) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel, role = server.create_text_channel("quiz"), server.create_role("Hosts")
        await world.store.change_settings(server_scope(server.id), {"quizmasters": role.id})
        ann = world.member(server, "ann")
        host = server.add_member(world.env.create_user("host"), roles=[role])
        for group in await world.bot.tree.fetch_commands():
            server.set_command_permissions(group.id, {ann.user: True, host.user: True})
        assert TEXTS("quizmasters-only") in said(await ann.slash(channel, command, **COMMANDS[command]))
        taken = await host.slash(channel, command, **COMMANDS[command])
        assert taken.modal is not None or TEXTS("quizmasters-only") not in said(taken)
