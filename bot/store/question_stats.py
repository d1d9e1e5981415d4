"""Reads what became of questions: for quizmasters, and for the bank that draws them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.rating import Estimate
from bot.game.shares import SKIPS_COUNT, weight
from bot.store.authoring_tables import ReportRow
from bot.store.choices import counts_of
from bot.store.desk import Do
from bot.store.question_records import LEAST_ASKED, ORDERS, Order, QuestionRecord
from bot.store.reports import target_named
from bot.store.standing_tables import QUESTION
from bot.store.standings import slices
from questions.bank import Experience, Form

MOST = 5_000
"""Of more questions those are looked at that were asked most often."""

MOST_KEYS = 2**63
"""The database takes no larger number."""

ASKED = QUESTION.c

LEARNED = select(
    *(QUESTION.c[name] for name in ("id", "typed", "level", "by_play", "asked", "skipped", "fact"))
).where(or_(ASKED.by_play != 0, and_(ASKED.asked >= SKIPS_COUNT, ASKED.skipped > 0)))


class AskedQuestions:
    """What became of questions. ``packs`` None stands for all of them; ``scope`` is the server that asks: it
    is not told the words of others. StoreUnavailable says why not now.
    """

    def __init__(self, read: Do) -> None:
        self._read = read

    async def experience(self) -> Experience:
        """What players have made of all questions so far."""
        return await self._read(experience)

    async def ranked(
        self, order: Order, packs: Sequence[str] | None = None, scope: str | None = None
    ) -> tuple[QuestionRecord, ...]:
        """The questions that were asked often enough, in this order."""
        return await self._read(lambda session: ranked(session, order, packs, scope))

    async def one(self, key: int, packs: Sequence[str], scope: str) -> QuestionRecord | None:
        """A question by its key."""
        if key >= MOST_KEYS:
            return None
        return await self._read(
            lambda session: next(iter(_records(session, 1, ASKED.key == key, *_seen_by(packs, scope))), None)
        )

    async def like(
        self, text: str, packs: Sequence[str], scope: str, most: int
    ) -> tuple[QuestionRecord, ...]:
        """Questions whose prompt holds the text, the most asked first."""
        holds = func.lower(ASKED.prompt).contains(text.lower(), autoescape=True)
        return await self._read(
            lambda session: _records(session, most, holds, ASKED.asked > 0, *_seen_by(packs, scope))
        )


def experience(session: Session) -> Experience:
    """What players have made of all questions so far."""
    levels: dict[Form, int] = {}
    weights: dict[Form, float] = {}
    eased: set[str] = set()
    for id, typed, level, by_play, asked, skipped, fact in session.execute(LEARNED):
        form = Form(id, not typed)
        if by_play:
            levels[form] = by_play
        if by_play and by_play < level:
            eased.add(fact or id)
        if (often := weight(asked, skipped)) < 1:
            weights[form] = often
    return Experience(levels, weights, frozenset(eased))


def ranked(
    session: Session, order: Order, packs: Sequence[str] | None, scope: str | None
) -> tuple[QuestionRecord, ...]:
    """The questions that were asked often enough, in this order; of equals the most asked first."""
    size = ORDERS[order]
    records = _records(session, MOST, ASKED.asked >= LEAST_ASKED, *_seen_by(packs, scope))
    sized = [(size(record), record) for record in records]
    ordered = sorted(sized, key=lambda one: (-one[0], -one[1].asked, one[1].prompt))
    return tuple(record for size, record in ordered if size > 0 or order is Order.WORST)


def _seen_by(packs: Sequence[str] | None, scope: str | None) -> list[ColumnElement[bool]]:
    """Which questions a server may be told of."""
    seen: list[ColumnElement[bool]] = []
    if packs is not None:
        seen.append(ASKED.pack.in_(packs))
    if scope is not None:
        seen.append(ASKED.scope.in_(("", scope)))
    return seen


def _records(session: Session, most: int, *which: ColumnElement[bool]) -> tuple[QuestionRecord, ...]:
    asked = select(QUESTION).where(*which).order_by(ASKED.asked.desc(), ASKED.key).limit(most)
    rows = session.execute(asked).mappings().all()
    reports: dict[str, int] = {}
    for targets in slices(sorted(set(map(_target, rows)))):
        counted = select(col(ReportRow.target), func.count()).where(col(ReportRow.target).in_(targets))
        reports.update(dict(session.execute(counted.group_by(col(ReportRow.target))).all()))
    return tuple(_record(row, reports.get(_target(row), 0)) for row in rows)


def _record(row: RowMapping, reports: int) -> QuestionRecord:
    names = ("key", "id", "pack", "topic", "kind", "prompt", "typed", "level")
    return QuestionRecord(
        **{name: row[name] for name in names},
        by_play=row["by_play"] or None,
        **{name: row[name] for name in ("asked", "skipped", "answered", "correct", "seconds")},
        difficulty=Estimate(row["skill"], row["doubt"]),
        reports=reports,
        choices=counts_of(row["taken"]),
    )


def _target(row: RowMapping) -> str:
    return target_named(row["id"], row["pack"], row["fact"])
