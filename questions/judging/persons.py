"""A guess read as a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from questions.judging.fillers import NEGATIONS
from questions.judging.forms import Form
from questions.judging.known import KnownNames
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.people import GIVEN, ROYAL
from questions.judging.lexicon.proper import PROPER
from questions.judging.names import Name, in_order, read_name, same_person
from questions.judging.normalise import ARTICLES, bag, phrase, squash, stem, stems_of
from questions.judging.tables import FAMILY, NAMESAKES, Tables, Words
from questions.judging.verdict import Verdict


class Persons:
    """The persons that an answer names, ready to judge other writings of their names."""

    def __init__(self, tables: Tables, known: Sequence[KnownNames]) -> None:
        self._tables = tables
        self._known = known
        self._names = tables.names

    def judge(self, words: Words, text: str, parted: str) -> Verdict | None:
        """Judge the words of a guess; ``text`` has its commas, of which ``parted`` tells. None where it names
        nobody of the answer.
        """
        if not self._names or not NEGATIONS.isdisjoint(words):
            return None
        if "by" in words[:-1]:
            words = words[words.index("by") + 1 :]
        guess = read_name(words)
        if guess is None or any(word[0].isdigit() for word in guess.given) or self._is_the_senior(guess):
            return None
        if guess.core != words and not self._is_another_rank(words, guess):
            keys = (squash(guess.core), bag(stems_of(guess.core)))
            for table in (self._tables.loose, self._tables.derived):
                if found := next((table[key] for key in keys if key in table), None):
                    return found
        turned = read_name(phrase(in_order(text)).words) if "," in text else None
        readings = [(guess, "," in parted)] + ([(turned, True)] if turned else [])
        for reading, strictly in readings:
            for name, form in self._names:
                if found := self._same(name, form, reading, strictly and reading is guess, strictly):
                    return found
        return None

    def _is_the_senior(self, guess: Name) -> bool:
        return guess.suffix == "senior" and not any(name.suffix == "senior" for name, _ in self._names)

    def _is_another_rank(self, words: Words, guess: Name) -> bool:
        """Prince Albert is not on the way to Albert Einstein, though King Henry is to Henry VIII."""
        royal = not ROYAL.isdisjoint(words[: len(words) - len(guess.core)])
        alone = any(name.byname or len(name.core) == 1 for name, _ in self._names)
        return royal and len(guess.core) == 1 and not alone

    def _same(self, name: Name, form: Form, guess: Name, listed: bool, strictly: bool) -> Verdict | None:
        if len(name.core) == 1:
            return None if listed else self._with_given(name, form, guess, strictly)
        if strictly and len(guess.core) > len(name.core):
            return None
        said = same_person(name, guess)
        if said is None:
            return None
        if form.required is not None:
            places = {stem(word): place for place, word in enumerate(name.given)}
            left_out = any(place not in said for word, place in places.items() if word in form.required)
            return form.verdict if not left_out and name.family in form.required else None
        if self._has_namesake(name, guess, complete=len(said) == len(name.given)):
            return NAMESAKES
        return form.verdict if said else FAMILY

    def _has_namesake(self, name: Name, guess: Name, *, complete: bool) -> bool:
        """Whether the guess fits a known person too, and does not say more of this name than of the other."""
        for names in self._known:
            for other in names.namesakes(name.family, self._tables.own):
                said = same_person(other, guess)
                if said is not None and not (complete and len(said) < len(other.given)):
                    return True
        return False

    def _with_given(self, name: Name, form: Form, guess: Name, strictly: bool) -> Verdict | None:
        """A surname that is the whole form, said with given names that no other form contradicts."""
        fuller = any(len(other.core) > 1 and other.family == name.family for other, _ in self._names)
        if (
            form.phrase.words[0] in ARTICLES
            or guess.family != name.family
            or not 0 < len(guess.given) < 4
            or fuller
        ):
            return None
        strange = [word for word in guess.given if word not in GIVEN and len(word) > 3]
        odd = "and" in guess.given or any(word in COMMON or word in PROPER for word in strange)
        return None if odd or len(strange) > (len(guess.given) == 1 and not strictly) else form.verdict
