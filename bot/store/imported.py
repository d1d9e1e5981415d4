"""Packs of questions that were imported: what they hold now, and every change so that it can be undone.

A row says from which change on it holds and until which. So a change is new rows and closed ones, and undoing
the newest change of a scope is taking away what began with it and opening again what ended with it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from functools import cache
from typing import overload

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from bot.store.records import ImportedPack, Outdated, PackChange, UndoneChange
from bot.store.tables import ImportChangeRow, ImportedPackRow, ImportedQuestionRow
from questions.interchange.lists import Entry, Kept

ROWS_AT_ONCE = 500
KEPT_CHANGES = 10
"""Changes of a scope that can be undone; what only older ones need is deleted."""

log = logging.getLogger(__name__)


@cache
def _entries() -> TypeAdapter[Entry]:
    return TypeAdapter(Entry)


def encode(entry: Entry) -> str:
    """An entry as it is stored."""
    return _entries().dump_json(entry, exclude_defaults=True).decode()


def decode(body: str) -> Entry:
    """The entry that was stored so."""
    return _entries().validate_json(body)


def revision(session: Session, scope: str) -> int:
    """The newest change of a scope; what its packs hold follows from it."""
    newest = select(func.max(ImportChangeRow.id)).where(col(ImportChangeRow.scope) == scope)
    return session.execute(newest).scalar_one() or 0


def packs(session: Session, scopes: Sequence[str] | None) -> tuple[ImportedPack, ...]:
    """The packs of some scopes, or of all, by title."""
    question, pack = ImportedQuestionRow, ImportedPackRow
    rows = session.execute(
        select(pack, func.count(col(question.number)))
        .outerjoin(question, (col(question.pack_key) == col(pack.key)) & col(question.until).is_(None))
        .where(col(pack.until).is_(None), *([col(pack.scope).in_(scopes)] if scopes is not None else []))
        .group_by(col(pack.key))
    )
    kept = [
        ImportedPack(row.key or 0, row.scope, row.name, row.title, row.about, count) for row, count in rows
    ]
    return tuple(sorted(kept, key=lambda pack: (pack.title, pack.key)))


class StoredQuestions(Sequence[Kept]):
    """The questions of a pack as they are stored, each decoded when it is looked at.

    A pack may hold tens of thousands, of which a quiz looks at a few: as objects they would take much more
    memory, and every full collection of garbage would go through all of them.
    """

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._numbers: list[int] = []
        self._bodies: list[str] = []
        for number, body in rows:
            self._numbers.append(number)
            self._bodies.append(body)

    def without(self, numbers: Set[int]) -> StoredQuestions:
        """The same but for the questions of these numbers."""
        pairs = zip(self._numbers, self._bodies, strict=True)
        return StoredQuestions(pair for pair in pairs if pair[0] not in numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Kept: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Kept]: ...

    def __getitem__(self, at: int | slice) -> Kept | Sequence[Kept]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return Kept(self._numbers[at], decode(self._bodies[at]))


def stored(session: Session, key: int) -> StoredQuestions:
    """What a pack holds, by number. A question that is no JSON of this version's is left out."""
    question = ImportedQuestionRow
    rows = session.execute(
        select(col(question.number), col(question.body))
        .where(col(question.pack_key) == key, col(question.until).is_(None))
        .order_by(col(question.number)),
        execution_options={"yield_per": ROWS_AT_ONCE},
    )
    return StoredQuestions((number, body) for number, body in rows if _readable(key, number, body))


def _readable(key: int, number: int, body: str) -> bool:
    try:
        decode(body)
    except ValidationError:
        log.error("question %d of the imported pack %d cannot be read and is left out", number, key)
        return False
    return True


def apply(
    session: Session, scope: str, changes: Sequence[PackChange], summary: str, seen: int, now: datetime
) -> int | Outdated:
    """Make all changes, as one that can be undone; Outdated where the scope is not as it was ``seen``."""
    if revision(session, scope) != seen:
        return Outdated()
    change = _begin(session, scope, summary, now)
    for one in changes:
        _change(session, scope, one, change)
    _forget(session, scope)
    return change


def remove(session: Session, scope: str, name: str, now: datetime) -> ImportedPack | None:
    """Take a pack out; None where the scope has no pack of this name."""
    pack = next((pack for pack in packs(session, (scope,)) if pack.name == name), None)
    if pack is not None:
        change = _begin(session, scope, f"the removal of {pack.title}", now)
        session.execute(
            update(ImportedPackRow).where(col(ImportedPackRow.key) == pack.key).values(until=change)
        )
        _forget(session, scope)
    return pack


def undo(session: Session, scope: str) -> UndoneChange | None:
    """Undo the newest change of a scope; None where there is none."""
    row = session.get(ImportChangeRow, revision(session, scope))
    if row is None or row.id is None:
        return None
    begun = select(col(ImportedPackRow.key)).where(col(ImportedPackRow.since) == row.id)
    question = ImportedQuestionRow
    session.execute(
        delete(question).where(or_(col(question.since) == row.id, col(question.pack_key).in_(begun)))
    )
    session.execute(delete(ImportedPackRow).where(col(ImportedPackRow.since) == row.id))
    for table in (ImportedPackRow, ImportedQuestionRow):
        session.execute(update(table).where(col(table.until) == row.id).values(until=None))
    session.delete(row)
    return UndoneChange(row.summary, row.at)


def _begin(session: Session, scope: str, summary: str, now: datetime) -> int:
    row = ImportChangeRow(scope=scope, at=now, summary=summary)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _change(session: Session, scope: str, one: PackChange, change: int) -> None:
    where = (col(ImportedPackRow.scope) == scope, col(ImportedPackRow.name) == one.name)
    pack = session.scalars(
        select(ImportedPackRow).where(*where, col(ImportedPackRow.until).is_(None))
    ).first()
    if pack is None:
        pack = ImportedPackRow(
            scope=scope, name=one.name, title=one.title, about=one.about, last_number=0, since=change
        )
        session.add(pack)
        session.flush()
    question = ImportedQuestionRow
    rows = [(number, body) for number, body in one.changed]
    for number, _ in rows:
        session.execute(
            update(question)
            .where(col(question.pack_key) == pack.key, col(question.number) == number, _live(question))
            .values(until=change)
        )
    rows += [(pack.last_number + at, body) for at, body in enumerate(one.added, 1)]
    pack.last_number += len(one.added)
    session.flush()
    if rows:
        values = [
            {"pack_key": pack.key, "number": number, "since": change, "body": body} for number, body in rows
        ]
        session.execute(insert(question), values)


def _live(table: type[ImportedQuestionRow]) -> ColumnElement[bool]:
    return col(table.until).is_(None)


def _forget(session: Session, scope: str) -> None:
    """Delete what only changes need that are too old to be undone."""
    change = ImportChangeRow
    old = session.scalars(
        select(col(change.id))
        .where(col(change.scope) == scope)
        .order_by(col(change.id).desc())
        .offset(KEPT_CHANGES)
    ).all()
    if not old:
        return
    gone = select(col(ImportedPackRow.key)).where(col(ImportedPackRow.until).in_(old))
    question = ImportedQuestionRow
    session.execute(
        delete(question).where(or_(col(question.until).in_(old), col(question.pack_key).in_(gone)))
    )
    tables: tuple[tuple[type[SQLModel], ColumnElement[bool]], ...] = (
        (ImportedPackRow, col(ImportedPackRow.until).in_(old)),
        (change, col(change.id).in_(old)),
    )
    for table, condition in tables:
        session.execute(delete(table).where(condition))
