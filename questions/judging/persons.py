"""Names of persons: which parts of one are enough, and whether two writings name the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from questions.judging.fillers import NEGATIONS
from questions.judging.known import KnownNames
from questions.judging.lexicon import (
    COMMON,
    FAMILY_NAME_FIRST,
    FIRST_NAMES,
    GIVEN,
    HONORIFICS,
    MONONYMS,
    OTHER_FORMS,
    PARTICLES,
    SUFFIXES,
)
from questions.judging.normalise import LINKS, Words, phrase, squash, stem
from questions.judging.verdict import Reason, Verdict
from questions.words import ARTICLES

_SEPARATOR = re.compile(r"[,;/|\n?]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; particles are left out of ``given``, titles and articles of ``core``.

    ``byname`` says that the name has no family name: "Henry VIII", "Pliny the Elder", "Sitting Bull".
    """

    core: Words
    given: Words
    family: str
    suffix: str = ""
    byname: bool = False


def read_name(words: Sequence[str]) -> Name | None:
    """Read the words of a name; None where there are none."""
    core = [word for word in words if word not in ARTICLES]
    suffix = ""
    while len(core) > 1 and core[0] in HONORIFICS:
        core.pop(0)
    while len(core) > 1 and core[-1] in SUFFIXES:
        suffix = core.pop()
    if not core:
        return None
    byname = core[-1][0].isdigit() or "of" in core[1:] or "the" in words[1:]
    byname = byname or (_is_plain(core[0]) if len(core) > 1 else words[0] in ARTICLES)
    given = tuple(word for word in core[:-1] if word not in PARTICLES)
    return Name(tuple(core), given, stem(core[-1]), suffix, byname)


def _is_plain(word: str) -> bool:
    """Whether a name begins with a plain word, as "Sitting Bull" does, and so has no family name."""
    root = word.removesuffix("ing")
    roots = {word} if root == word else {word, root, root + "e", root[:-1]}
    return word[0].isdigit() or (word not in GIVEN and not roots.isdisjoint(COMMON))


def looks_like_person(words: Words) -> bool:
    """Whether a form is two to four words of which the first is a given name, as most persons' names are."""
    named = 2 <= len(words) <= 4 and words[0] in FIRST_NAMES
    return named and all(map(str.isalpha, words)) and LINKS.isdisjoint(words)


def _in_order(text: str) -> str:
    """Turn "Einstein, Albert" into "Albert Einstein"; leave other texts as they are."""
    family, _, given = text.partition(",")
    parts = given.lower().replace(".", "").split()
    turned = 0 < len(parts) < 4 and "," not in given and (HONORIFICS | SUFFIXES | {"of"}).isdisjoint(parts)
    return f"{given} {family}" if turned else text


class Persons:
    """The persons that an answer names, ready to judge other writings of their names."""

    def __init__(self, texts: Iterable[str], known: Sequence[KnownNames], own: frozenset[str]) -> None:
        names = [name for text in texts if (name := read_name(phrase(_in_order(text)).words))]
        single = [name.core for name in names if len(name.core) == 1]
        fuller = [name for name in names if len(name.core) > 1]
        nicknamed = [
            Name((*nick, name.core[-1]), nick, name.family)
            for name in fuller
            for nick in single
            if not name.byname and nick != name.core[-1:]
        ]
        self._by_family: dict[str, list[Name]] = {}
        for name in (*names, *nicknamed):
            self._by_family.setdefault(name.family, []).append(name)
        self._known, self._own = known, own
        self._families = {name.family for name in fuller}
        self._enough = {part for name in names if not name.byname for part in _enough(name)}
        parts = {word for name in names for word in (name.core[:1] if name.byname else name.given)}
        given = parts - self._families - {name.core[-1] for name in names} - self._enough
        self._given = given.union(*(OTHER_FORMS.get(word, ()) for word in given))

    def judge(self, words: Words, text: str) -> Verdict | None:
        """Judge the words of a guess; ``text`` has its commas. None where it names nobody of the answer."""
        if not NEGATIONS.isdisjoint(words):
            return None
        guess = read_name(words[1:] if words[0] == "by" and len(words) > 1 else words)
        if guess is None or any(word[0].isdigit() for word in guess.given):
            return None
        if verdict := self._same(guess, listed=bool(_SEPARATOR.search(text.rstrip(" ?")))):
            return verdict
        turned = read_name(phrase(_in_order(text)).words) if "," in text else None
        if turned and (verdict := self._same(turned, listed=False, turned=True)):
            return verdict
        return Verdict(Reason.FIRST_NAME) if self._given.issuperset(guess.core) else None

    def _same(self, guess: Name, *, listed: bool, turned: bool = False) -> Verdict | None:
        """The verdict on a guess at one of the names; ``listed`` says that something parts it, as a comma
        does, ``turned`` that it is read as family name and given names.
        """
        if len(guess.core) == 1 and guess.core[0] in self._enough:
            return Verdict(Reason.ENOUGH)
        for name in self._by_family.get(guess.family, ()):
            if guess.core == name.core and guess.suffix in ("", name.suffix):
                return Verdict(Reason.SAME)
            if len(name.core) == 1:
                if not listed and self._is_fuller(name, guess, strange=0 if turned else 1):
                    return Verdict(Reason.SAME)
            elif (listed or turned) and len(guess.core) > len(name.core):
                continue
            elif (places := same_person(name, guess)) is not None:
                if self._has_namesake(name, guess, complete=len(places) == len(name.given)):
                    return Verdict(Reason.NAMESAKES)
                return Verdict(Reason.SAME if places else Reason.ENOUGH)
        return None

    def _is_fuller(self, name: Name, guess: Name, strange: int) -> bool:
        """Whether a guess adds given names to a name that is one word, and no other form contradicts them."""
        if name.byname or name.family in self._families:
            return False
        unknown = [word for word in guess.given if word not in GIVEN and len(word) > 3]
        plain = "and" in guess.given or not COMMON.isdisjoint(unknown)
        return 0 < len(guess.given) < 4 and len(unknown) <= strange and not plain

    def _has_namesake(self, name: Name, guess: Name, *, complete: bool) -> bool:
        """Whether the guess fits a known person too, and does not say more of this name than of the other."""
        for names in self._known:
            for words in names.namesakes(name.family, self._own):
                other = read_name(words)
                places = same_person(other, guess) if other and len(other.core) > 1 else None
                if other and places is not None and not (complete and len(places) < len(other.given)):
                    return True
        return False


def _enough(name: Name) -> Iterable[str]:
    """The single words that stand for a whole name: run together, initials, a name that stands first."""
    yield from (squash(name.core[start:]) for start in range(1, len(name.core) - 1))
    initials = "".join(word[0] for word in name.core if word not in PARTICLES)
    if len(initials) > 2:
        yield initials
    if len(name.core) > 1 and name.core[0] in FAMILY_NAME_FIRST | MONONYMS:
        yield name.core[0]


def same_person(name: Name, guess: Name) -> frozenset[int] | None:
    """Which given names of ``name`` the guess says, by their place; None where it names somebody else.

    A given name may be left out, be an initial, or be a usual short form of the other. Further given names
    may be added where ``name`` has only one.
    """
    senior = guess.suffix == "senior" != name.suffix or name.suffix == "senior" != guess.suffix != ""
    if name.family != guess.family or name.byname or senior:
        return None
    mine = _spread(name.given, guess.given)
    matched: set[int] = set()
    at = strange = 0
    for word in _spread(guess.given, name.given):
        match = next((place for place in range(at, len(mine)) if _same_given(mine[place], word)), None)
        if match is not None:
            matched.add(match)
            at = match + 1
        elif {word, stem(word)} & COMMON and word not in GIVEN | HONORIFICS:
            return None
        else:
            strange += 1 if matched or word in GIVEN else 2
    return None if strange and (not matched or len(mine) > 1 or strange > 3) else frozenset(matched)


def _spread(given: Sequence[str], other: Sequence[str]) -> Words:
    """Initials that are written together, one by one, unless the other name writes them together too."""
    spread: list[str] = []
    initials = "".join(word[0] for word in other)
    for word in given:
        fits = initials.startswith(word) or word.startswith(initials)
        together = 1 < len(word) < 4 and word not in GIVEN and word not in other and fits
        spread += list(word) if together else [word]
    return tuple(spread)


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or other in OTHER_FORMS.get(one, ())


def in_full(word: str, given: Words) -> Words:
    """The given names for which a word stands as their initials, or as a short form of one of them."""
    initials = "".join(name[0] for name in given)
    if word in given or word[0].isdigit():
        return (word,)
    if len(word) < 4 and word in initials:
        return given[initials.index(word) :][: len(word)]
    return tuple(name for name in given if _same_given(name, word))[:1] or (word,)
