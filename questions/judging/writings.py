"""All writings of an answer as tables to look guesses up in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from questions.judging.forms import Form, Forms
from questions.judging.known import KnownNames
from questions.judging.normalise import LINKS, Words, bag, squash, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.variants import ENOUGH, derived
from questions.judging.verdict import Reason, Verdict
from questions.question import AnswerType

OTHER_NAME = Verdict(Reason.OTHER_NAME)
PLURAL_OF_TITLE = Verdict(Reason.MORE)

Table = dict[str, Verdict]


class Writings:
    """The forms as written, then loosely (without order, articles and plurals), then what follows from them.

    ``own`` are the right forms in full; ``meant`` the words of each right writing by the words run together;
    ``variants`` the forms, the longest first, by the stems that must be said.
    """

    def __init__(self, forms: Forms, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._kind, self._prompt, self._known = forms.kind, prompt, known
        self.own = frozenset(form.phrase.full for form in forms.right)
        self.meant: dict[str, Words] = {}
        self.variants: list[tuple[Words, Form]] = []
        self._full: Table = {}
        self._loose: Table = {}
        self._derived: Table = {}
        for read in forms.refused:
            self._full[read.full] = Verdict(Reason.REFUSED)
            self._loose |= dict.fromkeys((read.squash, read.bag), Verdict(Reason.REFUSED))
        for form in sorted(forms.forms, key=lambda form: not form.verdict.correct):
            self._add_form(form)
        for form in forms.right:
            if not form.optional and not form.prefixes:
                self._add_derived(form)
        self.variants.sort(key=lambda variant: -len(variant[0]))

    def _add_form(self, form: Form) -> None:
        words = form.phrase.words
        self._full.setdefault(form.phrase.full, form.verdict)
        for written in (words, tuple(word for word in words if stem(word) in form.required) or words):
            self._add(self._loose, written, form.verdict)
        self.variants.append((form.required, form))

    def _add_derived(self, form: Form) -> None:
        words = form.phrase.words
        for part, verdict in derived(form.text, words, self._kind, self._prompt):
            if not part:
                continue
            if verdict is ENOUGH and self._kind is AnswerType.TITLE and self._shared(part) == len(part):
                verdict = Verdict(Reason.MORE)
            self._add(self._derived, part, verdict)
            if verdict.correct and verdict.reason is not Reason.INITIALS:
                stems = stems_of(part)
                self.variants.append((stems, Form(form.text, form.phrase, verdict, stems)))
        shared = self._shared(words)
        if self._kind is AnswerType.TITLE and shared and len(words) > shared + 1:
            self._add(self._derived, words[shared:], ENOUGH)
            if shared > 1:
                self._add(self._derived, words[:shared], Verdict(Reason.MORE))

    def _shared(self, words: Words) -> int:
        """How many words at the beginning are those of another known name too."""
        return max((names.shared_beginning(words, self.own) for names in self._known), default=0)

    def _add(self, table: Table, words: Words, verdict: Verdict) -> None:
        for key in _keys(words):
            table.setdefault(key, verdict)
        if verdict.correct and verdict.reason is not Reason.INITIALS:
            self.meant.setdefault(squash(words), words)

    def exact(self, full: str) -> Verdict | None:
        """What is said of a guess word for word, if anything is."""
        return self._full.get(full)

    def look_up(self, words: Words) -> Verdict | None:
        """Look the words up: as written, loosely, as a known name, as a part that is enough."""
        full = " ".join(words)
        if verdict := self._full.get(full):
            return verdict
        if any(full in names.fulls for names in self._known) and full not in self.own:
            return OTHER_NAME
        stems, keys = stems_of(words), _keys(words)
        if verdict := _first(self._loose, keys):
            return PLURAL_OF_TITLE if self._is_other_number(words, stems, verdict) else verdict
        if any(names.has(keys, self.own) for names in self._known):
            return OTHER_NAME
        if self._prompt.words and self._prompt.words.issuperset(stems):
            chosen = tuple(word for word in stems if word in self._prompt.offered)
            return self._loose.get(bag(chosen), Verdict(Reason.QUESTION_WORDS))
        return _first(self._derived, keys)

    def is_right(self, words: Words) -> bool:
        """Whether the words are a writing of the answer."""
        verdict = self.look_up(words) if words else None
        return bool(verdict and verdict.correct)

    def is_same(self, stems: Sequence[str], verdict: Verdict) -> bool:
        """Whether the stems say what has that verdict once more."""
        return self._loose.get(bag(stems)) == verdict

    def _is_other_number(self, words: Words, stems: Words, verdict: Verdict) -> bool:
        """A title of one word is not its own plural."""
        if self._kind is not AnswerType.TITLE or len(stems) > 1 or not verdict.correct:
            return False
        key = squash(words)
        return key not in self.meant and any(key.rstrip("s") == own.rstrip("s") for own in self.meant)


def _keys(words: Words) -> tuple[str, ...]:
    """The keys under which words are looked up: run together, without order, without links."""
    linkless = [word for word in words if word not in LINKS]
    return (squash(words), bag(stems_of(words)), squash(linkless or words))


def _first(table: Table, keys: Iterable[str]) -> Verdict | None:
    return next((table[key] for key in keys if key in table), None)
