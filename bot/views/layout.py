"""What all cards are built of: blocks of text with lines between them, and rows of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import ui

from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept
from bot.views.text import fit

OPEN, RIGHT, WRONG, FINAL = (
    discord.Colour.blurple(),
    discord.Colour.green(),
    discord.Colour.dark_grey(),
    discord.Colour.gold(),
)
MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


def card(
    colour: discord.Colour,
    blocks: Sequence[str],
    rows: Sequence[Sequence[IdButton]] = (),
    picture: str | discord.MediaGalleryItem | None = None,
    first: Sequence[Sequence[IdButton]] = (),
    lead: discord.MediaGalleryItem | None = None,
) -> ui.LayoutView:
    """A card of these blocks, those that are empty left out. The picture and the ``first`` rows of buttons
    stand below the first block, the other rows at the end; a ``lead`` is a picture above all of them.
    """
    container = ui.Container[ui.LayoutView](accent_colour=colour)
    if lead is not None:
        container.add_item(ui.MediaGallery(lead))
    for number, block in enumerate(fit([block for block in blocks if block])):
        if number:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(block))
        if picture is not None and not number:
            item = discord.MediaGalleryItem(picture) if isinstance(picture, str) else picture
            container.add_item(ui.MediaGallery(item))
        for row in () if number else first:
            container.add_item(ui.ActionRow[Any](*row))
    for row in rows:
        container.add_item(ui.ActionRow[Any](*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return unkept(view)


def form_button(texts: Texts, id: Callable[[str], str], *, pictured: bool) -> IdButton:
    """Offers what is shown as text, or as a picture; ``id`` is given ``text`` or ``picture``."""
    label = texts("button-as-text" if pictured else "button-as-picture")
    return IdButton(label=label, custom_id=id("text" if pictured else "picture"))


def place(rank: int, points: float) -> str:
    """A medal for the first three places, or the number; nobody gets a medal for nothing."""
    return (MEDALS.get(rank) if points else None) or f"{rank}\\."
