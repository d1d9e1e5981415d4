"""Daily quizzes: the questions of each day, and how those who went through all of them did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.calendar import streak
from bot.store.desk import Do
from bot.store.engine import insert_into
from bot.store.records import DailyBoard, DailyStanding
from bot.store.tables import DailyResultRow, DailyRow, PlayerRow
from questions.question import Question

CODEC = TypeAdapter(tuple[Question, ...])
TOP = 10


class Dailies:
    """As async code sees them: see ``bot.store.store``."""

    def __init__(self, read: Do, write: Do) -> None:
        self._read = read
        self._write = write

    async def questions(self, scope: str, day: date) -> tuple[Question, ...]:
        """The questions of a day; none where nobody has played yet."""
        return await self._read(lambda session: _questions(session, scope, day))

    async def keep(self, scope: str, day: date, questions: Sequence[Question]) -> tuple[Question, ...]:
        """Let a day have these questions, unless it has some already; those that it has."""
        return await self._write(lambda session: _keep(session, scope, day, questions))

    async def board(self, scope: str, first: date, last: date, asker: int) -> DailyBoard:
        """The sums of all who played from one day to the other, with their streaks up to that."""
        return await self._read(lambda session: _board(session, scope, first, last, asker))


def _questions(session: Session, scope: str, day: date) -> tuple[Question, ...]:
    row = session.get(DailyRow, (scope, day))
    return () if row is None else CODEC.validate_json(row.questions)


def _keep(session: Session, scope: str, day: date, questions: Sequence[Question]) -> tuple[Question, ...]:
    body = CODEC.dump_json(tuple(questions), exclude_defaults=True).decode()
    insert = insert_into(session.get_bind(), DailyRow).values(scope=scope, day=day, questions=body)
    session.execute(insert.on_conflict_do_nothing())
    return _questions(session, scope, day)


def _board(session: Session, scope: str, first: date, last: date, asker: int) -> DailyBoard:
    player, points = col(DailyResultRow.player_id), func.sum(DailyResultRow.points)
    rows = session.execute(
        select(player, col(PlayerRow.name), points, func.sum(DailyResultRow.correct), func.count())
        .join(PlayerRow)
        .where(col(DailyResultRow.scope) == scope, col(DailyResultRow.day).between(first, last))
        .group_by(player, col(PlayerRow.name))
        .order_by(points.desc(), player)
    ).all()
    shown = [(at, row) for at, row in enumerate(rows) if at < TOP or row[0] == asker]
    days = _days(session, scope, [id for _, (id, *_) in shown])
    first_at: dict[int, int] = {}
    for at, row in enumerate(rows, start=1):
        first_at.setdefault(row[2], at)
    lines = [
        DailyStanding(first_at[total], id, name, total, correct, count, streak(days[id], last))
        for _, (id, name, total, correct, count) in shown
    ]
    own = next((line for line in lines if line.player_id == asker), None)
    return DailyBoard(tuple(lines[:TOP]), own, len(rows))


def _days(session: Session, scope: str, players: Collection[int]) -> Mapping[int, Collection[date]]:
    """The days on which these players went through all the questions."""
    rows = session.execute(
        select(col(DailyResultRow.player_id), col(DailyResultRow.day)).where(
            col(DailyResultRow.scope) == scope, col(DailyResultRow.player_id).in_(players)
        )
    )
    days: defaultdict[int, set[date]] = defaultdict(set)
    for player, day in rows:
        days[player].add(day)
    return days
