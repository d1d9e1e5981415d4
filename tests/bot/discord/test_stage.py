from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.game.events import EndReason, Event, GameEnded, Player, Refused
from bot.game.game import Game
from bot.game.rules import Rules
from bot.pictures.records import Picture
from bot.stage.painting import ATTEMPT_SECONDS, RETRY_SECONDS
from bot.stage.stage import DiscordStage
from questions.judging.verdict import Reason, Verdict
from questions.question import Question
from tests.bot.discord.builders import choice_question
from tests.support.channel import NO_NOTES, FakeChannel, failure, no_aftermath
from tests.support.texts import TEXTS
from tests.support.virtual_time import in_virtual_time

START = 1_700_000_000.0
EDIT = 1.5
ANN, BEN = Player(1, "Ann"), Player(2, "Ben")


def judge(_question: Question, _guess: str) -> Verdict:
    return Verdict(Reason.UNLIKE)


def events(outcome: Sequence[Event | Refused]) -> list[Event]:
    return [event for event in outcome if not isinstance(event, Refused)]


class Play:
    """A game on a stage, with what it shows in a channel; in place of its session it hears the stage."""

    def __init__(
        self, questions: Sequence[Question], rules: Rules | None = None, png: bytes | None = None
    ) -> None:
        self.channel = FakeChannel()
        self.png = png
        self.shown_at: list[tuple[int, str]] = []
        self.told: list[str] = []
        self.game, self.started = Game.start(
            questions, rules or Rules(rounds=len(questions)), ANN, self.now, judge
        )
        self.stage = self.new_stage()

    @property
    def now(self) -> float:
        return START + asyncio.get_running_loop().time()

    def new_stage(self) -> DiscordStage:
        return DiscordStage(
            "0a1b2c3d4e5f",
            self.channel.as_channel(),
            self,
            lambda: self.now,
            EDIT,
            lambda: TEXTS,
            NO_NOTES,
            no_aftermath,
            self.paint,
        )

    async def paint(self, _picture: Picture) -> bytes | None:
        return self.png

    def shown(self, round: int, handle: str) -> None:
        self.shown_at.append((round, handle))
        self._soon(self.game.shown(round, handle, self.now))

    def hidden(self, round: int) -> None:
        self.told.append(f"hidden {round}")
        self._soon(self.game.hidden(round, self.now))

    def left_out(self, round: int) -> None:
        self.told.append(f"left out {round}")
        self._soon(self.game.leave_out(round, self.now))

    def lost(self, why: str) -> None:
        self.told.append(f"lost: {why}")

    def _soon(self, outcome: Sequence[Event | Refused]) -> None:
        asyncio.get_running_loop().call_soon(self.stage.show, events(outcome), self.game.snapshot())

    async def begin(self) -> None:
        await self.show(self.started)

    async def show(self, outcome: Sequence[Event | Refused]) -> None:
        """Show the events, and let the stage do what it can do at once."""
        self.stage.show(events(outcome), self.game)
        await asyncio.sleep(0.01)

    async def answer(self, player: Player, choice: int) -> None:
        await self.show(self.game.answer(player, choice, self.game.round, self.now))

    async def let_time_run_out(self) -> None:
        assert self.game.deadline is not None
        await asyncio.sleep(self.game.deadline - self.now)
        await self.show(self.game.tick(self.now))

    @property
    def sends(self) -> list[str | None]:
        """The nonces of what was sent."""
        return [nonce for call, nonce in self.channel.calls if call == "send"]


def questions(count: int = 2) -> list[Question]:
    return [choice_question(str(number)) for number in range(1, count + 1)]


@in_virtual_time
async def test_a_question_is_sent_once_and_its_message_reported() -> None:
    play = Play(questions())
    await play.begin()

    assert len(play.channel.calls) == len(play.sends) == 1
    assert "Which is 1?" in play.channel.last.text
    assert f"<t:{int(START) + 20}:R>" in play.channel.last.text
    assert play.channel.last.buttons == [
        "A. first 1",
        "B. second 1",
        "C. third 1",
        "D. fourth 1",
        "Hint −25 %",
        "Skip",
    ]
    assert play.shown_at == [(1, "1")]


@in_virtual_time
async def test_a_busy_round_is_edited_once_in_the_interval_and_shows_the_latest_state() -> None:
    play = Play(questions())
    await play.begin()
    for number in range(100, 200):
        await play.answer(Player(number, "x"), 1)
        await asyncio.sleep(0.02)
    await asyncio.sleep(EDIT)

    edits = [call for call in play.channel.calls if call[0] == "edit"]
    assert len(edits) <= 4
    assert "100 answered" in play.channel.last.text


@in_virtual_time
async def test_the_reveal_does_not_wait_for_the_interval() -> None:
    play = Play(questions(), Rules(rounds=2, solo=True))
    await play.begin()
    await play.answer(ANN, 1)

    assert "✅ **B. second 1" in play.channel.last.text
    assert play.channel.last.buttons == ["Next", "My score"]  # alone there is nobody to report to


@in_virtual_time
async def test_a_whole_game_is_a_card_a_round_and_the_standings() -> None:
    play = Play(questions())
    await play.begin()
    await play.answer(ANN, 1)
    await play.answer(BEN, 0)
    await play.let_time_run_out()
    await play.let_time_run_out()
    await play.answer(BEN, 1)
    await play.let_time_run_out()

    first, second, final = play.channel.messages.values()
    assert "🥇\xa0Ann\xa0**29**\xa0+29\u20032\\.\xa0Ben\xa0**0**" in first.text
    assert "The fact of 1." in first.text
    assert "-# Source: The Case of the Bar (Noir Weekly, June 2019)" in first.text
    assert "▫️ A. first 1 ▰▰ 1" in first.text
    assert first.buttons == second.buttons == ["Report a problem"]
    assert any("next <t:" in text for text in first.shown)
    assert "next <t:" not in first.text + second.text
    assert "Final standings" in final.text
    assert "🥇" in final.text


@in_virtual_time
async def test_nothing_is_painted_that_was_not_shown_to_the_stage() -> None:
    play = Play(questions())
    await play.begin()
    play.game.answer(ANN, 1, 1, play.now)
    await play.show(play.game.answer(BEN, 1, 1, play.now))
    await asyncio.sleep(EDIT)

    assert "1 answered" in play.channel.last.text


@in_virtual_time
async def test_server_errors_are_retried_after_growing_pauses_as_the_same_message() -> None:
    play = Play(questions())
    play.channel.failures = [failure(503), failure(429), failure(500)]
    await play.begin()
    await asyncio.sleep(sum(RETRY_SECONDS[:3]) + 0.1)

    assert len(play.sends) == 4
    assert len(set(play.sends)) == 1
    assert len(play.channel.messages) == 1
    assert play.shown_at == [(1, "1")]


@in_virtual_time
async def test_a_message_that_came_through_in_spite_of_an_error_is_not_sent_twice_and_is_up_to_date() -> None:
    play = Play(questions())
    play.channel.failures = [failure(502)]
    play.channel.sent_in_spite_of_failure = True
    await play.begin()
    await play.answer(ANN, 1)
    await asyncio.sleep(RETRY_SECONDS[0] + EDIT)

    assert len(play.channel.messages) == 1
    assert "1 answered" in play.channel.last.text


@pytest.mark.parametrize(("status", "code"), [(404, 10003), (403, 50001), (403, 50013)])
def test_a_channel_that_is_gone_or_closed_is_reported_once(status: int, code: int) -> None:
    @in_virtual_time
    async def lose() -> None:
        play = Play(questions())
        play.channel.failures = [failure(status, code)]
        await play.begin()
        await play.answer(ANN, 1)

        (lost,) = play.told
        assert f"refused with {code}" in lost
        assert len(play.channel.calls) == 1

    lose()


@in_virtual_time
async def test_what_changes_while_a_card_is_being_sent_is_painted_after_it() -> None:
    play = Play(questions())
    play.channel.answers_after = 1.0
    await play.begin()
    await play.answer(ANN, 1)
    await asyncio.sleep(1 + EDIT)

    assert "1 answered" in play.channel.last.text


@in_virtual_time
async def test_a_round_that_closes_while_its_card_is_being_edited_is_revealed() -> None:
    play = Play(questions(), Rules(rounds=2, seconds=5))
    await play.begin()
    play.channel.answers_after = 4.0
    await asyncio.sleep(3)
    await play.answer(ANN, 1)
    await play.let_time_run_out()
    await asyncio.sleep(8)

    assert "✅ **B. second 1" in play.channel.messages[1].text


@in_virtual_time
async def test_a_card_whose_edit_fails_again_and_again_does_not_hold_up_the_next_one() -> None:
    play = Play(questions())
    await play.begin()
    play.channel.broken[1] = 503
    await play.let_time_run_out()
    await play.let_time_run_out()
    assert "Which is 2?" in play.channel.last.text
    await play.answer(ANN, 1)
    await asyncio.sleep(EDIT)
    assert "1 of 1 have answered" in play.channel.last.text
    await asyncio.sleep(2 * sum(RETRY_SECONDS))
    assert play.channel.calls.count(("edit", "1")) == 1 + len(RETRY_SECONDS)
    assert play.told == []


@in_virtual_time
async def test_an_edit_that_hangs_is_given_up_and_made_again() -> None:
    play = Play(questions(), Rules(rounds=2, seconds=60))
    await play.begin()
    play.channel.answers_after = 1000.0
    await play.answer(ANN, 1)
    await asyncio.sleep(EDIT)
    play.channel.answers_after = 0.0
    await play.answer(BEN, 1)
    await asyncio.sleep(ATTEMPT_SECONDS + RETRY_SECONDS[0])

    assert "2 answered" in play.channel.last.text


@in_virtual_time
async def test_a_reveal_does_not_wait_for_the_next_attempt_at_an_earlier_edit() -> None:
    play = Play(questions(), Rules(rounds=2, seconds=12))
    await play.begin()
    play.channel.broken[1] = 503
    await play.answer(ANN, 1)
    await asyncio.sleep(11)
    play.channel.broken.clear()
    await play.let_time_run_out()

    assert "✅ **B. second 1" in play.channel.last.text


@in_virtual_time
async def test_a_card_that_was_deleted_comes_back_at_once_as_another_message() -> None:
    play = Play(questions())
    await play.begin()
    play.channel.messages.clear()
    play.stage.deleted(1)
    await asyncio.sleep(0.01)

    first, second = play.sends
    assert first != second
    assert play.shown_at == [(1, "1"), (1, "2")]


@in_virtual_time
async def test_the_clock_stands_still_while_a_deleted_card_cannot_be_sent_anew() -> None:
    play = Play(questions())
    await play.begin()
    await asyncio.sleep(5)
    play.channel.failures = [failure(503)] * 5
    play.channel.messages.clear()
    play.stage.deleted(1)
    await asyncio.sleep(0.01)
    assert play.told == ["hidden 1"]
    assert play.game.left == pytest.approx(15, abs=0.1)
    await asyncio.sleep(sum(RETRY_SECONDS[:5]))

    assert play.game.left is None
    assert play.game.deadline == pytest.approx(play.now + 15, abs=0.1)
    assert f"<t:{round(play.game.round_deadline)}:R>" in play.channel.last.text


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.9])
def test_a_card_deleted_before_the_answer_to_its_sending_comes_back(seconds: float) -> None:
    @in_virtual_time
    async def delete() -> None:
        play = Play(questions())
        play.channel.answers_after = 1.0
        await play.begin()
        await asyncio.sleep(seconds)
        play.channel.messages.clear()
        play.stage.deleted(1)
        play.stage.deleted(77)
        await asyncio.sleep(3)

        assert list(play.channel.messages) == [2]
        assert play.shown_at == [(1, "2")]

    delete()


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.9])
def test_a_card_deleted_before_the_answer_to_its_edit_comes_back(seconds: float) -> None:
    @in_virtual_time
    async def delete() -> None:
        play = Play(questions())
        await play.begin()
        await asyncio.sleep(EDIT)
        play.channel.answers_after = 1.0
        await play.answer(ANN, 1)
        await asyncio.sleep(seconds)
        play.channel.messages.clear()
        play.stage.deleted(1)
        await asyncio.sleep(3)

        assert "1 answered" in play.channel.messages[2].text
        assert play.shown_at == [(1, "1"), (1, "2")]

    delete()


@in_virtual_time
async def test_a_card_is_sent_anew_three_times_and_then_its_round_goes_on_without() -> None:
    play = Play(questions(), Rules(rounds=2, seconds=20))
    await play.begin()
    for id in range(1, 6):
        play.channel.messages.clear()
        play.stage.deleted(id)
        await asyncio.sleep(0.5)
    await play.answer(ANN, 1)
    await asyncio.sleep(EDIT)
    assert len(play.sends) == len(set(play.sends)) == 4
    assert play.game.left is None
    assert play.game.round_deadline == START + 20

    await play.let_time_run_out()
    assert len(play.sends) == 4
    await play.let_time_run_out()
    assert "Which is 2?" in play.channel.last.text
    play.channel.messages.clear()
    play.stage.deleted(5)
    await asyncio.sleep(0.5)
    assert "Which is 2?" in play.channel.last.text


@in_virtual_time
async def test_a_round_that_goes_on_without_its_card_goes_on_after_a_lost_connection() -> None:
    play = Play(questions())
    await play.begin()
    for id in range(1, 5):
        play.channel.messages.clear()
        play.stage.deleted(id)
        await asyncio.sleep(0.5)
    play.stage.listen(heard=False)
    await asyncio.sleep(10)
    assert play.game.left is not None
    play.stage.listen(heard=True)
    await asyncio.sleep(0.1)

    assert play.game.left is None
    assert play.shown_at[-1] == (1, "4")
    assert len(play.sends) == 4


@in_virtual_time
async def test_a_reveal_found_deleted_is_sent_anew_while_no_other_card_is_there() -> None:
    play = Play(questions())
    await play.begin()
    play.channel.messages.clear()
    await play.let_time_run_out()
    assert "nobody answered" in play.channel.last.text

    play = Play(questions())
    await play.begin()
    play.channel.messages.clear()
    play.channel.failures = [failure(503)] * 4
    await play.let_time_run_out()
    await play.let_time_run_out()
    await asyncio.sleep(20)
    assert [message.text for message in play.channel.messages.values()] == [play.channel.last.text]
    assert "Which is 2?" in play.channel.last.text


@in_virtual_time
async def test_a_card_found_deleted_when_it_is_to_be_edited_is_sent_anew() -> None:
    play = Play(questions())
    await play.begin()
    play.channel.messages.clear()
    await play.answer(ANN, 1)
    await asyncio.sleep(EDIT)

    assert "1 answered" in play.channel.last.text
    assert play.channel.last.id == 2


@in_virtual_time
async def test_deleting_a_reveal_or_a_stranger_s_message_sends_nothing() -> None:
    play = Play(questions())
    await play.begin()
    play.stage.deleted(99)
    await play.let_time_run_out()
    calls = len(play.channel.calls)
    play.stage.deleted(1)
    await asyncio.sleep(1)

    assert len(play.channel.calls) == calls


@in_virtual_time
async def test_a_game_that_is_resumed_twice_says_so_twice() -> None:
    play = Play(questions(), Rules(rounds=2, seconds=120))
    await play.begin()
    for _ in range(2):
        await asyncio.sleep(5)
        play.stage = play.new_stage()
        await play.show(play.game.resume(play.now, 1))

    assert [message.text for message in play.channel.messages.values()][1:] == [TEXTS("back-again")] * 2


@in_virtual_time
async def test_a_resumed_game_whose_card_was_deleted_gets_it_back_and_no_time_is_lost() -> None:
    play = Play(questions())
    await play.begin()
    await asyncio.sleep(5)
    play.channel.messages.clear()
    play.channel.failures = [failure(503)] * 5
    play.stage = play.new_stage()
    await play.show(play.game.resume(play.now, 0))
    await asyncio.sleep(sum(RETRY_SECONDS[:3]))

    assert "Which is 1?" in play.channel.messages[2].text
    late = play.game.round_deadline - (START + 20)
    assert RETRY_SECONDS[0] <= late <= sum(RETRY_SECONDS[:3])


@in_virtual_time
async def test_a_game_that_is_resumed_in_a_long_outage_goes_on_after_it() -> None:
    play = Play(questions())
    await play.begin()
    await asyncio.sleep(5)
    play.channel.down = True
    play.stage = play.new_stage()
    await play.show(play.game.resume(play.now, 0))
    await asyncio.sleep(600)
    play.channel.down = False
    await asyncio.sleep(RETRY_SECONDS[-1] + 1)

    assert play.game.left is None
    assert play.game.round_deadline == pytest.approx(play.now + 15, abs=RETRY_SECONDS[-1])
    assert "Which is 1?" in play.channel.last.text
    assert play.told == []


@pytest.mark.parametrize("status", [400, 503])
def test_a_resumed_game_whose_card_cannot_be_edited_gets_another(status: int) -> None:
    @in_virtual_time
    async def resume() -> None:
        play = Play(questions())
        await play.begin()
        play.channel.broken[1] = status
        play.stage = play.new_stage()
        await play.show(play.game.resume(play.now, 0))
        await asyncio.sleep(sum(RETRY_SECONDS) + 1)

        assert play.game.left is None
        assert play.game.handle == str(play.channel.last.id)
        assert "Which is 1?" in play.channel.last.text

    resume()


@in_virtual_time
async def test_a_resumed_game_goes_on_in_its_own_message_and_says_so_in_a_line() -> None:
    play = Play(questions())
    await play.begin()
    play.game.shown(1, "1", play.now)
    play.game.answer(ANN, 1, 1, play.now)
    await asyncio.sleep(100)
    play.stage = play.new_stage()
    await play.show(play.game.resume(play.now, 100))

    card, line = play.channel.messages.values()
    assert "1 answered" in card.text
    assert f"<t:{int(START) + 120}:R>" in card.text
    assert TEXTS("back-again") in line.text
    assert "\n" not in line.text


@in_virtual_time
async def test_a_game_killed_before_its_message_was_journaled_takes_the_message_that_stands() -> None:
    play = Play(questions())
    await play.begin()
    await asyncio.sleep(30)
    play.game = Game.replay(play.started, judge)
    play.stage = play.new_stage()
    await play.show(play.game.resume(play.now, 30))

    assert len(play.channel.messages) == 2
    assert f"<t:{int(START) + 50}:R>" in play.channel.messages[1].text
    assert play.shown_at == [(1, "1"), (1, "1")]


@in_virtual_time
async def test_a_game_resumed_in_the_pause_shows_its_reveal() -> None:
    play = Play(questions())
    await play.begin()
    play.game.shown(1, "1", play.now)
    await play.answer(ANN, 1)
    await asyncio.sleep(20)
    play.game.tick(play.now)
    play.stage = play.new_stage()
    await play.show(play.game.resume(play.now, 0))

    assert "✅ **B. second 1" in play.channel.messages[1].text


@in_virtual_time
async def test_a_game_that_was_away_for_too_long_closes_its_card_and_shows_the_standings() -> None:
    play = Play(questions())
    await play.begin()
    play.game.shown(1, "1", play.now)
    play.stage = play.new_stage()
    await play.show(play.game.stop(None, EndReason.AWAY_TOO_LONG, play.now))

    card, final = play.channel.messages.values()
    assert card.buttons == ["Report a problem"]
    assert "away for too long" in final.text


@in_virtual_time
async def test_stopping_tells_who_did_it_and_counts_what_was_locked_in() -> None:
    play = Play(questions())
    await play.begin()
    await play.answer(ANN, 1)
    await play.show(play.game.stop(BEN, EndReason.STOPPED, play.now))

    card, final = play.channel.messages.values()
    assert "Ann\xa0**29**" in card.text
    assert "Ben stopped the quiz" in final.text


@in_virtual_time
async def test_a_quiz_stopped_before_its_lobby_could_be_shown_says_so() -> None:
    play = Play(questions(), Rules(lobby_seconds=10))
    play.channel.down = True
    await play.begin()
    await play.show(play.game.stop(BEN, EndReason.STOPPED, play.now))
    play.channel.down = False
    await asyncio.sleep(5)

    (lobby,) = play.channel.messages.values()
    assert "Ben stopped the quiz" in lobby.text
    assert lobby.buttons == []


@in_virtual_time
async def test_closing_paints_what_is_left_without_waiting_and_says_the_farewell() -> None:
    play = Play(questions())
    await play.begin()
    play.stage.show(events(play.game.answer(ANN, 1, 1, play.now)), play.game)
    before = play.now
    await play.stage.close(restarting=True)

    assert play.now - before < 0.1
    assert "1 answered" in play.channel.messages[1].text
    assert play.channel.last.text == TEXTS("farewell")
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_closing_while_discord_fails_ends_in_seconds_and_leaves_no_task() -> None:
    play = Play(questions())
    play.channel.failures = [failure(503) for _ in range(20)]
    await play.begin()
    before = play.now
    await play.stage.close(restarting=True)

    assert play.now - before <= 6.5
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_a_finished_game_closes_only_after_its_standings_stand() -> None:
    play = Play(questions(1))
    await play.begin()
    await asyncio.sleep(20)
    play.channel.failures = [failure(503), failure(503)]
    ended = events(play.game.tick(play.now))
    assert any(isinstance(event, GameEnded) for event in ended)
    play.stage.show(ended, play.game)
    await play.stage.close()

    assert "Final standings" in play.channel.last.text
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_a_bug_in_painting_is_logged_and_the_next_event_is_painted_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    play = Play(questions())
    play.channel.failures = [ZeroDivisionError("a bug")]
    await play.begin()
    assert "a bug" in caplog.text
    await play.answer(ANN, 1)

    assert "1 answered" in play.channel.last.text


@pytest.mark.parametrize(("status", "attempts"), [(None, 1), (403, 2), (413, 2), (503, 2)])
@in_virtual_time
async def test_the_end_is_told_in_text_where_the_podium_does_not_get_through(
    status: int | None, attempts: int
) -> None:
    play = Play(questions(1), png=b"png")
    await play.begin()
    play.channel.refuses_files = status
    await play.answer(ANN, play.game.question.correct or 0)
    await play.let_time_run_out()
    await asyncio.sleep(60)

    assert "Final standings" in play.channel.last.text
    assert play.channel.last.pictured is (status is None)
    assert ("🥇 **Ann**" in play.channel.last.text) is (status is not None)
    assert len([nonce for nonce in play.sends if nonce == play.sends[-1]]) == attempts
    assert not any(told.startswith("lost") for told in play.told)
