"""Looks a database over without changing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, func, literal, select, union_all
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from bot.store import lease
from bot.store.engine import existing_file, make_engine
from bot.store.errors import StoreError, describe
from bot.store.records import EVERYWHERE, TERMINAL, Counts, Health, Period
from bot.store.schema import HEAD, current_revision, database_name
from bot.store.tables import AuthoredRow, AwardRow, EventRow, GameRow, PlayerRow, StandingRow


def check(url: str) -> Health:
    """What a database holds and what is the matter with it; StoreError where it cannot even be read."""
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
            with Session(connection) as session:
                counts, held = _counts(session), lease.current(session)
            return Health(database_name(url), schema, counts, held, tuple(_problems(connection)))
    except SQLAlchemyError as error:
        raise StoreError(describe(error)) from error
    finally:
        engine.dispose()


def _counts(session: Session) -> Counts:
    def count(table: type[SQLModel], *where: Any) -> int:
        return session.execute(select(func.count()).select_from(table).where(*where)).scalar_one()

    return Counts(
        games=count(GameRow),
        open_games=count(GameRow, col(GameRow.ended_at).is_(None)),
        events=count(EventRow),
        awards=count(AwardRow),
        players=count(PlayerRow),
        questions=count(AuthoredRow, col(AuthoredRow.removed_at).is_(None)),
    )


def _problems(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (text,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if text != "ok":
                yield f"the file is damaged ({text}): put a backup in its place"
        broken = len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
        if broken:
            yield f"{broken} rows refer to rows that are not there: put a backup in place"
    off = connection.execute(_standings_off()).scalar_one()
    if off:
        yield f"{off} standings are not the sum of their awards: put a backup in place, and report this"


def _standings_off() -> Select[int]:
    """Players in a scope whose standings, summed over each sort of period, are not what their awards give."""
    won, kept = _won(), _kept()
    same = and_(won.c.scope == kept.c.scope, won.c.player_id == kept.c.player_id)
    equal = and_(same, won.c.points == kept.c.points, won.c.answered == kept.c.answered)
    wrong = (
        select(won.c.scope, won.c.player_id)
        .outerjoin(kept, equal)
        .group_by(won.c.scope, won.c.player_id)
        .having(func.count(kept.c.period) != len(Period))
    )
    unfounded = (
        select(kept.c.scope, kept.c.player_id)
        .outerjoin(won, same)
        .where(won.c.player_id.is_(None))
        .distinct()
    )
    return select(func.count()).select_from(union_all(wrong, unfounded).subquery())


def _won() -> Subquery:
    sums = (func.sum(AwardRow.points).label("points"), func.count().label("answered"))
    scope, player = col(AwardRow.scope), col(AwardRow.player_id)
    return union_all(
        select(scope, player, *sums).group_by(scope, player),
        select(literal(EVERYWHERE), player, *sums).where(scope != TERMINAL).group_by(player),
    ).subquery("won")


def _kept() -> Subquery:
    key = (col(StandingRow.scope), col(StandingRow.player_id), col(StandingRow.period))
    sums = (
        func.sum(StandingRow.points).label("points"),
        func.sum(StandingRow.answered).label("answered"),
    )
    return select(*key, *sums).group_by(*key).subquery("kept")
