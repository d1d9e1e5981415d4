"""What servers have corrected in packs, and the facts that they have added."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Player
from bot.store.authored import keep_name
from bot.store.authoring import KeptChange
from bot.store.authoring_tables import CorrectionRow
from bot.store.tables import PlayerRow
from questions.facts.corrections import Change


@cache
def _changes() -> TypeAdapter[Change]:
    return TypeAdapter(Change)


def add(session: Session, scope: str, by: Player, change: Change, now: datetime) -> int:
    """Keep a change under the scope's next number, or find the same one; its number."""
    same = next((kept for kept in of_scope(session, scope) if kept.change == change), None)
    if same is not None:
        return same.number
    keep_name(session, scope, by)
    last = session.scalar(select(func.max(CorrectionRow.number)).where(col(CorrectionRow.scope) == scope))
    number = (last or 0) + 1
    body = _changes().dump_json(change).decode()
    session.add(CorrectionRow(scope=scope, number=number, body=body, by_id=by.id, at=now))
    return number


def undo(session: Session, scope: str, number: int, now: datetime) -> KeptChange | None:
    """Let a change hold no longer; None where there is no such change."""
    kept = next((kept for kept in of_scope(session, scope) if kept.number == number), None)
    if kept is not None:
        session.get_one(CorrectionRow, (scope, number)).undone_at = now
    return kept


def of_scope(session: Session, scope: str | None) -> tuple[KeptChange, ...]:
    """The changes of a scope, or of all, that hold, by number."""
    mine = [] if scope is None else [col(CorrectionRow.scope) == scope]
    rows = session.execute(
        select(CorrectionRow, col(PlayerRow.name))
        .join(PlayerRow)
        .where(col(CorrectionRow.undone_at).is_(None), *mine)
        .order_by(col(CorrectionRow.scope), col(CorrectionRow.number))
    )
    return tuple(
        KeptChange(row.number, row.scope, _changes().validate_json(row.body), name, row.at)
        for row, name in rows
    )
