"""An answer, or an answer line, -> the forms that are right, close or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from questions.judging.answerline import AnswerLine, read_line
from questions.judging.directives import LineForm
from questions.judging.kind import kind_of
from questions.judging.normalise import LINKS, Phrase, phrase, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.variants import alternatives
from questions.judging.verdict import Reason, Verdict
from questions.question import Answer, AnswerType

RIGHT = Verdict(Reason.SAME)


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was written. ``required`` are the stems that must be said, ``optional`` those that may be
    said besides; ``prefixes`` stand for all words that begin with them. ``marked`` says that the line marks
    what is required.
    """

    text: str
    phrase: Phrase
    verdict: Verdict
    required: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str], ...] = ()  # (beginning, the stem that it stands for)
    mentions: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of an answer; ``texts`` are the right ones as they were written.

    ``partial`` says that any part of a right form is close; ``strict`` that a line marks what is
    required, or what is close: then nothing else is close. ``scored`` says that the fitted score may
    decide, since nobody has said what sort of thing the answer is.
    """

    kind: AnswerType
    forms: tuple[Form, ...]
    refused: tuple[Phrase, ...]
    texts: tuple[str, ...]
    partial: bool = False
    strict: bool = False
    scored: bool = False

    @property
    def right(self) -> list[Form]:
        """The forms that are right."""
        return [form for form in self.forms if form.verdict.correct]


def form_of(text: str, verdict: Verdict = RIGHT) -> Form:
    """A form of which every word is needed."""
    read = phrase(text)
    return Form(text, read, verdict, read.stems)


def read_forms(answer: Answer, prompt: Prompt) -> Forms:
    """Read an answer: the forms of its line where it has one, and its accepted forms."""
    line = read_line(answer.line) if answer.line else AnswerLine()
    accepted = [*answer.forms] if answer.accepted or not answer.line else []
    texts = (*accepted, *(form.text for form in line.main))
    marked = any(form.required for form in line.main)
    kind = kind_of(answer.type, texts, prompt, marked=marked)
    forms = [*_of_texts(accepted, kind), *_of_line(line, kind, prompt)]
    refused = [phrase(text) for text in (*answer.refused, *(form.text for form in line.refused))]
    return Forms(
        kind=kind,
        forms=tuple(form for form in forms if form.phrase),
        refused=tuple(read for read in refused if read),
        texts=texts,
        partial=line.partial,
        strict=(strict := marked or bool(line.prompts) or line.either),
        scored=answer.type is AnswerType.UNKNOWN and not strict,
    )


def _of_texts(texts: Iterable[str], kind: AnswerType) -> Iterator[Form]:
    for text in texts:
        for other in dict.fromkeys(alternatives(text, kind)):
            yield form_of(other)


def _of_line(line: AnswerLine, kind: AnswerType, prompt: Prompt) -> Iterator[Form]:
    replaced = (other for form in line.main for other in _replaced(form, line.replaced))
    for form in (*line.main, *replaced):
        yield from _right(form, kind, line.word_forms)
        if line.either:
            yield from _parts(form)
    for form in line.accepted:
        if not _is_over(form, prompt):
            yield from _right(form, kind, line.word_forms)
        elif form.prompt_after:
            yield _marked(form, Verdict(Reason.MORE), False)
    for form in line.prompts:
        if not _is_over(form, prompt):
            verdict = Verdict(Reason.NARROWER if form.narrow else Reason.MORE)
            yield _marked(form, replace(verdict, asking=form.asking), False)


def _right(form: LineForm, kind: AnswerType, word_forms: bool) -> Iterator[Form]:
    letters = [part for _, part in form.required if len(part) == 1]
    if 1 < len(letters) == len(form.required) < len("".join(word for word, _ in form.required)):
        yield form_of("".join(letters))
        form = LineForm(form.text)
    if form.required or word_forms or form.mentions:
        yield _marked(form, RIGHT, word_forms)
    else:
        yield from _of_texts([form.text], kind)


def _marked(form: LineForm, verdict: Verdict, word_forms: bool) -> Form:
    read = phrase(form.text)
    required = _stems([word for word, _ in form.required], form.text) if form.required else read.stems
    prefixes = []
    for word, part in form.required:
        beginning, stems = phrase(part).squash, _stems([word], form.text)
        if len(stems) == 1 and len(beginning) > 3 and beginning != phrase(word).squash:
            prefixes.append((beginning, stems[0]))
    if word_forms:
        prefixes += [(each[: max(4, round(len(each) * 0.65))], each) for each in read.stems if len(each) > 4]
    optional = frozenset(read.stems) - frozenset(required)
    return Form(
        form.text, read, verdict, required, optional, tuple(prefixes), form.mentions, bool(form.required)
    )


def _stems(marked: Sequence[str], text: str) -> tuple[str, ...]:
    """The stems of words of a text, read as they are there: "XVI" behind "Louis" is a number."""
    inner = text.split()[:1] != [marked[0]]
    tokens = phrase(("xx " if inner else "") + " ".join(marked)).words
    stems = stems_of(tokens[1:] if inner and tokens[:1] == ("xx",) else tokens)
    return tuple(each for each in stems if each not in LINKS)


def _parts(form: LineForm) -> Iterator[Form]:
    """Each part that is enough where the line says "accept either": the marked parts, or else the words."""
    whole = frozenset(phrase(form.text).stems)
    for part in form.parts if len(form.parts) > 1 else form.text.split():
        right = form_of(part)
        yield replace(right, optional=whole - frozenset(right.required), marked=True)


def _replaced(form: LineForm, pairs: Iterable[tuple[str, str]]) -> Iterator[LineForm]:
    for word, other in pairs:
        text, count = re.subn(rf"\b{re.escape(word)}\b", other, form.text, flags=re.IGNORECASE)
        if count:
            required = tuple((w.replace(word, other), p.replace(word, other)) for w, p in form.required)
            yield LineForm(text, required)


def _is_over(form: LineForm, prompt: Prompt) -> bool:
    """Whether the question, which has been read to its end, says the words until which a form counts."""
    if form.until is None or not prompt.text:
        return False
    cue = [stem(word) for word in phrase(form.until or form.text).words if word not in LINKS]
    return bool(cue) and prompt.words.issuperset(cue)
