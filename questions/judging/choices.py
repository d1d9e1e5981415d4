"""Guesses that are the letter of a choice, and answers that are yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.judging.fillers import without
from questions.judging.lexicon.reading import word_set
from questions.judging.normalise import Phrase
from questions.judging.slips import is_slip
from questions.judging.verdict import Mark, Verdict

_LETTER = re.compile(
    r"(?:(?:its|it is|ithink|the answer is|answer is|option|choice|answer|letter|number|no)\s*:?\s*)*"
    r"[(\[\"']?([a-h])[)\].:\"']*(?:$|(?<=[).:\]])\s*(.*)$)"
)
_YES = word_set(
    """
yes y yeah yep yup ye yea aye true t tru correct right sure indeed affirmative absolutely yessir
"""
)
_NO = word_set(
    """
no n nope nah nay false f fals untrue incorrect wrong negative never
"""
)
_ABOUT_IT = word_set(
    """
it is that thats its this are they the statement they're was were does do did has definitely so of course
"""
)
_NOT = word_set(
    """
not isnt arent wasnt doesnt dont didnt hasnt werent
"""
)


def lettered(cleaned: str) -> tuple[int, str] | None:
    """The place of the choice that a guess gives by its letter, and what it says besides: "B) whale" -> (1,
    "whale").
    """
    found = _LETTER.fullmatch(cleaned.replace("'", "").strip(" ,;!?"))
    return ("abcdefgh".index(found.group(1)), (found.group(2) or "").strip()) if found else None


class YesOrNo:
    """An answer that is yes or no, or true or false."""

    def __init__(self, right: bool) -> None:
        self._right = right

    @classmethod
    def of(cls, texts: Sequence[str]) -> YesOrNo | None:
        """None where the answer is of another sort."""
        said = {text.strip(" .!").lower() for text in texts}
        if said & {"yes", "true"} and said <= _YES:
            return cls(True)
        return cls(False) if said & {"no", "false"} and said <= _NO else None

    def judge(self, read: Phrase) -> Verdict:
        """Judge a guess; what is neither yes nor no is wrong."""
        words = tuple(_spelled(word) for word in read.words)
        said = _said(without(words))
        if said is None:
            said = _said(words)
        if said is None:
            return Verdict(Mark.WRONG, "Yes or no is wanted.")
        if said == self._right:
            return Verdict(Mark.CORRECT, "That is the answer.")
        return Verdict(Mark.WRONG, "It is the other way round.")


def _spelled(word: str) -> str:
    return next(
        (meant for meant in ("false", "true", "correct") if len(word) > 3 and is_slip(word, meant)), word
    )


def _said(words: Sequence[str]) -> bool | None:
    if len(words) > 1 and words[-1] == "right" and words[0] in _YES | _NO:
        words = words[:-1]
    votes = {word in _YES for word in words if word in _YES or word in _NO}
    negated = any(word in _NOT for word in words)
    if tuple(words) == ("not", "sure") or any(
        word not in _YES and word not in _NO and word not in _ABOUT_IT | _NOT | {"at", "all"}
        for word in words
    ):
        return None
    if len(votes) == 1:
        vote = votes.pop()
        if not negated:
            return vote
        return (not vote) if not (set(words) & {"yes", "no"}) else vote
    if votes:
        return None
    if negated and len(words) > 1:
        return False
    return True if list(words) in (["it", "is"], ["they", "are"], ["it", "does"], ["it", "was"]) else None
