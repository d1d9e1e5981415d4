"""Processes on one database share the servers: each claims some shards, and takes over from the dead.

No clock of any host decides: a process counts as dead when another has seen no beat of it for long enough by
its own even clock, or when it ran on the same host and is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Connection, case, cast, delete, func, select, text, update
from sqlalchemy.orm import Mapped, Session
from sqlmodel import col

from bot.store.desk import Do
from bot.store.engine import insert_into
from bot.store.lease import is_gone, time_of
from bot.store.records import SERVER, Holder, Process
from bot.store.shard_records import Claim, OtherCount, Turn, Wanted
from bot.store.shard_tables import IdentifyRow, ProcessRow, ShardRow

TURNS = 7_148_620_525
"""The advisory lock under which processes take their turns, one at a time."""


IDENTIFY_SECONDS = 5.0
"""Between two shards of the same bucket that identify to Discord."""


class Shards:
    """As async code sees them: see ``bot.store.store``."""

    def __init__(self, read: Do, write: Do) -> None:
        self._read = read
        self._write = write

    async def turn(
        self, me: Holder, wanted: Wanted, silent: Mapping[str, datetime], *, leaving: bool = False
    ) -> Turn | OtherCount:
        """Say that ``me`` is alive, take over from the dead, and claim what is free, up to a fair share.

        Processes are dead if they have been ``silent`` since then. One that is ``leaving`` claims nothing.
        """
        return await self._write(lambda session: _turn(session, me, wanted, silent, leaving))

    async def release(self, me: Holder, claim: Claim) -> None:
        """Let another process have a shard."""
        await self._write(lambda session: _free(session, me.id, time_of(session), claim.shard))

    async def leave(self, me: Holder) -> None:
        """Let the others have everything, at once."""
        await self._write(lambda session: _leave(session, me))

    async def identify_in(self, bucket: int, seconds: float = IDENTIFY_SECONDS) -> float:
        """In how many seconds a shard may identify: 0 where it may do so now, and nobody else for a while."""
        return await self._write(lambda session: _identify_in(session, bucket, timedelta(seconds=seconds)))

    async def held(self) -> Mapping[Process, tuple[int, ...]]:
        """The processes, and the shards that each holds."""
        return await self._read(held)


def held(session: Session) -> Mapping[Process, tuple[int, ...]]:
    """The processes, and the shards that each holds."""
    shards: dict[str | None, list[int]] = {}
    for row in session.scalars(select(ShardRow).order_by(col(ShardRow.id))):
        shards.setdefault(row.holder, []).append(row.id)
    return {_process(row): tuple(shards.get(row.id, ())) for row in _processes(session)}


def lost_among(connection: Connection, claims: Collection[Claim | None]) -> Collection[Claim | None]:
    """Those of the claims that no longer hold; the others do until the transaction ends."""
    ids = sorted({claim.shard for claim in claims if claim is not None})
    if not ids:
        return ()
    kept = select(col(ShardRow.id), col(ShardRow.epoch), col(ShardRow.holder))
    mine = kept.where(col(ShardRow.id).in_(ids)).order_by(col(ShardRow.id))
    rows = connection.execute(mine.with_for_update(read=True))
    epochs = {id: epoch for id, epoch, holder in rows if holder is not None}
    return {claim for claim in claims if claim is not None and epochs.get(claim.shard) != claim.epoch}


def of_shard(scope: Mapped[str], claim: Claim) -> ColumnElement[bool]:
    """Whether the scope of a game that may resume belongs to the shard: see ``Claim.covers``."""
    guild = cast(func.substr(scope, len(SERVER) + 1), BigInteger)
    shard = guild // 2**22 % claim.count
    return case((scope.startswith(SERVER), shard), else_=0) == claim.shard


def _turn(
    session: Session, me: Holder, wanted: Wanted, silent: Mapping[str, datetime], leaving: bool
) -> Turn | OtherCount:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": TURNS})
    now, dead = time_of(session), _bury(session, me, silent)
    rows = _processes(session)
    others = [_process(row) for row in rows if row.id != me.id]
    mine, count = next((row for row in rows if row.id == me.id), None), count_shards(session)
    if mine is None:
        if not others and count != wanted.alone:
            count = _recount(session, wanted.alone)
        if wanted.fixed not in (None, count):
            return OtherCount(count, others)
        mine = ProcessRow(id=me.id, host=me.host, pid=me.pid, joined_at=now, beat_at=now)
        session.add(mine)
    mine.beat_at, mine.leaving = now, leaving
    session.flush()
    staying = [row.id for row in _processes(session) if not row.leaving]
    quota = quota_of(me.id, staying, count)
    return Turn(count, quota, _claim(session, me, count, quota, now), others, dead)


def _bury(session: Session, me: Holder, silent: Mapping[str, datetime]) -> list[Process]:
    """Take their shards from the dead."""
    dead = [
        _process(row)
        for row in _processes(session)
        if row.id != me.id and (silent.get(row.id) == row.beat_at or is_gone(_process(row).holder, me))
    ]
    for process in dead:
        _free(session, process.holder.id, process.beat_at)
        session.execute(delete(ProcessRow).where(col(ProcessRow.id) == process.holder.id))
    return dead


def quota_of(me: str, staying: Sequence[str], count: int) -> int:
    """How many of the shards a process should have; those that came first have the rest of the division."""
    if me not in staying:
        return 0
    return count // len(staying) + (staying.index(me) < count % len(staying))


def _claim(
    session: Session, me: Holder, count: int, quota: int, now: datetime
) -> Mapping[Claim, timedelta | None]:
    """All shards of a process, after it has taken free ones up to its quota."""
    rows = session.scalars(
        select(ShardRow).where(col(ShardRow.holder) == me.id).order_by(col(ShardRow.id))
    ).all()
    held: dict[Claim, timedelta | None] = {Claim(row.id, count, row.epoch): None for row in rows}
    free = select(ShardRow).where(col(ShardRow.holder).is_(None)).order_by(col(ShardRow.id))
    epoch = session.scalar(select(func.max(ShardRow.epoch))) or 0
    for row in session.scalars(free.limit(max(quota - len(held), 0))).all():
        epoch += 1
        away = None if row.left_at is None else max(now - row.left_at, timedelta(0))
        row.holder, row.epoch, row.left_at = me.id, epoch, None
        held[Claim(row.id, count, epoch)] = away
    return held


def _free(session: Session, holder: str, at: datetime, shard: int | None = None) -> None:
    mine = [col(ShardRow.holder) == holder, *([] if shard is None else [col(ShardRow.id) == shard])]
    session.execute(update(ShardRow).where(*mine).values(holder=None, left_at=at))


def _identify_in(session: Session, bucket: int, pause: timedelta) -> float:
    now, row = time_of(session), session.get(IdentifyRow, bucket, with_for_update=True)
    if row is None:
        insert = insert_into(session.get_bind(), IdentifyRow).values(bucket=bucket, at=now)
        first = session.execute(insert.on_conflict_do_nothing().returning(col(IdentifyRow.bucket))).first()
        return pause.total_seconds() if first is None else 0.0
    since = now - row.at
    if timedelta(0) <= since < pause:
        return (pause - since).total_seconds()
    row.at = now
    return 0.0


def _leave(session: Session, me: Holder) -> None:
    _free(session, me.id, time_of(session))
    session.execute(delete(ProcessRow).where(col(ProcessRow.id) == me.id))


def count_shards(session: Session) -> int:
    """How many shards there are; none before the first process has joined."""
    return session.execute(select(func.count()).select_from(ShardRow)).scalar_one()


def _recount(session: Session, count: int) -> int:
    """Have another number of shards, whose claims come after all before."""
    epoch = session.scalar(select(func.max(ShardRow.epoch))) or 0
    left_at = session.scalar(select(func.max(ShardRow.left_at)))
    session.execute(delete(ShardRow))
    session.add_all(ShardRow(id=shard, epoch=epoch, left_at=left_at) for shard in range(count))
    session.flush()
    return count


def _processes(session: Session) -> Sequence[ProcessRow]:
    return session.scalars(select(ProcessRow).order_by(col(ProcessRow.joined_at), col(ProcessRow.id))).all()


def _process(row: ProcessRow) -> Process:
    return Process(Holder(row.id, row.host, row.pid), row.beat_at)
