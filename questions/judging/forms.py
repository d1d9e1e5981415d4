"""An answer, or an answer line, -> the forms that are right, close or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from questions.judging.answerline import AnswerLine, read_line
from questions.judging.directives import LineForm
from questions.judging.kind import kind_of
from questions.judging.normalise import LINKS, Phrase, phrase, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.variants import alternatives
from questions.judging.verdict import Mark, Verdict
from questions.question import Answer, AnswerType

RIGHT = Verdict(Mark.CORRECT, "That is the answer.")
MORE = Verdict(Mark.CLOSE, "On the way; more, please.")
LESS = Verdict(Mark.CLOSE, "Too narrow; something wider, please.")


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was written. ``required`` are the stems that must be said, None for all of them;
    ``optional`` are stems that may be said besides; ``prefixes`` stand for all words that begin with them.
    """

    text: str
    phrase: Phrase
    verdict: Verdict
    required: tuple[str, ...] | None = None
    optional: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str], ...] = ()  # (beginning, the stem that it stands for)
    mentions: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems that must be said."""
        return self.phrase.stems if self.required is None else self.required


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of an answer. ``partial`` says that any part of a right form is close.

    ``strict`` says that a line marks what is required, or what is close: then nothing else is close, save
    the first name of a person where ``hints`` says that the line does not tell what is close.
    """

    kind: AnswerType
    forms: tuple[Form, ...]
    refused: tuple[Phrase, ...]
    partial: bool = False
    strict: bool = False
    hints: bool = True
    texts: tuple[str, ...] = field(default=())  # the right forms as they were written


def read_forms(answer: Answer, prompt: Prompt) -> Forms:
    """Read an answer: the forms of its line where it has one, and its accepted forms."""
    line = read_line(answer.line) if answer.line else AnswerLine(())
    texts = [*answer.forms] if answer.accepted or not answer.line else []
    line_texts = [form.text for form in line.main]
    kind = kind_of(
        answer.type, [*texts, *line_texts], prompt, marked=any(form.required for form in line.main)
    )
    forms = [*_of_texts(texts, kind), *_of_line(line, kind, prompt)]
    refused = [phrase(text) for text in answer.refused] + [phrase(form.text) for form in line.refused]
    return Forms(
        kind=kind,
        forms=tuple(form for form in forms if form.phrase),
        refused=tuple(read for read in refused if read),
        partial=line.partial,
        strict=any(form.required for form in line.main) or bool(line.prompts) or line.either,
        hints=not (line.prompts or line.either or line.partial),
        texts=(*texts, *line_texts),
    )


def _of_texts(texts: Iterable[str], kind: AnswerType) -> Iterator[Form]:
    for text in texts:
        for other in dict.fromkeys(alternatives(text, kind)):
            yield Form(other, phrase(other), RIGHT)


def _of_line(line: AnswerLine, kind: AnswerType, prompt: Prompt) -> Iterator[Form]:
    right = [*line.main, *(replaced for form in line.main for replaced in _replaced(form, line.replaced))]
    for form in right:
        yield from _right(form, kind, line.word_forms)
        if line.either:
            yield from _parts(form)
    for form in line.accepted:
        if not _is_over(form, prompt):
            yield from _right(form, kind, line.word_forms)
        elif form.prompt_after:
            yield _marked(form, MORE, False)
    for form in line.prompts:
        if not _is_over(form, prompt):
            verdict = LESS if form.narrow else MORE
            if form.asking:
                verdict = Verdict(Mark.CLOSE, f"{verdict.reason} ({form.asking})")
            yield _marked(form, verdict, False)


def _right(form: LineForm, kind: AnswerType, word_forms: bool) -> Iterator[Form]:
    letters = [part for _, part in form.required if len(part) == 1]
    if len(letters) > 1 and len(letters) == len(form.required) < len(
        "".join(word for word, _ in form.required)
    ):
        initials = "".join(letters)
        yield Form(initials, phrase(initials), RIGHT)
        form = LineForm(form.text)
    if form.required or word_forms or form.mentions:
        yield _marked(form, RIGHT, word_forms)
    else:
        yield from _of_texts([form.text], kind)


def _marked(form: LineForm, verdict: Verdict, word_forms: bool) -> Form:
    read = phrase(form.text)
    required = None
    prefixes = []
    if form.required:
        required = _stems([word for word, _ in form.required], form.text)
        for word, part in form.required:
            beginning, stems = phrase(part).squash, _stems([word], form.text)
            if len(stems) == 1 and len(beginning) > 3 and beginning != phrase(word).squash:
                prefixes.append((beginning, stems[0]))
    if word_forms:
        prefixes += [(each[: max(4, round(len(each) * 0.65))], each) for each in read.stems if len(each) > 4]
    optional = frozenset(read.stems) - frozenset(required or read.stems)
    return Form(form.text, read, verdict, required or None, optional, tuple(prefixes), form.mentions)


def _stems(marked: Sequence[str], text: str) -> tuple[str, ...]:
    """The stems of words of a text, read as they are there: "XVI" behind "Louis" is a number."""
    inner = marked[0] != text.split()[0] if text.split() else False
    tokens = phrase(("xx " if inner else "") + " ".join(marked)).words
    return tuple(
        found
        for found in stems_of(tokens[1:] if inner and tokens[:1] == ("xx",) else tokens)
        if found not in LINKS
    )


def _parts(form: LineForm) -> Iterator[Form]:
    """Each part that is enough where the line says "accept either": the marked parts, or else the words."""
    whole = frozenset(phrase(form.text).stems)
    for part in form.parts if len(form.parts) > 1 else form.text.split():
        read = phrase(part)
        yield Form(part, read, RIGHT, read.stems or None, whole - frozenset(read.stems))


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
