"""The fake Discord behaves towards discord.py as Discord does."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import discord
import pytest
from discord import ui

from tests.support.fake_discord import (
    JSON,
    TOKEN,
    Callback,
    Channel,
    FakeDiscord,
    Guild,
    No,
    Person,
    buttons_of,
    text_of,
)
from tests.support.fake_discord.launch import point_at
from tests.support.fake_discord.limit_bot import LimitBot, Question
from tests.support.fake_discord.program import Program

RESUME, IDENTIFY = 6, 2


class Scene(NamedTuple):
    fake: FakeDiscord
    guild: Guild
    channel: Channel
    ada: Person
    bot: LimitBot

    @property
    def stage(self) -> discord.TextChannel:
        """The channel as the bot knows it."""
        found = self.bot.get_channel(self.channel.id)
        assert isinstance(found, discord.TextChannel)
        return found

    async def question(self) -> JSON:
        """A message of the bot with buttons, as it stands in the channel."""
        return self.channel.messages[(await self.stage.send(view=Question())).id]

    async def saw(self, what: str) -> None:
        while what not in self.bot.seen:  # noqa: ASYNC110 - the bot's list has no event, and real I/O moves it
            await asyncio.sleep(0.005)


@asynccontextmanager
async def playing(fake: FakeDiscord, intents: discord.Intents | None = None) -> AsyncIterator[Scene]:
    guild = fake.guild()
    channel = fake.channel(guild)
    ada = fake.person(guild, "Ada", fake.role(guild, "Quizmaster", manage_guild=True))
    bot = LimitBot(intents)
    async with bot:
        run = asyncio.create_task(bot.start(fake.token))
        await fake.gateway.ready()
        scene = Scene(fake, guild, channel, ada, bot)
        await scene.saw("ready")
        yield scene
        assert fake.record.unknown() == []
    with suppress(asyncio.CancelledError):
        await run


@pytest.fixture
async def scene(fake: FakeDiscord) -> AsyncIterator[Scene]:
    async with playing(fake) as found:
        yield found


# Members


async def test_a_slash_command_is_acknowledged_and_posts_a_message(scene: Scene) -> None:
    act = scene.ada.run(scene.channel, "ask", rounds=3)
    reply = await act.acknowledged()
    assert (reply.kind, reply.text, reply.ephemeral) == (Callback.MESSAGE, "3 rounds", True)
    await scene.fake.record.wait("POST /channels/*/messages")
    (message,) = scene.channel.messages.values()
    assert text_of(message) == "Who pays the rent?"
    assert [button["label"] for button in buttons_of(message)] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(("command", "options"), [("asks", {}), ("ask", {}), ("ask", {"rounds": 1, "x": 2})])
async def test_what_is_not_offered_cannot_be_run(scene: Scene, command: str, options: dict[str, int]) -> None:
    with pytest.raises(LookupError):
        scene.ada.run(scene.channel, command, **options)


async def test_a_command_for_managers_is_not_offered_to_others(scene: Scene) -> None:
    with pytest.raises(LookupError, match="not offered to Bea"):
        scene.fake.person(scene.guild, "Bea").run(scene.channel, "ask", rounds=1)


async def test_an_answer_after_a_deferral_and_a_follow_up_reach_the_member(scene: Scene) -> None:
    act = scene.ada.run(scene.channel, "slow")
    assert (await act.acknowledged()).kind == Callback.DEFERRED_MESSAGE
    assert text_of(await act.answered()) == "Here it is"
    await scene.fake.record.wait("POST /webhooks/*")
    assert act.text == "Here it is\nAnd more"
    assert not scene.channel.messages


async def test_a_form_comes_back_filled_in(scene: Scene) -> None:
    act = scene.ada.run(scene.channel, "form")
    assert text_of(await act.answered()) == "Your answer\nAnswer"
    sent = scene.ada.submit(act, {"Answer": "Alias"})
    assert (await sent.acknowledged()).text == "You wrote Alias"
    with pytest.raises(LookupError, match="wants Answer"):
        scene.ada.submit(act, {})


async def test_suggestions_follow_what_is_typed(scene: Scene) -> None:
    answer = await scene.ada.suggest(scene.channel, "say", "topic", "p").answered()
    assert [choice["value"] for choice in answer["choices"]] == ["people", "places"]


async def test_a_button_is_found_by_its_id_or_label(scene: Scene) -> None:
    message = await scene.question()
    assert (await scene.ada.click(message, "answer:2").acknowledged()).text == "Locked in: 2"
    assert (await scene.ada.click(message, label="B").acknowledged()).text == "Locked in: 1"
    with pytest.raises(LookupError):
        scene.ada.click(message, "answer:9")


async def test_a_hundred_members_click_at_once(scene: Scene) -> None:
    message = await scene.question()
    people = [scene.fake.person(scene.guild, f"P{number}") for number in range(100)]
    acts = [person.click(message, f"answer:{number % 4}") for number, person in enumerate(people)]
    replies = await asyncio.gather(*(act.acknowledged(20) for act in acts))
    assert [reply.text for reply in replies] == [f"Locked in: {number % 4}" for number in range(100)]


async def test_the_bot_reads_only_messages_that_mention_it(scene: Scene) -> None:
    message = await scene.question()
    said = scene.ada.say(scene.channel, "Jessica", reply_to=message)
    assert await said.reacted() == "👍"
    assert text_of(await said.replied()) == "You said: Jessica"
    silent = scene.ada.say(scene.channel, "Jessica", reply_to=message, ping=False)
    assert text_of(await silent.replied()) == "You said: "


class Menu(ui.LayoutView):
    row: ui.ActionRow[Any] = ui.ActionRow()

    @row.select(custom_id="era", options=[discord.SelectOption(label=era) for era in ("1st", "2nd")])
    async def chosen(self, interaction: discord.Interaction[Any], menu: ui.Select[Any]) -> None:
        await interaction.response.edit_message(view=ui.LayoutView().add_item(ui.TextDisplay(menu.values[0])))


async def test_a_choice_from_a_menu_changes_the_message_it_stands_in(scene: Scene) -> None:
    message = scene.channel.messages[(await scene.stage.send(view=Menu())).id]
    assert (await scene.ada.choose(message, "era", "2nd").acknowledged()).kind == Callback.UPDATE
    assert text_of(message) == "2nd"


# Messages and permissions


async def test_a_file_goes_with_its_message(scene: Scene) -> None:
    sent = await scene.stage.send("The table", file=discord.File(io.BytesIO(b"a,b"), "table.csv"))
    message = scene.channel.messages[sent.id]
    assert [file["filename"] for file in message["attachments"]] == ["table.csv"]
    assert text_of(message) == "The table"


@pytest.mark.parametrize(
    "view",
    [
        ui.LayoutView().add_item(ui.TextDisplay("x" * 4001)),
        ui.LayoutView().add_item(ui.ActionRow(ui.Button(label="x" * 81, custom_id="a"))),
        ui.LayoutView().add_item(
            ui.ActionRow(ui.Button(label="A", custom_id="a"), ui.Button(label="B", custom_id="a"))
        ),
    ],
    ids=["4001 characters", "a label of 81", "one id twice"],
)
async def test_what_discord_refuses_is_refused(scene: Scene, view: ui.LayoutView) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await scene.stage.send(view=view)
    assert (refused.value.status, refused.value.code) == (400, 50035)


async def test_an_edit_changes_the_message_and_its_buttons(scene: Scene) -> None:
    message = await scene.question()
    view = ui.LayoutView().add_item(ui.TextDisplay("Time is up"))
    await scene.stage.get_partial_message(int(message["id"])).edit(view=view)
    assert text_of(message) == "Time is up"
    with pytest.raises(LookupError):
        scene.ada.click(message, "answer:1")


async def test_a_message_deleted_by_others_is_unknown(scene: Scene) -> None:
    message = await scene.question()
    scene.fake.delete_message(message)
    with pytest.raises(discord.NotFound) as gone:
        await scene.stage.get_partial_message(int(message["id"])).edit(content="x")
    assert gone.value.code == 10008
    await scene.saw(f"message gone: {message['id']}")


async def test_a_deleted_channel_is_unknown(scene: Scene) -> None:
    stage = scene.stage
    scene.fake.delete_channel(scene.channel)
    with pytest.raises(discord.NotFound) as gone:
        await stage.send("x")
    assert gone.value.code == 10003
    await scene.saw("channel gone: quiz")


async def test_a_server_that_put_the_bot_out_is_gone(scene: Scene) -> None:
    scene.fake.kick(scene.guild)
    await scene.saw("server gone: Alias Investigations")


@pytest.mark.parametrize(("taken", "code"), [("send_messages", 50013), ("view_channel", 50001)])
async def test_permissions_taken_away_are_refused_until_given_back(
    scene: Scene, taken: str, code: int
) -> None:
    scene.fake.forbid(scene.channel, **{taken: True})
    with pytest.raises(discord.Forbidden) as refused:
        await scene.stage.send("x")
    assert refused.value.code == code
    assert not getattr(scene.stage.permissions_for(scene.stage.guild.me), taken)
    scene.fake.allow(scene.channel)
    await scene.stage.send("x")


# Interactions that go wrong


async def test_a_doubled_click_can_be_acknowledged_only_once(scene: Scene) -> None:
    act = scene.ada.click(await scene.question(), "answer:1")
    await act.acknowledged()
    scene.ada.repeat(act)
    first, second = await scene.fake.record.wait("POST /interactions/*", count=2)
    assert (first.status, second.status) == (200, 400)


async def test_an_expired_interaction_is_unknown(scene: Scene) -> None:
    act = scene.ada.click(await scene.question(), "answer:1")
    act.expired = True
    (answer,) = await scene.fake.record.wait("POST /interactions/*")
    assert (answer.status, act.reply) == (404, None)


async def test_an_interaction_expires_where_the_bot_takes_too_long(scene: Scene) -> None:
    scene.fake.desk.patience = 0.01
    scene.fake.faults.delay("POST /interactions/*", 0.02)
    act = scene.ada.click(await scene.question(), "answer:1")
    (answer,) = await scene.fake.record.wait("POST /interactions/*")
    assert (answer.status, act.reply) == (404, None)


# Faults


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_limited_request_is_made_again_after_the_time_named(scene: Scene, everywhere: bool) -> None:
    scene.fake.faults.limit("POST /channels/*", 0.05, everywhere=everywhere)
    await scene.stage.send("x")
    first, second = scene.fake.record.sent("POST /channels/*")
    assert (first.status, second.status) == (429, 200)
    assert second.at - first.answered_at >= 0.05


async def test_a_server_error_is_tried_again(scene: Scene) -> None:
    scene.fake.faults.fail("POST /channels/*", 502)
    await scene.stage.send("x")
    assert [request.status for request in scene.fake.record.sent("POST /channels/*")] == [502, 200]


async def test_a_lost_answer_leaves_the_message_behind(scene: Scene) -> None:
    scene.fake.faults.fail("POST /channels/*", 503, carried_out=True)
    with pytest.raises(discord.DiscordServerError):
        await scene.stage.send("x")
    assert [text_of(message) for message in scene.channel.messages.values()] == ["x"]


async def test_a_connection_may_end_without_an_answer(scene: Scene) -> None:
    scene.fake.faults.hang_up("POST /channels/*")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await scene.stage.send("x")
    assert not scene.channel.messages


async def test_any_refusal_can_be_had_once(scene: Scene) -> None:
    scene.fake.faults.refuse("POST /channels/*", No.MISSING_PERMISSIONS)
    with pytest.raises(discord.Forbidden):
        await scene.stage.send("x")
    await scene.stage.send("x")


async def test_a_held_request_waits_until_it_is_let_go(scene: Scene) -> None:
    with scene.fake.faults.hold("POST /channels/*"):
        sending = asyncio.create_task(scene.stage.send("x"))
        await scene.fake.record.until(lambda: bool(scene.fake.record.sent("POST /channels/*")))
        assert not scene.channel.messages
    await sending
    assert scene.channel.messages


async def test_a_delay_holds_the_answer_back(scene: Scene) -> None:
    scene.fake.faults.delay("POST /channels/*", 0.05, times=1)
    await scene.stage.send("x")
    (request,) = scene.fake.record.sent("POST /channels/*")
    assert request.answered_at - request.at >= 0.05


@pytest.mark.usefixtures("fake")
async def test_a_channel_takes_five_messages_in_five_seconds_where_limits_are_on() -> None:
    async with FakeDiscord(limits=True) as limited:
        point_at(limited.url)
        async with playing(limited) as scene, aiohttp.ClientSession() as rude:
            for number in range(4):
                await scene.stage.send(str(number))
            where = f"{limited.url}/channels/{scene.channel.id}/messages"
            headers = {"Authorization": f"Bot {TOKEN}"}
            async with rude.post(where, json={"content": "5"}, headers=headers) as answer:
                assert (answer.status, answer.headers["X-RateLimit-Remaining"]) == (200, "0")
            async with rude.post(where, json={"content": "6"}, headers=headers) as answer:
                assert answer.status == 429
                assert 0 < float(answer.headers["Retry-After"]) <= 5


# The gateway


class Sharded(discord.AutoShardedClient):
    heard: list[int]

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without waiting."""

    async def setup_hook(self) -> None:
        self.heard = []

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        assert interaction.guild
        self.heard.append(interaction.guild.shard_id)
        await interaction.response.defer()


BUTTON_ROW = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "A", "custom_id": "a"}]}]


@pytest.mark.parametrize(
    "drop",
    [
        lambda gateway: gateway.reconnect(),
        lambda gateway: gateway.invalidate(resumable=True),
        lambda gateway: gateway.drop(),
        lambda gateway: gateway.drop(4000),
    ],
    ids=["asked to reconnect", "session to be resumed", "cut off", "closed with 4000"],
)
async def test_a_lost_connection_is_resumed_and_nothing_is_missed(scene: Scene, drop: Any) -> None:
    message = await scene.question()
    drop(scene.fake.gateway)
    act = scene.ada.click(message, "answer:3")
    assert (await act.acknowledged()).text == "Locked in: 3"
    await scene.saw("resumed")
    assert len(scene.fake.record.ops(RESUME)) == 1
    assert len(scene.fake.record.ops(IDENTIFY)) == 1


@pytest.mark.parametrize(
    "drop",
    [
        lambda gateway: gateway.invalidate(resumable=False),
        lambda gateway: gateway.drop(4009, resumable=False),
    ],
    ids=["session invalid", "session forgotten"],
)
async def test_a_lost_session_is_begun_anew(scene: Scene, drop: Any) -> None:
    message = await scene.question()
    scene.bot.seen.clear()
    drop(scene.fake.gateway)
    await scene.saw("ready")
    assert len(scene.fake.record.ops(IDENTIFY)) == 2
    assert (await scene.ada.click(message, "answer:0").acknowledged()).text == "Locked in: 0"


async def test_each_shard_hears_of_its_own_servers_only(fake: FakeDiscord) -> None:
    guild = fake.guild()
    channel = fake.channel(guild)
    ada = fake.person(guild, "Ada")
    async with Sharded(shard_count=2, intents=discord.Intents(guilds=True), guild_ready_timeout=0.05) as bot:
        run = asyncio.create_task(bot.start(TOKEN))
        await fake.gateway.ready(2)
        message = fake.board.post(channel, fake.world.bot_in(guild), {"components": BUTTON_ROW})
        await ada.click(message, "a").acknowledged()
        await fake.record.wait("POST /interactions/*")
        assert bot.heard == [(guild.id >> 22) % 2]
    with suppress(asyncio.CancelledError):
        await run


@pytest.mark.usefixtures("fake")
async def test_a_bad_token_is_refused() -> None:
    async with LimitBot() as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.start("wrong")


@pytest.mark.usefixtures("fake")
async def test_an_intent_that_the_owner_did_not_grant_is_refused() -> None:
    async with LimitBot(discord.Intents(guilds=True, message_content=True)) as bot:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await bot.start(TOKEN)


# In a process of its own


async def test_a_killed_program_comes_back_and_its_buttons_work(fake: FakeDiscord, tmp_path: Path) -> None:
    guild = fake.guild()
    channel = fake.channel(guild)
    ada = fake.person(guild, "Ada", fake.role(guild, "Quizmaster", manage_guild=True))
    module = "tests.support.fake_discord.limit_bot"
    program = Program(fake.url, tmp_path / "log", module, TOKEN)
    await program.start()
    await fake.gateway.ready()
    ada.run(channel, "ask", rounds=1)
    await fake.record.wait("POST /channels/*/messages")
    await program.kill()
    assert not program.running
    await fake.record.until(lambda: not fake.gateway.connected)
    (message,) = channel.messages.values()
    lost = ada.click(message, "answer:1")
    await program.start()
    await fake.gateway.ready()
    found = ada.click(message, "answer:2")
    assert (await found.acknowledged()).text == "Locked in: 2"
    assert lost.reply is None
    assert await program.end() < 0
