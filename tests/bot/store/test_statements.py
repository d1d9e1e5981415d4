"""The statements that write, in the words of both databases."""

from __future__ import annotations

from typing import Any, cast

import pytest
from sqlalchemy import create_engine, create_mock_engine, inspect

from bot.store.statements import Statements
from bot.store.tables import AskedRow, PlayerRow, Table

SQLITE = create_engine("sqlite://")
POSTGRESQL = cast(Any, create_mock_engine("postgresql+psycopg://", executor=lambda *_: None))


@pytest.mark.parametrize("engine", [SQLITE, POSTGRESQL], ids=["sqlite", "postgresql"])
@pytest.mark.parametrize(("name", "table"), [("player", PlayerRow), ("asked", AskedRow)])
def test_what_is_there_already_is_found_by_its_key(engine: Any, name: str, table: type[Table]) -> None:
    statement = getattr(Statements(engine), name)
    key = ", ".join(column.name for column in inspect(table).primary_key)
    assert f"ON CONFLICT ({key}) DO UPDATE" in str(statement.compile(dialect=engine.dialect))
