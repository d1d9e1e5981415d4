"""What the prompt tells of its answer: the kind of thing asked for, and what it offers to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.judging.normalise import LINKS, clean, stem, words
from questions.judging.word_lists import word_set

_ASKING = re.compile(
    r"\b(?:what (?:is|was|are|were) (?:the|a|an)|which|what|whose|this|these|(?:kind|type|sort) of|"
    r"name (?:the|this|that|a|an|these|those|one|any|two|three)|name of (?:the|this|a|an)|"
    r"identify (?:the|this|a|an)|give (?:the|this))\s"
)
_PHRASE_END = re.compile(r"[,;:.?!\"(]")
_WHO = re.compile(r"\bwho(?:se|m|s)?\b")
_WHAT = re.compile(r"\b(?:what|which)\b")
_STOP = word_set(
    """is was are were be did does do has have had of in on at for from by that who whom which with to can
    could will would may might must should he she it they you we his her its their there when where if as
    and or but s than not into won wrote plays played sang directed invented discovered painted composed
    founded built made means measures lies runs became comes came takes took ruled led designed created
    features stars introduced describes causes caused contains relates died lives lived"""
)
_MOST_NOUNS = 3


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as the judge reads it; all words are stems."""

    text: str = ""
    words: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()  # "which American river ..." -> american, river
    offered: frozenset[str] = frozenset()  # "gold or silver" -> gold, silver
    numbers: frozenset[str] = frozenset()

    @property
    def who(self) -> bool:
        """Whether a person is asked for."""
        return bool(_WHO.search(self.text)) and not self.what

    @property
    def what(self) -> bool:
        """Whether a thing is asked for."""
        return bool(_WHAT.search(self.text))


def read_prompt(text: str) -> Prompt:
    """Read a prompt; an empty one tells nothing."""
    if not text:
        return Prompt()
    cleaned = clean(text)
    all_words = words(cleaned)
    stems = frozenset(map(stem, all_words))
    return Prompt(
        text=cleaned,
        words=stems - LINKS,
        asked=_asked(cleaned),
        offered=_offered(all_words),
        numbers=frozenset(word for word in stems if word[0].isdigit()),
    )


def _asked(cleaned: str) -> frozenset[str]:
    """The words of the noun phrases after "which", "what", "name this"."""
    asked: set[str] = set()
    for asking in _ASKING.finditer(cleaned):
        nouns: list[str] = []
        for word in words(_PHRASE_END.split(cleaned[asking.end() : asking.end() + 80], maxsplit=1)[0]):
            if word in _STOP or len(nouns) == _MOST_NOUNS:
                break
            nouns.append(stem(word))
        asked.update(nouns)
    return frozenset(asked - LINKS)


def _offered(all_words: tuple[str, ...]) -> frozenset[str]:
    """The words beside each "or"."""
    offered: set[str] = set()
    for at, word in enumerate(all_words):
        if word == "or":
            offered.update(stem(near) for near in all_words[max(0, at - 1) : at] + all_words[at + 1 : at + 2])
    return frozenset(offered)
