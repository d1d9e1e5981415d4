"""Events as they stand in the journal."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    AppealMade,
    Award,
    ClockMoved,
    CloseReason,
    EndReason,
    Event,
    EverybodyAnswered,
    GameEnded,
    GameResumed,
    GameStarted,
    GuessedClose,
    HintGiven,
    Player,
    PlayerJoined,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    Revision,
    RoundClosed,
    SkipVoted,
    Standing,
    TeamStanding,
)
from bot.game.rules import Rules, Selection
from bot.store.codec import NAMES, decode, encode
from bot.store.errors import UnreadableJournal
from questions.judging.verdict import Mark
from questions.question import Answer, AnswerType, Choice, Citation, Question, WhyWrong

ZOË = Player(2**63 - 1, 'Zoë "Ż" 🕵️\n')
FULL = Question(
    "id",
    "pack",
    "which_of_these",
    "Which?",
    Answer("9", AnswerType.NUMBER, ("9", "nine"), ("8",), (Answer("part"),), 1, True, "{9}"),
    "It is nine.",
    choices=(Choice("9"), Choice("8", WhyWrong.LURE, ("f1", "f2"))),
    correct=0,
    typed=True,
    clues=("hard", "easy"),
    citations=(Citation("s", "Title", "Publisher", "2019-06"), Citation("t", "Other")),
    facts=("f1",),
    topic="numbers",
    level=3,
    spoiler=True,
    author="Ann",
)
NOIR = Selection(("noir",), ("Noir",), 5, "hard", True, "cast", "race", 7)
EVENTS: list[Event] = [
    GameStarted(1.25, ZOË, Rules(3, 12.5, 1, True, 0), (FULL,)),
    GameStarted(1.25, ZOË, Rules(lobby_seconds=10), (FULL,), NOIR),
    PlayerJoined(1.1, ZOË),
    PlayerJoined(1.1, ZOË, 3),
    QuestionAsked(1.1, 2, 21.1),
    QuestionShown(2.2, 2, "123456789012345678", 22.2),
    QuestionHidden(2.5, 2),
    AnswerLocked(3.3, 2, ZOË, 1, Mark.WRONG, 1.1, 1),
    AnswerLocked(3.3, 2, ZOË, "1", Mark.CORRECT, 1.1, 0),
    AnswerLocked(3.3, 2, ZOË, "about 9", None, 1.1, 0, 1),
    HintGiven(4.4, 2, 1, text="K______ R_____"),
    HintGiven(4.4, 2, 2, removed=(0, 3), player=ZOË),
    EverybodyAnswered(4.5, 2, 6.5),
    GuessedClose(3.3, 2, ZOË, "some 9", 1.1, 0),
    AppealMade(6.7, 2, ZOË, "some 9"),
    AppealDecided(6.8, 2, ZOË, ZOË, False),
    AppealDecided(
        6.8, 2, ZOË, ZOË, True, (Revision(2, 6.6, None, Award(ZOË, True, 180, 100, 50, 30, 4, 1.1)),)
    ),
    SkipVoted(5.5, 2, ZOË, 1, 2),
    RoundClosed(6.6, 2, CloseReason.SKIPPED, (Award(ZOË, True, 180, 100, 50, 30, 4, 1.1),), 12.6),
    GameResumed(7.7, 3600.5),
    ClockMoved(7.7, -3600.5),
    GameEnded(8.8, EndReason.STOPPED, (Standing(1, ZOË, 180, 1, 2),), ZOË),
    GameEnded(8.8, EndReason.IDLE, (), None, (TeamStanding(1, 0, 12.5, 2),), (5, 7)),
    RoundClosed(6.6, 2, CloseReason.TIME, (), 12.6, (ZOË,)),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    back = decode(*encode(event))
    assert back == event
    assert type(back) is type(event)


def test_every_kind_of_event_has_a_name_in_the_journal() -> None:
    assert set(NAMES.values()) == set(Event.__args__)
    assert {type(event) for event in EVENTS} == set(NAMES.values())


def test_the_names_in_the_journal_stay() -> None:
    assert {
        "game_started",
        "player_joined",
        "question_asked",
        "question_shown",
        "answer_locked",
        "everybody_answered",
        "hint_given",
        "skip_voted",
        "round_closed",
        "game_resumed",
        "clock_moved",
        "game_ended",
    } <= NAMES.keys()


def test_a_guess_of_digits_stays_a_text() -> None:
    back = decode(*encode(AnswerLocked(1.0, 1, ZOË, "7", None, 1.0, 0)))
    assert isinstance(back, AnswerLocked)
    assert back.guess == "7"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(st.characters(exclude_categories=["Cs"])))
def test_times_and_texts_keep_every_bit(at: float, guess: str) -> None:
    event = AnswerLocked(at, 1, ZOË, guess, Mark.CORRECT, at, 0)
    assert decode(*encode(event)) == event


def test_journals_of_the_first_version_can_be_read() -> None:
    line = '{"at":1.5,"round":2,'
    line += '"player":{"id":3,"name":"Ann"},"guess":"x","mark":"correct","elapsed":2.5,"hints":1}'
    assert decode("answer_locked", line) == AnswerLocked(1.5, 2, Player(3, "Ann"), "x", Mark.CORRECT, 2.5, 1)
    assert decode("hint_given", '{"at":1,"round":2,"number":1}') == HintGiven(1, 2, 1)


def test_the_reasons_in_a_journal_are_named_as_ever() -> None:
    assert {reason.value for reason in CloseReason} == {"time", "answered", "skipped", "left_out", "stopped"}
    ends = {
        "finished",
        "target",
        "stopped",
        "idle",
        "away_too_long",
        "channel_lost",
        "last_standing",
        "all_out",
    }
    assert {reason.value for reason in EndReason} == ends


def test_the_fields_of_a_newer_version_are_passed_over() -> None:
    assert decode("game_resumed", '{"at":1,"away":2,"why":"update"}') == GameResumed(1, 2)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("game_paused", "{}", "'game_paused'"),
        ("game_resumed", '{"at":1}', "away"),
        ("game_resumed", "not json", "(not JSON)"),
        ("skip_voted", '{"at":1,"round":1,"player":{"name":"Ann"},"votes":1,"needed":2}', "(player.id)"),
    ],
)
def test_what_this_version_cannot_read_is_named(name: str, body: str, said: str) -> None:
    with pytest.raises(UnreadableJournal, match=re.escape(said)):
        decode(name, body)


def test_what_a_journal_leaves_out_is_read_as_it_was_meant() -> None:
    """A default that changes would change the games of older journals; write a migration, then."""
    question = '{"id":"i","pack":"p","kind":"when","prompt":"When?","answer":{"text":"2019"},"statement":"S."'
    body = (
        f'{{"at":1,"starter":{{"id":3,"name":"Ann"}},"rules":{{}},"questions":[{question},"typed":true}}]}}'
    )
    answer = Answer("2019", AnswerType.TEXT, (), (), (), 0, False, None)
    asked = Question(
        "i", "p", "when", "When?", answer, "S.", (), None, typed=True, topic="", level=1, spoiler=False
    )
    assert decode("game_started", body) == GameStarted(
        1,
        Player(3, "Ann"),
        Rules(rounds=10, seconds=20, pause_seconds=None, solo=False, idle_rounds=3),
        (asked,),
    )
    assert decode("hint_given", '{"at":1,"round":2,"number":1}') == HintGiven(1, 2, 1, "", ())
    ended = decode("game_ended", '{"at":1,"reason":"idle","standings":[]}')
    assert ended == GameEnded(1, EndReason.IDLE, (), None)


def test_a_journal_leaves_out_what_has_its_default() -> None:
    plain = Question("i", "p", "when", "When?", Answer("2019"), "S.", typed=True)
    name, body = encode(GameStarted(1, Player(3, "Ann"), Rules(), (plain,)))
    assert name == "game_started"
    assert json.loads(body) == {
        "at": 1,
        "starter": {"id": 3, "name": "Ann"},
        "rules": {},
        "questions": [
            {
                "id": "i",
                "pack": "p",
                "kind": "when",
                "prompt": "When?",
                "answer": {"text": "2019"},
                "statement": "S.",
                "typed": True,
            }
        ],
    }
