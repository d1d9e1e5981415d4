"""The names of the other things that a guess might mean, prepared once and shared by all questions of a
pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.names import Name, read_name
from questions.judging.normalise import phrase


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of entities. Look-ups are by key; only a guess that is a slip is compared with each."""

    fulls: frozenset[str]
    keys: Mapping[str, frozenset[str]]  # squashed or in a bag -> the full writings that have that key
    stems: frozenset[str]
    squashed: tuple[str, ...]
    full_of: tuple[str, ...]  # in the order of ``squashed``
    families: Mapping[
        str, tuple[tuple[str, Name], ...]
    ]  # family name -> full writing and parts of those who have it

    @classmethod
    def of(cls, names: Iterable[str]) -> KnownNames:
        """Prepare names; empty ones are left out."""
        keys: dict[str, set[str]] = {}
        families: dict[str, list[tuple[str, Name]]] = {}
        stems: set[str] = set()
        squashed: dict[str, str] = {}
        for read in map(phrase, names):
            if not read:
                continue
            full = read.full
            keys.setdefault(read.squash, set()).add(full)
            keys.setdefault(read.bag, set()).add(full)
            stems.update(read.stems)
            squashed.setdefault(read.squash, full)
            name = read_name(read.words)
            if name and len(name.core) > 1 and not name.byname:
                families.setdefault(name.family, []).append((full, name))
        return cls(
            fulls=frozenset(squashed.values()),
            keys={key: frozenset(fulls) for key, fulls in keys.items()},
            stems=frozenset(stems),
            squashed=tuple(squashed),
            full_of=tuple(squashed.values()),
            families={family: tuple(found) for family, found in families.items()},
        )

    def has(self, keys: Iterable[str], own: frozenset[str]) -> bool:
        """Whether one of the keys belongs to a name that is none of the answer's own."""
        return any(not self.keys[key] <= own for key in keys if key in self.keys)

    def namesakes(self, family: str, own: frozenset[str]) -> list[Name]:
        """Others who have that family name."""
        return [name for full, name in self.families.get(family, ()) if full not in own]

    def begin_with(self, full: str, own: frozenset[str]) -> bool:
        """Whether a name that is none of the answer's own goes on where ``full`` ends."""
        return any(name.startswith(full + " ") and name not in own for name in self.fulls)

    def within(self, squashed: str, distance: int, own: frozenset[str]) -> bool:
        """Whether a name that is none of the answer's own lies within so many slips."""
        near = process.extract(squashed, self.squashed, scorer=OSA.distance, score_cutoff=distance, limit=3)
        return any(self.full_of[at] not in own for _, _, at in near)
