"""What else is as good as an accepted form: its parts, its initials, its name without the kind of thing it
is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.judging.lexicon import COMMON, HONORIFICS, PLACE_KINDS, REGIONS
from questions.judging.normalise import LINKS, Words, phrase, stem, stems_of
from questions.judging.prompts import Prompt
from questions.judging.verdict import Reason, Verdict
from questions.judging.word_lists import entries, word_set
from questions.question import AnswerType
from questions.words import ARTICLES

_SUBTITLE = re.compile(r"\s?:\s|\s[–—-]\s|[;,]\s?or,?\s|\sor[:,]\s")
_PART = re.compile(r"(?:part|volume|vol|book|chapter|season|series|episode|number|no)\b\W*+\w++")
_NUMBER_BEHIND = re.compile(r"\s(?:\d++|[IVX]++)$")
_BRACKETS = re.compile(r"\(([^()]*+)\)")
_NICKNAME = re.compile(r"\s[\"“”'‘’]([^\"“”'‘’]++)[\"“”'‘’]\s(?=\w)")
_PEER = re.compile(
    r",\s(?:\d++(?:st|nd|rd|th)\s|first\s)?"
    r"((?:duke|earl|baron|count|marquess|marquis|viscount|lord)(?: of)?)\s(.+)$",
    re.IGNORECASE,
)
_LISTED = re.compile(r", or | or |, ")
_SLASH = re.compile(r"\s//?\s")
_SLASHED = re.compile(r"[A-Za-z'-]{3,}+(?:/[A-Za-z'-]{3,}+)++")
_ALSO = re.compile(r"(?:or|aka|a\.k\.a\.|also known as|also|formerly|born|accept|né|née)\s")
_FORMULA = re.compile(r"(?:[A-Z][a-z]?\d*){2,8}")
_SMALL_WORDS = word_set("it is at on in to by he we me my so no do go up us if as be am or an")
_FULL_NAME_OF = word_set("republic kingdom state commonwealth federation duchy principality sultanate")
_QUALIFIERS = word_set("federal united islamic arab socialist soviet free dominion the peoples democratic")
_SAME_PLACE = (
    ("united states of america", "united states", "usa", "us"),
    ("united kingdom", "uk"),
    ("soviet union", "ussr"),
    ("washington dc", "washington district of columbia"),
)
_ROMAN = entries("|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi")
_MOST_INITIALS = 12
ENOUGH = Verdict(Reason.ENOUGH)


def alternatives(text: str, kind: AnswerType) -> Iterator[str]:
    """The forms that one imported form lists or shortens: "A / B", "A or B", "A (B)". The form itself is
    the first.
    """
    yield text
    if kind in (AnswerType.PERSON, AnswerType.UNKNOWN):
        yield from _of_person(text)
    pieces = [text]
    if kind not in (AnswerType.TITLE, AnswerType.DATE, AnswerType.NUMBER):
        pieces = _SLASH.split(text)
        if len(pieces) == 1 and kind is not AnswerType.PERSON and " or " in text:
            pieces = _LISTED.split(text)
        if len(pieces) == 1 or not all(map(phrase, pieces)):
            pieces = [text, *_slashes(text)]
    for piece in pieces:
        yield piece
        yield from _without_brackets(piece)


def _of_person(text: str) -> Iterator[str]:
    """Read 'Theodore "Teddy" Roosevelt' with either first name, and "Arthur Wellesley, 1st Duke of
    Wellington" as name, title and seat.
    """
    if match := _NICKNAME.search(text):
        before, after = text[: match.start()], text[match.end() :]
        yield from (f"{before} {after}", f"{match[1]} {after}")
        if match[1].lower().startswith("the "):
            yield match[1]
    if match := _PEER.search(text):
        yield from (text[: match.start()], f"{match[1]} {match[2]}", match[2])


def _slashes(text: str) -> Iterator[str]:
    """Read "Golgi apparatus/body" as two forms; names as "AC/DC" stay whole."""
    match = _SLASHED.search(text)
    if match and text.count("/") == match.group().count("/"):
        for word in match.group().split("/"):
            yield text[: match.start()] + word + text[match.end() :]


def _without_brackets(text: str) -> Iterator[str]:
    inside = _BRACKETS.findall(text)
    rest = " ".join(_BRACKETS.sub(" ", text).split())
    yield rest
    if text.endswith(")") and len(inside) == 1 and _is_another_name(rest, inside[0]):
        yield _ALSO.sub("", inside[0], count=1)


def _is_another_name(name: str, other: str) -> bool:
    """Whether brackets hold another name, not a description: initials of the name, or a person's for a
    person's.
    """
    if _ALSO.match(other) or (_FORMULA.fullmatch(other) and not other.isupper()):
        return True
    return all(2 <= len(part.split()) <= 3 and part.istitle() for part in (name, other))


def initials_of(words: Sequence[str]) -> frozenset[str]:
    """The initials of a name of several words: of all words, and of those that carry meaning."""
    initials = set()
    first = words[1:] if words and words[0] in ARTICLES else words
    unlinked, unarticled = (
        [word for word in words if word not in left_out] for left_out in (LINKS, ARTICLES)
    )
    for kept in (words, first, unlinked, unarticled):
        letters = "".join(word[0] for word in kept if not word[0].isdigit())
        numbers = [word for word in kept if word[0].isdigit()]
        if letters and len(kept) > 1 and len(numbers) < 2:
            initials.add(letters + "".join(numbers))
            if numbers and numbers[0] in map(str, range(len(_ROMAN))):
                initials.add(letters + _ROMAN[int(numbers[0])])
    return frozenset(initials - _SMALL_WORDS)


def derived(text: str, words: Words, kind: AnswerType, prompt: Prompt) -> Iterator[tuple[Words, Verdict]]:
    """What follows from one right form, whatever its neighbours: shorter writings that are enough, or
    close.
    """
    for group in _SAME_PLACE if kind is not AnswerType.TITLE else ():
        if " ".join(words) in group:
            yield from ((tuple(place.split()), Verdict(Reason.SAME)) for place in group)
    if kind is AnswerType.PERSON:
        return
    for initials in initials_of(words) if len(words) < _MOST_INITIALS else ():
        yield (initials,), Verdict(Reason.INITIALS)
    if kind is AnswerType.UNKNOWN and len(words) > 2 and words[0] in HONORIFICS:
        yield words[1:], ENOUGH
    for kept in _without_kind(words, kind, prompt):
        yield kept, ENOUGH
    if kind is AnswerType.TITLE:
        yield from _title_parts(text)
    head, comma, tail = text.partition(",")
    if comma and phrase(tail).full in REGIONS:
        yield phrase(head).words, ENOUGH


def _title_parts(text: str) -> Iterator[tuple[Words, Verdict]]:
    """Shorter forms of a title: without subtitle, without series."""
    pieces = [piece for piece in _SUBTITLE.split(text) if phrase(piece)]
    if len(pieces) < 2:
        return
    yield phrase(pieces[0]).words, ENOUGH
    if match := _NUMBER_BEHIND.search(pieces[0]):
        yield phrase(pieces[0][: match.start()]).words, Verdict(Reason.MORE)
    for at, piece in enumerate(pieces[1:], 1):
        numbered = at == len(pieces) - 1 and _PART.fullmatch(piece.lower())
        for part in (" ".join(pieces[at:]), piece):
            yield phrase(part).words, Verdict(Reason.MORE) if numbered or piece.lower() in COMMON else ENOUGH
        yield phrase(f"{pieces[0]} {piece}").words, Verdict(Reason.SAME)
        for initials in initials_of(phrase(pieces[0]).words):
            yield (initials, *phrase(piece).words), Verdict(Reason.SAME)


def _without_kind(words: Words, kind: AnswerType, prompt: Prompt) -> Iterator[Words]:
    """The words without the kind of thing that they name, where the rest tells it apart.

    "River Tamar" -> "Tamar"; "Mohs scale" -> "Mohs" where a scale is asked for; "Republic of Honduras" ->
    "Honduras". But "Mexico City" is not "Mexico".
    """
    stems = stems_of(words)
    kinds = prompt.asked if kind is AnswerType.TITLE else prompt.asked | PLACE_KINDS
    kept = tuple(word for word in words if stem(word) not in kinds and word not in LINKS)
    place = " ".join(kept)
    another_place = place in REGIONS and place != "new york" and not {"city", "gulf"}.isdisjoint(words)
    if kept and len(kept) < len(stems) and not another_place:
        apart = any(stem(word) not in COMMON and word not in COMMON for word in kept)
        if apart or not prompt.asked.isdisjoint(stems):
            yield kept
    at = words.index("of", 1) if "of" in words[1:-1] else 0
    if at and words[at - 1] in _FULL_NAME_OF and (_FULL_NAME_OF | _QUALIFIERS).issuperset(words[:at]):
        yield words[at + 1 :]
