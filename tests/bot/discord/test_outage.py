"""Discord cannot be reached, or does not take a card: the quiz waits, and blames nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest

from bot.game.events import (
    AnswerLocked,
    CloseReason,
    EndReason,
    Event,
    GameEnded,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    RoundClosed,
)
from bot.game.game import Game
from bot.game.journal import JournalUnavailable
from bot.game.rules import Rules
from bot.game.state import SHOW_WITHIN
from bot.ports import Feedback
from bot.session import Session
from bot.stage.painting import RETRY_SECONDS
from bot.stage.stage import DiscordStage
from questions.question import Question
from tests.bot.discord.builders import choice_question
from tests.support.channel import NO_NOTES, FakeChannel, failure, no_aftermath, no_picture
from tests.support.fakes import ListJournal, loop_clock
from tests.support.players import ANN, BEN
from tests.support.questions import RIGHT, exact_judge
from tests.support.texts import TEXTS
from tests.support.virtual_time import in_virtual_time

SECONDS = 10.0
Kept = TypeVar("Kept", bound=Event)


class Quiz:
    """A session with the stage of Discord, in a channel that fails on demand."""

    def __init__(self, rounds: int = 6) -> None:
        self.channel = FakeChannel()
        self.journal = ListJournal()
        self.over: list[Session] = []
        questions = [choice_question(str(number)) for number in range(1, rounds + 1)]
        self._start(questions)

    def _start(self, questions: Sequence[Question]) -> None:
        clock = loop_clock()
        rules = Rules(rounds=len(questions), seconds=SECONDS, pause_seconds=6)
        game, events = Game.start(questions, rules, ANN, clock(), exact_judge)
        self.journal.events.extend(events)

        def make_stage(feedback: Feedback) -> DiscordStage:
            self.stage = DiscordStage(
                "a1b2c3",
                self.channel.as_channel(),
                feedback,
                clock,
                1.5,
                lambda: TEXTS,
                NO_NOTES,
                no_aftermath,
                no_picture,
            )
            return self.stage

        self.session = Session("g", game, len(events), self.journal, make_stage, clock, self.over.append)
        self.session.begin(events)

    @property
    def game(self) -> Game:
        return self.session.game

    def kept(self, kind: type[Kept]) -> list[Kept]:
        return [event for event in self.journal.events if isinstance(event, kind)]

    def closings(self) -> list[tuple[int, CloseReason]]:
        return [(event.round, event.reason) for event in self.kept(RoundClosed)]

    async def until(self, condition: Callable[[], bool], seconds: float = 600) -> None:
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - virtual time passes only while everything waits
                await asyncio.sleep(0.1)

    async def answered_round(self, number: int) -> None:
        """Ann is right in a round, and it closes."""
        await self.until(lambda: self.game.round == number and self.game.left is None)
        await self.session.answer(ANN, RIGHT, number)
        await self.until(lambda: [round for round, _ in self.closings()][-1:] == [number])


@in_virtual_time
async def test_rounds_wait_for_discord_and_nobody_is_blamed() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(52)
    assert quiz.game.round == 2
    assert quiz.game.left == SECONDS
    quiz.channel.down = False
    await quiz.answered_round(2)
    await quiz.answered_round(3)

    answered = CloseReason.ANSWERED
    assert quiz.closings() == [(1, CloseReason.TIME), (2, answered), (3, answered)]
    assert [event.awards[0].streak for event in quiz.kept(RoundClosed)] == [1, 2, 3]
    assert [event.elapsed < 1 for event in quiz.kept(AnswerLocked)] == [True] * 3
    cards = [message.text for message in quiz.channel.messages.values()]
    assert ["✅" in text for text in cards] == [True, True, True]
    await quiz.session.close()


@in_virtual_time
async def test_a_card_that_comes_late_shows_when_it_closes() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(30)
    quiz.channel.down = False
    await quiz.until(lambda: len(quiz.channel.messages) == 2)
    shown = quiz.channel.last.text
    await quiz.until(lambda: quiz.game.left is None)

    assert f"<t:{round(quiz.game.round_deadline)}:R>" in shown
    await quiz.session.close()


@in_virtual_time
async def test_a_card_that_discord_refuses_is_left_out_with_a_word_and_the_next_is_asked() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.failures = [failure(400, 50035)] * 2  # the last edit of the card before it, and the card
    await quiz.answered_round(3)

    assert quiz.closings() == [(1, CloseReason.TIME), (2, CloseReason.LEFT_OUT), (3, CloseReason.ANSWERED)]
    assert quiz.kept(RoundClosed)[-1].awards[0].streak == 2
    texts = [message.text for message in quiz.channel.messages.values()]
    assert texts[1] == TEXTS("question-left-out", round=2)
    assert "Which is 3?" in texts[2]
    assert not any("Which is 2?" in text for text in texts)
    await quiz.session.close()


@in_virtual_time
async def test_a_card_that_keeps_failing_while_discord_takes_other_messages_is_left_out() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.poison = "Which is 2?"
    await quiz.answered_round(3)

    assert quiz.closings()[1] == (2, CloseReason.LEFT_OUT)
    closed, asked = quiz.kept(RoundClosed)[1], quiz.kept(QuestionAsked)[1]
    assert closed.at - asked.at == pytest.approx(sum(RETRY_SECONDS), abs=0.5)
    await quiz.session.close()


@in_virtual_time
async def test_no_question_is_left_out_while_discord_takes_nothing_at_all() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(1200)
    quiz.channel.down = False
    await quiz.answered_round(2)

    assert quiz.closings() == [(1, CloseReason.TIME), (2, CloseReason.ANSWERED)]
    assert not any("left out" in message.text for message in quiz.channel.messages.values())
    await quiz.session.close()


@in_virtual_time
async def test_a_quiz_that_can_show_nothing_for_an_hour_ends() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(SHOW_WITHIN + 60)

    assert quiz.over == [quiz.session]
    assert quiz.kept(GameEnded)[0].reason is EndReason.CHANNEL_LOST
    quiz.channel.down = False
    await quiz.session.close()
    assert "Which is 2?" not in quiz.channel.last.text
    assert "can no longer be shown" in quiz.channel.last.text


@in_virtual_time
async def test_a_quiz_that_is_stopped_in_an_outage_does_not_show_the_card_afterwards() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(20)
    await quiz.session.stop(ANN, EndReason.STOPPED)
    await asyncio.sleep(20)
    quiz.channel.down = False
    await quiz.session.close()

    texts = [message.text for message in quiz.channel.messages.values()]
    assert len(texts) == 2
    assert "Ann stopped the quiz" in texts[1]


@in_virtual_time
async def test_a_card_that_got_through_unnoticed_is_revealed_with_its_answers() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.failures = [failure(503)]
    quiz.channel.sent_in_spite_of_failure = True
    await quiz.until(lambda: len(quiz.channel.messages) == 2)
    await quiz.session.answer(BEN, RIGHT, 2)
    await quiz.session.vote_skip(ANN, 2)
    await asyncio.sleep(2)

    assert "Skipped · 1 of 1 right" in quiz.channel.messages[2].text
    await quiz.session.close()


@in_virtual_time
async def test_the_bot_leaves_in_seconds_though_a_card_cannot_be_shown() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(120)
    async with asyncio.timeout(6.5):
        await quiz.session.close(restarting=True)

    assert quiz.kept(GameEnded) == []
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_a_session_that_is_put_away_in_an_outage_comes_to_an_end() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.down = True
    await asyncio.sleep(20)
    async with asyncio.timeout(2 * sum(RETRY_SECONDS)):
        await quiz.session.close()

    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_the_clock_stands_still_while_the_bot_hears_nothing() -> None:
    quiz = Quiz()
    await quiz.until(lambda: quiz.game.left is None)
    await asyncio.sleep(4)
    quiz.stage.listen(heard=False)
    quiz.stage.listen(heard=False)
    await asyncio.sleep(100)
    assert quiz.game.left == pytest.approx(SECONDS - 4, abs=0.5)
    quiz.stage.listen(heard=True)
    await asyncio.sleep(3)

    assert quiz.game.left is None
    assert quiz.closings() == []
    assert f"<t:{round(quiz.game.round_deadline)}:R>" in quiz.channel.last.text
    assert len(quiz.kept(QuestionHidden)) == 1
    assert [event.handle for event in quiz.kept(QuestionShown)] == ["1", "1"]
    await quiz.answered_round(1)
    await quiz.session.close()


@in_virtual_time
async def test_no_question_is_asked_while_the_bot_hears_nothing() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.stage.listen(heard=False)
    await asyncio.sleep(100)
    assert quiz.game.round == 2
    assert len(quiz.channel.messages) == 1
    quiz.stage.listen(heard=True)
    await asyncio.sleep(0.1)

    assert "Which is 2?" in quiz.channel.last.text
    assert quiz.game.left is None
    await quiz.session.close()


@in_virtual_time
async def test_a_card_whose_answer_comes_while_the_bot_hears_nothing_waits_for_it() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.answers_after = 5.0
    await quiz.until(lambda: len(quiz.channel.messages) == 2)
    quiz.stage.listen(heard=False)
    await asyncio.sleep(50)
    assert quiz.game.left == SECONDS
    quiz.stage.listen(heard=True)
    await asyncio.sleep(0.1)

    assert quiz.game.left is None
    await quiz.session.close()


@in_virtual_time
async def test_what_the_journal_cannot_take_of_a_card_is_told_again() -> None:
    quiz = Quiz()
    await quiz.answered_round(1)
    quiz.channel.answers_after = 1.0
    await quiz.until(lambda: quiz.game.round == 2)
    quiz.journal.fault = JournalUnavailable("the disk is full")
    await asyncio.sleep(30)
    assert quiz.game.left == SECONDS
    quiz.journal.fault = None
    await quiz.answered_round(2)
    assert quiz.kept(AnswerLocked)[-1].elapsed < 1
    await quiz.session.close()
