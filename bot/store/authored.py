"""Questions that people write for their own server."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Player
from bot.store.engine import insert_into
from bot.store.records import AuthoredQuestion, DuplicateQuestion
from bot.store.tables import AuthoredRow, PlayerRow


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What its author wrote, before the scope gives it a number."""

    scope: str
    author: Player
    prompt: str
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    explanation: str


def likeness(prompt: str) -> str:
    """What two prompts share that are the same but for case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", prompt).casefold().split())


def add(session: Session, new: NewQuestion, now: datetime) -> AuthoredQuestion | DuplicateQuestion:
    """Keep a question under the scope's next number, unless its prompt is there already."""
    twin = _live(session, new.scope, col(AuthoredRow.likeness) == likeness(new.prompt))
    if twin:
        return DuplicateQuestion(twin[0])
    keep_name(session, new.scope, new.author)
    last = session.scalar(select(func.max(AuthoredRow.number)).where(col(AuthoredRow.scope) == new.scope))
    row = AuthoredRow(
        scope=new.scope,
        number=(last or 0) + 1,
        author_id=new.author.id,
        prompt=new.prompt,
        likeness=likeness(new.prompt),
        accepted=_dump(new.accepted),
        wrong=_dump(new.wrong),
        explanation=new.explanation,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return _record(row, new.author.name)


def of_scope(session: Session, scope: str) -> tuple[AuthoredQuestion, ...]:
    """The questions of a scope that were not removed, by number."""
    return _live(session, scope)


def remove(session: Session, scope: str, number: int, now: datetime) -> AuthoredQuestion | None:
    """Take a question out; None where the scope has no such question."""
    found = _live(session, scope, col(AuthoredRow.number) == number)
    if not found:
        return None
    row = session.get_one(AuthoredRow, (scope, number))
    row.removed_at = now
    return found[0]


def keep_name(session: Session, scope: str, player: Player) -> None:
    """Remember what a player is called in a scope now."""
    insert = insert_into(session.get_bind(), PlayerRow)
    session.execute(
        insert.values(scope=scope, id=player.id, name=player.name).on_conflict_do_update(
            index_elements=["scope", "id"], set_={"name": insert.excluded.name}
        )
    )


def _live(session: Session, scope: str, *which: ColumnElement[bool]) -> tuple[AuthoredQuestion, ...]:
    rows = session.execute(
        select(AuthoredRow, col(PlayerRow.name))
        .join(PlayerRow)
        .where(col(AuthoredRow.scope) == scope, col(AuthoredRow.removed_at).is_(None), *which)
        .order_by(col(AuthoredRow.number))
    )
    return tuple(_record(row, name) for row, name in rows)


def _record(row: AuthoredRow, author_name: str) -> AuthoredQuestion:
    return AuthoredQuestion(
        id=row.number,
        scope=row.scope,
        author_id=row.author_id,
        author_name=author_name,
        prompt=row.prompt,
        accepted=tuple(json.loads(row.accepted)),
        wrong=tuple(json.loads(row.wrong)),
        explanation=row.explanation,
        created_at=row.created_at,
    )


def _dump(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)
