"""What each input makes of a game: pure functions from a state, an input and the time to events or a refusal.

``now`` is in seconds since 1970 UTC and not before ``state.at``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.game import ending, hints, joining, pace, scoring
from bot.game.events import (
    AnswerLocked,
    ClockMoved,
    CloseReason,
    EndReason,
    Event,
    EverybodyAnswered,
    GameEnded,
    GameResumed,
    GameStarted,
    Guess,
    GuessedClose,
    Player,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    Refusal,
    Refused,
    RoundClosed,
    SkipVoted,
)
from bot.game.evolving import evolve
from bot.game.fitting import Input, unfit
from bot.game.nearest import number_in
from bot.game.rules import Rules, Selection
from bot.game.seen import is_seen
from bot.game.standings import standings, team_standings, winners
from bot.game.state import Phase, State
from questions.judging.verdict import Mark, Reason, Verdict
from questions.question import Question

Judge = Callable[[Question, str], Verdict]
"""Judges a typed guess at a question."""

Decision = tuple[Event | Refused, ...] | Refused

MAX_GUESS = 500
"""Characters of a typed guess that are read; the rest is cut off."""

SHOWN_GRACE = 1.0
"""Seconds that a question may take to come up, or be away, before its deadline is moved."""

ANSWERED_GRACE = 2.0
"""Seconds for which answers may still be changed when everybody who is in has answered."""


def start(
    questions: Sequence[Question],
    rules: Rules,
    starter: Player,
    now: float,
    selection: Selection,
) -> tuple[Event, ...]:
    """A new game that opens its lobby or asks its first question; ValueError without questions.

    It keeps the first ``rules.rounds`` questions, and is shorter if there are fewer.
    """
    if not questions:
        raise ValueError("a game needs a question")
    started = GameStarted(now, starter, rules, tuple(questions[: rules.rounds]), selection)
    state = evolve(None, started)
    return (started,) if state.phase is Phase.LOBBY else (started, _ask(state, now))


def join(state: State, player: Player, now: float, team: int | None = None) -> Decision:
    """The player is in from now on, in the lobby with a team of their choice; no event if that is known."""
    refused = unfit(state, Input.JOIN, state.round, now)
    return refused or joining.join(state, player, team, now)


def answer(state: State, judge: Judge, player: Player, guess: Guess, round: int, now: float) -> Decision:
    """Lock an answer in, or change it. In a solo game that closes the round, and in a race if it is right; in
    others the round closes after a grace when all who are in have answered.
    """
    refused = unfit(state, Input.ANSWER, round, now)
    if refused:
        return refused
    if player.id in state.out:
        return Refused(Refusal.OUT)
    if isinstance(guess, str):
        guess = _tidy(state.question, guess)
    earlier = state.answers.get(player.id)
    if earlier is not None and earlier.guess == guess:
        return Refused(Refusal.SAME_ANSWER)
    mark = _mark(state, judge, player, guess)
    if isinstance(mark, Refused):
        return (*_close_guess(state, player, guess, mark, now), mark)
    seen, team = state.seen(player.id), joining.new_team(state, player)
    locked = AnswerLocked(now, round, player, guess, mark, state.elapsed(now), seen, team)
    after = evolve(state, locked)
    if state.rules.solo or (state.rules.race and mark is Mark.CORRECT):
        return (locked, *_close(after, CloseReason.ANSWERED, now))
    return (locked,) if state.rules.race else (locked, *_everybody(after, now))


def hint(state: State, player: Player, round: int, now: float) -> Decision:
    """Give the player the next hint; in a solo game, where there are clues, the next clue."""
    refused = unfit(state, Input.HINT, round, now)
    if refused:
        return refused
    if state.rules.solo and state.clues_left:
        return (hints.clue(state.question, round, len(state.clues) + 1, now),)
    number = len(state.hints.get(player.id, ())) + 1
    if number > hints.count(state.question):
        return Refused(Refusal.NO_HINT_LEFT)
    return (hints.give(state.question, player, round, number, now),)


def vote_skip(state: State, player: Player, round: int, now: float, *, at_once: bool = False) -> Decision:
    """Count a vote against the question; with enough of them the round closes, and its answers are scored.

    It takes more than half of those who are in, and nobody else may vote; at first the starter counts among
    them. The starter's vote is enough, and so is any vote ``at_once``.
    """
    refused = unfit(state, Input.VOTE_SKIP, round, now)
    if refused:
        return refused
    if player.id in state.votes:
        return Refused(Refusal.ALREADY_VOTED)
    votes = len(state.votes) + 1
    if at_once or player.id == state.starter.id:
        needed = votes
    elif player.id in state.present:
        needed = len(state.present) // 2 + 1
    else:
        return Refused(Refusal.NOT_PLAYING)
    voted = SkipVoted(now, round, player, votes, needed)
    after = evolve(state, voted)
    return (voted, *(_everybody(after, now) if votes < needed else _close(after, CloseReason.SKIPPED, now)))


def go_on(state: State, player: Player, round: int, now: float, *, at_once: bool = False) -> Decision:
    """Ask the next question before the lobby or pause is over: the starter may, or anybody ``at_once``."""
    refused = unfit(state, Input.GO_ON, round, now)
    if refused:
        return refused
    may = at_once or player.id == state.starter.id
    return (_go_on(state, now),) if may else Refused(Refusal.NOT_YOURS)


def stop(state: State, by: Player | None, reason: EndReason, now: float) -> Decision:
    """End the game; the answers of an open round are scored first."""
    return unfit(state, Input.STOP, state.round, now) or _stop(state, by, reason, now)


def shown(state: State, round: int, handle: str, now: float) -> Decision:
    """The question stands in its channel: its clock runs, moved by the time for which it stood still."""
    refused = unfit(state, Input.SHOWN, round, now)
    if refused:
        return refused
    if handle == state.handle and state.halted_at is None:
        return ()
    delay = 0.0 if state.halted_at is None else now - state.halted_at
    moved = delay if delay > SHOWN_GRACE else 0.0
    return (QuestionShown(now, round, handle, state.round_deadline + moved),)


def hidden(state: State, round: int, now: float) -> Decision:
    """The question can no longer be seen or answered: its clock stands still, if it has not run out."""
    refused = unfit(state, Input.HIDDEN, round, now)
    if refused:
        return refused
    runs = state.halted_at is None and now < state.round_deadline
    return (QuestionHidden(now, round),) if runs else ()


def leave_out(state: State, round: int, now: float) -> Decision:
    """The question cannot be shown: it is closed at once, at nobody's cost."""
    refused = unfit(state, Input.LEAVE_OUT, round, now)
    if refused:
        return refused
    return () if state.halted_at is None else _close(state, CloseReason.LEFT_OUT, now)


def resume(state: State, now: float, away: float) -> Decision:
    """Go on after ``away`` seconds in which the bot was not there.

    Here ``now`` may be before ``state.at``: the host's clock may have been set back meanwhile.
    """
    refused = unfit(state, Input.RESUME, state.round, now)
    if refused:
        return refused
    return (GameResumed(now, min(max(away, 0.0), max(now - state.at, 0.0))),)


def move_clock(state: State, now: float, by: float) -> Decision:
    """Move along with the clock, which was put forward or back by so many seconds and now shows ``now``.

    As in ``resume``, that may be before ``state.at``.
    """
    refused = unfit(state, Input.MOVE_CLOCK, state.round, now)
    return refused or (ClockMoved(now, by),)


def tick(state: State, now: float) -> tuple[Event, ...]:
    """What the time brings: clues, the close of the round, the next question, the end."""
    if state.deadline is None or now < state.deadline:
        return ()
    if state.phase in (Phase.LOBBY, Phase.REVEALING):
        return (_go_on(state, now),)
    if state.halted_at is not None:
        return _stop(state, None, EndReason.CHANNEL_LOST, now)
    if now >= state.round_deadline:
        return _close(state, CloseReason.ANSWERED if state.everybody else CloseReason.TIME, now)
    clues: list[Event] = []
    while state.next_clue_at is not None and now >= state.next_clue_at:
        clues.append(hints.clue(state.question, state.round, len(state.clues) + 1, now))
        state = evolve(state, clues[-1])
    return tuple(clues)


def _everybody(state: State, now: float) -> tuple[Event, ...]:
    """The end of the wait for answers, where it is known who is in and nobody of them is awaited any more."""
    runs_at = now if state.halted_at is None else state.halted_at
    deadline = runs_at + ANSWERED_GRACE
    waits = state.awaited or not state.gathered or not state.answers
    if waits or state.everybody or deadline >= state.round_deadline:
        return ()
    return (EverybodyAnswered(now, state.round, deadline),)


def _tidy(question: Question, guess: str) -> str:
    """A typed guess as it is kept: an arrangement in its own letters, however it was typed."""
    guess = " ".join(guess.split())[:MAX_GUESS]
    places = question.arrangement.read(guess) if question.arrangement else None
    return question.arrangement.spell(places) if question.arrangement and places else guess


def _mark(state: State, judge: Judge, player: Player, guess: Guess) -> Mark | Refused | None:
    question = state.question
    if isinstance(guess, int):
        if not 0 <= guess < len(question.choices) or guess in state.removed(player.id):
            return Refused(Refusal.NO_SUCH_CHOICE)
        return Mark.CORRECT if guess == question.correct else Mark.WRONG
    if not is_seen(guess):
        return Refused(Refusal.EMPTY)
    if question.arrangement:
        places = question.arrangement.read(guess)
        if places is None:
            return Refused(Refusal.NOT_EACH_ONCE)
        return Mark.CORRECT if places == question.arrangement.right else Mark.WRONG
    verdict = judge(question, guess)
    if verdict.correct:
        return Mark.CORRECT
    if question.answer.nearest:
        return Refused(Refusal.CLOSE, Verdict(Reason.NO_NUMBER)) if number_in(guess) is None else None
    return Refused(Refusal.CLOSE, verdict) if verdict.mark is Mark.CLOSE else Mark.WRONG


def _close_guess(
    state: State, player: Player, guess: Guess, refused: Refused, now: float
) -> Iterator[GuessedClose]:
    """A guess that the judge found close is remembered, so that the player can appeal."""
    known = state.close.get(player.id)
    told = refused.verdict is not None and refused.verdict.mark is Mark.CLOSE
    if told and isinstance(guess, str) and (known is None or known.guess != guess):
        seen = state.seen(player.id)
        yield GuessedClose(now, state.round, player, guess, state.elapsed(now), seen)


def _go_on(state: State, now: float) -> Event:
    reason = ending.over(state)
    return _end(state, reason, now) if reason else _ask(state, now)


def _ask(state: State, now: float) -> QuestionAsked:
    rules, question = state.rules, state.questions[state.round]
    seconds = 0.0 if rules.untimed else pace.question_seconds(question, rules.seconds)
    return QuestionAsked(now, state.round + 1, now + seconds)


def _close(state: State, reason: CloseReason, now: float) -> tuple[Event, ...]:
    """Close the round, and the game with it if that was the last; a pause is only for an answer on show."""
    pause = state.rules.pause_seconds
    if reason is CloseReason.LEFT_OUT:
        pause = 0.0
    elif pause is None:
        pause = pace.reveal_seconds(state.question)
    closed = _closed(state, reason, now, next_at=now + pause)
    after = evolve(state, closed)
    over = ending.over(after)
    return (replace(closed, next_at=now), _end(after, over, now)) if over else (closed,)


def _closed(state: State, reason: CloseReason, now: float, next_at: float) -> RoundClosed:
    streaks = {key: tally.streak for key, tally in state.tallies.items()}
    awards = scoring.awards(state.question, tuple(state.answers.values()), state.seconds, streaks)
    last = (award.player for award in awards if not award.correct and state.lives_left(award.player.id) == 1)
    return RoundClosed(now, state.round, reason, awards, next_at, tuple(last), _taken(state))


def _taken(state: State) -> tuple[int, ...]:
    """How many took each choice; empty where nobody took any."""
    counts = Counter(answer.guess for answer in state.answers.values())
    return tuple(counts[at] for at in range(len(state.question.choices))) if counts else ()


def _stop(state: State, by: Player | None, reason: EndReason, now: float) -> tuple[Event, ...]:
    if state.phase is not Phase.ASKING or not state.answers:
        return (_end(state, reason, now, by),)
    closed = _closed(state, CloseReason.STOPPED, now, next_at=now)
    return (closed, _end(evolve(state, closed), reason, now, by))


def _end(state: State, reason: EndReason, now: float, by: Player | None = None) -> GameEnded:
    table, teams = standings(state.tallies.values()), team_standings(state.tallies, state.teams)
    return GameEnded(now, reason, table, by, teams, winners(table, state.teams, teams))
