"""A guess in words against the forms of an answer: exactly, then with slips, then the refusals."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from questions.judging.extras import Extras
from questions.judging.fillers import readings
from questions.judging.forms import MORE, RIGHT, Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.kinds import ASKED
from questions.judging.lexicon.places import KINDS
from questions.judging.normalise import LINKS, ORDERED, Phrase, bag, phrase, squash, stem, stems_of
from questions.judging.persons import Persons
from questions.judging.prompts import Prompt
from questions.judging.slips import bears
from questions.judging.tables import INITIALS, Tables, Words, words_of
from questions.judging.variants import initials_of, without_container
from questions.judging.verdict import Mark, Verdict
from questions.judging.vocabulary import Vocabulary
from questions.question import AnswerType

ANOTHER = Verdict(Mark.WRONG, "That is another answer.")
PROMPTED = Verdict(Mark.WRONG, "Those are words of the question.")
KIND_ONLY = Verdict(Mark.WRONG, "That says what kind of thing it is, not which one.")
NOT_IT = Verdict(Mark.WRONG, "That is not the answer.")
PLURAL = Verdict(Mark.CLOSE, "One letter away from the title; exactly, please.")
SLIP = Verdict(Mark.CORRECT, "Right, but for a slip of typing.")

_MOST_WORDS = 16
_SMALL = frozenset(("to", "in", "on", "at", "by", "for", "from", "with", "is", "it"))


class TextJudge:
    """The forms of an answer, ready to judge guesses in words."""

    def __init__(self, forms: Forms, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._kind = forms.kind
        self._prompt = prompt
        self._known = known
        self._partial, self._strict = forms.partial, forms.strict
        self._right = [form for form in forms.forms if form.verdict.correct]
        self._tables = Tables(forms, prompt, known)
        self._persons = Persons(self._tables, known)
        self._vocabulary = Vocabulary(
            words_of(forms, self._tables), [pair for form in forms.forms for pair in form.prefixes]
        )
        containers = [place for form in self._right for _, place in without_container(form.text)]
        self._extras = Extras(forms.kind, prompt, frozenset(containers))
        self._not_slips = prompt.words.union(*(names.stems for names in known))

    def exact(self, read: Phrase) -> Verdict | None:
        """What is said of the guess word for word, if anything is."""
        return self._tables.full.get(read.full)

    def judge(self, read: Phrase) -> Verdict:
        """Judge a guess that is one guess, not a list of them."""
        return self._judge(read)[0]

    def verdict(self, read: Phrase) -> Verdict:
        """Judge a guess, and where it is not right say what it lacks."""
        found, corrected = self._judge(read)
        if found is not NOT_IT:
            return found
        stems = stems_of(corrected)
        return self._too_little(stems) or self._why_not(stems)

    def _judge(self, read: Phrase) -> tuple[Verdict, Words]:
        """The verdict, and the words of the guess with its slips put right."""
        parted = "".join(mark for mark in (",", "(", " in ") if mark in read.text)
        bodies = readings(read.words)
        body = bodies[-1]
        found = next((found for words in bodies if (found := self._find(words))), None)
        found = found or self._fit(body, read.text if body == read.words else "", parted)
        if found is None and body != read.words:
            found = self._fit(read.words, read.text, parted)
        if found or len(body) > _MOST_WORDS:
            return found or NOT_IT, body
        corrected = self._vocabulary.corrected(body, self._not_slips)
        return self._by_slip(body, corrected, parted) or self._by_initials(body) or NOT_IT, corrected

    def _settle(self, words: Words, parted: str) -> Verdict | None:
        return self._find(words) or self._fit(words, "", parted)

    def _find(self, words: Words) -> Verdict | None:
        """Look the words up: as written, loosely, as a known name, as a part that is enough."""
        full = " ".join(words)
        if found := self._tables.full.get(full):
            return found
        if any(full in names.fulls for names in self._known) and full not in self._tables.own:
            return ANOTHER
        stems = stems_of(words)
        keys = (squash(words), bag(stems), "".join(word for word in words if word not in LINKS))
        if found := self._look_up(self._tables.loose, keys):
            return self._of_title(found, words)
        if any(names.has(keys, self._tables.own) for names in self._known):
            return ANOTHER
        if self._prompt.words and self._prompt.words.issuperset(stems):
            return self._offered(stems)
        return self._look_up(self._tables.derived, keys)

    def _fit(self, words: Words, text: str, parted: str) -> Verdict | None:
        """Read the words as a person's name, as a title with its author, or among words that change
        nothing.
        """
        return (
            self._persons.judge(words, text, parted)
            or self._by_author(words, text, parted)
            or self._wider(words, stems_of(words), parted)
        )

    @staticmethod
    def _look_up(table: dict[str, Verdict], keys: Sequence[str]) -> Verdict | None:
        return next((found for key in keys if (found := table.get(key))), None)

    def _offered(self, stems: Sequence[str]) -> Verdict:
        """Words of the prompt alone are no answer, unless they choose between those that it offers."""
        chosen = tuple(word for word in stems if word in self._prompt.offered)
        return self._tables.loose.get(bag(chosen), PROMPTED) if chosen else PROMPTED

    def _of_title(self, found: Verdict, words: Words) -> Verdict:
        """A title of one word is not its own plural."""
        if found.correct and self._kind is AnswerType.TITLE and len(stems_of(words)) == 1:
            ones = {form.phrase.squash for form in self._right if form.required is None}
            said = squash(words)
            if ones and said not in ones and said.rstrip("s") in {one.rstrip("s") for one in ones}:
                return PLURAL
        return found

    def _by_author(self, words: Words, text: str, parted: str) -> Verdict | None:
        """Take "Dune by Frank Herbert" and "Frank Herbert's Dune" for "Dune"."""
        if self._kind is not AnswerType.TITLE:
            return None
        author, own, work = text.partition("'s ")
        if own and len(author.split()) < 4 and "," not in author and "and" not in author.split():
            found = self._find(phrase(work).words)
            return found if found and found.correct else None
        if "by" not in words[1:-1]:
            return None
        found = self._settle(words[: words.index("by", 1)], parted)
        return found if found and found.correct and len(words) - words.index("by", 1) < 6 else None

    def _wider(self, words: Words, stems: tuple[str, ...], parted: str) -> Verdict | None:
        """A right form among words that change nothing."""
        held = set(stems)
        covered: set[str] = set()
        for variant in self._tables.variants:
            if not held.issuperset(variant.stems):
                continue
            rest = list(stems)
            for part in variant.stems:
                if part in rest:
                    rest.remove(part)
            if _has_order(variant.stems) and [w for w in stems if w in variant.stems] != list(variant.stems):
                continue
            if variant.verdict.correct:
                covered.update(variant.stems)
            if rest and self._tables.loose.get(bag(tuple(rest))) == variant.verdict:
                return variant.verdict
            if self._extras.are_harmless(
                words, rest, variant.stems, variant.optional, variant.mentions, parted
            ):
                return variant.verdict
        return RIGHT if covered == held and len(held) == len(stems) else None

    def _by_slip(self, body: Words, corrected: Words, parted: str) -> Verdict | None:
        if corrected != body:
            found = self._settle(corrected, parted)
            if found and found is not PROMPTED:
                return self._guarded(found, body, corrected)
        squashed = squash(body)
        limit = min(2, bears(len(squashed)))
        if not limit:
            return None
        near = process.extractOne(
            squashed, self._tables.squashed.keys(), scorer=OSA.distance, score_cutoff=limit
        )
        return self._joined_otherwise(body, self._tables.squashed[near[0]]) if near else None

    def _joined_otherwise(self, body: Words, meant: Words) -> Verdict | None:
        """A slip in words that are run together or parted otherwise."""
        mine = [word for word in body if word not in LINKS]
        theirs = [word for word in meant if word not in LINKS]
        if len(mine) == len(theirs) or _numbers(mine) != _numbers(theirs):
            return None
        if (set(mine) < set(theirs) or set(theirs) < set(mine)) and not _SMALL.issuperset(
            set(mine) ^ set(theirs)
        ):
            return None
        if any(len(word) == 1 or stem(word) in self._not_slips for word in mine) or COMMON.issuperset(mine):
            return None
        found = self._look_up(self._tables.loose, [squash(meant)]) or self._look_up(
            self._tables.derived, [squash(meant)]
        )
        return self._guarded(found, body, meant) if found else None

    def _guarded(self, found: Verdict, body: Words, meant: Words) -> Verdict:
        """A slip that lies as near to another known name is that name."""
        if not found.correct:
            return found
        said = squash(body)
        distance = max(1, OSA.distance(said, squash(meant)))
        if any(names.within(said, distance, self._tables.own) for names in self._known):
            return ANOTHER
        return SLIP

    def _by_initials(self, body: Words) -> Verdict | None:
        """The words for which an answer in initials stands."""
        initialisms = self._tables.initialisms
        return (
            INITIALS
            if len(body) > 1 and initialisms and not initialisms.isdisjoint(initials_of(body))
            else None
        )

    def _too_little(self, stems: tuple[str, ...]) -> Verdict | None:
        """A part of the answer that is on the way to it."""
        held = set(stems)
        for form in self._right:
            whole = form.phrase.stems
            if self._partial and held and held.issubset(form.stems):
                return MORE
            if (
                self._strict
                or self._kind is AnswerType.PERSON
                or not held.issubset(whole)
                or "(" in form.text
            ):
                continue
            others = (set(other.stems) for other in self._right)
            if any(other < set(whole) and held.isdisjoint(other) for other in others):
                continue
            if _is_on_the_way(stems, form.phrase, title=self._kind is AnswerType.TITLE):
                return MORE
        return None

    def _why_not(self, stems: tuple[str, ...]) -> Verdict:
        if stems and all(word in ASKED or word in KINDS or word in self._prompt.words for word in stems):
            return PROMPTED if self._prompt.words.issuperset(stems) else KIND_ONLY
        return NOT_IT


def _has_order(stems: Sequence[str]) -> bool:
    """Whether the order of words counts: "from A to B", "3-2"."""
    return not ORDERED.isdisjoint(stems) or sum(word[0].isdigit() for word in stems) > 1


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word[0].isdigit())


def _is_on_the_way(stems: Sequence[str], form: Phrase, *, title: bool) -> bool:
    """Whether words of a form are so much of it that a quizmaster would ask for more.

    They hold all that tells the form apart, or one of two names, or in one piece half of it and not only
    the common words at its end.
    """
    whole = form.stems
    named = [word for word in stems if not word[0].isdigit()]
    if (title or not ORDERED.isdisjoint(whole)) and [word for word in whole if word in named] != named:
        return False
    if len(form.text.split()) < 2 and not (len(whole) == 2 and whole[1][0].isdigit() and "-" in form.text):
        return False
    if all(word in KINDS or word in ASKED for word in stems) or ("new" in whole and "new" not in stems):
        return False
    share = sum(map(len, stems)) / sum(map(len, whole))
    apart = {word for word in whole if not _is_common(word) and not word[0].isdigit() and len(word) > 1}
    said = apart.intersection(stems)
    places = sorted(whole.index(word) for word in stems)
    in_one_piece = places[-1] - places[0] < len(places)
    if apart and not said:
        return places[0] == 0 and in_one_piece and len(places) > 1 and share >= 0.55
    if said and (
        (said == apart and share > (0.4 if places[0] else 0.34)) or ("and" in form.words and len(whole) < 4)
    ):
        return True
    if not said and places[0] > 0 and not (title and len(places) > 1):
        return False
    return (
        in_one_piece
        and share >= 0.5
        and not (title and not said and len(stems) == 1 and share == 0.5)
        and len("".join(stems)) > 2
    )


def _is_common(word: str) -> bool:
    return word in COMMON or f"{word}s" in COMMON or word in KINDS or word in ASKED
