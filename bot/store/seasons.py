"""Seasons of a server, and standings made anew from the awards."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, RowMapping, Update, delete, func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.evolving import InvalidJournal
from bot.store import settings
from bot.store.achieved import AchievementWriter
from bot.store.board_records import Season
from bot.store.board_sources import season_of
from bot.store.engine import insert_into, take_time
from bot.store.errors import UnreadableJournal
from bot.store.periods import FIRST_DAY, day_of
from bot.store.records import DAILY, EVERYWHERE, SERVER, Period, ServerSettings, is_server
from bot.store.settling import Settler, read_played, sums_of_result
from bot.store.standing_tables import MEMBER, PAST_STANDING, RESULT, RUNG, SEASON, STANDING
from bot.store.standings import RATING, Climb, StandingWriter, Won, past_row
from bot.store.tables import AwardRow, GameRow, PlayerRow
from bot.store.totals import Past, Row, Sums, add, clear, new_row, sums_of

log = logging.getLogger(__name__)

AT_ONCE = 1_000

LEFT_OUT = select(col(GameRow.id), col(GameRow.scope)).where(
    col(GameRow.ended_at).is_not(None),
    ~col(GameRow.scope).startswith(DAILY),
    select(AwardRow).where(col(AwardRow.game_id) == GameRow.id).exists(),
    ~select(RESULT).where(RESULT.c.game_id == GameRow.id).exists(),
)
"""Games that have ended with awards, and have no results. Daily quizzes have a board of their own."""


def seasons(session: Session, scope: str) -> tuple[Season, ...]:
    """The seasons of a scope, the running one last; ``started_at`` of the first is unknown."""
    rows = session.execute(select(SEASON).where(SEASON.c.scope == scope).order_by(SEASON.c.number))
    return (Season(1, None), *(Season(row.number, row.started_at) for row in rows))


def reset(session: Session, scope: str, now: datetime) -> Season | None:
    """Close the running season and begin another; None where nobody has won anything in the running one."""
    connection, running = session.connection(), season_of(session, scope)
    rows = [dict(row) for row in connection.execute(_standings_of(scope)).mappings()]
    past = [line for row in rows for line in _closed(row, running)]
    if not past:
        return None
    connection.execute(insert_into(connection, PAST_STANDING), past)
    connection.execute(delete(STANDING).where(STANDING.c.scope == scope))
    for row in rows:
        _begin_anew(row)
    connection.execute(insert_into(connection, STANDING), rows)
    connection.execute(
        insert_into(connection, SEASON), {"scope": scope, "number": running + 1, "started_at": now}
    )
    return Season(running + 1, now)


def undo_reset(session: Session, scope: str) -> Season | None:
    """Let the season before go on, with all that was won since; None where there is none before."""
    connection, running = session.connection(), season_of(session, scope)
    if running == 1:
        return None
    take_time(connection)
    connection.execute(delete(SEASON).where(SEASON.c.scope == scope, SEASON.c.number == running))
    connection.execute(
        update(RESULT).where(RESULT.c.scope == scope, RESULT.c.season == running).values(season=running - 1)
    )
    rebuild_scope(connection, scope)
    return seasons(session, scope)[-1]


def rebuild(session: Session) -> int:
    """Make every standing anew from the awards; for how many players in how many scopes.

    What is not in the awards stays: in which season a game counted, who won it, and the ratings.
    """
    connection = session.connection()
    count_left_out(session)
    connection.execute(_results_anew())
    scopes = connection.scalars(select(col(PlayerRow.scope)).distinct()).all()
    made = sum(rebuild_scope(connection, scope) for scope in scopes if scope != EVERYWHERE)
    for scope in filter(is_server, scopes):
        AchievementWriter(connection).anew(connection, scope)
    connection.execute(delete(RUNG))
    connection.execute(delete(PAST_STANDING).where(PAST_STANDING.c.scope == EVERYWHERE))
    return made + _count_everywhere(
        connection, RESULT.c.player_id.in_(select(MEMBER.c.id).where(MEMBER.c.everywhere))
    )


def count_left_out(session: Session) -> None:
    """Count the games that ended and were not counted then, as far as their journals can be read."""
    connection = session.connection()
    take_time(connection)
    settler, zones = Settler(connection), settings.of_all(session)
    for game_id, scope in connection.execute(LEFT_OUT).all():
        zone = ZoneInfo(zones.get(scope, ServerSettings()).zone)
        try:
            played = read_played(connection, game_id, zone)
        except (InvalidJournal, UnreadableJournal) as error:
            log.error("game %s cannot be counted: %s", game_id, error)
        else:
            settler.settle(connection, [played])


def _results_anew() -> Update:
    """The statement that makes the sums of each result those of the awards."""
    award = AwardRow
    mine = col(award.game_id) == RESULT.c.game_id, col(award.player_id) == RESULT.c.player_id
    sums = {
        "points": func.sum(award.points),
        "correct": func.count().filter(col(award.correct)),
        "answered": func.count(),
        "streak": func.max(award.streak),
    }
    return update(RESULT).values(
        {name: select(one).select_from(award).where(*mine).scalar_subquery() for name, one in sums.items()}
    )


def rebuild_scope(connection: Connection, scope: str) -> int:
    """Make the standings of a server or the terminal anew; for how many players."""
    rows = {row["player_id"]: dict(row) for row in connection.execute(_standings_of(scope)).mappings()}
    running = StandingWriter(connection).seasons(connection, [scope])[scope]
    past: list[Row] = []
    for row in rows.values():
        _begin_anew(row)
    for season, won in _won_in(connection, scope).items():
        for player, days in won.items():
            row = new_row(scope, player, FIRST_DAY)
            if season == running:
                row = rows.setdefault(player, row)
            past += _summed(row, days, season)
            if season != running:
                past += _closed(row, season)
    for table, lines in ((STANDING, list(rows.values())), (PAST_STANDING, past)):
        connection.execute(delete(table).where(table.c.scope == scope))
        for at in range(0, len(lines), AT_ONCE):
            connection.execute(insert_into(connection, table), lines[at : at + AT_ONCE])
    return len(rows)


def list_everywhere(connection: Connection, player: int) -> None:
    """Count everything that a player has won in servers for the boards of everywhere."""
    _count_everywhere(connection, RESULT.c.player_id == player)
    _rate_everywhere(StandingWriter(connection), connection, player)


def _count_everywhere(connection: Connection, who: ColumnElement[bool]) -> int:
    """Put players on the boards of everywhere, where nothing but ratings is left of them; how many."""
    results = connection.execute(
        select(RESULT).where(who, RESULT.c.scope.startswith(SERVER)).order_by(RESULT.c.player_id)
    ).mappings()
    writer, count = StandingWriter(connection), 0
    by_player = groupby(results, key=lambda result: int(result["player_id"]))
    while some := {(EVERYWHERE, player): _by_day(mine) for player, mine in islice(by_player, AT_ONCE)}:
        standing = writer.read(connection, some)
        for row in standing.values():
            _begin_anew(row)
        writer.count(connection, standing, some, {})
        count += len(some)
    return count


def _by_day(results: Iterable[RowMapping]) -> Won:
    won: Won = {}
    for result in results:
        day = day_of(result["at"], UTC)
        won[day] = won.get(day, Sums()).plus(sums_of_result(dict(result)))
    return won


def _rate_everywhere(writer: StandingWriter, connection: Connection, player: int) -> None:
    scopes = connection.scalars(
        select(RESULT.c.scope)
        .where(RESULT.c.player_id == player, RESULT.c.scope.startswith(SERVER))
        .distinct()
    ).all()
    rows = writer.read(connection, [(scope, player) for scope in scopes]).values()
    if best := max(rows, key=lambda row: row["rated"], default=None):
        connection.execute(
            update(STANDING)
            .where(STANDING.c.scope == EVERYWHERE, STANDING.c.player_id == player)
            .values({name: best[name] for name in RATING})
        )


def leave_everywhere(connection: Connection, player: int) -> None:
    """Take a player off the boards of everywhere."""
    climbs: list[Climb] = []
    for row in StandingWriter(connection).read(connection, [(EVERYWHERE, player)]).values():
        climbs += [
            Climb(period, row.get(period.value, FIRST_DAY), sums_of(row, period).points, None)
            for period in Period
            if any(sums_of(row, period))
        ]
    mine = PAST_STANDING.c.scope == EVERYWHERE, PAST_STANDING.c.player_id == player
    climbs += [
        Climb(Period(row.period), row.starts, row.points, None)
        for row in connection.execute(select(PAST_STANDING).where(*mine))
    ]
    connection.execute(delete(PAST_STANDING).where(*mine))
    connection.execute(delete(STANDING).where(STANDING.c.scope == EVERYWHERE, STANDING.c.player_id == player))
    StandingWriter(connection).climb(connection, climbs)


def _standings_of(scope: str) -> Any:
    return select(STANDING).where(STANDING.c.scope == scope)


def _begin_anew(row: Row) -> None:
    """Leave a player nothing but the rating."""
    for period in Period:
        clear(row, period, FIRST_DAY)


def _closed(row: Mapping[str, Any], season: int) -> Iterator[Row]:
    """What a row holds, as rows of the past."""
    for period in Period:
        sums = sums_of(row, period)
        if any(sums):
            yield past_row(
                (row["scope"], row["player_id"]),
                season,
                Past(period, row.get(period.value, FIRST_DAY), sums, late=False),
            )


def _summed(row: Row, days: Won, season: int) -> Iterator[Row]:
    for day in sorted(days):
        for one in add(row, day, days[day]):
            yield past_row((row["scope"], row["player_id"]), season, one)


def _won_in(connection: Connection, scope: str) -> Mapping[int, Mapping[int, Won]]:
    """What was won in a scope, by season, player and day."""
    won: dict[int, dict[int, Won]] = defaultdict(lambda: defaultdict(dict))
    result = RESULT.c
    grouped = (result.season, result.player_id, result.day)
    sums = [func.sum(result[name]) for name in ("points", "correct", "answered")]
    wins, streak = func.count().filter(result.won), func.max(result.streak)
    rows = connection.execute(
        select(*grouped, *sums, wins, streak).where(result.scope == scope).group_by(*grouped)
    )
    for season, player, day, *of_day in rows:
        won[season][player][day] = Sums(*map(int, of_day))
    return won
