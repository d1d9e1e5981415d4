"""The words of an answer, and which of them a mistyped word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.normalise import LINKS, stem
from questions.judging.slips import is_slip
from questions.judging.sound import sound


class Vocabulary:
    """Words to correct slips to."""

    def __init__(self, words: Iterable[str], prefixes: Sequence[tuple[str, str]]) -> None:
        self._words = sorted(
            {word for word in words if not word[0].isdigit() and word not in LINKS and len(word) > 2}
        )
        self._stems = {stem(word) for word in self._words} | {found for _, found in prefixes}
        self._prefixes = prefixes

    def corrected(self, words: Sequence[str], not_slips: Iterable[str]) -> tuple[str, ...]:
        """The words with each slip put right; words in ``not_slips`` are meant as they are, save for their
        spelling.
        """
        alone = len([word for word in words if word not in LINKS]) < 2
        return tuple(self._meant(word, not_slips, alone) or word for word in words)

    def _meant(self, word: str, not_slips: Iterable[str], alone: bool) -> str | None:
        if word[0].isdigit() or word in LINKS or len(word) < 3 or len(word) > 40:
            return None
        found = stem(word)
        if found in self._stems or word in self._stems:
            return None
        for beginning, meant in self._prefixes:
            if word.startswith(beginning) and len(word) < len(meant) + 5:
                return meant
        taken = found in not_slips or word in not_slips
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=4, limit=4)
        for meant, _, _ in near:
            if is_slip(word, meant, alone=alone) and not (taken and (alone or sound(word) != sound(meant))):
                return meant
        return None
