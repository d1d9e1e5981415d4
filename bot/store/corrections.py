"""What servers have corrected in packs, and the facts that they have added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Player
from bot.store.authored import keep_name
from bot.store.authoring import KeptChange
from bot.store.authoring_tables import CorrectionRow
from bot.store.tables import PlayerRow
from questions.facts.corrections import Change
from questions.facts.own_packs import OwnPack


@cache
def _changes() -> TypeAdapter[Change]:
    return TypeAdapter(Change)


def add(session: Session, scope: str, by: Player, changes: Sequence[Change], now: datetime) -> int:
    """Keep changes under the scope's next numbers, but those that hold already; the number of the last."""
    numbers = {kept.change: kept.number for kept in of_scope(session, scope)}
    last = (
        session.scalar(select(func.max(CorrectionRow.number)).where(col(CorrectionRow.scope) == scope)) or 0
    )
    keep_name(session, scope, by)
    for change in changes:
        if change not in numbers:
            last = numbers[change] = last + 1
            body = _changes().dump_json(change).decode()
            session.add(CorrectionRow(scope=scope, number=last, body=body, by_id=by.id, at=now))
    return numbers[changes[-1]]


def undo(session: Session, scope: str, number: int, by: Player, now: datetime) -> KeptChange | None:
    """Let a change hold no longer, with a pack all that it holds; None where there is no such change."""
    held = of_scope(session, scope)
    kept = next((kept for kept in held if kept.number == number), None)
    if kept is not None:
        keep_name(session, scope, by)
        for one in _together(held, kept):
            row = session.get_one(CorrectionRow, (scope, one.number))
            row.undone_at, row.undone_by = now, by.id
    return kept


def restore(session: Session, scope: str, number: int, by: Player, now: datetime) -> KeptChange | None:
    """Have what was undone hold again, with a pack all that went with it; None where there is no such."""
    kept = next((kept for kept in undone(session, scope) if kept.number == number), None)
    if kept is None:
        return None
    at = session.get_one(CorrectionRow, (scope, number)).undone_at
    again = _together(
        _kept(session, col(CorrectionRow.scope) == scope, col(CorrectionRow.undone_at) == at), kept
    )
    add(session, scope, by, [one.change for one in again], now)
    return kept


def of_scope(session: Session, scope: str | None) -> tuple[KeptChange, ...]:
    """The changes of a scope, or of all, that hold, by number."""
    mine = [] if scope is None else [col(CorrectionRow.scope) == scope]
    return _kept(session, col(CorrectionRow.undone_at).is_(None), *mine)


def undone(session: Session, scope: str) -> tuple[KeptChange, ...]:
    """The changes of a scope that can be restored, those that were undone last first."""
    held = {kept.change for kept in of_scope(session, scope)}
    rows = _kept(session, col(CorrectionRow.scope) == scope, col(CorrectionRow.undone_at).is_not(None))
    newest = {kept.change: kept for kept in rows if kept.change not in held}
    return tuple(sorted(newest.values(), key=lambda kept: -kept.number))


def _together(changes: Sequence[KeptChange], kept: KeptChange) -> list[KeptChange]:
    """The change, and with a pack of the server's own all changes of that pack."""
    if not isinstance(kept.change, OwnPack):
        return [kept]
    return [one for one in changes if one.change.pack == kept.change.pack]


def _kept(session: Session, *which: ColumnElement[bool]) -> tuple[KeptChange, ...]:
    rows = session.execute(
        select(CorrectionRow, col(PlayerRow.name))
        .join(PlayerRow)
        .where(*which)
        .order_by(col(CorrectionRow.scope), col(CorrectionRow.number))
    )
    return tuple(
        KeptChange(row.number, row.scope, _changes().validate_json(row.body), name, row.at)
        for row, name in rows
    )
