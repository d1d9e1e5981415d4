"""The names of the other things that a guess might mean, prepared once and shared by all questions of a
pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.normalise import Words, phrase


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of entities. Look-ups are by key; only a guess that is a slip is compared with each."""

    fulls: frozenset[str]
    keys: Mapping[str, frozenset[str]]  # squashed or in a bag -> the full writings that have that key
    stems: frozenset[str]
    squashed: Mapping[str, str]  # squashed -> the full writing
    by_first: Mapping[str, tuple[Words, ...]]  # first word -> the words of the names that begin with it
    by_last: Mapping[str, tuple[Words, ...]]  # last stem -> the words of the names that end in it

    @classmethod
    def of(cls, names: Iterable[str]) -> KnownNames:
        """Prepare names; empty ones are left out."""
        phrases = {read.full: read for read in map(phrase, names) if read}.values()
        keys: dict[str, list[str]] = {}
        by_first: dict[str, list[Words]] = {}
        by_last: dict[str, list[Words]] = {}
        for read in phrases:
            for key in (read.squash, read.bag):
                keys.setdefault(key, []).append(read.full)
            by_first.setdefault(read.words[0], []).append(read.words)
            by_last.setdefault(read.stems[-1], []).append(read.words)
        return cls(
            fulls=frozenset(read.full for read in phrases),
            keys={key: frozenset(fulls) for key, fulls in keys.items()},
            stems=frozenset(stem for read in phrases for stem in read.stems),
            squashed={read.squash: read.full for read in phrases},
            by_first={first: tuple(words) for first, words in by_first.items()},
            by_last={last: tuple(words) for last, words in by_last.items()},
        )

    def has(self, keys: Iterable[str], own: frozenset[str]) -> bool:
        """Whether one of the keys belongs to a name that is none of the answer's own."""
        return any(not self.keys[key] <= own for key in keys if key in self.keys)

    def namesakes(self, family: str, own: frozenset[str]) -> list[Words]:
        """The words of other names that end in that stem."""
        return [words for words in self.by_last.get(family, ()) if " ".join(words) not in own]

    def shared_beginning(self, words: Words, own: frozenset[str]) -> int:
        """How many words at the beginning are those of another name too."""
        others = [other for other in self.by_first.get(words[0], ()) if " ".join(other) not in own]
        return max((_common_length(words, other) for other in others), default=0)

    def within(self, squashed: str, distance: int, own: frozenset[str]) -> bool:
        """Whether a name that is none of the answer's own lies within so many slips."""
        near = process.extract(
            squashed, self.squashed.keys(), scorer=OSA.distance, score_cutoff=distance, limit=3
        )
        return any(self.squashed[name] not in own for name, _, _ in near)


def _common_length(words: Words, other: Words) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, other, strict=False)))
