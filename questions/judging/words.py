"""A guess in words against the forms of an answer: by the rules, then by the fitted score.

The score decides only where nobody has said what type the answer is of; else what no rule takes is wrong, or
half an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.fuzz import WRatio

from questions.judging.beside import Beside
from questions.judging.corrections import Corrections
from questions.judging.features import features, readings_of
from questions.judging.fillers import readings
from questions.judging.forms import Form, Forms
from questions.judging.known import KnownNames
from questions.judging.lexicon import COMMON, KINDS
from questions.judging.normalise import ORDERED, Phrase, Words, phrase, stems_of
from questions.judging.persons import Persons, in_full, looks_like_person
from questions.judging.prompts import Prompt
from questions.judging.score import ACCEPT, probability
from questions.judging.variants import initials_of
from questions.judging.verdict import Reason, Verdict
from questions.judging.vetoes import Vetoes
from questions.judging.writings import OTHER_NAME, Writings
from questions.question import AnswerType

UNLIKE = Verdict(Reason.UNLIKE)
_REMARK = re.compile(r"\s?[(\[]|,\s")
_MOST_WORDS, _MOST_AUTHORS_WORDS = 16, 4
_CANDIDATES, _ALIKE = 3, 60  # how many forms are scored, and how like the guess they must be by WRatio


class WordsJudge:
    """The forms of an answer, ready to judge guesses in words."""

    def __init__(self, forms: Forms, prompt: Prompt, known: Sequence[KnownNames]) -> None:
        self._forms, self._right, self._prompt, self._known = forms, forms.right, prompt, known
        self._writings = Writings(forms, prompt, known)
        self._corrections = Corrections(forms, self._writings, prompt, known)
        self._vetoes = Vetoes(forms, self._writings, prompt, known)
        self._beside = Beside(forms.kind, prompt, [form.text for form in self._right])
        persons = [form for form in self._right if not form.marked]
        if forms.kind is not AnswerType.PERSON:
            persons = [form for form in persons if forms.scored and looks_like_person(form.phrase.words)]
        self._persons = Persons([form.text for form in persons], known, self._writings.own)
        self._scored = {form.phrase.full: form.phrase for form in self._right if not self._is_remarked(form)}
        self._initialisms = {form.phrase.squash for form in self._right if _is_initialism(form.text)}

    def _is_remarked(self, form: Form) -> bool:
        """Whether a form is another one with a remark in brackets or behind a comma."""
        match = _REMARK.search(form.text)
        return bool(match and phrase(form.text[: match.start()]).full in self._writings.own)

    def exact(self, read: Phrase) -> Verdict | None:
        """What is said of the guess word for word, if anything is."""
        return self._writings.exact(read.full)

    def is_right(self, read: Phrase) -> bool:
        """Whether a guess is a writing of the answer."""
        return self._writings.is_right(readings(read.words)[-1])

    def judge(self, read: Phrase) -> Verdict:
        """Judge a guess that is one guess, not a list of them."""
        return self.by_rules(read) or self._by_score(read)

    def by_rules(self, read: Phrase) -> Verdict | None:
        """What the rules say; None where they leave the guess to the score."""
        bodies = readings(read.words)
        for words in bodies:
            if verdict := self._writings.look_up(words):
                return verdict
        if self._forms.kind is not AnswerType.TITLE and self._vetoes.owns_another(read.text):
            return OTHER_NAME
        body = bodies[-1]
        for words in dict.fromkeys((body, read.words)):
            if verdict := self._fit(words, read):
                return verdict
        if self._forms.kind is not AnswerType.TITLE and self._writings.is_right(full := self._in_full(body)):
            return self._writings.look_up(full)
        corrected = self._corrections.corrected(body)
        verdict = self._by_slip(body, corrected, read) or self._by_initials(body)
        return verdict or self._left(body, stems_of(corrected), read)

    def _fit(self, words: Words, read: Phrase) -> Verdict | None:
        """Read the words as a person's name, as a title with its author, or among words that change
        nothing.
        """
        verdict = self._persons.judge(words, read.text)
        if self._forms.scored:
            return verdict if verdict and verdict.correct else None
        return verdict or self._by_author(words, read) or self._among(words, read)

    def _by_author(self, words: Words, read: Phrase) -> Verdict | None:
        """Take "Dune by Frank Herbert" and "Frank Herbert's Dune" for "Dune", but not "The Trial's Dune"."""
        if self._forms.kind is not AnswerType.TITLE:
            return None
        author, own, work = read.text.partition("'s ")
        whose = phrase(author)
        if own and 0 < len(whose.words) < _MOST_AUTHORS_WORDS and not {"and", "or"} & set(whose.words):
            another = any(names.has((whose.squash,), self._writings.own) for names in self._known)
            if not another and "," not in author and self._writings.is_right(phrase(work).words):
                return Verdict(Reason.ENOUGH)
        at = words.index("by", 1) if "by" in words[1:-1] else len(words)
        if at < len(words) and len(words) - at <= _MOST_AUTHORS_WORDS + 1:
            verdict = self._writings.look_up(words[:at]) or self._among(words[:at], read)
            return verdict if verdict and verdict.correct else None
        return None

    def _among(self, words: Words, read: Phrase) -> Verdict | None:
        """A form among words that change nothing."""
        stems = stems_of(words)
        held = set(stems)
        for required, form in self._writings.variants:
            if not held.issuperset(required) or _in_another_order(stems, required):
                continue
            rest = list(stems)
            for part in set(required):
                rest.remove(part)
            if rest and self._writings.is_same(rest, form.verdict):
                return form.verdict
            if self._beside.is_harmless(words, rest, required, form, read):
                return form.verdict
        return None

    def _in_full(self, words: Words) -> Words:
        """The words with initials and short first names as a form that ends alike has them."""
        for form in self._right:
            whole = form.phrase.words
            if len(words) > 1 and len(whole) > 1 and words[-1] == whole[-1]:
                return (*(full for word in words[:-1] for full in in_full(word, whole[:-1])), words[-1])
        return words

    def _by_slip(self, body: Words, corrected: Words, read: Phrase) -> Verdict | None:
        meant, verdict = corrected, None
        if corrected != body:
            text = read.text if "," in read.text else ""
            verdict = self._writings.look_up(corrected) or self._fit(corrected, replace(read, text=text))
        if not verdict or verdict.reason is Reason.QUESTION_WORDS:
            meant = self._corrections.joined_otherwise(body) or ()
            verdict = self._writings.look_up(meant) if meant else None
        if not verdict or not verdict.correct:
            return verdict
        another = self._corrections.may_be_another(body, meant)
        return OTHER_NAME if another else Verdict(Reason.SLIP)

    def _by_initials(self, body: Words) -> Verdict | None:
        """The words for which an answer in initials stands."""
        stands = len(body) > 1 and not self._initialisms.isdisjoint(initials_of(body))
        return Verdict(Reason.INITIALS) if stands else None

    def _left(self, body: Words, stems: Words, read: Phrase) -> Verdict | None:
        """What a guess is that no rule takes; None where that is for the score to say."""
        if self._forms.scored:
            return self._vetoes.veto(body, stems, read)
        return self._half(stems) or self._vetoes.of_nothing_said(stems) or UNLIKE

    def candidates(self, read: Phrase) -> list[Mapping[str, float]]:
        """The features of each likely reading of a guess against each likely form."""
        near = process.extract(
            read.full, self._scored.keys(), scorer=WRatio, limit=_CANDIDATES, score_cutoff=_ALIKE
        )
        return [
            values
            for reading in readings_of(read, self._corrections.corrected(readings(read.words)[-1]))
            for full, _, _ in near
            if not _in_another_order(reading.stems, self._scored[full].stems)
            if (values := features(self._scored[full], reading, self._prompt))
        ]

    def _by_score(self, read: Phrase) -> Verdict:
        score = max(map(probability, self.candidates(read)), default=0.0)
        if score >= ACCEPT:
            return Verdict(Reason.LIKELY, score=score)
        half = self._half(stems_of(readings(read.words)[-1]))
        return replace(half or UNLIKE, score=score)

    def _half(self, stems: Words) -> Verdict | None:
        """Half an answer, after which a quizmaster asks for more."""
        if self._forms.partial and any(set(stems).issubset(form.required) for form in self._right):
            return Verdict(Reason.MORE)
        if self._forms.strict or self._forms.kind is AnswerType.PERSON:
            return None
        half = any(_is_half(stems, form) for form in self._scored.values())
        return Verdict(Reason.MORE) if half else None


def _is_half(stems: Words, form: Phrase) -> bool:
    """Whether stems are so much of a form that a quizmaster would ask for more: one of two names, half of
    it in one piece that tells something, or all but its number.
    """
    whole, size = form.stems, len(stems)
    if stems[0] not in whole:
        return False
    if stems == tuple(word for word in whole if not word[0].isdigit()):
        return len("".join(stems)) > 2
    if stems not in (whole[at : at + size] for at in range(len(whole))):
        return False
    if "and" in form.words and size == 1 and len(whole) == 2:
        return True
    told = size > 1 or not (_is_common(stems[0]) or stems[0][0].isdigit())
    new = "new" in whole and "new" not in stems
    return told and not new and 2 * len("".join(stems)) >= len("".join(whole))


def _is_common(word: str) -> bool:
    return word in COMMON or f"{word}s" in COMMON or word in KINDS


def _in_another_order(said: Words, form: Words) -> bool:
    """Whether a guess has the words of a form in another order, where their order counts: "from A to B",
    "3-2".
    """
    counts = not ORDERED.isdisjoint(form) or sum(word[0].isdigit() for word in form) > 1
    return counts and [word for word in said if word in form] != [word for word in form if word in said]


def _is_initialism(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and 1 < len(letters) < 7
