"""Text in pieces that are drawn as one: a letter with its marks, an emoji with all that it is joined of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

JOINERS = frozenset((0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0xFE0E, 0xFE0F))
"""What serves to put others together: a font may draw without having it."""

ZWJ, PICTURE = "\u200d", "\ufe0f"
REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
SKIN_OR_TAG = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3]")
PICTURES = re.compile("[\U0001f000-\U0001faff\u2614\u2615\u26a1\u2705\u2728\u274c\u2753-\u2757\u2764\u2b50]")


def clusters(text: str) -> Iterator[str]:
    """The pieces of a text, in its order."""
    piece = ""
    for char in text:
        if piece and not _goes_on(piece, char):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _goes_on(piece: str, char: str) -> bool:
    if unicodedata.category(char) in ("Mn", "Mc", "Me") or ord(char) in JOINERS or SKIN_OR_TAG.match(char):
        return True
    if REGIONAL.match(char):
        return len(piece) == 1 and bool(REGIONAL.match(piece))
    return piece.endswith(ZWJ) and is_emoji(piece)


def is_emoji(cluster: str) -> bool:
    """Whether it is rather a picture than a letter."""
    return PICTURE in cluster or "\u20e3" in cluster or bool(PICTURES.match(cluster))


def letters_of(cluster: str) -> str:
    """What a font must have to draw it."""
    return "".join(char for char in cluster if ord(char) not in JOINERS)


def directions(pieces: list[str]) -> list[tuple[bool, list[str]]]:
    """Stretches of one direction (True is right to left) in the order in which the eye meets them.

    A number goes with what is before it. What else has no direction of its own, as a space, goes with what is
    around it, or else with the whole.
    """
    strong: list[bool | None] = []
    for piece in pieces:
        number = unicodedata.bidirectional(piece[0]) in ("EN", "AN")
        strong.append(_last(strong) if number else _strong(piece))
    whole = next((one for one in strong if one is not None), False)
    known: list[bool] = []
    for at, one in enumerate(strong):
        if one is None:
            after = next((later for later in strong[at:] if later is not None), whole)
            before = known[-1] if known else whole
            one = before if before == after else whole
        known.append(one)
    stretches = [
        (right_to_left, [piece for _, piece in group])
        for right_to_left, group in groupby(zip(known, pieces, strict=True), key=lambda pair: pair[0])
    ]
    return stretches[::-1] if whole else stretches


def _last(strong: list[bool | None]) -> bool | None:
    return next((one for one in reversed(strong) if one is not None), None)


def _strong(piece: str) -> bool | None:
    kind = unicodedata.bidirectional(piece[0])
    return True if kind in ("R", "AL") else False if kind == "L" else None
