"""The word lists of the judge; the long ones are text files beside this module, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import permutations

from nicknames import NickNamer
from rapidfuzz.distance import OSA

from questions.judging.word_lists import entries, word_set


def _lines(name: str) -> list[str]:
    text = (files(__name__) / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return word_set(" ".join(_lines(name)))


def _codes(column: int) -> dict[str, frozenset[str]]:
    """The codes of the places by the names in a column of their table."""
    codes: dict[str, set[str]] = {}
    for line in _lines("places.txt"):
        code, *names = line.split(":")
        for name in filter(None, entries(names[column])):
            codes.setdefault(name, set()).add(code)
    return {name: frozenset(values) for name, values in codes.items()}


def _other_forms() -> dict[str, frozenset[str]]:
    """For each given name its usual short forms, and the names that it is short for."""
    forms: dict[str, set[str]] = {}
    for name, other in _pairs_of_names():
        forms.setdefault(name, set()).add(other)
        forms.setdefault(other, set()).add(name)
    return {name: frozenset(others) for name, others in forms.items()}


def _pairs_of_names() -> Iterator[tuple[str, str]]:
    for name, short in NickNamer.default_lookup().items():
        yield from ((name, other) for other in short if OSA.distance(name, other) > 1)  # Anne is not Anna
    for names in _SPELT:
        yield from permutations(names.split(), 2)


REGIONS = _codes(0)
"""Names of countries and states: georgia -> GE, US-GA."""
CITIES = _codes(1)
"""Names of large cities: birmingham -> GB, US-AL."""
COMMON = _words("words.txt")
"""Words in general use: one of them alone tells no long answer apart."""
ITSELF = COMMON | _words("terms.txt") | {name for name in (*REGIONS, *CITIES) if " " not in name}
"""Words and names that are meant as they stand: none is a slip of typing for another."""
KINDS = _words("kinds.txt")
"""Nouns that say what kind of thing an answer is: alone they are no answer."""
SPELLINGS = dict(pair.split(":", 1) for line in _lines("spellings.txt") for pair in line.split())
"""Irregular plurals and British spellings -> the word that stands for them in comparisons."""
ABBREVIATIONS = dict(
    pair.split(":")
    for pair in entries(
        """st:saint|ste:sainte|mt:mount|mts:mountains|ft:fort|dr:doctor|mr:mister|prof:professor|gen:general|
        capt:captain|sgt:sergeant|lt:lieutenant|jr:junior|sr:senior|vs:versus|utd:united|rev:reverend|okay:ok|
        ave:avenue|dept:department|univ:university|uni:university|isle:island|isles:islands|sankt:saint|
        tues:tuesday|weds:wednesday|thur:thursday|thurs:thursday"""
    )
)
"""A short writing -> the word that it stands for."""

_SPELT = entries(
    """stephen steven steve|sean shaun shawn|sarah sara|katherine catherine kathryn|geoffrey jeffrey|
    philip phillip|muhammad mohammed mohammad mohamed muhammed|pyotr petr peter|britney brittany"""
)
OTHER_FORMS = _other_forms()
"""william -> bill, will; bill -> william."""
GIVEN = frozenset(OTHER_FORMS)
FIRST_NAMES = GIVEN - COMMON
"""Given names that are no other word."""
MONONYMS = word_set("michelangelo rembrandt galileo dante napoleon elvis confucius leonardo")
"""Given names by which one person is known."""
FAMILY_NAME_FIRST = word_set(
    """mao xi deng zhou chiang hu jiang zhang zhao wang liu chen yang huang wu xu zhu tang nguyen tran pham
    tokugawa oda toyotomi minamoto"""
)
"""Family names that usually stand first: there the first word is enough."""
SUFFIXES = word_set("junior senior jr sr esq obe mbe cbe kbe phd md qc")
PARTICLES = word_set("van von der den de la le du da di del della des dos el al bin ibn ben ter zu")
HONORIFICS = word_set(
    """sir dame lord lady mister mr mrs ms miss mme madame monsieur dr doctor prof professor rev reverend
    father brother sister saint st pope cardinal archbishop bishop king queen prince princess emperor
    empress tsar tsarina czar kaiser sultan president premier chancellor senator governor mayor judge
    justice general colonel major captain lieutenant sergeant admiral commander marshal chairman comrade
    count countess duke duchess baron baroness earl marquis master maestro chief coach actor actress
    singer author writer painter artist composer"""
)
PLACE_KINDS = word_set(
    """city town village borough district county province state country nation republic kingdom
    commonwealth river rivers lake lakes loch lough mount mountain mountains sea ocean desert island
    islands isle isles creek"""
)
"""Nouns that may stand beside the name of a place."""
TITLE_KINDS = word_set(
    """film tv television miniseries movie picture book novel novella play musical opera ballet song single
    track album symphony poem story series show sitcom programme program drama episode painting
    sculpture game videogame comic magazine newspaper cartoon trilogy"""
)
"""Nouns that may stand beside a title."""
