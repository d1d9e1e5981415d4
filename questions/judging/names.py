"""Names of persons: which parts of one are enough, and whether two writings name the same person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.people import (
    FAMILY_NAME_FIRST,
    GIVEN,
    HONORIFICS,
    PARTICLES,
    SHORT_FORMS,
    SUFFIXES,
)
from questions.judging.lexicon.reading import word_set
from questions.judging.normalise import ARTICLES, stem

_MONONYMS = word_set(
    """
michelangelo rembrandt galileo dante napoleon elvis confucius beyonce
"""
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, in lower-case ASCII; particles are left out of ``given``.

    ``byname`` says that the name has no family name: "Henry VIII", "Pliny the Elder", "Sitting Bull".
    """

    core: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    suffix: str = ""
    byname: bool = False


def read_name(words: Sequence[str]) -> Name | None:
    """Read the words of a name; None where there are none."""
    core = [word for word in words if word not in ARTICLES]
    while len(core) > 1 and core[0] in HONORIFICS:
        core.pop(0)
    suffix = ""
    while len(core) > 1 and core[-1] in SUFFIXES:
        suffix = core.pop()
    if not core:
        return None
    byname = core[-1][0].isdigit() or "of" in core[1:] or any(word == "the" for word in list(words)[1:])
    byname = byname or (len(core) > 1 and _is_plain(core[0]))
    given = tuple(word for word in core[:-1] if word not in PARTICLES)
    return Name(tuple(core), given, stem(core[-1]), suffix, byname)


def looks_like_person(text: str, words: Sequence[str]) -> bool:
    """Whether a form is written like a person's name and begins with a first name that is in use."""
    name = read_name(words)
    parts = text.replace("(", " ").split()
    if name is None or not 2 <= len(name.core) <= 5 or words[0] in ARTICLES or "and" in words:
        return False
    capital = len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].isupper()
    initials = len(parts) > 1 and "." in parts[0] and len(name.core[0]) < 4
    return (
        capital
        and (name.core[0] in GIVEN or initials)
        and (len(name.core) == 2 or not name.core[-1][0].isdigit())
    )


def in_order(text: str) -> str:
    """Turn "Einstein, Albert" into "Albert Einstein"; leave other texts as they are."""
    family, comma, given = text.partition(",")
    turned = (
        comma
        and 0 < len(given.split()) < 4
        and HONORIFICS.union(SUFFIXES, ("of",)).isdisjoint(given.lower().replace(".", "").split())
        and "," not in given
    )
    return f"{given} {family}" if turned else text


def enough(name: Name) -> Iterator[tuple[str, ...]]:
    """The parts that a quizmaster takes for the whole name, where nobody else is called so."""
    core = name.core
    if name.byname:
        return
    for start in range(1, len(core)):
        if any(word not in PARTICLES for word in core[start:]):
            yield core[start:]
    if len(core) > 1 and (
        core[0] in FAMILY_NAME_FIRST
        or core[0] in _MONONYMS
        or (core[0] == "leonardo" and core[-1] == "vinci")
    ):
        yield core[:1]
    initials = "".join(word[0] for word in core if word not in PARTICLES)
    if len(initials) > 2:
        yield (initials,)


def _is_plain(word: str) -> bool:
    """Whether a name begins with a plain word, as "Sitting Bull" does, and so has no family name."""
    root = word.removesuffix("ing")
    roots = {word} if root == word else {word, root, root + "e", root[:-1]}
    return word[0].isdigit() or (word not in GIVEN and not roots.isdisjoint(COMMON))


def too_little(name: Name) -> Iterator[tuple[str, ...]]:
    """The parts after which a quizmaster says "more, please"."""
    core = name.core
    if len(core) < 2:
        return
    if name.byname:
        if not core[0][0].isdigit():
            yield core[:1]
        return
    for end in range(1, len(core)):
        yield core[:end]
    for word in name.given:
        yield (word,)
        for short in SHORT_FORMS.get(word, ()):
            yield (short,)


def same_person(name: Name, guess: Name) -> frozenset[int] | None:
    """Which given names of ``name`` the guess says, by their place; None where it names somebody else.

    A given name may be left out, be an initial, or be a usual short form of the other. Further given names
    may be added where ``name`` has only one.
    """
    if name.family != guess.family or name.byname or {name.suffix, guess.suffix} == {"junior", "senior"}:
        return None
    mine = _spread(name.given, guess.given)
    said: set[int] = set()
    added = False
    before = 0
    at = 0
    for word in _spread(guess.given, name.given):
        match = next((place for place in range(at, len(mine)) if _same_given(mine[place], word)), None)
        if match is not None:
            said.add(match)
            at = match + 1
        elif {word, stem(word)} & COMMON and word not in GIVEN | HONORIFICS:
            return None
        else:
            before += not said and word not in GIVEN
            added = True
    if added and (not said or len(mine) > 1 or before):
        return None
    return frozenset(said)


def _spread(given: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Initials that are written together, one by one, unless the other name writes them together too."""
    spread: list[str] = []
    initials = "".join(word[0] for word in other)
    for word in given:
        fits = initials.startswith(word) or word.startswith(initials)
        together = 1 < len(word) < 4 and word not in GIVEN and word not in other and fits
        spread += list(word) if together else [word]
    return tuple(spread)


def _same_given(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return other in SHORT_FORMS.get(one, ()) or one in SHORT_FORMS.get(other, ())
