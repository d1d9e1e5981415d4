"""The commands about imported packs: import, export, packs, remove and undo."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bot.cli.common import fail, pack_folders, plain_output, read_settings
from questions.interchange.formats import Format, Target

if TYPE_CHECKING:
    from bot.library.imported import ImportedLists, ImportPlan
    from questions.interchange.lists import ListFile

Result = TypeVar("Result")

SERVER = typer.Option(
    None, "--server", min=1, help="The id of the Discord server whose pack it is. Default: for all servers."
)
PACK = typer.Argument(..., help="The pack's name or title; gumshoe packs lists them.")


def import_(
    files: list[Path] = typer.Argument(..., help="The files to import, of any of the formats."),
    pack: str | None = typer.Option(
        None, "--pack", help="The pack to import into, new or not. Default: one for each file, by its name."
    ),
    title: str | None = typer.Option(None, "--title", help="The title of a new pack, for players to read."),
    server: int | None = SERVER,
    format: Format | None = typer.Option(
        None, "--format", help="The format of the files. Default: what they look like."
    ),
    dry_run: bool = typer.Option(False, "--dry-run", help="List all that would be done, and write nothing."),
    yes: bool = typer.Option(False, "--yes", help="Import without asking for confirmation."),
    keep_duplicates: bool = typer.Option(
        False, "--keep-duplicates", help="Also import questions that are there already in other words."
    ),
) -> None:
    """Import lists of questions that other bots and tools write.

    Formats: Red trivia YAML, OpenTDB JSON, LakeYS TriviaBot, sir-lancebot, Kotoba decks, Anki notes, Moodle
    GIFT and Aiken, quiz-bowl packets, Kahoot and Mentimeter templates, CSV, TSV and XLSX tables, and
    Gumshoe's own JSON. A table of things, such as countries, becomes questions about them.
    """
    from bot.cli.import_report import report, totals

    plain_output()
    listed = [_read(file, format) for file in files]
    plan = _with_lists(
        lambda lists: lists.plan(
            _scope(server), listed, name=pack, title=title, keep_duplicates=keep_duplicates
        )
    )
    for line in report(plan, everything=dry_run):
        typer.echo(line)
    empty = [one.file.name for one in plan.files if not one.file.entries]
    if empty:
        fail(f"Nothing was imported: {', '.join(empty)} holds no question that can be asked.")
    typer.echo(totals(plan))
    if dry_run or not (plan.added or plan.changed):
        return
    if not yes:
        _confirm()
    _apply(plan, server)


def _confirm() -> None:
    if not sys.stdin.isatty():
        fail("Nothing was imported. To import without being asked, add --yes.")
    if not typer.confirm("Import this?"):
        fail("Nothing was imported.")


def _apply(plan: ImportPlan, server: int | None) -> None:
    from datetime import UTC, datetime

    if _with_lists(lambda lists: lists.apply(plan, datetime.now(UTC))):
        fail("Nothing was imported: the packs were changed meanwhile. Import again to see what is new.")
    undo_words = "gumshoe undo" + (f" --server {server}" if server else "")
    typer.echo(f"Imported. To undo it: {undo_words}")


def export(
    pack: str = PACK,
    out: Path | None = typer.Option(None, "--out", help="The file to write, which must not exist yet."),
    format: Target = typer.Option(
        Target.JSON, "--format", help="json loses nothing; csv is for spreadsheets, red for Red's trivia."
    ),
    server: int | None = SERVER,
) -> None:
    """Write an imported pack to a file, or to the screen."""
    plain_output()

    async def work(lists: ImportedLists) -> str:
        named = await lists.named(_scope(server), pack)
        return await lists.export(named, format) if named else ""

    text = _with_lists(work) or fail(_no_pack(pack, server))
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        fail(f"{out} is there already: name a new file")
    except OSError as error:
        fail(f"{out}: cannot be written: {error.strerror}")
    typer.echo(f"{out}: written")


def packs() -> None:
    """List the packs of facts and the imported packs."""
    from bot.store.records import EVERYWHERE, guild_of

    plain_output()
    for folder in pack_folders(read_settings().packs):
        typer.echo(f"{folder.name}: facts, in {folder}")
    for one in _with_lists(lambda lists: lists.all_packs()):
        where = "all servers" if one.scope == EVERYWHERE else f"server {guild_of(one.scope)}"
        typer.echo(f"{one.name}: {one.title}, {one.questions:,} imported questions for {where}")


def remove(pack: str = PACK, server: int | None = SERVER) -> None:
    """Remove an imported pack.

    The points that were won with it stay. gumshoe undo brings it back.
    """
    from datetime import UTC, datetime

    removed = _with_lists(lambda lists: lists.remove(_scope(server), pack, datetime.now(UTC)))
    if removed is None:
        fail(_no_pack(pack, server))
    typer.echo(f"Removed {removed.title} with {removed.questions:,} questions.")


def undo(server: int | None = SERVER) -> None:
    """Undo the newest import or removal.

    Call it again for the one before, up to ten of them.
    """
    undone = _with_lists(lambda lists: lists.undo(_scope(server)))
    if undone is None:
        fail("There is nothing to undo" + (f" for server {server}." if server else "."))
    typer.echo(f"Undone: {undone.summary}, of {undone.at:%Y-%m-%d %H:%M} UTC.")


def _scope(server: int | None) -> str:
    from bot.store.records import EVERYWHERE, server_scope

    return EVERYWHERE if server is None else server_scope(server)


def _no_pack(pack: str, server: int | None) -> str:
    where = f"for server {server}" if server else "for all servers (name one with --server)"
    return f"{pack}: there is no imported pack of this name {where}. gumshoe packs lists them."


def _read(file: Path, format: Format | None) -> ListFile:
    from questions.files import read_file
    from questions.interchange.lists.decoding import MAX_BYTES

    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        fail(f"{file}: cannot be read: {error.strerror}")
    return read_file(file.name, data, format)


def _with_lists(work: Callable[[ImportedLists], Awaitable[Result]]) -> Result:
    """Do something with the imported packs of the database; an end in plain words where it cannot be used."""
    from bot.library.imported import ImportedLists
    from bot.store.errors import StoreError
    from bot.store.store import open_store

    settings = read_settings()

    async def run() -> Result:
        store = await asyncio.to_thread(open_store, settings.database)
        try:
            return await work(ImportedLists(store))
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except StoreError as error:
        fail(str(error))
