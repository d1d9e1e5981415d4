"""What the owner does with what servers have written: corrections for the packs, questions for all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bot.cli.common import counted, fail, load_packs, plain_output, read_settings, write_pack

if TYPE_CHECKING:
    from bot.store.authoring import KeptChange
    from bot.store.store import Store
    from questions.facts.model import FactBase

Result = TypeVar("Result")


def corrections(
    server: int | None = typer.Option(None, "--server", min=1, help="Only those of this server."),
) -> None:
    """Print what servers have corrected in packs and added to them.

    A pack that a server founded is printed whole. Rows to take out of a pack's files begin with "-", rows to
    put in with "+". What does not fit a pack any more is left out.
    """
    plain_output()
    from bot.store.records import server_scope

    scope = None if server is None else server_scope(server)
    kept = _with_store(lambda store: store.desk.corrections(scope))
    lines = [*_rows(kept, {base.id: base for base in load_packs(None, read_settings())})]
    for line in lines:
        typer.echo(line)
    if not lines:
        typer.echo("No server has corrected or added a fact.", err=True)


def publish(
    server: int = typer.Argument(..., min=1, help="The id of the server that wrote them."),
    numbers: list[int] | None = typer.Argument(None, min=1, help="The numbers of its questions."),
    pack: str = typer.Option(
        "community", "--pack", help="The pack for all servers that they become part of."
    ),
    title: str = typer.Option("Community questions", "--title", help="The title of a new pack."),
    facts: str = typer.Option("", "--facts", help="Instead, the title of a pack of facts that it founded."),
    out: Path | None = typer.Option(None, "--out", help="The folder to write that pack to."),
) -> None:
    """Publish to all servers what a server wrote.

    Questions become part of an imported pack, with their author's name; gumshoe undo undoes it. A pack of
    facts is written to a folder: every server plays it once it is among the packs of the bot.
    """
    plain_output()
    if facts and out is not None and not numbers:
        _publish_facts(server, facts, out)
        return
    if facts or out is not None or not numbers:
        fail("Name the numbers of questions, or a pack with --facts and a folder for it with --out.")
    added, missing = _with_store(lambda store: _publish(store, server, numbers, pack, title))
    if missing:
        listed = ", ".join(map(str, missing))
        fail(
            f"Nothing was published: server {server} has no question with the number {listed} in its quizzes."
        )
    typer.echo(f"Published {counted(added, 'question')} to all servers, in {pack}. To undo it: gumshoe undo")
    if added < len(numbers):
        typer.echo("The others are there already.", err=True)


def _publish_facts(server: int, title: str, folder: Path) -> None:
    from bot.library.fact_packs import for_all, own_pack_named
    from bot.store.records import server_scope

    kept = _with_store(lambda store: store.desk.corrections(server_scope(server)))
    base = own_pack_named(title, [one.change for one in kept])
    if base is None:
        fail(f"Nothing was published: server {server} has not founded a pack called {title}.")
    write_pack(for_all(base), folder, folder.name)
    typer.echo(f"Wrote {counted(len(base.facts), 'fact')} to {folder}. Check it with gumshoe check {folder}")


async def _publish(
    store: Store, server: int, numbers: Sequence[int], pack: str, title: str
) -> tuple[int, list[int]]:
    """How many were added, and which of the numbers the server does not have."""
    from bot.library.imported import ImportedLists
    from bot.store.records import EVERYWHERE, server_scope
    from questions.interchange.lists import ListFile, Placed

    live = {one.id: one.entry for one in await store.desk.questions(server_scope(server))}
    missing = [number for number in numbers if number not in live]
    if missing:
        return 0, missing
    entries = tuple(Placed(number, live[number]) for number in dict.fromkeys(numbers))
    file = ListFile(f"questions of server {server}", None, title, "", "question", entries, ())
    lists = ImportedLists(store)
    plan = await lists.plan(EVERYWHERE, [file], name=pack, title=title)
    if plan.added and await lists.apply(plan, datetime.now(UTC)):
        fail("Nothing was published: the packs were changed meanwhile. Try again.")
    return plan.added, []


def _rows(changes: Sequence[KeptChange], packs: Mapping[str, FactBase]) -> Iterator[str]:
    """Changes as the lines that they take out of the files of their packs and put into them."""
    from bot.store.records import guild_of
    from questions.facts.corrections import corrected
    from questions.facts.own_packs import OwnPack, empty_pack
    from questions.facts.writing import pack_texts

    bases: dict[tuple[str, str], FactBase] = {}
    for kept in changes:
        change, here = kept.change, (kept.scope, kept.change.pack)
        base = bases.get(here) or packs.get(change.pack)
        before = pack_texts(base, "") if base else {}
        if isinstance(change, OwnPack):
            base = base or empty_pack(change)
        if base is None:
            continue
        bases[here] = corrected(base, [change])
        changed = [*_changed_rows(before, pack_texts(bases[here], ""))]
        if changed:
            who = f"{kept.by}, {kept.at:%Y-%m-%d}"
            yield f"# {change.pack}, number {kept.number} of server {guild_of(kept.scope)}, by {who}"
            yield from changed


def _changed_rows(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name, text in after.items():
        old, new = before.get(name, "").splitlines(), text.splitlines()
        yield from (f"- {name}: {row}" for row in old if row not in new)
        yield from (f"+ {name}: {row}" for row in new if row not in old)


def _with_store(work: Callable[[Store], Awaitable[Result]]) -> Result:
    """Do something with the database; an end in plain words where it cannot be used."""
    from bot.store.errors import StoreError
    from bot.store.store import open_store

    settings = read_settings()

    async def run() -> Result:
        store = await asyncio.to_thread(open_store, settings.database)
        try:
            return await work(store)
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except StoreError as error:
        fail(str(error))
