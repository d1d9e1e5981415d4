"""Questions that members write for their own server: suggested, reviewed, changed, removed, restored."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Player
from bot.store.authoring import Act, AuthoredQuestion, DuplicateQuestion, Stale, State, TooMany, Version
from bot.store.authoring_tables import AuthoredRow, AuthoredVersionRow
from bot.store.engine import insert_into
from bot.store.imported import decode, encode
from bot.store.tables import PlayerRow
from questions.interchange.lists import Entry

MOST_WAITING, MOST_A_DAY = 5, 10
"""Suggestions of one member in a scope: that wait for a review, and in 24 hours."""

MOST_IN_QUEUE = 200
"""Suggestions that wait for a review in a scope, from whomever."""

STEPS: Mapping[Act, tuple[State, State]] = {
    Act.EDITED: (State.LIVE, State.LIVE),
    Act.APPROVED: (State.WAITING, State.LIVE),
    Act.REFUSED: (State.WAITING, State.REFUSED),
    Act.REMOVED: (State.LIVE, State.REMOVED),
    Act.RESTORED: (State.REMOVED, State.LIVE),
}
"""From which state to which an act leads."""


def likeness(prompt: str) -> str:
    """What two prompts share that are the same but for case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", prompt).casefold().split())


def add(
    session: Session, scope: str, author: Player, entry: Entry, now: datetime
) -> AuthoredQuestion | DuplicateQuestion:
    """Keep a question under the scope's next number, unless its prompt is there already."""
    twin = _twin(session, scope, entry)
    return twin or _insert(session, scope, author, entry, Act.ADDED, now)


def suggest(
    session: Session, scope: str, author: Player, entry: Entry, now: datetime
) -> AuthoredQuestion | DuplicateQuestion | TooMany:
    """Put a question before the quizmasters, unless it is there already or the member has sent enough."""
    if twin := _twin(session, scope, entry):
        return twin
    mine = (col(AuthoredRow.scope) == scope, col(AuthoredRow.author_id) == author.id)
    waiting = _count(session, *mine, col(AuthoredRow.state) == State.WAITING)
    if waiting >= MOST_WAITING:
        return TooMany(MOST_WAITING)
    if (
        _count(session, col(AuthoredRow.scope) == scope, col(AuthoredRow.state) == State.WAITING)
        >= MOST_IN_QUEUE
    ):
        return TooMany(MOST_IN_QUEUE, of_all=True)
    lately = select(func.count()).where(
        col(AuthoredVersionRow.scope) == scope,
        col(AuthoredVersionRow.by_id) == author.id,
        col(AuthoredVersionRow.act) == Act.SUGGESTED,
        col(AuthoredVersionRow.at) > now - timedelta(days=1),
    )
    if session.execute(lately).scalar_one() >= MOST_A_DAY:
        return TooMany(MOST_A_DAY)
    return _insert(session, scope, author, entry, Act.SUGGESTED, now)


def change(
    session: Session,
    scope: str,
    number: int,
    act: Act,
    by: Player,
    now: datetime,
    *,
    entry: Entry | None = None,
    word: str = "",
    seen: int | None = None,
) -> AuthoredQuestion | DuplicateQuestion | Stale:
    """Make a new version of a question. Stale where the act does not fit its state, where it has another
    version than was ``seen``, or where there is no such question.
    """
    before, after = STEPS[act]
    row = session.get(AuthoredRow, (scope, number))
    if row is None or row.state != before or seen not in (None, row.version):
        return Stale()
    current = _questions(session, scope, col(AuthoredRow.number) == number)[0]
    entry = entry or current.entry
    if after is State.LIVE and (twin := _twin(session, scope, entry, number)):
        return twin
    row.state, row.version, row.likeness = after, row.version + 1, likeness(entry.prompt)
    _keep_version(session, row, act, by, now, entry, word)
    session.flush()
    return _questions(session, scope, col(AuthoredRow.number) == number)[0]


def of_scope(session: Session, scope: str, state: State = State.LIVE) -> tuple[AuthoredQuestion, ...]:
    """The questions of a scope in a state, by number."""
    return _questions(session, scope, col(AuthoredRow.state) == state)


def by_author(session: Session, scope: str, author: int) -> tuple[AuthoredQuestion, ...]:
    """What a member has written in a scope, in any state, by number."""
    return _questions(session, scope, col(AuthoredRow.author_id) == author)


def one(session: Session, scope: str, number: int) -> AuthoredQuestion | None:
    """A question in whatever state; None where the scope has no such question."""
    return next(iter(_questions(session, scope, col(AuthoredRow.number) == number)), None)


def history(session: Session, scope: str, number: int) -> tuple[Version, ...]:
    """The versions of a question, oldest first."""
    version = AuthoredVersionRow
    rows = session.execute(
        select(version, col(PlayerRow.name))
        .join(PlayerRow)
        .where(col(version.scope) == scope, col(version.number) == number)
        .order_by(col(version.version))
    )
    return tuple(
        Version(row.version, Act(row.act), name, row.at, decode(row.body), row.word) for row, name in rows
    )


def keep_name(session: Session, scope: str, player: Player) -> None:
    """Remember what a player is called in a scope now."""
    insert = insert_into(session.get_bind(), PlayerRow)
    session.execute(
        insert.values(scope=scope, id=player.id, name=player.name).on_conflict_do_update(
            index_elements=["scope", "id"], set_={"name": insert.excluded.name}
        )
    )


def _insert(
    session: Session, scope: str, author: Player, entry: Entry, act: Act, now: datetime
) -> AuthoredQuestion:
    last = session.scalar(select(func.max(AuthoredRow.number)).where(col(AuthoredRow.scope) == scope))
    keep_name(session, scope, author)
    row = AuthoredRow(
        scope=scope,
        number=(last or 0) + 1,
        author_id=author.id,
        state=State.LIVE if act is Act.ADDED else State.WAITING,
        version=1,
        likeness=likeness(entry.prompt),
        created_at=now,
    )
    session.add(row)
    session.flush()
    _keep_version(session, row, act, author, now, entry)
    session.flush()
    return _questions(session, scope, col(AuthoredRow.number) == row.number)[0]


def _keep_version(
    session: Session, row: AuthoredRow, act: Act, by: Player, now: datetime, entry: Entry, word: str = ""
) -> None:
    keep_name(session, row.scope, by)
    session.add(
        AuthoredVersionRow(
            scope=row.scope,
            number=row.number,
            version=row.version,
            act=act,
            by_id=by.id,
            at=now,
            body=encode(replace(entry, author=None)),
            word=word,
        )
    )


def _twin(session: Session, scope: str, entry: Entry, number: int = 0) -> DuplicateQuestion | None:
    """The live question of another number with the same prompt."""
    same = (col(AuthoredRow.likeness) == likeness(entry.prompt), col(AuthoredRow.number) != number)
    twins = _questions(session, scope, col(AuthoredRow.state) == State.LIVE, *same)
    return DuplicateQuestion(twins[0]) if twins else None


def _count(session: Session, *which: ColumnElement[bool]) -> int:
    return session.execute(select(func.count()).select_from(AuthoredRow).where(*which)).scalar_one()


def _questions(session: Session, scope: str, *which: ColumnElement[bool]) -> tuple[AuthoredQuestion, ...]:
    question, version = AuthoredRow, AuthoredVersionRow
    newest = (
        (col(version.scope) == col(question.scope))
        & (col(version.number) == col(question.number))
        & (col(version.version) == col(question.version))
    )
    author = (col(PlayerRow.scope) == col(question.scope)) & (col(PlayerRow.id) == col(question.author_id))
    rows = session.execute(
        select(question, version, col(PlayerRow.name))
        .join(version, newest)
        .join(PlayerRow, author)
        .where(col(question.scope) == scope, *which)
        .order_by(col(question.number))
    ).all()
    approved = _approved(session, scope) if rows else {}
    return tuple(_record(row, newest, name, approved) for row, newest, name in rows)


def _approved(session: Session, scope: str) -> Mapping[int, int]:
    """How many suggestions of each member were approved, by the member's id."""
    question, version = AuthoredRow, AuthoredVersionRow
    rows = session.execute(
        select(col(question.author_id), func.count())
        .join(version)
        .where(col(question.scope) == scope, col(version.act) == Act.APPROVED)
        .group_by(col(question.author_id))
    )
    return dict(rows.all())


def _record(
    row: AuthoredRow, newest: AuthoredVersionRow, author: str, approved: Mapping[int, int]
) -> AuthoredQuestion:
    return AuthoredQuestion(
        id=row.number,
        scope=row.scope,
        author_id=row.author_id,
        author_name=author,
        state=State(row.state),
        version=row.version,
        entry=replace(decode(newest.body), author=author),
        created_at=row.created_at,
        word=newest.word,
        approved=approved.get(row.author_id, 0),
    )
