"""Where the players of a board are read from: standings, the past, or the awards about a subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    select,
    tuple_,
)
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.rating import MIDDLE, POINTS_A_STEP, PROVISIONAL
from bot.store.board_records import LEAST_ANSWERS, Leaderboard, Measure, Subject
from bot.store.periods import after
from bot.store.records import ALONE, EVERYWHERE, SOLO, Period
from bot.store.standing_tables import (
    MEMBER,
    PASSING,
    PAST_STANDING,
    QUESTION,
    SEASON,
    STANDING,
    SUMS,
    column_of,
)
from bot.store.tables import AwardRow

HUNDREDTHS = 10_000
"""Accuracy is ordered by hundredths of a per cent."""

SCOPE, STARTS = bindparam("scope", type_=String), bindparam("starts", type_=Date)
VALUE, PLAYER = bindparam("value", type_=Integer), bindparam("player", type_=BigInteger)

ALONE_SCOPES = select(literal(SOLO, String) + cast(MEMBER.c.id, String)).where(MEMBER.c.everywhere)
"""The scopes in which those who are listed everywhere play alone, found by their own keys one by one."""

UNITED = (EVERYWHERE, ALONE)
"""Boards of what was won in many scopes."""

NEWEST = select(func.max(SEASON.c.number)).where(SEASON.c.scope == SCOPE)


class Source:
    """Some of a board's players, as statements that are built once: building takes longer than reading.

    They are given the scope, season and start of the board, and some a ``value``, ``player`` and ``limit``.
    """

    def __init__(
        self,
        player: ColumnElement[int],
        sums: Mapping[str, ColumnElement[int]],
        measure: Measure,
        *where: ColumnElement[bool],
    ) -> None:
        value, counts = _value(measure, sums)
        columns: list[ColumnElement[Any]] = [player, value, *sums.values()]
        self._fill(player, value, select(*columns).where(*where, counts))
        self.values = select(value).where(*where, counts)
        self.better = select(func.count(player)).where(*where, counts, value > VALUE)
        self.beside = self.better.where(value < bindparam("top", type_=Integer))

    def _fill(self, player: ColumnElement[int], value: ColumnElement[int], lines: Select[Any]) -> None:
        place, here, limit = (value, player), tuple_(VALUE, PLAYER), bindparam("limit", type_=Integer)
        downwards = value.desc(), player.desc()
        self.top = lines.order_by(*downwards).limit(limit)
        self.down = lines.where(tuple_(*place) < here).order_by(*downwards).limit(limit)
        self.up = lines.where(tuple_(*place) > here).order_by(*place).limit(limit)
        self.own = lines.where(player == PLAYER)
        self.some = lines.where(player.in_(bindparam("players", expanding=True)))


def sources_of(session: Session, board: Leaderboard) -> tuple[tuple[Source, ...], int]:
    """What a board is read from, and the season that it is of."""
    running = 1 if board.scope in UNITED else season_of(session, board.scope)
    season = board.season or running
    if board.measure is Measure.RATING:
        return (_rating(board.scope),), season
    if board.subject is not None:
        return (_of_subject(session, board, board.subject, season),), season
    past = _past(board.scope, board.measure)
    if season == running:
        return (_standing(board.scope, board.period, board.measure), past), season
    return (past,), season


def season_of(session: Session, scope: str) -> int:
    """The number of the season that runs in a scope."""
    return session.connection().scalar(NEWEST, {"scope": scope}) or 1


def _standing(scope: str, period: Period, measure: Measure) -> Source:
    return _standing_of(_kind(scope), period, measure)


def _past(scope: str, measure: Measure) -> Source:
    return _past_of(_kind(scope), measure)


def _rating(scope: str) -> Source:
    return _rating_of(_kind(scope))


def _kind(scope: str) -> str:
    """What tells statements apart: scopes that need statements of their own, and all others."""
    return scope if scope in UNITED else ""


@cache
def _standing_of(united: str, period: Period, measure: Measure) -> Source:
    columns = STANDING.c
    sums = {name: columns[column_of(period, name)] for name in SUMS}
    where = [_in_scope(STANDING, united)]
    if period in PASSING:
        where.append(columns[period.value] == STARTS)
    return Source(columns.player_id, sums, measure, *where)


@cache
def _past_of(united: str, measure: Measure) -> Source:
    columns = PAST_STANDING.c
    sums = {name: columns[name] for name in SUMS}
    season, period = columns.season == bindparam("season"), columns.period == bindparam("period")
    here = _in_scope(PAST_STANDING, united), season, period, columns.starts == STARTS
    return Source(columns.player_id, sums, measure, *here)


@cache
def _rating_of(united: str) -> Source:
    columns = STANDING.c
    sums = {name: columns[column_of(Period.ALL_TIME, name)] for name in SUMS}
    return Source(columns.player_id, sums, Measure.RATING, _in_scope(STANDING, united))


def _in_scope(table: Table, united: str) -> ColumnElement[bool]:
    """Everywhere is written out, so that the database sees that its indexes serve."""
    if united == ALONE:
        return table.c.scope.in_(ALONE_SCOPES)
    return table.c.scope == (literal_column(f"'{EVERYWHERE}'") if united else SCOPE)


def _of_subject(session: Session, board: Leaderboard, subject: Subject, season: int) -> Source:
    """Summed up from the awards, as there are too many subjects to keep a standing for each."""
    award, question = AwardRow, QUESTION.c
    keys = select(question.key).where(
        (question.pack if subject.kind == "pack" else question.topic) == subject.name
    )
    where: list[ColumnElement[bool]] = [col(award.question).in_(keys)]
    if board.scope == EVERYWHERE:
        where.append(col(award.scope).in_(_servers(session)))
        where.append(col(award.player_id).in_(select(MEMBER.c.id).where(MEMBER.c.everywhere)))
    elif board.scope == ALONE:
        where.append(col(award.scope).in_(ALONE_SCOPES))
    else:
        where += [col(award.scope) == board.scope, *_within(session, board.scope, season)]
    if board.period in PASSING:
        where.append(col(award.day) >= board.starts)
        where.append(col(award.day) < after(board.period, board.starts))
    summed = (
        select(
            col(award.player_id),
            func.sum(col(award.points)).label("points"),
            func.count().filter(col(award.correct)).label("correct"),
            func.count().label("answered"),
            literal(0).label("wins"),
            func.max(col(award.streak)).label("streak"),
        )
        .where(*where)
        .group_by(col(award.player_id))
        .subquery()
    )
    sums = {name: summed.c[name] for name in SUMS}
    return Source(summed.c.player_id, sums, board.measure)


def _within(session: Session, scope: str, season: int) -> Iterator[ColumnElement[bool]]:
    """What tells the awards of a season from those of others."""
    begun = dict(
        session.execute(select(SEASON.c.number, SEASON.c.started_at).where(SEASON.c.scope == scope)).all()
    )
    if season in begun:
        yield col(AwardRow.at) >= begun[season]
    if season + 1 in begun:
        yield col(AwardRow.at) < begun[season + 1]


def _servers(session: Session) -> list[str]:
    """The scopes of all servers, each found behind the last."""
    scopes: list[str] = []
    last: str | None = "server:"
    while last := session.scalar(
        select(func.min(STANDING.c.scope)).where(STANDING.c.scope > last, STANDING.c.scope < "server;")
    ):
        scopes.append(last)
    return scopes


def _value(
    measure: Measure, sums: Mapping[str, ColumnElement[int]]
) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """What orders the board, and who is on it."""
    match measure:
        case Measure.WINS:
            return sums["wins"], sums["wins"] > 0
        case Measure.ACCURACY:
            return sums["correct"] * HUNDREDTHS // func.nullif(sums["answered"], 0), sums[
                "answered"
            ] >= LEAST_ANSWERS
        case Measure.STREAK:
            return sums["streak"], sums["streak"] > 0
        case Measure.RATING:
            value = cast(func.round(MIDDLE + POINTS_A_STEP * STANDING.c.skill), Integer)
            return value, STANDING.c.rated >= PROVISIONAL
        case _:
            return sums["points"], sums["answered"] > 0
