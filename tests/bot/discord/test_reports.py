"""Reporting a problem at a reveal, and what quizmasters do about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.store.authoring import Act, State
from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import Entry
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.databases import ANN
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import TEXTS

MADE = relation(
    "made", ask_object="Which film did {subject} make?", ask_subject="Who made {object}?", objects="one"
)
SMALL = base([MADE], [fact("ada", "made", "dusk"), fact("ben", "made", "dawn")])
FROM_FACT = typed_question("Dusk", "Ada", pack="small", facts=("ada/made/dusk",))
FROM_TWO = replace(FROM_FACT, id="two", facts=("ada/made/dusk", "ben/made/dawn"))


async def revealed(world: World, channel: ChannelHandle, starter: MemberActor) -> None:
    """A quiz whose first question has closed."""
    await starter.slash(channel, "quiz start", rounds=1)
    await world.pass_time(40)


async def report(
    member: MemberActor, channel: ChannelHandle, reason: str = "wrong", note: str = ""
) -> InteractionResult:
    form = await member.click(card_in(channel), label="Report a problem")
    return await member.submit_modal(form, {"reason": [reason], "note": note})


async def test_a_report_is_made_at_the_reveal_also_after_the_end_and_thanked_in_private(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await revealed(world, channel, ann)
        thanked = await report(ann, channel, note="It is the third.")
        assert thanked.ephemeral
        assert said(thanked) == TEXTS("report-thanks", count=1)
        await world.kill()
        assert said(await report(ben, channel, "dull")) == TEXTS("report-thanks", count=2)
        (complaint,) = await world.store.desk.complaints(f"server:{server.id}")
        assert {(reason.value, count) for reason, count in complaint.reasons} == {("wrong", 1), ("dull", 1)}


async def test_quizmasters_see_what_is_reported_and_dismiss_it(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        assert said(await zoe.slash(channel, "question reports")) == TEXTS("complaints-none")
        await revealed(world, channel, ann)
        await report(ann, channel, note="It is the third.")
        queue = await zoe.slash(channel, "question reports")
        for part in ("Which is one?", "The answer is wrong ×1", "It is the third."):
            assert part in said(queue)
        assert queue.response is not None
        assert buttons_of(queue.response.message) == ["Correct", "Never ask again", "Dismiss"]
        await zoe.click(queue.response, label="Dismiss")
        assert TEXTS("outcome-dismissed") in said(queue)
        assert await world.store.desk.complaints(f"server:{server.id}") == ()


async def test_an_own_question_is_corrected_in_its_form_or_removed(tmp_path: Path) -> None:
    async with discord_world(tmp_path, []) as world:
        server = world.server()
        scope, channel = f"server:{server.id}", server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        for prompt in ("Who?", "Which?"):
            await world.store.desk.add(scope, ANN, Entry(prompt, ("Ann",)), world.now())
        for number, label in ((1, "Correct"), (2, "Never ask again")):
            await revealed(world, channel, zoe)
            await report(zoe, channel)
            queue = await zoe.slash(channel, "question reports")
            assert queue.response is not None
            shown = await zoe.click(queue.response, label=label)
            if number == 1:
                await zoe.submit_modal(shown, {"prompt": "Who?", "answers": "Anna"})
                await zoe.click(queue.response, label="Save")
                await world.store.desk.change(scope, 1, Act.REMOVED, ANN, world.now())
            assert await world.store.desk.complaints(scope) == ()
        assert await world.store.desk.questions(scope) == ()
        assert len(await world.store.desk.questions(scope, State.REMOVED)) == 2
        assert [one.act.value for one in await world.store.desk.history(scope, 1)][1] == "edited"


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        (
            {"value": "Cat", "alias": ""},
            Correction("small", CorrectionKind.OVERRIDE, "ada/made/dusk", "Cat"),
        ),
        ({"value": "", "alias": "Addie"}, Correction("small", CorrectionKind.ALIAS, "ada", "Addie")),
    ],
)
async def test_a_question_made_of_a_fact_is_corrected_at_its_fact(
    tmp_path: Path, fields: dict[str, str], change: Correction
) -> None:
    async with discord_world(tmp_path, [FROM_FACT]) as world:
        world.source.bases["small"] = SMALL
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await revealed(world, channel, zoe)
        await report(zoe, channel)
        queue = await zoe.slash(channel, "question reports")
        assert "Ada made Dusk." in said(queue)
        assert queue.response is not None
        await zoe.submit_modal(await zoe.click(queue.response, label="Correct"), fields)
        assert TEXTS("outcome-mended") in said(queue)
        kept = await world.store.desk.corrections(f"server:{server.id}")
        assert [one.change for one in kept] == [change]
        await zoe.slash(channel, "quiz start", rounds=1)
        assert world.source.wanted[-1].changes["small"] == (change,)


async def test_a_correction_that_cannot_be_made_is_said_and_the_report_stays(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [FROM_FACT]) as world:
        world.source.bases["small"] = SMALL
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await revealed(world, channel, zoe)
        await report(zoe, channel)
        queue = await zoe.slash(channel, "question reports")
        assert queue.response is not None
        for fields, code in (
            ({"value": "dawn", "alias": ""}, "fact-fault-other-subject"),
            ({"value": "", "alias": ""}, "mend-nothing"),
        ):
            await zoe.submit_modal(await zoe.click(queue.response, label="Correct"), fields)
            assert TEXTS(code) in said(queue)
        assert await world.store.desk.corrections(f"server:{server.id}") == ()


async def test_of_several_facts_the_quizmaster_says_which_is_never_to_be_asked_about(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [FROM_TWO]) as world:
        world.source.bases["small"] = SMALL
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await revealed(world, channel, zoe)
        await report(zoe, channel)
        queue = await zoe.slash(channel, "question reports")
        assert queue.response is not None
        form = await zoe.click(queue.response, label="Never ask again")
        await zoe.submit_modal(form, {"fact": ["1"]})
        assert TEXTS("outcome-retired") in said(queue)
        (kept,) = await world.store.desk.corrections(f"server:{server.id}")
        assert kept.change == Correction("small", CorrectionKind.RETIRE, "ben/made/dawn")


async def test_who_is_no_longer_quizmaster_settles_nothing(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()], check_errors=False) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe = world.member(server, "zoe", quizmaster=True)
        await revealed(world, channel, zoe)
        await report(zoe, channel)
        queue = await zoe.slash(channel, "question reports")
        world.env.backend.get_guild(server.id).members[zoe.id].role_ids.clear()
        assert queue.response is not None
        for label in ("Correct", "Never ask again", "Dismiss"):
            assert TEXTS("quizmasters-only") in said(await zoe.click(queue.response, label=label))
        assert len(await world.store.desk.complaints(f"server:{server.id}")) == 1


async def test_two_servers_settle_their_own_reports_alone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        for name in ("one", "two"):
            server = world.server(name)
            channel = server.create_text_channel("quiz")
            zoe = world.member(server, f"zoe {name}", quizmaster=True)
            await revealed(world, channel, zoe)
            assert said(await report(zoe, channel)) == TEXTS("report-thanks", count=1)
        assert "Report 1 of 1" in said(await zoe.slash(channel, "question reports"))
        assert "Report a problem" in buttons_of(card_in(channel))
        assert "Which is one?" in text_of(card_in(channel))
