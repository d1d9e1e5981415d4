"""What each input makes of a game: pure functions from a state, an input and the time to events or a refusal.

``now`` is in seconds since 1970 UTC and not before ``state.at``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from bot.game import hints, scoring
from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    CloseReason,
    EndReason,
    Event,
    GameEnded,
    GameResumed,
    GameStarted,
    Guess,
    Player,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    Refusal,
    Refused,
    RoundClosed,
    SkipVoted,
)
from bot.game.nearest import number_in
from bot.game.rules import Rules
from bot.game.seen import is_seen
from bot.game.standings import standings
from bot.game.state import Phase, State, evolve
from questions.judging.verdict import Mark, Reason, Verdict
from questions.question import Question

Judge = Callable[[Question, str], Verdict]
"""Judges a typed guess at a question."""

Decision = tuple[Event, ...] | Refused

MAX_GUESS = 500
"""Characters of a typed guess that are read; the rest is cut off."""

SHOWN_GRACE = 1.0
"""Seconds that a question may take to come up, or be away, before its deadline is moved."""

LEFT_OUT_LIMIT = 3
"""So many questions in a row that could not be shown end the game."""


class Input(Enum):
    """What can come from outside, besides the passing of time."""

    ANSWER = auto()
    HINT = auto()
    VOTE_SKIP = auto()
    SHOWN = auto()
    HIDDEN = auto()
    LEAVE_OUT = auto()
    STOP = auto()
    RESUME = auto()
    MOVE_CLOCK = auto()


_PLAYED = {Input.ANSWER, Input.HINT, Input.VOTE_SKIP}

REFUSED: Mapping[Phase, Mapping[Input, Refusal]] = {
    Phase.ASKING: {},
    Phase.REVEALING: dict.fromkeys(_PLAYED | {Input.HIDDEN, Input.LEAVE_OUT}, Refusal.NOT_ASKING),
    Phase.ENDED: dict.fromkeys(Input, Refusal.ENDED),
}
"""Which inputs a phase refuses."""


def start(questions: Sequence[Question], rules: Rules, starter: Player, now: float) -> tuple[Event, ...]:
    """A new game that asks its first question; ValueError without questions.

    It keeps the first ``rules.rounds`` questions, and is shorter if there are fewer.
    """
    if not questions:
        raise ValueError("a game needs a question")
    started = GameStarted(now, starter, rules, tuple(questions[: rules.rounds]))
    return (started, _ask(evolve(None, started), now))


def answer(state: State, judge: Judge, player: Player, guess: Guess, round: int, now: float) -> Decision:
    """Lock an answer in, or change it; in a solo game that closes the round."""
    refused = _unfit(state, Input.ANSWER, round, now)
    if refused:
        return refused
    if isinstance(guess, str):
        guess = " ".join(guess.split())[:MAX_GUESS]
    earlier = state.answers.get(player.id)
    if earlier is not None and earlier.guess == guess:
        return Refused(Refusal.SAME_ANSWER)
    mark = _mark(state, judge, guess)
    if isinstance(mark, Refused):
        return mark
    locked = AnswerLocked(now, round, player, guess, mark, state.elapsed(now), len(state.hints))
    if not state.rules.solo:
        return (locked,)
    return (locked, *_close(evolve(state, locked), CloseReason.ANSWERED, now))


def hint(state: State, round: int, now: float) -> Decision:
    """Give everyone the next hint."""
    refused = _unfit(state, Input.HINT, round, now)
    if refused:
        return refused
    if not state.hints_left:
        return Refused(Refusal.NO_HINT_LEFT)
    return (hints.give(state.question, round, len(state.hints) + 1, now),)


def vote_skip(state: State, player: Player, round: int, now: float, *, at_once: bool = False) -> Decision:
    """Count a vote against the question; with enough of them the round closes, and its answers are scored.

    It takes more than half of those who answered or voted in this round or the two before; at first the
    starter counts among them. Somebody who has never answered needs company. The starter's vote is enough,
    and so is any vote ``at_once``. In a solo game a vote also goes on from an answer on show.
    """
    if state.rules.solo and state.phase is Phase.REVEALING and round == state.round:
        return (_go_on(state, now),)
    refused = _unfit(state, Input.VOTE_SKIP, round, now)
    if refused:
        return refused
    if player.id in state.votes:
        return Refused(Refusal.ALREADY_VOTED)
    votes = state.votes | {player.id}
    if at_once or player.id == state.starter.id:
        needed = len(votes)
    else:
        plays = player.id in state.tallies or player.id in state.answers
        needed = max(len(votes | state.active) // 2 + 1, 1 if plays else 2)
    voted = SkipVoted(now, round, player, len(votes), needed)
    if len(votes) < needed:
        return (voted,)
    return (voted, *_close(evolve(state, voted), CloseReason.SKIPPED, now))


def stop(state: State, by: Player | None, reason: EndReason, now: float) -> Decision:
    """End the game; the answers of an open round are scored first."""
    return _unfit(state, Input.STOP, state.round, now) or _stop(state, by, reason, now)


def shown(state: State, round: int, handle: str, now: float) -> Decision:
    """The question stands in its channel: its clock runs, moved by the time for which it stood still."""
    refused = _unfit(state, Input.SHOWN, round, now)
    if refused:
        return refused
    if handle == state.handle and state.halted_at is None:
        return ()
    delay = 0.0 if state.halted_at is None else now - state.halted_at
    moved = delay if delay > SHOWN_GRACE else 0.0
    return (QuestionShown(now, round, handle, state.round_deadline + moved),)


def hidden(state: State, round: int, now: float) -> Decision:
    """The question can no longer be seen or answered: its clock stands still, if it has not run out."""
    refused = _unfit(state, Input.HIDDEN, round, now)
    if refused:
        return refused
    runs = state.halted_at is None and now < state.round_deadline
    return (QuestionHidden(now, round),) if runs else ()


def leave_out(state: State, round: int, now: float) -> Decision:
    """The question cannot be shown: it is closed at once, at nobody's cost."""
    refused = _unfit(state, Input.LEAVE_OUT, round, now)
    if refused:
        return refused
    return () if state.halted_at is None else _close(state, CloseReason.LEFT_OUT, now)


def resume(state: State, now: float, away: float) -> Decision:
    """Go on after ``away`` seconds in which the bot was not there.

    Here ``now`` may be before ``state.at``: the host's clock may have been set back meanwhile.
    """
    refused = _unfit(state, Input.RESUME, state.round, now)
    if refused:
        return refused
    return (GameResumed(now, min(max(away, 0.0), max(now - state.at, 0.0))),)


def move_clock(state: State, now: float, by: float) -> Decision:
    """Move along with the clock, which was put forward or back by so many seconds and now shows ``now``.

    As in ``resume``, that may be before ``state.at``.
    """
    refused = _unfit(state, Input.MOVE_CLOCK, state.round, now)
    return refused or (ClockMoved(now, by),)


def tick(state: State, now: float) -> tuple[Event, ...]:
    """What the time brings: clues, the close of the round, the next question, the end."""
    if state.deadline is None or now < state.deadline:
        return ()
    if state.phase is Phase.REVEALING:
        return (_go_on(state, now),)
    if state.halted_at is not None:
        return _stop(state, None, EndReason.CHANNEL_LOST, now)
    if now >= state.round_deadline:
        return _close(state, CloseReason.TIME, now)
    clues: list[Event] = []
    while state.next_clue_at is not None and now >= state.next_clue_at:
        clues.append(hints.give(state.question, state.round, len(state.hints) + 1, now))
        state = evolve(state, clues[-1])
    return tuple(clues)


def _unfit(state: State, what: Input, round: int, now: float) -> Refused | None:
    """The refusal of an input that does not fit the phase, the round or the clock."""
    refusal = REFUSED[state.phase].get(what)
    if refusal is Refusal.ENDED:
        return Refused(refusal)
    if round != state.round:
        return Refused(Refusal.OTHER_ROUND)
    if refusal:
        return Refused(refusal)
    if what in _PLAYED and state.halted_at is None and now > state.round_deadline:
        return Refused(Refusal.TOO_LATE)
    return None


def _mark(state: State, judge: Judge, guess: Guess) -> Mark | Refused | None:
    question = state.question
    if isinstance(guess, int):
        if not 0 <= guess < len(question.choices) or guess in state.removed:
            return Refused(Refusal.NO_SUCH_CHOICE)
        return Mark.CORRECT if guess == question.correct else Mark.WRONG
    if not is_seen(guess):
        return Refused(Refusal.EMPTY)
    verdict = judge(question, guess)
    if verdict.correct:
        return Mark.CORRECT
    if question.answer.nearest:
        return Refused(Refusal.CLOSE, Verdict(Reason.NO_NUMBER)) if number_in(guess) is None else None
    return Refused(Refusal.CLOSE, verdict) if verdict.mark is Mark.CLOSE else Mark.WRONG


def _go_on(state: State, now: float) -> Event:
    reason = _over(state)
    return _end(state, reason, now) if reason else _ask(state, now)


def _ask(state: State, now: float) -> QuestionAsked:
    return QuestionAsked(now, state.round + 1, now + state.rules.seconds)


def _close(state: State, reason: CloseReason, now: float) -> tuple[Event, ...]:
    """Close the round, and the game with it if that was the last; a pause is only for an answer on show."""
    pause = 0.0 if reason is CloseReason.LEFT_OUT else state.rules.pause_seconds
    closed = _closed(state, reason, now, next_at=now + pause)
    after = evolve(state, closed)
    over = _over(after)
    return (replace(closed, next_at=now), _end(after, over, now)) if over else (closed,)


def _closed(state: State, reason: CloseReason, now: float, next_at: float) -> RoundClosed:
    streaks = {key: tally.streak for key, tally in state.tallies.items()}
    awards = scoring.awards(state.question, tuple(state.answers.values()), state.rules.seconds, streaks)
    return RoundClosed(now, state.round, reason, awards, next_at)


def _stop(state: State, by: Player | None, reason: EndReason, now: float) -> tuple[Event, ...]:
    if state.phase is Phase.REVEALING or not state.answers:
        return (_end(state, reason, now, by),)
    closed = _closed(state, CloseReason.STOPPED, now, next_at=now)
    return (closed, _end(evolve(state, closed), reason, now, by))


def _over(state: State) -> EndReason | None:
    """Why the game ends after a closed round, if it does."""
    if state.round == len(state.questions):
        return EndReason.FINISHED
    if state.left_out >= LEFT_OUT_LIMIT:
        return EndReason.CHANNEL_LOST
    return EndReason.IDLE if 0 < state.rules.idle_rounds <= state.idle else None


def _end(state: State, reason: EndReason, now: float, by: Player | None = None) -> GameEnded:
    return GameEnded(now, reason, standings(state.tallies.values()), by)
