"""**I was right**, in Discord."""

from __future__ import annotations

from pathlib import Path

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.store.authoring import Act
from bot.store.records import Period
from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import Entry
from tests.bot.discord.builders import choice_question, typed_question
from tests.bot.discord.test_reports import FROM_FACT, SMALL
from tests.support.databases import ANN, best_of
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS


async def answered(world: World, channel: ChannelHandle, member: MemberActor, guess: str) -> None:
    """Type an answer, and have the question close."""
    form = await member.click(card_in(channel), label="Answer")
    await member.submit_modal(form, {"guess": guess})
    await world.pass_time(22)


async def test_an_accepted_appeal_gives_the_points_and_puts_the_leaderboard_right(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("a"), typed_question("b")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", rounds=2)
        await answered(world, channel, ben, "Sweet Christmas")
        appealed = await ben.click(card_in(channel), label="I was right")
        assert not appealed.ephemeral
        assert "ben says that this was right: “Sweet Christmas”" in text_of(cards(channel)[-1])
        card = cards(channel)[-1]
        assert said(await ben.click(card, label="Accept")) == TEXTS("refusal-not-yours")
        await ann.click(card, label="Accept")
        text = text_of(cards(channel)[-1])
        assert "ann accepted it: +30 (20, speed 10)" in text
        assert "Now number 1 of 1" in text
        await world.pass_time(60)
        (best,) = await best_of(world.store, f"server:{server.id}", Period.DAY, world.now())
        assert (best.player_name, best.correct, best.answered) == ("ben", 1, 1)
        assert best.points == 30


async def test_a_close_answer_that_was_never_taken_can_be_appealed_too(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("a"), typed_question("b")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", rounds=2)
        await answered(world, channel, ben, "Luke")
        await ben.click(card_in(channel), label="I was right")
        card = cards(channel)[-1]
        await world.kill()
        await ann.click(card, label="Accept")
        assert "ann accepted it" in "\n".join(map(text_of, cards(channel)))


async def test_a_refused_appeal_changes_nothing_and_cannot_be_made_again(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("a"), typed_question("b")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", rounds=2)
        await answered(world, channel, ben, "Nobody")
        reveal = card_in(channel)
        await ben.click(reveal, label="I was right")
        await ann.click(cards(channel)[-1], label="Do not accept")
        assert TEXTS("appeal-refused", by="ann") in text_of(cards(channel)[-1])
        again = await ben.click(reveal, label="I was right")
        assert again.ephemeral
        assert said(again) == TEXTS("refusal-already-appealed")
        nothing = await ann.click(reveal, label="I was right")
        assert said(nothing) == TEXTS("refusal-nothing-to-appeal")


async def test_the_last_question_can_be_appealed_after_the_end(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", rounds=1)
        await answered(world, channel, ben, "Sweet Christmas")
        assert world.bot.sessions.all() == ()
        await ben.click(card_in(channel), label="I was right")
        await ann.click(cards(channel)[-1], label="Accept")
        assert "ann accepted it" in text_of(cards(channel)[-1])
        (best,) = await best_of(world.store, f"server:{server.id}", Period.DAY, world.now())
        assert best.correct == 1
        await world.pass_time(700)
        late = await ann.click(card_in(channel), label="I was right")
        assert said(late) == TEXTS("refusal-appeal-too-late")


async def test_a_quizmaster_can_have_the_form_accepted_from_now_on(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [FROM_FACT]) as world:
        world.source.bases["small"] = SMALL
        server = world.server()
        scope, channel = f"server:{server.id}", server.create_text_channel("quiz")
        ann, zoe = world.member(server, "ann"), world.member(server, "zoe", quizmaster=True)
        await world.store.desk.add(scope, ANN, Entry("Who runs the bar?", ("Luke Cage",)), world.now())
        for form in ("Sweet Christmas", "The Countess"):
            await ann.slash(channel, "quiz start", rounds=1)
            await answered(world, channel, ann, form)
            await ann.click(card_in(channel), label="I was right")
            await zoe.click(cards(channel)[-1], label="Accept")
            card = cards(channel)[-1]
            assert buttons_of(card) == ["Accept it from now on"]
            assert TEXTS("quizmasters-only") in said(await ann.click(card, label="Accept it from now on"))
            await zoe.click(card, label="Accept it from now on")
            assert TEXTS("appeal-kept") in text_of(cards(channel)[-1])
            for question in await world.store.desk.questions(scope):
                assert question.entry.accepted == ("Luke Cage", "Sweet Christmas")
                await world.store.desk.change(scope, question.id, Act.REMOVED, ANN, world.now())
        (kept,) = await world.store.desk.corrections(scope)
        assert kept.change == Correction("small", CorrectionKind.ALIAS, "ada", "The Countess")


async def test_questions_with_choices_offer_no_appeal(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start", rounds=1)
        await world.pass_time(30)
        assert buttons_of(card_in(channel)) == ["Report a problem"]
