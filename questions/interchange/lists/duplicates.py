"""Finds an entry that asks the same as another, fast enough for tens of thousands.

Two entries ask the same where they share an answer and a picture, the numbers in their prompts are the same,
and the prompts differ in nothing but filler, order, added words or slips of typing. Candidates come from an
index by answer and by the rarest words of the prompt (prefix filtering): no entry is held against all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from questions.interchange.lists.entry import Entry
from questions.words import FUNCTION_WORDS, stem, word_key, words

Mark = TypeVar("Mark")

_ALIKE, _CANDIDATE = 0.8, 0.6
_SLIP, _CLOSE = 80, 88
_FEW = 60
_FORMS = 10


def prompt_key(entry: Entry) -> str:
    """What prompts share that differ in case, accents, punctuation and blanks; with the picture, if any."""
    return f"{' '.join(words(entry.prompt))}|{entry.picture or ''}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A prompt as it is compared."""

    text: str
    content: frozenset[str]
    numbers: frozenset[str]
    picture: str | None


class DuplicateIndex(Generic[Mark]):
    """Entries that are there already, each with a mark that says where."""

    def __init__(self, entries: Iterable[tuple[Entry, Mark]] = ()) -> None:
        self._asked: list[_Asked] = []
        self._marks: list[Mark] = []
        self._by_answer: defaultdict[str, list[int]] = defaultdict(list)
        self._by_word: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for entry, mark in entries:
            self.add(entry, mark)

    def add(self, entry: Entry, mark: Mark) -> None:
        """Remember an entry."""
        number = len(self._asked)
        asked = _asked(entry)
        self._asked.append(asked)
        self._marks.append(mark)
        rarest = _rarest(asked.content)
        for answer in _answer_keys(entry):
            self._by_answer[answer].append(number)
            for word in rarest:
                self._by_word[answer, word].append(number)

    def find(self, entry: Entry) -> Mark | None:
        """The mark of the first entry that asks the same, if there is one."""
        asked = _asked(entry)
        rarest = _rarest(asked.content)
        candidates: set[int] = set()
        for answer in _answer_keys(entry):
            for word in rarest:
                candidates.update(self._by_word.get((answer, word), ()))
            same = self._by_answer.get(answer, [])
            if len(same) <= _FEW:
                texts = {number: self._asked[number].text for number in same}
                close = process.extract(asked.text, texts, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None)
                candidates.update(number for _, _, number in close)
        for number in sorted(candidates):
            if _same(asked, self._asked[number]):
                return self._marks[number]
        return None


def prompt_stems(prompt: str) -> tuple[str, ...]:
    """The words of a prompt as prompts are compared."""
    return tuple(stem(word) for word in words(prompt))


def _asked(entry: Entry) -> _Asked:
    every = prompt_stems(entry.prompt)
    content = [word for word in every if word not in FUNCTION_WORDS] or list(every)
    numbers = frozenset(word for word in content if any(map(str.isdecimal, word)))
    return _Asked(" ".join(every), frozenset(content), numbers, entry.picture)


def _answer_keys(entry: Entry) -> tuple[str, ...]:
    if entry.parts:
        return (" ".join(sorted(word_key(part[0]) for part in entry.parts)),)
    return tuple(dict.fromkeys(map(word_key, entry.accepted[:_FORMS])))


def _rarest(content: frozenset[str]) -> list[str]:
    """So many words, the long ones first, that two prompts as alike as candidates are share one of them."""
    ordered = sorted(content, key=lambda word: (-len(word), word))
    return ordered[: len(ordered) - math.ceil(_CANDIDATE * len(ordered)) + 1]


def _same(one: _Asked, other: _Asked) -> bool:
    if one.picture != other.picture or one.numbers != other.numbers:
        return False
    mine, others = one.content - other.content, other.content - one.content
    alike = len(one.content & other.content) / max(len(one.content | other.content), 1)
    if not mine or not others:
        return alike >= _ALIKE
    slip = fuzz.ratio(" ".join(sorted(mine)), " ".join(sorted(others))) >= _SLIP
    return slip and len(mine) == len(others) <= 2
