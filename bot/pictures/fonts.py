"""Which font has a character: the bundled one first, then those that the system has."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont, TTLibError
from PIL import ImageFont

from bot.pictures.clusters import JOINERS, is_emoji, letters_of

SYSTEM = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
"""Where systems keep fonts; those that a system lacks are passed over."""

BITMAP_SIZE = 109
"""The one size that Noto Color Emoji has."""

REGULAR, SEMIBOLD, BOLD = "Regular", "Semibold", "Bold"
WEIGHTS = (BOLD, "SemiBold", "Medium", REGULAR)
"""Of a fallback font the first of these that there is: a name has to be readable on a phone."""

UNWANTED = re.compile("Italic|Oblique|Mono|Condensed|Narrow|Light|Thin|Black|UI-|Unjoined|Looped|LastResort")
LATER = re.compile("Serif|Display|Kufi|Rashi|Nastaliq|Symbols|Math|Music")
EMOJI = re.compile("Emoji", re.I)


@dataclass(frozen=True, slots=True)
class Face:
    """A font file. ``own`` is the bundled one, with a file for each weight; ``coloured`` has pictures."""

    path: Path
    own: bool = False
    coloured: bool = False


class Fonts:
    """The bundled font, and those in the folders for what it lacks. A font is read when it is needed."""

    def __init__(self, folders: Iterable[Path] = SYSTEM) -> None:
        own = Path(font_source_sans_pro.font_directory)
        self._own = {weight: own / f"SourceSansPro-{weight}.ttf" for weight in (REGULAR, SEMIBOLD, BOLD)}
        self.own = Face(self._own[SEMIBOLD], own=True)
        files = sorted(file for folder in folders for file in _files(folder))
        self._emoji = [Face(file, coloured=True) for file in files if EMOJI.search(file.stem)]
        self._others = [Face(file) for file in _best_of_families(files)]
        self._faces: dict[str, Face | None] = {}

    def face(self, cluster: str) -> Face | None:
        """A font that has all of a cluster, or else at least its first character; None where none has."""
        if cluster not in self._faces:
            whole, first = _needed(cluster), _needed(cluster[:1])
            self._faces[cluster] = self._find(cluster, whole) or self._find(cluster, first)
        return self._faces[cluster]

    def covers(self, face: Face, cluster: str) -> bool:
        """Whether the font has all of a cluster."""
        return _needed(cluster) <= _characters(face.path)

    def loaded(self, face: Face, size: int, weight: str) -> ImageFont.FreeTypeFont:
        """The font in a size; a coloured one in the only size that it has."""
        path = self._own[weight] if face.own else face.path
        return _loaded(path, BITMAP_SIZE if face.coloured else size)

    def _find(self, cluster: str, needed: frozenset[int]) -> Face | None:
        return next((face for face in self._candidates(cluster) if needed <= _characters(face.path)), None)

    def _candidates(self, cluster: str) -> Iterator[Face]:
        if is_emoji(cluster):
            yield from self._emoji
        yield self.own
        script = _script(cluster)
        yield from sorted(self._others, key=lambda face: script not in face.path.stem.upper())
        yield from self._emoji


def _needed(cluster: str) -> frozenset[int]:
    return frozenset(map(ord, letters_of(cluster)))


def _script(cluster: str) -> str:
    """The first word of the name of its first character, as Noto's files are named: ``DEVANAGARI``."""
    word = unicodedata.name(cluster[0], "?").split()[0]
    return "CJK" if word in ("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH") else word


@cache
def _characters(path: Path) -> frozenset[int]:
    """The characters that a font has; none where it cannot be read."""
    try:
        with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
            if EMOJI.search(path.stem) and "CBDT" not in font:
                return frozenset()  # Pillow cannot draw its pictures
            return frozenset(font.getBestCmap() or ()) - JOINERS
    except (TTLibError, OSError, struct.error, ValueError, KeyError, AssertionError):
        return frozenset()


@cache
def _loaded(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (file for file in folder.rglob("*") if file.suffix.lower() in (".ttf", ".otf", ".ttc"))


def _best_of_families(files: Sequence[Path]) -> list[Path]:
    """One file of each family, those first whose letters go best with the bundled ones."""
    best: dict[str, Path] = {}
    for file in files:
        family, _, weight = file.stem.partition("-")
        if EMOJI.search(file.stem) or UNWANTED.search(f"{file.stem}-"):
            continue
        kept = best.get(family)
        if kept is None or _heavier(weight, kept.stem.partition("-")[2]):
            best[family] = file
    return sorted(best.values(), key=_liking)


def _heavier(weight: str, than: str) -> bool:
    order = {name: number for number, name in enumerate(WEIGHTS)}
    return order.get(weight, len(order)) < order.get(than, len(order))


def _liking(file: Path) -> tuple[bool | str, ...]:
    name = file.stem
    starts = (not name.startswith(start) for start in ("Noto", "NotoSans", "NotoSans-"))
    return (bool(LATER.search(name)), *starts, name)
