"""What Discord is told of the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import discord
from discord.app_commands import Command

from bot.client import GumshoeBot
from bot.cogs.translation import CommandTranslator, option_code
from bot.texts.catalogue import FOLDER, Languages
from tests.support.simcord_bot import discord_world
from tests.support.texts import TEXTS

DESCRIPTION_LIMIT = 100
Node = dict[str, Any]


def nodes(payload: list[Node]) -> Iterator[Node]:
    for node in payload:
        yield node
        yield from nodes(node.get("options", []))
        yield from nodes(node.get("choices", []))


GERMAN = {
    "Play a quiz in this channel": "Ein Quiz",
    "Start a quiz in this channel": "Los",
    "How hard the questions are": "Wie schwer",
    "easy": "leicht",
    "medium": "mittel",
    "hard": "schwer",
    "any": "egal",
}
"""What the German catalogue of a test says in other words than the English one."""


def german_commands() -> str:
    text = (FOLDER / "en" / "commands.ftl").read_text(encoding="utf-8")
    for english, german in GERMAN.items():
        assert f" = {english}\n" in text
        text = text.replace(f" = {english}\n", f" = {german}\n")
    return text


async def test_every_command_option_and_value_has_its_text(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        tree = cast(GumshoeBot, world.env.bot).tree
        payload = [command.to_dict(tree) for command in tree.get_commands()]
        choices = [
            choice
            for command in tree.walk_commands()
            if isinstance(command, Command)
            for parameter in command.parameters
            for choice in parameter.choices
        ]

    about = [node["description"] for node in nodes(payload) if "description" in node]
    texts = {code: TEXTS(code) for code in TEXTS.patterns if code.startswith(("command-", "option-"))}
    assert {text for code, text in texts.items() if code.startswith("command-")} == set(about)
    assert {option_code(choice): choice.name for choice in choices} == {
        code: text for code, text in texts.items() if code.startswith("option-")
    }
    assert all(len(text) <= DESCRIPTION_LIMIT for text in about)


MANAGE_SERVER = discord.Permissions(manage_guild=True)

SHOWN_TO = {
    "quiz": None,
    "daily": None,
    "leaderboard": None,
    "stats": None,
    "privacy": None,
    "help": None,
    "question": None,
    "fact": MANAGE_SERVER,
    "pack": MANAGE_SERVER,
    "schedule": MANAGE_SERVER,
    "settings": MANAGE_SERVER,
}
"""Who sees a command until a server decides otherwise under Integrations; None is everybody."""


async def test_servers_can_govern_each_command_and_begin_with_these_defaults(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        commands = cast(GumshoeBot, world.env.bot).tree.get_commands()
    assert {command.name: command.default_permissions for command in commands} == SHOWN_TO


async def test_a_language_with_a_catalogue_is_sent_beside_english(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "all.ftl").write_text("unused = -")
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "all.ftl").write_text(german_commands(), encoding="utf-8")
    async with discord_world(tmp_path, ()) as world:
        tree = cast(GumshoeBot, world.env.bot).tree
        group = tree.get_command("quiz")
        assert group is not None
        payload = await group.get_translated_payload(tree, CommandTranslator(Languages(tmp_path)))

    assert payload["description_localizations"] == {"de": "Ein Quiz"}
    start = payload["options"][0]
    assert start["description_localizations"] == {"de": "Los"}
    levels = next(option for option in start["options"] if option["name"] == "level")
    assert levels["description_localizations"] == {"de": "Wie schwer"}
    assert levels["choices"][1]["name_localizations"] == {"de": "leicht"}
    assert not start.get("name_localizations")
