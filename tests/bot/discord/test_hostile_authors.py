"""What members and quizmasters of bad will try with questions, facts, reports and imports."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.runtime.judge import PackJudge
from bot.store import authored
from bot.store.authoring import Act
from bot.store.records import server_scope
from questions.bank import Bank
from questions.facts.corrections import OwnFact
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said
from tests.support.texts import TEXTS

MADE = relation("made", ask_object="Which film did {subject} make?", objects="one")
SMALL = base([MADE], [fact("ada", "made", "dusk")])
FORM = {"prompt": "Who runs the bar?", "answers": "Luke Cage"}
RIVERS = b"Which river flows through Paris?:\n- Seine\n"


def small_world(folder: Path):  # type: ignore[no-untyped-def]
    return discord_world(folder, [], bank=Bank([SMALL]), judge=PackJudge([SMALL]))


def place(world: World, name: str = "one") -> tuple[str, ChannelHandle, MemberActor]:
    server = world.server(name)
    zoe = world.member(server, f"zoe {name}", quizmaster=True)
    return server_scope(server.id), server.create_text_channel("quiz"), zoe


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    return await member.click(shown.response or shown.followups[0], label=label)


async def write(
    member: MemberActor, channel: ChannelHandle, command: str = "add", label: str = "Save", **changes: str
) -> InteractionResult:
    form = await member.slash(channel, f"question {command}")
    sent = await member.submit_modal(form, FORM | changes)
    await press(member, sent, label)
    return sent


async def appealed(world: World, channel: ChannelHandle, player: MemberActor) -> None:
    """A quiz of the one written question, whose answer "Sweet Christmas" is accepted on appeal."""
    await player.slash(channel, "quiz start", rounds=1, level="hard")
    form = await player.click(card_in(channel), label="Answer")
    await player.submit_modal(form, {"guess": "Sweet Christmas"})
    await world.pass_time(22)
    await player.click(card_in(channel), label="I was right")
    await player.click(cards(channel)[-1], label="Accept")


@pytest.mark.parametrize("change", ["edit", "remove"])
async def test_no_form_is_accepted_for_a_question_that_has_become_another(
    tmp_path: Path, change: str
) -> None:
    async with small_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        await write(zoe, channel)
        await appealed(world, channel, zoe)
        assert "Accept it from now on" in buttons_of(cards(channel)[-1])
        if change == "edit":
            form = await zoe.slash(channel, "question edit", question=1)
            sent = await zoe.submit_modal(form, {"prompt": "Who is Iron Fist?", "answers": "Danny Rand"})
            await press(zoe, sent, "Save")
        else:
            await zoe.slash(channel, "question remove", question=1)
        await zoe.click(cards(channel)[-1], label="Accept it from now on")
        kept = await world.store.desk.question(scope, 1)
        assert kept is not None
        assert "Sweet Christmas" not in kept.entry.accepted
        shown = cards(channel)[-1].content + str(cards(channel)[-1].components)
        assert TEXTS("appeal-kept") not in shown


async def test_imports_of_one_server_do_not_push_out_those_of_another(tmp_path: Path) -> None:
    async with small_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        _, elsewhere, yan = place(world, "two")
        mine = await zoe.slash(channel, "pack import", file=("rivers.yaml", RIVERS))
        for _ in range(6):
            await yan.slash(elsewhere, "pack import", file=("rivers.yaml", RIVERS))
        await press(zoe, mine, "Import")
        assert [pack.scope for pack in await world.store.imported_packs((scope,))] == [scope]


async def test_many_accounts_cannot_flood_the_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authored, "MOST_IN_QUEUE", 3)
    async with small_world(tmp_path) as world:
        server = world.server("one")
        channel = server.create_text_channel("quiz")
        for number in range(4):
            member = world.member(server, f"account {number}")
            sent = await write(member, channel, "suggest", "Send", prompt=f"Case {number}?")
        assert said(sent) == TEXTS("suggestions-queue-full", most=3)


async def test_names_of_facts_hide_nothing(tmp_path: Path) -> None:
    async with small_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        hidden = {"subject": "E\u200bv\u202ee", "object": "Mor\u2066ning", "source": "The\ufeff Daily"}
        shown = await zoe.slash(channel, "fact add", relation="small/made", **hidden)
        await press(zoe, shown, "Keep it")
        (kept,) = await world.store.desk.corrections(scope)
        assert isinstance(kept.change, OwnFact)
        assert (kept.change.subject, kept.change.object, kept.change.source) == (
            "Eve",
            "Morning",
            "The Daily",
        )


async def test_a_quiz_outlives_its_pack_and_reports_of_it_leave_nothing_odd(tmp_path: Path) -> None:
    async with small_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        for name, film in (("Eve", "Morning"), ("Fay", "Noon")):
            typed = {"subject": name, "object": film, "source": "The Daily"}
            shown = await zoe.slash(channel, "fact add", relation="small/made", pack="Our club", **typed)
            await press(zoe, shown, "Keep it")
        await zoe.slash(channel, "quiz start", pack="Our club")
        await zoe.slash(channel, "pack remove", pack="Our club")
        await world.pass_time(22)
        reveal = card_in(channel)
        form = await zoe.click(reveal, label="Report a problem")
        await zoe.submit_modal(form, {"reason": ["wrong"], "note": "x" * 200})
        await zoe.click(reveal, label="I was right")
        await world.pass_time(60)
        assert "Question 2 of 2" in str(card_in(channel).components)
        queue = await zoe.slash(channel, "question reports")
        await press(zoe, queue, "Never ask again")
        assert TEXTS("outcome-retired") in said(queue)
        assert await world.store.desk.corrections(scope) == ()


async def test_of_two_who_approve_at_once_one_is_told_that_it_is_done(tmp_path: Path) -> None:
    async with small_world(tmp_path) as world:
        server = world.server("one")
        channel = server.create_text_channel("quiz")
        ann, zoe, yan = (
            world.member(server, name, quizmaster=name != "ann") for name in ("ann", "zoe", "yan")
        )
        await write(ann, channel, "suggest", "Send")
        first, second = (
            await zoe.slash(channel, "question review"),
            await yan.slash(channel, "question review"),
        )
        await press(zoe, first, "Approve")
        await press(yan, second, "Approve")
        assert TEXTS("suggestion-approved", number="1", author="ann") in said(first)
        assert TEXTS("own-question-changed") in said(second)
        acts = [version.act for version in await world.store.desk.history(server_scope(server.id), 1)]
        assert acts == [Act.SUGGESTED, Act.APPROVED]


async def test_forged_ids_and_choices_are_no_errors(tmp_path: Path) -> None:
    async with small_world(tmp_path) as world:
        _, channel, zoe = place(world)
        await zoe.slash(channel, "quiz start", rounds=1)
        await world.pass_time(22)
        form = await zoe.click(card_in(channel), label="Report a problem")
        await zoe.submit_modal(form, {"reason": ["wrong"], "note": ""})
        queue = await zoe.slash(channel, "question reports")
        form = await press(zoe, queue, "Correct")
        await zoe.submit_modal(form, {"value": "a" * 100, "alias": "@everyone **x**"})
        assert "@everyone \\*\\*x\\*\\*" in said(await zoe.slash(channel, "fact list"))
