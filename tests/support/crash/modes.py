"""The modes that quizzes are played in, and what each adds to a game, counted anew from its events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum, auto
from itertools import pairwise
from typing import Any

from bot.game.events import (
    AnswerLocked,
    CloseReason,
    Event,
    GameEnded,
    GameStarted,
    PlayerJoined,
    RoundClosed,
)
from bot.library.drawing import RISING
from questions.judging.verdict import Mark
from tests.support.crash.acts import Act, Sort, Told


class Mode(StrEnum):
    """How a quiz is played."""

    PLAIN = auto()
    TEAMS = auto()
    SURVIVAL = auto()
    RACE = auto()
    RISING = auto()
    SCHEDULED = auto()


OPTIONS: Mapping[Mode, Mapping[str, Any]] = {
    Mode.PLAIN: {},
    Mode.TEAMS: {"teams": 3},
    Mode.SURVIVAL: {"survival": True},
    Mode.RACE: {"style": "race"},
    Mode.RISING: {"level": "rising"},
}
"""What each wants of ``/quiz start``; those that are scheduled start by themselves."""


def mode_of(started: GameStarted) -> Mode:
    rules = started.rules
    if rules.scheduled:
        return Mode.SCHEDULED
    if started.selection.level == RISING:
        return Mode.RISING
    if rules.teams:
        return Mode.TEAMS
    if rules.lives:
        return Mode.SURVIVAL
    return Mode.RACE if rules.race else Mode.PLAIN


def unfair(game: str, events: Sequence[Event]) -> Iterator[str]:
    """What breaks the rules of the mode in a game that has ended."""
    started, ended = events[0], events[-1]
    if not isinstance(started, GameStarted) or not isinstance(ended, GameEnded):
        return
    match mode_of(started):
        case Mode.TEAMS:
            yield from _teams_off(game, events, ended)
        case Mode.SURVIVAL:
            yield from _lives_off(game, events, started.rules.lives)
        case Mode.RACE:
            yield from _races_off(game, events)
        case Mode.RISING:
            levels = [question.level for question in started.questions]
            if levels != sorted(levels):
                yield f"{game}: the levels do not rise: {levels}"


def torn_from_teams(acts: Iterable[Act], journals: Mapping[str, Sequence[Event]]) -> Iterator[str]:
    """Players who do not play for the team that they were told last."""
    tried: dict[tuple[str, int], list[Act]] = defaultdict(list)
    for act in acts:
        if act.sort is Sort.JOIN and isinstance(act.guess, int):
            tried[act.game, act.player].append(act)
    for (game, player), choices in tried.items():
        allowed: set[int | None] = {None}
        for act in choices:
            if act.told is Told.DONE:
                allowed = {int(act.guess)}
            elif act.told in (Told.NOTHING, Told.UNSAVED):
                allowed.add(int(act.guess))
        team = _teams(journals.get(game, ())).get(player)
        if team not in allowed and None not in allowed:
            yield f"game {game}: player {player} is in team {team}, and not in one of {allowed}"


def _teams(events: Iterable[Event]) -> dict[int, int]:
    """The team of each player, by id."""
    return {
        event.player.id: event.team
        for event in events
        if isinstance(event, PlayerJoined | AnswerLocked) and event.team is not None
    }


def _teams_off(game: str, events: Sequence[Event], ended: GameEnded) -> Iterator[str]:
    teams, points = _teams(events), Counter[int]()
    for event in events:
        if isinstance(event, RoundClosed):
            points.update({award.player.id: award.points for award in event.awards})
    if homeless := points.keys() - teams.keys():
        yield f"{game}: {homeless} have answered and are in no team"
    means: dict[int, tuple[float, int]] = {}
    for team in set(teams.values()):
        each = sorted((points[player] for player in teams if teams[player] == team), reverse=True)
        half = each[: (len(each) + 1) // 2]
        means[team] = (sum(half) / len(half), len(each))
    if means != {row.team: (row.points, row.players) for row in ended.teams}:
        yield f"{game}: the teams ended with {ended.teams}, and not with {means}"


def _lives_off(game: str, events: Sequence[Event], lives: int) -> Iterator[str]:
    wrong, out = Counter[int](), set[int]()
    for event in events:
        if isinstance(event, AnswerLocked) and event.player.id in out:
            yield f"{game}, round {event.round}: {event.player.id} answered without a life"
        if isinstance(event, RoundClosed):
            wrong.update(award.player.id for award in event.awards if not award.correct)
            lost = {player for player, count in wrong.items() if count >= lives} - out
            if lost != {player.id for player in event.out}:
                yield f"{game}, round {event.round}: {event.out} are out, and not {lost}"
            out |= lost


def _races_off(game: str, events: Sequence[Event]) -> Iterator[str]:
    """A right answer closes its round at once, so that nobody else gets points."""
    for before, event in pairwise(events):
        if isinstance(event, RoundClosed):
            right = [award.player.id for award in event.awards if award.correct]
            if len(right) > 1:
                yield f"{game}, round {event.round}: {right} have won the same race"
        if isinstance(before, AnswerLocked) and before.mark is Mark.CORRECT:
            closed = isinstance(event, RoundClosed) and event.reason is CloseReason.ANSWERED
            if not closed:
                yield f"{game}, round {before.round}: the race went on after {before.player.id} had won it"
