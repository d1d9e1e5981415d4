"""What an import would do to a pack, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from questions.interchange.lists.duplicates import DuplicateIndex, prompt_key
from questions.interchange.lists.entry import MAX_ENTRIES, Entry, Placed
from questions.words import word_key


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of a pack with its number there, which no other entry of the pack ever gets."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Change:
    """A kept entry that the file has in another form."""

    at: int
    before: Kept
    entry: Entry

    @property
    def what(self) -> str:
        """The fields that differ, in words."""
        names = {"accepted": "answers", "wrong": "wrong choices", "prompt": "wording", "parts": "answers"}
        fields = (
            name for name in Entry.__slots__ if getattr(self.entry, name) != getattr(self.before.entry, name)
        )
        return ", ".join(dict.fromkeys(names.get(name, name) for name in fields))


@dataclass(frozen=True, slots=True)
class Skip:
    """An entry that is not imported, and why."""

    at: int
    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of the entries of a file."""

    added: tuple[Placed, ...]
    changed: tuple[Change, ...]
    skipped: tuple[Skip, ...]


class Planner:
    """Plans files one after the other, so that the second knows what the first brings.

    ``others`` are the entries of other packs, each with words for where it stands.
    """

    def __init__(self, others: Iterable[tuple[Entry, str]], *, keep_duplicates: bool = False) -> None:
        self._keep_duplicates = keep_duplicates
        self._index: DuplicateIndex[str] = DuplicateIndex(() if keep_duplicates else others)

    def plan(self, entries: Sequence[Placed], kept: Sequence[Kept], unit: str) -> Plan:
        """What the entries of a file would do to a pack that holds ``kept``."""
        pack: defaultdict[str, list[Kept]] = defaultdict(list)
        for one in kept:
            pack[prompt_key(one.entry)].append(one)
            if not self._keep_duplicates:
                self._index.add(one.entry, f"the same as question {one.number} of this pack")
        asking: defaultdict[str, list[Placed]] = defaultdict(list)
        keys = [prompt_key(placed.entry) for placed in entries]
        for key, placed in zip(keys, entries, strict=True):
            asking[key].append(placed)
        added: list[Placed] = []
        changed: list[Change] = []
        skipped: list[Skip] = []
        used: set[int] = set()
        for key, placed in zip(keys, entries, strict=True):
            same = _counterpart(placed.entry, pack[key], used, alone=len(asking[key]) == 1)
            if same is not None:
                used.add(same.number)
            if same is not None and same.entry == placed.entry:
                skipped.append(
                    Skip(placed.at, placed.entry, f"the same as question {same.number} of this pack")
                )
            elif same is not None:
                changed.append(Change(placed.at, same, placed.entry))
            elif why := self._reason(placed, asking[key], len(kept) + len(added), unit):
                skipped.append(Skip(placed.at, placed.entry, why))
            else:
                added.append(placed)
                self._index.add(placed.entry, f"the same as {unit} {placed.at}")
        return Plan(tuple(added), tuple(changed), tuple(skipped))

    def _reason(self, placed: Placed, asking: Sequence[Placed], size: int, unit: str) -> str | None:
        """Why not to add an entry."""
        if size >= MAX_ENTRIES:
            return f"a pack has at most {MAX_ENTRIES:,} questions"
        first = asking[0]
        if first is not placed and first.entry == placed.entry:
            return f"the same as {unit} {first.at}"
        if not self._keep_duplicates and (twin := self._index.find(placed.entry)):
            return twin
        if first is not placed and not (placed.entry.wrong and first.entry.wrong):
            return f"{unit} {first.at} asks the same with another answer; put them together, or reword one"
        return None


def _counterpart(entry: Entry, same_prompt: Sequence[Kept], used: set[int], *, alone: bool) -> Kept | None:
    """The kept entry that this one is, or takes the place of."""
    free = [kept for kept in same_prompt if kept.number not in used]
    for kept in free:
        if kept.entry == entry:
            return kept
    answers = set(map(word_key, entry.answers))
    for kept in free:
        if answers & set(map(word_key, kept.entry.answers)):
            return kept
    return free[0] if alone and len(free) == 1 == len(same_prompt) else None
