"""One running game between players, journal, stage and clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    CloseReason,
    EndReason,
    GameEnded,
    HintGiven,
    Player,
    QuestionShown,
    Refusal,
    RoundClosed,
)
from bot.game.game import Game, Outcome, Phase
from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.ports import Feedback
from bot.runtime.clock import Clock
from bot.session import Session, tick
from questions.question import Question
from tests.support.fakes import START, ListJournal, RecordingStage, loop_clock
from tests.support.games import begun_with_events, choice_questions, events_of, refusal
from tests.support.players import ANN, BEN, CAT, crowd
from tests.support.questions import RIGHT, WRONG, exact_judge
from tests.support.virtual_time import in_virtual_time

LOCKED_OUT = JournalUnavailable("the disk is full")


@dataclass
class Table:
    """A session, and everything around it."""

    journal: ListJournal
    stage: RecordingStage
    session: Session
    ended: list[Session] = field(default_factory=list)

    def kept(self, kind: type[object]) -> list[object]:
        return [event for event in self.journal.events if isinstance(event, kind)]


def play(
    questions: Sequence[Question] | None = None,
    make_stage: type[RecordingStage] = RecordingStage,
    clock: Callable[[], float] | None = None,
    **changes: object,
) -> Table:
    """A game that has just begun, durable and on show."""
    game, events = begun_with_events(questions, **changes)
    events = (*events, *events_of(game.shown(1, "m1", START)))
    journal, ended = ListJournal(list(events)), list[Session]()
    stages: list[RecordingStage] = []

    def stage(feedback: Feedback) -> RecordingStage:
        stages.append(make_stage(feedback, journal))
        return stages[0]

    session = Session("g1", game, len(events), journal, stage, clock or loop_clock(), ended.append)
    session.begin(events)
    return Table(journal, stages[0], session, ended)


def others() -> set[asyncio.Task[object]]:
    """Every task but the test itself."""
    return asyncio.all_tasks() - {asyncio.current_task()}


@in_virtual_time
async def test_a_whole_quiz_plays_itself_to_the_end() -> None:
    table = play(choice_questions(10), idle_rounds=0)
    for round in range(1, 11):
        await asyncio.sleep(1)
        await table.session.answer(ANN, RIGHT, round)
        await asyncio.sleep(24.01 if round == 1 else 7.01)
    assert table.stage.shown == table.journal.events
    assert [type(event).__name__ for event in table.stage.shown[:7]] == [
        "GameStarted",
        "QuestionAsked",
        "QuestionShown",
        "AnswerLocked",
        "RoundClosed",
        "QuestionAsked",
        "QuestionShown",
    ]
    (ended,) = table.kept(GameEnded)
    assert isinstance(ended, GameEnded)
    assert ended.standings[0].correct == 10
    assert ended.at - START == pytest.approx(20 + 9 * 3 + 9 * 5, abs=0.2)
    assert table.ended == [table.session]
    assert others() == set()


@in_virtual_time
async def test_what_is_shown_is_the_game_after_the_durable_events() -> None:
    table = play(choice_questions(2))
    table.journal.seconds = 3.0
    for player in (ANN, BEN, CAT):
        asyncio.create_task(table.session.answer(player, RIGHT, 1))  # noqa: RUF006
        await asyncio.sleep(1)
    await asyncio.sleep(60)
    durable: list[int] = [3]
    for appended in table.journal.appends:
        durable.append(durable[-1] + appended)
    assert table.stage.games == [Game.replay(table.journal.events[:count], exact_judge) for count in durable]
    assert table.journal.appends[:2] == [1, 2]


@in_virtual_time
async def test_an_answer_is_acknowledged_when_it_is_durable_and_not_before() -> None:
    table = play()
    table.journal.seconds = 1.0
    answer = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.9)
    assert not answer.done()
    assert table.session.game.answers == {}
    await asyncio.sleep(0.2)
    (event,) = answer.result()
    assert event == table.journal.events[-1]
    assert table.session.game.answers == {ANN.id: event}


@in_virtual_time
async def test_an_answer_counts_from_when_it_came_however_slow_the_journal_is() -> None:
    table = play()
    table.journal.seconds = 4.0
    await asyncio.sleep(19.5)
    (event,) = await table.session.answer(ANN, RIGHT, 1)
    assert isinstance(event, AnswerLocked)
    assert event.elapsed == pytest.approx(19.5)
    await asyncio.sleep(5)
    (closed,) = table.kept(RoundClosed)
    assert isinstance(closed, RoundClosed)
    assert [award.correct for award in closed.awards] == [True]
    assert closed.at - START >= 20


@in_virtual_time
async def test_five_hundred_answers_at_once_need_few_appends() -> None:
    table = play()
    table.journal.seconds = 0.005
    await asyncio.gather(*(table.session.answer(player, RIGHT, 1) for player in crowd(500)))
    assert len(table.kept(AnswerLocked)) == 500
    assert len(table.journal.appends) <= 3
    assert len(table.stage.games) <= 4


@in_virtual_time
async def test_doubled_clicks_count_once_and_the_second_waits_for_the_first_to_be_durable() -> None:
    table = play()
    table.journal.seconds = 1.0
    first = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    second = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.9)
    assert not first.done()
    assert not second.done()
    await asyncio.sleep(2)
    assert refusal(second.result()) is Refusal.SAME_ANSWER
    assert len(table.kept(AnswerLocked)) == 1


@in_virtual_time
async def test_nobody_is_told_that_an_answer_stands_that_was_not_kept() -> None:
    table = play()
    table.journal.seconds, table.journal.fault = 1.0, LOCKED_OUT
    outcomes = await asyncio.gather(
        table.session.answer(ANN, RIGHT, 1), table.session.answer(ANN, RIGHT, 1), return_exceptions=True
    )
    assert [str(outcome) for outcome in outcomes] == ["the disk is full"] * 2
    assert all(isinstance(outcome, JournalUnavailable) for outcome in outcomes)


@in_virtual_time
async def test_two_clicks_of_one_player_at_once_leave_the_later() -> None:
    table = play()
    await asyncio.gather(table.session.answer(ANN, WRONG, 1), table.session.answer(ANN, RIGHT, 1))
    assert table.session.game.answers[ANN.id].guess == RIGHT


@in_virtual_time
async def test_a_refusal_alone_is_not_journaled() -> None:
    table = play()
    assert refusal(await table.session.answer(ANN, 9, 1)) is Refusal.NO_SUCH_CHOICE
    assert table.journal.appends == []


@in_virtual_time
async def test_when_the_journal_fails_nothing_is_kept_and_play_goes_on_when_it_works_again() -> None:
    table = play(choice_questions(2))
    await table.session.answer(ANN, RIGHT, 1)
    before = table.session.game.snapshot()
    table.journal.fault = LOCKED_OUT
    with pytest.raises(JournalUnavailable, match="disk is full"):
        await table.session.answer(BEN, RIGHT, 1)
    with pytest.raises(JournalUnavailable):
        await table.session.hint(BEN, 1)
    assert table.session.game == before
    assert table.stage.shown == table.journal.events
    table.journal.fault = None
    await table.session.answer(BEN, WRONG, 1)
    await asyncio.sleep(60)
    ended = table.journal.events[-1]
    assert isinstance(ended, GameEnded)
    assert [(row.player, row.correct) for row in ended.standings] == [(ANN, 1), (BEN, 0)]
    assert Game.replay(table.journal.events, exact_judge) == table.session.game


@in_virtual_time
async def test_what_came_after_an_append_that_fails_is_dropped_with_it() -> None:
    table = play()
    table.journal.seconds, table.journal.fault = 1.0, LOCKED_OUT
    first = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.5)
    second = asyncio.create_task(table.session.answer(BEN, RIGHT, 1))
    await asyncio.wait({first, second})
    assert isinstance(first.exception(), JournalUnavailable)
    assert isinstance(second.exception(), JournalUnavailable)
    assert len(table.journal.attempts) == 1


@in_virtual_time
async def test_what_was_dropped_is_not_written_with_what_comes_later() -> None:
    table = play()
    table.journal.seconds, table.journal.fault = 1.0, LOCKED_OUT
    dropped = [asyncio.create_task(table.session.answer(player, RIGHT, 1)) for player in (ANN, BEN)]
    await asyncio.wait(dropped)
    table.journal.fault = None
    await table.session.answer(CAT, RIGHT, 1)
    assert set(table.session.game.answers) == {CAT.id}
    assert [event.player for event in table.journal.events if isinstance(event, AnswerLocked)] == [CAT]


@in_virtual_time
async def test_all_that_the_stage_tells_is_told_again_in_its_order() -> None:
    table = play(choice_questions(2))
    await asyncio.sleep(5)
    table.journal.fault = LOCKED_OUT
    table.session.hidden(1)
    await asyncio.sleep(0.1)
    table.session.shown(1, "m2")
    await table.session.come_back(lambda game, now: game.hidden(1, now))
    table.session.shown(1, "m3")
    with pytest.raises(JournalUnavailable, match="waits for its journal"):
        await table.session.answer(ANN, RIGHT, 1)
    await asyncio.sleep(1)
    table.journal.fault = None
    await asyncio.sleep(3)
    assert [type(event).__name__ for event in table.journal.events[3:]] == [
        "QuestionHidden",
        "QuestionShown",
        "QuestionHidden",
        "QuestionShown",
    ]
    assert (table.session.game.handle, table.session.game.left) == ("m3", None)
    await table.session.answer(ANN, RIGHT, 1)
    await asyncio.sleep(20)
    assert len(table.kept(RoundClosed)) == 1


@in_virtual_time
async def test_a_question_is_hidden_shown_again_and_left_out() -> None:
    table = play(choice_questions(2))
    table.stage.works = False
    await asyncio.sleep(5)
    table.session.hidden(1)
    await asyncio.sleep(100)
    assert table.session.game.left == pytest.approx(15, abs=0.1)
    table.session.left_out(1)
    await asyncio.sleep(0.1)
    (closed,) = table.kept(RoundClosed)
    assert isinstance(closed, RoundClosed)
    assert closed.reason is CloseReason.LEFT_OUT
    assert table.session.game.round == 2


@in_virtual_time
async def test_the_clock_tries_again_at_growing_intervals_while_the_fault_lasts() -> None:
    table = play(idle_rounds=0)
    table.journal.fault = LOCKED_OUT
    await asyncio.sleep(60)
    waits = [round(attempt - 20, 1) for attempt in table.journal.attempts]
    assert waits == pytest.approx([0, 0.5, 1.5, 3.5, 7.5, 15.5, 25.5, 35.5], abs=0.1)
    table.journal.fault = None
    await asyncio.sleep(10)
    assert len(table.kept(RoundClosed)) == 1
    table.journal.fault = LOCKED_OUT
    table.journal.attempts.clear()
    await asyncio.sleep(7)
    assert table.journal.attempts[1] - table.journal.attempts[0] == pytest.approx(0.5)


@in_virtual_time
async def test_answers_that_fail_do_not_put_off_the_close() -> None:
    table = play()
    await asyncio.sleep(19.5)
    table.journal.fault = LOCKED_OUT
    for player in crowd(10):
        with pytest.raises(JournalUnavailable):
            await table.session.answer(player, RIGHT, 1)
    table.journal.fault = None
    await asyncio.sleep(0.6)
    assert len(table.kept(RoundClosed)) == 1


@in_virtual_time
async def test_a_bug_in_the_journal_reaches_caller_and_log_and_the_game_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    table = play(choice_questions(1))
    table.journal.fault = ZeroDivisionError("a bug")
    with pytest.raises(ZeroDivisionError):
        await table.session.answer(ANN, RIGHT, 1)
    assert "ZeroDivisionError: a bug" in caplog.text
    table.journal.fault = None
    await table.session.answer(ANN, RIGHT, 1)
    await asyncio.sleep(30)
    assert table.session.game.phase is Phase.ENDED


@in_virtual_time
async def test_a_bug_in_the_stage_is_logged_and_the_game_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    table = play(choice_questions(2))
    table.journal.seconds = 1.0
    table.stage.fault = ZeroDivisionError("a bug")
    first = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.5)
    second = asyncio.create_task(table.session.answer(BEN, RIGHT, 1))
    await asyncio.sleep(10)
    assert isinstance(first.result()[0], AnswerLocked)
    assert isinstance(second.result()[0], AnswerLocked)
    table.stage.fault = None
    await asyncio.sleep(60)
    assert "ZeroDivisionError: a bug" in caplog.text
    assert isinstance(table.stage.shown[-1], GameEnded)
    assert table.ended == [table.session]


@in_virtual_time
async def test_a_caller_that_goes_away_takes_nothing_with_it(caplog: pytest.LogCaptureFixture) -> None:
    table = play()
    table.journal.seconds = 1.0
    gone = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.5)
    stays = asyncio.create_task(table.session.answer(BEN, RIGHT, 1))
    gone.cancel()
    await asyncio.sleep(2)
    assert isinstance(stays.result()[0], AnswerLocked)
    assert len(table.kept(AnswerLocked)) == 2
    assert table.stage.shown == table.journal.events
    assert caplog.records == []


@in_virtual_time
async def test_an_idle_session_has_one_task_and_that_sleeps() -> None:
    table = play()
    await table.session.answer(ANN, RIGHT, 1)
    await asyncio.sleep(1)
    assert [task.get_name() for task in others()] == ["timer g1"]
    await table.session.close()
    assert others() == set()


@in_virtual_time
async def test_a_message_that_comes_up_late_moves_the_close() -> None:
    table = play(choice_questions(2))
    table.stage.works = False
    await asyncio.sleep(26)
    assert table.session.game.round == 2
    await asyncio.sleep(100)
    table.session.shown(2, "m2")
    await asyncio.sleep(19)
    assert table.session.game.phase is Phase.ASKING
    await asyncio.sleep(2)
    assert len(table.kept(RoundClosed)) == 2


@in_virtual_time
async def test_hints_votes_and_stops_are_journaled_like_answers() -> None:
    table = play()
    assert isinstance((await table.session.hint(ANN, 1))[0], HintGiven)
    await table.session.vote_skip(ANN, 1)
    assert isinstance((await table.session.stop(ANN, EndReason.STOPPED))[-1], GameEnded)
    assert [type(event).__name__ for event in table.journal.events[3:]] == [
        "HintGiven",
        "SkipVoted",
        "RoundClosed",
        "GameEnded",
    ]
    assert refusal(await table.session.answer(ANN, RIGHT, 1)) is Refusal.ENDED


@in_virtual_time
async def test_a_lost_channel_ends_the_game_and_its_awards_are_kept() -> None:
    table = play()
    await table.session.answer(ANN, RIGHT, 1)
    table.session.lost("the channel is gone")
    await asyncio.sleep(0.1)
    ended = table.journal.events[-1]
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.CHANNEL_LOST
    assert [(row.player, row.correct) for row in ended.standings] == [(ANN, 1)]


@in_virtual_time
async def test_a_lost_channel_ends_the_game_also_where_the_journal_fails_at_first() -> None:
    table = play()
    table.journal.fault = LOCKED_OUT
    table.session.lost("the channel is gone")
    await asyncio.sleep(0.1)
    table.journal.fault = None
    with pytest.raises(JournalUnavailable, match="waits for its journal"):
        await table.session.answer(ANN, RIGHT, 1)
    await asyncio.sleep(1)
    assert table.session.game.phase is Phase.ENDED
    assert len(table.kept(GameEnded)) == 1
    assert others() == set()


@in_virtual_time
async def test_closing_keeps_what_is_on_its_way_and_leaves_the_game_open() -> None:
    table = play()
    table.journal.seconds = 1.0
    answer = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0.1)
    await table.session.close(restarting=True)
    assert isinstance(answer.result()[0], AnswerLocked)
    assert table.stage.shown == table.journal.events
    assert table.stage.farewells == [True]
    assert table.stage.shown_before_close == len(table.journal.events)
    assert table.kept(GameEnded) == []
    assert others() == set()
    with pytest.raises(JournalClosing):
        await table.session.answer(BEN, RIGHT, 1)


@in_virtual_time
async def test_a_session_closes_once() -> None:
    table = play()
    await asyncio.gather(table.session.close(restarting=True), table.session.close(restarting=True))
    assert table.stage.farewells == [True]


@in_virtual_time
async def test_closing_does_not_wait_for_a_journal_that_hangs() -> None:
    table = play()
    table.journal.seconds = 1e6
    answer = asyncio.create_task(table.session.answer(ANN, RIGHT, 1))
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await table.session.close(restarting=True)
    assert others() <= {answer}
    await asyncio.wait({answer})
    assert isinstance(answer.exception(), JournalUnavailable)


class PaintingStage(RecordingStage):
    """A stage that reports the question's place while it is being closed."""

    async def close(self, *, restarting: bool = False) -> None:
        await asyncio.sleep(1)
        self.feedback.shown(1, "m2")
        await super().close(restarting=restarting)


@in_virtual_time
async def test_what_the_stage_reports_while_it_closes_is_kept() -> None:
    table = play(make_stage=PaintingStage)
    await table.session.close(restarting=True)
    shown = table.journal.events[-1]
    assert isinstance(shown, QuestionShown)
    assert shown.handle == "m2"
    table.session.shown(1, "m3")
    await asyncio.sleep(1)
    assert table.journal.events[-1] is shown
    assert others() == set()


@in_virtual_time
async def test_a_bug_in_the_rules_of_time_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    def broken_at_second_sight(game: Game, now: float) -> Outcome:
        if table.journal.attempts:
            raise ZeroDivisionError("a bug")
        return game.stop(None, EndReason.STOPPED, now)

    table = play()
    table.journal.fault = LOCKED_OUT
    await table.session.come_back(broken_at_second_sight)
    await asyncio.sleep(30)
    assert "game g1: the timer failed" in caplog.text
    assert "ZeroDivisionError: a bug" in caplog.text


@in_virtual_time
async def test_a_timer_that_is_early_waits_for_the_rest() -> None:
    loop = asyncio.get_running_loop()
    table = play(choice_questions(1), clock=lambda: START + loop.time() / 2)
    await asyncio.sleep(39)
    assert table.kept(RoundClosed) == []
    await asyncio.sleep(2)
    assert len(table.kept(RoundClosed)) == 1
    assert others() == set()


@in_virtual_time
async def test_a_game_is_over_once() -> None:
    table = play()
    table.journal.seconds = 1.0
    stops = [asyncio.create_task(table.session.stop(ANN, EndReason.STOPPED))]
    await asyncio.sleep(0.5)
    stops.append(asyncio.create_task(table.session.stop(BEN, EndReason.STOPPED)))
    await asyncio.wait(stops)
    assert refusal(stops[1].result()) is Refusal.ENDED
    assert table.ended == [table.session]


@in_virtual_time
async def test_of_a_game_that_another_process_goes_on_with_nothing_more_is_written() -> None:
    table = play()
    table.journal.fault = JournalConflict("other events stand there")
    with pytest.raises(JournalConflict):
        await table.session.answer(ANN, RIGHT, 1)
    assert table.ended == [table.session]
    table.journal.fault = None
    table.session.shown(1, "m2")
    await table.session.come_back(tick)
    await asyncio.sleep(100)
    with pytest.raises(JournalClosing):
        await table.session.answer(ANN, RIGHT, 1)
    assert len(table.journal.attempts) == 1
    assert table.ended == [table.session]


@in_virtual_time
async def test_players_of_one_game_do_not_wait_for_the_stage_of_another() -> None:
    slow, quick = play(), play()
    slow.journal.seconds = 100.0
    waiting = asyncio.create_task(slow.session.answer(Player(9, "Slow"), RIGHT, 1))
    await asyncio.sleep(0)
    await asyncio.wait_for(quick.session.answer(ANN, RIGHT, 1), 1)
    assert not waiting.done()
    waiting.cancel()
    await slow.session.close()


@dataclass
class HostClock:
    """A clock that follows the host's, which is put forward and back by hand."""

    step: float = 0.0

    def __post_init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.clock = Clock(loop.time, lambda: START + loop.time() + self.step)

    def move(self, session: Session, by: float) -> None:
        self.step += by
        session.clock_moved(self.clock.catch_up())


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_a_clock_that_moves_neither_shortens_nor_lengthens_a_round(by: float) -> None:
    @in_virtual_time
    async def move() -> None:
        host = HostClock()
        table = play(clock=host.clock)
        session = table.session
        await asyncio.sleep(5)
        await session.answer(ANN, RIGHT, 1)
        host.move(session, by)
        await asyncio.sleep(0.1)
        assert table.stage.shown[-1] == ClockMoved(pytest.approx(START + 5 + by), by)  # type: ignore[arg-type]
        assert session.game.round_deadline == START + 20 + by
        await asyncio.sleep(14.8)
        await session.answer(BEN, RIGHT, 1)
        assert session.game.answers[BEN.id].elapsed == pytest.approx(19.9)
        await asyncio.sleep(0.2)
        assert session.game.phase is Phase.REVEALING
        host.move(session, -by)
        await asyncio.sleep(4.8)
        assert session.game.round == 1
        await asyncio.sleep(0.2)
        assert session.game.round == 2
        await session.close()

    move()


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_a_move_of_the_clock_that_cannot_be_kept_is_kept_when_the_fault_ends(by: float) -> None:
    @in_virtual_time
    async def move() -> None:
        host = HostClock()
        table = play(clock=host.clock)
        session = table.session
        await asyncio.sleep(4)
        table.journal.fault = LOCKED_OUT
        host.move(session, by)
        await asyncio.sleep(0.1)
        host.move(session, 10)
        with pytest.raises(JournalUnavailable):
            await session.answer(ANN, RIGHT, 1)
        await asyncio.sleep(0.1)
        table.journal.fault = None
        await asyncio.sleep(0.5)
        assert table.kept(ClockMoved) == [
            ClockMoved(START + 4.5 + by + 10, by),
            ClockMoved(START + 4.5 + by + 10, 10),
        ]
        assert session.game.round_deadline == START + 20 + by + 10
        await session.answer(ANN, RIGHT, 1)
        await asyncio.sleep(15)
        assert table.kept(RoundClosed) == []
        await asyncio.sleep(0.5)
        assert len(table.kept(RoundClosed)) == 1
        await session.close()

    move()


@pytest.mark.parametrize("by", [3600.0, -3600.0])
def test_a_clock_that_moves_does_not_keep_a_game_from_trying_again(by: float) -> None:
    @in_virtual_time
    async def move() -> None:
        host = HostClock()
        table = play(clock=host.clock)
        await asyncio.sleep(19)
        table.journal.fault = LOCKED_OUT
        await asyncio.sleep(1.1)
        host.move(table.session, by)
        table.journal.fault = None
        await asyncio.sleep(0.5)
        assert table.session.game.phase is Phase.REVEALING
        assert table.session.game.round_deadline == START + 20 + by
        await table.session.close()

    move()


@in_virtual_time
async def test_the_clock_of_a_game_that_is_over_or_closed_is_left_alone() -> None:
    host = HostClock()
    over, closed = play(clock=host.clock), play(clock=host.clock)
    await over.session.stop(ANN, EndReason.STOPPED)
    await closed.session.close()
    for table in (over, closed):
        host.move(table.session, 3600)
    await asyncio.sleep(1)
    assert over.kept(ClockMoved) == closed.kept(ClockMoved) == []
