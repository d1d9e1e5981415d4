"""Reads what a player has done in a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from math import sqrt
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Date,
    Integer,
    RowMapping,
    String,
    bindparam,
    case,
    func,
    select,
)
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.calendar import streak
from bot.game.achievements import Career, days_in_a_row
from bot.game.rating import POINTS_A_STEP, PROVISIONAL, shown
from bot.store.periods import start_of
from bot.store.records import Period
from bot.store.standing_tables import ACHIEVEMENT, EVER, PASSING, QUESTION, RESULT, STANDING, column_of
from bot.store.stat_records import Achieved, PastResult, PlayerRating, PlayerStats, Runs, Share, WeekPoints
from bot.store.tables import AwardRow

LAST, WEEKS = 10, 12
"""So many of the last games are told, and of the last weeks."""

SCOPE, PLAYER = bindparam("scope", type_=String), bindparam("player", type_=BigInteger)
MINE = RESULT.c.scope == SCOPE, RESULT.c.player_id == PLAYER

TOTALS = select(
    func.count(),
    func.count().filter(RESULT.c.won),
    *(func.coalesce(func.sum(RESULT.c[name]), 0) for name in ("points", "correct", "answered")),
    func.max(RESULT.c.streak),
).where(*MINE)
GAMES = (
    select(*(RESULT.c[name] for name in ("at", "points", "correct", "answered", "rank", "players", "won")))
    .where(*MINE)
    .order_by(RESULT.c.at.desc())
    .limit(LAST)
)
DAY_POINTS = (
    select(RESULT.c.day, func.sum(RESULT.c.points))
    .where(*MINE, RESULT.c.day >= bindparam("since", type_=Date))
    .group_by(RESULT.c.day)
)
RIGHT = case((col(AwardRow.correct), AwardRow.elapsed))
ANSWERS = (
    select(
        col(AwardRow.level),
        func.coalesce(QUESTION.c.topic, ""),
        func.coalesce(QUESTION.c.kind, ""),
        func.count().filter(col(AwardRow.correct)),
        func.count(),
        func.sum(RIGHT),
        func.min(RIGHT),
    )
    .outerjoin(QUESTION, QUESTION.c.key == AwardRow.question)
    .where(col(AwardRow.player_id) == PLAYER, col(AwardRow.scope) == SCOPE)
    .group_by(col(AwardRow.level), QUESTION.c.topic, QUESTION.c.kind)
)
LAST_WRONG = (
    select(RESULT.c.game_id, RESULT.c.at)
    .where(*MINE, RESULT.c.correct < RESULT.c.answered)
    .order_by(RESULT.c.at.desc())
    .limit(1)
)
"""The last game in which not all was right, which is not far back."""

RIGHT_SINCE = select(func.sum(RESULT.c.correct)).where(*MINE, RESULT.c.at > bindparam("since"))
ANSWERS_IN = (
    select(col(AwardRow.correct))
    .where(col(AwardRow.game_id) == bindparam("game"), col(AwardRow.player_id) == PLAYER)
    .order_by(col(AwardRow.round).desc())
)
DAYS = select(RESULT.c.day).where(*MINE).distinct()
ACHIEVED = (
    select(ACHIEVEMENT.c.code, ACHIEVEMENT.c.at)
    .where(ACHIEVEMENT.c.scope == SCOPE, ACHIEVEMENT.c.player_id == PLAYER)
    .order_by(ACHIEVEMENT.c.at.desc(), ACHIEVEMENT.c.code)
)
FIRST_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
A_DAY = timedelta(days=1)
STANDS = select(STANDING).where(STANDING.c.scope == SCOPE, STANDING.c.player_id == PLAYER)
BETTER = select(
    *(
        func.count().filter(
            STANDING.c[column_of(period, "points")] > bindparam(column_of(period, "points"), type_=Integer),
            *([STANDING.c[period.value] == bindparam(period.value, type_=Date)] if period in PASSING else []),
        )
        for period in Period
    )
).where(STANDING.c.scope == SCOPE)
"""How many stand above a player in each period, in one look at a server's players."""


def player_stats(session: Session, scope: str, player_id: int, today: date) -> PlayerStats | None:
    """All of it; None where the player has not been in a game that is over."""
    connection, whose = session.connection(), {"scope": scope, "player": player_id}
    games, wins, points, correct, answered, longest = connection.execute(TOTALS, whose).one()
    if not games:
        return None
    answers = connection.execute(ANSWERS, whose).all()
    right = sum(row[3] for row in answers)
    row = connection.execute(STANDS, whose).mappings().one_or_none()
    fastest = [row[6] for row in answers if row[6] is not None]
    return PlayerStats(
        points,
        correct,
        answered,
        games,
        wins,
        longest,
        average=sum(row[5] or 0.0 for row in answers) / right if right else None,
        fastest=min(fastest, default=None),
        levels=tuple(sorted(_shares(answers, 0), key=_name)),
        topics=_shares(answers, 1),
        kinds=_shares(answers, 2),
        ranks=_ranks(connection, row, today) if row else {},
        rating=_rating(row) if row else None,
        last=tuple(PastResult(*row) for row in connection.execute(GAMES, whose)),
        weeks=_weeks(connection, whose, start_of(Period.WEEK, today)),
        runs=_runs(connection, whose, today),
        achieved=tuple(Achieved(*one) for one in connection.execute(ACHIEVED, whose)),
        career=Career(*[row[name] for name in EVER]) if row else Career(),
    )


def _runs(connection: Connection, whose: Mapping[str, Any], today: date) -> Runs:
    """What goes on: the right answers since the last wrong one, and the days in a row."""
    last_wrong = connection.execute(LAST_WRONG, whose).first()
    since = {**whose, "since": last_wrong.at if last_wrong else FIRST_INSTANT}
    right = connection.scalar(RIGHT_SINCE, since) or 0
    if last_wrong:
        answers = connection.scalars(ANSWERS_IN, {**whose, "game": last_wrong.game_id})
        right += sum(1 for _ in takewhile(bool, answers))
    days = set(connection.scalars(DAYS, whose))
    most = max((days_in_a_row(days, day) for day in days if day - A_DAY not in days), default=0)
    return Runs(right, streak(days, today), most)


def _weeks(connection: Connection, whose: Mapping[str, Any], newest: date) -> tuple[WeekPoints, ...]:
    """The points of the last weeks, also of those without any."""
    starts = [newest - timedelta(weeks=ago) for ago in range(WEEKS - 1, -1, -1)]
    points = dict.fromkeys(starts, 0)
    for day, sum_of_day in connection.execute(DAY_POINTS, {**whose, "since": starts[0]}):
        week = start_of(Period.WEEK, day)
        points[week] = points.get(week, 0) + sum_of_day
    return tuple(WeekPoints(week, points[week]) for week in starts)


def _shares(answers: Iterable[Any], column: int) -> tuple[Share, ...]:
    """What was right by a column, the most answered first; what was asked of no such thing is left out."""
    sums: dict[str, tuple[int, int]] = {}
    for row in answers:
        name = str(row[column])
        right, answered = sums.get(name, (0, 0))
        sums[name] = right + row[3], answered + row[4]
    shares = [Share(name, *both) for name, both in sums.items() if name]
    return tuple(sorted(shares, key=lambda share: (-share.answered, share.name)))


def _name(share: Share) -> str:
    return share.name


def _ranks(connection: Connection, row: RowMapping, today: date) -> dict[Period, int]:
    """The ranks in the periods of today, as far as the player has been in a game of theirs."""
    starts = {period: start_of(period, today) for period in Period}
    given = {"scope": row["scope"], **{period.value: starts[period] for period in PASSING}}
    given |= {name: row[name] for period in Period for name in [column_of(period, "points")]}
    better = connection.execute(BETTER, given).one()
    return {
        period: above + 1
        for period, above in zip(Period, better, strict=True)
        if row.get(period.value, starts[period]) == starts[period] and row[column_of(period, "answered")]
    }


def _rating(row: RowMapping) -> PlayerRating | None:
    if not row["rated"]:
        return None
    spread = round(POINTS_A_STEP * sqrt(row["doubt"]))
    return PlayerRating(shown(row["skill"]), spread, row["rated"], provisional=row["rated"] < PROVISIONAL)
