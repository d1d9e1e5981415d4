"""What an append to a journal writes: the events, and what follows from them, as rows for each table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.game.events import (
    AppealDecided,
    Award,
    Event,
    GameEnded,
    GameStarted,
    Player,
    QuestionAsked,
    Revision,
    RoundClosed,
)
from bot.store.codec import encode
from bot.store.periods import start_of
from bot.store.records import EVERYWHERE, TERMINAL, Daily, Period, Place

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Append:
    """Events of one game, encoded, from the number ``first`` on; ``questions`` are the ids of the game's."""

    game_id: str
    place: Place
    first: int
    events: tuple[Event, ...]
    encoded: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]

    def since(self, count: int) -> Append:
        """The same without the first ``count`` events."""
        return replace(
            self, first=self.first + count, events=self.events[count:], encoded=self.encoded[count:]
        )


def append_of(
    game_id: str, place: Place, first: int, events: Sequence[Event], questions: tuple[str, ...]
) -> Append:
    """The append that keeps these events."""
    return Append(game_id, place, first, tuple(events), tuple(map(encode, events)), questions)


@dataclass(slots=True)
class Rows:
    """Rows for each table; players and standings hold one row a key, in the order of their keys."""

    players: dict[tuple[str, int], Row] = field(default_factory=dict)
    games: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    asked: list[Row] = field(default_factory=list)
    awards: list[Row] = field(default_factory=list)
    revised: list[Row] = field(default_factory=list)
    standings: dict[tuple[Any, ...], Row] = field(default_factory=dict)
    ended: list[Row] = field(default_factory=list)
    dailies: list[Row] = field(default_factory=list)


def rows_of(appends: Iterable[Append]) -> Rows:
    """All rows of several appends."""
    rows = Rows()
    for append in appends:
        for seq, (name, body) in enumerate(append.encoded, append.first):
            rows.events.append({"game_id": append.game_id, "seq": seq, "name": name, "body": body})
        for event in append.events:
            _project(rows, append, event)
    rows.players = dict(sorted(rows.players.items()))
    rows.standings = dict(sorted(rows.standings.items()))
    return rows


def _project(rows: Rows, append: Append, event: Event) -> None:
    match event:
        case GameStarted():
            _start(rows, append, event)
        case QuestionAsked(at=at, round=number):
            rows.asked.append(
                {
                    "scope": append.place.scope,
                    "channel_id": append.place.channel_id,
                    "question_id": append.questions[number - 1],
                    "at": instant(at),
                }
            )
        case RoundClosed(at=at, round=number, awards=awards):
            for award in awards:
                _award(rows, append, number, instant(at), award)
        case AppealDecided(revisions=revisions):
            for revision in revisions:
                _revise(rows, append, revision)
        case GameEnded():
            _end(rows, append, event)
        case _:
            pass


def _start(rows: Rows, append: Append, event: GameStarted) -> None:
    _see(rows, append.place.scope, event.starter)
    rows.games.append(
        {
            "id": append.game_id,
            "scope": append.place.scope,
            "channel_id": append.place.channel_id,
            "starter_id": event.starter.id,
            "started_at": instant(event.at),
        }
    )


def _end(rows: Rows, append: Append, event: GameEnded) -> None:
    rows.ended.append({"game": append.game_id, "at": instant(event.at), "reason": event.reason.value})
    daily = Daily.of(append.game_id)
    if daily is not None:
        row: Row = {"scope": append.place.scope, "player_id": daily.player, "day": daily.day}
        total = next(iter(event.standings), None)  # nobody's, where all was skipped
        row |= {"points": total.points if total else 0, "correct": total.correct if total else 0}
        rows.dailies.append(row)


def _see(rows: Rows, scope: str, player: Player) -> None:
    name = player.own_name or player.name if scope == EVERYWHERE else player.name
    rows.players[scope, player.id] = {"scope": scope, "id": player.id, "name": name}


def _award(rows: Rows, append: Append, number: int, at: datetime, award: Award) -> None:
    rows.awards.append(_award_row(append, number, at, award))
    _count(rows, append, at, award.player, (award.points, int(award.correct), 1))


def _revise(rows: Rows, append: Append, revision: Revision) -> None:
    """Put another award in the place of the one that a round gave, and the standings right by as much."""
    before, after, at = revision.before, revision.after, instant(revision.at)
    rows.revised.append(_award_row(append, revision.round, at, after))
    gained = (after.points, int(after.correct), 1)
    if before is not None:
        gained = (after.points - before.points, int(after.correct) - int(before.correct), 0)
    _count(rows, append, at, after.player, gained)


def _award_row(append: Append, number: int, at: datetime, award: Award) -> Row:
    return {
        "game_id": append.game_id,
        "round": number,
        "player_id": award.player.id,
        "scope": append.place.scope,
        "at": at,
        "correct": award.correct,
        "points": award.points,
        "base": award.base,
        "speed": award.speed,
        "streak_bonus": award.streak_bonus,
        "streak": award.streak,
        "elapsed": award.elapsed,
    }


def _count(rows: Rows, append: Append, at: datetime, player: Player, gained: tuple[int, int, int]) -> None:
    """Add points, right answers and answers to all standings of a player."""
    scope = append.place.scope
    scopes = (scope,) if scope == TERMINAL else (scope, EVERYWHERE)
    for where in scopes:
        _see(rows, where, player)
        for period in Period:
            _add(rows, (where, period.value, start_of(period, at), player.id), gained)


def _add(rows: Rows, key: tuple[str, str, date, int], gained: tuple[int, int, int]) -> None:
    row = rows.standings.get(key)
    if row is None:
        row = dict(zip(("scope", "period", "starts", "player_id"), key, strict=True))
        row |= {"points": 0, "correct": 0, "answered": 0}
        rows.standings[key] = row
    for name, more in zip(("points", "correct", "answered"), gained, strict=True):
        row[name] += more


def instant(at: float) -> datetime:
    """Seconds since 1970 as a time in UTC."""
    return datetime.fromtimestamp(at, UTC)
