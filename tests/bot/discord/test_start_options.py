"""What the options of ``/quiz start`` make of a quiz."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import discord
import pytest

from tests.bot.discord.builders import choice_question, typed_question
from tests.support.simcord_bot import World, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

QUESTIONS = [
    choice_question("hard", level=3),
    choice_question("easy", level=1, topic="Plot"),
    typed_question("medium"),
]


def asked(world: World) -> list[str]:
    """The ids of the questions of the one game that runs."""
    (session,) = world.bot.sessions.all()
    return [question.id for question in session.game.questions]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"level": "rising"}, ["easy", "medium", "hard"]),
        ({"style": "buttons"}, ["hard", "easy"]),
        ({"style": "typed"}, ["medium"]),
        ({"style": "race"}, ["medium"]),
        ({"topic": "plot"}, ["easy"]),
        ({"rounds": 1}, ["hard"]),
        ({"points": 100}, ["hard", "easy", "medium"]),
    ],
)
async def test_the_options_choose_and_order_the_questions(
    tmp_path: Path, options: dict[str, object], expected: list[str]
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.member(server, "ann").slash(channel, "quiz start", **options)
        assert asked(world) == expected


async def test_what_is_not_usual_stands_in_the_lobby(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS, lobby_seconds=10) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        wish = {"points": 200, "style": "race", "level": "rising", "spoilers": True, "seconds": 15}
        told = await ann.slash(channel, "quiz start", **wish)
        assert "were asked for" not in said(told)
        assert text_of(cards(channel)[0]).splitlines()[2] == (
            "first to 200 points · 15 s each · level: rising · race: the first right answer wins"
            " · with spoilers"
        )
        await ann.slash(channel, "quiz stop")
        await world.pass_time(10)
        await ann.slash(channel, "quiz start", style="buttons", topic="Plot", pack="noir")
        assert text_of(cards(channel)[-1]).splitlines()[1:3] == [
            "**Noir films**",
            "1 question · 20 s each · topic: Plot · buttons",
        ]


async def test_several_packs_are_named_with_commas_and_offered_one_after_the_other(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        offered = await ann.autocomplete(channel, "quiz start", "pack", "noir, ")
        assert [(one["name"], one["value"]) for one in offered] == [("Noir films, Famous cats", "noir, cats")]
        assert "no such pack" in said(await ann.slash(channel, "quiz start", pack="noir, dogs"))
        await ann.slash(channel, "quiz start", pack="Famous Cats, noir")
        assert world.source.wanted[-1].packs == ("cats", "noir")


async def test_topics_are_those_of_the_packs_and_the_servers_own(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        offered = await ann.autocomplete(channel, "quiz start", "topic", "", pack="cats")
        assert [one["value"] for one in offered] == ["Cast", "Names", TEXTS("own-topic")]
        refused = await ann.slash(channel, "quiz start", pack="cats", topic="Plots")
        assert said(refused) == TEXTS("no-such-topic")


async def test_the_same_seed_draws_the_same_whatever_was_asked_before(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        for _ in range(2):
            await ann.slash(channel, "quiz start", seed=42, rounds=3)
            (session,) = world.bot.sessions.all()
            assert session.game.selection.seed == 42
            await ann.slash(channel, "quiz stop")
            await world.pass_time(10)
        assert [dict(wanted.seen) for wanted in world.source.wanted] == [{}, {}]
        await ann.slash(channel, "quiz start", rounds=3)
        (session,) = world.bot.sessions.all()
        assert session.game.selection.seed is not None
        assert world.source.wanted[-1].seen


async def test_a_quiz_in_a_new_thread_is_played_there(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        told = await ann.slash(channel, "quiz start", where="new thread")
        (thread,) = channel.threads
        assert thread.name == "Quiz by ann"
        assert said(told).endswith(f"The quiz is in <#{thread.id}>.")
        assert "Question 1 of 3" in text_of(card_in(thread))
        assert said(await ann.click(card_in(thread), label="B. second hard")).startswith("Locked in")
        nested = await ann.slash(thread, "quiz start", where="new thread")
        assert said(nested) == TEXTS("no-thread-here")


async def test_what_a_new_thread_needs_is_named_before_it_is_opened(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        assert world.bot.user is not None
        denied = discord.PermissionOverwrite(create_public_threads=False, send_messages_in_threads=False)
        channel = server.create_text_channel("quiz", overwrites={world.bot.user: denied})
        told = await world.member(server, "ann").slash(channel, "quiz start", where="new thread")
        assert said(told).endswith("Create Public Threads, Send Messages in Threads.")
        assert channel.threads == []


async def test_in_a_race_everybody_tries_until_somebody_has_it(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("one"), typed_question("two")]) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", style="race")
        form = await ann.click(card_in(channel), label="Answer")
        wrong = await ann.submit_modal(form, {"guess": "Nobody"})
        assert said(wrong) == TEXTS("race-wrong", guess="Nobody")
        await ben.send(channel, "Cottonmouth", reply_to=card_in(channel))
        assert [str(one.emoji) for message in channel.history() for one in message.reactions] == ["❌"]
        form = await ben.click(card_in(channel), label="Answer")
        right = await ben.submit_modal(form, {"guess": "Luke Cage"})
        assert said(right).startswith("✅ Right: Luke Cage")
        assert "1 of 2 right" in text_of(card_in(channel))


async def test_in_a_race_a_right_answer_in_plain_chat_counts_where_the_bot_may_read_it(
    tmp_path: Path,
) -> None:
    questions = [typed_question("one"), typed_question("two")]
    async with discord_world(tmp_path, questions, message_content=True) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        await ann.slash(channel, "quiz start", style="race")
        await ben.send(channel, "no idea, who was that?")
        (session,) = world.bot.sessions.all()
        assert not session.game.answers
        await ben.send(channel, "luke cage")
        assert [str(one.emoji) for message in channel.history() for one in message.reactions] == ["✅"]
        assert session.game.standings[0].player.id == ben.id


async def test_plain_chat_is_no_answer_in_other_quizzes_nor_where_it_may_not_be_read(tmp_path: Path) -> None:
    for reading, style in ((True, "typed"), (False, "race")):
        folder = tmp_path / style
        folder.mkdir()
        async with discord_world(folder, [typed_question("one")], message_content=reading) as world:
            server = world.server()
            channel = server.create_text_channel("quiz")
            ann = world.member(server, "ann")
            await ann.slash(channel, "quiz start", style=style)
            await ann.send(channel, "Luke Cage")
            (session,) = world.bot.sessions.all()
            assert not session.game.answers


async def test_play_again_asks_for_the_same_and_draws_anew(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann = world.member(server, "ann")
        await ann.slash(channel, "quiz start", style="race", pack="cats", seed=42, rounds=1, seconds=15)
        (first,) = world.bot.sessions.all()
        await ann.slash(channel, "quiz stop")
        await world.pass_time(10)
        await ann.click(cards(channel)[-1], label="Play again")
        (second,) = world.bot.sessions.all()
        assert second.game.rules == first.game.rules
        assert second.game.selection == replace(first.game.selection, seed=second.game.selection.seed)
        assert second.game.selection.seed != 42
        assert world.source.wanted[-1].seen


@pytest.mark.parametrize(
    ("options", "notice"),
    [
        (
            {"level": "easy", "style": "race"},
            "You asked for 10; there is only 1. "
            "The narrow option is `style`: without it there would be 10 questions.",
        ),
        (
            {"level": "easy", "style": "race", "points": 50},
            "There is only 1 question like that. "
            "The narrow option is `style`: without it there would be 12 questions.",
        ),
        (
            {"topic": "Plot"},
            "there are only 2. The narrow option is `topic`: without it there would be 10 questions.",
        ),
        (
            {"level": "hard"},
            "there are only 2. The narrow option is `level`: without it there would be 10 questions.",
        ),
        ({"level": "hard", "rounds": 2}, "(Noir films, Famous cats)."),
    ],
)
async def test_where_only_a_few_questions_fit_the_narrow_option_is_named(
    tmp_path: Path, options: dict[str, object], notice: str
) -> None:
    questions = [
        *(choice_question(f"plot {n}", level=1, topic="Plot") for n in range(2)),
        *(choice_question(f"easy {n}", level=1) for n in range(9)),
        typed_question("typed easy", level=1),
        *(typed_question(f"typed {n}") for n in range(3)),
        *(choice_question(f"hard {n}", level=3) for n in range(2)),
        *(choice_question(f"spoiler {n}", level=3, spoiler=True) for n in range(7)),
    ]
    async with discord_world(tmp_path, questions) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        told = await world.member(server, "ann").slash(channel, "quiz start", **options)
        assert told.ephemeral
        assert said(told).endswith(notice)


@pytest.mark.parametrize(
    ("options", "notice"),
    [
        ({"level": "hard"}, "The narrow option is `level`: without it there would be 1 question."),
        ({}, "there is only 1. With `spoilers` there would be 9 questions."),
    ],
)
async def test_spoilers_and_what_no_question_fits_are_named_too(
    tmp_path: Path, options: dict[str, object], notice: str
) -> None:
    questions = [choice_question("easy"), *(choice_question(f"plot {n}", spoiler=True) for n in range(8))]
    async with discord_world(tmp_path, questions) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        told = await world.member(server, "ann").slash(channel, "quiz start", **options)
        assert said(told).endswith(notice)
