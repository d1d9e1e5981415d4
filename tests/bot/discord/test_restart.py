from __future__ import annotations

from pathlib import Path

from bot.game.events import EndReason
from tests.bot.discord.builders import choice_question, typed_question
from tests.bot.discord.test_whole_quiz import points_shown, totals
from tests.support.simcord_bot import card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS


async def test_a_killed_game_goes_on_in_its_message_with_its_buttons_answers_and_points(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "ab"]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", rounds=2, seconds=60)
        card = card_in(channel)
        await ann.click(card, label="B. second a")
        await world.kill()

        assert card_in(channel).id == card.id
        assert "1 answered" in text_of(card_in(channel))
        assert TEXTS("back-again") in text_of(cards(channel)[-1])
        again = await ann.click(card, label="B. second a")
        assert TEXTS("refusal-same-answer") in said(again)
        await ben.click(card, label="B. second a")
        await world.pass_time(60)
        assert "2 of 2 right" in text_of(card_in(channel))

        await world.pass_time(6)
        await world.kill()
        await ann.click(card_in(channel), label="B. second b")
        await world.pass_time(60)
        shown = points_shown(text_of(cards(channel)[-1]))
        assert shown == totals(world.file, f"server:{server.id}")
        assert shown["ann"] > shown["ben"] > 0


async def test_a_game_killed_in_the_pause_goes_on_with_the_next_question(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "ab"]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=2)
        await ann.click(card_in(channel), label="B. second a")
        await world.pass_time(20)
        await world.kill()
        await world.pass_time(6)

        assert "Question 2 of 2" in text_of(card_in(channel))


async def test_a_form_that_was_open_during_the_restart_still_answers(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question()]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", seconds=60)
        form = await ann.click(card_in(channel), label="Answer")
        await world.kill()

        assert said(await ann.submit_modal(form, {"guess": "Luke Cage"})).startswith("Locked in")


async def test_the_buttons_of_a_game_that_has_ended_meanwhile_say_so(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start")
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=400)
        (session,) = world.bot.sessions.all()
        await session.stop(None, EndReason.STOPPED)
        await world.env.settle()
        await world.kill()

        assert said(await ann.click(card_in(channel), label="B. second a")) == "This quiz is over."


async def test_closing_says_back_in_a_moment_and_the_next_start_goes_on(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", seconds=60)
        await ann.click(card_in(channel), label="B. second a")
        await world.bot.close()

        assert TEXTS("farewell") in text_of(cards(channel)[-1])
        assert "1 answered" in text_of(card_in(channel))
        await world.kill()
        await world.pass_time(60)
        assert "1 of 1 right" in text_of(card_in(channel))


async def test_commands_and_clicks_are_put_off_while_the_bot_closes(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", seconds=60)
        world.bot.closing = True

        assert said(await ann.click(card_in(channel), label="B. second a")) == (
            "The bot is restarting. Try again in a moment."
        )
        assert said(await ann.slash(channel, "quiz stop")) == "The bot is restarting. Try again in a moment."


async def test_a_game_in_a_channel_that_is_gone_ends_and_its_points_stay(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question(name) for name in "ab"]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        elsewhere = server.create_text_channel("elsewhere")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=2)
        await ann.click(card_in(channel), label="B. second a")
        world.env.backend.delete_channel(channel.id)
        await world.kill()

        assert world.bot.sessions.all() == ()
        assert "ann" in said(await ann.slash(elsewhere, "leaderboard show"))


async def test_while_the_database_is_away_at_the_start_players_are_put_off(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [choice_question("a")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", seconds=60)
        world.valve.fault = "the database is locked"
        await world.kill()
        for result in (
            await ann.click(card_in(channel), label="B. second a"),
            await ann.slash(channel, "quiz start"),
            await ann.slash(channel, "quiz stop"),
        ):
            assert said(result) == TEXTS("coming-back")
        world.valve.fault = None
        await world.pass_time(6)

        assert said(await ann.click(card_in(channel), label="B. second a")).startswith("Locked in")
