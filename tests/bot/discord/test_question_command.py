from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.cogs.drafts import DRAFTS, Draft
from bot.cogs.question import QuestionCog
from bot.library.writing import Typed
from bot.store.authoring import State
from bot.store.errors import StoreUnavailable
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import TEXTS

FORM = {
    "prompt": "Who runs the bar?",
    "answers": "Luke Cage\nPower Man",
    "wrong": "Trish\nMalcolm",
    "explanation": "He does, and hits hard.",
    "source": "The Case of the Bar",
}


async def preview(
    member: MemberActor, channel: ChannelHandle, command: str = "add", **changes: str
) -> InteractionResult:
    """The card that follows the form."""
    shown = await member.slash(channel, f"question {command}")
    return await member.submit_modal(shown, FORM | changes)


async def write(member: MemberActor, channel: ChannelHandle, **changes: str) -> InteractionResult:
    shown = await preview(member, channel, **changes)
    assert shown.response is not None
    await member.click(shown.response, label="Save")
    return shown


def form_values(shown: InteractionResult) -> dict[str, str]:
    """What stands in the fields of an open form."""
    assert shown.modal is not None
    parts = shown.modal["components"]
    fields: list[dict[str, Any]] = [part["component"] for part in parts if "component" in part]
    return {field["custom_id"]: field.get("value") or "" for field in fields}


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
        assert "Source: The Case of the Bar" in reveal
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


async def test_a_plain_member_sees_the_command_to_suggest_with(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        offered = world.member(server, "ann").available_commands(channel)

        assert "question suggest" in offered


QUIZMASTERS_ONLY = ("add", "edit", "remove", "restore", "show", "list", "search", "review")
WITH_NUMBER = ("edit", "remove", "restore", "show")


async def test_a_plain_member_is_refused_all_but_suggesting(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await write(world.member(server, "zoe", quizmaster=True), channel)

        for command in QUIZMASTERS_ONLY:
            options = {"question": 1} if command in WITH_NUMBER else {}
            result = await ann.slash(
                channel, f"question {command}", **(options | ({"text": "x"} if command == "search" else {}))
            )
            assert result.modal is None
            assert TEXTS("quizmasters-only") in said(result)
        for command in WITH_NUMBER:
            assert await ann.autocomplete(channel, f"question {command}", "question", "") == []
        assert len(await world.store.desk.questions(f"server:{server.id}")) == 1
        assert (await ann.slash(channel, "question suggest")).modal is not None
        assert said(await ann.slash(channel, "question mine")) == TEXTS("mine-none")


async def test_a_form_with_mistakes_names_them_all_and_opens_again_with_everything_typed(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        refused = await preview(zoe, channel, prompt="  ", wrong="Luke cage\nMalcolm\nmalcolm")

        assert refused.ephemeral
        text = said(refused)
        assert "The question is empty." in text
        assert TEXTS("problem-twice", text="Luke cage") in text
        assert TEXTS("problem-twice", text="malcolm") in text
        assert refused.response is not None
        assert "Save" not in buttons_of(refused.response.message)
        again = await zoe.click(refused.response, label="Edit")
        assert form_values(again) == FORM | {"prompt": "  ", "wrong": "Luke cage\nMalcolm\nmalcolm"}
        await zoe.submit_modal(again, FORM)
        assert "Preview" in said(refused)
        await zoe.click(refused.response, label="Save")
        assert "Saved as question 1" in said(refused)


async def test_a_preview_shows_the_question_as_it_will_be_asked_and_saves_nothing_by_itself(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        shown = await preview(zoe, channel)
        text = said(shown)
        for part in (
            "Who runs the bar?",
            "Luke Cage / Power Man",
            "He does, and hits hard.",
            "Source: The Case",
        ):
            assert part in text
        assert shown.response is not None
        assert buttons_of(shown.response.message) == ["Save", "Edit", "Topic, level, picture", "Discard"]
        await zoe.click(shown.response, label="Discard")
        assert said(shown) == TEXTS("draft-dropped")
        assert await world.store.desk.questions(f"server:{server.id}") == ()


async def test_topic_level_and_picture_are_asked_for_beside_the_words(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        shown = await preview(zoe, channel)
        assert shown.response is not None
        form = await zoe.click(shown.response, label="Topic, level, picture")
        await zoe.submit_modal(form, {"topic": "Bars", "level": ["3"], "picture": "javascript:alert(1)"})
        assert TEXTS("problem-picture", link="javascript:alert(1)").replace(":", "") in said(shown).replace(
            "\\", ""
        ).replace(":", "")
        form = await zoe.click(shown.response, label="Topic, level, picture")
        await zoe.submit_modal(
            form, {"topic": "Bars", "level": ["3"], "picture": "https://a.example/bar.png"}
        )
        assert "Bars · ★★★" in said(shown)
        await zoe.click(shown.response, label="Save")
        (kept,) = await world.store.desk.questions(f"server:{server.id}")
        assert (kept.entry.topic, kept.entry.level) == ("Bars", 3)
        assert kept.entry.picture == "https://a.example/bar.png"


async def test_a_preview_warns_of_what_asks_the_same(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server, other = world.server("one"), world.server("two")
        channel, elsewhere = server.create_text_channel("quiz"), other.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await write(zoe, channel)
        near = said(await preview(zoe, channel, prompt="Who runs the baar?"))
        assert "Asks the same: Who runs the bar? (Luke Cage) · number 1 of this server" in near
        guest = world.member(other, "guest", quizmaster=True)
        assert "Asks the same" not in said(await preview(guest, elsewhere, prompt="Who runs the baar?"))


async def test_editing_makes_a_version_and_removing_can_be_undone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe, yan = (world.member(server, name, quizmaster=True) for name in ("zoe", "yan"))
        await write(zoe, channel)
        form = await yan.slash(channel, "question edit", question=1)
        assert form_values(form) == FORM
        changed = await yan.submit_modal(form, FORM | {"prompt": "Who owns the bar?"})
        assert changed.response is not None
        assert "Asks the same" not in said(changed)
        await yan.click(changed.response, label="Save")
        assert "Who owns the bar?" in said(changed)
        await zoe.slash(channel, "question remove", question=1)
        offered = await zoe.autocomplete(channel, "question restore", "question", "owns")
        assert [choice["value"] for choice in offered] == [1]
        restored = await zoe.slash(channel, "question restore", question=1)
        assert said(restored) == TEXTS("own-question-restored", prompt="Who owns the bar?")
        shown = said(await yan.slash(channel, "question show", question=1))
        for act in ("written by zoe", "changed by yan", "removed by zoe", "brought back by zoe"):
            assert act in shown


async def test_two_quizmasters_who_edit_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe, yan = (world.member(server, name, quizmaster=True) for name in ("zoe", "yan"))
        await write(zoe, channel)
        forms = [(one, await one.slash(channel, "question edit", question=1)) for one in (zoe, yan)]
        for member, form in forms:
            shown = await member.submit_modal(form, FORM | {"explanation": f"So says {member.user.name}."})
            assert shown.response is not None
            await member.click(shown.response, label="Save")
        assert said(shown) == TEXTS("own-question-changed")
        (kept,) = await world.store.desk.questions(f"server:{server.id}")
        assert kept.entry.explanation == "So says zoe."


async def test_questions_are_found_by_a_word_of_theirs(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await write(zoe, channel)
        for number in range(1, 8):
            await write(zoe, channel, prompt=f"Case number {number}?", answers=f"Solved {number}", wrong="")
        found = await zoe.slash(channel, "question search", text="SOLVED")
        assert TEXTS("own-questions-found", count=7, search="SOLVED") in said(found)
        assert found.response is not None
        await zoe.click(found.response, label="Next")
        assert "Page 2 of 2" in said(found)
        assert "Who runs" not in said(found)
        none = await zoe.slash(channel, "question search", text="nothing like it")
        assert said(none) == TEXTS("own-questions-not-found")


async def test_a_suggestion_is_reviewed_asked_and_credited(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        assert said(await zoe.slash(channel, "question review")) == TEXTS("review-none")
        sent = await preview(ann, channel, "suggest")
        assert sent.response is not None
        await ann.click(sent.response, label="Send")
        assert "Sent to the quizmasters" in said(sent)
        assert await world.store.desk.questions(f"server:{server.id}") == ()
        queue = await zoe.slash(channel, "question review")
        assert TEXTS("review-title", place=1, count=1, author="ann") in said(queue)
        assert queue.response is not None
        await zoe.click(queue.response, label="Approve")
        assert TEXTS("suggestion-approved", number="1", author="ann") in said(queue)
        assert "1 suggestion approved" in said(await ann.slash(channel, "question mine"))
        await zoe.slash(channel, "quiz start", rounds=1)
        await world.pass_time(30)
        assert "Written for this server by ann ✍️1" in text_of(card_in(channel))


async def test_a_suggestion_may_be_edited_before_it_is_approved(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        sent = await preview(ann, channel, "suggest")
        assert sent.response is not None
        await ann.click(sent.response, label="Send")
        queue = await zoe.slash(channel, "question review")
        assert queue.response is not None
        form = await zoe.click(queue.response, label="Edit and approve")
        assert form_values(form) == FORM
        await zoe.submit_modal(form, FORM | {"prompt": "Who really runs the bar?"})
        await zoe.click(queue.response, label="Save")
        assert TEXTS("suggestion-approved", number="1", author="ann") in said(queue)
        (kept,) = await world.store.desk.questions(f"server:{server.id}")
        assert (kept.entry.prompt, kept.author_name) == ("Who really runs the bar?", "ann")


async def test_a_refused_suggestion_tells_its_author_why(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        for prompt in ("One bar?", "Another one?"):
            sent = await preview(ann, channel, "suggest", prompt=prompt)
            assert sent.response is not None
            await ann.click(sent.response, label="Send")
        queue = await zoe.slash(channel, "question review")
        assert queue.response is not None
        await zoe.click(queue.response, label="Next")
        assert "Another one?" in said(queue)
        form = await zoe.click(queue.response, label="Refuse")
        await zoe.submit_modal(form, {"word": "Which bar is meant?"})
        assert "One bar?" in said(queue)
        mine = said(await ann.slash(channel, "question mine"))
        assert "not taken" in mine
        assert "Which bar is meant?" in mine
        waiting = await world.store.desk.questions(f"server:{server.id}", State.WAITING)
        assert [one.id for one in waiting] == [1]


async def test_a_member_can_have_five_suggestions_waiting(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        for number in range(6):
            sent = await preview(ann, channel, "suggest", prompt=f"Case {number}?")
            assert sent.response is not None
            await ann.click(sent.response, label="Send")
        assert said(sent) == TEXTS("suggestions-too-many", most=5)


async def test_after_a_restart_a_form_can_be_sent_and_a_lost_draft_is_said(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        shown, opened = await preview(zoe, channel), await zoe.slash(channel, "question add")
        await world.kill()
        assert shown.response is not None
        again = await zoe.click(shown.response, label="Edit")
        assert form_values(again) == dict.fromkeys(FORM, "")
        await zoe.click(shown.response, label="Save")
        assert said(shown) == TEXTS("draft-lost")

        sent = await zoe.submit_modal(opened, FORM)
        assert sent.response is not None
        await zoe.click(sent.response, label="Save")
        assert "Saved as question 1" in said(sent)


async def test_after_a_restart_the_form_of_an_edit_still_knows_the_rest_of_the_question(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        shown = await preview(zoe, channel)
        assert shown.response is not None
        form = await zoe.click(shown.response, label="Topic, level, picture")
        await zoe.submit_modal(form, {"topic": "Bars", "level": ["3"], "picture": ""})
        await zoe.click(shown.response, label="Save")
        opened = await zoe.slash(channel, "question edit", question=1)
        await world.kill()
        sent = await zoe.submit_modal(opened, FORM | {"prompt": "Who owns the bar?"})
        assert "Bars · ★★★" in said(sent)


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
        refused, shown = await preview(zoe, channel, prompt=" "), await zoe.slash(channel, "question list")
        world.env.backend.get_guild(server.id).members[zoe.id].role_ids.clear()
        for answer, label in ((refused.response, "Edit"), (shown.response, "Next")):
            assert answer is not None
            assert TEXTS("quizmasters-only") in said(await zoe.click(answer, label=label))


async def test_the_drafts_of_two_hundred_authors_are_remembered(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe, yan = (world.member(server, name, quizmaster=True) for name in ("zoe", "yan"))
        first, second = await preview(zoe, channel, prompt=" "), await preview(yan, channel, prompt=" ")
        cog = world.bot.get_cog("QuestionCog")
        assert isinstance(cog, QuestionCog)
        for author in range(DRAFTS - 1):
            cog._drafting._drafts["server:1", author] = Draft("add", Typed())
        third = await preview(yan, channel, prompt="  ")
        for refused, member, prompt in ((first, zoe, ""), (second, yan, ""), (third, yan, "  ")):
            assert refused.response is not None
            again = await member.click(refused.response, label="Edit")
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
        assert "Removed: Who owns the cat?" in said(removed)
        assert TEXTS("own-question-unknown", number="2") in said(
            await zoe.slash(channel, "question remove", question=2)
        )
        await zoe.slash(channel, "quiz start")
        assert "Question 1 of 1" in text_of(card_in(channel))
        assert "Who runs the bar?" in text_of(card_in(channel))


async def test_a_draft_that_the_database_cannot_keep_now_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreUnavailable("the disk is full")

    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        shown = await preview(zoe, channel)
        assert shown.response is not None
        with monkeypatch.context() as broken:
            broken.setattr(world.store.desk, "add", fail)
            failed = await zoe.click(shown.response, label="Save")
        assert TEXTS("not-done") in said(failed)
        await zoe.click(shown.response, label="Save")
        assert "Saved as question 1" in said(shown)


async def test_a_member_who_is_no_longer_quizmaster_cannot_send_the_form(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        form = await zoe.slash(channel, "question add")
        world.env.backend.get_guild(server.id).members[zoe.id].role_ids.clear()

        assert TEXTS("quizmasters-only") in said(await zoe.submit_modal(form, FORM))
        assert await world.store.desk.questions(f"server:{server.id}") == ()


async def test_a_preview_never_saves_another_question_than_it_shows(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        first = await preview(zoe, channel)
        second = await preview(zoe, channel, prompt="Who owns the cat?")
        assert first.response is not None
        await zoe.click(first.response, label="Save")
        assert said(first) == TEXTS("draft-lost")
        assert second.response is not None
        await zoe.click(second.response, label="Save")
        (kept,) = await world.store.desk.questions(f"server:{server.id}")
        assert kept.entry.prompt == "Who owns the cat?"
