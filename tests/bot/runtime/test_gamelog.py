"""The log tells of starts, resumptions and ends of games, in a line each, and never of an answer."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from bot.game.events import (
    AnswerLocked,
    EndReason,
    Event,
    GameEnded,
    GameResumed,
    GameStarted,
    Player,
    QuestionAsked,
    Standing,
)
from bot.game.rules import Rules
from bot.runtime.gamelog import GameLog
from bot.store.records import OpenGame, Place
from questions.judging.verdict import Mark
from tests.support.questions import choice_question

ADA, BEA = Player(1, "Ada\n2026 ERROR"), Player(2, "Bea")
HERE = Place("server:12", 34)
QUESTION = choice_question()
STARTED = GameStarted(
    0.0,
    ADA,
    Rules(rounds=2, seconds=20),
    (replace(QUESTION, pack="noir"), replace(QUESTION, pack=HERE.scope)),
)
ASKED = QuestionAsked(1.0, 1, 21.0)
ANSWERED = AnswerLocked(2.0, 1, BEA, "Kilgrave", Mark.CORRECT, 1.0, 0)


def test_a_game_is_a_line_at_its_start_and_one_at_its_end(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot.runtime.gamelog")
    ended = GameEnded(9.0, EndReason.STOPPED, (Standing(1, BEA, 10, 1, 1),), BEA)
    events: tuple[Event, ...] = (STARTED, ASKED, ANSWERED, ended)
    GameLog().kept("g1", HERE, events, 0.1)
    assert caplog.messages == [
        "game g1 started in server 12, channel 34: packs: noir, the server's own; rounds: 2 of 20 s; "
        "by 'Ada\\n2026 ERROR' (1)",
        "game g1 ended in server 12, channel 34: stopped by 'Bea' (2) in round 1 of 2, players: 1",
    ]


def test_a_resumed_game_tells_how_far_it_was(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot.runtime.gamelog")
    games = GameLog()
    games.found(OpenGame("g1", HERE, (STARTED, ASKED)))
    games.kept("g1", HERE, (GameResumed(50.0, 40.0),), 0.1)
    games.kept("g1", HERE, (GameEnded(60.0, EndReason.FINISHED, ()),), 0.1)
    assert caplog.messages == [
        "game g1 resumed in server 12, channel 34: round 1 of 2, 40 s away",
        "game g1 ended in server 12, channel 34: finished in round 1 of 2, players: 0",
    ]
