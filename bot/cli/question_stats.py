"""``gumshoe questions --stats``: how questions did with players, for whoever runs the bot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from bot.cli.common import counted, fail, plain_output, read_settings

if TYPE_CHECKING:
    from bot.store.question_records import QuestionRecord

LEVELS = ("", "easy", "medium", "hard")


def print_stats(packs: list[str] | None, as_json: bool) -> None:
    """Print the questions of these packs, by their ids, or of all; the worst first."""
    from bot.store.errors import StoreError

    plain_output()
    try:
        records = asyncio.run(_records(read_settings().database, packs))
    except StoreError as error:
        fail(str(error))
    for record in records:
        if as_json:
            typer.echo(json.dumps(_as_json(record), ensure_ascii=False))
        else:
            typer.echo(f"{record.prompt}\n    {', '.join(_facts(record))}")
            for choice in record.choices:
                mark = "right" if choice.right else "never taken" if choice in record.untaken else "wrong"
                typer.echo(f"    {choice.taken} of {choice.shown}: {choice.text} ({mark})")


async def _records(url: str, packs: list[str] | None) -> tuple[QuestionRecord, ...]:
    from bot.store.engine import existing_file
    from bot.store.question_records import Order
    from bot.store.store import open_store

    existing_file(url)
    store = await asyncio.to_thread(open_store, url)
    try:
        return await store.asked.ranked(Order.WORST, packs)
    finally:
        await store.close()


def _facts(record: QuestionRecord) -> Iterator[str]:
    yield record.pack
    yield "typed" if record.typed else "with choices"
    yield f"asked {counted(record.asked, 'time')}"
    yield f"skipped {counted(record.skipped, 'time')}"
    if record.average is not None:
        yield f"{record.correct} of {counted(record.answered, 'answer')} right"
        yield f"{record.average:.1f} s"
    if record.reports:
        yield counted(record.reports, "report")
    if record.by_play is None:
        yield LEVELS[record.level]
    else:
        yield f"{LEVELS[record.by_play]} by play, set {LEVELS[record.level]}"


def _as_json(record: QuestionRecord) -> dict[str, Any]:
    names = ("id", "pack", "kind", "topic", "prompt", "typed", "level", "by_play", "asked", "skipped")
    counts = ("answered", "correct", "reports")
    choices = [choice._asdict() for choice in record.choices]
    return {
        **{name: getattr(record, name) for name in (*names, *counts)},
        "average_seconds": record.average,
        "difficulty": record.difficulty.mean,
        "doubt": record.difficulty.doubt,
        "trouble": record.trouble,
        "choices": choices,
    }
