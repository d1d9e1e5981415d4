"""Deletes what nobody needs any more: the journals of games that ended long ago, and a few things like them.

Awards, results and standings stay. A game that is not counted yet keeps its journal, as does one that runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.store.authoring_tables import REPORT
from bot.store.records import DAILY
from bot.store.seasons import LEFT_OUT
from bot.store.standing_tables import ASKED, DAILY_SET
from bot.store.steps import ROWS, Steps
from bot.store.tables import EventRow, GameRow

GAMES = 200
"""So many games are looked at at once."""

ASKED_DAYS = 365
"""For so long it is remembered that a question was asked in a channel."""


@dataclass(frozen=True, slots=True)
class Journals:
    """Games by id: the ``last`` that was looked at, and those whose journals can go, with their lengths."""

    last: str
    due: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows were deleted."""

    events: int
    others: int


async def sweep(steps: Steps, now: datetime, days: int) -> Swept:
    """Delete what is older than so many days, in small steps: it can be interrupted, and begun again."""
    before, events, last = now - timedelta(days=days), 0, ""
    while page := await steps.read(partial(_page, last=last, before=before)):
        last = page.last
        for some in _portions(page.due):
            await steps.write(partial(_delete, parts=some))
            events += sum(until - since for _, since, until in some)
    others = 0
    for table, where in _others(now, before):
        others += await steps.delete(table, where)
    return Swept(events, others)


def _page(session: Session, last: str, before: datetime) -> Journals | None:
    """The next games that have a journal; None where there are no more."""
    game = col(EventRow.game_id)
    lengths = dict(
        session.execute(
            select(game, func.max(EventRow.seq) + 1)
            .where(game > last)
            .group_by(game)
            .order_by(game)
            .limit(GAMES)
        ).all()
    )
    if not lengths:
        return None
    old = session.scalars(select(col(GameRow.id)).where(col(GameRow.id).in_(lengths), _is_over(before)))
    uncounted = LEFT_OUT.with_only_columns(col(GameRow.id)).where(col(GameRow.id).in_(lengths))
    due = set(old) - set(session.scalars(uncounted))
    return Journals(max(lengths), tuple((id, lengths[id]) for id in sorted(due)))


def _is_over(before: datetime) -> ColumnElement[bool]:
    """A game that ended before then, or a daily quiz that nobody went through to its end."""
    left = and_(col(GameRow.scope).startswith(DAILY), col(GameRow.ended_at).is_(None))
    return or_(col(GameRow.ended_at) < before, and_(left, col(GameRow.started_at) < before))


def _portions(due: Sequence[tuple[str, int]]) -> Iterator[list[tuple[str, int, int]]]:
    """Parts of journals of not too many rows together: of each journal its end first, so that what is left
    after an interruption can be read.
    """
    parts = [(id, max(until - ROWS, 0), until) for id, length in due for until in range(length, 0, -ROWS)]
    rows = 0
    portions: list[tuple[int, tuple[str, int, int]]] = []
    for part in parts:
        rows += part[2] - part[1]
        portions.append((rows // ROWS, part))
    for _, some in groupby(portions, key=lambda portion: portion[0]):
        yield [part for _, part in some]


def _delete(session: Session, parts: Sequence[tuple[str, int, int]]) -> None:
    for game, since, _ in parts:
        session.execute(delete(EventRow).where(col(EventRow.game_id) == game, col(EventRow.seq) >= since))


def _others(now: datetime, before: datetime) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """The questions of past days, reports that were dealt with, and what was asked a year ago."""
    yield DAILY_SET, DAILY_SET.c.day < before.date()
    yield REPORT, REPORT.c.settled_at < before
    yield ASKED, ASKED.c.at < now - timedelta(days=ASKED_DAYS)
