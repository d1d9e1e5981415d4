from __future__ import annotations

import re
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.game.events import Player
from bot.views import answering
from questions.judging.verdict import Reason
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.questions import exact_judge
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

HINT = "Hint −25 %"

LOCKED, MORE, LATE, FAILED = "🔒", "🤏", "⌛", "⚠️"


def table(world: World) -> tuple[ChannelHandle, MemberActor, MemberActor]:
    server = world.server()
    return server.create_text_channel("quiz"), world.member(server, "ann"), world.member(server, "ben")


def typed_world(folder: Path) -> AbstractAsyncContextManager[World]:
    return discord_world(folder, [typed_question(), choice_question("two")])


async def test_a_typed_answer_is_given_by_a_form_and_may_be_changed(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        form = await ann.click(card_in(channel), label="Answer")
        assert form.modal is not None
        assert form.modal["title"] == "Question 1"
        wrong = await ann.submit_modal(form, {"guess": "Jeri *Hogarth*"})
        assert wrong.ephemeral
        assert said(wrong).startswith(r"Locked in: Jeri \*Hogarth\*.")
        right = await ann.submit_modal(
            await ann.click(card_in(channel), label="Answer"), {"guess": "luke cage"}
        )
        assert said(right).startswith("Locked in: luke cage.")
        await world.pass_time(20)
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_an_answer_that_shows_nothing_is_refused(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        form = await ann.click(card_in(channel), label="Answer")
        sent = await ann.submit_modal(form, {"guess": "\u2800\u3164"})
        await ann.send(channel, "\u2800", reply_to=card_in(channel))

        assert said(sent) == TEXTS("refusal-empty")
        assert "locked in" not in text_of(card_in(channel))


async def test_a_form_sent_after_the_close_is_refused_kindly(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        form = await ann.click(card_in(channel), label="Answer")
        await world.pass_time(20)
        in_pause = await ann.submit_modal(form, {"guess": "Luke Cage"})

        assert said(in_pause) == TEXTS("refusal-not-asking")


async def test_a_click_on_an_earlier_question_is_refused_though_the_next_one_has_no_choices(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question("one"), typed_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        await world.pass_time(26)
        (session,) = world.bot.sessions.all()
        assert session.game.round == 2
        late = await answering.answer(TEXTS, session, Player(ann.id, "ann"), 3, 1)
        assert late == TEXTS("refusal-other-round")


async def test_a_form_of_an_earlier_question_does_not_answer_the_next(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        form = await ann.click(card_in(channel), label="Answer")
        await world.pass_time(26)
        late = await ann.submit_modal(form, {"guess": "Luke Cage"})

        assert said(late) == TEXTS("refusal-other-round")


async def test_a_reply_to_the_card_is_an_answer_and_confirmed_by_a_lock(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, ben = table(world)
        await ann.slash(channel, "quiz start")
        reply = await ann.send(channel, "Luke Cage", reply_to=card_in(channel))
        await ben.send(channel, "Luke Cage")
        assert world.bot.user is not None
        await ben.send(channel, f"{world.bot.user.mention} Luke Cage", reply_to=reply)
        await world.pass_time(20)

        reactions = {str(r.emoji) for m in channel.history() for r in m.reactions}
        assert reactions == {LOCKED}
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_a_reply_is_confirmed_by_a_message_where_the_bot_may_not_react(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        server = world.server()
        assert world.bot.user is not None
        no_reactions = discord.PermissionOverwrite(add_reactions=False)
        channel = server.create_text_channel("quiz", overwrites={world.bot.user: no_reactions})
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        await ann.send(channel, "Luke Cage", reply_to=card_in(channel))

        assert cards(channel)[-1].content == f"ann: {LOCKED}"


async def test_an_answer_that_the_judge_finds_close_locks_nothing_and_asks_for_more(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question()], judge=exact_judge) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        reply = await ann.send(channel, "Luke", reply_to=card_in(channel))
        (message,) = [m for m in channel.history() if m.id == reply.id]
        assert [str(r.emoji) for r in message.reactions] == [MORE]

        form = await ann.click(card_in(channel), label="Answer")
        assert said(await ann.submit_modal(form, {"guess": "Luke"})) == (
            f"{TEXTS(Reason.MORE)} {TEXTS('refusal-close')}"
        )


async def test_a_reply_to_a_question_with_choices_is_left_alone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        await ann.send(channel, "second one", reply_to=card_in(channel))
        await world.pass_time(20)

        assert "nobody answered" in text_of(card_in(channel))


async def test_a_hint_takes_wrong_choices_away_from_whoever_asks(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        channel, ann, ben = table(world)
        await ann.slash(channel, "quiz start", seconds=60)
        before = text_of(card_in(channel)), buttons_of(card_in(channel))
        hint = await ann.click(card_in(channel), label=HINT)
        assert hint.ephemeral
        first = said(hint)
        assert re.match(r"💡 Hint: not [ACD]\n.*75 %", first)
        more = said(await ann.click(card_in(channel), label=HINT))
        assert re.match(r"💡 Hint: not [ACD], not [ACD]\n.*50 %", more)
        none = said(await ann.click(card_in(channel), label=HINT))
        assert none.startswith(TEXTS("refusal-no-hint-left") + "\n💡 not ")
        await world.pass_time(12)
        assert (text_of(card_in(channel)), buttons_of(card_in(channel))) == before

        gone = first[len("💡 Hint: not ")]
        label = next(label for label in before[1] if label.startswith(gone))
        assert TEXTS("refusal-no-such-choice") in said(await ann.click(card_in(channel), label=label))
        assert said(await ben.click(card_in(channel), label=label)).startswith("Locked in")


async def test_a_hint_for_a_typed_answer_is_shown_to_nobody_else(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start", seconds=60)
        hint = await ann.click(card_in(channel), label=HINT)
        await world.pass_time(8)

        assert "•••• •••• (letters: 4, 4)" in said(hint)
        assert "•" not in text_of(card_in(channel))


async def test_enough_votes_skip_the_question(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(), choice_question("two")]) as world:
        channel, ann, ben = table(world)
        cat = world.member(ann.guild, "cat")
        await ann.slash(channel, "quiz start", seconds=60)
        for member in (ben, cat):
            await member.click(card_in(channel), label="A. first one")
        card = card_in(channel)
        assert said(await ben.click(card, label="Skip")) == TEXTS("vote-counted", votes=1, needed=2)
        assert said(await ben.click(card, label="Skip")) == TEXTS("refusal-already-voted")
        await world.pass_time(8)
        assert "1 of 2 to skip" in text_of(card_in(channel))

        second = await cat.click(card_in(channel), label="Skip")
        assert said(second).startswith("❌ Not right: A. first one")  # the round is over, so it tells that
        assert "-# Skipped" in text_of(card_in(channel))


async def test_whoever_started_the_quiz_and_a_quizmaster_skip_at_once_and_a_stranger_does_not(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "abc"]) as world:
        channel, ann, ben = table(world)
        zoe = world.member(ann.guild, "zoe", quizmaster=True)
        await ann.slash(channel, "quiz start", seconds=60)
        stranger = await ben.click(card_in(channel), label="Skip")
        assert said(stranger).startswith("Only those who are playing can vote to skip.")
        for member in (zoe, ann):
            assert said(await member.click(card_in(channel), label="Skip")) == TEXTS("question-skipped")
            await world.pass_time(6)
        assert "Question 3 of 3" in text_of(card_in(channel))


async def test_nobody_is_told_that_an_answer_was_taken_when_it_was_not(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start", seconds=60)
        world.valve.fault = "the disk is full"
        refused = await ann.click(card_in(channel), label="B. second one")
        world.valve.fault = None
        taken = await ann.click(card_in(channel), label="B. second one")

        assert refused.ephemeral
        assert "NOT saved" in said(refused)
        assert said(taken).startswith("Locked in")


async def test_a_reply_that_could_not_be_kept_gets_a_warning(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start", seconds=60)
        world.valve.fault = "the disk is full"
        reply = await ann.send(channel, "Luke Cage", reply_to=card_in(channel))
        (message,) = [m for m in channel.history() if m.id == reply.id]

        assert [str(r.emoji) for r in message.reactions] == [FAILED]


@pytest.mark.parametrize("label", ["B. second one", HINT, "Skip"])
async def test_a_button_of_a_quiz_that_is_over_says_so(tmp_path: Path, label: str) -> None:
    async with discord_world(tmp_path, [choice_question()]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=400, times=1)
        await ann.slash(channel, "quiz stop")
        result = await ann.click(card_in(channel), label=label)

        assert said(result) == "This quiz is over."


async def test_a_reply_that_was_deleted_again_counts_and_disturbs_nothing(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        world.env.inject_error("PUT", "/channels/*/reactions/*", status=404, code=10008)
        await ann.send(channel, "Luke Cage", reply_to=card_in(channel))
        await world.pass_time(20)

        assert "1 of 1 right" in text_of(card_in(channel))


async def test_the_answer_button_of_an_earlier_question_opens_no_form(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        first = card_in(channel)
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=400, times=2)
        await world.pass_time(26)
        late = await ann.click(first, label="Answer")

        assert late.modal is None
        assert said(late) == TEXTS("refusal-other-round")


async def test_a_hint_or_a_vote_in_the_pause_is_refused_kindly(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=400)
        await world.pass_time(20)
        for label in (HINT, "Skip"):
            result = await ann.click(card_in(channel), label=label)
            assert said(result) == TEXTS("refusal-not-asking")


async def test_after_the_reveal_each_players_one_note_tells_how_they_did(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(), choice_question("two")]) as world:
        channel, ann, ben = table(world)
        await ann.slash(channel, "quiz start")
        hint = await ann.click(card_in(channel), label=HINT)
        wrong = await ben.click(card_in(channel), label="A. first one")
        right = await ann.click(card_in(channel), label="B. second one")
        assert "💡 not " in said(right)
        assert hint.response is None, "the earlier note is still there"
        await world.pass_time(20)

        assert said(right).startswith("✅ Right: B. second one\n**+")
        assert "You are number 1 of 2, with 22 points." in said(right)
        assert said(wrong) == (
            "❌ Not right: A. first one\nThe answer: B. second one\nYou are number 2 of 2, with 0 points."
        )


async def test_what_is_told_of_an_answer_that_is_not_taken_is_true(tmp_path: Path) -> None:
    async with typed_world(tmp_path) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        said_so = []
        for guess in ("Luke", "luke cage", "Luke"):
            form = await ann.click(card_in(channel), label="Answer")
            said_so.append(said(await ann.submit_modal(form, {"guess": guess})))

        assert "Nothing is locked in yet" in said_so[0]
        assert said_so[2].endswith("Your earlier answer stays locked in: luke cage")
        assert "Nothing" not in said_so[2]


async def test_whoever_asks_is_told_their_own_score_and_only_hosts_go_on(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "abc"]) as world:
        channel, ann, ben = table(world)
        zoe = world.member(ann.guild, "zoe", quizmaster=True)
        await ann.slash(channel, "quiz start")
        await ben.click(card_in(channel), label="B. second a")
        await world.pass_time(20)
        mine = await ben.click(card_in(channel), label="My score")
        assert mine.ephemeral
        assert said(mine) == "You are number 1 of 1, with 30 points.\nThis question: +30 (20, speed 10)."
        assert (
            said(await ann.click(card_in(channel), label="My score"))
            == "You have no points in this quiz yet."
        )

        assert said(await ben.click(card_in(channel), label="Next")).startswith("Only the person who started")
        assert said(await ann.click(card_in(channel), label="Next")) == "Here comes the next question."
        assert "Question 2 of 3" in text_of(card_in(channel))
        await world.pass_time(20)
        await zoe.click(card_in(channel), label="Next")
        assert "Question 3 of 3" in text_of(card_in(channel))
