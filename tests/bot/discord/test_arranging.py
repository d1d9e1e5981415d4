"""Orders and match-ups: put together by tapping in one private note, and counted once locked in."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.views.arrange_form import completed, matched, picks_of
from tests.support.questions import choice_question, match_question, order_question
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS


def table(world: World) -> tuple[ChannelHandle, MemberActor, MemberActor]:
    server = world.server()
    return server.create_text_channel("quiz"), world.member(server, "ann"), world.member(server, "ben")


async def open_form(ann: MemberActor, channel: ChannelHandle, label: str = "Put in order") -> discord.Message:
    opened = await ann.click(card_in(channel), label=label)
    assert opened.ephemeral
    return note_of(opened)


def note_of(result: InteractionResult) -> discord.Message:
    assert result.response is not None
    return result.response.message


def notes_of(ann: MemberActor, channel: ChannelHandle) -> list[discord.Message]:
    """What she alone sees of the questions, not of the command."""
    private = [message for message in channel.history(viewer=ann) if message.flags.ephemeral]
    return [message for message in private if "Quiz started" not in text_of(message)]


def selects_of(note: discord.Message) -> list[discord.SelectMenu]:
    return [
        item
        for container in note.components
        for row in getattr(container, "children", ())
        for item in getattr(row, "children", ())
        if isinstance(item, discord.SelectMenu)
    ]


async def test_an_order_is_tapped_in_turn_and_counts_once_locked_in(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        assert buttons_of(card_in(channel)) == ["Put in order", "Hint −25 %", "Skip"]
        note = await open_form(ann, channel)
        assert buttons_of(note) == ["Noon", "Dusk", "Dawn"]
        assert "Nothing is locked in yet" in text_of(note)
        note = note_of(await ann.click(note, label="Dawn"))
        assert buttons_of(note) == ["Noon", "Dusk", "1. Dawn", "Undo"]
        note = note_of(await ann.click(note, label="Noon"))
        assert buttons_of(note) == ["2. Noon", "3. Dusk", "1. Dawn", "Undo", "Lock in"]
        assert "answered" not in text_of(card_in(channel))
        note = note_of(await ann.click(note, label="Lock in"))
        assert text_of(note).endswith(TEXTS("arrange-locked"))
        assert len(notes_of(ann, channel)) == 1
        await world.pass_time(26)
        assert "1 of 1 right" in text_of(card_in(channel))
        [note] = notes_of(ann, channel)
        assert text_of(note).startswith("✅ Right: Dawn → Noon → Dusk")
        assert buttons_of(note) == []


async def test_a_tap_is_undone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = await open_form(ann, channel)
        note = note_of(await ann.click(note, label="Dusk"))
        note = note_of(await ann.click(note, label="Undo"))
        assert buttons_of(note) == ["Noon", "Dusk", "Dawn"]
        note = note_of(await ann.click(note, label="Noon"))
        note = note_of(await ann.click(note, label="Dawn"))
        note = note_of(await ann.click(note, label="Undo"))
        assert buttons_of(note) == ["1. Noon", "Dusk", "Dawn", "Undo"]
        note = note_of(await ann.click(note, label="1. Noon"))
        assert buttons_of(note) == ["Noon", "Dusk", "Dawn"]


async def test_an_order_that_is_locked_in_can_be_changed_while_the_question_is_open(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, ben = table(world)
        await ann.slash(channel, "quiz start")
        await ben.click(card_in(channel), label="Skip")
        note = await open_form(ann, channel)
        for label in ("Noon", "Dusk", "Lock in", "Undo"):
            note = note_of(await ann.click(note, label=label))
        assert text_of(note).endswith(TEXTS("arrange-earlier-locked", guess="Noon → Dusk → Dawn"))
        again = await open_form(ann, channel)
        assert buttons_of(again) == ["1. Noon", "2. Dusk", "3. Dawn", "Undo"]  # as it is locked in
        for label in ("Undo", "Undo", "Dawn", "Noon", "Lock in"):
            again = note_of(await ann.click(again, label=label))
        await world.pass_time(26)
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_pairs_are_matched_by_selects(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [match_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = await open_form(ann, channel, "Match")
        assert [[option.label for option in select.options] for select in selects_of(note)] == [
            ["Dusk", "Noon", "Dawn"]
        ] * 3
        for item, partner in ((0, "0"), (1, "2")):
            result = await ann.select(note, [partner], custom_id=selects_of(note)[item].custom_id)
            note = note_of(result)
        assert buttons_of(note) == ["Lock in"]
        result = await ann.select(note, ["2"], custom_id=selects_of(note)[0].custom_id)  # the two exchange
        note = note_of(await ann.click(note_of(result), label="Lock in"))
        assert TEXTS("arrange-locked") in text_of(note)
        await world.pass_time(26)
        assert "1 of 1 right" in text_of(card_in(channel))
        assert "Ada Lee – Dawn** ▰" in text_of(card_in(channel))


async def test_taps_go_on_after_a_restart_of_the_bot(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = note_of(await ann.click(await open_form(ann, channel), label="Dawn"))
        await world.kill()
        note = note_of(await ann.click(note, label="Noon"))
        note = note_of(await ann.click(note, label="Lock in"))
        assert TEXTS("arrange-locked") in text_of(note)
        await world.kill()
        await world.pass_time(26)
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_a_tap_after_the_close_says_so_in_place_of_the_form(tmp_path: Path) -> None:
    slowly_read = order_question(statement="word " * 30)
    async with discord_world(tmp_path, [slowly_read, choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = await open_form(ann, channel)
        (session,) = world.bot.sessions.all()
        world.bot.notes.forget(session.id)  # as after a restart: the form keeps its buttons
        await world.pass_time(26)
        late = note_of(await ann.click(note, label="Dawn"))
        assert late.id == note.id
        assert text_of(late) == TEXTS("refusal-other-round")
        assert buttons_of(late) == []


async def test_a_tap_after_the_end_of_the_quiz_says_so_in_place_of_the_form(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question()]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = await open_form(ann, channel)
        await world.kill()
        await ann.slash(channel, "quiz stop")
        late = note_of(await ann.click(note, label="Dawn"))
        assert text_of(late) == TEXTS("refusal-ended")


async def test_a_hint_stands_in_the_form(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        hinted = await ann.click(card_in(channel), label="Hint −25 %")
        assert r"💡 Hint: 1\. Dawn" in said(hinted)
        note = note_of(await ann.click(note_of(hinted), label="Dawn"))
        assert r"💡 1\. Dawn" in text_of(note)


async def test_an_order_is_typed_in_reply_to_the_card(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        await ann.send(channel, "dawn first", reply_to=card_in(channel))
        await ann.send(channel, "c a b", reply_to=card_in(channel))
        marks = [[str(one.emoji) for one in message.reactions] for message in cards(channel)[-2:]]
        assert marks == [["🤏"], ["🔒"]]
        await world.pass_time(26)
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_a_form_that_the_database_cannot_keep_says_so_and_stays(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [order_question(), choice_question("two")]) as world:
        channel, ann, _ = table(world)
        await ann.slash(channel, "quiz start")
        note = await open_form(ann, channel)
        for label in ("Dawn", "Noon"):
            note = note_of(await ann.click(note, label=label))
        world.valve.fault = "disk full"
        failed = await ann.click(note, label="Lock in")
        assert said(failed) == TEXTS("not-taken")
        world.valve.fault = None
        note = note_of(await ann.click(note, label="Lock in"))
        assert TEXTS("arrange-locked") in text_of(note)


@pytest.mark.parametrize("code", ["00-", "9--", "20", "201-", "123"])
def test_picks_that_do_not_fit_the_question_are_none(code: str) -> None:
    arrangement = order_question().arrangement
    assert arrangement is not None
    assert picks_of(arrangement, code) is None


def test_the_last_one_gets_what_is_left() -> None:
    assert completed((2, None, None)) == (2, None, None)
    assert completed((2, 0, None)) == (2, 0, 1)
    assert completed((2, 0, 1)) == (2, 0, 1)


def test_whoever_had_a_partner_gets_the_other_one() -> None:
    assert matched((None, None, None), 0, 2) == (2, None, None)
    assert matched((2, None, None), 1, 2) == (None, 2, None)
    assert matched((2, 0, 1), 0, 1) == (1, 0, 2)
