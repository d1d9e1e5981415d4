"""Looks a database over without changing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select, union_all
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from bot.game.events import Event
from bot.game.evolving import InvalidJournal, evolve
from bot.game.state import State
from bot.store import authoring, imported, lease
from bot.store.authoring_tables import AuthoredRow
from bot.store.engine import existing_file, free_in, make_engine, size_of
from bot.store.errors import REBUILD, RESTORE, StoreError, describe
from bot.store.pseudonyms import SOMEBODY
from bot.store.queries import open_games
from bot.store.records import DAILY, EVERYWHERE, SERVER, Counts, Health, Period, UnreadableGame
from bot.store.schema import HEAD, current_revision, database_name, require_tables
from bot.store.shards import count_shards
from bot.store.shards import held as held_shards
from bot.store.standing_tables import FORGETTING, MEMBER, PAST_STANDING, RESULT, SEASON, STANDING, column_of
from bot.store.tables import AwardRow, EventRow, GameRow, PlayerRow

PEOPLE = col(PlayerRow.id) > SOMEBODY


def check(url: str, full: bool = False) -> Health:
    """What a database holds and what is the matter with it; StoreError where it cannot even be read.

    It reads every page of the file, the journal of every open game, and holds each standing against its
    awards; ``full`` holds each index against its table and each reference against its row, too.
    """
    existing_file(url)
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            schema = current_revision(connection)
            if schema != HEAD:
                raise StoreError(
                    f"the database has schema {schema or 'none'}, and this version has {HEAD}: "
                    "update Gumshoe, or start it once to update the database"
                )
            require_tables(connection)
            with Session(connection) as session:
                counts, held = _counts(session), lease.current(session)
                processes, shards = held_shards(session), count_shards(session)
                stuck = tuple(_stuck_games(session))
            problems = tuple(_problems(connection, full))
            name, size, free = database_name(url), size_of(engine), free_in(connection)
            return Health(name, schema, counts, held, stuck, problems, processes, shards, size, free)
    except SQLAlchemyError as error:
        raise StoreError(describe(error)) from error
    finally:
        engine.dispose()


def _counts(session: Session) -> Counts:
    def count(table: type[SQLModel], *where: Any) -> int:
        return session.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    return Counts(
        games=count(GameRow),
        open_games=count(GameRow, col(GameRow.ended_at).is_(None), ~col(GameRow.scope).startswith(DAILY)),
        events=count(EventRow),
        awards=count(AwardRow),
        players=session.execute(select(func.count(col(PlayerRow.id).distinct())).where(PEOPLE)).scalar_one(),
        questions=count(AuthoredRow, col(AuthoredRow.state) == authoring.State.LIVE),
        imported=sum(pack.questions for pack in imported.packs(session, None)),
    )


def _problems(connection: Connection, full: bool) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (text,) in connection.exec_driver_sql("PRAGMA integrity_check" if full else "PRAGMA quick_check"):
            if text != "ok":
                yield f"the file is damaged ({text}): {RESTORE}"
        broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()) if full else 0
        if broken:
            yield f"{broken} rows refer to rows that are not there: {RESTORE}"
    off = connection.execute(_results_off()).scalar_one()
    if off:
        yield f"{off} games are not counted: {REBUILD}"
    off = connection.execute(_standings_off()).scalar_one()
    if off:
        yield f"{off} standings are not the sum of their awards: {REBUILD}, and report this"


def _stuck_games(session: Session) -> Iterator[str]:
    """The open games that a bot which starts now would not resume."""
    for game in open_games(session, None):
        why = game.why if isinstance(game, UnreadableGame) else _fault_of(game.events)
        if why is not None:
            yield f"game {game.id} cannot be resumed: {why}"


def _fault_of(events: Iterable[Event]) -> str | None:
    state: State | None = None
    try:
        for event in events:
            state = evolve(state, event)
    except InvalidJournal as error:
        return f"its journal does not replay: {error}"
    if state is None or state.ended is not None:
        return "its journal is empty" if state is None else "its journal says that it has ended"
    return None


def _standings_off() -> Select[int]:
    """Players of a season whose awards, and whose standings of each sort of period, have not all one sum; but
    for those who are just being forgotten.
    """
    kept = union_all(*_kept()).subquery()
    by_period = select(
        kept.c.scope, kept.c.season, kept.c.player_id, func.sum(kept.c.points), func.sum(kept.c.answered)
    ).group_by(kept.c.scope, kept.c.season, kept.c.player_id, kept.c.period)
    sums = union_all(*_won(), by_period).subquery()
    off = (
        select(sums.c.player_id)
        .where(sums.c.player_id.not_in(select(FORGETTING.c.player_id)))
        .group_by(sums.c.scope, sums.c.season, sums.c.player_id)
        .having(_differ(sums, 1 + len(Period)))
    )
    return select(func.count()).select_from(off.subquery())


def _won() -> Iterator[Select[Any]]:
    """What each player won in each season of a scope, and everywhere if they are listed there."""
    result = RESULT.c
    won: list[Any] = [func.sum(result.points).label("points"), func.sum(result.answered).label("answered")]
    yield select(result.scope, result.season, result.player_id, *won).group_by(
        result.scope, result.season, result.player_id
    )
    listed = select(MEMBER.c.id).where(MEMBER.c.everywhere)
    yield (
        select(literal(EVERYWHERE), literal(1), result.player_id, *won)
        .where(result.scope.startswith(SERVER), result.player_id.in_(listed))
        .group_by(result.player_id)
    )


def _results_off() -> Select[int]:
    """Games that are over and have awards that are not in their results."""
    award, result = AwardRow, RESULT.c
    won: list[Any] = [func.sum(award.points).label("points"), func.count().label("answered")]
    awards = (
        select(col(award.game_id), col(award.player_id), *won)
        .join(GameRow, col(GameRow.id) == award.game_id)
        .where(col(GameRow.ended_at).is_not(None), ~col(GameRow.scope).startswith(DAILY))
        .group_by(col(award.game_id), col(award.player_id))
    )
    kept = (
        select(result.game_id, result.player_id, result.points, result.answered)
        .join(GameRow, col(GameRow.id) == result.game_id)
        .where(col(GameRow.ended_at).is_not(None))
    )
    sums = union_all(awards, kept).subquery()
    off = (
        select(sums.c.game_id).group_by(sums.c.game_id, sums.c.player_id).having(_differ(sums, 2))
    ).subquery()
    return select(func.count(off.c.game_id.distinct()))


def _differ(sums: Any, count: int) -> ColumnElement[bool]:
    """Whether what should be so many equal rows is not."""
    return or_(
        func.count() != count,
        func.min(sums.c.points) != func.max(sums.c.points),
        func.min(sums.c.answered) != func.max(sums.c.answered),
    )


def _kept() -> Iterator[Select[Any]]:
    """What the standings say, a row for each player and period."""
    newest = select(func.max(SEASON.c.number)).where(SEASON.c.scope == STANDING.c.scope).scalar_subquery()
    for period in Period:
        answered = STANDING.c[column_of(period, "answered")]
        yield select(
            STANDING.c.scope,
            func.coalesce(newest, 1).label("season"),
            STANDING.c.player_id,
            literal(period.value).label("period"),
            STANDING.c[column_of(period, "points")].label("points"),
            answered.label("answered"),
        ).where(answered > 0)
    past = PAST_STANDING.c
    lines: Select[Any] = select(
        past.scope, past.season, past.player_id, past.period, past.points, past.answered
    ).where(past.answered > 0)
    yield lines
