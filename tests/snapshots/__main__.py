"""Writes the snapshot of the pack's facts and the counts in its CURATION.md anew, after a change of data."""

from __future__ import annotations

from questions.facts.load import load_pack
from tests.support.curation import CURATION, PACK, SNAPSHOT, counts, facts_as_json, with_counts


def main() -> None:
    base = load_pack(PACK)
    SNAPSHOT.write_text(facts_as_json(), encoding="utf-8", newline="\n")
    told = CURATION.read_text(encoding="utf-8")
    CURATION.write_text(with_counts(told, counts(base)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
