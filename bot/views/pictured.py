"""Cards with pictures, and what the pictures say in words."""

from __future__ import annotations

import io
from dataclasses import dataclass

import discord
from discord import ui

from bot.pictures.records import BoardLine, BoardPicture, ChartPicture, Picture, PodiumPicture
from bot.texts.catalogue import Texts
from bot.views.text import clip

FILE = "picture.png"
ALT_LIMIT = 1024
"""Discord takes no longer description."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A card with a picture, and the ``plain`` one that says it in text, for where no file can be sent."""

    view: ui.LayoutView
    png: bytes
    plain: ui.LayoutView

    def file(self) -> discord.File:
        """The picture, for one attempt to send it."""
        return discord.File(io.BytesIO(self.png), FILE)


Card = ui.LayoutView | Pictured


def shown_picture(texts: Texts, picture: Picture) -> discord.MediaGalleryItem:
    """The place of a picture in a card, with its words for those who do not see it."""
    return discord.MediaGalleryItem(
        f"attachment://{FILE}", description=clip(alt_text(texts, picture), ALT_LIMIT)
    )


def alt_text(texts: Texts, picture: Picture) -> str:
    """All that a picture says."""
    match picture:
        case BoardPicture():
            return "\n".join([picture.title, picture.about, *(_line(texts, line) for line in picture.lines)])
        case PodiumPicture(places):
            rows = (" · ".join(filter(None, (one.name, one.score, one.note))) for one in places)
            return "\n".join(f"{one.rank}. {row}" for one, row in zip(places, rows, strict=True))
        case ChartPicture(title, bars):
            return "\n".join([title, *(f"{bar.label}: {bar.value}" for bar in bars)])


def _line(texts: Texts, line: BoardLine) -> str:
    moved = line.mark
    if line.climbed > 0:
        moved = texts("alt-up", count=line.climbed)
    elif line.climbed < 0:
        moved = texts("alt-down", count=-line.climbed)
    own = texts("alt-own") if line.own else ""
    left = texts("alt-left") if line.left else ""
    return f"{line.rank}. " + " · ".join(filter(None, (line.name, line.value, moved, left, own)))
