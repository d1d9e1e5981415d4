"""`/question stats`: what became of the questions that a server can be asked, for its quizmasters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.game.events import CloseReason
from bot.game.rating import SETTLED
from bot.store.question_records import LEAST_ASKED, SHOWN_ENOUGH
from bot.store.records import Place, server_scope
from bot.store.rows import key_of
from bot.texts.catalogue import Texts
from questions.question import Question
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.question_games import ask
from tests.support.questions import RIGHT, WRONG
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import TEXTS

ELSEWHERE = Place(server_scope(99), 1)
TRICKY = choice_question("tricky", pack="noir", prompt="Who *runs* the bar?")


async def fill(world: World) -> None:
    """Two questions of a pack that all servers play, and one that another server wrote."""
    await ask(world.store, TRICKY, RIGHT, RIGHT, RIGHT, 2, 2, place=ELSEWHERE, times=SHOWN_ENOUGH)
    skipped = typed_question("skipped", pack="cats")
    await ask(world.store, skipped, reason=CloseReason.SKIPPED, place=ELSEWHERE, times=LEAST_ASKED)
    private = typed_question("private", pack=ELSEWHERE.scope)
    await ask(world.store, private, True, place=ELSEWHERE, times=LEAST_ASKED)


async def press(member: MemberActor, shown: InteractionResult, label: str) -> str:
    """What stands on the card after a press."""
    assert shown.response is not None
    await member.click(shown.response, label=label)
    return text_of(shown.response.message)


async def test_quizmasters_see_how_questions_do_and_turn_to_one_after_a_restart(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, zoe = server.create_text_channel("quiz"), world.member(server, "zoe", quizmaster=True)
        empty = await zoe.slash(channel, "question stats")
        assert TEXTS("asked-none", count=LEAST_ASKED) in said(empty)
        await fill(world)
        shown = await zoe.slash(channel, "question stats")
        assert shown.ephemeral
        lines = said(shown).splitlines()
        assert lines[2:] == [
            "**1.** Which is skipped?",
            "-# asked 10 times · skipped 10 times (100 %)",
            "**2.** Who \\*runs\\* the bar?",
            "-# asked 20 times · 60 % of 100 answers right · 4 s · 2 choices never taken",
        ]
        await world.kill()
        assert (await press(zoe, shown, "2")).splitlines() == [
            "## Who \\*runs\\* the bar?",
            "-# look it up · with choices · Noir films · Cast",
            "asked 20 times · skipped never",
            "60 % of 100 answers right; in the long run probably 52 to 68 %",
            "4 s per answer on average",
            "no reports",
            *(await levels_of(world)),
            "**Choices**",
            "✅ second tricky · taken 60 of 100 times (60 %)",
            "▫️ third tricky · taken 40 of 100 times (40 %)",
            "⚠️ first tricky · never taken in 100 answers",
            "⚠️ fourth tricky · never taken in 100 answers",
            TEXTS("asked-counted"),
        ]
        assert (await press(zoe, shown, "Back")).splitlines() == lines


async def levels_of(world: World) -> list[str]:
    """What the card says of the level of the tricky question."""
    kept = await world.store.asked.one(key_of(TRICKY), ("noir",), "")
    assert kept is not None
    assert kept.by_play is not None
    level = {1: "easy", 2: "medium", 3: "hard"}[kept.by_play]
    return [f"**Level** {level} by play, medium as it was set", difficulty(TEXTS, kept.difficulty)]


def difficulty(texts: Texts, estimate: tuple[float, float]) -> str:
    mean, doubt = estimate
    rating, spread = round(1500 + 173.7 * mean), round(173.7 * doubt**0.5)
    return texts("asked-difficulty", rating=str(rating), spread=spread)


async def test_a_list_can_be_of_one_pack_in_another_order_and_has_pages(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, zoe = server.create_text_channel("quiz"), world.member(server, "zoe", quizmaster=True)
        for number in range(6):
            question = replace(TRICKY, id=f"n{number}", prompt=f"Riddle {number}?")
            await ask(world.store, question, RIGHT, times=LEAST_ASKED + number)
        await fill(world)
        shown = await zoe.slash(channel, "question stats", pack="Noir films", sort="slowest")
        assert TEXTS("page", page=1, pages=2) in said(shown)
        assert "skipped?" not in said(shown)
        assert shown.response is not None
        assert buttons_of(shown.response.message) == ["1", "2", "3", "4", "5", "Next"]
        last = await press(zoe, shown, "Next")
        assert "**7.** Riddle 0?" in last
        assert TEXTS("no-such-pack") == said(await zoe.slash(channel, "question stats", pack="dogs"))


async def test_a_question_is_found_by_its_words_and_no_other_server_s(tmp_path: Path) -> None:
    async with discord_world(tmp_path, (), check_errors=False) as world:
        server = world.server()
        channel, zoe = server.create_text_channel("quiz"), world.member(server, "zoe", quizmaster=True)
        guest = world.member(server, "guest")
        await fill(world)
        (offered,) = await zoe.autocomplete(channel, "question stats", "question", "RUNS")
        assert offered["name"] == "Who *runs* the bar?"
        assert "the bar?" in said(await zoe.slash(channel, "question stats", question=offered["value"]))
        assert await zoe.autocomplete(channel, "question stats", "question", "private") == []
        assert await guest.autocomplete(channel, "question stats", "question", "runs") == []
        packs = await zoe.autocomplete(channel, "question stats", "pack", "noir")
        assert [choice["name"] for choice in packs] == ["Noir films"]
        own = await zoe.autocomplete(channel, "question stats", "pack", "this server")
        assert said(await zoe.slash(channel, "question stats", pack=own[0]["value"])).endswith(
            TEXTS("asked-none", count=LEAST_ASKED)
        )
        private = key_of(typed_question("private", pack=ELSEWHERE.scope))
        for question in (str(private), "nonsense", "9" * 19, "9" * 5_000):
            unknown = await zoe.slash(channel, "question stats", question=question)
            assert said(unknown) == TEXTS("asked-unknown")
        assert said(await guest.slash(channel, "question stats")) == TEXTS("quizmasters-only")


async def test_a_played_quiz_counts_what_was_chosen(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [TRICKY]) as world:
        server = world.server()
        channel, zoe = server.create_text_channel("quiz"), world.member(server, "zoe", quizmaster=True)
        await zoe.slash(channel, "quiz start", rounds=1)
        await choose(zoe, card_in(channel), WRONG)
        await world.pass_time(60)
        (offered,) = await zoe.autocomplete(channel, "question stats", "question", "bar")
        shown = said(await zoe.slash(channel, "question stats", question=offered["value"]))
        assert "▫️ first tricky · taken 1 of 1 times (100 %)" in shown
        assert TEXTS("asked-level-set", level="medium", count=SETTLED) in shown


async def choose(member: MemberActor, card: discord.Message, choice: int) -> None:
    label = next(text for text in buttons_of(card) if text.startswith("ABCD"[choice]))
    await member.click(card, label=label)


async def test_a_quiz_of_a_level_is_drawn_by_what_players_have_shown(tmp_path: Path) -> None:
    hard: Question = replace(TRICKY, level=3)
    async with discord_world(tmp_path, [hard]) as world:
        server = world.server()
        channel, zoe = server.create_text_channel("quiz"), world.member(server, "zoe")
        await ask(world.store, hard, *[RIGHT] * (SETTLED + 10), place=ELSEWHERE)
        await zoe.slash(channel, "quiz start", rounds=1)
        wanted = world.source.wanted[-1]
        assert wanted.experience.at_level(hard).level < 3
        await zoe.slash(channel, "quiz stop")
        await world.pass_time(30)
        await zoe.slash(channel, "quiz start", rounds=1, seed=5)
        assert world.source.wanted[-1].experience.at_level(hard).level == 3
