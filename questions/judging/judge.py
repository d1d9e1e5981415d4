"""A typed guess against an answer: the verdict of a fair quizmaster.

The rules are NAQT's for typed answers (Buzzword, "Answer-Judging Guidelines") and for correctness in
general, in our own words and order: read the guess in one way of writing; by the type of the answer compare
exactly, then with slips; then refuse what a slip, a missing or an added word turns into another answer.
Rules before ratios.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.judging.choices import YesOrNo, lettered
from questions.judging.dates import DateJudge, read_dates
from questions.judging.fillers import say_nothing
from questions.judging.forms import read_forms
from questions.judging.known import KnownNames
from questions.judging.lists import judge_list
from questions.judging.normalise import LONGEST, Phrase, phrase
from questions.judging.numbers import NumberJudge
from questions.judging.prompts import read_prompt
from questions.judging.quantities import read_quantity
from questions.judging.text import TextJudge
from questions.judging.verdict import Mark, Verdict
from questions.question import Answer, AnswerType

EMPTY = Verdict(Mark.WRONG, "There is no answer in that.")
TOO_LONG = Verdict(Mark.WRONG, "That is too long to be one answer.")
SEVERAL = Verdict(Mark.WRONG, "One answer only, please.")
NO_NUMBER = Verdict(Mark.WRONG, "One number is wanted.")
NO_DATE = Verdict(Mark.WRONG, "One date is wanted.")
OTHER_CHOICE = Verdict(Mark.WRONG, "That is another choice.")

_HEDGES = re.compile(
    r"\s+or\s+|\s*[/;|\n]\s*|\?\s+(?=\w)|\s+(?:maybe|perhaps|possibly)\s+|,\s*(?:then|or)\s+"
)
_STRONG = re.compile(r"\s*[;|\n]\s*|\?\s+(?=\w)|\s+(?:maybe|perhaps|possibly)\s+")
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What the judge may know besides the answer.

    ``prompt`` is the question as asked; ``known`` are names of other entities that the guess might mean;
    ``choices`` are the choices in order, where the player may answer with a letter.
    """

    prompt: str = ""
    known: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


NO_CONTEXT = Context()


class PreparedAnswer:
    """An answer made ready to judge many guesses. Made by ``prepare``."""

    def __init__(self, answer: Answer, context: Context, names: KnownNames) -> None:
        prompt = read_prompt(context.prompt)
        forms = read_forms(answer, prompt)
        self._choices = context.choices or prompt.choices
        letters = [found[0] for text in forms.texts if (found := lettered(text.lower())) and not found[1]]
        self._right_choice = letters[0] if letters and not context.choices and self._choices else None
        others = self._other_choices(forms.texts)
        self._words = TextJudge(forms, prompt, (names, KnownNames.of(others)) if others else (names,))
        self._kind = forms.kind
        self._longest = max((len(form.phrase.words) for form in forms.forms), default=0)
        self._yes_or_no = YesOrNo.of(forms.texts)
        self._numbers = NumberJudge([q for t in forms.texts if (q := read_quantity(t))], prompt)
        self._dates = DateJudge([date for text in forms.texts for date in read_dates(text)], prompt)
        self._parts = tuple(prepare(part, Context(context.prompt), names).judge for part in answer.parts)
        self._needed = answer.needed or len(answer.parts)
        self._written = {form.phrase.text for form in forms.forms}
        self._says_or = any("or" in form.phrase.words for form in forms.forms)

    def _other_choices(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The choices that are wrong, by their text."""
        if self._right_choice is not None:
            return tuple(text for at, text in enumerate(self._choices) if at != self._right_choice)
        right = {phrase(text).bag for text in texts}
        return tuple(text for text in self._choices if phrase(text).bag not in right)

    def judge(self, guess: str) -> Verdict:
        """Judge a guess: any text at all, of any length."""
        read = phrase(guess)
        if not read:
            return EMPTY
        found = self._words.exact(read)
        if found and (self._kind not in (AnswerType.NUMBER, AnswerType.DATE) or read.text in self._written):
            return found
        if len(read.words) > _MOST_WORDS + 2 * self._longest or len(guess) > LONGEST:
            return TOO_LONG
        if self._choices and (by_letter := lettered(read.text)):
            return self._by_letter(*by_letter)
        if self._right_choice is not None and self._is_right_choice(read):
            return Verdict(Mark.CORRECT, "That is the choice.")
        if self._yes_or_no:
            return self._yes_or_no.judge(read)
        if self._parts:
            return judge_list(read.text, self._parts, self._needed)
        if self._kind in (AnswerType.NUMBER, AnswerType.DATE) and self._says_several(read):
            return SEVERAL
        if self._kind is AnswerType.NUMBER:
            return self._numbers.judge(guess) or self._as_written(read, found) or NO_NUMBER
        if self._kind is AnswerType.DATE:
            return self._dates.judge(guess) or self._as_written(read, found) or NO_DATE
        return self._in_words(read)

    def _says_several(self, read: Phrase) -> bool:
        """Whether a guess at a number or a date says other things too, set apart from it."""
        pieces = [phrase(text).words for text in _STRONG.split(read.text)]
        return sum(not say_nothing(words) for words in pieces) > 1 and read.text not in self._written

    def _as_written(self, read: Phrase, found: Verdict | None) -> Verdict | None:
        """A number or date that is in no usual form is right only as it was written."""
        return None if any(character.isdigit() for character in read.text) else found

    def _by_letter(self, place: int, text: str) -> Verdict:
        if place >= len(self._choices):
            return OTHER_CHOICE
        if text and not self._in_words(phrase(text)).correct and not self._is_right_choice(phrase(text)):
            return OTHER_CHOICE
        if self._right_choice is not None:
            right = place == self._right_choice
        else:
            right = self._in_words(phrase(self._choices[place])).correct
        return Verdict(Mark.CORRECT, "That is the choice.") if right else OTHER_CHOICE

    def _is_right_choice(self, read: Phrase) -> bool:
        if self._right_choice is None or self._right_choice >= len(self._choices):
            return False
        return prepare(Answer(self._choices[self._right_choice]), NO_CONTEXT).judge(read.text).correct

    def _in_words(self, read: Phrase) -> Verdict:
        texts = _HEDGES.split(read.text)
        if len(texts) < 2:
            return self._words.verdict(read)
        pieces = [piece for text in texts if not say_nothing((piece := phrase(text)).words)]
        if len(pieces) < 2:
            return self._words.verdict(read)
        if self._says_or and (found := self._words.verdict(read)).correct:
            return found
        marks = [self._words.judge(piece).mark for piece in pieces[:12]]
        if all(mark is Mark.CORRECT for mark in marks):
            return self._words.judge(pieces[0])
        return SEVERAL if Mark.CORRECT in marks or Mark.CLOSE in marks else self._words.verdict(read)


def prepare(answer: Answer, context: Context = NO_CONTEXT, names: KnownNames | None = None) -> PreparedAnswer:
    """Make an answer ready.

    ``names`` are known names prepared once for many questions (``KnownNames.of``); without them
    ``context.known`` is prepared. Names that are forms of the answer itself do not count against it.
    """
    return PreparedAnswer(answer, context, names or KnownNames.of(context.known))


def judge(answer: Answer, guess: str, context: Context = NO_CONTEXT) -> Verdict:
    """Judge one guess; for many guesses at one answer ``prepare`` it once."""
    return prepare(answer, context).judge(guess)
