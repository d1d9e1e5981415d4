"""Finds what is near one new question among tens of thousands, without an index of them.

Of each prompt one text is kept, its words in order: the whole search is one pass over them, and nothing but
texts stays in memory, which the collector of garbage need not go through. What the pass finds is then held
against the new question as an import would do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from questions.interchange.lists.duplicates import DuplicateIndex, prompt_stems
from questions.interchange.lists.entry import Entry
from questions.interchange.lists.planning import Kept

_WORTH_A_LOOK, _NEAR = 70, 85
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Near:
    """A question like the new one: the ``same`` in other words, or one that is worded much alike."""

    kept: Kept
    same: bool


class Prompts:
    """The prompts of a pack, to be searched for what is near a new question."""

    def __init__(self, entries: Sequence[Kept]) -> None:
        self._entries = entries
        self._texts = [_text(kept.entry.prompt) for kept in entries]

    def near(self, entry: Entry, most: int) -> list[Near]:
        """What asks the same, then what is worded alike, the nearest first."""
        close = process.extract(
            _text(entry.prompt),
            self._texts,
            scorer=fuzz.ratio,
            score_cutoff=_WORTH_A_LOOK,
            limit=_LOOKED_AT,
        )
        found = []
        for _, score, at in close:
            kept = self._entries[at]
            same = DuplicateIndex([(kept.entry, True)]).find(entry) is not None
            if same or score >= _NEAR:
                found.append(Near(kept, same))
        return sorted(found, key=lambda one: not one.same)[:most]


def _text(prompt: str) -> str:
    return " ".join(sorted(prompt_stems(prompt)))
