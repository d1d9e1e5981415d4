"""The commands for a quiz that runs, and for those that were played before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.records import server_scope
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import buttons_of, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [choice_question(name) for name in "ab"]


async def test_skip_and_hint_do_what_the_buttons_do(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        for command in ("skip", "hint", "now", "stop"):
            assert said(await ann.slash(channel, f"quiz {command}")) == TEXTS("none-running")
        await ann.slash(channel, "quiz start")
        hint = await ben.slash(channel, "quiz hint")
        assert hint.ephemeral
        assert said(hint).startswith("💡 Hint: not ")
        assert said(await ben.slash(channel, "quiz skip")) == TEXTS("refusal-not-playing")
        assert said(await ann.slash(channel, "quiz skip")) == TEXTS("question-skipped")
        assert said(await ben.slash(channel, "quiz hint")) == TEXTS("refusal-not-asking")


async def test_now_shows_the_open_question_again_with_buttons_that_answer(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        again = await ann.slash(channel, "quiz now")
        assert again.ephemeral
        assert again.response is not None
        message = again.response.message
        assert message is not None
        assert buttons_of(message) == buttons_of(card_in(channel))
        assert said(await ann.click(again.response, label="B. second a")).startswith("Locked in")
        await world.pass_time(20)
        between = said(await ann.slash(channel, "quiz now"))
        assert str(card_in(channel).id) in between


@pytest.mark.parametrize("stopped", [False, True])
async def test_a_card_from_now_shows_the_answer_without_buttons_once_the_question_closes(
    tmp_path: Path, stopped: bool
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        first, second = [(await ann.slash(channel, "quiz now")).response for _ in range(2)]
        assert first is not None
        assert second is not None
        shown = {message.id for message in channel.history(viewer=ann)}
        assert (first.id in shown, second.id in shown) == (False, True)
        if stopped:
            await ann.slash(channel, "quiz stop")
        else:
            await ann.click(second, label="A. first a")
            await world.pass_time(20)
        assert "✅ **B. second a**" in text_of(second.message)
        assert buttons_of(second.message) == [TEXTS("button-report")]


async def test_history_and_results_tell_of_the_last_games_of_this_server(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server, other = world.server(), world.server("Elsewhere")
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        assert TEXTS("history-none") in said(await ann.slash(channel, "quiz history"))
        assert said(await ann.slash(channel, "quiz results")) == TEXTS("not-in-history")

        await ann.slash(channel, "quiz start", rounds=1, pack="noir", seed=42)
        await ann.click(card_in(channel), label="A. first a")
        await ben.click(card_in(channel), label="B. second a")
        await world.pass_time(20)
        await ann.slash(channel, "quiz start", pack="cats")
        await ann.slash(channel, "quiz stop")

        listed = await ben.slash(channel, "quiz history")
        assert listed.ephemeral
        assert said(listed).splitlines()[1:3] == [
            "**1.** <t:1767225620:d> · Famous cats · –",
            "**2.** <t:1767225600:d> · Noir films · ben won with 30 points",
        ]
        assert said(await ben.slash(channel, "quiz results", game=2)).splitlines() == [
            "## Noir films",
            "<t:1767225600:f> · ann · That was the last question.",
            "🥇 ben · 30 points, 1 of 1 right",
            "2\\. ann · 0 points, 0 of 1 right",
            "**1.** Which is a? **second a** · 1 of 2 right",
            TEXTS("results-seed", seed="42"),
        ]
        there = other.create_text_channel("quiz")
        stranger = world.member(other, "zoe")
        assert TEXTS("history-none") in said(await stranger.slash(there, "quiz history"))


async def test_the_cards_of_a_game_whose_journal_is_gone_say_that_it_is_not_known(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=1, pack="noir")
        question = card_in(channel)
        await ann.click(question, label="A. first a")
        await world.pass_time(20)
        end = cards(channel)[-1]
        await world.store.sweep(world.now() + timedelta(days=91), 90, pause=0)
        for label in ("Play again", "Share", "What I got wrong"):
            assert said(await ann.click(end, label=label)) == TEXTS("no-such-game")
        for label in buttons_of(card_in(channel)):
            assert (await ann.click(card_in(channel), label=label)).acknowledged
        assert TEXTS("history-none") in said(await ann.slash(channel, "quiz history"))
        assert "1 quiz" in said(await ann.slash(channel, "stats"))


async def test_a_game_that_runs_is_not_in_the_history_and_ten_are_listed(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        for _ in range(11):
            await ann.slash(channel, "quiz start", rounds=1)
            await ann.slash(channel, "quiz stop")
            await world.pass_time(10)
        await ann.slash(channel, "quiz start")
        games = await world.store.past_games(server_scope(server.id), 10)
        assert len(games) == 10
        assert games[0].started.at > games[1].started.at
        assert "**10.**" in said(await ann.slash(channel, "quiz history"))
