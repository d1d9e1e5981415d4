"""What a hint tells, and that it never tells the answer.

A question has hints of one sort. With clues: the clue after the one on show. With choices: one wrong choice
fewer, as long as a wrong one stays beside the right one. Otherwise letters of the answer: its shape, then
some letters, at most a third of all and at most half of any word; a number has none, since its shape says
next to nothing. All of it follows from the question alone,
so that a game that is replayed gives the same hints.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from random import Random

from bot.game.events import HintGiven
from questions.question import Answer, AnswerType, Question

HIDDEN = "•"
LETTERS_SHARE = 3
WORD_SHARE = 2


def count(question: Question) -> int:
    """How many hints the question has."""
    if question.clues:
        return len(question.clues) - 1
    if question.choices:
        return max(len(question.choices) - 2, 0)
    return len(letters(question))


def give(question: Question, round: int, number: int, now: float) -> HintGiven:
    """The hint of this number, from 1 to ``count(question)``."""
    if question.clues:
        return HintGiven(now, round, number, text=question.clues[number])
    if question.choices:
        return HintGiven(now, round, number, removed=removed(question, number))
    return HintGiven(now, round, number, text=letters(question)[number - 1])


def removed(question: Question, number: int) -> tuple[int, ...]:
    """The indices, ascending, of the wrong choices that the first ``number`` hints take away."""
    wrong = [index for index in range(len(question.choices)) if index != question.correct]
    Random(question.id).shuffle(wrong)
    return tuple(sorted(wrong[:number]))


def letters(question: Question) -> tuple[str, ...]:
    """The answer with most letters hidden, a text a hint, each showing more than the one before."""
    answer = question.answer
    if answer.type is AnswerType.NUMBER:
        return ()
    text = unicodedata.normalize("NFC", ", ".join(part.text for part in answer.parts) or answer.text)
    words = list(_words(text))
    most = sum(map(len, words)) // LETTERS_SHARE
    order = _reveal_order(words, Random(question.id))
    texts: list[str] = []
    for wanted in (0, (most + 1) // 2, most) if words else ():
        shown = order[:wanted]
        while any(_spells(text, shown, form) for form in _forms(answer)):
            shown.pop()
        masked = "".join(
            HIDDEN if char.isalnum() and at not in shown else char for at, char in enumerate(text)
        )
        if masked not in texts:
            texts.append(masked)
    return tuple(texts)


def _words(text: str) -> Iterator[list[int]]:
    """The positions of the letters and digits of each word."""
    word: list[int] = []
    for at, char in enumerate(text):
        if char.isalnum():
            word.append(at)
        elif word:
            yield word
            word = []
    if word:
        yield word


def _reveal_order(words: list[list[int]], random: Random) -> list[int]:
    """Positions to show: the words' first letters, then others at random; at most half of a word."""
    first = [word[0] for word in words if len(word) >= WORD_SHARE]
    others = [at for word in words for at in random.sample(word[1:], max(len(word) // WORD_SHARE - 1, 0))]
    random.shuffle(others)
    return first + others


def _forms(answer: Answer) -> Iterator[str]:
    yield from (answer.text, *answer.accepted)
    for part in answer.parts:
        yield from _forms(part)


def _spells(text: str, shown: list[int], form: str) -> bool:
    """Whether an accepted form, an abbreviation say, can be read from the letters shown, in their order."""
    wanted = [char for char in form.casefold() if char.isalnum()]
    rest = iter("".join(text[at] for at in sorted(shown)).casefold())
    return bool(wanted) and all(char in rest for char in wanted)
