"""What a hint tells, and that it never tells the answer.

A question with clues has no hints: its clues come by themselves, for everybody. Others have hints of one
sort. With choices: one wrong choice fewer, as long as a wrong one stays beside the right one. For a list: one
more first letter each. For an order: what comes first, then second; for pairs: one of them. Otherwise letters
of the answer: its shape, then some letters, at most a third of all and at most half of any word; a number has
none, since its shape says next to nothing. All of it follows from the question alone, so that a game that is
replayed gives the same hints.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from random import Random

from bot.game.events import HintGiven, Player
from questions.arrangement import Arrangement
from questions.question import Answer, AnswerType, Question

HIDDEN = "•"
LETTERS_SHARE = 3
WORD_SHARE = 2
FIRST_LETTERS = 3


def count(question: Question) -> int:
    """How many hints each player may have."""
    if question.clues:
        return 0
    if question.choices:
        return max(len(question.choices) - 2, 0)
    return len(letters(question))


def give(question: Question, player: Player, round: int, number: int, now: float) -> HintGiven:
    """The hint of this number, from 1 to ``count(question)``."""
    if question.choices:
        return HintGiven(now, round, number, removed=removed(question, number), player=player)
    return HintGiven(now, round, number, text=letters(question)[number - 1], player=player)


def clue(question: Question, round: int, number: int, now: float) -> HintGiven:
    """The clue of this number; 0 is the one that stands in the question."""
    return HintGiven(now, round, number, text=question.clues[number])


def removed(question: Question, number: int) -> tuple[int, ...]:
    """The indices, ascending, of the wrong choices that the first ``number`` hints take away."""
    wrong = [index for index in range(len(question.choices)) if index != question.correct]
    Random(question.id).shuffle(wrong)
    return tuple(sorted(wrong[:number]))


def letters(question: Question) -> tuple[str, ...]:
    """What each hint shows, each more than the one before: letters, or what stands where."""
    answer = question.answer
    if question.arrangement:
        return _places(question.arrangement)
    if answer.parts:
        return _first_letters(question)
    if answer.type is AnswerType.NUMBER:
        return ()
    text = unicodedata.normalize("NFC", answer.text)
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


def _places(arrangement: Arrangement) -> tuple[str, ...]:
    """What stands where: "1. Dawn", then "1. Dawn, 2. Dusk"; or "Ada – Dawn". At least two are left open."""
    if arrangement.partners:
        known = [" – ".join(pair) for pair in arrangement.pairs(arrangement.right)]
    else:
        known = [f"{at}. {arrangement.items[place]}" for at, place in enumerate(arrangement.right, 1)]
    return tuple(", ".join(known[:number]) for number in range(1, len(known) - 1))


def _first_letters(question: Question) -> tuple[str, ...]:
    """One more first letter of a list's names each: "L…", then "L…, I…"."""
    shown = []
    for part in question.answer.parts:
        first = next(iter(_words(part.text)), [])
        if len(first) > 1 and not any(_spells(part.text, first[:1], form) for form in part.forms):
            shown.append(f"{part.text[first[0]]}…")
    Random(question.id).shuffle(shown)
    return tuple(", ".join(shown[:number]) for number in range(1, len(shown[:FIRST_LETTERS]) + 1))


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


def _spells(text: str, shown: list[int], form: str) -> bool:
    """Whether an accepted form, an abbreviation say, can be read from the letters shown, in their order."""
    wanted = [char for char in form.casefold() if char.isalnum()]
    rest = iter("".join(text[at] for at in sorted(shown)).casefold())
    return bool(wanted) and all(char in rest for char in wanted)
