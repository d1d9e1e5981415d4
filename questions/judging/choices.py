"""Guesses that are the letter of a choice, and answers that are yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.judging.fillers import without
from questions.judging.normalise import Phrase
from questions.judging.slips import is_slip
from questions.judging.verdict import Reason, Verdict
from questions.judging.word_lists import word_set

_LETTERS = "abcdefgh"
_LETTER = re.compile(r"[(\[\"']?([a-h])(?:[)\].:\"']++(.*))?+", re.DOTALL)
_BEFORE_LETTER = word_set("it its is ithink the answer option choice letter number no")
_IN_PROMPT = re.compile(r"(?:^|[\s,;])\(?([A-Ha-h])[).:]\s*+")
_YES = word_set("yes y yeah yep yup ye yea aye true t tru correct right sure indeed absolutely")
_NO = word_set("no n nope nah nay false f fals untrue incorrect wrong negative never")
_NOT = word_set("not isnt arent wasnt doesnt dont didnt hasnt werent")
_ABOUT_IT = word_set(
    """it is that thats its this are they the statement theyre was were does do did has definitely so of
    course at all"""
)
_IT_IS = frozenset(("it is", "they are", "it does", "it was"))


def lettered(cleaned: str) -> tuple[int, str] | None:
    """The place of the choice that a guess gives by its letter, and what it says besides: "B) whale" -> (1,
    "whale").
    """
    words = cleaned.replace("'", "").strip(" ,;!?").split(" ")
    while len(words) > 1 and words[0].strip(":") in _BEFORE_LETTER:
        words = words[1:]
    match = _LETTER.fullmatch(" ".join(words))
    return (_LETTERS.index(match[1]), (match[2] or "").strip()) if match else None


def choices_in(prompt: str) -> tuple[str, ...]:
    """The choices that a prompt lists as "A) ... B) ...", in order; none where it lists none."""
    marks = list(_IN_PROMPT.finditer(prompt))
    letters = "".join(mark[1].lower() for mark in marks)
    if len(letters) < 2 or not _LETTERS.startswith(letters):
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(prompt)]
    return tuple(prompt[mark.end() : end].strip(" ,;.?") for mark, end in zip(marks, ends, strict=True))


class YesOrNo:
    """An answer that is yes or no, or true or false."""

    def __init__(self, right: bool) -> None:
        self._right = right

    @classmethod
    def of(cls, texts: Sequence[str]) -> YesOrNo | None:
        """None where the answer is of another sort."""
        answers = {text.strip(" .!").lower() for text in texts}
        if answers & {"yes", "true"} and answers <= _YES:
            return cls(True)
        return cls(False) if answers & {"no", "false"} and answers <= _NO else None

    def judge(self, read: Phrase) -> Verdict:
        """Judge a guess; what is neither yes nor no is wrong."""
        words = tuple(_spelled(word) for word in read.words)
        vote = _vote(without(words))
        vote = _vote(words) if vote is None else vote
        if vote is None:
            return Verdict(Reason.NOT_YES_OR_NO)
        return Verdict(Reason.SAME) if vote == self._right else Verdict(Reason.OPPOSITE)


def _spelled(word: str) -> str:
    meant = ("false", "true", "correct") if len(word) > 3 else ()
    return next((other for other in meant if is_slip(word, other)), word)


def _vote(words: Sequence[str]) -> bool | None:
    """Yes or no, if the words say one of them; "no, it isn't" and "not true" are no."""
    if len(words) > 1 and words[-1] == "right" and words[0] in _YES | _NO:
        words = words[:-1]
    votes = {word in _YES for word in words if word in _YES | _NO}
    unsure = tuple(words) == ("not", "sure") or len(votes) > 1
    if unsure or not (_YES | _NO | _NOT | _ABOUT_IT).issuperset(words):
        return None
    negated = not _NOT.isdisjoint(words)
    if votes:
        return votes.pop() != (negated and {"yes", "no"}.isdisjoint(words))
    if negated:
        return False if len(words) > 1 else None
    return True if " ".join(words) in _IT_IS else None
