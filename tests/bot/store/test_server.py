"""What a PostgreSQL server says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.store.errors import StoreError
from bot.store.server import look_at_server
from tests.support.databases import url_of
from tests.support.postgres import Postgres

UNSAFE = "fsync or full_page_writes is off"
"""The server of the tests is quick, and says so."""


def complaints(url: str) -> list[str]:
    server = look_at_server(url)
    assert server is not None
    return [problem for problem in server.problems if UNSAFE not in problem]


def test_a_server_in_order_is_named_with_its_version_and_no_complaint(postgres: Postgres) -> None:
    with postgres.database() as url:
        server = look_at_server(url)
        assert server is not None
        assert server.version.startswith("18.")
        assert 0 < server.connections < 60
        assert [UNSAFE in problem for problem in server.problems] == [True]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("-c default_transaction_read_only=on", "the database is read-only: name the primary"),
        (
            "-c synchronous_commit=off",
            "synchronous_commit is off, so a crash of the server may",
        ),
    ],
)
def test_a_setting_that_loses_answers_is_told(postgres: Postgres, options: str, said: str) -> None:
    with postgres.database() as url:
        (problem,) = complaints(make_url(url).update_query_dict({"options": options}).render_as_string())
        assert said in problem


def test_rights_that_are_missing_are_told_with_the_words_that_grant_them(postgres: Postgres) -> None:
    with postgres.database() as url:
        name = make_url(url).database or ""
        postgres.execute("CREATE ROLE guest LOGIN")
        try:
            postgres.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest", name)
            create, write = complaints(make_url(url).set(username="guest").render_as_string())
            assert "GRANT CREATE ON SCHEMA public" in create
            assert "may not write to achievement, asked" in write
            assert "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES" in write
        finally:
            postgres.execute("DROP OWNED BY guest", name)
            postgres.execute("DROP ROLE guest")


def test_an_encoding_that_cannot_hold_every_name_is_told(postgres: Postgres) -> None:
    options = "TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'"
    postgres.execute(f"CREATE DATABASE latin {options}")
    try:
        (problem,) = complaints(postgres.url("latin"))
        assert "its texts are in LATIN1" in problem
    finally:
        postgres.execute("DROP DATABASE latin")


def test_a_server_that_is_not_there_is_told_in_a_line() -> None:
    with pytest.raises(StoreError, match="No such file") as failure:
        look_at_server("postgresql+psycopg://postgres@/name?host=/tmp/no-such-folder")
    assert "\n" not in str(failure.value)


def test_sqlite_has_no_server(tmp_path: Path) -> None:
    assert look_at_server(url_of(tmp_path / "a.db")) is None
