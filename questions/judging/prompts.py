"""What the prompt tells of its answer: the kind of thing asked for, and choices that it lists itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from questions.judging.lexicon.kinds import ASKED
from questions.judging.lexicon.reading import word_set
from questions.judging.normalise import LINKS, clean, stem, words

_CHOICE = re.compile(r"(?:^|[\s,;])\(?([A-Ha-h])[).:]\s*")
_ASKING = re.compile(
    r"\b(?:what (?:is|was|are|were) (?:the|a|an)|which|what|whose|this|these|(?:kind|type|sort) of|"
    r"name (?:the|this|that|a|an|these|those|one|any|two|three)|name of (?:the|this|a|an)|"
    r"identify (?:the|this|a|an)|give (?:the|this))\s"
)
_STOP = word_set(
    """is was are were be did does do has have had of in on at for from by that who whom which with to can
    could will would may might must should he she it they you we his her its their there when where if as
    and or but s than not into
    """
)
_KNOWN_VERBS = word_set(
    """won wrote plays played sang directed invented discovered painted composed founded built made makes
    means measures measured lies borders runs flows became comes came takes took ruled led designed created
    features featured stars starred introduced describes described causes caused contains covers relates
    returns killed died lives lived
    """
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as the judge reads it; all words are stems."""

    text: str = ""
    words: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()  # "which American river ..." -> american, river
    offered: frozenset[str] = frozenset()  # "gold or silver" -> gold, silver
    choices: tuple[str, ...] = ()
    numbers: frozenset[str] = field(default=frozenset())

    @property
    def who(self) -> bool:
        """Whether a person is asked for."""
        return bool(re.search(r"\bwho(?:se|m|s)?\b", self.text)) and not re.search(
            r"\bwhat\b|\bwhich\b", self.text
        )

    def asks(self, nouns: frozenset[str]) -> bool:
        """Whether the kind of thing asked for is one of the nouns."""
        return not self.asked.isdisjoint(nouns)


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
        choices=choices_in(text),
        numbers=frozenset(word for word in stems if word[0].isdigit()),
    )


def choices_in(text: str) -> tuple[str, ...]:
    """The choices that a prompt lists as "A) ... B) ...", in order; none where it lists none."""
    marks = list(_CHOICE.finditer(text))
    letters = "".join(mark.group(1).lower() for mark in marks)
    if len(letters) < 2 or not "abcdefgh".startswith(letters):
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return tuple(text[mark.end() : end].strip(" ,;.?") for mark, end in zip(marks, ends, strict=True))


def _asked(cleaned: str) -> frozenset[str]:
    """The words of the noun phrases after "which", "what", "name this"."""
    asked: set[str] = set()
    for asking in _ASKING.finditer(cleaned):
        nouns: list[str] = []
        for word in words(re.split(r"[,;:.?!\"(]", cleaned[asking.end() :], maxsplit=1)[0])[:7]:
            if word in _STOP or word in _KNOWN_VERBS or (nouns and nouns[-1] in ASKED and stem(word) != word):
                break
            nouns.append(stem(word))
        if nouns and (len(nouns) < 5 or any(noun in ASKED for noun in nouns)):
            heads = [at for at, noun in enumerate(nouns) if noun in ASKED]
            asked.update(nouns[: heads[-1] + 1] if heads else nouns[:3])
    return frozenset(asked - LINKS)


def _offered(all_words: tuple[str, ...]) -> frozenset[str]:
    """The words beside each "or"."""
    offered: set[str] = set()
    for at, word in enumerate(all_words):
        if word == "or":
            offered.update(stem(near) for near in all_words[max(0, at - 1) : at] + all_words[at + 1 : at + 2])
    return frozenset(offered)
