"""The forms of an answer as tables to look guesses up in: as written, loosely, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from questions.judging.forms import RIGHT, Form, Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.people import GIVEN, SHORT_FORMS
from questions.judging.lexicon.places import SAME_PLACE
from questions.judging.names import Name, enough, in_order, read_name, too_little
from questions.judging.normalise import LINKS, bag, phrase, squash, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.variants import (
    compass,
    initials_of,
    title_parts,
    without_container,
    without_kind,
)
from questions.judging.verdict import Mark, Verdict
from questions.question import AnswerType

REFUSED = Verdict(Mark.WRONG, "That is not accepted here.")
PART = Verdict(Mark.CORRECT, "The part that tells it apart is enough.")
FAMILY = Verdict(Mark.CORRECT, "The surname is enough.")
INITIALS = Verdict(Mark.CORRECT, "The initials stand for the answer.")
FIRST_NAME = Verdict(Mark.CLOSE, "Only part of the name; more, please.")
NAMESAKES = Verdict(Mark.CLOSE, "More than one is called so; more, please.")
SERIES_ONLY = Verdict(Mark.CLOSE, "Only part of the title; more, please.")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Stems that must be said; then the verdict holds if all other words are harmless."""

    stems: tuple[str, ...]
    verdict: Verdict
    optional: frozenset[str] = frozenset()
    mentions: bool = False


class Tables:
    """Tables by key: ``full`` as written, ``loose`` without order, articles and plurals, ``derived`` what
    follows.

    ``own`` are the writings of the answer itself, ``squashed`` the right ones without spaces, ``names`` the
    persons it names, ``initialisms`` the right forms that are initials themselves.
    """

    def __init__(self, forms: Forms, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._kind = forms.kind
        self._known = known
        right = [form for form in forms.forms if form.verdict.correct]
        self.own = frozenset(form.phrase.full for form in right)
        self.full: dict[str, Verdict] = {}
        self.loose: dict[str, Verdict] = {}
        self.derived: dict[str, Verdict] = {}
        self.variants: list[Variant] = []
        self.squashed: dict[str, Words] = {}
        self.names: list[tuple[Name, Form]] = []
        self.initialisms = {form.phrase.squash for form in right if _is_initialism(form)}
        self._add_explicit(forms, right)
        for form in right:
            self._add_derived(form, prompt)
        if forms.kind is AnswerType.PERSON:
            self._add_persons(right, hints=forms.hints)
        self.variants.sort(key=lambda variant: -len(variant.stems))

    def _add_explicit(self, forms: Forms, right: Sequence[Form]) -> None:
        for read in forms.refused:
            self.full.setdefault(read.full, REFUSED)
        for form in forms.forms:
            self.full.setdefault(form.phrase.full, form.verdict)
        for form in right:
            self._add_loose(form)
        for read in forms.refused:
            self.loose.setdefault(read.squash, REFUSED)
            self.loose.setdefault(read.bag, REFUSED)
        for form in forms.forms:
            if not form.verdict.correct:
                self._add_loose(form)

    def _add_loose(self, form: Form) -> None:
        words = form.phrase.words
        needed = words
        if form.required is not None:
            needed = tuple(word for word in words if stem(word) in form.required)
        for said in (words, needed):
            self.loose.setdefault(squash(said), form.verdict)
            self.loose.setdefault(
                squash(tuple(word for word in said if word not in LINKS) or said), form.verdict
            )
        self.loose.setdefault(form.phrase.bag, form.verdict)
        self.loose.setdefault(bag(form.stems), form.verdict)
        self.variants.append(Variant(form.stems, form.verdict, form.optional, form.mentions))
        if form.verdict.correct:
            self.squashed.setdefault(squash(words), words)
            self.squashed.setdefault(squash(needed), needed)

    def _derive(self, words: Iterable[str], verdict: Verdict) -> None:
        words = tuple(words)
        stems = stems_of(words)
        self.derived.setdefault(squash(words), verdict)
        self.derived.setdefault(bag(stems), verdict)
        if verdict.correct and words:
            self.squashed.setdefault(squash(words), words)
            self.variants.append(Variant(stems, verdict))

    def _add_derived(self, form: Form, prompt: Prompt) -> None:
        """What follows from one right form, whatever its parts; of a person see ``_add_persons``."""
        words = form.phrase.words
        for group in SAME_PLACE if self._kind is not AnswerType.TITLE else ():
            for place in group if form.phrase.full in group else ():
                self._derive(place.split(), form.verdict)
        for turned in compass(words):
            self.derived.setdefault(squash(turned), form.verdict)
        if self._kind is not AnswerType.PERSON and len(words) < 12:
            for initials in initials_of(words):
                self.derived.setdefault(initials, INITIALS)
        if form.required is not None or self._kind is AnswerType.PERSON:
            return
        for kept in without_kind(words, self._kind, prompt):
            self._derive(kept, PART)
        if self._kind in (AnswerType.TITLE, AnswerType.TEXT):
            for text, is_enough in title_parts(form.text):
                read = phrase(text)
                shared = any(names.begin_with(read.full, self.own) for names in self._known)
                self._derive(read.words, PART if is_enough and not shared else SERIES_ONLY)
        for head, _ in without_container(form.text):
            self._derive(phrase(head).words, PART)

    def _add_persons(self, right: Sequence[Form], *, hints: bool) -> None:
        for form in right:
            name = read_name(phrase(in_order(form.text)).words)
            if name is None:
                continue
            self.names.append((name, form))
            if form.required is None:
                self._derive(name.core, form.verdict)
                for part in enough(name):
                    self._derive(part, self._of_part(part, name))
        nicknames = [name.core for name, form in self.names if len(name.core) == 1 and form.required is None]
        families = {name.core[-1:] for name, _ in self.names if len(name.core) > 1 and not name.byname}
        for nickname in nicknames:
            for family in families - {nickname}:
                self._derive(nickname + family, RIGHT)
        for name, form in self.names:
            if form.required is None:
                parts = list(too_little(name))
            else:
                parts = (
                    [name.core[:1]] if hints and len(name.core) > 1 and name.core[0] not in form.stems else []
                )
            for part in parts:
                if len(part) == 1 and part[0] in COMMON and part[0] not in GIVEN:
                    continue
                self._derive(part, FIRST_NAME)
                for short in SHORT_FORMS.get(part[0], ()) if len(part) == 1 else ():
                    self.derived.setdefault(short, FIRST_NAME)

    def _of_part(self, part: Words, name: Name) -> Verdict:
        if len(part) == 1 and part[0] not in name.core:
            return INITIALS
        if stem(part[-1]) == name.family and any(
            names.namesakes(name.family, self.own) for names in self._known
        ):
            return NAMESAKES
        return FAMILY


def _is_initialism(form: Form) -> bool:
    letters = form.text.replace(".", "")
    return letters.isupper() and letters.isalpha() and 1 < len(letters) < 7


def words_of(forms: Forms, tables: Tables) -> list[str]:
    """All words that a slip might be corrected to."""
    found = [word for words in tables.squashed.values() for word in words]
    found += [word for form in forms.forms for word in form.phrase.words]
    return found + [word for read in forms.refused for word in read.words]
