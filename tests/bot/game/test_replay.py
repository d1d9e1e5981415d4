"""Any sequence of inputs at any times: what always holds of a game."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    Award,
    CloseReason,
    EndReason,
    Event,
    GameEnded,
    GuessedClose,
    Refused,
    RoundClosed,
)
from bot.game.game import Game, Outcome, Phase
from bot.game.revising import revised
from tests.support.fakes import START
from tests.support.games import rules
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import (
    choice_question,
    clue_question,
    exact_judge,
    nearest_question,
    typed_question,
)

QUESTIONS = st.sampled_from(
    [
        choice_question("c4"),
        choice_question("c2", choices=2, level=3),
        typed_question("t"),
        typed_question("long", prompt="word " * 50),
        clue_question("clues"),
        nearest_question("n"),
    ]
)
PLAYERS = st.sampled_from([ANN, BEN, CAT])
GUESSES = st.sampled_from(
    [0, 1, 2, 3, 7, -1, "", "krysten ritter", "Krysten", "13", "12", "twenty", "nobody"]
)
STEPS = st.one_of(st.just(0.0), st.floats(-30, 30), st.sampled_from([1.0, 5.0, 20.0]))
FORMS = st.fixed_dictionaries(
    {
        "lobby_seconds": st.sampled_from([0.0, 10.0]),
        "race": st.booleans(),
        "target": st.sampled_from([0, 0, 25]),
        "lives": st.sampled_from([0, 0, 1]),
        "teams": st.sampled_from([0, 2]),
    }
)
ROUND_OFF = st.sampled_from([0, 0, 0, 0, 1, -1])


class AnyGame(RuleBasedStateMachine):
    """Makes inputs of all sorts, with a clock that jumps both ways."""

    @initialize(
        questions=st.lists(QUESTIONS, min_size=1, max_size=4),
        solo=st.booleans(),
        idle_rounds=st.integers(0, 2),
        pause=st.sampled_from([0.0, 5.0]),
        form=FORMS,
    )
    def start(  # type: ignore[no-untyped-def]
        self, questions, solo: bool, idle_rounds: int, pause: float, form
    ) -> None:
        self.now = START
        given = rules(solo=solo, idle_rounds=idle_rounds, pause_seconds=pause, **form)
        self.game, events = Game.start(questions, given, ANN, self.now, exact_judge)
        self.events: list[Event] = list(events)

    def take(self, before: Game, outcome: Outcome) -> None:
        events = [event for event in outcome if not isinstance(event, Refused)]
        self.events += events
        if not events:
            assert self.game == before
        if len(events) < len(outcome):
            assert len(outcome) == 1 or isinstance(outcome[0], GuessedClose)
        for event in events:
            if isinstance(event, AnswerLocked):
                assert before.left is not None or event.at <= before.round_deadline
                assert 0 <= event.elapsed <= before.seconds + 1e-6

    @rule(player=PLAYERS, guess=GUESSES, off=ROUND_OFF, step=STEPS)
    def answer(self, player, guess, off: int, step: float) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.answer(player, guess, self.game.round + off, self.now))

    @rule(player=PLAYERS, off=ROUND_OFF, step=STEPS)
    def hint(self, player, off: int, step: float) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.hint(player, self.game.round + off, self.now))

    @rule(player=PLAYERS, off=ROUND_OFF, step=STEPS)
    def vote(self, player, off: int, step: float) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.vote_skip(player, self.game.round + off, self.now))

    @rule(player=PLAYERS, off=ROUND_OFF, step=STEPS, at_once=st.booleans())
    def go_on(self, player, off: int, step: float, at_once: bool) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        round = self.game.round + off
        self.take(before, self.game.go_on(player, round, self.now, at_once=at_once))

    @rule(player=PLAYERS, off=ROUND_OFF, step=STEPS)
    def appeal(self, player, off: int, step: float) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        closed = before.closed
        self.take(before, self.game.appeal(player, (closed.round if closed else 0) + off, self.now))

    @rule(by=PLAYERS, player=PLAYERS, back=st.integers(0, 2), accept=st.booleans(), at_once=st.booleans())
    def decide_appeal(self, by, player, back: int, accept: bool, at_once: bool) -> None:  # type: ignore[no-untyped-def]
        before = self.game.snapshot()
        round = self.game.round - back
        self.take(before, self.game.rule(by, round, player.id, self.now, accept=accept, at_once=at_once))

    @rule(player=PLAYERS, team=st.sampled_from([None, 0, 1, 2]), step=STEPS)
    def join(self, player, team, step: float) -> None:  # type: ignore[no-untyped-def]
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.join(player, self.now, team))

    @rule(handle=st.sampled_from(["m1", "m2"]), off=ROUND_OFF, step=STEPS)
    def shown(self, handle: str, off: int, step: float) -> None:
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.shown(self.game.round + off, handle, self.now))

    @rule(off=ROUND_OFF, step=STEPS)
    def hidden(self, off: int, step: float) -> None:
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.hidden(self.game.round + off, self.now))

    @rule(off=ROUND_OFF, step=STEPS)
    def leave_out(self, off: int, step: float) -> None:
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.leave_out(self.game.round + off, self.now))

    @rule(away=st.floats(-10, 1e5), step=STEPS)
    def resume(self, away: float, step: float) -> None:
        self.now += away + step
        before = self.game.snapshot()
        self.take(before, self.game.resume(self.now, away))

    @rule(by=st.floats(-1e5, 1e5))
    def move_clock(self, by: float) -> None:
        self.now = max(self.now, self.game.at) + by
        before = self.game.snapshot()
        self.take(before, self.game.move_clock(self.now, by))

    @rule(step=STEPS)
    def tick(self, step: float) -> None:
        self.now += step
        before = self.game.snapshot()
        self.take(before, self.game.tick(self.now))

    @rule()
    def tick_when_due(self) -> None:
        before = self.game.snapshot()
        if before.deadline is not None:
            self.now = before.deadline
            outcome = self.game.tick(self.now)
            assert outcome, "a tick that was due brought nothing"
            self.take(before, outcome)

    @rule(share=st.integers(0, 9), reason=st.sampled_from(EndReason))
    def stop(self, share: int, reason: EndReason) -> None:
        if share == 0:
            before = self.game.snapshot()
            self.take(before, self.game.stop(BEN, reason, self.now))

    @invariant()
    def replay_gives_the_same_game(self) -> None:
        assert Game.replay(self.events, exact_judge) == self.game

    @invariant()
    def every_award_is_given_once_and_is_not_negative(self) -> None:
        awards = [
            (event.round, award.player.id, award.points)
            for event in self.events
            if isinstance(event, RoundClosed)
            for award in event.awards
        ]
        assert len({award[:2] for award in awards}) == len(awards)
        won = {award[:2]: award[2] for award in awards}
        for event in self.events:
            if isinstance(event, AppealDecided):
                for revision in event.revisions:
                    key = (revision.round, revision.after.player.id)
                    assert won.get(key) == (revision.before.points if revision.before else None)
                    won[key] = revision.after.points
        assert all(points >= 0 for points in won.values())
        assert sum(row.points for row in self.game.standings) == sum(won.values())

    def awards_now(self) -> list[tuple[Award, ...]]:
        """Of each closed round, appeals included."""
        closings = [event for event in self.events if isinstance(event, RoundClosed)]
        for event in self.events:
            if isinstance(event, AppealDecided):
                closings = list(revised(closings, event))
        return [closed.awards for closed in closings]

    @invariant()
    def every_streak_is_that_of_the_awards_in_their_order(self) -> None:
        closed = [event for event in self.events if isinstance(event, RoundClosed)]
        for player in (ANN, BEN, CAT):
            streak = 0
            for round, awards in zip(closed, self.awards_now(), strict=True):
                own = next((award for award in awards if award.player.id == player.id), None)
                if own is not None:
                    assert own.streak == (streak + 1 if own.correct else 0)
                    streak = own.streak
                elif round.reason not in (CloseReason.SKIPPED, CloseReason.LEFT_OUT):
                    streak = 0

    @invariant()
    def every_answer_that_was_locked_in_is_scored(self) -> None:
        locked = {(event.round, event.player.id) for event in self.events if isinstance(event, AnswerLocked)}
        scored = {
            (event.round, award.player.id)
            for event in self.events
            if isinstance(event, RoundClosed)
            for award in event.awards
        }
        open_round = self.game.round if self.game.phase is Phase.ASKING else None
        assert {one for one in locked if one[0] != open_round} == scored

    @invariant()
    def a_clock_that_stands_still_has_as_much_left_as_ever(self) -> None:
        left = self.game.left
        assert (left is None) or self.game.phase is Phase.ASKING
        assert left is None or -1e-6 <= left <= self.game.seconds + 1e-6

    @invariant()
    def there_is_a_deadline_until_the_end(self) -> None:
        assert (self.game.deadline is None) == (self.game.phase is Phase.ENDED)
        assert sum(isinstance(event, GameEnded) for event in self.events) == (self.game.phase is Phase.ENDED)


AnyGame.TestCase.settings = settings(max_examples=120, stateful_step_count=40)
TestAnyGame = AnyGame.TestCase
