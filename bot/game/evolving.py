"""How each event changes the state of a game."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    AppealMade,
    ClockMoved,
    CloseReason,
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
    RoundClosed,
    SkipVoted,
)
from bot.game.revising import Appeal, contested, counted, revised
from bot.game.standings import Tally
from bot.game.state import Phase, State


class InvalidJournal(ValueError):
    """Events that do not follow from each other under these rules."""


ROUNDS_BEFORE = 2
"""How many closed rounds count when it is asked who is playing."""

_RUNNING = frozenset({Phase.LOBBY, Phase.ASKING, Phase.REVEALING})

FITS: Mapping[type[Event], frozenset[Phase]] = {
    GameStarted: frozenset(),
    PlayerJoined: _RUNNING,
    QuestionAsked: frozenset({Phase.LOBBY, Phase.REVEALING}),
    QuestionShown: _RUNNING,
    QuestionHidden: frozenset({Phase.ASKING}),
    AnswerLocked: frozenset({Phase.ASKING}),
    GuessedClose: frozenset({Phase.ASKING}),
    EverybodyAnswered: frozenset({Phase.ASKING}),
    HintGiven: frozenset({Phase.ASKING}),
    SkipVoted: frozenset({Phase.ASKING}),
    RoundClosed: frozenset({Phase.ASKING}),
    AppealMade: frozenset(Phase),
    AppealDecided: frozenset(Phase),
    GameResumed: _RUNNING,
    ClockMoved: _RUNNING,
    GameEnded: _RUNNING,
}
"""In which phases an event may happen."""


def evolve(state: State | None, event: Event) -> State:
    """The state after an event; ``state`` is None before the first.

    Raises InvalidJournal if the event does not fit the state.
    """
    if state is None:
        if not isinstance(event, GameStarted) or not event.questions:
            raise InvalidJournal(f"the first event is {type(event).__name__}, not the start of a game")
        return _started(event)
    _check(state, event)
    return replace(_after(state, event), at=event.at)


def _check(state: State, event: Event) -> None:
    what = f"{type(event).__name__} in round {state.round}"
    if state.phase not in FITS.get(type(event), frozenset()):
        raise InvalidJournal(f"{what} while {state.phase}")
    if isinstance(event, GameStarted | PlayerJoined | GameResumed | ClockMoved | GameEnded):
        return
    if isinstance(event, AppealMade | AppealDecided):
        _check_appeal(state, event, what)
        return
    due = state.round + 1 if isinstance(event, QuestionAsked) else state.round
    if event.round != due or due > len(state.questions):
        raise InvalidJournal(f"{what} speaks of round {event.round}, of {len(state.questions)}")


def _check_appeal(state: State, event: AppealMade | AppealDecided, what: str) -> None:
    made = state.appeals.get((event.round, event.player.id))
    if isinstance(event, AppealMade):
        fits = made is None and event.player.id in state.contested
    else:
        fits = made is not None and made.accepted is None
    if not fits:
        raise InvalidJournal(f"{what} about an answer that cannot be appealed")


def _after(state: State, event: Event) -> State:
    match event:
        case QuestionAsked():
            return _asked(state, event)
        case QuestionShown():
            return _shown(state, event)
        case QuestionHidden():
            return replace(state, halted_at=event.at)
        case AnswerLocked():
            answers = {**state.answers, event.player.id: event}
            return replace(state, answers=answers, teams=_with_team(state, event.player, event.team))
        case GuessedClose():
            return replace(state, close={**state.close, event.player.id: event})
        case AppealMade():
            appeal = Appeal(event, state.contested[event.player.id], state.contested_seconds)
            return replace(state, appeals={**state.appeals, (event.round, event.player.id): appeal})
        case AppealDecided():
            return _ruled(state, event)
        case EverybodyAnswered():
            return replace(state, everybody=True, round_deadline=event.deadline)
        case HintGiven():
            return _hinted(state, event)
        case SkipVoted():
            return replace(state, votes=state.votes | {event.player.id})
        case RoundClosed():
            return _closed(state, event)
        case GameResumed():
            return _resumed(state, event)
        case ClockMoved():
            return _moved(state, event.by)
        case GameEnded():
            return replace(state, phase=Phase.ENDED, halted_at=None, ended=event)
        case PlayerJoined():
            return _joined(state, event)
        case GameStarted():
            raise InvalidJournal("a game starts once")
        case _:
            assert_never(event)


def _started(event: GameStarted) -> State:
    lobby = event.rules.lobby_seconds
    return State(
        event.at,
        event.starter,
        event.rules,
        event.questions,
        event.selection,
        phase=Phase.LOBBY if lobby else Phase.REVEALING,
        next_at=event.at + lobby,
        # who starts a quiz is there, before anybody has answered
        earlier=(frozenset() if event.rules.scheduled else frozenset({event.starter.id}),),
    )


def _joined(state: State, event: PlayerJoined) -> State:
    *before, last = state.earlier
    player, earlier = event.player, (*before, last | {event.player.id})
    joined = (*(one for one in state.joined if one.id != player.id), player)
    teams = _with_team(state, player, event.team)
    return replace(state, earlier=earlier, gathered=True, joined=joined, teams=teams)


def _with_team(state: State, player: Player, team: int | None) -> Mapping[int, int]:
    return state.teams if team is None else {**state.teams, player.id: team}


def _asked(state: State, event: QuestionAsked) -> State:
    return replace(
        state,
        phase=Phase.ASKING,
        round=event.round,
        asked_at=event.at,
        seconds=event.deadline - event.at,
        round_deadline=event.deadline,
        halted_at=event.at,
        answers={},
        close={},
        clues=(),
        hints={},
        votes=frozenset(),
        everybody=False,
        handle=None,
    )


def _hinted(state: State, event: HintGiven) -> State:
    if event.player is None:
        return replace(state, clues=(*state.clues, event))
    given = state.hints.get(event.player.id, ())
    return replace(state, hints={**state.hints, event.player.id: (*given, event)})


def _shown(state: State, event: QuestionShown) -> State:
    delay = event.deadline - state.round_deadline
    return replace(
        state,
        handle=event.handle,
        asked_at=state.asked_at + delay,
        round_deadline=event.deadline,
        halted_at=None,
    )


def _closed(state: State, event: RoundClosed) -> State:
    closed = replace(
        state,
        phase=Phase.REVEALING,
        next_at=event.next_at,
        closings=(*state.closings, event),
        halted_at=None,
        contested=contested(state.question, state.answers, state.close, event),
        contested_seconds=state.seconds,
        tallies=counted(state.tallies, event),
    )
    if event.reason is CloseReason.LEFT_OUT:
        return replace(closed, left_out=state.left_out + 1)
    acted = state.answers or state.votes or state.close
    ignored = event.reason is CloseReason.TIME and not acted
    played = frozenset(state.answers) | (state.votes & state.present)
    earlier = (*state.earlier, played)[-ROUNDS_BEFORE:]
    return replace(closed, idle=state.idle + 1 if ignored else 0, left_out=0, earlier=earlier, gathered=True)


def _ruled(state: State, event: AppealDecided) -> State:
    key = (event.round, event.player.id)
    appeal = replace(state.appeals[key], accepted=event.accepted, by=event.by)
    closings = revised(state.closings, event)
    tallies: Mapping[int, Tally] = {}
    for closed in closings:
        tallies = counted(tallies, closed)
    return replace(state, appeals={**state.appeals, key: appeal}, closings=closings, tallies=tallies)


def _resumed(state: State, event: GameResumed) -> State:
    """Move every time by the time away; where the host's clock was set back meanwhile, back with it.

    Whether the question still stands, the stage has to tell.
    """
    moved = _moved(state, event.away if event.at >= state.at else event.at - state.at)
    if moved.halted_at is None and moved.phase is Phase.ASKING and event.at < moved.round_deadline:
        return replace(moved, halted_at=event.at)
    return moved


def _moved(state: State, by: float) -> State:
    """Move every time that is still to come, and the one from which the answers count."""
    return replace(
        state,
        asked_at=state.asked_at + by,
        round_deadline=state.round_deadline + by,
        halted_at=None if state.halted_at is None else state.halted_at + by,
        next_at=state.next_at + by,
    )
