"""The commands for whoever runs a bot: backup, compact, doctor and health."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.cli.common import fail, reachable, read_settings


def backup(file: Path = typer.Argument(..., help="The file to write; it must not exist.")) -> None:
    """Copy the database, also while the bot runs."""
    from bot.store.backup import backup as copy
    from bot.store.errors import StoreError

    try:
        size = copy(read_settings().database, file)
    except StoreError as error:
        fail(str(error))
    typer.echo(f"{file}: written, {size:,} bytes")


def compact() -> None:
    """Shrink the database's file.

    It is made as small as what it holds. Stop the bot first.
    """
    from bot.store.backup import compact as shrink
    from bot.store.errors import StoreError

    try:
        before, after = shrink(read_settings().database)
    except StoreError as error:
        fail(str(error))
    typer.echo(f"{before:,} bytes before, {after:,} now")


def move(
    source: str = typer.Argument(
        ..., help="The database to read: sqlite:///PATH, or postgresql+psycopg://..."
    ),
    target: str = typer.Argument(..., help="The database to fill: an empty one, or a file to come."),
) -> None:
    """Copy the database to PostgreSQL, or back.

    Every row is checked. Stop the bot first.
    """
    from bot.store.errors import StoreError
    from bot.store.move import move as copy
    from bot.store.schema import database_name

    def tell(table: str, rows: int) -> None:
        if rows % 100_000 == 0:
            typer.echo(f"{table}: {rows:,} rows so far")

    try:
        rows = copy(source, target, tell)
        name = database_name(target)
    except StoreError as error:
        fail(str(error))
    typer.echo(f"{rows:,} rows are in {name}, and read the same as in the source, which stays as it was.")
    typer.echo("Now set GUMSHOE_DATABASE to the new one, and start the bot.")


def health() -> None:
    """Ask the running bot whether it can play. For a supervisor: exit 1 if it cannot."""
    import json
    from http.client import HTTPConnection, HTTPException

    settings = read_settings()
    if settings.health_port is None:
        fail("GUMSHOE_HEALTH_PORT is not set, so the bot does not tell how it is.")
    host = reachable(settings.health_host)
    connection = HTTPConnection(host, settings.health_port, timeout=4)
    try:
        connection.request("GET", "/healthz")
        problems = json.load(connection.getresponse())["problems"]
    except OSError as error:
        fail(f"no bot answers on {host}:{settings.health_port}: {error.strerror or error}")
    except (HTTPException, ValueError, KeyError, TypeError):
        fail(f"another program answers on {host}:{settings.health_port}: set another GUMSHOE_HEALTH_PORT")
    if problems:
        fail(*map(str, problems))
    typer.echo("well")


def doctor(
    full: bool = typer.Option(
        False, "--full", help="Also check every index and reference in the database: slow."
    ),
) -> None:
    """Say what needs fixing. Checks settings, packs, database and, with a token, what the bot may do in each
    server.
    """
    import asyncio

    from bot.cli.doctor import examine

    settings = read_settings()
    typer.echo("settings: sound")
    problems = asyncio.run(examine(settings, typer.echo, full))
    if problems:
        fail(*problems)
