"""Words that may stand beside a right answer without making it another one."""

from __future__ import annotations

from collections.abc import Sequence

from questions.judging.fillers import NEGATIONS
from questions.judging.lexicon.cities import COUNTRY_OF
from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.kinds import ASKED, TITLES
from questions.judging.lexicon.people import GIVEN, HONORIFICS
from questions.judging.lexicon.places import (
    ADMINISTRATIVE,
    BARE,
    CONTAINERS,
    CONTINENTS,
    COUNTRIES,
    KINDS,
    STATE_CODES,
    STATES,
)
from questions.judging.lexicon.reading import word_set
from questions.judging.normalise import LINKS, stem
from questions.judging.prompts import Prompt
from questions.question import AnswerType

_SAID = word_set(
    """is was are were be it its that this they he she their his her your my our some kind type sort form
    called named known as word name answer in on at by for with so just really the a an of famous too
    probably maybe perhaps fc afc cf inc ltd plc corp company co think believe guess please i
    """
)


_MAKERS = frozenset(("marvel", "disney", "pixar", "netflix", "hbo", "bbc"))


class Extras:
    """Judges the words that a guess holds besides a right form."""

    def __init__(self, kind: AnswerType, prompt: Prompt, containers: frozenset[str]) -> None:
        self._kind = kind
        self._prompt = prompt
        self._containers = containers
        self._asked = prompt.asked
        self._prompt_words = (
            prompt.words - prompt.offered - NEGATIONS - {"or", "but", "than", "both", "between"}
        )
        self._other_country = any(
            country in prompt.text for country in COUNTRIES if country not in ("us", "uk")
        )

    def are_harmless(
        self,
        words: Sequence[str],
        rest: Sequence[str],
        variant: Sequence[str],
        optional: frozenset[str],
        mentions: bool,
        parted: str,
    ) -> bool:
        """Whether ``rest``, the stems of ``words`` that are not of the variant, change nothing.

        ``parted`` holds the comma, bracket and "in" that the guess has.
        """
        if not NEGATIONS.isdisjoint(rest) or "or" in words[:-1]:
            return False
        if mentions:
            return True
        if "and" in words and " and " not in self._prompt.text and not _SAID.union(optional).issuperset(rest):
            return False
        left = [word for word in rest if not self._changes_nothing(word, words, variant, optional)]
        if not left:
            return True
        if len(left) == 1 and left[0] == words[-1] and _is_year(left[0]):
            dated = "(" in parted or not KINDS.isdisjoint(variant)
            return dated and not any(word[0].isdigit() for word in variant)
        return self._is_container(left, words, variant, parted)

    def _changes_nothing(
        self, word: str, words: Sequence[str], variant: Sequence[str], optional: frozenset[str]
    ) -> bool:
        if word in _SAID or word in optional:
            return True
        kind_of_thing = word in KINDS or word in ASKED
        if word in self._prompt_words and not (
            kind_of_thing and self._asked and word not in self._asked and _after(word, words, variant)
        ):
            return True
        if self._kind is AnswerType.PERSON:
            return word in HONORIFICS
        if word in ADMINISTRATIVE and not _after(word, words, variant):
            return self._kind in (AnswerType.PLACE, AnswerType.TEXT) and not self._asked & (
                PLACES_OF_OTHER_KINDS - {word}
            )
        if word in BARE and not self._asked and not optional:
            return len(variant) > 1 or not (
                variant[0] in COMMON or variant[0] in GIVEN or variant[0] in CONTAINERS
            )
        return (
            self._kind is AnswerType.TITLE
            and (word in TITLES or word in _MAKERS)
            and not (variant[-1:] and variant[-1][0].isdigit())
        )

    def _is_container(
        self, left: Sequence[str], words: Sequence[str], variant: Sequence[str], parted: str
    ) -> bool:
        """Whether the words that are left name a place around the answer: "Paris, France"."""
        stems = [stem(word) for word in words]
        start = min((stems.index(word) for word in left if word in stems), default=0)
        if start == 0 or any(word in left for word in variant):
            return False
        tail = [word for word in words[start:] if word not in ("the", "in")]
        name = " ".join(tail)
        name = STATE_CODES.get(name, name)
        if name not in CONTAINERS or [s for s in map(stem, tail) if s not in LINKS and s not in left]:
            return False
        if self._kind is AnswerType.PERSON:
            return "of" in words[:start] and name in COUNTRIES
        inner = " ".join(word for word in words[:start] if word not in LINKS | ADMINISTRATIVE | {"in"})
        if inner in COUNTRY_OF and name not in STATES and self._kind is not AnswerType.TITLE:
            return _lies_in(COUNTRY_OF[inner], name)
        alike = self._containers & (STATES if name in STATES else COUNTRIES)
        if alike or self._kind is AnswerType.TITLE:
            return name in alike
        if inner in COUNTRIES:
            return name in CONTINENTS
        if inner in COUNTRY_OF:
            doubtful = not parted and name in ("new york", "washington", "georgia")
            return not doubtful and _lies_in(COUNTRY_OF[inner], name)
        return (bool(parted) or words[-1] in STATE_CODES) and not (name in STATES and self._other_country)


_BRITISH = frozenset(("england", "scotland", "wales", "northern ireland"))
_NAMES_OF_BRITAIN = frozenset(("uk", "united kingdom", "britain", "great britain"))
_NAMES_OF_AMERICA = frozenset(("usa", "us", "united states", "united states of america", "america"))


def _lies_in(country: str, name: str) -> bool:
    """Whether a city of a country may be said to lie in a place of that name."""
    if name == country or (name in CONTINENTS and name not in _NAMES_OF_AMERICA):
        return True
    if country == "usa":
        return name in _NAMES_OF_AMERICA or name in STATES
    if country in ("canada", "australia", "germany", "spain", "italy"):
        return name in STATES and name not in COUNTRIES
    return country in _BRITISH and name in _NAMES_OF_BRITAIN


PLACES_OF_OTHER_KINDS = word_set(
    """
country nation river lake mountain sea ocean desert island
"""
)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1000 <= int(word) < 2100


def _after(word: str, words: Sequence[str], variant: Sequence[str]) -> bool:
    """Whether a word stands right behind a word of the variant, so that the two may make one name: "Mexico
    City".
    """
    stems = [stem(each) for each in words if each not in LINKS]
    at = stems.index(word) if word in stems else 0
    return at > 0 and stems[at - 1] in variant
