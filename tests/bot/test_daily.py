"""The daily quiz when things happen at once, when the disk fails and when the program is killed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest

from bot.game.events import AnswerLocked, Event, GameEnded, GameStarted, QuestionAsked, RoundClosed
from questions.bank import QuizRequest
from questions.question import Question
from tests.bot.discord.builders import choice_question
from tests.support.databases import locked
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Person, buttons_of, text_of
from tests.support.fake_discord_bot import Scene, in_discord
from tests.support.gumshoe_program import UP_SECONDS, a_room, database_of, gumshoe_run, running
from tests.support.journals import read_journals
from tests.support.simcord_bot import ListSource
from tests.support.texts import TEXTS

FIVE = [choice_question(name, level=1) for name in "abcde"]


@pytest.fixture
async def scene(fake: FakeDiscord, tmp_path: Path) -> AsyncIterator[Scene]:
    async with in_discord(fake, tmp_path) as playing:
        assert isinstance(playing.bot.source, ListSource)
        playing.bot.source.questions = FIVE
        yield playing


async def open_card(person: Person, channel: Channel) -> JSON:
    return await person.run(channel, "daily").answered(UP_SECONDS)


def id_of(card: JSON, act: str) -> str:
    """The id of the button that does this."""
    ids = (str(button["custom_id"]) for button in buttons_of(card) if not button.get("disabled"))
    return next(id for id in ids if id.rsplit(":", 1)[1] == act)


def has(card: JSON, act: str) -> bool:
    return any(str(button["custom_id"]).endswith(f":{act}") for button in buttons_of(card))


def of(events: Sequence[Event], kind: type[Event]) -> int:
    return sum(isinstance(event, kind) for event in events)


@asynccontextmanager
async def all_at_once(scene: Scene, count: int) -> AsyncIterator[None]:
    """So many acts that are done meanwhile know nothing of each other until they are written."""
    gate = threading.Event()
    scene.bot.store._writer.run(lambda _: gate.wait(30))
    try:
        yield
        await scene.until(lambda: scene.bot.store.waiting >= count)
    finally:
        gate.set()


async def test_of_two_members_who_begin_the_day_at_once_both_get_the_same_questions(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def draw(_wanted: QuizRequest, _rng: Random) -> tuple[Question, ...]:
        drawn.append(len(drawn))
        return tuple(choice_question(f"{drawn[-1]}-{name}") for name in "abcde")

    monkeypatch.setattr(scene.bot.source, "draw", draw)
    acts = [person.run(scene.channel, "daily") for person in (scene.ada, scene.bea)]
    cards = [await act.answered() for act in acts]
    assert text_of(cards[0]) == text_of(cards[1])
    started = [events[0] for events in read_journals(scene.file).values()]
    questions = [event.questions for event in started if isinstance(event, GameStarted)]
    assert len(questions) == 2
    assert questions[0] == questions[1]


async def test_one_member_on_two_devices_begins_the_day_once(scene: Scene) -> None:
    await open_card(scene.ada, scene.channel)
    async with all_at_once(scene, 4):
        acts = [scene.bea.run(scene.channel, "daily") for _ in range(4)]
    texts = {text_of(await act.answered()) for act in acts}
    assert len(texts) == 1
    _, events = read_journals(scene.file).values()
    assert (of(events, GameStarted), of(events, QuestionAsked)) == (1, 1)


async def test_of_clicks_at_the_same_time_one_counts_and_all_show_what_came_of_it(scene: Scene) -> None:
    card = await open_card(scene.bea, scene.channel)
    ids = [id_of(card, act) for act in ("c0", "c1", "c1", "c2", "skip")]
    async with all_at_once(scene, len(ids)):
        acts = [scene.bea.click(card, id, late=True) for id in ids]
    for act in acts:
        await act.answered()
    assert len({act.first_text for act in acts}) == 1
    (events,) = read_journals(scene.file).values()
    assert of(events, RoundClosed) == 1
    assert of(events, AnswerLocked) <= 1
    assert TEXTS("button-next-question") in [button["label"] for button in buttons_of(card)]
    on = id_of(card, "next")
    async with all_at_once(scene, 3):
        acts = [scene.bea.click(card, on, late=True) for _ in range(3)]
    for act in acts:
        await act.answered()
    assert len({act.first_text for act in acts}) == 1
    (events,) = read_journals(scene.file).values()
    assert of(events, QuestionAsked) == 2


async def test_what_the_disk_does_not_take_is_not_confirmed(scene: Scene) -> None:
    card = await open_card(scene.bea, scene.channel)
    with locked(scene.file):
        failed = scene.bea.click(card, id_of(card, "c1"))
        await failed.answered()
    assert failed.first_text == TEXTS("not-taken")
    assert "Question 1 of 5" in text_of(card)
    await scene.bea.click(card, id_of(card, "c1")).answered()
    assert "Right!" in text_of(card)


async def test_a_member_cannot_play_the_day_of_another(scene: Scene) -> None:
    card = await open_card(scene.bea, scene.channel)
    taken = scene.ada.click(card, id_of(card, "c1"))
    await taken.answered()
    assert taken.first_text == TEXTS("daily-over")
    (events,) = read_journals(scene.file).values()
    assert of(events, AnswerLocked) == 0


async def test_a_day_goes_on_after_each_of_five_kills(fake: FakeDiscord, tmp_path: Path) -> None:
    channel, ada = a_room(fake)
    program = gumshoe_run(fake, tmp_path)
    card: JSON | None = None
    for number in range(1, 6):
        async with running(program):
            await fake.gateway.ready(seconds=UP_SECONDS)
            card = await _shown(ada, channel) if card is None else card
            if number > 1:  # the button of before the kill
                await ada.click(card, id_of(card, "next")).answered(UP_SECONDS)
            assert f"Question {number} of 5" in text_of(card)
            act = "skip" if number == 2 or has(card, "answer") else "c1"
            await ada.click(card, id_of(card, act)).answered(UP_SECONDS)
    (events,) = read_journals(database_of(tmp_path)).values()
    assert (of(events, QuestionAsked), of(events, RoundClosed), of(events, GameEnded)) == (5, 5, 1)
    async with running(program):
        await fake.gateway.ready(seconds=UP_SECONDS)
        assert "⬜" in text_of(await _shown(ada, channel))


async def _shown(person: Person, channel: Channel) -> JSON:
    """The card, as soon as the program takes commands."""
    async with asyncio.timeout(UP_SECONDS):
        while True:
            card = await open_card(person, channel)
            if buttons_of(card):
                return card
