"""Looks a database over without changing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, literal, or_, select, union_all
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from bot.game.events import Event
from bot.game.evolving import InvalidJournal, evolve
from bot.game.state import State
from bot.store import authoring, imported, lease
from bot.store.authoring_tables import AuthoredRow
from bot.store.engine import existing_file, make_engine
from bot.store.errors import RESTORE, StoreError, describe
from bot.store.queries import open_games
from bot.store.records import DAILY, EVERYWHERE, TERMINAL, Counts, Health, Period, UnreadableGame
from bot.store.schema import HEAD, current_revision, database_name, require_tables
from bot.store.tables import AwardRow, EventRow, GameRow, PlayerRow, StandingRow


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
                stuck = tuple(_stuck_games(session))
            problems = tuple(_problems(connection, full))
            return Health(database_name(url), schema, counts, held, stuck, problems)
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
        players=session.execute(select(func.count(col(PlayerRow.id).distinct()))).scalar_one(),
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
    off = connection.execute(_standings_off()).scalar_one()
    if off:
        yield f"{off} standings are not the sum of their awards: {RESTORE}, and report this"


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
    """Players in a scope whose awards, and whose standings of each sort of period, have not all one sum."""
    sums = union_all(*_sums()).subquery()
    off = (
        select(sums.c.player_id)
        .group_by(sums.c.scope, sums.c.player_id)
        .having(
            or_(
                func.count() != 1 + len(Period),
                func.min(sums.c.points) != func.max(sums.c.points),
                func.min(sums.c.answered) != func.max(sums.c.answered),
            )
        )
    )
    return select(func.count()).select_from(off.subquery())


def _sums() -> Iterator[Select[str, int, int, int]]:
    """What each player won in each scope: one row by the awards, and one by each sort of period."""
    scope, player = col(AwardRow.scope), col(AwardRow.player_id)
    won = (func.sum(AwardRow.points).label("points"), func.count().label("answered"))
    yield select(scope, player, *won).group_by(scope, player)
    yield select(literal(EVERYWHERE), player, *won).where(scope != TERMINAL).group_by(player)
    key = (col(StandingRow.scope), col(StandingRow.player_id))
    yield select(*key, func.sum(StandingRow.points), func.sum(StandingRow.answered)).group_by(
        *key, col(StandingRow.period)
    )
