"""The pack that is shipped: what is kept of it beside its data, and how that follows from the data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import build
from questions.facts.model import FactBase

ROOT = Path(__file__).parents[2]
PACK = ROOT / "seeds" / "jessica_jones"
CURATION = PACK / "CURATION.md"
SNAPSHOT = ROOT / "tests" / "snapshots" / "jessica_jones_facts.jsonl"
RENEW = ".venv/bin/python -m tests.snapshots"
HEADING = "## Counts\n"


def facts_as_json() -> str:
    """What ``gumshoe facts --json`` prints for the pack."""
    result = CliRunner().invoke(build(), ["facts", "--pack", str(PACK), "--json"])
    assert result.exit_code == 0, result.output
    return result.stdout


def counts(base: FactBase) -> str:
    """The last section of CURATION.md, without its heading; a fact counts for each document that it cites."""
    spoilers = sum(fact.spoiler for fact in base.facts)
    cited = Counter(source for fact in base.facts for source in fact.sources)
    topics = Counter(fact.topic for fact in base.facts)
    levels = Counter(fact.level for fact in base.facts)
    totals = f"{len(base.facts)} facts, {len(base.relations)} relations, {len(base.entities)} entities"
    return "\n".join(
        [
            "",
            f"{totals}; {spoilers} facts are spoilers. A fact counts for each document that it cites.",
            *_table("document", [(source, cited[source]) for source in base.sources]),
            *_table("topic", sorted(topics.items())),
            *_table("level", sorted(levels.items())),
            "",
        ]
    )


def counts_told() -> str:
    """The counts as CURATION.md has them."""
    return CURATION.read_text(encoding="utf-8").partition(HEADING)[2]


def with_counts(text: str, new: str) -> str:
    """The text of CURATION.md with its last section replaced."""
    before, heading, _ = text.partition(HEADING)
    return before + heading + new


def _table(of: str, rows: list[tuple[str, int]] | list[tuple[int, int]]) -> list[str]:
    return ["", f"| {of} | facts |", "|---|---|", *(f"| {name} | {number} |" for name, number in rows)]
