"""Several guesses in one, as "X or Y", "X, Y" or "X? Y?": all of them must be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from questions.judging.fillers import say_nothing
from questions.judging.forms import Form
from questions.judging.lexicon import REGIONS
from questions.judging.normalise import Phrase, phrase
from questions.judging.prompts import Prompt
from questions.judging.verdict import Mark, Reason, Verdict
from questions.judging.words import WordsJudge

_APART = re.compile(r"[;|\n]|\?\s(?=\S)|\b(?:maybe|perhaps|possibly)\b")
_OR = re.compile(rf"\bor\b|/|, then\b|{_APART.pattern}")
_ALSO = re.compile(r"\bor\b|[/;|\n,&]|\?\s(?=\S)")
_AND = re.compile(rf"\band\b|{_ALSO.pattern}")
_COMMA = re.compile(",")
_ANY = re.compile(rf"{_AND.pattern}|{_OR.pattern}")
_MOST_PIECES, _LONGEST_NAME = 8, 3


def are_apart(read: Phrase) -> bool:
    """Whether a guess at a number or a date is several, which no comma or "and" can say."""
    return len(_pieces(_APART, read)) > 1


class SeveralGuesses:
    """Tells several guesses from one that has commas, an "and" or an "or" in it."""

    def __init__(self, judge: WordsJudge, forms: Iterable[Form], prompt: Prompt) -> None:
        self._judge, self._asked = judge, prompt.words
        self._stems = [set(form.phrase.stems) for form in forms]

    def judge(self, read: Phrase) -> Verdict | None:
        """Judge several guesses; None where the guess is one."""
        if not _ANY.search(read.text) or self._judge.is_right(read):
            return None
        for separator in (_ALSO, _AND):
            if (pieces := _pieces(separator, read)) and all(map(self._is_right, pieces)):
                return self._judge.judge(pieces[0])
        if self._is_any(_pieces(_OR, read)):
            return Verdict(Reason.SEVERAL)
        if self._is_any(self._listed(read)):
            return self._judge.by_rules(read) or Verdict(Reason.SEVERAL)
        return None

    def _is_right(self, piece: Phrase) -> bool:
        """Whether a piece is one right guess; what the score takes may be two, if there is an "and" in it."""
        verdict = self._judge.judge(piece)
        return verdict.correct and (verdict.score is None or "and" not in piece.words)

    def _is_any(self, pieces: Sequence[Phrase]) -> bool:
        """Whether one of several guesses is right, or on the way."""
        return len(pieces) > 1 and any(self._judge.judge(piece).mark is not Mark.WRONG for piece in pieces)

    def _listed(self, read: Phrase) -> Sequence[Phrase]:
        """What commas part, if each part may be a guess of its own, not a remark or a place around
        another.
        """
        pieces = [piece for piece in _pieces(_COMMA, read) if self._may_be_guess(piece)]
        if not pieces or any(stems.issuperset(read.stems) for stems in self._stems):
            return ()
        if len(pieces) == 2 and pieces[1].full in REGIONS and not self._judge.is_right(pieces[1]):
            return ()
        for match in _COMMA.finditer(read.text):
            cut = phrase(read.text[: match.start()]), phrase(read.text[match.end() :])
            right = [self._judge.is_right(piece) for piece in cut]
            if any(right) and all(each or _is_a_name(piece) for each, piece in zip(right, cut, strict=True)):
                return [piece for piece in cut if self._may_be_guess(piece)]
        return pieces if all(map(_is_a_name, pieces)) else ()

    def _may_be_guess(self, piece: Phrase) -> bool:
        """Whether a piece of a guess says more than the question does."""
        return not self._asked.issuperset(piece.stems) or self._judge.is_right(piece)


def _pieces(separator: re.Pattern[str], read: Phrase) -> list[Phrase]:
    """What the separator parts, without pieces that are nothing but sayings; none where they are one, or
    too many to be meant.
    """
    texts = separator.split(read.text, maxsplit=_MOST_PIECES)
    if not 1 < len(texts) <= _MOST_PIECES:
        return []
    pieces = [piece for piece in map(phrase, texts) if not say_nothing(piece.words)]
    return pieces if len(pieces) > 1 else []


def _is_a_name(piece: Phrase) -> bool:
    return len(piece.words) <= _LONGEST_NAME and not any(word[0].isdigit() for word in piece.words)
