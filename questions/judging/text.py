"""A guess in words against the forms of an answer: exactly, then with slips, then the refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.extras import Extras
from questions.judging.fillers import without
from questions.judging.forms import MORE, Form, Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.kinds import ASKED
from questions.judging.lexicon.places import KINDS
from questions.judging.names import Name, enough, read_name, same_person, too_little
from questions.judging.normalise import LINKS, ORDERED, Phrase, bag, phrase, squash, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.slips import bears
from questions.judging.variants import initials_of, title_parts, without_container, without_kind
from questions.judging.verdict import Mark, Verdict
from questions.judging.vocabulary import Vocabulary
from questions.question import AnswerType

REFUSED = Verdict(Mark.WRONG, "That is not accepted here.")
ANOTHER = Verdict(Mark.WRONG, "That is another answer.")
PROMPTED = Verdict(Mark.WRONG, "Those are words of the question.")
KIND_ONLY = Verdict(Mark.WRONG, "That says what kind of thing it is, not which one.")
NOT_IT = Verdict(Mark.WRONG, "That is not the answer.")
PART = Verdict(Mark.CORRECT, "The part that tells it apart is enough.")
FAMILY = Verdict(Mark.CORRECT, "The surname is enough.")
INITIALS = Verdict(Mark.CORRECT, "The initials stand for the answer.")
FIRST_NAME = Verdict(Mark.CLOSE, "Only part of the name; more, please.")
NAMESAKES = Verdict(Mark.CLOSE, "More than one is called so; more, please.")
SERIES_ONLY = Verdict(Mark.CLOSE, "Only part of the title; more, please.")
PLURAL = Verdict(Mark.CLOSE, "One letter away from the title; exactly, please.")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Stems that must be said, in which case the verdict holds if all other words are harmless."""

    stems: tuple[str, ...]
    verdict: Verdict
    optional: frozenset[str] = frozenset()
    mentions: bool = False


class TextJudge:
    """The forms of an answer, ready to judge guesses in words."""

    def __init__(self, forms: Forms, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._kind = forms.kind
        self._prompt = prompt
        self._known = known
        self._partial = forms.partial
        self._forms = forms.forms
        right = [form for form in forms.forms if form.verdict.correct]
        self._own = frozenset(form.phrase.full for form in right)
        self._full: dict[str, Verdict] = {}
        self._loose: dict[str, Verdict] = {}
        self._derived: dict[str, Verdict] = {}
        self._variants: list[Variant] = []
        self._squashed: dict[str, Words] = {}
        self._names: list[tuple[Name, Form]] = []
        self._initialisms = {
            form.phrase.squash for form in right if form.text.replace(".", "").isupper() and 1 < len(form.phrase.squash) < 7
        }
        self._add_explicit(forms, right)
        self._add_derived(right)
        self._variants.sort(key=lambda variant: -len(variant.stems))
        vocabulary = [word for words in self._squashed.values() for word in words]
        vocabulary += [word for form in forms.forms for word in form.phrase.words]
        vocabulary += [word for read in forms.refused for word in read.words]
        self._vocabulary = Vocabulary(vocabulary, [pair for form in forms.forms for pair in form.prefixes])
        containers = [place for form in right for _, place in without_container(form.text)]
        self._extras = Extras(forms.kind, prompt, frozenset(containers))
        self._not_slips = prompt.words.union(*(names.stems for names in known))

    # what is right, close and refused

    def _add_explicit(self, forms: Forms, right: Sequence[Form]) -> None:
        for read in forms.refused:
            self._full.setdefault(read.full, REFUSED)
        for form in forms.forms:
            self._full.setdefault(form.phrase.full, form.verdict)
        for form in right:
            self._add_loose(form)
        for read in forms.refused:
            self._loose.setdefault(read.squash, REFUSED)
            self._loose.setdefault(read.bag, REFUSED)
        for form in forms.forms:
            if not form.verdict.correct:
                self._add_loose(form)

    def _add_loose(self, form: Form) -> None:
        self._loose.setdefault(form.phrase.squash, form.verdict)
        self._loose.setdefault(form.phrase.bag, form.verdict)
        self._loose.setdefault(bag(form.stems), form.verdict)
        self._variants.append(Variant(form.stems, form.verdict, form.optional, form.mentions))
        if form.verdict.correct:
            self._squashed.setdefault(form.phrase.squash, form.phrase.words)

    def _derive(self, words: Iterable[str], verdict: Verdict) -> None:
        words = tuple(words)
        stems = stems_of(words)
        self._derived.setdefault(squash(words), verdict)
        self._derived.setdefault(bag(stems), verdict)
        if verdict.correct:
            self._squashed.setdefault(squash(words), words)
            self._variants.append(Variant(stems, verdict))

    def _add_derived(self, right: Sequence[Form]) -> None:
        if self._kind is AnswerType.PERSON:
            self._names = [(name, form) for form in right if (name := read_name(form.phrase.words))]
        for form in right:
            words = form.phrase.words
            if form.required is not None:
                continue
            if self._kind is AnswerType.PERSON and (name := read_name(words)):
                self._derive_person(name)
                continue
            for kept, is_enough in without_kind(words, self._kind, self._prompt):
                self._derive(kept, PART if is_enough else MORE)
            for text, is_enough in title_parts(form.text) if self._kind in _TITLED else ():
                self._derive(phrase(text).words, PART if is_enough else SERIES_ONLY)
            for head, _ in without_container(form.text):
                self._derive(phrase(head).words, PART)
            for initials in initials_of(words) if len(words) < 12 else ():
                self._derived.setdefault(initials, INITIALS)
        for name, form in self._names:
            for part in too_little(name) if form.required is None or form.verdict.correct else ():
                self._derived.setdefault(squash(part), FIRST_NAME)
                self._derived.setdefault(bag(stems_of(part)), FIRST_NAME)

    def _derive_person(self, name: Name) -> None:
        for part in enough(name):
            alone = stem(part[-1]) == name.family and len(part) < len(name.core)
            shared = alone and any(names.namesakes(name.family, self._own) for names in self._known)
            if len(part) == 1 and len(part[0]) > 1 and part[0] not in name.core:
                self._derived.setdefault(part[0], INITIALS)
            elif shared:
                self._derived.setdefault(squash(part), NAMESAKES)
                self._derived.setdefault(bag(stems_of(part)), NAMESAKES)
            else:
                self._derive(part, FAMILY)

    # judging

    def exact(self, read: Phrase) -> Verdict | None:
        """What is said of the guess word for word, if anything is."""
        return self._full.get(read.full)

    def judge(self, read: Phrase) -> Verdict:
        """Judge a guess that is one guess, not a list of them."""
        body = without(read.words)
        found = self.exact(read) or self._settle(read.words) or (self._settle(body) if body != read.words else None)
        if found is None and len(body) < 16:
            found = self._by_slip(body) or self._acronym(body)
        return found or NOT_IT

    def verdict(self, read: Phrase) -> Verdict:
        """Judge a guess, and say what is missing where it is not right."""
        found = self.judge(read)
        if found is not NOT_IT:
            return found
        body = without(read.words)
        return self._too_little(self._vocabulary.corrected(body, self._not_slips)) or self._why_not(stems_of(body))

    def _settle(self, words: Words) -> Verdict | None:
        """Exactly, as a known name, as a part that is enough, as a person, or with words that change nothing."""
        stems = stems_of(words)
        keys = (squash(words), bag(stems))
        full = " ".join(words)
        if found := self._full.get(full):
            return found
        if any(full in names.fulls for names in self._known) and full not in self._own:
            return ANOTHER
        for key in keys:
            if found := self._loose.get(key):
                return self._of_title(found, words)
        if any(names.has(keys, self._own) for names in self._known):
            return ANOTHER
        if self._prompt.words and self._prompt.words.issuperset(stems):
            return PROMPTED
        for key in keys:
            if found := self._derived.get(key):
                return found
        return self._as_person(words) or self._wider(words, stems)

    def _of_title(self, found: Verdict, words: Words) -> Verdict:
        """A title of one word is not its own plural."""
        if found.correct and self._kind is AnswerType.TITLE and len(stems_of(words)) == 1:
            ones = {squash(form.phrase.words) for form in self._forms if form.verdict.correct and form.required is None}
            if ones and squash(words) not in ones and squash(words).rstrip("s") in {one.rstrip("s") for one in ones}:
                return PLURAL
        return found

    def _as_person(self, words: Words) -> Verdict | None:
        if not self._names:
            return None
        for order in (words, (*words[1:], words[0])):
            guess = read_name(order)
            for name, form in self._names if guess else ():
                found = self._same_person(name, form, guess) if guess else None
                if found:
                    return found
        return None

    def _same_person(self, name: Name, form: Form, guess: Name) -> Verdict | None:
        if len(name.core) == 1 and not name.byname:
            only = not any(len(other.core) > 1 and other.family == name.family for other, _ in self._names)
            fits = guess.family == name.family and 0 < len(guess.given) < 4 and only
            return form.verdict if fits and not any(word in COMMON for word in guess.given) else None
        said = same_person(name, guess)
        if said is None:
            return None
        if form.required is not None:
            places = {stem(word): place for place, word in enumerate(name.given)}
            if any(place not in said for word, place in places.items() if word in form.required):
                return None
            return form.verdict if name.family in form.required else None
        for names in self._known:
            for other in names.namesakes(name.family, self._own):
                if same_person(other, guess) is not None:
                    return NAMESAKES
        return form.verdict if said else FAMILY

    def _wider(self, words: Words, stems: tuple[str, ...]) -> Verdict | None:
        """A right form among words that change nothing."""
        held = set(stems)
        for variant in self._variants:
            if not held.issuperset(variant.stems):
                continue
            rest = list(stems)
            for part in variant.stems:
                if part in rest:
                    rest.remove(part)
            if not ORDERED.isdisjoint(variant.stems) and [s for s in stems if s in variant.stems] != list(variant.stems):
                continue
            if self._loose.get(bag(tuple(rest))) == variant.verdict and rest:
                return variant.verdict
            if self._extras.are_harmless(words, rest, variant.stems, variant.optional, variant.mentions):
                return variant.verdict
        return None

    def _by_slip(self, body: Words) -> Verdict | None:
        corrected = self._vocabulary.corrected(body, self._not_slips)
        if corrected != body and (found := self._settle(corrected)) and found is not PROMPTED:
            return self._guarded(found, body, corrected)
        squashed = squash(body)
        limit = min(2, bears(len(squashed)))
        if not limit:
            return None
        near = process.extractOne(squashed, self._squashed.keys(), scorer=OSA.distance, score_cutoff=limit)
        return self._joined_otherwise(body, self._squashed[near[0]]) if near else None

    def _joined_otherwise(self, body: Words, meant: Words) -> Verdict | None:
        """A slip in words that are run together or parted otherwise."""
        if len(body) == len(meant) or _numbers(body) != _numbers(meant) or any(stem(w) in self._not_slips for w in body):
            return None
        if all(word in COMMON or word in LINKS for word in body):
            return None
        found = self._loose.get(squash(meant)) or self._derived.get(squash(meant))
        return self._guarded(found, body, meant) if found else None

    def _guarded(self, found: Verdict, body: Words, meant: Words) -> Verdict:
        """A slip that lies as near to another known name is that name."""
        distance = OSA.distance(squash(body), squash(meant))
        if found.correct and any(names.within(squash(body), max(1, distance), self._own) for names in self._known):
            return ANOTHER
        return Verdict(found.mark, "Right, but for a slip of typing.") if found.correct else found

    def _acronym(self, body: Words) -> Verdict | None:
        if len(body) > 1 and self._initialisms and not self._initialisms.isdisjoint(initials_of(body)):
            return INITIALS
        return None

    def _too_little(self, words: Words) -> Verdict | None:
        """A part of the answer that is on the way to it."""
        stems = [word for word in stems_of(words) if word not in self._prompt.asked or word in ASKED]
        held = set(stems)
        for form in self._forms:
            if not form.verdict.correct or not held or not held.issubset(form.phrase.stems):
                continue
            if self._partial:
                return MORE
            if form.required is None and self._kind is not AnswerType.PERSON and _is_on_the_way(stems, form.phrase):
                return MORE
        return None

    def _why_not(self, stems: tuple[str, ...]) -> Verdict:
        if stems and all(word in ASKED or word in KINDS or word in self._prompt.words for word in stems):
            return PROMPTED if self._prompt.words.issuperset(stems) else KIND_ONLY
        return NOT_IT


_TITLED = (AnswerType.TITLE, AnswerType.TEXT)


def _numbers(words: Words) -> list[str]:
    return sorted(word for word in words if word[0].isdigit())


def _is_on_the_way(stems: Sequence[str], form: Phrase) -> bool:
    """Whether the words hold what tells the form apart, in one piece, and at least half of it or one of two names."""
    apart = {word for word in form.stems if word not in COMMON and word not in KINDS and word not in ASKED}
    if apart and apart.isdisjoint(stems):
        return False
    places = sorted(form.stems.index(word) for word in stems)
    if places[-1] - places[0] >= len(places):
        return False
    if "and" in form.words and any(word in apart for word in stems):
        return True
    return 2 * sum(map(len, stems)) >= sum(map(len, form.stems))

