"""The entries of an imported pack as one server has corrected them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import overload

from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists.entry import Entry
from questions.interchange.lists.planning import Kept


class CorrectedEntries(Sequence[Kept]):
    """The entries of a pack, each corrected when it is looked at."""

    def __init__(self, entries: Sequence[Kept], corrections: Iterable[Correction]) -> None:
        self._entries = entries
        self._by_number: defaultdict[int, list[Correction]] = defaultdict(list)
        for one in corrections:
            self._by_number[int(one.target)].append(one)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> Kept: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Kept]: ...

    def __getitem__(self, at: int | slice) -> Kept | Sequence[Kept]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        kept = self._entries[at]
        made = self._by_number.get(kept.number)
        return Kept(kept.number, corrected_entry(kept.entry, made)) if made else kept


def corrected_entry(entry: Entry, corrections: Iterable[Correction]) -> Entry:
    """The entry with another answer, or with further forms of it."""
    for one in corrections:
        forms = () if one.kind is CorrectionKind.OVERRIDE else entry.accepted
        if one.kind is not CorrectionKind.RETIRE and not entry.parts and one.value not in entry.accepted:
            shown = (one.value,) if not forms else (*forms, one.value)
            wrong = tuple(text for text in entry.wrong if text.casefold() != one.value.casefold())
            entry = replace(entry, accepted=shown, wrong=wrong, line=None)
    return entry
