"""Text in a picture, in whatever fonts it takes; what is too long is cut, and nothing is a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from anyascii import anyascii
from PIL import Image, ImageDraw, features

from bot.pictures.clusters import clusters, directions
from bot.pictures.fonts import SEMIBOLD, Face, Fonts

ELLIPSIS = "…"
UNKNOWN = "·"
"""In place of what no font has, and that cannot be written in Latin letters."""

EMOJI_HEIGHT = 1.16
"""Of the size of the text."""

SHAPED = features.check("raqm")
"""Whether letters join and turn as their scripts want it: that takes the library FriBiDi."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font and direction."""

    text: str
    face: Face
    right_to_left: bool


class Lettering:
    """Measures and draws lines of text."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.runs = lru_cache(maxsize=2048)(self._runs)
        self._emoji = lru_cache(maxsize=256)(self._draw_emoji)

    def width(self, text: str, size: int, weight: str = SEMIBOLD) -> float:
        """How wide a line is."""
        return sum(self._advance(run, size, weight) for run in self.runs(text))

    def size(self, text: str, room: float, sizes: Sequence[int], weight: str = SEMIBOLD) -> int:
        """The first of the sizes in which there is room for the line, or the last."""
        return next((size for size in sizes if self.width(text, size, weight) <= room), sizes[-1])

    def fitted(self, text: str, room: float, size: int, weight: str = SEMIBOLD) -> str:
        """The line, or as much of its beginning as there is room for, with an ellipsis."""
        if self.width(text, size, weight) <= room:
            return text
        pieces = list(clusters(text))
        low, high = 0, len(pieces) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(_cut(pieces, middle), size, weight) <= room:
                low = middle
            else:
                high = middle - 1
        return _cut(pieces, low)

    def draw(
        self, image: Image.Image, at: tuple[float, float], text: str, size: int, weight: str, colour: str
    ) -> None:
        """Draw a line from the left end of its base line on."""
        (x, base), pen = at, ImageDraw.Draw(image)
        for run in self.runs(text):
            if run.face.coloured:
                self._paste(image, (x, base), run, size)
            else:
                font = self.fonts.loaded(run.face, size, weight)
                pen.text((x, base), _ordered(run), colour, font, anchor="ls", **_direction(run))
            x += self._advance(run, size, weight)

    def _paste(self, image: Image.Image, at: tuple[float, float], run: Run, size: int) -> None:
        picture = self._emoji(run.text, size)
        if picture is not None:
            x, base = at
            top = round(base - size * 0.33 - picture.height / 2)
            image.paste(picture, (round(x), top), picture)

    def _draw_emoji(self, text: str, size: int) -> Image.Image | None:
        face = self.fonts.face(text)
        assert face is not None
        font = self.fonts.loaded(face, size, SEMIBOLD)
        left, top, right, bottom = map(round, font.getbbox(text))
        if right <= left or bottom <= top:
            return None
        picture = Image.new("RGBA", (right - left, bottom - top))
        ImageDraw.Draw(picture).text((-left, -top), text, font=font, embedded_color=True)
        height = round(size * EMOJI_HEIGHT)
        return picture.resize((max(1, round(picture.width * height / picture.height)), height))

    def _advance(self, run: Run, size: int, weight: str) -> float:
        font = self.fonts.loaded(run.face, size, weight)
        if not run.face.coloured:
            return float(font.getlength(_ordered(run), **_direction(run)))
        picture = self._emoji(run.text, size)
        return picture.width + size * 0.06 if picture else 0.0

    def _runs(self, text: str) -> tuple[Run, ...]:
        pieces = list(self._drawable(text))
        return tuple(run for rtl, stretch in directions(pieces) for run in self._in_fonts(stretch, rtl))

    def _in_fonts(self, pieces: list[str], right_to_left: bool) -> list[Run]:
        faces: list[Face] = []
        for piece in pieces:
            plain = not piece[0].isalnum()
            if plain and faces and not faces[-1].coloured and self.fonts.covers(faces[-1], piece):
                faces.append(faces[-1])
            else:
                faces.append(self.fonts.face(piece) or self.fonts.own)
        pairs = zip(faces, pieces, strict=True)
        runs = [
            run
            for face, group in groupby(pairs, key=lambda pair: pair[0])
            for run in _of(face, [piece for _, piece in group], right_to_left)
        ]
        return runs[::-1] if right_to_left else runs

    def _drawable(self, text: str) -> Iterator[str]:
        """The pieces of a text; those that no font has in Latin letters, or as one dot."""
        unknown = False
        for piece in clusters(unicodedata.normalize("NFC", text)):
            face = self.fonts.face(piece) if unicodedata.category(piece[0])[0] != "C" else None
            if face is not None:
                yield piece if self.fonts.covers(face, piece) else piece[0]
            elif (latin := anyascii(piece)) and piece[0].isalnum():
                yield from latin
            elif not unknown:
                yield UNKNOWN
            unknown = face is None


def _of(face: Face, pieces: list[str], right_to_left: bool) -> list[Run]:
    if face.coloured:  # each is a picture of its own
        return [Run(piece, face, right_to_left) for piece in pieces]
    return [Run("".join(pieces), face, right_to_left)]


def _ordered(run: Run) -> str:
    return run.text if SHAPED or not run.right_to_left else run.text[::-1]


def _direction(run: Run) -> dict[str, Any]:
    return {"direction": "rtl" if run.right_to_left else "ltr"} if SHAPED else {}


def _cut(pieces: list[str], count: int) -> str:
    return "".join(pieces[:count]).rstrip() + ELLIPSIS
