"""``/help`` tells everybody what they can do, and nobody what they cannot."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import discord
import pytest
from discord import ui
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.store.records import server_scope
from bot.texts.catalogue import Texts
from bot.views.help import FOR_QUIZMASTERS, SECTIONS, help_card
from tests.support.simcord_bot import buttons_of, discord_world, text_of
from tests.support.texts import LANGUAGES

FOR_ALL = {"question suggest", "question mine"}
FOR_MANAGERS = {"leaderboard reset"}
"""Offered to all: Discord hides no half of a command. The bot itself sees to it that only managers use it."""


async def read(member: MemberActor, channel: ChannelHandle) -> str:
    """Every section, one after the other."""
    shown = await member.slash(channel, "help")
    assert shown.ephemeral
    assert shown.response is not None
    pages = [text_of(shown.response.message)]
    for label in buttons_of(shown.response.message):
        await member.click(shown.response, label=label)
        assert label not in buttons_of(shown.response.message)
        pages.append(text_of(shown.response.message))
    assert len(set(pages)) == len(pages)
    return "\n".join(pages)


async def test_help_names_every_command_that_a_member_is_offered_and_no_other(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        admin, ann = world.member(server, "zoe", quizmaster=True), world.member(server, "ann")
        every = set(admin.available_commands(channel)) - {"help"}
        for member in (admin, ann):
            text = await read(member, channel)
            offered = set(member.available_commands(channel)) - {"help"}
            if member is ann:  # Discord hides whole groups only
                offered -= {name for name in offered if name.startswith("question")} - FOR_ALL
                offered -= FOR_MANAGERS
            assert {name for name in every if f"/{name}" in text} == offered


async def test_a_quizmaster_by_role_reads_of_own_questions_and_not_of_settings(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        role = server.create_role("Hosts")
        await world.store.change_settings(server_scope(server.id), {"quizmasters": role.id})
        host = server.add_member(world.env.create_user("host"), roles=[role])
        text = await read(host, channel)
        assert "/question add" in text
        assert "/settings" not in text


async def test_the_buttons_outlive_a_restart_and_a_lost_right(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        role = server.create_role("Admins", permissions=discord.Permissions(manage_guild=True))
        zoe = server.add_member(world.env.create_user("zoe"), roles=[role])
        shown = await zoe.slash(channel, "help")
        assert shown.response is not None
        first = text_of(shown.response.message)
        await world.kill()
        await zoe.click(shown.response, custom_id="h:own")
        assert text_of(shown.response.message) != first
        guild = world.bot.get_guild(server.id)
        assert guild is not None
        await (await guild.fetch_member(zoe.id)).remove_roles(discord.Object(role.id))
        await zoe.click(shown.response, custom_id="h:host")
        assert text_of(shown.response.message) == first


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.language)
@pytest.mark.parametrize("section", [*SECTIONS, *FOR_QUIZMASTERS])
def test_every_section_is_short_enough_for_a_phone(texts: Texts, section: str) -> None:
    (container,) = help_card(texts, section, quizmaster=True, manager=True).children
    text, _, *rows = cast("ui.Container[ui.LayoutView]", container).children
    assert len(cast("ui.TextDisplay[ui.LayoutView]", text).content) <= 900
    buttons = [button for row in rows for button in cast("ui.ActionRow[ui.LayoutView]", row).children]
    assert all(len(cast("ui.Button[ui.LayoutView]", button).label or "") <= 20 for button in buttons)
