"""One quiz, without I/O: inputs and the time go in, events come out and have changed the game.

The events are the journal of the game; replayed, they give exactly the same game.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.game import appeals, decide
from bot.game.decide import Decision, Judge
from bot.game.events import (
    AnswerLocked,
    Award,
    EndReason,
    Event,
    GameEnded,
    Guess,
    HintGiven,
    Player,
    Refused,
    RoundClosed,
    Standing,
)
from bot.game.evolving import InvalidJournal, evolve
from bot.game.revising import Appeal
from bot.game.rules import ANY, Rules, Selection
from bot.game.standings import standings
from bot.game.state import Phase, State
from bot.game.summary import Summary, summary
from questions.question import Question

__all__ = ["Game", "InvalidJournal", "Judge", "Phase"]
Outcome = tuple[Event | Refused, ...]
"""The events of an input, or one refusal; a close guess is both, an event and the refusal."""


class Game:
    """A quiz that is played.

    Times are in seconds since 1970 UTC; one before the last event counts as the time of that event. An input
    returns its events, or one refusal and has changed nothing.
    """

    def __init__(self, state: State, judge: Judge) -> None:
        self._state = state
        self._judge = judge

    @classmethod
    def start(
        cls,
        questions: Sequence[Question],
        rules: Rules,
        starter: Player,
        now: float,
        judge: Judge,
        selection: Selection = ANY,
    ) -> tuple[Game, tuple[Event, ...]]:
        """A new game, and the events that began it: its start, and the first question where it has no lobby.

        It has ``rules.rounds`` rounds, or fewer if there are fewer questions; ValueError if there are none.
        """
        events = decide.start(questions, rules, starter, now, selection)
        return cls.replay(events, judge), events

    @classmethod
    def replay(cls, events: Iterable[Event], judge: Judge) -> Game:
        """The game that these events gave. Raises InvalidJournal if they do not follow from each other."""
        state = None
        for event in events:
            state = evolve(state, event)
        if state is None:
            raise InvalidJournal("there are no events")
        return cls(state, judge)

    def snapshot(self) -> Game:
        """The game as it is now; what happens to one of the two does not touch the other."""
        return Game(self._state, self._judge)

    def join(self, player: Player, now: float, team: int | None = None) -> Outcome:
        """The player is in: rounds wait for their answer, and they may vote; no event if that is known.

        In the lobby they may choose a team, and change it.
        """
        return self._take(decide.join(self._state, player, self._time(now), team))

    def answer(self, player: Player, guess: Guess, round: int, now: float) -> Outcome:
        """Lock in the index of a choice or a typed text; until the deadline a later answer replaces it."""
        return self._take(decide.answer(self._state, self._judge, player, guess, round, self._time(now)))

    def hint(self, player: Player, round: int, now: float) -> Outcome:
        """Give the player the next hint of this round."""
        return self._take(decide.hint(self._state, player, round, self._time(now)))

    def vote_skip(self, player: Player, round: int, now: float, *, at_once: bool = False) -> Outcome:
        """Vote to drop this question; enough votes close the round, or this one ``at_once``."""
        return self._take(decide.vote_skip(self._state, player, round, self._time(now), at_once=at_once))

    def go_on(self, player: Player, round: int, now: float, *, at_once: bool = False) -> Outcome:
        """Go on from the lobby (round 0) or an answer on show: for the starter, or anybody ``at_once``."""
        return self._take(decide.go_on(self._state, player, round, self._time(now), at_once=at_once))

    def appeal(self, player: Player, round: int, now: float) -> Outcome:
        """Say that what the player typed in the round that closed last was right."""
        return self._take(appeals.appeal(self._state, player, round, self._time(now)))

    def rule(
        self,
        by: Player,
        round: int,
        player: int,
        now: float,
        *,
        accept: bool,
        at_once: bool = False,
    ) -> Outcome:
        """Decide a player's appeal: for the starter, or anybody ``at_once``."""
        now = self._time(now)
        return self._take(appeals.rule(self._state, by, round, player, now, accept=accept, at_once=at_once))

    def appeal_of(self, round: int, player: int) -> Appeal | None:
        """The appeal of a player about a round, if they have made one."""
        return self._state.appeals.get((round, player))

    def award_of(self, round: int, player: int) -> Award | None:
        """What a player got in a closed round, appeals included."""
        closings = (one for one in self._state.closings if one.round == round)
        awards = (award for closed in closings for award in closed.awards)
        return next((award for award in awards if award.player.id == player), None)

    def stop(self, by: Player | None, reason: EndReason, now: float) -> Outcome:
        """End the game. Whether ``by`` may do that is for the caller to say."""
        return self._take(decide.stop(self._state, by, reason, self._time(now)))

    def shown(self, round: int, handle: str, now: float) -> Outcome:
        """The question of the round stands at ``handle``; no event if that is known."""
        return self._take(decide.shown(self._state, round, handle, self._time(now)))

    def hidden(self, round: int, now: float) -> Outcome:
        """The question of the round cannot be seen or answered until it is shown again."""
        return self._take(decide.hidden(self._state, round, self._time(now)))

    def leave_out(self, round: int, now: float) -> Outcome:
        """The question of the round cannot be shown, and is given up; no event if it stands after all."""
        return self._take(decide.leave_out(self._state, round, self._time(now)))

    def resume(self, now: float, away: float) -> Outcome:
        """Go on after the bot was away for so many seconds; a clock set back meanwhile does no harm."""
        return self._take(decide.resume(self._state, now, away))

    def move_clock(self, now: float, by: float) -> Outcome:
        """Move along with the clock, which was moved by so many seconds and now shows ``now``."""
        return self._take(decide.move_clock(self._state, now, by))

    def tick(self, now: float) -> Outcome:
        """What the time brings; nothing before ``deadline``."""
        return self._take(decide.tick(self._state, self._time(now)))

    def _time(self, now: float) -> float:
        return max(now, self._state.at)

    def _take(self, decision: Decision) -> Outcome:
        if isinstance(decision, Refused):
            return (decision,)
        state = self._state
        for event in decision:
            if not isinstance(event, Refused):
                state = evolve(state, event)
        self._state = state
        return decision

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Game) and self._state == other._state

    __hash__ = None  # type: ignore[assignment]  # a game changes

    def __repr__(self) -> str:
        return f"<Game {self.phase}, round {self.round} of {len(self.questions)}>"

    # The state is handed out piece by piece, so that nobody keeps a whole one that the next input outdates.

    @property
    def at(self) -> float:
        """The time of the last event."""
        return self._state.at

    @property
    def starter(self) -> Player:
        """Who started the game."""
        return self._state.starter

    @property
    def rules(self) -> Rules:
        """The rules it is played by."""
        return self._state.rules

    @property
    def selection(self) -> Selection:
        """What its questions were drawn by."""
        return self._state.selection

    @property
    def joined(self) -> tuple[Player, ...]:
        """Those who said that they are in, in their order."""
        return self._state.joined

    @property
    def teams(self) -> Mapping[int, int]:
        """Who plays in which team, from 0, by player id."""
        return self._state.teams

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, one a round."""
        return self._state.questions

    @property
    def phase(self) -> Phase:
        """Where the game stands."""
        return self._state.phase

    @property
    def round(self) -> int:
        """The round that is or was open last, from 1."""
        return self._state.round

    @property
    def question(self) -> Question:
        """The question of this round."""
        return self._state.question

    @property
    def asked_at(self) -> float:
        """When the clock of this round began, moved by the time for which it stood still."""
        return self._state.asked_at

    @property
    def round_deadline(self) -> float:
        """When this round closes: the last instant at which an answer counts."""
        return self._state.round_deadline

    @property
    def left(self) -> float | None:
        """Seconds left on the clock of this round while it stands still; None while it runs."""
        return self._state.left

    @property
    def deadline(self) -> float | None:
        """When ``tick`` is due next; None once the game has ended."""
        return self._state.deadline

    @property
    def answers(self) -> Mapping[int, AnswerLocked]:
        """The answers locked in for this round, by player id."""
        return self._state.answers

    @property
    def seconds(self) -> float:
        """The length of this round's clock."""
        return self._state.seconds

    @property
    def present(self) -> frozenset[int]:
        """The ids of the players who are in."""
        return self._state.present

    @property
    def gathered(self) -> bool:
        """Whether it is known who is in."""
        return self._state.gathered

    @property
    def everybody(self) -> bool:
        """Whether all who are in have answered, so that the round is about to close."""
        return self._state.everybody

    @property
    def clues(self) -> tuple[HintGiven, ...]:
        """The clues that this round has given to everybody, after the one in the question."""
        return self._state.clues

    @property
    def hints(self) -> Mapping[int, tuple[HintGiven, ...]]:
        """The hints of this round, by the id of the player who has them."""
        return self._state.hints

    @property
    def votes(self) -> frozenset[int]:
        """The ids of the players who voted to skip this question."""
        return self._state.votes

    @property
    def handle(self) -> str | None:
        """The stage's own name for where this round's question stands, or stood last."""
        return self._state.handle

    @property
    def closed(self) -> RoundClosed | None:
        """The last round that closed."""
        return self._state.closed

    def lives_left(self, player: int) -> int:
        """How many wrong answers a player can still give, where there are lives."""
        return self._state.lives_left(player)

    @property
    def summary(self) -> Summary:
        """What the rounds so far look like from their end."""
        return summary(self.questions, self._state.closings, self.standings)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The players who have answered, best first."""
        return standings(self._state.tallies.values())

    @property
    def ended(self) -> GameEnded | None:
        """How the game ended, if it has."""
        return self._state.ended
