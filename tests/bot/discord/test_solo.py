"""Playing alone, in direct messages with the bot."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest

from bot.store.records import Period, server_scope, solo_scope
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.databases import best_of
from tests.support.simcord_bot import EPOCH, buttons_of, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [choice_question("a"), typed_question()]
RIGHT = QUESTIONS[0].correct


async def test_a_quiz_in_direct_messages_is_played_to_its_end_without_waiting(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        ann = world.env.create_user("ann")
        started = await ann.slash("quiz start", rounds=2)
        assert said(started).startswith("Quiz started")
        dm = ann.dm_channel
        (session,) = world.bot.sessions.all()
        assert session.game.rules.lobby_seconds == 0
        await ann.click(cards(dm)[-1], custom_id=f"g:{session.id}:1:c0")
        assert session.game.closed is not None
        await world.pass_time(13)
        assert "Question 2" in text_of(cards(dm)[-1])
        await world.pass_time(60)
        assert "Final standings" in text_of(cards(dm)[-1])
        again = await ann.click(cards(dm)[-1], label=buttons_of(cards(dm)[-1])[0])
        assert said(again).startswith("Quiz started")


async def test_what_is_played_alone_counts_on_no_server_s_board(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        ann = world.env.create_user("ann")
        server.add_member(ann)
        await ann.slash("quiz start", rounds=1)
        (session,) = world.bot.sessions.all()
        await ann.click(cards(ann.dm_channel)[-1], custom_id=f"g:{session.id}:1:c{RIGHT}")
        assert session.game.standings[0].points > 0
        now = datetime.fromtimestamp(EPOCH, UTC)
        assert await best_of(world.store, server_scope(server.id), Period.ALL_TIME, now) == ()
        assert "Your last quizzes" in said(await ann.slash("quiz history"))
        assert "1 of 1 right" in said(await ann.slash("quiz results"))


async def test_a_quiz_alone_goes_on_after_a_restart_and_takes_replies(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question(), choice_question("a")]) as world:
        ann = world.env.create_user("ann")
        await ann.slash("quiz start", rounds=2)
        await world.kill()
        await world.pass_time(2)
        (session,) = world.bot.sessions.all()
        card = next(one for one in cards(ann.dm_channel) if "Question 1" in text_of(one))
        await ann.send_dm("Luke Cage", reference={"message_id": card.id, "channel_id": card.channel.id})
        assert session.game.closed is not None
        assert [award.correct for award in session.game.closed.awards] == [True]


async def test_only_one_quiz_runs_in_a_direct_message_and_its_starter_stops_it(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        ann = world.env.create_user("ann")
        await ann.slash("quiz start")
        again = await ann.slash("quiz start")
        assert said(again).startswith(
            "A quiz is already running in this channel: https://discord.com/channels/@me/"
        )
        assert said(await ann.slash("quiz stop")) == TEXTS("stopped-by-you")
        thread = await ann.slash("quiz start", where="new thread")
        assert said(thread) == TEXTS("no-thread-here")


async def test_who_has_installed_the_bot_alone_is_led_from_a_server_to_direct_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        monkeypatch.setattr(discord.Interaction, "is_user_integration", lambda _: True)
        started = await ann.slash(channel, "quiz start", rounds=1)
        (session,) = world.bot.sessions.all()
        assert "The quiz is in our direct messages: https://discord.com/channels/@me/" in said(started)
        assert cards(channel) == []
        assert session.game.rules.solo
        assert said(await ann.slash(channel, "quiz stop")) == TEXTS("stopped-by-you")


async def test_the_cards_are_in_the_player_s_language(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        ann = world.env.create_user("ann")
        await world.store.change_settings(solo_scope(ann.id), {"language": "de"})
        assert world.bot.texts_in(solo_scope(ann.id)).language == "de"
        await ann.slash("quiz start")  # by a client in English
        assert world.bot.texts_in(solo_scope(ann.id)).language == "en"
        assert "Closes" in text_of(cards(ann.dm_channel)[-1])


async def test_a_member_may_take_a_quiz_from_a_server_to_direct_messages(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        user = world.env.create_user("ann")
        ann = server.add_member(user)
        started = await ann.slash(channel, "quiz start", where="direct messages")
        (session,) = world.bot.sessions.all()
        assert "The quiz is in our direct messages: https://discord.com/channels/@me/" in said(started)
        assert (cards(channel), session.game.rules.solo) == ([], True)
        card = cards(user.dm_channel)[-1]
        assert TEXTS("button-skip") in buttons_of(card)
