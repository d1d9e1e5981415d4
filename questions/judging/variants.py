"""What else is as good as an accepted form: its parts, its initials, its name without the kind of thing it
is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.judging.lexicon.common import COMMON
from questions.judging.lexicon.confusable import SERIES
from questions.judging.lexicon.places import BARE, CONTAINERS, STATE_CODES
from questions.judging.lexicon.reading import word_set
from questions.judging.normalise import ARTICLES, LINKS, phrase, stem, stems_of
from questions.judging.prompts import Prompt
from questions.question import AnswerType

_SUBTITLE = re.compile(r"\s*:\s+|\s+[–—-]\s+|;\s*or,?\s+|,\s+or,?\s+|\s+or:\s+|\s+or,\s+")
_PART = re.compile(r"^(?:part|volume|vol|book|chapter|season|series|episode|number|no)\b\W*\w+$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NICKNAME = re.compile(r"\s+[\"“”'‘’]([^\"“”'‘’]+)[\"“”'‘’]\s+(?=\w)")
_PEER = re.compile(
    r",\s+(?:\d+(?:st|nd|rd|th)\s+|first\s+)?"
    r"((?:duke|earl|baron|count|marquess|marquis|viscount|lord)(?: of)?)\s+(.+)$",
    re.IGNORECASE,
)
_BRANDS = frozenset(["marvels", "disneys", "dcs", "marvel", "disney"])
_SMALL_WORDS = word_set(
    """
it is at on in to by he we me my so no do go up us if as be am or an
"""
)
_FULL_NAME_OF = word_set(
    """
republic kingdom state commonwealth federation duchy principality city sultanate
"""
)
_QUALIFIERS = word_set(
    """
federal united islamic arab socialist soviet state free dominion the peoples democratic federative
"""
)

_COMPASS = frozenset(("north", "south", "east", "west", "river", "lake"))

Words = tuple[str, ...]


def alternatives(text: str, kind: AnswerType) -> Iterator[str]:
    """The forms that one imported form lists or shortens: "A / B", "A or B", "A (B)". The form itself is
    the first.
    """
    yield text
    if kind is AnswerType.PERSON:
        yield from _nicknamed(text)
        yield from _of_a_peer(text)
    if kind in (AnswerType.TITLE, AnswerType.DATE, AnswerType.NUMBER):
        yield from _without_brackets(text)
        return
    pieces = re.split(r"\s+/\s+|\s+//\s+", text)
    if len(pieces) == 1 and kind is not AnswerType.PERSON:
        pieces = _or_pieces(text)
    if len(pieces) > 1 and all(phrase(piece) for piece in pieces):
        for piece in pieces:
            yield piece
            yield from _without_brackets(piece)
    else:
        yield from _slashes(text)
        yield from _without_brackets(text)


def _nicknamed(text: str) -> Iterator[str]:
    """Read 'Theodore "Teddy" Roosevelt' with either first name; a nickname with "the" stands for itself."""
    if found := _NICKNAME.search(text):
        before, after = text[: found.start()], text[found.end() :]
        yield f"{before}{after}"
        yield f"{found.group(1)} {after}"
        if found.group(1).lower().startswith("the "):
            yield found.group(1)


def _of_a_peer(text: str) -> Iterator[str]:
    """Part "Arthur Wellesley, 1st Duke of Wellington" into name, title and seat."""
    if found := _PEER.search(text):
        yield text[: found.start()]
        yield f"{found.group(1)} {found.group(2)}"
        yield found.group(2)


def _or_pieces(text: str) -> list[str]:
    pieces = re.split(r"\s*,?\s+or\s+", text)
    few = len(pieces) == 2 and all(len(piece.split()) == 1 and piece.istitle() for piece in pieces)
    return [text] if few and pieces[0].lower() in COMMON else pieces


def _slashes(text: str) -> Iterator[str]:
    """Read "Golgi apparatus/body" as two forms; names as "AC/DC" stay whole."""
    found = re.search(r"[A-Za-z'-]{3,}(?:/[A-Za-z'-]{3,})+", text)
    if found and text.count("/") == found.group().count("/"):
        for word in found.group().split("/"):
            yield text[: found.start()] + word + text[found.end() :]


def _without_brackets(text: str) -> Iterator[str]:
    inside = _BRACKETS.findall(text)
    if not inside:
        return
    yield " ".join(_BRACKETS.sub(" ", text).split())
    rest = _BRACKETS.sub(" ", text).strip()
    if text.endswith(")") and len(inside) == 1 and _is_another_name(rest, inside[0]):
        yield re.sub(
            r"^(?:or|aka|a\.k\.a\.|also|also known as|formerly|born|accept|né|née)\s+", "", inside[0]
        )


def _is_another_name(name: str, other: str) -> bool:
    """Whether brackets hold another name, not a description: initials of the name, or a person's for a
    person's.
    """
    if re.fullmatch(r"(?:[A-Z][a-z]?\d*){2,8}", other) and not other.isupper():
        return True
    if re.match(r"(?:or|aka|a\.k\.a\.|also|formerly|born|accept|né|née)\b", other):
        return True
    if initials_of(phrase(name).words) & {phrase(other).squash} or initials_of(phrase(other).words) & {
        phrase(name).squash
    }:
        return True
    return all(2 <= len(part.split()) <= 3 and part.istitle() for part in (name, other))


def initials_of(words: Sequence[str], fewest: int = 1) -> frozenset[str]:
    """The initials of a name of several words: of all words, and of those that carry meaning."""
    found = set()
    spoken = [
        words,
        [word for word in words if word not in LINKS],
        [word for word in words if word not in ARTICLES],
        words[1:] if words[:1] and words[0] in ARTICLES else words,
    ]
    for kept in spoken:
        numbers = [word for word in kept if word[0].isdigit()]
        letters = [word[0] for word in kept if not word[0].isdigit()]
        if len(letters) >= fewest and len(letters + numbers) > 1 and len(numbers) < 2:
            found.add("".join(letters) + "".join(numbers))
            found.update("".join(letters) + small for small in _roman(numbers))
    return frozenset(found - _SMALL_WORDS)


def _roman(numbers: Sequence[str]) -> Iterator[str]:
    values = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if numbers and numbers[0].isdigit() and 0 < int(numbers[0]) < len(values):
        yield values[int(numbers[0])]


def title_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Shorter forms of a title, and whether each is enough: without subtitle, without series, without
    brackets.
    """
    pieces = [piece for piece in _SUBTITLE.split(text) if piece.strip()]
    if len(pieces) > 1:
        yield pieces[0], not _is_series(pieces[0])
        if (number := re.match(r"(.+?)\s+(?:\d+|[IVX]+)$", pieces[0])) is not None:
            yield number.group(1), False
        for initials in initials_of(phrase(pieces[0]).words):
            yield f"{initials} {' '.join(pieces[1:])}", True
        for at, piece in enumerate(pieces[1:], 1):
            enough = not _PART.match(piece.lower()) or at < len(pieces) - 1
            yield " ".join(pieces[at:]), enough
            yield piece, enough and piece.lower() not in COMMON
            yield f"{pieces[0]} {piece}", True
    words = text.split()
    if len(words) > 1 and phrase(words[0]).squash in _BRANDS:
        yield " ".join(words[1:]), True
    if len(words) > 1 and words[0].isupper() and words[0].strip(".") == "AKA":
        yield " ".join(words[1:]), True
    joined = re.match(r"(.+?) and (the .+)$", text, re.IGNORECASE)
    if joined and _is_series(joined.group(1)):
        yield joined.group(2), True
        yield joined.group(1), False


def _is_series(text: str) -> bool:
    return phrase(text).full in SERIES


def without_kind(words: Words, kind: AnswerType, prompt: Prompt) -> Iterator[Words]:
    """The words without the kind of thing that they name, where the rest tells it apart.

    "River Tamar" -> "Tamar"; "Mohs scale" -> "Mohs" where a scale is asked for; "Republic of Honduras" ->
    "Honduras". But "Mexico City" is not "Mexico".
    """
    stems = stems_of(words)
    if len(stems) < 2:
        return
    kinds = set(prompt.asked)
    if kind is not AnswerType.TITLE:
        kinds |= BARE | {"city"} if kind is AnswerType.PLACE or not prompt.text else BARE
    kept = tuple(word for word in words if stem(word) not in kinds and word not in LINKS)
    place = " ".join(kept)
    another_place = place in CONTAINERS and place != "new york" and not {"city", "gulf"}.isdisjoint(words)
    if kept and len(kept) < len(stems) and not another_place:
        asked = any(stem(word) in prompt.asked for word in words)
        if asked or any(stem(word) not in COMMON and word not in COMMON for word in kept):
            yield kept
    if "of" in words[1:-1] and words[words.index("of", 1) - 1] in _FULL_NAME_OF:
        head, tail = words[: words.index("of", 1)], words[words.index("of", 1) + 1 :]
        if all(word in _FULL_NAME_OF or word in _QUALIFIERS for word in head):
            yield tail


def compass(words: Words) -> Iterator[Words]:
    """Shorten "North Korea" to "N Korea", and "River Tamar" to "R Tamar"."""
    if len(words) > 1 and not _COMPASS.isdisjoint(words):
        yield tuple(word[0] if word in _COMPASS else word for word in words)


def without_container(text: str) -> Iterator[tuple[str, str]]:
    """Part "Portland, Oregon" into the place and the place that it lies in, ("Portland", "oregon")."""
    head, comma, tail = text.partition(",")
    container = phrase(tail).full if comma else ""
    container = STATE_CODES.get(container, container)
    if container in CONTAINERS or container in STATE_CODES.values():
        yield head, container
