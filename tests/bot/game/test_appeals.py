"""A player says that a typed answer was right after all."""

from __future__ import annotations

import pytest

from bot.game.appeals import AFTER_END
from bot.game.events import AppealDecided, AppealMade, Award, Player, Refusal, RoundClosed
from bot.game.game import Game
from bot.game.summary import summary_of
from tests.support.games import at, begun, begun_with_events, events_of, go_on, refusal
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import exact_judge, nearest_question, typed_question

QUESTIONS = [typed_question(f"q{number}", "Krysten Ritter") for number in range(1, 5)]
RIGHT, WRONG, CLOSE = "Krysten Ritter", "Kristin R", "Krysten"


def played(**guesses: str) -> Game:
    """A game whose first question was answered so by "ann", "ben" and "cat" after 4 s, and has closed."""
    game = begun(QUESTIONS)
    for player in (ANN, BEN, CAT):
        if guess := guesses.get(player.name.lower()):
            game.answer(player, guess, 1, at(4))
    game.tick(at(20))
    assert game.closed is not None
    return game


def rule(game: Game, player: Player, *, accept: bool = True, round: int = 1) -> tuple[AppealDecided, Award]:
    """Have the appeal of a player decided; what was decided, and the award of that round then."""
    game.appeal(player, round, at(22))
    (decided,) = game.rule(ANN, round, player.id, at(22), accept=accept, at_once=True)
    assert isinstance(decided, AppealDecided)
    return decided, decided.revisions[0].after


@pytest.mark.parametrize("guess", [WRONG, CLOSE])
def test_an_accepted_answer_is_worth_what_it_would_have_been_worth_at_once(guess: str) -> None:
    game, sure = played(ben=guess), played(ben=RIGHT)
    assert game.appeal(BEN, 1, at(22)) == (AppealMade(at(22), 1, BEN, guess),)
    (decided,) = events_of(game.rule(ANN, 1, BEN.id, at(23), accept=True))
    assert isinstance(decided, AppealDecided)
    assert decided.by == ANN
    assert game.standings == sure.standings
    assert game.closed is not None
    assert sure.closed is not None
    assert game.closed.awards == sure.closed.awards


def test_what_is_not_accepted_changes_nothing_and_cannot_be_appealed_again() -> None:
    game = played(ben=WRONG)
    before = game.standings
    game.appeal(BEN, 1, at(22))
    (decided,) = game.rule(ANN, 1, BEN.id, at(22), accept=False)
    assert isinstance(decided, AppealDecided)
    assert not decided.revisions
    assert game.standings == before
    assert refusal(game.appeal(BEN, 1, at(23))) is Refusal.ALREADY_APPEALED
    assert refusal(game.rule(ANN, 1, BEN.id, at(23), accept=True)) is Refusal.APPEAL_OVER


def test_the_streak_goes_on_through_an_accepted_answer_and_later_bonuses_follow() -> None:
    games = [begun(QUESTIONS), begun(QUESTIONS)]
    for game, second in zip(games, (WRONG, RIGHT), strict=True):
        for number, guess in enumerate((RIGHT, second, RIGHT), 1):
            game.answer(BEN, guess, number, at(30 * number - 26))
            game.tick(at(30 * number))
            if number == 2:
                game.appeal(BEN, 2, at(60))
            go_on(game, at(30 * number + 5))
    appealed, sure = games
    assert appealed.standings != sure.standings
    decided = events_of(appealed.rule(ANN, 2, BEN.id, at(100), accept=True))[0]
    assert isinstance(decided, AppealDecided)
    assert [revision.round for revision in decided.revisions] == [2, 3]
    assert appealed.standings == sure.standings
    for game in games:
        game.answer(BEN, RIGHT, 4, at(101))
        game.tick(at(130))
    assert appealed.standings == sure.standings


def test_an_appeal_may_be_made_until_the_next_question_closes() -> None:
    game = played(ben=WRONG)
    go_on(game, at(30))
    assert isinstance(game.snapshot().appeal(BEN, 1, at(40))[0], AppealMade)
    game.tick(at(60))
    assert refusal(game.appeal(BEN, 1, at(61))) is Refusal.APPEAL_TOO_LATE


def test_an_appeal_that_was_made_in_time_may_be_decided_later() -> None:
    game = played(ben=WRONG)
    game.appeal(BEN, 1, at(22))
    go_on(game, at(30))
    game.tick(at(60))
    assert isinstance(game.rule(ANN, 1, BEN.id, at(70), accept=True)[0], AppealDecided)


@pytest.mark.parametrize(
    ("guesses", "reason"),
    [({"ben": RIGHT}, Refusal.NOTHING_TO_APPEAL), ({"ann": WRONG}, Refusal.NOTHING_TO_APPEAL)],
)
def test_who_was_right_or_gave_no_answer_has_nothing_to_appeal(
    guesses: dict[str, str], reason: Refusal
) -> None:
    assert refusal(played(**guesses).appeal(BEN, 1, at(22))) is reason


def test_where_the_nearest_wins_there_is_nothing_to_appeal() -> None:
    game = begun([nearest_question(), *QUESTIONS])
    game.answer(BEN, "20", 1, at(1))
    game.tick(at(20))
    assert refusal(game.appeal(BEN, 1, at(21))) is Refusal.NOTHING_TO_APPEAL


def test_the_starter_decides_for_others_and_only_a_quizmaster_for_the_starter() -> None:
    game = played(ann=WRONG, ben=WRONG)
    game.appeal(BEN, 1, at(22))
    game.appeal(ANN, 1, at(22))
    assert refusal(game.rule(CAT, 1, BEN.id, at(23), accept=True)) is Refusal.NOT_YOURS
    assert refusal(game.rule(ANN, 1, ANN.id, at(23), accept=True)) is Refusal.NOT_YOURS
    assert refusal(game.rule(ANN, 1, CAT.id, at(23), accept=True)) is Refusal.APPEAL_OVER
    assert events_of(game.rule(ANN, 1, BEN.id, at(23), accept=True))
    assert events_of(game.rule(CAT, 1, ANN.id, at(23), accept=True, at_once=True))


def test_the_last_question_can_be_appealed_for_ten_minutes_after_the_end() -> None:
    game, events = begun_with_events(QUESTIONS[:1])
    journal = [*events, *events_of(game.shown(1, "m1", at(0)))]
    journal += events_of(game.answer(BEN, WRONG, 1, at(4)))
    journal += events_of(game.tick(at(20)))
    assert game.ended is not None
    late = Game.replay(journal, exact_judge)
    assert refusal(late.appeal(BEN, 1, at(21) + AFTER_END)) is Refusal.APPEAL_TOO_LATE
    journal += events_of(game.appeal(BEN, 1, at(30)))
    journal += events_of(game.rule(ANN, 1, BEN.id, at(31), accept=True))
    assert game.standings[0].player == BEN
    assert Game.replay(journal, exact_judge) == game
    summary = summary_of(journal)
    assert summary is not None
    assert summary.standings == game.standings
    assert summary.marks(BEN.id) == (True,)
    assert isinstance(journal[4], RoundClosed)
    assert not journal[4].awards[0].correct
