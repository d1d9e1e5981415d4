"""Discord and the disk misbehave under a quiz: it goes on or ends with a word, and no answer is lost."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.game.events import EndReason, Player, QuestionHidden
from bot.store.check import check
from bot.store.engine import make_engine
from bot.views.typed import FAILED, LOCKED
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.databases import locked, url_of
from tests.support.fake_discord import JSON, FakeDiscord, Interaction, No, text_of
from tests.support.fake_discord.faults import Faults
from tests.support.fake_discord.gateway import Gateway
from tests.support.fake_discord_bot import BUSY_SECONDS, RIGHT, WRONG, Scene, in_discord
from tests.support.texts import TEXTS

ONE, TWO = choice_question("one"), choice_question("two")
CLICK, SEND, EDIT = "POST /interactions/*", "POST /channels/*", "PATCH /channels/*"


@pytest.fixture(autouse=True)
def _quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stage.painting.RETRY_SECONDS", (0.01,) * 6)


@pytest.fixture
async def scene(fake: FakeDiscord, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Scene]:
    async with in_discord(fake, tmp_path) as found:
        yield found
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


FAULTS: dict[str, Callable[[Faults, str], object]] = {
    "429": lambda faults, line: faults.limit(line, 0.02),
    "429 everywhere": lambda faults, line: faults.limit(line, 0.02, everywhere=True),
    "503": lambda faults, line: faults.fail(line, 503),
    "503 carried out": lambda faults, line: faults.fail(line, 503, carried_out=True),
    "400": lambda faults, line: faults.refuse(line, No.ALREADY_ACKNOWLEDGED),
    "hang up": lambda faults, line: faults.hang_up(line),
    "hang up when carried out": lambda faults, line: faults.hang_up(line, carried_out=True),
}


@pytest.mark.parametrize("line", [CLICK, EDIT])
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_quiz_goes_on_through_a_fault_and_each_answer_counts_once(
    scene: Scene, fault: str, line: str
) -> None:
    session = await scene.start(ONE, TWO)
    FAULTS[fault](scene.fake.faults, line)
    scene.press(scene.ada, session, RIGHT)
    act = scene.press(scene.bea, session, WRONG)
    await act.acknowledged()
    await scene.skip(session)
    await scene.until(lambda: session.game.round == 2 and session.game.handle is not None)
    await scene.press(scene.ada, session, RIGHT).acknowledged()
    await scene.skip(session)

    assert await scene.end(session) is EndReason.FINISHED
    assert sorted(scene.awards(session)) == [
        (1, scene.ada.id, True),
        (1, scene.bea.id, False),
        (2, scene.ada.id, True),
    ]
    assert "Final standings" in scene.said()[-1]
    assert not scene.fake.faults.active


@pytest.mark.parametrize("fault", ["429", "503", "503 carried out", "hang up"])
async def test_a_card_that_was_not_taken_comes_all_the_same(scene: Scene, fault: str) -> None:
    FAULTS[fault](scene.fake.faults, SEND)
    session = await scene.start(ONE)
    card = scene.card(session)
    act = scene.ada.click(card, label="B. second one")

    assert (await act.acknowledged()).text.startswith("Locked in")
    await scene.skip(session)
    assert await scene.end(session) is EndReason.FINISHED
    assert scene.awards(session) == [(1, scene.ada.id, True)]


LOSSES: dict[str, Callable[[Gateway], object]] = {
    "asked to reconnect": lambda gateway: gateway.reconnect(),
    "cut off": lambda gateway: gateway.drop(),
    "closed with 4000": lambda gateway: gateway.drop(4000),
    "session to be resumed": lambda gateway: gateway.invalidate(resumable=True),
    "session invalid": lambda gateway: gateway.invalidate(resumable=False),
    "session forgotten": lambda gateway: gateway.drop(4009, resumable=False),
}


@pytest.mark.parametrize("loss", LOSSES)
async def test_a_quiz_goes_on_when_the_connection_was_lost_and_nobody_is_told_of_a_restart(
    scene: Scene, loss: str
) -> None:
    session = await scene.start(ONE)
    await scene.press(scene.ada, session, RIGHT).acknowledged()
    LOSSES[loss](scene.fake.gateway)
    await scene.fake.gateway.ready()
    await scene.press(scene.bea, session, WRONG).acknowledged()
    await scene.until(lambda: session.game.left is None)

    assert scene.awards(session) == []
    await scene.skip(session)
    assert await scene.end(session) is EndReason.FINISHED
    assert sorted(scene.awards(session)) == [(1, scene.ada.id, True), (1, scene.bea.id, False)]
    assert not any(TEXTS("back-again") in text for text in scene.said())
    (hidden,) = [event for event in scene.journal(session) if isinstance(event, QuestionHidden)]
    assert hidden.round == 1


DELETIONS: dict[str, Callable[[Scene, JSON], object]] = {
    "alone": lambda scene, card: scene.fake.delete_message(card),
    "with all others": lambda scene, _: scene.fake.purge(scene.channel),
}


@pytest.mark.parametrize("deletion", DELETIONS)
async def test_a_card_that_somebody_deletes_comes_back_with_what_is_locked_in(
    scene: Scene, deletion: str
) -> None:
    session = await scene.start(ONE)
    await scene.press(scene.ada, session, RIGHT).acknowledged()
    first = session.game.handle
    DELETIONS[deletion](scene, scene.card(session))
    await scene.until(lambda: session.game.handle != first)
    card = scene.card(session)
    await scene.until(lambda: "1 answered" in text_of(card))
    scene.bea.click(card, label="A. first one")
    await scene.skip(session)

    assert await scene.end(session) is EndReason.FINISHED
    assert sorted(scene.awards(session)) == [(1, scene.ada.id, True), (1, scene.bea.id, False)]


@pytest.mark.parametrize("line", [SEND, EDIT])
async def test_a_card_deleted_before_the_bot_knows_what_became_of_it_comes_back(
    scene: Scene, line: str
) -> None:
    session = await scene.begin(ONE)
    if line == EDIT:
        await scene.until(lambda: session.game.left is None)
    with scene.fake.faults.hold(line, carried_out=True):
        if line == EDIT:
            scene.ada.click(scene.newest(), label="B. second one")
            await scene.until(lambda: "1 answered" in text_of(scene.newest()))
        else:
            await scene.until(lambda: bool(scene.channel.messages))
        first = scene.newest()
        scene.fake.delete_message(first)
        await scene.ada.run(scene.channel, "leaderboard show").acknowledged()  # the bot has heard of it
        await scene.until(lambda: session.game.left is not None)
    await scene.until(lambda: session.game.left is None)

    assert scene.card(session)["id"] != first["id"]
    await scene.until(lambda: ("1 answered" in text_of(scene.card(session))) == (line == EDIT))


async def test_a_reply_counts_before_the_bot_knows_where_its_card_stands(scene: Scene) -> None:
    with scene.fake.faults.hold(SEND, carried_out=True):
        session = await scene.begin(typed_question())
        await scene.until(lambda: bool(scene.channel.messages))
        said = scene.ada.say(scene.channel, "Luke Cage", reply_to=scene.newest())
        assert await said.reacted() == LOCKED
        assert session.game.handle is None
    assert scene.answers(session) == [(scene.ada.id, "Luke Cage")]


async def test_a_reply_to_something_else_or_to_a_question_with_choices_is_no_answer(scene: Scene) -> None:
    session = await scene.start(typed_question(), ONE)
    chat = scene.bea.say(scene.channel, "What a quiz!")
    scene.ada.say(scene.channel, "Luke Cage", reply_to=chat.message)
    foreign = scene.card(session) | {"components": [], "content": "Not yours"}
    other = scene.fake.board.post(scene.channel, scene.bea.member, foreign)
    scene.ada.say(scene.channel, "Luke Cage", reply_to=other)
    await scene.skip(session)
    await scene.until(lambda: session.game.round == 2 and session.game.left is None)
    scene.ada.say(scene.channel, "second one", reply_to=scene.card(session))
    await scene.skip(session)
    assert await scene.end(session) is EndReason.FINISHED

    assert scene.answers(session) == []
    assert scene.fake.record.sent("PUT */reactions/*") == []


async def test_bots_do_not_answer(scene: Scene) -> None:
    session = await scene.start(typed_question())
    robot = scene.fake.person(scene.guild, "Robot")
    robot.member.bot = True
    robot.say(scene.channel, "Luke Cage", reply_to=scene.card(session))
    assert await scene.ada.say(scene.channel, "Luke Cage", reply_to=scene.card(session)).reacted() == LOCKED

    assert scene.answers(session) == [(scene.ada.id, "Luke Cage")]


TAKEN: dict[str, Callable[[Scene], object]] = {
    "the channel is deleted": lambda scene: scene.fake.delete_channel(scene.channel),
    "the bot is put out": lambda scene: scene.fake.kick(scene.guild),
    "it may not see the channel": lambda scene: scene.fake.forbid(scene.channel, view_channel=True),
    "it may not write": lambda scene: scene.fake.forbid(scene.channel, send_messages=True),
    "nobody has told it yet": lambda scene: scene.fake.forbid(
        scene.channel, quietly=True, send_messages=True
    ),
}


@pytest.mark.parametrize("taken", TAKEN)
async def test_a_quiz_whose_channel_is_taken_away_ends_and_what_was_won_stays(
    scene: Scene, taken: str
) -> None:
    session = await scene.start(ONE, TWO)
    await scene.press(scene.ada, session, RIGHT).acknowledged()
    TAKEN[taken](scene)
    await session.vote_skip(Player(scene.ada.id, "Ada"), 1)
    assert await scene.end(session) is EndReason.CHANNEL_LOST
    assert scene.awards(session) == [(1, scene.ada.id, True)]


async def test_the_same_click_delivered_twice_counts_once(scene: Scene) -> None:
    session = await scene.start(ONE)
    act = scene.press(scene.ada, session, RIGHT)
    scene.ada.repeat(act)
    await scene.fake.record.wait("POST /interactions/*", count=2)

    assert act.text.startswith("Locked in")
    assert scene.answers(session) == [(scene.ada.id, 1)]


async def test_of_two_clicks_of_one_member_at_once_the_later_counts_and_both_are_told_the_truth(
    scene: Scene,
) -> None:
    session = await scene.start(ONE)
    acts = [scene.press(scene.ada, session, act) for act in (WRONG, RIGHT)]
    texts = [(await act.acknowledged()).text for act in acts]
    await scene.skip(session)
    await scene.end(session)

    assert ["first one" in texts[0], "second one" in texts[1]] == [True, True]
    assert scene.answers(session) == [(scene.ada.id, 0), (scene.ada.id, 1)]
    assert scene.awards(session) == [(1, scene.ada.id, True)]


async def test_an_answer_counts_though_its_interaction_expired(scene: Scene) -> None:
    session = await scene.start(ONE)
    act = scene.press(scene.ada, session, RIGHT)
    act.expired = True
    (refused,) = await scene.fake.record.wait("POST /interactions/*")

    assert (refused.status, act.reply) == (404, None)
    assert scene.answers(session) == [(scene.ada.id, 1)]


async def test_a_game_does_not_wait_for_what_discord_holds_up_in_another(scene: Scene) -> None:
    other = scene.fake.channel(scene.guild, "other")
    stuck = await scene.start(ONE)
    session = await scene.start(ONE, TWO, channel=other)
    with scene.fake.faults.hold(f"* /channels/{scene.channel.id}/*"):
        scene.press(scene.ada, stuck, RIGHT)
        await scene.skip(session)
        await scene.until(lambda: session.game.round == 2 and session.game.handle is not None)
        assert (await scene.press(scene.bea, stuck, RIGHT).acknowledged()).text.startswith("Locked in")
    await scene.skip(stuck)
    assert await scene.end(stuck) is EndReason.FINISHED


# The disk


async def test_while_another_process_locks_the_database_players_are_told_so_and_then_play_goes_on(
    scene: Scene,
) -> None:
    session = await scene.start(ONE)
    await scene.press(scene.bea, session, WRONG).acknowledged()
    with locked(scene.file):
        act = scene.press(scene.ada, session, RIGHT)
        assert (await act.acknowledged()).text == TEXTS("not-taken")
        assert await scene.ada.run(scene.channel, "leaderboard show").answered()
    assert (await scene.press(scene.ada, session, RIGHT).acknowledged()).text.startswith("Locked in")
    await scene.skip(session)

    assert await scene.end(session) is EndReason.FINISHED
    assert sorted(scene.awards(session)) == [(1, scene.ada.id, True), (1, scene.bea.id, False)]


async def test_a_typed_answer_that_was_not_taken_gets_a_warning_and_can_be_given_again(scene: Scene) -> None:
    session = await scene.start(typed_question())
    card = scene.card(session)
    with locked(scene.file):
        assert await scene.ada.say(scene.channel, "Luke Cage", reply_to=card).reacted() == FAILED
    assert await scene.ada.say(scene.channel, "Luke Cage", reply_to=card).reacted() == LOCKED
    assert scene.answers(session) == [(scene.ada.id, "Luke Cage")]


@pytest.mark.parametrize("pragma", ["max_page_count = 1", "query_only = ON"], ids=["full", "read-only"])
async def test_on_a_full_or_read_only_disk_nothing_is_confirmed_and_play_goes_on_when_it_is_mended(
    fake: FakeDiscord, tmp_path: Path, pragma: str
) -> None:
    engine = make_engine(url_of(tmp_path / "quiz.db"), BUSY_SECONDS)
    faults: list[str] = []
    event.listen(
        engine, "checkout", lambda connection, *_: [connection.execute(f"PRAGMA {p}") for p in faults]
    )
    async with in_discord(fake, tmp_path, engine) as scene:
        session = await scene.start(ONE)
        faults.append(pragma)
        acts: list[Interaction] = []
        while not acts or acts[-1].text != TEXTS(
            "not-taken"
        ):  # a full disk has room for a few in its last page
            acts.append(scene.press(scene.ada, session, RIGHT if len(acts) % 2 else WRONG))
            await acts[-1].acknowledged()
        kept = len(scene.answers(session))
        assert kept == len(acts) - 1
        faults[:] = ["max_page_count = 1000000", "query_only = OFF"]
        assert (await scene.press(scene.bea, session, RIGHT).acknowledged()).text.startswith("Locked in")
        await scene.skip(session)
        assert await scene.end(session) is EndReason.FINISHED
        assert check(url_of(scene.file)).problems == ()
