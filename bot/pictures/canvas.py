"""A picture that is being drawn: its colours, smooth shapes and text."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from bot.pictures.fonts import BOLD, SEMIBOLD
from bot.pictures.lettering import Lettering

WIDTH = 1000
"""Discord shows it about 500 wide, and 320 on a phone."""

GROUND, PANEL, BAR = "#16171d", "#20222b", "#2a2d3a"
OWN, OWN_BAR, ACCENT = "#2c3160", "#3b4285", "#8b97ff"
WHITE, GREY, INK = "#f4f5fa", "#a3a8bd", "#16171d"
METALS = {1: "#f6c54f", 2: "#cbd3e1", 3: "#dd9a63"}
UP, DOWN = "#62d58f", "#f27f83"

SMOOTH = 4
"""Shapes are drawn so many times larger first."""

Box = tuple[int, int, int, int]


class Canvas:
    """So high, and as wide as all of them."""

    def __init__(self, height: int, lettering: Lettering) -> None:
        self.image = Image.new("RGB", (WIDTH, height), GROUND)
        self.lettering = lettering

    def panel(self, box: Box, radius: int, colour: str, *, within: Box | None = None) -> None:
        """A rectangle with round corners; ``within`` cuts it to the corners of a larger one."""
        left, top, right, bottom = box
        outer = within or box
        mask = _round(outer[2] - outer[0], outer[3] - outer[1], radius)
        if within is not None:
            mask = mask.crop((left - outer[0], top - outer[1], right - outer[0], bottom - outer[1]))
        if right > left and bottom > top:
            self.image.paste(colour, box, mask)

    def disc(self, x: int, y: int, radius: int, colour: str) -> None:
        """A full circle around a point."""
        self.panel((x - radius, y - radius, x + radius, y + radius), radius, colour)

    def arrow(self, x: int, y: int, size: int, colour: str, *, up: bool) -> None:
        """A triangle around a point."""
        mask = _arrow(size)
        self.image.paste(colour, (x - size // 2, y - size // 2), mask if up else mask.transpose(FLIP))

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: int,
        colour: str = WHITE,
        *,
        weight: str = SEMIBOLD,
        align: float = 0.0,
        room: float | None = None,
    ) -> float:
        """A line of text on its base line, cut to the room; how wide it is.

        ``align`` 0 begins at the point, 0.5 has it in the middle, 1 ends there. Letters that are very high or
        low do not touch the lines around.
        """
        if room is not None:
            text = self.lettering.fitted(text, room, size, weight)
        width = self.lettering.width(text, size, weight)
        left, base = at[0] - width * align, round(at[1])
        above, below = round(size * 1.2), round(size * 0.5)
        edge = max(0, int(left) - size // 2)
        box = (edge, base - above, min(WIDTH, int(left + width) + size // 2), base + below)
        part = self.image.crop(box)
        self.lettering.draw(part, (left - edge, above), text, size, weight, colour)
        self.image.paste(part, box[:2])
        return width

    def initial(self, middle: tuple[int, int], text: str, size: int, colour: str, ground: str) -> None:
        """A single letter or emoji, with its ink around a point of a plain ground."""
        part = Image.new("RGB", (3 * size, 3 * size), ground)
        self.lettering.draw(part, (size, 2 * size), text, size, BOLD, colour)
        ink = ImageChops.difference(part, Image.new("RGB", part.size, ground)).getbbox()
        if ink is not None:
            part = part.crop(ink)
            self.image.paste(part, (middle[0] - part.width // 2, middle[1] - part.height // 2))

    def png(self) -> bytes:
        """The bytes of the picture."""
        buffer = io.BytesIO()
        self.image.save(buffer, "PNG", compress_level=2)
        return buffer.getvalue()


FLIP = Image.Transpose.FLIP_TOP_BOTTOM


@lru_cache(maxsize=256)
def _round(width: int, height: int, radius: int) -> Image.Image:
    mask = Image.new("L", (width, height), 255)
    radius = min(radius, width // 2, height // 2)
    corner = _corner(radius)
    for turn, at in enumerate(
        ((0, 0), (0, height - radius), (width - radius, height - radius), (width - radius, 0))
    ):
        mask.paste(corner.rotate(90 * turn), at)
    return mask


@lru_cache(maxsize=64)
def _corner(radius: int) -> Image.Image:
    """The upper left one."""
    large = Image.new("L", (max(1, radius) * SMOOTH,) * 2, 0)
    across = 2 * radius * SMOOTH
    ImageDraw.Draw(large).ellipse((0, 0, across - 1, across - 1), fill=255)
    return large.reduce(SMOOTH)


@lru_cache(maxsize=16)
def _arrow(size: int) -> Image.Image:
    large, edge = Image.new("L", (size * SMOOTH,) * 2, 0), size * SMOOTH
    points = [(edge / 2, edge * 0.12), (edge * 0.95, edge * 0.88), (edge * 0.05, edge * 0.88)]
    ImageDraw.Draw(large).polygon(points, fill=255)
    return large.reduce(SMOOTH)
