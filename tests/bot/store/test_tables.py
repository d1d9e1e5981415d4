"""Times in the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.store.engine import make_engine
from bot.store.tables import LeaseRow, NaiveDatetime, UtcDateTime
from tests.support.databases import NOON


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    engine = make_engine(database)
    with Session(engine) as session:
        yield session
    engine.dispose()


def a_row(beat_at: datetime) -> LeaseRow:
    return LeaseRow(name="games", holder="h", host="host", pid=1, beat_at=beat_at)


def test_a_naive_time_is_not_stored(session: Session) -> None:
    session.add(a_row(datetime(2026, 11, 20, 12)))  # noqa: DTZ001 - the very thing to be refused
    with pytest.raises(StatementError) as failure:
        session.flush()
    assert isinstance(failure.value.orig, NaiveDatetime)


def test_a_naive_time_is_not_compared_with(session: Session) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        session.execute(select(LeaseRow).where(col(LeaseRow.beat_at) > datetime(2026, 1, 1)))  # noqa: DTZ001


@pytest.mark.parametrize(
    "value", [NOON.replace(tzinfo=None), NOON, NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))]
)
def test_whatever_zone_a_database_gives_it_is_read_as_utc(value: datetime) -> None:
    back = UtcDateTime().process_result_value(value, dialect())
    assert back == NOON
    assert back.tzinfo is UTC


def test_a_time_of_any_zone_comes_back_as_the_same_instant_in_utc(session: Session) -> None:
    session.add(a_row(NOON.astimezone(timezone(timedelta(hours=5, minutes=30))) + timedelta(microseconds=7)))
    session.commit()
    session.expire_all()
    (back,) = session.scalars(select(LeaseRow))
    assert back.beat_at == NOON + timedelta(microseconds=7)
    assert back.beat_at.tzinfo is UTC
