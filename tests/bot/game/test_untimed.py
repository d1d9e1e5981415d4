"""A game that waits for its player: alone, at one's own pace, with nothing that comes by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import EndReason, GameEnded, HintGiven, Refusal, RoundClosed
from bot.game.game import Game, Phase
from tests.support.games import at, begun_with_events, choice_questions, events_of, refusal
from tests.support.players import ANN
from tests.support.questions import RIGHT, WRONG, clue_question, exact_judge, typed_question

UNTIMED = {"untimed": True, "solo": True, "pause_seconds": 0.0, "idle_rounds": 0}


def waiting(*questions: object) -> Game:
    game, _ = begun_with_events(questions or choice_questions(2), **UNTIMED)  # type: ignore[arg-type]
    return game


def test_nothing_is_ever_due() -> None:
    game = waiting()
    assert game.deadline is None
    assert game.tick(at(1e9)) == ()
    game.answer(ANN, RIGHT, 1, at(5))
    assert (game.phase, game.deadline) == (Phase.REVEALING, None)


def test_an_answer_hours_later_counts_in_full_and_closes_the_round() -> None:
    game = waiting()
    *_, closed = events_of(game.answer(ANN, RIGHT, 1, at(40_000)))
    assert isinstance(closed, RoundClosed)
    (award,) = closed.awards
    assert (award.correct, award.points, award.speed) == (True, award.base, 0)


def test_the_next_question_comes_when_the_player_asks_for_it() -> None:
    game = waiting()
    assert refusal(game.go_on(ANN, 1, at(1))) is Refusal.STILL_OPEN
    game.answer(ANN, WRONG, 1, at(2))
    game.go_on(ANN, 1, at(50_000))
    assert (game.phase, game.round) == (Phase.ASKING, 2)
    *_, ended = events_of(game.answer(ANN, RIGHT, 2, at(60_000)))
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.FINISHED


def test_a_question_that_is_skipped_brings_nothing_and_keeps_the_streak() -> None:
    game = waiting(*choice_questions(3))
    game.answer(ANN, RIGHT, 1, at(1))
    game.go_on(ANN, 1, at(2))
    game.vote_skip(ANN, 2, at(3))
    game.go_on(ANN, 2, at(4))
    *_, closed, _ = events_of(game.answer(ANN, RIGHT, 3, at(5)))
    assert isinstance(closed, RoundClosed)
    assert closed.awards[0].streak == 2
    assert game.summary.marks(ANN.id) == (True, None, True)


def test_clues_come_when_they_are_asked_for_and_cost_as_hints_do() -> None:
    game = waiting(clue_question(clues=3))
    (given,) = events_of(game.hint(ANN, 1, at(9_000)))
    assert isinstance(given, HintGiven)
    assert given.text == "clue 1"
    *_, closed, _ = events_of(game.answer(ANN, "Krysten Ritter", 1, at(9_001)))
    assert isinstance(closed, RoundClosed)
    assert closed.awards[0].base == 7


@given(waits=st.lists(st.floats(0, 1e6), min_size=2, max_size=2), guess=st.sampled_from([RIGHT, WRONG]))
def test_how_long_one_takes_makes_no_difference(waits: list[float], guess: int) -> None:
    points = []
    for wait in waits:
        game = waiting(*choice_questions(1))
        game.answer(ANN, guess, 1, at(wait))
        points.append(game.standings[0].points)
    assert points[0] == points[1]


def test_it_replays_to_the_same_game() -> None:
    game, events = begun_with_events([typed_question(), *choice_questions(1)], **UNTIMED)
    journal = [*events]
    for outcome in (
        game.answer(ANN, "Krysten", 1, at(1)),
        game.answer(ANN, "Krysten Ritter", 1, at(2)),
        game.go_on(ANN, 1, at(3)),
        game.answer(ANN, RIGHT, 2, at(4)),
    ):
        journal += events_of(outcome)
    assert Game.replay(journal, exact_judge) == game
