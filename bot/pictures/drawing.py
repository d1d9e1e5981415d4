"""Draws whatever there is to draw, with fonts that are read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import ImageFile

from bot.pictures.board import draw_board
from bot.pictures.canvas import Canvas
from bot.pictures.chart import draw_chart
from bot.pictures.fonts import SYSTEM, Fonts
from bot.pictures.lettering import SHAPED, Lettering
from bot.pictures.podium import draw_podium
from bot.pictures.records import BoardPicture, Picture, PodiumPicture

BLOCK = 8192
"""Pillow compresses so many bytes at a stretch, and the event loop waits while it does."""

SCRIPTS = "Aя α ה س 漢 あ 한 ไ 😀"
"""A character of each script that most names are written in."""


HINTS = {"😀": "emoji (fonts-noto-color-emoji)", "漢": "Chinese, Japanese and Korean (fonts-noto-cjk)"}
HINTS |= {"س": "Arabic (fonts-noto-core)", "ה": "Hebrew (fonts-noto-core)", "ह": "Hindi (fonts-noto-core)"}
"""Characters that tell whether the system has fonts for most names, and Debian's packages of them."""


def shortcomings(folders: Iterable[Path] = SYSTEM) -> Iterator[str]:
    """What would make more names look right here."""
    fonts = Fonts(folders)
    if lacking := [hint for char, hint in HINTS.items() if fonts.face(char) is None]:
        yield f"no font for {', '.join(lacking)}"
    if not SHAPED:
        yield "Arabic letters do not join (libfribidi0)"


class Drawing:
    """For one thread at a time."""

    def __init__(self, folders: Iterable[Path] = SYSTEM) -> None:
        ImageFile.MAXBLOCK = BLOCK
        self.lettering = Lettering(Fonts(folders))

    def warm_up(self) -> None:
        """Read the fonts that most names need."""
        self.lettering.width(SCRIPTS, 42)

    def png(self, picture: Picture) -> bytes:
        """The picture's bytes."""
        return self.canvas(picture).png()

    def canvas(self, picture: Picture) -> Canvas:
        """The picture, drawn."""
        if isinstance(picture, BoardPicture):
            return draw_board(self.lettering, picture)
        if isinstance(picture, PodiumPicture):
            return draw_podium(self.lettering, picture)
        return draw_chart(self.lettering, picture)
