"""Renews what is made from data and code: the snapshot of the facts, the counts in CURATION.md, and the table
of kinds in the guide for packs.
"""

from __future__ import annotations

from questions.facts.load import load_pack
from tests.support.curation import CURATION, PACK, SNAPSHOT, counts, facts_as_json, with_counts
from tests.support.pack_guide import GUIDE, with_kinds


def main() -> None:
    base = load_pack(PACK)
    SNAPSHOT.write_text(facts_as_json(), encoding="utf-8", newline="\n")
    told = CURATION.read_text(encoding="utf-8")
    CURATION.write_text(with_counts(told, counts(base)), encoding="utf-8", newline="\n")
    GUIDE.write_text(with_kinds(GUIDE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
