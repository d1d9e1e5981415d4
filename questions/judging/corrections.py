"""Guesses with their slips put right, as far as nothing else is near."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.forms import Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon import COMMON
from questions.judging.normalise import LINKS, Words, squash, stem
from questions.judging.prompts import Prompt
from questions.judging.slips import bears, is_slip, sound
from questions.judging.writings import Writings

_SHORTEST, _LONGEST, _FARTHEST, _MOST = 3, 40, 4, 4
_MOST_JOINED = 2


class Corrections:
    """The words of an answer, which a mistyped word may have been meant for."""

    def __init__(self, forms: Forms, writings: Writings, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        phrases = [*(form.phrase for form in forms.forms), *forms.refused]
        words = {
            word
            for tokens in (*writings.meant.values(), *(read.words for read in phrases))
            for word in tokens
        }
        self._words = sorted(w for w in words - LINKS if not w[0].isdigit() and len(w) >= _SHORTEST)
        self._stems = {stem(word) for word in self._words}
        self._prefixes = [pair for form in forms.forms for pair in form.prefixes]
        self._not_slips = prompt.words.union(*(names.stems for names in known))
        self._meant, self._own, self._known = writings.meant, writings.own, known

    def corrected(self, words: Words) -> Words:
        """The words with each slip put right; words of the question and of other names are meant as they
        are.
        """
        alone = sum(word not in LINKS for word in words) < 2
        return tuple(self._put_right(word, alone) or word for word in words)

    def _put_right(self, word: str, alone: bool) -> str | None:
        root = stem(word)
        if word[0].isdigit() or word in LINKS or not _SHORTEST <= len(word) <= _LONGEST:
            return None
        if root in self._stems or word in self._stems:
            return None
        for beginning, meant in self._prefixes:
            if word.startswith(beginning) and len(word) < len(meant) + 5:
                return meant
        taken = root in self._not_slips or word in self._not_slips
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=_FARTHEST, limit=_MOST)
        for meant, _, _ in near:
            if is_slip(word, meant, alone=alone) and not (taken and (alone or sound(word) != sound(meant))):
                return meant
        return None

    def joined_otherwise(self, words: Words) -> Words | None:
        """The right writing that a guess is but for a slip and for where its words are parted."""
        joined = squash(words)
        limit = min(_MOST_JOINED, bears(len(joined)))
        near = process.extractOne(joined, self._meant.keys(), scorer=OSA.distance, score_cutoff=limit)
        if not limit or not near:
            return None
        mine, theirs = set(words) - LINKS, set(self._meant[near[0]]) - LINKS
        numbers = [sorted(word for word in some if word[0].isdigit()) for some in (mine, theirs)]
        if len(mine) == len(theirs) or numbers[0] != numbers[1] or mine < theirs or theirs < mine:
            return None
        if any(len(word) == 1 or stem(word) in self._not_slips for word in mine) or COMMON.issuperset(mine):
            return None
        return self._meant[near[0]]

    def may_be_another(self, words: Words, meant: Words) -> bool:
        """Whether a slip lies as near to another known name."""
        joined = squash(words)
        distance = max(1, OSA.distance(joined, squash(meant)))
        return any(names.within(joined, distance, self._own) for names in self._known)
