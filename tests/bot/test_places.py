"""A game is played where it runs: what comes from elsewhere, or too early, is turned away."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.game.events import Player
from bot.game.rules import Rules
from bot.session import Session
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.fake_discord import FakeDiscord, text_of
from tests.support.fake_discord_bot import RIGHT, Scene, in_discord
from tests.support.simcord_bot import ListSource
from tests.support.texts import TEXTS


@pytest.fixture
async def scene(fake: FakeDiscord, tmp_path: Path) -> AsyncIterator[Scene]:
    async with in_discord(fake, tmp_path) as playing:
        yield playing


async def test_a_button_pressed_in_another_channel_or_server_does_nothing(scene: Scene) -> None:
    session = await scene.start(choice_question())
    card = scene.card(session)
    button = f"g:{session.id}:1:{RIGHT}"
    beside = scene.fake.channel(scene.guild, "beside")
    abroad = scene.fake.guild("Elsewhere")
    eve = scene.fake.person(abroad, "Eve")
    there = scene.fake.channel(abroad, "there")
    for person, channel in ((scene.ada, beside), (eve, there)):
        copied = card | {"channel_id": str(channel.id)}
        assert (await person.click(copied, button, late=True).acknowledged()).text == TEXTS("refusal-ended")

    assert scene.answers(session) == []


async def test_a_form_sent_from_another_channel_does_nothing(scene: Scene) -> None:
    session = await scene.start(typed_question())
    form = scene.ada.click(scene.card(session), label="Answer")
    await form.acknowledged()
    form.channel = scene.fake.channel(scene.guild, "beside")
    sent = scene.ada.submit(form, "Luke Cage")

    assert (await sent.acknowledged()).text == TEXTS("refusal-ended")
    assert scene.answers(session) == []


async def test_a_start_during_another_start_or_during_the_end_says_so(scene: Scene) -> None:
    assert isinstance(scene.bot.source, ListSource)
    scene.bot.source.questions = [choice_question()]
    gate = threading.Event()
    scene.bot.store._writer.run(lambda _: gate.wait(30))
    starts = [person.run(scene.channel, "quiz start") for person in (scene.ada, scene.bea)]
    try:
        await scene.until(lambda: any(start.reply is not None for start in starts))
    finally:
        gate.set()
    told = sorted([text_of(await start.answered()) for start in starts])
    assert told[0] == TEXTS("start-too-soon", seconds=10)
    assert told[1].startswith("Quiz started")

    scene.bot.sessions._closing = True
    beside = scene.fake.channel(scene.guild, "beside")
    assert (await scene.ada.run(beside, "quiz start").acknowledged()).text == TEXTS("restarting")
    scene.bot.sessions._closing = False


async def test_who_chooses_a_team_too_late_is_told_which_one_they_play_for(scene: Scene) -> None:
    ada = Player(scene.ada.id, "Ada")
    session = await scene.bot.sessions.start(scene.place, [choice_question()], Rules(teams=2), ada)
    assert isinstance(session, Session)
    await scene.until(lambda: session.game.handle is not None)
    card, blue = scene.card(session), f"g:{session.id}:0:t1"
    late = scene.bea.click(card, blue, late=True)
    assert text_of(await late.answered()) == TEXTS("joined")
    await scene.press(scene.bea, session, RIGHT).answered()
    later = scene.bea.click(card, blue, late=True)
    assert text_of(await later.answered()) == TEXTS("joined-team", team=TEXTS("team-0"))
