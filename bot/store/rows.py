"""What an append to a journal writes: the events, and what follows from them, as rows for each table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.game.events import Award, Event, GameEnded, GameStarted, Player, QuestionAsked, RoundClosed
from bot.store.codec import encode
from bot.store.periods import start_of
from bot.store.records import EVERYWHERE, TERMINAL, Period, Place

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
    standings: dict[tuple[Any, ...], Row] = field(default_factory=dict)
    ended: list[Row] = field(default_factory=list)


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
        case GameEnded(at=at, reason=reason):
            rows.ended.append({"game": append.game_id, "at": instant(at), "reason": reason.value})
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


def _see(rows: Rows, scope: str, player: Player) -> None:
    name = player.own_name or player.name if scope == EVERYWHERE else player.name
    rows.players[scope, player.id] = {"scope": scope, "id": player.id, "name": name}


def _award(rows: Rows, append: Append, number: int, at: datetime, award: Award) -> None:
    player, scope = award.player, append.place.scope
    rows.awards.append(
        {
            "game_id": append.game_id,
            "round": number,
            "player_id": player.id,
            "scope": scope,
            "at": at,
            "correct": award.correct,
            "points": award.points,
            "base": award.base,
            "speed": award.speed,
            "streak_bonus": award.streak_bonus,
            "streak": award.streak,
            "elapsed": award.elapsed,
        }
    )
    scopes = (scope,) if scope == TERMINAL else (scope, EVERYWHERE)
    for where in scopes:
        _see(rows, where, player)
        for period in Period:
            _add(rows, (where, period.value, start_of(period, at), player.id), award)


def _add(rows: Rows, key: tuple[str, str, date, int], award: Award) -> None:
    row = rows.standings.get(key)
    if row is None:
        row = dict(zip(("scope", "period", "starts", "player_id"), key, strict=True))
        row |= {"points": 0, "correct": 0, "answered": 0}
        rows.standings[key] = row
    row["points"] += award.points
    row["correct"] += award.correct
    row["answered"] += 1


def instant(at: float) -> datetime:
    """Seconds since 1970 as a time in UTC."""
    return datetime.fromtimestamp(at, UTC)
