"""Guesses that are refused whatever the fitted score would say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from questions.judging.fillers import NEGATIONS, readings
from questions.judging.forms import Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon import CITIES, FIRST_NAMES, KINDS, MONONYMS, REGIONS
from questions.judging.normalise import Phrase, Words, phrase, stems_of
from questions.judging.prompts import Prompt
from questions.judging.verdict import Reason, Verdict
from questions.judging.writings import Writings

_SET_APART = re.compile(r"[^\w\s']\s?\w++\W?$")
_LONGEST_SEQUEL, _MOST_WORDS, _LONGEST_NAME = 2, 16, 4


class Vetoes:
    """The rules of refusal for an answer of no known type."""

    def __init__(self, forms: Forms, writings: Writings, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._texts, self._writings, self._prompt, self._known = forms.texts, writings, prompt, known
        self._stems = {stem for form in forms.right for stem in form.phrase.stems}
        self._required = [set(form.required) for form in forms.right]
        self._words = {word for form in forms.right for word in form.phrase.words}
        self._named = not any(all(map(str.isdigit, form.phrase.words)) for form in forms.right)
        self._negations = NEGATIONS - self._words
        pairs = [form.phrase.words for form in forms.right if len(form.phrase.words) == 2]
        firsts, lasts = {first for first, _ in pairs}, {last for _, last in pairs}
        self._first_names = firsts & FIRST_NAMES - lasts - MONONYMS

    def veto(self, body: Words, stems: Words, read: Phrase) -> Verdict | None:
        """Why a guess is not right, whatever it resembles."""
        says_more = any(required < set(stems) for required in self._required)
        if not says_more and (verdict := self.of_nothing_said(stems)):
            return verdict
        if len(body) == 1 and body[0] in self._first_names and not self._prompt.what:
            return Verdict(Reason.FIRST_NAME)
        if not self._negations.isdisjoint(body):
            return Verdict(Reason.NEGATED)
        if self._is_sequel(body, read.text) or (self._named and all(map(str.isdigit, body))):
            return Verdict(Reason.OTHER_NUMBER)
        if self._is_elsewhere(read.text) or _says_other_brackets(read.text, self._texts):
            return Verdict(Reason.OTHER_NAME)
        several = self._is_one_of_several(body) or self._names_another(body)
        return Verdict(Reason.SEVERAL) if several else None

    def of_nothing_said(self, stems: Words) -> Verdict | None:
        """Why a guess says nothing: it repeats the question, or says what kind of thing it is."""
        if self._prompt.words.issuperset(stems):
            return Verdict(Reason.QUESTION_WORDS)
        kinds_only = all(word in KINDS or word in self._prompt.words for word in stems)
        return Verdict(Reason.KIND_ONLY) if kinds_only else None

    def _is_elsewhere(self, text: str) -> bool:
        """Whether a guess says that the answer, a city, lies in another country: "Gdynia, Germany"."""
        city, _, around = text.partition(",")
        if not around:
            return False
        inside, codes = CITIES.get(phrase(city).full), REGIONS.get(phrase(around).full, ())
        elsewhere = not any(code.startswith(tuple(codes)) for code in inside or ())
        return bool(inside and codes and elsewhere) and self._writings.is_right(phrase(city).words)

    def _is_sequel(self, words: Words, text: str) -> bool:
        """Whether a guess is the answer with another small number right behind it: "Titanic II"."""
        number = words[-1]
        small = number.isdigit() and len(number) <= _LONGEST_SEQUEL and number not in self._prompt.numbers
        return small and not _SET_APART.search(text) and self._writings.is_right(words[:-1])

    def owns_another(self, text: str) -> bool:
        """Whether a guess says something that is the answer's: "Jane Austen's brother"."""
        owner, _, owned = text.partition("'s ")
        if not owned:
            return False
        others = set(phrase(owned).stems) - self._stems - self._prompt.words
        return bool(others) and self._writings.is_right(readings(phrase(owner).words)[-1])

    def _names_another(self, words: Words) -> bool:
        """Whether a guess holds another known name, of which neither the answer nor the question has a
        word.
        """
        beginning = words[:_MOST_WORDS]
        for at, size in product(range(len(beginning)), range(1, _LONGEST_NAME + 1)):
            name = beginning[at : at + size]
            is_known = any(" ".join(name) in names.fulls for names in self._known)
            if is_known and (self._stems | self._prompt.words).isdisjoint(stems_of(name)):
                return True
        return False

    def _is_one_of_several(self, words: Words) -> bool:
        """Whether a guess is the answer and another one: "X or Y", "X and Y"."""
        is_right = self._writings.is_right
        places = [at for at, word in enumerate(words[:_MOST_WORDS]) if at and word in ("and", "or")]
        return any(is_right(words[:at]) != is_right(words[at + 1 :]) for at in places)


def _says_other_brackets(text: str, forms: Sequence[str]) -> bool:
    """Whether a guess has other words in brackets behind the same name: "Mercury (element)", "Mercury
    (god)".
    """
    head, _, inside = text.partition("(")
    if not inside:
        return False
    guessed = phrase(head).squash, phrase(inside).squash
    own = [
        (phrase(form[:at]).squash, phrase(form[at:]).squash) for form in forms if (at := form.find("(")) > 0
    ]
    if guessed in own or any("(" not in form and phrase(form).squash == guessed[0] for form in forms):
        return False
    return any(guessed[0] == name for name, _ in own)
