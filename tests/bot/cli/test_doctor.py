"""What ``gumshoe doctor`` says of the servers that the bot is in."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bot.cli.doctor import look_at_discord, look_at_pictures, look_at_server
from bot.pictures import painter
from tests.support.fake_discord import FakeDiscord
from tests.support.simcord_bot import discord_world


async def looked_at(tmp_path: Path, **denied: bool) -> tuple[list[str], list[str]]:
    """What doctor says and what it finds wrong, where the bot is denied something in its only channel."""
    async with discord_world(tmp_path, []) as world:
        server = world.server("Noir fans")
        assert world.bot.user is not None
        overwrite = discord.PermissionOverwrite(**denied)
        server.create_text_channel("quiz", overwrites={world.bot.user: overwrite})
        said: list[str] = []
        guild = await world.bot.fetch_guild(server.id)
        problems = [problem async for problem in look_at_server(guild, world.bot.user.id, said.append)]
        return said, problems


async def test_a_server_where_the_bot_may_do_all_is_well(tmp_path: Path) -> None:
    assert await looked_at(tmp_path) == (["server Noir fans: quizzes can be played in 1 channel"], [])


async def test_a_bot_in_no_server_yet_is_told_the_link_and_that_is_no_problem(fake: FakeDiscord) -> None:
    said: list[str] = []
    problems = [problem async for problem in look_at_discord(fake.token, said.append)]
    assert problems == []
    assert said[1] == "Discord: to come: a server; invite the bot with the link below"
    assert said[2].startswith("Discord: invite link: https://discord.com/oauth2/authorize?client_id=")


@pytest.mark.usefixtures("fake")
async def test_a_refused_token_is_a_problem() -> None:
    problems = [problem async for problem in look_at_discord("another", lambda _: None)]
    assert problems == ["Discord: the token is refused: make a new one in the developer portal"]


@pytest.mark.parametrize(
    ("name", "words"), [("view_channel", "View Channel"), ("send_messages", "Send Messages")]
)
async def test_a_server_without_a_channel_to_play_in_is_a_problem(
    tmp_path: Path, name: str, words: str
) -> None:
    said, problems = await looked_at(tmp_path, **{name: False})

    assert f"no quiz here without {words}" in said[0]
    assert "no channel to play in" in problems[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [("add_reactions", "Add Reactions"), ("read_message_history", "Read Message History")],
)
async def test_what_only_the_lock_under_a_reply_needs_is_no_problem_but_said(
    tmp_path: Path, name: str, words: str
) -> None:
    said, problems = await looked_at(tmp_path, **{name: False})

    assert said[0] == (
        f"server Noir fans, #quiz: typed replies get a message instead of a lock, without {words}"
    )
    assert problems == []


def test_without_the_extra_for_pictures_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painter, "NEEDED", ("no_such_module",))
    said: list[str] = []
    look_at_pictures(said.append)
    assert said == ["pictures: none, leaderboards come as text: pip install 'gumshoe[cards]' brings them"]


async def test_a_channel_without_attach_files_is_told_to_show_text(tmp_path: Path) -> None:
    said, problems = await looked_at(tmp_path, attach_files=False)
    assert said[0] == "server Noir fans, #quiz: text instead of pictures, without Attach Files"
    assert problems == []
