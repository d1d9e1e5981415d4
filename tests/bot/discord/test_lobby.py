"""The lobby in Discord: what everybody sees before the first question, and what its buttons do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [choice_question(name) for name in "abc"]


@dataclass
class Room:
    world: World
    channel: ChannelHandle
    ann: MemberActor
    ben: MemberActor
    quizmaster: MemberActor

    def newest(self) -> str:
        return text_of(cards(self.channel)[-1])


@asynccontextmanager
async def room(folder: Path) -> AsyncIterator[Room]:
    async with discord_world(folder, QUESTIONS, lobby_seconds=10) as world:
        server = world.server()
        yield Room(
            world,
            server.create_text_channel("quiz"),
            world.member(server, "ann"),
            world.member(server, "ben"),
            world.member(server, "quinn", quizmaster=True),
        )


async def test_everybody_sees_who_invites_to_what_and_the_first_question_follows(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        told = await at.ann.slash(at.channel, "quiz start", rounds=3, level="medium", seconds=30)
        assert told.ephemeral
        assert "in 10 seconds" in said(told)
        (lobby,) = cards(at.channel)
        assert text_of(lobby).splitlines() == [
            "## ann starts a quiz",
            "**Noir films, Famous cats**",
            "3 questions · 30 s each · level: medium",
            "**In (1):** ann",
            "⏳ Starts <t:1767225610:R>",
        ]
        assert buttons_of(lobby) == ["I’m in", "Start now"]

        await at.world.pass_time(10)
        lobby, question = cards(at.channel)
        assert "The quiz has begun." in text_of(lobby)
        assert buttons_of(lobby) == []
        assert "Question 1 of 3" in text_of(question)


async def test_players_who_are_in_are_named_once(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start")
        (lobby,) = cards(at.channel)
        assert said(await at.ben.click(lobby, label="I’m in")).startswith("You are in.")
        assert said(await at.ben.click(lobby, label="I’m in")) == "You are in already."
        assert said(await at.ann.click(lobby, label="I’m in")).startswith("You are in.")
        await at.world.pass_time(7)
        assert "**In (2):** ann, ben" in at.newest()


async def test_start_now_is_for_whoever_started_the_quiz_and_quizmasters(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        for starter, other in ((at.ann, at.ann), (at.ann, at.quizmaster)):
            await starter.slash(at.channel, "quiz start")
            lobby = cards(at.channel)[-1]
            assert "Only the person who started" in said(await at.ben.click(lobby, label="Start now"))
            assert said(await other.click(lobby, label="Start now")) == "Here comes the first question."
            assert "Question 1 of 3" in at.newest()
            await at.ann.slash(at.channel, "quiz stop")
            await at.world.pass_time(10)


async def test_lobby_0_brings_the_first_question_at_once(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start", lobby=0)
        (question,) = cards(at.channel)
        assert "Question 1 of 3" in text_of(question)


async def test_a_quiz_stopped_in_its_lobby_says_so_on_the_card(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start")
        assert said(await at.ann.slash(at.channel, "quiz stop")) == TEXTS("stopped-in-lobby")
        (lobby,) = cards(at.channel)
        assert "ann stopped the quiz." in text_of(lobby)
        assert buttons_of(lobby) == []


async def test_a_second_start_is_shown_the_way_to_the_lobby(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start")
        (lobby,) = cards(at.channel)
        assert str(lobby.id) in said(await at.ben.slash(at.channel, "quiz start"))


@pytest.mark.parametrize("waits", [0, 6])
async def test_a_lobby_goes_on_in_its_message_after_a_kill(tmp_path: Path, waits: float) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start")
        (lobby,) = cards(at.channel)
        await at.ben.click(lobby, label="I’m in")
        await at.world.pass_time(waits)
        await at.world.kill()
        await at.world.pass_time(0.1)
        first, back = cards(at.channel)
        assert (first.id, "Back again" in text_of(back)) == (lobby.id, True)
        assert "**In (2):** ann, ben" in text_of(first)

        await at.quizmaster.click(first, label="I’m in")
        await at.world.pass_time(10)
        assert "**In (3):** ann, ben, quinn" in text_of(cards(at.channel)[0])
        assert "Question 1 of 3" in at.newest()


async def test_a_lobby_that_somebody_deletes_comes_back(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start")
        (lobby,) = cards(at.channel)
        await at.quizmaster.click(lobby, label="I’m in")
        message = await at.world.bot.get_partial_messageable(at.channel.id).fetch_message(lobby.id)
        await message.delete()
        await at.world.pass_time(1)
        (again,) = cards(at.channel)
        assert again.id != lobby.id
        assert "**In (2):** ann, quinn" in text_of(again)
        await at.world.pass_time(10)
        assert "The quiz has begun." in text_of(cards(at.channel)[0])


async def test_teams_are_joined_by_buttons_and_stand_on_the_final_card(tmp_path: Path) -> None:
    async with room(tmp_path) as at:
        await at.ann.slash(at.channel, "quiz start", teams=2, rounds=1)
        (lobby,) = cards(at.channel)
        assert buttons_of(lobby) == ["🔴 Red", "🔵 Blue", "Start now"]
        assert said(await at.ann.click(lobby, label="🔵 Blue")).startswith("You play for 🔵 Blue.")
        await at.ben.click(lobby, label="🔵 Blue")
        await at.ben.click(lobby, label="🔴 Red")
        await at.world.kill()
        await at.world.pass_time(1)
        lines = text_of(cards(at.channel)[0]).splitlines()
        assert lines[3:5] == ["**🔴 Red (1):** ben", "**🔵 Blue (1):** ann"]

        await at.world.pass_time(10)
        await at.ann.click(cards(at.channel)[-1], label="B. second a")
        await at.ben.click(cards(at.channel)[-1], label="A. first a")
        await at.world.pass_time(20)
        end = at.newest()
        assert "🥇 🔵 Blue · " in end
        assert "2\\. 🔴 Red · 0 points · 1 player" in end


async def test_in_survival_who_has_lost_three_lives_is_out(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "abcde"]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        cat = world.member(server, "cat")
        await ann.slash(channel, "quiz start", survival=True)
        for question in "abc":
            told = said(await ben.click(card_in(channel), label=f"A. first {question}"))
            for player in (ann, cat):
                await player.click(card_in(channel), label=f"B. second {question}")
            await world.pass_time(20 if question == "a" else 2)  # then it is known who is in
            reveal = text_of(card_in(channel))
            await world.pass_time(6)
        assert told.endswith("Lives left: 1.")
        assert "💀 Out: ben" in reveal
        late = await ben.click(card_in(channel), label="B. second d")
        assert said(late) == "You are out: you have no lives left."
