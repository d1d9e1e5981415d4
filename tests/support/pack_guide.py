"""The guide for writers of packs, and the part of it that is made from the generators."""

from __future__ import annotations

import re
from pathlib import Path

from questions.generators.catalogue import GENERATORS

GUIDE = Path(__file__).parents[2] / "seeds" / "README.md"
_TABLE = re.compile(r"(<!-- kinds: [^>]*-->\n).*?(<!-- end of kinds -->)", re.DOTALL)


def with_kinds(text: str) -> str:
    """The guide with its table of kinds written anew."""
    rows = [f"| {generator.kind.replace('_', ' ')} | {generator.needs} |" for generator in GENERATORS]
    table = "\n".join(["| kind of question | what it needs |", "|---|---|", *rows])
    return _TABLE.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", text)
