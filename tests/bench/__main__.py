"""``python -m tests.bench``: what we reach, each beside its limit. Ends with 1 where a goal is missed."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench import (
    boards,
    discord,
    judge,
    lists,
    pictures,
    postgres,
    privacy,
    processes,
    questions,
    shards,
    store,
    tables,
)
from tests.bench.table import table

MODULES = (
    questions,
    tables,
    lists,
    judge,
    store,
    postgres,
    boards,
    privacy,
    pictures,
    discord,
    processes,
    shards,
)


def main() -> int:
    """Measure, print the table, and write the rows as JSON where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows to this file, as JSON")
    target: Path | None = parser.parse_args().json
    rows = [row for module in MODULES for row in module.run()]
    sys.stdout.write(table(rows) + "\n")
    if target is not None:
        target.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n", encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
