"""The smallest card: a line from the bot itself."""

from __future__ import annotations

from discord import ui

from bot.views.layout import OPEN, card


def notice_card(text: str) -> ui.LayoutView:
    """One line from the bot itself."""
    return card(OPEN, [text])
