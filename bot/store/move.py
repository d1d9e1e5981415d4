"""Takes all that one database holds into another, empty one: from SQLite to PostgreSQL, and back."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import blake2b
from typing import NamedTuple

from sqlalchemy import Connection, Engine, RowMapping, Table, func, select, text
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from bot.store.engine import existing_file, for_writing, insert_into, make_engine, sqlite_file, take_time
from bot.store.errors import StoreError, describe
from bot.store.lease import is_gone, this_host
from bot.store.records import Holder
from bot.store.schema import HEAD, current_revision, database_name, migrate, require_tables
from bot.store.standing_tables import METADATA

AT_ONCE = 1_000
TABLES: Sequence[Table] = METADATA.sorted_tables
"""Those that others refer to come first."""

Tell = Callable[[str, int], None]


class Digest(NamedTuple):
    """Of rows in any order, as databases sort texts differently."""

    rows: int = 0
    sum: int = 0

    def plus(self, rows: Sequence[RowMapping]) -> Digest:
        """The digest with some rows more."""
        texts = (repr(tuple(row.values())).encode(errors="surrogateescape") for row in rows)
        hashes = (int.from_bytes(blake2b(text, digest_size=16).digest(), "big") for text in texts)
        return Digest(self.rows + len(rows), (self.sum + sum(hashes)) % 2**128)


def move(source: str, target: str, tell: Tell) -> int:
    """Copy every row in one transaction, and read it back from both; how many there are.

    ``tell`` hears the rows of each table as they are copied. StoreError says what stands in the way: then the
    target is as empty as it was. The source is only read, and nobody else writes to it meanwhile.
    """
    existing_file(source)
    try:
        _require_empty(target)
        with _engine(source) as reading, reading.begin() as old:
            _require_source(old, source)
            migrate(target)
            with _engine(target) as writing, writing.begin() as new:
                _hold_still(new)
                _require_no_rows(new, target)
                digests = {table.name: _copy(old, new, table, tell) for table in TABLES}
                for table in TABLES:
                    _copy_sequence(old, new, table)
                    if not digests[table.name] == _digest(old, table) == _digest(new, table):
                        raise StoreError(f"{table.name} reads differently in the target: nothing was moved")
    except SQLAlchemyError as error:
        raise StoreError(f"nothing was moved: {describe(error)}") from error
    return sum(digest.rows for digest in digests.values())


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = make_engine(url)
    try:
        yield for_writing(engine)
    finally:
        engine.dispose()


def _hold_still(connection: Connection) -> None:
    """Keep everybody else from writing, as SQLite's lock does already: no bot can start meanwhile."""
    if connection.dialect.name == "postgresql":
        take_time(connection)
        names = ", ".join(table.name for table in TABLES)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def _exists(connection: Connection, table: Table) -> bool:
    return connection.dialect.has_table(connection, table.name)


def _require_source(connection: Connection, url: str) -> None:
    """StoreError where the source is not one of this version, or a bot runs on it."""
    schema = current_revision(connection)
    if schema != HEAD:
        raise StoreError(
            f"{database_name(url)} has schema {schema or 'none'}, and this version has {HEAD}: "
            "start this version on it once, to update it"
        )
    require_tables(connection)
    _hold_still(connection)
    me = Holder("", this_host(), os.getpid())
    for holder in _holders(connection):
        if not is_gone(holder, me):
            raise StoreError(
                f"a bot runs on {database_name(url)} (process {holder.pid} on {holder.host.split()[0]}): "
                "stop it; if it was killed, start it once and stop it"
            )


def _holders(connection: Connection) -> Iterator[Holder]:
    """The processes that say that they run games of the database, in whichever table."""
    for table in TABLES:
        if {"host", "pid"} <= set(table.columns.keys()):
            for row in connection.execute(select(table)).mappings():
                if id := row.get("holder", row.get("id")):
                    yield Holder(id, row["host"], row["pid"])


def _require_empty(url: str) -> None:
    """StoreError where the target holds anything; a database that is not there yet is empty."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return
    with _engine(url) as engine, engine.connect() as connection:
        if current_revision(connection) is not None:
            _require_no_rows(connection, url)


def _require_no_rows(connection: Connection, url: str) -> None:
    for table in TABLES:
        if _exists(connection, table) and connection.execute(select(table).limit(1)).first() is not None:
            raise StoreError(
                f"{database_name(url)} is not empty (it has rows in {table.name}): name an empty database"
            )


def _rows(connection: Connection, table: Table) -> Generator[Sequence[RowMapping]]:
    """The rows of a table, some at a time."""
    with connection.execute(select(table).execution_options(yield_per=AT_ONCE)) as result:
        yield from result.mappings().partitions()


def _copy(old: Connection, new: Connection, table: Table, tell: Tell) -> Digest:
    digest, statement = Digest(), insert_into(new, table)
    with closing(_rows(old, table)) as parts:
        for rows in parts:
            digest = digest.plus(rows)
            try:
                new.execute(statement, [dict(row) for row in rows])
            except (DataError, IntegrityError, ValueError) as error:
                raise StoreError(
                    f"nothing was moved: the target cannot hold a row of {table.name} ({describe(error)}): "
                    "see what `gumshoe doctor --full` says of the source"
                ) from error
            tell(table.name, digest.rows)
    return digest


def _digest(connection: Connection, table: Table) -> Digest:
    digest = Digest()
    for rows in _rows(connection, table):
        digest = digest.plus(rows)
    return digest


def _copy_sequence(old: Connection, new: Connection, table: Table) -> None:
    """Let the next number of a table be the one that comes next in the source: none is given twice."""
    column = table.autoincrement_column
    if column is None:
        return
    last = max(_last_number(old, table), new.scalar(select(func.max(column))) or 0)
    if last == 0:
        return
    if new.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        new.execute(select(func.setval(sequence, last)))
    else:
        values = {"name": table.name, "seq": last}
        new.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        new.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), values)


def _last_number(connection: Connection, table: Table) -> int:
    """The last number that a table gave to a row, though the row may be gone; 0 where it gave none."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = :table"
    if connection.dialect.name == "postgresql":
        query = (
            "SELECT last_value FROM pg_sequences "
            "WHERE schemaname || '.' || sequencename = pg_get_serial_sequence(:table, :column)"
        )
    values = {"table": table.name, "column": getattr(table.autoincrement_column, "name", None)}
    return int(connection.scalar(text(query), values) or 0)
