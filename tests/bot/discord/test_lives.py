"""The whole life of a question, and of a fact."""

from __future__ import annotations

from pathlib import Path

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.runtime.judge import PackJudge
from bot.store.records import Period, server_scope
from questions.bank import Bank
from tests.support.databases import best_of
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said, text_of

MADE = relation("made", ask_object="Which film did {subject} make?", objects="one")
SMALL = base([MADE], [fact("ada", "made", "dusk")])


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    answer = shown.response or shown.followups[0]
    return await member.click(answer, label=label)


async def ask(
    world: World,
    channel: ChannelHandle,
    starter: MemberActor,
    player: MemberActor,
    guess: str,
    level: str = "hard",
) -> str:
    """A quiz of one question, which the player answers; its reveal. Only what is written has any level."""
    await starter.slash(channel, "quiz start", rounds=1, level=level)
    labels = buttons_of(card_in(channel))
    choice = next((label for label in labels if label.endswith(guess)), labels[0])
    shown = await player.click(card_in(channel), label=choice)
    if choice == "Answer":
        await player.submit_modal(shown, {"guess": guess})
    await world.pass_time(22)
    return text_of(card_in(channel))


async def report(member: MemberActor, channel: ChannelHandle, note: str) -> None:
    form = await member.click(card_in(channel), label="Report a problem")
    await member.submit_modal(form, {"reason": ["wrong"], "note": note})


async def test_a_question_is_suggested_reviewed_asked_appealed_reported_mended_and_taken_elsewhere(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [], bank=Bank([SMALL]), judge=PackJudge([SMALL])) as world:
        server, other = world.server("one"), world.server("two")
        channel, elsewhere = server.create_text_channel("quiz"), other.create_text_channel("quiz")
        ann, ben, zoe = (
            world.member(server, name, quizmaster=name == "zoe") for name in ("ann", "ben", "zoe")
        )
        yan = world.member(other, "yan", quizmaster=True)

        form = await ann.slash(channel, "question suggest")
        sent = await ann.submit_modal(form, {"prompt": "Who runs the bar?", "answers": "Luke Cage"})
        await press(ann, sent, "Send")
        await press(zoe, await zoe.slash(channel, "question review"), "Approve")

        reveal = await ask(world, channel, zoe, ben, "Sweet Christmas")
        assert "Written for this server by ann ✍️1" in reveal
        await ben.click(card_in(channel), label="I was right")
        await zoe.click(cards(channel)[-1], label="Accept")
        await zoe.click(cards(channel)[-1], label="Accept it from now on")
        (best,) = await best_of(world.store, server_scope(server.id), Period.DAY, world.now())
        assert (best.player_name, best.correct) == ("ben", 1)
        assert "1 of 1 right" in await ask(world, channel, zoe, ben, "sweet christmas")

        await report(ben, channel, "He owns it, too.")
        queue = await zoe.slash(channel, "question reports")
        assert "He owns it, too." in said(queue)
        form = await press(zoe, queue, "Correct")
        fields = {"prompt": "Who owns the bar?", "answers": "Luke Cage\nSweet Christmas"}
        await zoe.submit_modal(form, fields)
        await press(zoe, queue, "Save")
        shown = said(await zoe.slash(channel, "question show", question=1))
        for act in ("suggested by ann", "approved by zoe", "changed by zoe"):
            assert act in shown
        assert "Nothing is reported" in said(await zoe.slash(channel, "question reports"))

        exported = await zoe.slash(channel, "pack export", pack="own")
        (file,) = (exported.response or exported.followups[0]).message.attachments
        dry = await yan.slash(elsewhere, "pack import", file=(file.filename, await file.read()))
        await press(yan, dry, "Import")
        assert "1 of 1 right" in await ask(world, elsewhere, yan, yan, "Sweet Christmas")
        assert "Who owns the bar?" in text_of(card_in(elsewhere))
        assert "ann" in text_of(card_in(elsewhere))


async def test_a_fact_is_added_asked_appealed_reported_mended_and_taken_back(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([SMALL]), judge=PackJudge([SMALL])) as world:
        server, other = world.server("one"), world.server("two")
        scope, channel = server_scope(server.id), server.create_text_channel("quiz")
        elsewhere = other.create_text_channel("quiz")
        ben, zoe = world.member(server, "ben"), world.member(server, "zoe", quizmaster=True)
        yan = world.member(other, "yan", quizmaster=True)
        await world.store.change_settings(scope, {"rounds": 5})

        async def ask_about(name: str, guess: str) -> str:
            """Quizzes of one question, to be typed, until one is about somebody."""
            while name not in (reveal := await ask(world, channel, zoe, ben, guess, "easy")):
                pass
            return reveal

        shown = await zoe.slash(
            channel,
            "fact add",
            relation="small/made",
            subject="Eve",
            object="Morning",
            source="The Daily",
            level="easy",
        )
        assert "Which film did Eve make?" in said(shown)
        await press(zoe, shown, "Keep it")
        reveal = await ask_about("Eve", "The AM")
        assert "Eve made Morning." in reveal
        assert "Source: The Daily" in reveal
        await ben.click(card_in(channel), label="I was right")
        await zoe.click(cards(channel)[-1], label="Accept")
        await zoe.click(cards(channel)[-1], label="Accept it from now on")

        await report(ben, channel, "It was Noon.")
        queue = await zoe.slash(channel, "question reports")
        assert "Eve made Morning." in said(queue)
        await zoe.submit_modal(await press(zoe, queue, "Correct"), {"value": "Noon", "alias": ""})
        reveal = await ask_about("Eve", "Noon")
        assert "Eve made Noon." in reveal
        assert "1 of 1 right" in reveal

        listed = said(await zoe.slash(channel, "fact list"))
        for part in ("Added: Eve", "“The AM” also counts", "Corrected: "):
            assert part in listed
        for number in (1, 2, 3):
            await zoe.slash(channel, "fact remove", number=number)
        for place, member in ((channel, zoe), (elsewhere, yan)):
            await member.slash(place, "quiz start")
            assert "Which film did Ada make?" in text_of(card_in(place))
            assert "Question 1 of 1" in text_of(card_in(place))
            await member.slash(place, "quiz stop")
