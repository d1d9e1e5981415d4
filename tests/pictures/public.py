"""The cards that everybody in a channel sees."""

from __future__ import annotations

from collections.abc import Sequence

from questions.question import Question
from tests.pictures.studio import Studio
from tests.support.simcord_bot import card_in, cards


async def quiz(studio: Studio, questions: Sequence[Question]) -> None:
    """A quiz of three questions, from the lobby to the history."""
    channel, (ada, *others), right = studio.channel("quiz-night"), studio.players, questions[0].correct or 0
    await ada.slash(channel, "quiz start", rounds=3, lobby=10)
    for player in others:
        await player.click(cards(channel)[0], label="I’m in")
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby", 3)
    await studio.world.pass_time(3)
    await studio.take(channel, "question", 0)
    await studio.world.pass_time(4)
    for player, choice in zip(studio.players, (right, right, (right + 1) % 4, right), strict=True):
        await studio.choose(player, channel, choice)
    await studio.closes(channel)
    await studio.take(channel, "reveal", 14)
    for question in questions[1:3]:
        await studio.opens(channel)
        for number, player in enumerate(studio.players):
            await studio.choose(player, channel, ((question.correct or 0) + number // 2) % 4)
        await studio.closes(channel)
    await studio.world.pass_time(1)
    await studio.take(channel, "end", 0)
    await studio.world.pass_time(600)
    await studio.asked(channel, "quiz history", "history")
    await studio.asked(channel, "quiz results", "results")
    stopped = studio.channel("stopped")
    await ada.slash(stopped, "quiz start", lobby=10)
    await ada.slash(stopped, "quiz stop")
    await studio.world.pass_time(7)
    await studio.take(stopped, "lobby-stopped", 3)


async def teams(studio: Studio, questions: Sequence[Question]) -> None:
    channel, (ada, *_), right = studio.channel("teams"), studio.players, questions[0].correct or 0
    await ada.slash(channel, "quiz start", rounds=1, lobby=10, teams=3)
    for player, team in zip(studio.players, ("🔴 Red", "🔵 Blue") * 2, strict=True):
        await player.click(cards(channel)[0], label=team)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-teams", 3)
    await studio.world.pass_time(3)
    for number, player in enumerate(studio.players):
        await studio.choose(player, channel, (right + number % 2) % 4)
    await studio.closes(channel)
    await studio.world.pass_time(1)
    await studio.take(channel, "end-teams", 0)


async def survival(studio: Studio, questions: Sequence[Question]) -> None:
    channel, (ada, grace, linus, _) = studio.channel("survival"), studio.players
    await ada.slash(channel, "quiz start", rounds=5, survival=True, lobby=10)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-survival", 3)
    await studio.world.pass_time(3)
    for question in questions[:3]:
        await studio.opens(channel)
        right = question.correct or 0
        for player, choice in ((linus, (right + 1) % 4), (grace, right), (ada, right)):
            await studio.choose(player, channel, choice)
        await studio.closes(channel)
    await studio.take(channel, "reveal-survival", 2)
    await ada.slash(channel, "quiz stop")
    await studio.take(channel, "end-survival", 0)


async def race(studio: Studio) -> None:
    """A race is for typed answers, which the server writes itself here."""
    channel, (ada, grace, linus, _) = studio.channel("race"), studio.players
    form = await studio.host.slash(channel, "question add")
    asked = {
        "prompt": "What is Jessica's agency called?",
        "answers": "Alias Investigations\nAlias",
        "wrong": "",
    }
    explained = asked | {"explanation": "The name is on the broken glass of her door.", "source": ""}
    preview = await studio.host.submit_modal(form, explained)
    assert preview.response is not None
    await studio.host.click(preview.response, label="Save")
    await ada.slash(channel, "quiz start", rounds=1, style="race", lobby=10)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-race", 3)
    await studio.world.pass_time(3)
    for player, guess in ((linus, "Heroes for Hire"), (grace, "Nightwatch"), (linus, "Alias")):
        if guess == "Alias":
            await studio.take(channel, "question-race", 0)
        await studio.world.pass_time(3)
        form = await player.click(card_in(channel), label="Answer")
        await player.submit_modal(form, {"guess": guess})
    await studio.world.pass_time(2)
    await studio.take(channel, "reveal-race", 9, newest=False)
