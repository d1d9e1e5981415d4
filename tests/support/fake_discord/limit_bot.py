"""The least that a bot can do: the fake's own tests use it, and benchmarks take it as the limit.

It runs as a process by ``python -m tests.support.fake_discord.launch URL tests.support.fake_discord.limit_bot
TOKEN``. Its commands: ``/ask`` posts a question with buttons, ``/slow`` answers after a deferral, ``/form``
opens a form, ``/say topic`` suggests topics. A click is acknowledged and nothing else.
"""

from __future__ import annotations

import asyncio
import re
import sys
from typing import Any

import discord
from discord import app_commands, ui

TOPICS = ("people", "places", "dates")


class Answer(ui.DynamicItem[ui.Button[Any]], template=r"answer:(?P<choice>\d+)"):
    def __init__(self, choice: int) -> None:
        super().__init__(ui.Button(label="ABCD"[choice], custom_id=f"answer:{choice}"))
        self.choice = choice

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Answer:
        assert isinstance(item, ui.Button)
        return cls(int(match["choice"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(f"Locked in: {self.choice}", ephemeral=True)


class Question(ui.LayoutView):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        row: ui.ActionRow[Any] = ui.ActionRow(*(Answer(choice) for choice in range(4)))
        self.add_item(ui.Container(ui.TextDisplay("Who pays the rent?"), row))


class Form(ui.Modal, title="Your answer"):
    answer: ui.Label[Any] = ui.Label(text="Answer", component=ui.TextInput(custom_id="answer"))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        assert isinstance(self.answer.component, ui.TextInput)
        await interaction.response.send_message(f"You wrote {self.answer.component.value}", ephemeral=True)


class LimitBot(discord.Client):
    """``seen`` holds what came over the gateway, in words."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        plain = discord.Intents(guilds=True, guild_messages=True)
        super().__init__(intents=intents or plain, guild_ready_timeout=0.05)
        self.seen: list[str] = []
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Answer)
        self.tree.add_command(ask)
        self.tree.add_command(slow)
        self.tree.add_command(form)
        self.tree.add_command(say)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds that Discord wants between two sessions."""

    async def on_resumed(self) -> None:
        self.seen.append("resumed")

    async def on_ready(self) -> None:
        self.seen.append("ready")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.seen.append(f"channel gone: {channel.name}")

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.seen.append(f"message gone: {event.message_id}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.seen.append(f"server gone: {guild.name}")

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user and message.reference:
            await message.add_reaction("👍")
            await message.reply(f"You said: {message.content}")


@app_commands.command(description="Ask a question")
@app_commands.default_permissions(manage_guild=True)
async def ask(interaction: discord.Interaction[Any], rounds: app_commands.Range[int, 1, 20]) -> None:
    await interaction.response.send_message(f"{rounds} rounds", ephemeral=True)
    assert isinstance(interaction.channel, discord.TextChannel)
    await interaction.channel.send(view=Question())


@app_commands.command(description="Answer after a while")
async def slow(interaction: discord.Interaction[Any]) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await interaction.edit_original_response(content="Here it is")
    await interaction.followup.send("And more", ephemeral=True)


@app_commands.command(description="Fill in a form")
async def form(interaction: discord.Interaction[Any]) -> None:
    await interaction.response.send_modal(Form())


@app_commands.command(description="Choose a topic")
async def say(interaction: discord.Interaction[Any], topic: str) -> None:
    await interaction.response.send_message(f"On {topic}", ephemeral=True)


@say.autocomplete("topic")
async def _topics(_: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=topic, value=topic) for topic in TOPICS if topic.startswith(current)]


async def _main(token: str) -> None:
    async with LimitBot() as bot:
        await bot.start(token)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
