"""``gumshoe standings``: the standings, made anew."""

from __future__ import annotations

import typer

from bot.cli.common import counted, fail, read_settings


def standings(
    rebuild: bool = typer.Option(
        False, "--rebuild", help="Make every standing anew from the awards. Stop the bot first."
    ),
) -> None:
    """Check the standings against the awards. Can also make them anew."""
    import asyncio

    from bot.store.check import check
    from bot.store.errors import StoreError

    url = read_settings().database
    try:
        if rebuild:
            typer.echo(f"{counted(asyncio.run(_rebuild(url)), 'standing')} made anew")
        problems = check(url).problems
    except StoreError as error:
        fail(str(error))
    if problems:
        fail(*problems)
    typer.echo("every standing is the sum of its awards")


async def _rebuild(url: str) -> int:
    import asyncio

    from bot.store.store import open_store

    store = await asyncio.to_thread(open_store, url)
    try:
        return await store.rankings.rebuild()
    finally:
        await store.close()
