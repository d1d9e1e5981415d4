"""Reads leaderboards: pages, ranks with neighbours, and where players stood a period before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
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
from bot.store.board_records import LEAST_ANSWERS, Cursor, Leaderboard, Measure, Move, Page, Subject
from bot.store.periods import after, before
from bot.store.records import EVERYWHERE, Period, StandingRecord
from bot.store.standing_tables import (
    MEMBER,
    PASSING,
    PAST_STANDING,
    QUESTION,
    RUNG,
    SEASON,
    STANDING,
    SUMS,
    column_of,
)
from bot.store.tables import AwardRow, PlayerRow
from bot.store.totals import foot_of, step_of

HUNDREDTHS = 10_000
"""Accuracy is ordered by hundredths of a per cent."""

SCOPE, STARTS = bindparam("scope", type_=String), bindparam("starts", type_=Date)
VALUE, PLAYER = bindparam("value", type_=Integer), bindparam("player", type_=BigInteger)

NAMES = select(col(PlayerRow.id), col(PlayerRow.name)).where(
    col(PlayerRow.scope) == SCOPE, col(PlayerRow.id).in_(bindparam("players", expanding=True))
)
NEWEST = select(func.max(SEASON.c.number)).where(SEASON.c.scope == SCOPE)
ABOVE = select(func.coalesce(func.sum(RUNG.c.players), 0)).where(
    RUNG.c.period == bindparam("period"),
    RUNG.c.starts == STARTS,
    RUNG.c.step > bindparam("step", type_=Integer),
)


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


def season_of(session: Session, scope: str) -> int:
    """The number of the season that runs in a scope."""
    return session.connection().scalar(NEWEST, {"scope": scope}) or 1


def _ranked(reading: Reading, rows: Sequence[Any], *, at_top: bool = False) -> tuple[StandingRecord, ...]:
    if not rows:
        return ()
    named = reading.session.connection().execute(
        NAMES, {"scope": reading.board.scope, "players": [row[0] for row in rows]}
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


def _has_ladder(board: Leaderboard) -> bool:
    return board.scope == EVERYWHERE and board.measure is Measure.POINTS and board.subject is None


def _reading(session: Session, board: Leaderboard) -> Reading:
    everywhere = board.scope == EVERYWHERE
    running = 1 if everywhere else season_of(session, board.scope)
    season = board.season or running
    sources: tuple[Source, ...]
    if board.measure is Measure.RATING:
        sources = (_rating(everywhere),)
    elif board.subject is not None:
        sources = (_of_subject(session, board, board.subject, season),)
    elif season == running:
        sources = _standing(everywhere, board.period, board.measure), _past(board.measure)
    else:
        sources = (_past(board.measure),)
    given = {"scope": board.scope, "season": season, "period": board.period.value, "starts": board.starts}
    return Reading(session, board, sources, given)


@cache
def _standing(everywhere: bool, period: Period, measure: Measure) -> Source:
    columns = STANDING.c
    sums = {name: columns[column_of(period, name)] for name in SUMS}
    where = [_in_scope(everywhere)]
    if period in PASSING:
        where.append(columns[period.value] == STARTS)
    return Source(columns.player_id, sums, measure, *where)


@cache
def _past(measure: Measure) -> Source:
    columns = PAST_STANDING.c
    sums = {name: columns[name] for name in SUMS}
    season, period = columns.season == bindparam("season"), columns.period == bindparam("period")
    here = columns.scope == SCOPE, season, period, columns.starts == STARTS
    return Source(columns.player_id, sums, measure, *here)


@cache
def _rating(everywhere: bool) -> Source:
    columns = STANDING.c
    sums = {name: columns[column_of(Period.ALL_TIME, name)] for name in SUMS}
    return Source(columns.player_id, sums, Measure.RATING, _in_scope(everywhere))


def _in_scope(everywhere: bool) -> ColumnElement[bool]:
    """Written out for everywhere, so that the database sees that its indexes serve."""
    return STANDING.c.scope == (literal_column(f"'{EVERYWHERE}'") if everywhere else SCOPE)


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
