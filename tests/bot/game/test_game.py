"""The rules of play, with the time as an argument."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.game.events import (
    AnswerLocked,
    CloseReason,
    EndReason,
    GameEnded,
    Guess,
    GuessedClose,
    HintGiven,
    Player,
    PlayerJoined,
    QuestionAsked,
    Refusal,
    Refused,
    RoundClosed,
    SkipVoted,
)
from bot.game.game import Game, InvalidJournal, Outcome, Phase
from questions.judging.verdict import Mark, Reason, Verdict
from questions.question import Question
from tests.support.fakes import START
from tests.support.games import (
    at,
    begun,
    begun_with_events,
    choice_questions,
    events_of,
    go_on,
    locked,
    refusal,
    rules,
)
from tests.support.players import ANN, BEN, CAT, crowd
from tests.support.questions import (
    RIGHT,
    WRONG,
    choice_question,
    clue_question,
    exact_judge,
    nearest_question,
    typed_question,
)


def closed(outcome: Outcome) -> RoundClosed:
    (event,) = (event for event in outcome if isinstance(event, RoundClosed))
    return event


def test_a_game_starts_with_its_first_question_open() -> None:
    game, events = begun_with_events()
    assert [type(event).__name__ for event in events] == ["GameStarted", "QuestionAsked"]
    assert (game.phase, game.round, game.question.id) == (Phase.ASKING, 1, "q1")
    assert (game.asked_at, game.round_deadline, game.left) == (START, at(20), 20)


def test_a_game_has_as_many_rounds_as_the_rules_say_or_as_there_are_questions() -> None:
    assert len(begun(choice_questions(5), rounds=2).questions) == 2
    assert len(begun(choice_questions(5), rounds=9).questions) == 5
    with pytest.raises(ValueError, match="needs a question"):
        Game.start([], rules(), ANN, START, exact_judge)


def test_a_whole_quiz_from_question_to_question_to_the_standings() -> None:
    game = begun(choice_questions(2))
    game.answer(ANN, RIGHT, 1, at(10))
    game.answer(BEN, WRONG, 1, at(5))
    first = closed(game.tick(at(20)))
    assert [(award.player, award.points) for award in first.awards] == [(ANN, 12), (BEN, 0)]
    assert (first.reason, first.next_at, game.phase, game.deadline) == (
        CloseReason.TIME,
        at(25),
        Phase.REVEALING,
        at(25),
    )
    assert game.tick(at(25)) == (QuestionAsked(at(25), 2, at(45)),)
    game.shown(2, "m2", at(25))
    assert (game.answers, game.round) == ({}, 2)
    game.answer(ANN, RIGHT, 2, at(35))
    outcome = game.tick(at(45))
    assert closed(outcome).awards[0].points == 13
    ended = outcome[-1]
    assert isinstance(ended, GameEnded)
    assert ended.reason is EndReason.FINISHED
    assert [(row.rank, row.player, row.points, row.answered) for row in ended.standings] == [
        (1, ANN, 25, 2),
        (2, BEN, 0, 1),
    ]
    assert (game.phase, game.deadline, game.standings, game.ended) == (
        Phase.ENDED,
        None,
        ended.standings,
        ended,
    )


def test_nothing_happens_before_the_deadline() -> None:
    game = begun()
    assert game.tick(at(19.99)) == ()
    game.tick(at(20))
    assert game.tick(at(24.99)) == ()


def test_an_answer_may_be_changed_until_the_clock_runs_out() -> None:
    game = begun()
    assert locked(game.answer(ANN, WRONG, 1, at(1))).mark is Mark.WRONG
    assert locked(game.answer(ANN, RIGHT, 1, at(20))).elapsed == 20
    assert refusal(game.answer(ANN, WRONG, 1, at(20.01))) is Refusal.TOO_LATE
    (award,) = closed(game.tick(at(21))).awards
    assert award.correct


def test_a_changed_answer_counts_with_its_own_time() -> None:
    game = begun()
    game.answer(ANN, WRONG, 1, at(1))
    game.answer(ANN, RIGHT, 1, at(10))
    assert closed(game.tick(at(20))).awards[0].elapsed == 10


def test_a_solo_game_closes_the_round_on_the_first_answer() -> None:
    game = begun(solo=True)
    outcome = game.answer(ANN, RIGHT, 1, at(4))
    assert [type(event) for event in outcome] == [AnswerLocked, RoundClosed]
    assert (closed(outcome).reason, closed(outcome).next_at) == (CloseReason.ANSWERED, at(9))


def test_a_solo_player_goes_on_from_a_reveal_at_once() -> None:
    game = begun(choice_questions(2), solo=True, pause_seconds=60)
    game.answer(ANN, RIGHT, 1, at(4))
    assert refusal(game.go_on(ANN, 2, at(5))) is Refusal.OTHER_ROUND
    assert game.go_on(ANN, 1, at(6)) == (QuestionAsked(at(6), 2, at(26)),)


def test_the_last_answer_of_a_solo_game_ends_it() -> None:
    outcome = begun(choice_questions(1), solo=True).answer(ANN, RIGHT, 1, at(4))
    assert [type(event) for event in outcome] == [AnswerLocked, RoundClosed, GameEnded]
    assert closed(outcome).next_at == at(4)


@pytest.mark.parametrize(
    ("guess", "mark"),
    [("Krysten Ritter", Mark.CORRECT), ("  krysten \n RITTER ", Mark.CORRECT), ("Mike Colter", Mark.WRONG)],
)
def test_a_typed_answer_is_locked_in_whether_right_or_wrong(guess: str, mark: Mark) -> None:
    game = begun([typed_question()])
    event = locked(game.answer(ANN, guess, 1, at(3)))
    assert (event.mark, event.guess) == (mark, " ".join(guess.split()))


def test_a_close_answer_is_given_back_with_the_reason_and_replaces_nothing() -> None:
    game = begun([typed_question()])
    game.answer(ANN, "Mike Colter", 1, at(1))
    told = Refused(Refusal.CLOSE, Verdict(Reason.MORE))
    assert game.answer(ANN, "Krysten", 1, at(2)) == (GuessedClose(at(2), 1, ANN, "Krysten", 2.0, 0), told)
    assert game.answer(ANN, "Krysten", 1, at(3)) == (told,)
    assert game.answers[ANN.id].guess == "Mike Colter"


def test_an_endless_guess_is_cut_off() -> None:
    assert len(str(locked(begun([typed_question()]).answer(ANN, "x" * 9000, 1, at(1))).guess)) == 500


def test_where_the_nearest_wins_only_the_close_tells() -> None:
    game = begun([nearest_question()])
    assert locked(game.answer(ANN, "twenty", 1, at(1))).mark is None
    assert locked(game.answer(BEN, "11", 1, at(1))).mark is None
    assert locked(game.answer(CAT, "13", 1, at(1))).mark is Mark.CORRECT
    game.answer(CAT, "100", 1, at(2))
    assert [award.player for award in closed(game.tick(at(20))).awards if award.correct] == [BEN]


def test_where_the_nearest_wins_a_guess_without_a_number_is_given_back() -> None:
    assert refusal(begun([nearest_question()]).answer(ANN, "many", 1, at(1))) is Refusal.CLOSE


REFUSALS: dict[str, tuple[Callable[[Game], Outcome], Refusal]] = {
    "no such choice": (lambda game: game.answer(ANN, 4, 1, at(1)), Refusal.NO_SUCH_CHOICE),
    "a choice below zero": (lambda game: game.answer(ANN, -1, 1, at(1)), Refusal.NO_SUCH_CHOICE),
    "an empty text": (lambda game: game.answer(ANN, " \n ", 1, at(1)), Refusal.EMPTY),
    "an answer that shows nothing": (
        lambda game: game.answer(ANN, "\u200b\u2800\u0301", 1, at(1)),
        Refusal.EMPTY,
    ),
    "an earlier round": (lambda game: game.answer(ANN, RIGHT, 0, at(1)), Refusal.OTHER_ROUND),
    "a later round": (lambda game: game.answer(ANN, RIGHT, 2, at(1)), Refusal.OTHER_ROUND),
    "a late answer": (lambda game: game.answer(ANN, RIGHT, 1, at(20.1)), Refusal.TOO_LATE),
    "a late hint": (lambda game: game.hint(ANN, 1, at(20.1)), Refusal.TOO_LATE),
    "a late vote": (lambda game: game.vote_skip(ANN, 1, at(20.1)), Refusal.TOO_LATE),
    "a hint of another round": (lambda game: game.hint(ANN, 2, at(1)), Refusal.OTHER_ROUND),
    "a vote in another round": (lambda game: game.vote_skip(ANN, 2, at(1)), Refusal.OTHER_ROUND),
    "going on from an open question": (lambda game: game.go_on(ANN, 1, at(1)), Refusal.STILL_OPEN),
    "going on from another round": (lambda game: game.go_on(ANN, 2, at(1)), Refusal.OTHER_ROUND),
    "a vote of somebody who has not played": (
        lambda game: game.vote_skip(BEN, 1, at(1)),
        Refusal.NOT_PLAYING,
    ),
    "another round's message": (lambda game: game.shown(2, "m", at(1)), Refusal.OTHER_ROUND),
}


@pytest.mark.parametrize(("make", "expected"), REFUSALS.values(), ids=REFUSALS)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    make: Callable[[Game], Outcome], expected: Refusal
) -> None:
    game = begun()
    before = game.snapshot()
    assert refusal(make(game)) is expected
    assert game == before


INPUTS: dict[str, Callable[[Game], Outcome]] = {
    "answer": lambda game: game.answer(BEN, RIGHT, game.round, at(30)),
    "hint": lambda game: game.hint(BEN, game.round, at(30)),
    "vote_skip": lambda game: game.vote_skip(BEN, game.round, at(30)),
    "join": lambda game: game.join(BEN, at(30)),
    "go_on": lambda game: game.go_on(ANN, game.round, at(30)),
    "shown": lambda game: game.shown(game.round, "m", at(30)),
    "stop": lambda game: game.stop(BEN, EndReason.STOPPED, at(30)),
    "resume": lambda game: game.resume(at(30), 1),
    "hidden": lambda game: game.hidden(game.round, at(30)),
    "leave_out": lambda game: game.leave_out(game.round, at(30)),
}


@pytest.mark.parametrize("name", ["answer", "hint", "vote_skip", "hidden", "leave_out"])
def test_while_an_answer_is_on_show_nobody_can_play(name: str) -> None:
    game = begun()
    game.tick(at(20))
    before = game.snapshot()
    assert refusal(INPUTS[name](game)) is Refusal.NOT_ASKING
    assert game == before


@pytest.mark.parametrize("name", INPUTS)
def test_an_ended_game_refuses_everything(name: str) -> None:
    game = begun()
    game.stop(ANN, EndReason.STOPPED, at(1))
    before = game.snapshot()
    assert refusal(INPUTS[name](game)) is Refusal.ENDED
    assert game.tick(at(1000)) == ()
    assert game == before


def test_of_an_ended_game_it_is_said_that_it_is_over_whatever_the_round() -> None:
    game = begun()
    game.stop(ANN, EndReason.STOPPED, at(1))
    assert refusal(game.answer(ANN, RIGHT, 7, at(2))) is Refusal.ENDED


def test_a_click_on_the_question_before_is_refused() -> None:
    game = begun()
    game.tick(at(20))
    game.tick(at(25))
    assert refusal(game.answer(ANN, RIGHT, 1, at(26))) is Refusal.OTHER_ROUND


@pytest.mark.parametrize(
    ("question", "guess"),
    [(choice_question(), RIGHT), (choice_question(), WRONG), (typed_question(), "Krysten Ritter")],
)
def test_the_same_click_delivered_twice_counts_once(question: Question, guess: Guess) -> None:
    game = begun([question])
    game.answer(ANN, guess, 1, at(1))
    assert refusal(game.answer(ANN, guess, 1, at(9))) is Refusal.SAME_ANSWER
    assert game.answers[ANN.id].elapsed == 1


def hinted(outcome: Outcome) -> HintGiven:
    (event,) = outcome
    assert isinstance(event, HintGiven)
    return event


def test_hints_take_choices_away_from_whoever_asks_and_cost_nobody_else() -> None:
    game = begun()
    first, second = hinted(game.hint(BEN, 1, at(20))), hinted(game.hint(BEN, 1, at(20)))
    assert (first.player, first.number, second.number) == (BEN, 1, 2)
    assert game.hints == {BEN.id: (first, second)}
    assert set(second.removed) > set(first.removed)
    assert refusal(game.hint(BEN, 1, at(20))) is Refusal.NO_HINT_LEFT
    assert refusal(game.answer(BEN, second.removed[0], 1, at(20))) is Refusal.NO_SUCH_CHOICE
    assert locked(game.answer(CAT, second.removed[0], 1, at(20))).hints == 0
    assert hinted(game.hint(ANN, 1, at(20))).removed == first.removed
    for player in (ANN, BEN, CAT):
        game.answer(player, RIGHT, 1, at(20))
    assert [(award.player, award.points) for award in closed(game.tick(at(20))).awards] == [
        (CAT, 10),
        (ANN, 7),
        (BEN, 5),
    ]


def test_a_hint_after_an_answer_costs_only_those_who_then_change_it() -> None:
    game = begun()
    for player in (ANN, BEN):
        game.answer(player, RIGHT if player is ANN else WRONG, 1, at(20))
        game.hint(player, 1, at(20))
    game.answer(BEN, RIGHT, 1, at(20))
    assert [(award.player, award.points) for award in closed(game.tick(at(20))).awards] == [
        (ANN, 10),
        (BEN, 7),
    ]


def test_true_or_false_has_no_hint() -> None:
    assert refusal(begun([choice_question(choices=2)]).hint(ANN, 1, at(1))) is Refusal.NO_HINT_LEFT


def test_clues_come_by_themselves_for_everybody_and_share_the_clock() -> None:
    game = begun([clue_question(clues=4)])
    assert game.deadline == at(5)
    assert game.tick(at(4.9)) == ()
    assert game.tick(at(5)) == (HintGiven(at(5), 1, 1, "clue 1"),)
    assert game.deadline == at(10)
    assert refusal(game.hint(ANN, 1, at(6))) is Refusal.NO_HINT_LEFT
    game.tick(at(15))
    assert ([clue.text for clue in game.clues], game.deadline) == (["clue 1", "clue 2", "clue 3"], at(20))
    assert locked(game.answer(ANN, "nobody", 1, at(16))).hints == 3
    assert isinstance(game.tick(at(20))[0], RoundClosed)


def test_who_plays_alone_may_have_the_next_clue_at_once() -> None:
    game = begun([clue_question(clues=3)], solo=True)
    assert game.hint(ANN, 1, at(1)) == (HintGiven(at(1), 1, 1, "clue 1"),)
    assert hinted(game.hint(ANN, 1, at(2))).text == "clue 2"
    assert refusal(game.hint(ANN, 1, at(3))) is Refusal.NO_HINT_LEFT
    assert game.deadline == at(20)


def test_a_late_tick_gives_all_clues_that_are_due() -> None:
    outcome = begun([clue_question(clues=4)]).tick(at(11))
    assert [event.text for event in outcome if isinstance(event, HintGiven)] == ["clue 1", "clue 2"]


def play_rounds(game: Game, *rounds: Sequence[Player]) -> None:
    """Have these answer in one round each, to its end, and the next question asked."""
    for players in rounds:
        for player in players:
            game.answer(player, WRONG, game.round, game.asked_at)
        game.tick(game.round_deadline)
        go_on(game, game.deadline or 0)


def votes(game: Game, player: Player) -> tuple[int, int]:
    """The votes after this one, and how many it takes."""
    voted = game.vote_skip(player, game.round, game.asked_at + 1)[0]
    assert isinstance(voted, SkipVoted)
    return voted.votes, voted.needed


@pytest.mark.parametrize(("players", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (25, 13)])
def test_more_than_half_of_those_who_play_skip_a_question(players: int, needed: int) -> None:
    game = begun(choice_questions(5))
    voters = crowd(players)
    play_rounds(game, voters, voters)
    for count, voter in enumerate(voters[:needed], start=1):
        assert game.phase is Phase.ASKING
        assert votes(game, voter) == (count, needed)
    assert game.closed is not None
    assert (game.closed.round, game.closed.reason) == (3, CloseReason.SKIPPED)


def test_a_skip_takes_no_answer_away_that_was_locked_in() -> None:
    game = begun()
    game.answer(BEN, RIGHT, 1, at(10))
    outcome = game.vote_skip(ANN, 1, at(11))
    assert closed(outcome).reason is CloseReason.SKIPPED
    assert [(award.player, award.points) for award in closed(outcome).awards] == [(BEN, 12)]


def test_those_of_this_round_and_the_two_before_count_as_playing() -> None:
    four = crowd(4)
    for rounds, needed in (([[], [], four], 4), ([[], four, []], 4), ([four, [], []], 2)):
        game = begun(choice_questions(9), idle_rounds=0)
        play_rounds(game, *rounds)
        game.answer(BEN, WRONG, 4, game.asked_at)
        game.answer(CAT, WRONG, 4, game.asked_at)
        assert votes(game, BEN) == (1, needed)


def test_who_votes_stays_in() -> None:
    game = begun(choice_questions(9))
    play_rounds(game, [BEN, CAT], [BEN])
    assert votes(game, CAT) == (1, 2)
    play_rounds(game, [BEN], [BEN])
    assert votes(game, CAT) == (1, 2)


def test_who_does_not_play_has_no_vote() -> None:
    game = begun(choice_questions(9), idle_rounds=0)
    for round in range(1, 6):
        for stranger in (BEN, CAT):
            assert refusal(game.vote_skip(stranger, round, game.asked_at + 1)) is Refusal.NOT_PLAYING
        play_rounds(game, [])


def test_who_joins_is_in_and_may_vote() -> None:
    game = begun(choice_questions(9))
    assert game.join(BEN, at(1)) == (PlayerJoined(at(1), BEN),)
    assert game.join(BEN, at(1)) == ()
    assert game.present == {ANN.id, BEN.id}
    assert votes(game, BEN) == (1, 2)


def test_who_answers_first_does_not_skip_the_first_questions_alone() -> None:
    game = begun(choice_questions(9))
    game.answer(BEN, WRONG, 1, at(0.3))
    assert votes(game, BEN) == (1, 2)


def test_one_who_plays_alone_skips_alone() -> None:
    game = begun(choice_questions(9))
    play_rounds(game, [BEN], [BEN])
    assert votes(game, BEN) == (1, 1)


def test_the_starter_or_a_quizmaster_skips_at_once() -> None:
    for player, at_once in ((ANN, False), (BEN, True)):
        game = begun()
        for other in crowd(4):
            game.answer(other, RIGHT, 1, at(1))
        game.answer(CAT, RIGHT, 1, at(1))
        game.vote_skip(CAT, 1, at(1))
        voted, closed = game.vote_skip(player, 1, at(2), at_once=at_once)
        assert voted == SkipVoted(at(2), 1, player, 2, 2)
        assert isinstance(closed, RoundClosed)


def test_nobody_votes_twice() -> None:
    game = begun()
    game.answer(BEN, WRONG, 1, at(1))
    game.vote_skip(BEN, 1, at(1))
    assert refusal(game.vote_skip(BEN, 1, at(2))) is Refusal.ALREADY_VOTED
    assert game.votes == {BEN.id}


def test_a_streak_ends_with_an_unanswered_question_but_not_with_a_skipped_one() -> None:
    def play(skip: bool) -> int:
        game = begun(choice_questions(3))
        game.answer(ANN, RIGHT, 1, at(20))
        game.tick(at(20))
        go_on(game, at(25))
        if skip:
            game.vote_skip(ANN, 2, at(45))
        else:
            game.tick(at(45))
        go_on(game, at(50))
        game.answer(ANN, RIGHT, 3, at(70))
        return closed(game.tick(at(70))).awards[0].streak_bonus

    assert (play(skip=True), play(skip=False)) == (1, 0)


def test_rounds_in_a_row_in_which_nobody_acts_end_the_game() -> None:
    game = begun(choice_questions(9), idle_rounds=2)
    acts: dict[int, Callable[[], Outcome]] = {
        1: lambda: game.answer(ANN, WRONG, 1, game.asked_at),
        3: lambda: game.vote_skip(ANN, 3, game.asked_at),
    }
    while game.phase is not Phase.ENDED:
        if game.phase is Phase.ASKING and game.round in acts:
            acts[game.round]()
        go_on(game, game.deadline or 0)
    assert game.ended is not None
    assert (game.round, game.ended.reason) == (5, EndReason.IDLE)


def test_without_an_idle_limit_a_game_goes_on() -> None:
    game = begun(choice_questions(9), idle_rounds=0)
    while game.round < 9:
        go_on(game, game.deadline or 0)
    assert game.phase is Phase.ASKING


def test_a_stopped_game_scores_the_answers_that_were_locked_in() -> None:
    game = begun()
    game.answer(ANN, RIGHT, 1, at(10))
    outcome = game.stop(BEN, EndReason.STOPPED, at(11))
    assert closed(outcome).reason is CloseReason.STOPPED
    ended = outcome[-1]
    assert isinstance(ended, GameEnded)
    assert (ended.by, ended.reason, ended.standings[0].points) == (BEN, EndReason.STOPPED, 12)


def test_a_stopped_game_does_not_give_away_an_unanswered_question() -> None:
    game = begun()
    assert game.stop(None, EndReason.CHANNEL_LOST, at(1)) == (GameEnded(at(1), EndReason.CHANNEL_LOST, ()),)


def test_a_game_can_be_stopped_between_two_questions() -> None:
    game = begun()
    game.answer(ANN, RIGHT, 1, at(10))
    game.tick(at(20))
    (ended,) = game.stop(ANN, EndReason.STOPPED, at(21))
    assert isinstance(ended, GameEnded)
    assert ended.standings[0].points == 12


def test_a_snapshot_goes_its_own_way() -> None:
    game = begun()
    snapshot = game.snapshot()
    game.answer(ANN, RIGHT, 1, at(1))
    assert (snapshot.answers, snapshot == begun(), game == snapshot) == ({}, True, False)
    assert game != "a game"


def test_a_journal_that_does_not_follow_from_the_rules_is_refused() -> None:
    _, events = begun_with_events()
    answer = AnswerLocked(at(1), 2, Player(1, "Ann"), RIGHT, Mark.CORRECT, 1, 0)
    for broken in ([], events[1:], [*events, events[0]], [*events, events[1]], [*events, answer]):
        with pytest.raises(InvalidJournal):
            Game.replay(broken, exact_judge)


def test_a_journal_that_asks_more_questions_than_there_are_is_refused() -> None:
    game, events = begun_with_events(choice_questions(1))
    journal = [*events, *events_of(game.shown(1, "m1", START)), closed(game.tick(at(20)))]
    with pytest.raises(InvalidJournal, match="speaks of round 2, of 1"):
        Game.replay([*journal, QuestionAsked(at(25), 2, at(45))], exact_judge)


def test_a_journal_cut_after_the_start_asks_the_first_question() -> None:
    _, events = begun_with_events()
    game = Game.replay(events[:1], exact_judge)
    assert game.tick(at(100)) == (QuestionAsked(at(100), 1, at(120)),)


def test_a_journal_cut_before_the_end_ends_at_the_next_tick() -> None:
    game, events = begun_with_events(choice_questions(1))
    shown = events_of(game.shown(1, "m1", START))
    outcome = game.tick(at(20))
    again = Game.replay([*events, *shown, closed(outcome)], exact_judge)
    assert again.tick(at(20)) == outcome[1:]
