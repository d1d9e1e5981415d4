"""What an import would do, in lines to read before it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.imported import ImportPlan, notes_of
from questions.interchange.lists import TITLES

LISTED = 20


def report(plan: ImportPlan, *, everything: bool) -> Iterator[str]:
    """A few lines a file, and one for each question that is of interest; with ``everything`` for each one."""
    for one in plan.files:
        kind = TITLES[one.file.format] if one.file.format else "no known format"
        target = f"the new pack “{one.title}”" if one.new else f"the pack “{one.title}”"
        yield f"{one.file.name}: {kind}, {_count(len(one.file.entries))}, for {target} ({one.name})"
        notes = notes_of(one, everything=everything)
        for note in notes if everything else notes[:LISTED]:
            yield f"  {note.unit} {note.at}: {note.what}: {note.text}"
        if not everything and len(notes) > LISTED:
            yield f"  and {len(notes) - LISTED:,} more lines like these; --dry-run lists all"


def totals(plan: ImportPlan) -> str:
    """The counts in one line."""
    return (
        f"{_count(plan.added)} to add, {plan.changed:,} to change, "
        f"{plan.skipped:,} skipped as duplicates, {plan.refused:,} problems"
    )


def _count(number: int) -> str:
    return f"{number:,} question{'' if number == 1 else 's'}"
