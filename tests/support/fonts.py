"""Small fonts with letters that are plain blocks, in place of those that a system may have or lack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000


def make_font(folder: Path, name: str, letters: str) -> Path:
    """A font of this name with just these letters."""
    glyphs: Mapping[int, str] = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    order = [".notdef", *glyphs.values()]
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf(dict.fromkeys(order, _block()))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (EM // 2, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name.partition("-")[0], "styleName": "Bold"})
    builder.setupOS2()
    builder.setupPost()
    file = folder / f"{name}.ttf"
    builder.save(file)
    return file


def _block() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
