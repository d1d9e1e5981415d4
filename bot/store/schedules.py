"""Quizzes that start by themselves."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.calendar import Weekly
from bot.store.records import Place, Schedule
from bot.store.shard_records import Claim
from bot.store.shards import of_shard
from bot.store.tables import ScheduleRow

MOST = 20
"""In one scope."""


def add(session: Session, place: Place, weekly: Weekly, wish: str, now: datetime) -> Schedule | None:
    """Keep a schedule, which is to start with the first of its times after now; None where there are MOST."""
    numbers = select(func.count(), func.max(ScheduleRow.number)).where(col(ScheduleRow.scope) == place.scope)
    count, last = session.execute(numbers).one()
    if count >= MOST:
        return None
    row = ScheduleRow(
        scope=place.scope,
        number=(last or 0) + 1,
        channel_id=place.channel_id,
        minute=60 * weekly.at.hour + weekly.at.minute,
        weekdays="".join(map(str, sorted(weekly.weekdays))),
        wish=wish,
        done_at=now,
    )
    session.add(row)
    session.flush()
    return _record(row)


def kept(session: Session, scope: str | None, claim: Claim | None = None) -> tuple[Schedule, ...]:
    """The schedules of a scope, or those of a claim, or all of them."""
    query = select(ScheduleRow).order_by("scope", "number")
    if scope is not None:
        query = query.where(col(ScheduleRow.scope) == scope)
    if claim is not None:
        query = query.where(of_shard(col(ScheduleRow.scope), claim))
    rows = session.scalars(query)
    return tuple(map(_record, rows))


def remove(session: Session, scope: str, number: int) -> Schedule | None:
    """Take a schedule out; None where the scope has no such one."""
    row = session.get(ScheduleRow, (scope, number))
    if row is None:
        return None
    session.delete(row)
    return _record(row)


def note(session: Session, schedule: Schedule, done: datetime | None, announced: datetime | None) -> None:
    """Remember which of its times was dealt with, or announced."""
    row = session.get(ScheduleRow, (schedule.place.scope, schedule.number))
    if row is not None:
        row.done_at = done or row.done_at
        row.announced_at = announced or row.announced_at


def _record(row: ScheduleRow) -> Schedule:
    return Schedule(
        Place(row.scope, row.channel_id),
        row.number,
        Weekly(time(*divmod(row.minute, 60)), frozenset(map(int, row.weekdays))),
        row.wish,
        row.done_at,
        row.announced_at,
    )
