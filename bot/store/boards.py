"""Reads leaderboards: pages, ranks with neighbours, and where players stood a period before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.store.board_records import Cursor, Leaderboard, Measure, Move, Page
from bot.store.board_sources import SCOPE, STARTS, UNITED, Source, sources_of
from bot.store.periods import before
from bot.store.records import EVERYWHERE, StandingRecord
from bot.store.standing_tables import QUESTION, RUNG, SUMS
from bot.store.tables import AwardRow, PlayerRow
from bot.store.totals import foot_of, step_of

NAMES = select(col(PlayerRow.id), col(PlayerRow.name)).where(
    col(PlayerRow.scope) == SCOPE, col(PlayerRow.id).in_(bindparam("players", expanding=True))
)
ABOVE = select(func.coalesce(func.sum(RUNG.c.players), 0)).where(
    RUNG.c.period == bindparam("period"),
    RUNG.c.starts == STARTS,
    RUNG.c.step > bindparam("step", type_=Integer),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A board that is being read: where its players are, and what their statements are given."""

    session: Session
    board: Leaderboard
    sources: tuple[Source, ...]
    given: Mapping[str, Any]

    def rows(self, which: Callable[[Source], Select[Any]], **more: Any) -> list[Any]:
        """The rows of a statement from all sources."""
        connection = self.session.connection()
        return [row for one in self.sources for row in connection.execute(which(one), {**self.given, **more})]

    def count(self, which: Callable[[Source], Select[Any]], **more: Any) -> int:
        """The sum of what a statement counts in all sources."""
        return sum(row[0] for row in self.rows(which, **more))

    def lines(self, cursor: Cursor | None, limit: int) -> list[Any]:
        """Lines that follow the cursor, in its direction."""
        if cursor is None:
            rows = self.rows(lambda one: one.top, limit=limit)
        else:
            given = {"value": cursor.value, "player": cursor.player_id, "limit": limit}
            rows = self.rows(lambda one: one.up if cursor.up else one.down, **given)
        up = cursor is not None and cursor.up
        return sorted(rows, key=lambda row: (row[1], row[0]), reverse=not up)[:limit]

    def better(self, value: int) -> int:
        """How many players have more."""
        if not _has_ladder(self.board):
            return self.count(lambda one: one.better, value=value)
        step = step_of(value)
        above = self.session.connection().scalar(ABOVE, {**self.given, "step": step})
        return int(above or 0) + self.count(lambda one: one.beside, value=value, top=foot_of(step + 1))


def page(session: Session, board: Leaderboard, cursor: Cursor | None, limit: int) -> Page:
    """A page of the board: the highest value first, and the later player of two with equal ones."""
    reading = _reading(session, board)
    rows = reading.lines(cursor, limit + 1)
    more, rows = len(rows) > limit, rows[:limit]
    if cursor is not None and cursor.up:
        return Page(_ranked(reading, rows[::-1]), above=more, below=True)
    return Page(_ranked(reading, rows, at_top=cursor is None), above=cursor is not None, below=more)


def neighbours(
    session: Session, board: Leaderboard, player_id: int, around: int
) -> tuple[StandingRecord, ...]:
    """The player's own line with a few above and below; nothing where the player is not on the board."""
    reading = _reading(session, board)
    own = reading.rows(lambda one: one.own, player=player_id)
    if not own:
        return ()
    above, below = (
        reading.lines(Cursor(own[0][1], player_id, up=up), around) if around else [] for up in (True, False)
    )
    return _ranked(reading, [*above[::-1], *own, *below])


def ranks_before(session: Session, board: Leaderboard, players: Collection[int]) -> Mapping[int, int]:
    """The ranks that players had in the period before this one, as far as they were on its board."""
    starts = before(board.period, board.starts)
    if starts is None or board.measure is Measure.RATING or not players:
        return {}
    reading = _reading(session, replace(board, starts=starts))
    rows = reading.rows(lambda one: one.some, players=list(players))
    values = {player: value for player, value, *_ in rows}
    if _has_ladder(board):
        return {player: reading.better(value) + 1 for player, value in values.items()}
    of_all = sorted(value for (value,) in reading.rows(lambda one: one.values))
    return {player: len(of_all) - bisect_right(of_all, value) + 1 for player, value in values.items()}


def moves(session: Session, board: Leaderboard, gained: Mapping[int, int], limit: int) -> tuple[Move, ...]:
    """Where the best of some players stand on a board of points, now that a game gave them so many."""
    reading = _reading(session, board)
    rows = reading.rows(lambda one: one.some, players=list(gained))
    now: dict[int, int] = {player: value for player, value, *_ in rows}
    then = {player: value - gained[player] for player, value in now.items()}

    def before(value: int) -> int:
        overtaken = sum(then[player] <= value < now[player] for player in now)
        return reading.better(value) - overtaken + 1

    return tuple(
        Move(player, reading.better(now[player]) + 1, before(then[player]) if then[player] > 0 else None)
        for player in sorted(now, key=lambda player: (-now[player], player))[:limit]
    )


def topics(session: Session, scope: str) -> tuple[str, ...]:
    """The topics of what was asked in a scope, in the order of the alphabet."""
    asked = select(col(AwardRow.question)).where(col(AwardRow.scope) == scope)
    named = select(QUESTION.c.topic).where(QUESTION.c.topic != "", QUESTION.c.key.in_(asked)).distinct()
    return tuple(sorted(session.scalars(named)))


def _ranked(reading: Reading, rows: Sequence[Any], *, at_top: bool = False) -> tuple[StandingRecord, ...]:
    if not rows:
        return ()
    named = reading.session.connection().execute(
        NAMES, {"scope": _named_in(reading.board.scope), "players": [row[0] for row in rows]}
    )
    names = dict(named.all())
    first = rows[0][1]
    better = 0 if at_top else reading.better(first)
    place = better + 1
    lines: list[StandingRecord] = []
    for number, (player, value, *sums) in enumerate(rows):
        if value != first and not at_top and lines[-1].value == first:
            place = reading.better(value) + 1 - number  # some with the first value may stand above the page
        tied = lines and lines[-1].value == value
        rank = lines[-1].rank if tied else better + 1 if value == first else place + number
        by_name = dict(zip(SUMS, sums, strict=True))
        lines.append(StandingRecord(rank, player, names.get(player, ""), **by_name, value=value))
    return tuple(lines)


def _named_in(scope: str) -> str:
    """Where the names are for a board: who is listed has one of their own, outside of servers."""
    return EVERYWHERE if scope in UNITED else scope


def _has_ladder(board: Leaderboard) -> bool:
    return board.scope == EVERYWHERE and board.measure is Measure.POINTS and board.subject is None


def _reading(session: Session, board: Leaderboard) -> Reading:
    sources, season = sources_of(session, board)
    given = {"scope": board.scope, "season": season, "period": board.period.value, "starts": board.starts}
    return Reading(session, board, sources, given)
