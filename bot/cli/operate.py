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
