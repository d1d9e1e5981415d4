"""``gumshoe member``: what is kept about one person, for the owner who is asked for it."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from bot.cli.common import fail, read_settings


def member(
    member: int = typer.Argument(..., min=0, help="The id of the person in Discord; 0 at the terminal."),
    export: Path | None = typer.Option(
        None, "--export", help="A new file for all that is kept about them, as JSON; - for standard output."
    ),
    forget: bool = typer.Option(False, "--forget", help="Delete all that is kept about them."),
    yes: bool = typer.Option(False, "--yes", help="Forget without asking for confirmation."),
) -> None:
    """Export or forget all that is kept about a person. The bot may run meanwhile.

    What they won is gone for good. Games stay as they were for everybody else, with "somebody" in their
    place, and the questions that they gave to servers stay without their name.
    """
    import asyncio

    from bot.store.errors import StoreError

    if export is None and not forget:
        fail("Nothing to do: add --export FILE, or --forget.")
    if forget and not yes:
        _confirm(member)
    try:
        asyncio.run(_work(read_settings().database, member, export, forget))
    except StoreError as error:
        fail(str(error))


def _confirm(member: int) -> None:
    if not sys.stdin.isatty():
        fail("Nobody was forgotten. To forget without being asked, add --yes.")
    if not typer.confirm(f"Delete all that is kept about {member}, for good?"):
        raise typer.Exit(1)


async def _work(url: str, member: int, export: Path | None, forget: bool) -> None:
    import asyncio
    from datetime import UTC, datetime

    from bot.store.engine import existing_file
    from bot.store.store import open_store

    existing_file(url)
    store = await asyncio.to_thread(open_store, url)
    now = datetime.now(UTC)
    try:
        if export is not None:
            _write(export, await store.people.export(member, now))
        if forget:
            if not await store.people.forget(member, now):
                fail("They are in a quiz that runs. Nobody was forgotten: try again when it is over.")
            typer.echo(f"{member}: forgotten", err=True)
    finally:
        await store.close()


def _write(file: Path, data: bytes) -> None:
    if file == Path("-"):
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        with file.open("xb") as target:
            file.chmod(0o600)
            target.write(data)
    except FileExistsError:
        fail(f"{file} already exists: name a new file")
    except OSError as error:
        fail(f"{file}: cannot be written: {error.strerror}")
    typer.echo(f"{file}: written, {len(data):,} bytes", err=True)
