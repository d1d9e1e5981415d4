from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.cogs.question import DRAFTS, QuestionCog
from bot.store.errors import StoreUnavailable
from bot.views.question_form import Typed
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import TEXTS

FORM = {
    "prompt": "Who runs the bar?",
    "answers": "Luke Cage\nPower Man",
    "wrong": "Trish\nMalcolm",
    "explanation": "He does, and hits hard.",
}


async def write(member: MemberActor, channel: ChannelHandle, **changes: str) -> InteractionResult:
    shown = await member.slash(channel, "question add")
    return await member.submit_modal(shown, FORM | changes)


def form_values(shown: InteractionResult) -> dict[str, str]:
    """What stands in the fields of an open form."""
    assert shown.modal is not None
    parts = shown.modal["components"]
    fields: list[dict[str, Any]] = [part["component"] for part in parts if "component" in part]
    return {field["custom_id"]: field.get("value") or "" for field in fields}


async def stranger_with_the_command(world: World, name: str, member: MemberActor) -> None:
    """As a server's admin may do: the command is shown to a member who is no quizmaster."""
    command = next(command for command in await world.bot.tree.fetch_commands() if command.name == name)
    member.guild.set_command_permissions(command.id, {member.user: True})


async def test_a_quizmaster_s_question_is_asked_in_that_server_and_nowhere_else(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        server, other = world.server("one"), world.server("two")
        channel, elsewhere = server.create_text_channel("quiz"), other.create_text_channel("quiz")
        zoe, guest = world.member(server, "zoe", quizmaster=True), world.member(other, "guest")
        kept = await write(zoe, channel)
        assert kept.ephemeral
        assert said(kept) == "Saved as question 1, with choices: Who runs the bar?"

        await zoe.slash(channel, "quiz start", rounds=1)
        await guest.slash(elsewhere, "quiz start", rounds=1)
        assert "Who runs the bar?" in text_of(card_in(channel))
        assert "Who runs the bar?" not in text_of(card_in(elsewhere))

        labels = buttons_of(card_in(channel))
        assert {label[3:] for label in labels[:3]} == {"Luke Cage", "Trish", "Malcolm"}
        await zoe.click(card_in(channel), label=next(label for label in labels if "Luke" in label))
        await world.pass_time(20)
        reveal = text_of(card_in(channel))
        assert "He does, and hits hard." in reveal
        assert "Written for this server by zoe" in reveal
        assert "1 of 1 right" in reveal


async def test_a_question_without_wrong_choices_is_typed_in_any_accepted_form(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        assert "with a typed answer" in said(await write(zoe, channel, wrong=""))
        await zoe.slash(channel, "quiz start")
        form = await zoe.click(card_in(channel), label="Answer")
        await zoe.submit_modal(form, {"guess": "power man"})
        await world.pass_time(20)

        assert "1 of 1 right" in text_of(card_in(channel))


async def test_a_plain_member_does_not_see_the_command(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        offered = world.member(server, "ann").available_commands(channel)

        assert not [name for name in offered if name.startswith("question")]


async def test_a_plain_member_who_sees_the_command_is_refused_all_the_same(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await write(world.member(server, "zoe", quizmaster=True), channel)
        await stranger_with_the_command(world, "question", ann)

        for command, options in (("add", {}), ("list", {}), ("remove", {"question": 1})):
            result = await ann.slash(channel, f"question {command}", **options)
            assert result.modal is None
            assert TEXTS("quizmasters-only") in said(result)
        assert await ann.autocomplete(channel, "question remove", "question", "") == []
        assert len(await world.store.questions(f"server:{server.id}")) == 1


async def test_a_form_with_mistakes_names_them_all_and_opens_again_with_everything_typed(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        refused = await write(zoe, channel, prompt="  ", wrong="Luke cage\nMalcolm\nmalcolm")

        assert refused.ephemeral
        text = said(refused)
        assert "The question is empty." in text
        assert TEXTS("problem-twice", text="Luke cage") in text
        assert TEXTS("problem-twice", text="malcolm") in text
        assert refused.response is not None
        again = await zoe.click(refused.response, label="Open the form again")
        assert form_values(again) == FORM | {"prompt": "  ", "wrong": "Luke cage\nMalcolm\nmalcolm"}
        kept = await zoe.submit_modal(again, FORM)
        assert "Saved as question 1" in said(kept)


async def test_after_a_restart_the_form_can_be_sent_and_opened_again(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        refused = await write(zoe, channel, prompt=" ")
        opened = await zoe.slash(channel, "question add")
        await world.kill()
        assert refused.response is not None
        again = await zoe.click(refused.response, label="Open the form again")
        assert again.modal is not None
        assert again.modal["components"][0]["content"] == TEXTS("question-form-lost")
        assert form_values(again) == dict.fromkeys(FORM, "")

        assert "Saved as question 1" in said(await zoe.submit_modal(opened, FORM))


async def test_after_a_restart_the_pages_of_the_list_are_turned_and_show_what_there_is(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        for number in range(1, 13):
            await write(zoe, channel, prompt=f"Question number {number}?")
        shown = await zoe.slash(channel, "question list")
        await world.kill()
        assert shown.response is not None
        await zoe.click(shown.response, label="Next")
        assert "Page 2 of 3" in said(shown)
        assert buttons_of(shown.response.message) == ["Back", "Next"]
        for number in range(1, 7):
            await zoe.slash(channel, "question remove", question=number)
        await zoe.click(shown.response, label="Next")
        assert "Page 2 of 2" in said(shown)
        assert "number 12?" in said(shown)
        assert buttons_of(shown.response.message) == ["Back"]
        for number in range(7, 13):
            await zoe.slash(channel, "question remove", question=number)
        await zoe.click(shown.response, label="Back")
        assert TEXTS("own-questions-none") in said(shown)


async def test_who_is_no_longer_quizmaster_neither_opens_the_form_nor_turns_pages(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        for number in range(1, 7):
            await write(zoe, channel, prompt=f"Question number {number}?")
        refused, shown = await write(zoe, channel, prompt=" "), await zoe.slash(channel, "question list")
        world.env.backend.get_guild(server.id).members[zoe.id].role_ids.clear()
        for answer, label in ((refused.response, "Open the form again"), (shown.response, "Next")):
            assert answer is not None
            assert TEXTS("quizmasters-only") in said(await zoe.click(answer, label=label))


async def test_the_forms_of_two_hundred_authors_are_remembered(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe, yan = (world.member(server, name, quizmaster=True) for name in ("zoe", "yan"))
        first, second = await write(zoe, channel, prompt=" "), await write(yan, channel, prompt=" ")
        cog = world.bot.get_cog("QuestionCog")
        assert isinstance(cog, QuestionCog)
        for author in range(DRAFTS - 1):
            cog._drafts["server:1", author] = Typed()
        third = await write(yan, channel, prompt="  ")
        for refused, member, prompt in ((first, zoe, ""), (second, yan, "  "), (third, yan, "  ")):
            assert refused.response is not None
            again = await member.click(refused.response, label="Open the form again")
            assert form_values(again)["prompt"] == prompt


async def test_the_same_question_is_not_kept_twice(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await write(zoe, channel)
        twin = await write(zoe, channel, prompt="who  RUNS the bar?")

        assert TEXTS("own-question-known", number="1") in said(twin)


async def test_questions_are_listed_a_page_at_a_time(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        assert TEXTS("own-questions-none") in said(await zoe.slash(channel, "question list"))
        for number in range(1, 8):
            await write(zoe, channel, prompt=f"Question number {number}?")
        shown = await zoe.slash(channel, "question list")
        assert shown.ephemeral
        assert TEXTS("own-questions-title", count=7) in said(shown)
        assert "number 5?" in said(shown)
        assert "number 6?" not in said(shown)
        assert "Page 1 of 2" in said(shown)

        assert shown.response is not None
        await zoe.click(shown.response, label="Next")
        assert "number 6?" in said(shown)
        assert "number 5?" not in said(shown)
        assert buttons_of(shown.response.message) == ["Back"]


async def test_a_question_is_removed_by_its_words_and_no_longer_asked(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await write(zoe, channel)
        await write(zoe, channel, prompt="Who owns the cat?")
        offered = await zoe.autocomplete(channel, "question remove", "question", "CAT")
        assert [(choice["name"], choice["value"]) for choice in offered] == [("2. Who owns the cat?", 2)]

        removed = await zoe.slash(channel, "question remove", question=2)
        assert said(removed) == "Removed: Who owns the cat?"
        assert TEXTS("own-question-unknown", number="2") in said(
            await zoe.slash(channel, "question remove", question=2)
        )
        await zoe.slash(channel, "quiz start")
        assert "Question 1 of 1" in text_of(card_in(channel))
        assert "Who runs the bar?" in text_of(card_in(channel))


async def test_a_form_that_the_database_cannot_keep_now_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreUnavailable("the disk is full")

    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        with monkeypatch.context() as broken:
            broken.setattr(world.store, "add_question", fail)
            refused = await write(zoe, channel)
        assert TEXTS("not-done") in said(refused)
        answer = refused.response or refused.followups[0]
        again = await zoe.click(answer, label="Open the form again")

        assert form_values(again) == FORM
        assert "Saved as question 1" in said(await zoe.submit_modal(again, form_values(again)))


async def test_a_member_who_is_no_longer_quizmaster_cannot_send_the_form(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        form = await zoe.slash(channel, "question add")
        world.env.backend.get_guild(server.id).members[zoe.id].role_ids.clear()

        assert TEXTS("quizmasters-only") in said(await zoe.submit_modal(form, FORM))
        assert await world.store.questions(f"server:{server.id}") == ()
