"""Looks a PostgreSQL server over: whether it keeps what is written to it, and lets this user write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from bot.store.engine import make_engine, parse_url
from bot.store.errors import STATES, StoreError, describe
from bot.store.standing_tables import METADATA

FEW = 20
"""Connections that a bot with all its readers may need: two pools of five, and as many over."""

OLDEST = 14
"""The oldest version of PostgreSQL that its makers still mend."""

RIGHTS = "SELECT, INSERT, UPDATE, DELETE"

LOOK = text("""
    SELECT current_setting('server_version') AS version,
        current_setting('server_version_num')::int / 10000 AS major,
        current_setting('server_encoding') AS encoding,
        pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool AS read_only,
        current_setting('fsync')::bool AS fsync,
        current_setting('full_page_writes')::bool AS full_page_writes,
        current_setting('synchronous_commit') AS synchronous_commit,
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend')
            AS connections,
        has_schema_privilege(current_schema(), 'CREATE') AS may_create
""")


@dataclass(frozen=True, slots=True)
class Server:
    """What a server says of itself, and what is the matter with it, a line each."""

    version: str
    connections: int
    problems: tuple[str, ...]


def look_at_server(url: str) -> Server | None:
    """Look at the server of a database; None for SQLite. StoreError where it does not answer."""
    if parse_url(url).get_backend_name() == "sqlite":
        return None
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            found = connection.execute(LOOK).one()
            problems = (*_problems(found), *_missing_rights(connection))
            return Server(found.version, found.connections, problems)
    except SQLAlchemyError as error:
        raise StoreError(describe(error)) from error
    finally:
        engine.dispose()


def _problems(found: Any) -> Iterator[str]:
    if found.major < OLDEST:
        yield f"PostgreSQL {found.version} is out of support: update it to {OLDEST} or newer"
    if found.encoding != "UTF8":
        yield f"its texts are in {found.encoding}, which cannot hold every name: make one in UTF8"
    if found.read_only:
        yield STATES["25006"]
    if not (found.fsync and found.full_page_writes):
        yield "fsync or full_page_writes is off, so a power cut may damage the database: set both to on"
    if found.synchronous_commit == "off":
        yield "synchronous_commit is off, so a crash of the server may lose the last answers: set it to on"
    if found.connections < FEW:
        yield f"{found.connections} connections are left, and a bot may need {FEW}: raise max_connections"
    if not found.may_create:
        yield "this user may not make tables, so updates will fail: GRANT CREATE ON SCHEMA public"


def _missing_rights(connection: Connection) -> Iterator[str]:
    may = text(
        "SELECT bool_and(has_table_privilege(c.oid, right_)) FROM pg_class c, "
        "unnest(string_to_array(:rights, ', ')) AS right_ WHERE c.oid = to_regclass(:name)"
    )
    lacking = [
        name
        for name in sorted(METADATA.tables)
        if connection.scalar(may, {"name": name, "rights": RIGHTS}) is False
    ]
    if lacking:
        names = ", ".join(lacking)
        yield f"this user may not write to {names}: GRANT {RIGHTS} ON ALL TABLES IN SCHEMA public"
