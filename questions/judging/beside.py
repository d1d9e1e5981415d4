"""Words that may stand beside a right answer without making it another one."""

from __future__ import annotations

from collections.abc import Sequence

from questions.judging.fillers import NEGATIONS
from questions.judging.forms import Form
from questions.judging.lexicon import CITIES, HONORIFICS, KINDS, PLACE_KINDS, REGIONS, TITLE_KINDS
from questions.judging.normalise import LINKS, Phrase, Words, phrase, stem
from questions.judging.prompts import Prompt
from questions.judging.word_lists import word_set
from questions.question import AnswerType

_SAID = word_set(
    """is was are were be been it its that this they he she their his her your my our some kind type sort
    form called named known as word name answer in on at by for with so just really the a an of famous
    too probably maybe perhaps fc afc cf inc ltd plc corp company co think believe guess please i"""
)
_CHOOSING = word_set("or but than both between")
_COUNTRY, _STATE = 2, 2  # the length of a country's code, and of a state's name in short


class Beside:
    """Judges the words that a guess holds besides a right form."""

    def __init__(self, kind: AnswerType, prompt: Prompt, texts: Sequence[str]) -> None:
        self._kind = kind
        self._prompt = prompt
        self._said = _SAID | (prompt.words - prompt.offered - NEGATIONS - _CHOOSING)
        tails = (phrase(text.partition(",")[2]).full for text in texts)
        self._around = frozenset(code for tail in tails for code in REGIONS.get(tail, ()))

    def is_harmless(
        self, words: Words, rest: Sequence[str], required: Words, form: Form, read: Phrase
    ) -> bool:
        """Whether ``rest``, the stems of a guess's words that are not required, change nothing."""
        if not NEGATIONS.isdisjoint(rest) or "or" in words[:-1]:
            return False
        if form.mentions:
            return True
        joined = "and" in words and " and " not in self._prompt.text
        if joined and not (_SAID | form.optional).issuperset(rest):
            return False
        rest = [word for word in rest if word not in form.optional]
        left = [word for word in rest if not self._says_nothing(word, words, required)]
        if len(left) == 1 and left[0] == words[-1] and len(left[0]) == 4 and "1000" <= left[0] < "2100":
            dated = "(" in read.text or not KINDS.isdisjoint(required)
            return dated and not any(word[0].isdigit() for word in required)
        return not left or self._is_container(left, words, required, read)

    def _says_nothing(self, word: str, words: Words, required: Words) -> bool:
        asked = self._prompt.asked
        behind = _is_behind(word, words, required)
        if word in self._said and not (word in KINDS and asked and word not in asked and behind):
            return True
        if self._kind in (AnswerType.PERSON, AnswerType.UNKNOWN) and word in HONORIFICS:
            return True
        if self._kind is AnswerType.TITLE:
            return word in TITLE_KINDS and not required[-1][0].isdigit()
        return word in PLACE_KINDS and not behind

    def _is_container(self, left: Sequence[str], words: Words, required: Words, read: Phrase) -> bool:
        """Whether the words that are left name a place around the answer: "Paris, France"."""
        start = next((at for at, word in enumerate(words) if stem(word) in left), 0)
        name = " ".join(word for word in words[start:] if word not in ("the", "in"))
        around = REGIONS.get(name, frozenset())
        if not start or not around or self._kind is AnswerType.TITLE or not set(left).isdisjoint(required):
            return False
        if self._kind is AnswerType.PERSON or required[-1][0].isdigit():
            return "of" in words[:start] and any(len(code) == _COUNTRY for code in around)
        city = " ".join(word for word in words[:start] if word not in LINKS | PLACE_KINDS | {"in"})
        inside = self._around or CITIES.get(city, frozenset())
        if not inside:
            return len(name) == _STATE or any(mark in read.text for mark in (",", "(", " in "))
        return any(code.startswith(region) for code in inside for region in around)


def _is_behind(word: str, words: Words, required: Words) -> bool:
    """Whether a word stands right behind a required one, so that the two may make one name: "Mexico City"."""
    stems = [stem(each) for each in words if each not in LINKS]
    at = stems.index(word) if word in stems else 0
    return at > 0 and stems[at - 1] in required
