"""What players report about questions, gathered by what it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Player
from bot.store.authored import keep_name
from bot.store.authoring import Complaint, Outcome, ReportReason, TooMany
from bot.store.authoring_tables import ReportRow
from questions.question import AUTHORED, Question

MOST_OPEN = 10
"""Open reports of one member in a scope."""

MOST_SHOWN = 200
MOST_NOTES = 5


@cache
def _questions() -> TypeAdapter[Question]:
    return TypeAdapter(Question)


def target_of(question: Question) -> str:
    """What reports of a question are gathered by: its main fact, or the question where it has none."""
    fact = "" if question.kind == AUTHORED else next(iter(question.facts), "")
    return target_named(question.id, question.pack, fact)


def target_named(id: str, pack: str, fact: str) -> str:
    """The same of a question with this main fact, or with none."""
    return f"fact:{pack}/{fact}" if fact else f"question:{id}"


def add(
    session: Session,
    scope: str,
    reporter: Player,
    question: Question,
    reason: ReportReason,
    note: str,
    now: datetime,
) -> int | TooMany:
    """Keep a report, in the place of one that the member has made of the same; how many there are of it."""
    target = target_of(question)
    mine = (col(ReportRow.scope) == scope, col(ReportRow.settled_at).is_(None))
    row = session.scalars(
        select(ReportRow).where(
            *mine, col(ReportRow.target) == target, col(ReportRow.reporter_id) == reporter.id
        )
    ).first()
    if row is None:
        own = select(func.count()).where(*mine, col(ReportRow.reporter_id) == reporter.id)
        if session.execute(own).scalar_one() >= MOST_OPEN:
            return TooMany(MOST_OPEN)
        keep_name(session, scope, reporter)
        row = ReportRow(
            scope=scope, target=target, reporter_id=reporter.id, reason=reason, note=note, question="", at=now
        )
    row.reason, row.note, row.at = reason, note, now
    row.question = _questions().dump_json(question, exclude_defaults=True).decode()
    session.add(row)
    session.flush()
    same = select(func.count()).where(*mine, col(ReportRow.target) == target)
    return session.execute(same).scalar_one()


def complaints(session: Session, scope: str) -> tuple[Complaint, ...]:
    """What is reported in a scope and not settled, most reports first."""
    rows = session.scalars(
        select(ReportRow)
        .where(col(ReportRow.scope) == scope, col(ReportRow.settled_at).is_(None))
        .order_by(col(ReportRow.id))
    )
    gathered: defaultdict[str, list[ReportRow]] = defaultdict(list)
    for row in rows:
        gathered[row.target].append(row)
    made = (_complaint(same) for same in gathered.values())
    ordered = sorted(filter(None, made), key=lambda one: (-one.count, one.first_at))
    return tuple(ordered[:MOST_SHOWN])


def settle(session: Session, scope: str, key: int, by: Player, outcome: Outcome, now: datetime) -> int:
    """Close all open reports of a complaint; how many there were."""
    row = session.get(ReportRow, key)
    if row is None or row.scope != scope:
        return 0
    return _settle(session, scope, row.target, by, outcome, now)


def settle_question(
    session: Session, scope: str, question: str, by: Player, outcome: Outcome, now: datetime
) -> int:
    """Close all open reports of a question that a person wrote."""
    return _settle(session, scope, f"question:{question}", by, outcome, now)


def _settle(session: Session, scope: str, target: str, by: Player, outcome: Outcome, now: datetime) -> int:
    open_ones = (
        col(ReportRow.scope) == scope,
        col(ReportRow.target) == target,
        col(ReportRow.settled_at).is_(None),
    )
    count = session.execute(select(func.count()).where(*open_ones)).scalar_one()
    session.execute(
        update(ReportRow).where(*open_ones).values(settled_at=now, settled_by=by.id, outcome=outcome)
    )
    return count


def _complaint(rows: Sequence[ReportRow]) -> Complaint | None:
    """The reports of one target as one; None where the question is of another version of Gumshoe."""
    try:
        question = _questions().validate_json(rows[-1].question)
    except ValidationError:
        return None
    reasons = Counter(ReportReason(row.reason) for row in rows)
    notes = tuple(row.note for row in reversed(rows) if row.note)[:MOST_NOTES]
    key = rows[0].id or 0
    return Complaint(key, rows[0].target, question, tuple(reasons.most_common()), notes, rows[0].at)
