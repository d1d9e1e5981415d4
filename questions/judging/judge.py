"""A typed guess against an answer: the verdict of a fair quizmaster.

The rules are NAQT's for typed answers (Buzzword, "Answer-Judging Guidelines") and for correctness in
general, in our own words and order: read the guess in one way of writing; compare it exactly, and by the type
of the answer; refuse what a slip, a missing or an added word turns into another answer; let a fitted score
decide what is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from questions.judging.choices import YesOrNo, choices_in, lettered
from questions.judging.dates import DateJudge, read_dates
from questions.judging.forms import read_forms
from questions.judging.known import KnownNames
from questions.judging.lists import judge_list
from questions.judging.normalise import Phrase, phrase
from questions.judging.numbers import NumberJudge
from questions.judging.prompts import read_prompt
from questions.judging.quantities import read_quantity
from questions.judging.several import SeveralGuesses, are_apart
from questions.judging.verdict import Reason, Verdict
from questions.judging.words import WordsJudge
from questions.question import Answer, AnswerType

LONGEST_GUESS, MOST_WORDS = 200, 30
"""Characters and words that a guess may have besides those of the longest form of the answer."""


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
        self._choices = context.choices or choices_in(context.prompt)
        if self._choices and not context.choices:
            answer = _with_choice(answer, self._choices)
        prompt = read_prompt(context.prompt)
        forms = read_forms(answer, prompt)
        right = {phrase(text).bag for text in forms.texts}
        others = [text for text in self._choices if phrase(text).bag not in right]
        self._words = WordsJudge(forms, prompt, (names, KnownNames.of(others)) if others else (names,))
        self._kind, self._scored = forms.kind, forms.scored
        self._yes_or_no = YesOrNo.of(forms.texts)
        self._numbers = NumberJudge([q for text in forms.texts if (q := read_quantity(text))], prompt)
        dates = [date for text in forms.texts for date in read_dates(text)]
        self._dates = DateJudge(dates, prompt, lenient=forms.scored)
        self._parts = tuple(prepare(_typed(part), Context(context.prompt), names) for part in answer.parts)
        self._needed = answer.needed or len(answer.parts)
        self._several = SeveralGuesses(self._words, forms.forms, prompt)
        self._written = {form.phrase.text for form in forms.forms}
        self._said_numbers = [[w for w in form.phrase.words if w[0].isdigit()] for form in forms.forms]
        self._says_or = any("or" in form.phrase.words for form in forms.forms)
        longest = max((len(text) for text in (*forms.texts, *(form.text for form in forms.forms))), default=0)
        most = max((len(form.phrase.words) for form in forms.forms), default=0)
        self.longest: int = (
            LONGEST_GUESS + longest + sum(part.longest - LONGEST_GUESS for part in self._parts)
        )
        self.most_words: int = MOST_WORDS + most + sum(part.most_words - MOST_WORDS for part in self._parts)

    def judge(self, guess: str) -> Verdict:
        """Judge a guess: any text at all, of any length."""
        guess = guess.strip()
        if len(guess) > self.longest:
            return Verdict(Reason.TOO_LONG)
        read = phrase(guess)
        if not read:
            return Verdict(Reason.EMPTY)
        if len(read.words) > self.most_words:
            return Verdict(Reason.TOO_LONG)
        exact = self._words.exact(read)
        numeric = self._kind in (AnswerType.NUMBER, AnswerType.DATE)
        if exact and (not numeric or read.text in self._written):
            return exact
        if self._choices and (letter := lettered(read.text)):
            return self._by_letter(*letter)
        if self._yes_or_no:
            return self._yes_or_no.judge(read)
        if self._parts:
            return judge_list(read.text, [part.judge for part in self._parts], self._needed)
        return self._numeric(guess, read, exact) if numeric else self._in_words(read)

    def candidates(self, guess: str) -> list[Mapping[str, float]]:
        """What the score is asked about a guess, for fitting it; nothing where a rule decides."""
        return [] if self.judge(guess).score is None else self._words.candidates(phrase(guess))

    def _by_letter(self, place: int, text: str) -> Verdict:
        """A letter alone, or with a text that is that choice's: "B) whale"."""
        named = [self._choices[place], *([text] if text else [])] if place < len(self._choices) else []
        right = bool(named) and all(self._in_words(phrase(each)).correct for each in named)
        return Verdict(Reason.CHOICE) if right else Verdict(Reason.OTHER_CHOICE)

    def _numeric(self, guess: str, read: Phrase, exact: Verdict | None) -> Verdict:
        """Judge a guess at a number or a date."""
        if are_apart(read) or ("or" in read.words and not self._says_or):
            return Verdict(Reason.SEVERAL)
        number = self._kind is AnswerType.NUMBER
        if verdict := self._numbers.judge(guess) if number else self._dates.judge(guess):
            return verdict
        if exact and not any(map(str.isdigit, read.text)):
            return exact
        numbers = [word for word in read.words if word[0].isdigit()]
        verdict = self._in_words(read) if self._scored and numbers in self._said_numbers else None
        if verdict and verdict.correct:
            return verdict
        return Verdict(
            Reason.NO_NUMBER if number else Reason.NO_DATE, score=verdict.score if verdict else None
        )

    def _in_words(self, read: Phrase) -> Verdict:
        return self._several.judge(read) or self._words.judge(read)


def _typed(part: Answer) -> Answer:
    """A part of a list, which the score must not take several parts for."""
    return replace(part, type=AnswerType.TEXT) if part.type is AnswerType.UNKNOWN else part


def _with_choice(answer: Answer, choices: Sequence[str]) -> Answer:
    """The answer with the text of the choice that its letter stands for."""
    letters = [lettered(text.lower()) for text in answer.forms]
    texts = [
        choices[letter[0]] for letter in letters if letter and not letter[1] and letter[0] < len(choices)
    ]
    return replace(answer, accepted=(*answer.forms, *texts)) if texts else answer


def prepare(answer: Answer, context: Context = NO_CONTEXT, names: KnownNames | None = None) -> PreparedAnswer:
    """Make an answer ready.

    ``names`` are known names prepared once for many questions (``KnownNames.of``); without them
    ``context.known`` is prepared. Names that are forms of the answer itself do not count against it.
    """
    return PreparedAnswer(answer, context, names or KnownNames.of(context.known))


def judge(answer: Answer, guess: str, context: Context = NO_CONTEXT) -> Verdict:
    """Judge one guess; for many guesses at one answer ``prepare`` it once."""
    return prepare(answer, context).judge(guess)
