"""``/settings``: what a server's admins set holds from then on, in their server and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult, ResponseMessage

from bot.store.errors import StoreUnavailable
from bot.store.records import ServerSettings, server_scope
from bot.views.settings import LABEL_LIMIT, OFFERED, language_form, quiz_form, value_text
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import LANGUAGES, TEXTS

QUESTIONS = [choice_question(name, level=level) for name, level in (("a", 1), ("b", 3), ("c", 3))]
QUIZ = {name: [str(values[0])] for name, values in OFFERED.items()}
LANGUAGE = {"language": ["discord"], "zone": "UTC", "pictures": ["True"]}


async def open_card(member: MemberActor, channel: ChannelHandle) -> ResponseMessage:
    shown = await member.slash(channel, "settings")
    assert shown.ephemeral
    assert shown.response is not None
    return shown.response


async def fill_in(
    member: MemberActor, channel: ChannelHandle, form: str, values: dict[str, Any]
) -> tuple[ResponseMessage, InteractionResult]:
    """Open the settings and send one of their forms; the card, and what is answered."""
    card = await open_card(member, channel)
    shown = await member.click(card, custom_id=f"s:{form}")
    return card, await member.submit_modal(shown, values)


def set_in(world: World, channel: ChannelHandle) -> ServerSettings:
    assert channel.guild is not None
    return world.store.settings(server_scope(channel.guild.id))


async def test_a_quiz_is_as_the_server_has_set_where_nobody_says_otherwise(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server, other = world.server("one"), world.server("two")
        channel, elsewhere = server.create_text_channel("quiz"), other.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        values = {
            "rounds": ["5"],
            "seconds": ["45"],
            "level": ["3"],
            "spoilers": ["True"],
            "pause_seconds": ["12"],
        }
        await fill_in(zoe, channel, "quiz", values)
        assert set_in(world, channel) == ServerSettings(
            rounds=5, seconds=45, level=3, spoilers=True, pause_seconds=12
        )

        await zoe.slash(channel, "quiz start")
        game = world.bot.sessions.all()[0].game
        selection, rules = game.selection, game.rules
        assert (selection.rounds, selection.level, selection.spoilers) == (5, "hard", True)
        assert (rules.seconds, rules.pause_seconds) == (45, 12)
        await zoe.slash(channel, "quiz stop")
        await world.pass_time(10)
        await zoe.slash(channel, "quiz start", rounds=1, seconds=10, level="any", spoilers=False)
        selection = world.bot.sessions.all()[0].game.selection
        assert (selection.rounds, selection.level, selection.spoilers) == (1, "any", False)

        await world.member(other, "guest").slash(elsewhere, "quiz start")
        assert world.bot.sessions.all()[-1].game.selection.rounds == ServerSettings().rounds


async def test_a_member_with_the_quizmasters_role_is_a_quizmaster(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        role = server.create_role("Hosts")
        zoe = world.member(server, "zoe", quizmaster=True)
        host = server.add_member(world.env.create_user("host"), roles=[role])
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        refused = await host.slash(channel, "quiz stop")
        assert said(refused) == TEXTS("refusal-not-yours")

        card, _ = await fill_in(zoe, channel, "who", {"quizmasters": [role], "packs": ["noir", "cats"]})
        assert f"<@&{role.id}>" in text_of(card.message)
        assert said(await host.slash(channel, "quiz stop")) == TEXTS("stopped-by-you")
        command = next(one for one in await world.bot.tree.fetch_commands() if one.name == "question")
        server.set_command_permissions(command.id, {role: True})
        assert (await host.slash(channel, "question add")).modal is not None

        await fill_in(zoe, channel, "who", {"packs": ["noir", "cats"]})
        assert said(await host.slash(channel, "question add")) == TEXTS("quizmasters-only")


async def test_quizzes_run_only_in_the_channels_of_the_server_s_choice(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel, lobby = server.create_text_channel("quiz"), server.create_text_channel("lobby")
        zoe = world.member(server, "zoe", quizmaster=True)
        await fill_in(zoe, lobby, "who", {"channels": [channel], "packs": ["noir"]})
        parent = world.bot.get_channel(channel.id)
        assert isinstance(parent, discord.TextChannel)
        await parent.create_thread(name="side", type=discord.ChannelType.public_thread)
        (thread,) = channel.threads

        refused = await zoe.slash(lobby, "quiz start")
        assert said(refused) == TEXTS("channel-not-for-quizzes", channels=f"<#{channel.id}>")
        for allowed in (channel, thread):
            await zoe.slash(allowed, "quiz start")
            assert "Question 1" in text_of(card_in(allowed))


async def test_a_pack_that_is_switched_off_is_neither_offered_nor_asked(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await fill_in(zoe, channel, "who", {"packs": ["cats"]})
        assert set_in(world, channel).packs_off == ("noir",)
        offered = await zoe.autocomplete(channel, "quiz start", "pack", "")
        assert [choice["value"] for choice in offered] == ["cats"]
        assert said(await zoe.slash(channel, "quiz start", pack="noir")) == TEXTS("no-such-pack")
        await zoe.slash(channel, "quiz start")
        assert world.source.wanted[-1].packs == ("cats",)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Berln", "Europe/Berlin"),
        ("qqqqqqqq", TEXTS("zone-unknown", typed="qqqqqqqq")),
        ("@everyone *", r"“\@everyone \*”"),
    ],
)
async def test_a_time_zone_that_is_none_changes_nothing_and_names_those_near(
    tmp_path: Path, typed: str, answer: str
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.server().create_text_channel("quiz")
        assert channel.guild is not None
        zoe = world.member(channel.guild, "zoe", quizmaster=True)
        _, refused = await fill_in(zoe, channel, "language", LANGUAGE | {"zone": typed})
        assert answer in said(refused)
        assert set_in(world, channel) == ServerSettings()


async def test_a_city_names_its_zone_and_the_card_tells_the_time_there(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.server().create_text_channel("quiz")
        assert channel.guild is not None
        zoe = world.member(channel.guild, "zoe", quizmaster=True)
        card, _ = await fill_in(zoe, channel, "language", LANGUAGE | {"language": ["en"], "zone": "new york"})
        assert set_in(world, channel) == ServerSettings(language="en", zone="America/New_York")
        assert "America/New_York, now 7:00 pm" in text_of(card.message).replace("\u202f", " ")


async def test_a_reset_asks_first(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.server().create_text_channel("quiz")
        assert channel.guild is not None
        zoe = world.member(channel.guild, "zoe", quizmaster=True)
        card, _ = await fill_in(zoe, channel, "quiz", QUIZ)
        for act in ("reset", "keep", "reset"):
            await zoe.click(card, custom_id=f"s:{act}")
            assert set_in(world, channel).rounds == 5
        await zoe.click(card, custom_id="s:reset-all")
        assert set_in(world, channel) == ServerSettings()
        assert TEXTS("settings-reset") not in buttons_of(card.message)


async def test_the_buttons_and_what_was_set_outlive_a_restart(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.server().create_text_channel("quiz")
        assert channel.guild is not None
        zoe = world.member(channel.guild, "zoe", quizmaster=True)
        card, _ = await fill_in(zoe, channel, "quiz", QUIZ)
        await world.kill()
        assert set_in(world, channel).rounds == 5
        shown = await zoe.click(card, custom_id="s:language")
        await zoe.submit_modal(shown, LANGUAGE | {"zone": "Berlin"})
        assert set_in(world, channel) == ServerSettings(rounds=5, seconds=10, zone="Europe/Berlin")


async def test_who_may_not_manage_the_server_changes_nothing_even_with_the_command(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS, check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        assert "settings" not in ann.available_commands(channel)
        command = next(one for one in await world.bot.tree.fetch_commands() if one.name == "settings")
        server.set_command_permissions(command.id, {ann.user: True})
        assert said(await ann.slash(channel, "settings")) == TEXTS("managers-only")


async def test_one_who_lost_the_right_meanwhile_changes_nothing(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        role = server.create_role("Admins", permissions=discord.Permissions(manage_guild=True))
        zoe = server.add_member(world.env.create_user("zoe"), roles=[role])
        shown = await zoe.click(await open_card(zoe, channel), custom_id="s:quiz")
        guild = world.bot.get_guild(server.id)
        assert guild is not None
        member = await guild.fetch_member(zoe.id)
        await member.remove_roles(discord.Object(role.id))
        assert said(await zoe.submit_modal(shown, QUIZ)) == TEXTS("managers-only")
        assert set_in(world, channel) == ServerSettings()


async def test_what_cannot_be_kept_is_not_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise StoreUnavailable("the disk is full")

    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.server().create_text_channel("quiz")
        assert channel.guild is not None
        zoe = world.member(channel.guild, "zoe", quizmaster=True)
        monkeypatch.setattr(world.store, "change_settings", fail)
        _, refused = await fill_in(zoe, channel, "quiz", QUIZ)
        assert said(refused) == TEXTS("not-done")
        assert set_in(world, channel) == ServerSettings()


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.language)
def test_the_forms_keep_to_the_limits_of_discord(texts: Any) -> None:
    for form in (quiz_form(texts, ServerSettings()), language_form(texts, ServerSettings(), LANGUAGES.all)):
        payload = form.to_dict()
        assert len(payload["title"]) <= 45
        for label in payload["components"]:
            assert len(label["label"]) <= 45
            assert len(label.get("description") or "") <= LABEL_LIMIT
            assert len(label["component"].get("options", ())) <= 25
    for name, values in OFFERED.items():
        assert all(len(value_text(texts, name, value)) <= LABEL_LIMIT for value in values)


async def test_what_members_may_start_is_for_the_server_to_say(tmp_path: Path) -> None:
    questions = [typed_question()]
    async with discord_world(tmp_path, questions, lobby_seconds=10) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        asked = ({"style": "race"}, {"where": "direct messages"})
        card, _ = await fill_in(zoe, channel, "who", {"packs": ["noir", "cats"], "allowed": []})
        assert TEXTS("allowed-none") in text_of(card.message)
        assert said(await zoe.slash(channel, "daily")) == TEXTS("daily-off")
        told = [said(await zoe.slash(channel, "quiz start", **options)) for options in asked]
        assert told == [TEXTS("race-off"), TEXTS("solo-off")]
        added = await zoe.slash(channel, "schedule add", time="20:00", style="race")
        assert said(added) == TEXTS("race-off")

        everything = {"packs": ["noir", "cats"], "allowed": ["daily", "race", "solo"]}
        card, _ = await fill_in(zoe, channel, "who", everything)
        assert TEXTS("allowed-race") in text_of(card.message)
        assert set_in(world, channel) == ServerSettings()
        for options in asked:
            await zoe.slash(channel, "quiz start", **options)
        assert [session.game.rules.race for session in world.bot.sessions.all()] == [True, False]


async def test_a_race_is_not_played_again_once_races_are_off(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", style="race")
        await ann.slash(channel, "quiz stop")
        await world.store.change_settings(server_scope(server.id), {"race": False})
        again = await ann.click(channel.history()[-1], label=TEXTS("button-again"))
        assert said(again) == TEXTS("race-off")
