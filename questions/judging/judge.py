"""A typed guess against an answer: the verdict of a fair quizmaster."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz.distance import OSA

from questions.judging.verdict import Mark, Verdict
from questions.question import Answer


@dataclass(frozen=True, slots=True)
class Context:
    """What the judge may know besides the answer.

    ``prompt`` is the question as asked; ``known`` are names of other entities that the guess might mean; ``choices``
    are the choices in order, where the player may answer with a letter.
    """

    prompt: str = ""
    known: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of entities, prepared once a pack and shared by all its questions."""

    names: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: tuple[str, ...]) -> KnownNames:
        return cls(names, frozenset(_key(name) for name in names))


class PreparedAnswer:
    """An answer made ready to judge many guesses."""

    def __init__(self, answer: Answer, names: KnownNames) -> None:
        self._text = answer.text
        self._forms = frozenset(_key(form) for form in answer.forms)
        self._refused = frozenset(_key(form) for form in answer.refused)
        self._known = names.keys - self._forms

    def judge(self, guess: str) -> Verdict:
        key = _key(guess)
        if not key:
            return Verdict(Mark.WRONG, "There is no answer in that.")
        if key in self._refused or key in self._known:
            return Verdict(Mark.WRONG, "That is another answer.")
        if key in self._forms:
            return Verdict(Mark.CORRECT, "That is the answer.")
        if any(len(form) > 5 and OSA.distance(form, key, score_cutoff=1) <= 1 for form in self._forms):
            return Verdict(Mark.CORRECT, "One slip of typing.")
        return Verdict(Mark.WRONG, "That is not the answer.")


def prepare(answer: Answer, context: Context = Context(), names: KnownNames | None = None) -> PreparedAnswer:  # noqa: B008
    """Make an answer ready. ``names`` are shared known names; without them ``context.known`` is prepared."""
    return PreparedAnswer(answer, names or KnownNames.of(context.known))


def judge(answer: Answer, guess: str, context: Context = Context()) -> Verdict:  # noqa: B008
    """Judge one guess; for many guesses at one answer ``prepare`` it once."""
    return prepare(answer, context).judge(guess)


def _key(text: str) -> str:
    plain = anyascii(unicodedata.normalize("NFKC", text[:2000])).casefold()
    words = re.findall(r"[a-z0-9]+", plain.replace("&", " and ").replace("'", ""))
    return "".join(words[1:] if len(words) > 1 and words[0] in ("a", "an", "the") else words)
