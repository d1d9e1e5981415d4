"""Each kind of question, and what one member alone sees of a quiz."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.question import Question
from tests.pictures.studio import Studio
from tests.support.simcord_bot import buttons_of, card_in, cards

SEED = 3


async def notes(studio: Studio, questions: Sequence[Question]) -> None:
    """What a player is told in a quiz of two questions, and after it."""
    channel, (ada, grace, linus, _) = studio.channel("notes"), studio.players
    right = questions[0].correct or 0
    opened = await ada.slash(channel, "quiz start", rounds=2, seconds=120, lobby=0, spoilers=True)
    await studio.told(channel, opened, "note-started")
    hint = await grace.click(card_in(channel), label="Hint −25 %")
    await studio.told(channel, hint, "note-hint", grace)
    skip = await linus.click(card_in(channel), label="Skip")
    await studio.told(channel, skip, "note-skip", linus)
    locked = await studio.choose(ada, channel, right)
    await studio.told(channel, locked, "note-locked")
    wrong = await studio.choose(grace, channel, (right + 1) % 4)
    await studio.closes(channel)
    await studio.world.pass_time(1)
    score = await ada.click(card_in(channel), label="My score")
    await studio.told(channel, locked, "note-right")
    await studio.told(channel, wrong, "note-wrong", grace)
    await studio.told(channel, score, "my-score")
    await studio.opens(channel)
    await studio.asked(channel, "quiz now", "now")
    await studio.choose(ada, channel, questions[1].correct or 0)
    await studio.closes(channel)
    await studio.world.pass_time(1)
    end = cards(channel)[-1]
    await studio.told(channel, await ada.click(end, label="Share"), "share")
    await studio.told(channel, await grace.click(end, label="What I got wrong"), "what-i-got-wrong", grace)


async def kinds(studio: Studio, base: FactBase) -> None:
    """A question of each kind that looks other than a choice of four, as it is asked and as it closes."""
    wanted = {
        question.kind: question
        for question in all_questions(base, SEED)
        if question.kind in ("who_am_i", "name_them_all", "odd_one_out", "true_false")
        and (question.choices or question.typed)
    }
    for kind, question in wanted.items():
        bare = question.without_choices() if question.choices and question.typed else question
        await _asked(studio, bare, kind.replace("_", "-"))
    await arranging(studio, base)


async def arranging(studio: Studio, base: FactBase) -> None:
    """Orders and match-ups with the most to read, and their forms."""
    questions = list(all_questions(base, SEED))
    for kind in ("order", "match_up"):
        longest = max(
            (question for question in questions if question.kind == kind), key=lambda one: len(one.wording)
        )
        name = kind.replace("_", "-")
        channel, (ada, grace, linus, _) = studio.channel(name), studio.players
        studio.world.source.questions = [longest, longest]
        await ada.slash(channel, "quiz start", rounds=2, seconds=120, lobby=0, spoilers=True)
        await studio.take(channel, name, 0)
        for player in (grace, linus):
            note = await player.click(card_in(channel), label=_first(card_in(channel)))
            await _arrange(player, note, longest, right=player is grace)
        note = await ada.click(card_in(channel), label=_first(card_in(channel)))
        await studio.told(channel, note, f"{name}-form")
        note = await _arrange(ada, note, longest, right=True, lock=False)
        await studio.told(channel, note, f"{name}-form-complete")
        note = await ada.click(_message(note), label="Lock in")
        await studio.told(channel, note, f"{name}-form-locked")
        await studio.closes(channel)
        await studio.take(channel, f"{name}-reveal", 9, newest=False)
        await studio.told(channel, note, f"{name}-note")
        await ada.slash(channel, "quiz stop")


async def commands(studio: Studio) -> None:
    """What the commands show."""
    channel, host = studio.channel("commands"), studio.host
    for command in ("help", "leaderboard show", "stats", "privacy"):
        await studio.asked(channel, command, command.split()[0])
    asked = await studio.players[1].slash(channel, "privacy")
    card = asked.response or asked.followups[0]
    await studio.players[1].click(card, label="Forget me")
    await studio.told(channel, asked, "privacy-forget", studio.players[1])
    for command in ("help", "settings", "pack list", "question list", "schedule list"):
        name = f"host-{command.replace(' ', '-')}"
        await studio.told(channel, await host.slash(channel, command), name, host)


async def _asked(studio: Studio, question: Question, name: str) -> None:
    channel, (ada, *others) = studio.channel(name), studio.players
    studio.world.source.questions = [question, question]
    await ada.slash(channel, "quiz start", rounds=2, seconds=120, lobby=0, spoilers=True)
    await studio.take(channel, name, 0)
    for number, player in enumerate(others):
        if question.choices:
            await studio.choose(player, channel, number % len(question.choices))
        else:
            form = await player.click(card_in(channel), label="Answer")
            right = ", ".join(part.text for part in question.answer.parts) or question.answer.text
            guess = ("Luke Cage and Patsy Walker", right, "luke cage and Patsy Walker")[number]
            await player.submit_modal(form, {"guess": guess})
    await studio.closes(channel)
    await studio.take(channel, f"{name}-reveal", 20, newest=False)
    await ada.slash(channel, "quiz stop")


async def _arrange(
    player: MemberActor, note: InteractionResult, question: Question, *, right: bool, lock: bool = True
) -> InteractionResult:
    """Tap all in the form, the right way or the other way round."""
    arrangement = question.arrangement
    assert arrangement is not None
    places = arrangement.right if right else arrangement.right[::-1]
    for at, place in enumerate(places[:-1]):
        if arrangement.partners:
            act = _select_ids(_message(note))[at]
            note = await player.select(_message(note), [str(place)], custom_id=act)
        else:
            note = await player.click(_message(note), label=arrangement.items[place])
    return await player.click(_message(note), label="Lock in") if lock else note


def _select_ids(message: discord.Message) -> list[str]:
    items = (item for box in message.components for row in getattr(box, "children", ()) for item in _in(row))
    return [item.custom_id for item in items if isinstance(item, discord.SelectMenu)]


def _in(row: object) -> Sequence[object]:
    return getattr(row, "children", ())


def _message(result: InteractionResult) -> discord.Message:
    assert result.response is not None
    return result.response.message


def _first(card: discord.Message) -> str:
    return buttons_of(card)[0]
