"""Games in channels: started once, found, resumed after a restart, and closed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import count

import pytest

from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    EndReason,
    Event,
    GameEnded,
    GameResumed,
    Player,
    RoundClosed,
)
from bot.game.game import Phase
from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.ports import Feedback
from bot.runtime.clock import Clock
from bot.session import Session
from bot.sessions import Busy, Sessions
from bot.store.records import Place
from questions.judging.verdict import Mark
from questions.question import Question
from tests.support.fakes import START, FakeStore, ManualClock, RecordingStage, Stages, loop_clock
from tests.support.games import begun_with_events, choice_questions, events_of, rules
from tests.support.players import ANN, BEN
from tests.support.questions import RIGHT, exact_judge
from tests.support.virtual_time import in_virtual_time

HERE, THERE = Place("server:1", 10), Place("server:1", 11)
HOUR = 3600.0


def sessions(store: FakeStore, stages: Stages | None = None, clock: ManualClock | None = None) -> Sessions:
    numbers = count(1)
    return Sessions(
        store, stages or Stages(), clock or loop_clock(), exact_judge, new_id=lambda: f"g{next(numbers)}"
    )


async def start(
    playing: Sessions, place: Place = HERE, questions: Sequence[Question] | None = None, starter: Player = ANN
) -> Session | Busy:
    return await playing.start(place, questions or choice_questions(), rules(), starter)


async def started(
    playing: Sessions, place: Place = HERE, questions: Sequence[Question] | None = None
) -> Session:
    session = await start(playing, place, questions)
    assert isinstance(session, Session)
    return session


def left_open(*inputs: float, place: Place = HERE) -> FakeStore:
    """What a bot left behind in the first round, after answers of Ann at these seconds."""
    game, events = begun_with_events()
    kept: list[Event] = [*events, *events_of(game.shown(1, "m1", START))]
    for number, seconds in enumerate(inputs):
        kept += events_of(game.answer(ANN, number % 2, 1, START + seconds))
    return FakeStore({"old": (place, kept)})


def others() -> set[asyncio.Task[object]]:
    """Every task but the test itself."""
    return asyncio.all_tasks() - {asyncio.current_task()}


def last(store: FakeStore, game_id: str = "old") -> Event:
    return store.events(game_id)[-1]


def resumed(store: FakeStore, game_id: str = "old") -> GameResumed:
    (event,) = [event for event in store.events(game_id) if isinstance(event, GameResumed)]
    return event


@in_virtual_time
async def test_a_game_that_starts_is_durable_on_show_and_found() -> None:
    store, stages = FakeStore(), Stages()
    playing = sessions(store, stages)
    session = await started(playing)
    assert stages.by_place[HERE].shown == store.events("g1")
    assert session.id == "g1"
    assert playing.find(HERE) is session
    assert (playing.find(THERE), playing.all()) == (None, (session,))


@in_virtual_time
async def test_of_several_starts_at_once_in_a_channel_one_wins() -> None:
    store = FakeStore(seconds=1.0)
    playing = sessions(store)
    results = await asyncio.gather(*(start(playing) for _ in range(5)))
    assert [isinstance(result, Session) for result in results].count(True) == 1
    assert results.count(Busy()) == 4
    assert await start(playing) == Busy()
    assert len(store.games) == 1


@in_virtual_time
async def test_games_in_two_channels_run_side_by_side() -> None:
    store = FakeStore(seconds=0.1)
    playing = sessions(store)
    here, there = await asyncio.gather(started(playing), started(playing, THERE))
    await asyncio.gather(here.answer(ANN, RIGHT, 1), there.answer(BEN, RIGHT, 1))
    assert set(here.game.answers) == {ANN.id}
    assert set(there.game.answers) == {BEN.id}
    await asyncio.sleep(200)
    assert [type(last(store, game_id)) for game_id in ("g1", "g2")] == [GameEnded, GameEnded]
    assert others() == set()


@in_virtual_time
async def test_a_game_that_cannot_be_kept_does_not_start_and_leaves_the_channel_free() -> None:
    store, stages = FakeStore(fault=JournalUnavailable("the disk is full")), Stages()
    playing = sessions(store, stages)
    with pytest.raises(JournalUnavailable):
        await start(playing)
    assert (playing.find(HERE), stages.by_place) == (None, {})
    store.fault = None
    await started(playing)


@in_virtual_time
async def test_a_game_that_ends_leaves_the_channel_free_and_its_stage_is_closed() -> None:
    store, stages = FakeStore(), Stages()
    playing = sessions(store, stages)
    session = await started(playing)
    stage = stages.by_place[HERE]
    await session.stop(ANN, EndReason.STOPPED)
    assert (playing.find(HERE), playing.all()) == (None, ())
    await started(playing)
    await asyncio.sleep(0.1)
    assert stage.farewells == [False]
    assert isinstance(stage.shown[-1], GameEnded)


@in_virtual_time
async def test_a_game_goes_on_after_a_restart_with_its_clock_moved_by_the_time_away() -> None:
    store, stages, clock = left_open(4, 5), Stages(), ManualClock(START + 1005)
    playing = sessions(store, stages, clock)
    (session,) = await playing.resume()
    assert session is playing.find(HERE)
    assert session.id == "old"
    assert resumed(store) == GameResumed(START + 1005, 1000)
    assert stages.by_place[HERE].shown == store.events("old")[-2:]
    assert session.game.deadline == START + 1020
    assert session.game.answers[ANN.id].elapsed == 5
    await playing.close()


@pytest.mark.parametrize(
    ("alive_at", "now", "away"),
    [(None, 100, 96), (60, 100, 40), (2, 100, 96), (100, 100, 0), (500, 100, 0), (None, 4, 0)],
)
def test_away_is_from_the_last_sign_of_life(alive_at: float | None, now: float, away: float) -> None:
    @in_virtual_time
    async def restart() -> None:
        store = left_open(4)
        playing = sessions(store, clock=ManualClock(START + now))
        await playing.resume(lambda: None if alive_at is None else now - alive_at)
        assert resumed(store) == GameResumed(START + now, away)
        await playing.close()

    restart()


@in_virtual_time
async def test_a_game_that_came_back_plays_to_its_end() -> None:
    store = left_open(4, 5)
    playing = sessions(store)
    await playing.resume(lambda: asyncio.get_running_loop().time())
    await asyncio.sleep(200)
    ended = last(store)
    assert isinstance(ended, GameEnded)
    assert [(row.player, row.points) for row in ended.standings] == [(ANN, 13)]
    assert (playing.all(), others()) == ((), set())


@in_virtual_time
async def test_a_sign_of_life_that_is_older_than_the_game_does_not_end_it() -> None:
    playing = sessions(left_open(4, 5), clock=ManualClock(START + HOUR))
    assert len(await playing.resume(lambda: 11 * HOUR)) == 1
    await playing.close()


@pytest.mark.parametrize(("hours", "ends"), [(6.0, False), (6.01, True)])
def test_a_game_that_was_down_for_hours_ends_with_its_standings(hours: float, ends: bool) -> None:
    @in_virtual_time
    async def restart() -> None:
        store, stages = left_open(4, 5), Stages()
        playing = sessions(store, stages, ManualClock(START + 5 + hours * HOUR))
        running = await playing.resume()
        assert bool(running) is not ends
        shown = stages.by_place[HERE].shown
        assert isinstance(shown[-1], GameEnded) is ends
        if ends:
            ended = last(store)
            assert isinstance(ended, GameEnded)
            assert ended.reason is EndReason.AWAY_TOO_LONG
            assert [(row.player, row.correct) for row in ended.standings] == [(ANN, 1)]
            assert playing.find(HERE) is None
        await playing.close()
        assert others() == set()

    restart()


@in_virtual_time
async def test_a_journal_that_does_not_replay_is_left_alone_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = left_open(4)
    _, events = begun_with_events()
    broken = [events[0], RoundClosed(START, 1, "time", (), START)]  # type: ignore[arg-type]
    store.games = {"broken": (THERE, list(broken)), "empty": (THERE, [events[1]]), **store.games}
    playing = sessions(store)
    (session,) = await playing.resume()
    assert session.id == "old"
    assert store.events("broken") == broken
    assert "game broken is left alone" in caplog.text
    assert "game empty is left alone" in caplog.text
    await started(playing, THERE)
    await playing.close()


@in_virtual_time
async def test_a_game_that_fails_to_come_back_keeps_no_other_from_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store, stages = left_open(4), Stages()
    store.games = {"broken": (THERE, list(store.events("old"))), **store.games}

    def make_stage(game_id: str, place: Place, feedback: Feedback) -> RecordingStage:
        if game_id == "broken":
            raise OverflowError("a deadline that no card can show")
        return stages(game_id, place, feedback)

    playing = Sessions(store, make_stage, loop_clock(), exact_judge)
    assert [session.id for session in await playing.resume()] == ["old"]
    assert any(isinstance(event, GameResumed) for event in store.events("old"))
    assert "game broken is left open" in caplog.text
    await started(playing, THERE)
    await playing.close()


@in_virtual_time
async def test_a_game_whose_return_cannot_be_kept_returns_when_the_fault_ends() -> None:
    store = left_open(4)
    store.fault = JournalUnavailable("the disk is full")
    playing = sessions(store)
    (session,) = await playing.resume()
    with pytest.raises(JournalUnavailable):
        await session.answer(BEN, RIGHT, 1)
    await asyncio.sleep(100)
    store.fault = None
    await asyncio.sleep(10)
    came_back = resumed(store)
    assert came_back.away == pytest.approx(came_back.at - START - 4)
    await session.answer(BEN, RIGHT, 1)
    assert session.game.phase is Phase.ASKING
    await playing.close()


async def conflicting(playing: Sessions, store: FakeStore) -> Session:
    """A game whose journal holds an answer of Ann that the session knows nothing of."""
    session = await started(playing)
    store.fault = JournalConflict("other events stand there")
    with pytest.raises(JournalConflict):
        await session.answer(BEN, RIGHT, 1)
    store.fault = None
    mark = Mark.CORRECT
    store.events("g1").append(AnswerLocked(START + 1, 1, ANN, RIGHT, mark, 1.0, 0))
    return session


@in_virtual_time
async def test_a_game_whose_journal_holds_other_events_is_taken_up_again_with_those() -> None:
    store, stages = FakeStore(), Stages()
    playing = sessions(store, stages)
    session = await conflicting(playing, store)
    stage = stages.by_place[HERE]
    with pytest.raises(JournalClosing):
        await session.answer(BEN, RIGHT, 1)
    assert await start(playing) == Busy()
    await asyncio.sleep(16)
    again = playing.find(HERE)
    assert again is not None
    assert again is not session
    assert again.id == "g1"
    assert set(again.game.answers) == {ANN.id}
    assert resumed(store, "g1") in store.events("g1")[-2:]
    assert stage.farewells == [False]
    await again.answer(BEN, RIGHT, 1)
    await asyncio.sleep(200)
    assert isinstance(last(store, "g1"), GameEnded)
    assert others() == set()


@in_virtual_time
async def test_a_game_that_another_bot_ended_meanwhile_is_not_taken_up_again() -> None:
    store = FakeStore()
    playing = sessions(store)
    await conflicting(playing, store)
    store.events("g1").append(GameEnded(START + 2, EndReason.STOPPED, ()))
    await asyncio.sleep(16)
    assert playing.all() == ()
    await started(playing)
    await playing.close()


@in_virtual_time
async def test_closing_does_not_wait_for_a_game_that_was_put_away() -> None:
    store, stages = FakeStore(), Stages()
    playing = sessions(store, stages)
    await conflicting(playing, store)
    await asyncio.sleep(0.1)
    async with asyncio.timeout(1):
        await playing.close()
    assert stages.by_place[HERE].farewells == [False]
    assert others() == set()


@in_virtual_time
async def test_resuming_again_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    store = left_open(4)
    playing = sessions(store)
    first = await playing.resume()
    events = list(store.events("old"))
    assert await playing.resume() == first
    assert store.events("old") == events
    assert caplog.records == []
    await playing.close()


@in_virtual_time
async def test_of_two_open_games_of_a_channel_one_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    store = left_open(4)
    store.games["twin"] = (HERE, list(store.events("old")))
    playing = sessions(store)
    assert [session.id for session in await playing.resume()] == ["old"]
    assert "game twin is left alone" in caplog.text
    await playing.close()


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_every_game_moves_along_with_the_clock_also_one_that_is_just_being_started(by: float) -> None:
    @in_virtual_time
    async def move() -> None:
        loop, step = asyncio.get_running_loop(), [0.0]
        clock, store = Clock(loop.time, lambda: START + loop.time() + step[0]), FakeStore()
        numbers = count(1)
        playing = Sessions(store, Stages(), clock, exact_judge, new_id=lambda: f"g{next(numbers)}")
        first = await started(playing)
        store.seconds = 2.0
        starting = asyncio.create_task(started(playing, THERE))
        await asyncio.sleep(1)
        step[0] = by
        playing.clock_moved(clock.catch_up())
        await asyncio.sleep(5)
        second = await starting
        left = [session.game.round_deadline - clock() for session in (first, second)]
        assert left[0] == pytest.approx(14)
        assert 13.9 < left[1] <= 20
        for id in ("g1", "g2"):
            assert any(isinstance(event, ClockMoved) for event in store.events(id))
        store.seconds = 0.0
        third = await started(playing, Place("server:9", 9))
        assert third.game.round_deadline - clock() == 20
        await playing.close()

    move()


@in_virtual_time
async def test_a_game_of_before_does_not_come_back_over_one_that_is_just_starting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = left_open(4)
    store.seconds = 1.0
    playing = sessions(store)
    starting = asyncio.create_task(start(playing))
    await asyncio.sleep(0.5)
    assert await playing.resume() == ()
    assert "game old is left alone" in caplog.text
    session = await starting
    assert isinstance(session, Session)
    assert playing.all() == (session,)
    await playing.close()


@in_virtual_time
async def test_closing_says_goodbye_everywhere_at_once_and_starts_no_more() -> None:
    store, stages = FakeStore(), Stages(close_seconds=2.0)
    playing = sessions(store, stages)
    for channel in range(20):
        await started(playing, Place("server:1", channel))
    began = asyncio.get_running_loop().time()
    await playing.close()
    assert asyncio.get_running_loop().time() - began < 3
    assert [stage.farewells for stage in stages.by_place.values()] == [[True]] * 20
    assert await start(playing, Place("server:2", 1)) == Busy(closing=True)
    assert len(store.games) == 20
    assert not any(isinstance(last(store, game_id), GameEnded) for game_id in store.games)
    assert others() == set()


@in_virtual_time
async def test_a_game_that_is_just_starting_when_the_bot_closes_goes_on_after_the_restart() -> None:
    store, stages = FakeStore(seconds=1.0), Stages()
    playing = sessions(store, stages)
    starting = asyncio.create_task(start(playing))
    await asyncio.sleep(0.5)
    await playing.close()
    assert await starting == Busy(closing=True)
    assert stages.by_place == {}
    store.seconds = 0.0
    again = sessions(store)
    assert [session.id for session in await again.resume()] == ["g1"]
    await again.close()


@pytest.mark.parametrize("seconds", [1.0, 1000.0])
def test_closing_waits_a_little_for_ended_games_that_are_still_painted(seconds: float) -> None:
    @in_virtual_time
    async def end() -> None:
        stages = Stages(close_seconds=seconds)
        playing = sessions(FakeStore(), stages)
        session = await started(playing)
        await session.stop(ANN, EndReason.STOPPED)
        await asyncio.sleep(0)
        await asyncio.wait_for(playing.close(), 5)
        assert stages.by_place[HERE].farewells == ([False] if seconds < 3 else [])
        assert others() == set()

    end()


class BrokenStage(RecordingStage):
    async def close(self, *, restarting: bool = False) -> None:
        raise ZeroDivisionError("a bug")


@in_virtual_time
async def test_a_stage_that_fails_to_close_is_logged_and_hinders_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    good = Stages()

    def make_stage(game_id: str, place: Place, feedback: Feedback) -> RecordingStage:
        return BrokenStage(feedback) if place == HERE else good(game_id, place, feedback)

    playing = Sessions(FakeStore(), make_stage, loop_clock(), exact_judge)
    await started(playing)
    await started(playing, THERE)
    await playing.close()
    assert good.by_place[THERE].farewells == [True]
    assert "ZeroDivisionError: a bug" in caplog.text
    assert others() == set()


@in_virtual_time
async def test_a_stage_that_fails_to_close_after_its_game_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    playing = Sessions(FakeStore(), lambda *of: BrokenStage(of[-1]), loop_clock(), exact_judge)
    session = await started(playing)
    await session.stop(ANN, EndReason.STOPPED)
    await asyncio.sleep(0.1)
    assert "an ended game did not close cleanly" in caplog.text
    assert playing._leaving == set()
    await playing.close()


@in_virtual_time
async def test_ids_are_not_to_be_guessed_and_fit_a_button() -> None:
    playing = Sessions(FakeStore(), Stages(), loop_clock(), exact_judge)
    ids = {(await started(playing, Place("server:1", channel))).id for channel in range(50)}
    assert len(ids) == 50
    assert all(len(id) == 12 and id.isalnum() for id in ids)
    await playing.close()
