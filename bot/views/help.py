"""``/help``: a card with a section for each thing that one can do, and buttons to turn to them."""

from __future__ import annotations

import re
from typing import Any

import discord
from discord import ui

from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept

SECTIONS = ("play", "answer", "points", "daily")
FOR_QUIZMASTERS = ("host", "own", "packs")
ROW = 5
SECTION_ID = re.compile(r"h:(?P<section>[a-z]{1,10})", re.A)


def help_card(texts: Texts, section: str, *, quizmaster: bool, manager: bool) -> ui.LayoutView:
    """A section, or the first one where there is no such section for this member."""
    sections = (*SECTIONS, *FOR_QUIZMASTERS) if quizmaster else SECTIONS
    shown = section if section in sections else sections[0]
    lines = [f"## {texts(f'help-{shown}.title')}", texts(f"help-{shown}")]
    if shown == "host" and manager:
        lines.append(texts("help-settings"))
    container = ui.Container[ui.LayoutView](accent_colour=discord.Colour.blurple())
    container.add_item(ui.TextDisplay("\n".join(lines)))
    container.add_item(ui.Separator())
    buttons = [_button(texts, one, one == shown) for one in sections]
    for start in range(0, len(buttons), ROW):
        container.add_item(ui.ActionRow[Any](*buttons[start : start + ROW]))
    return unkept(ui.LayoutView(timeout=None).add_item(container))


def _button(texts: Texts, section: str, shown: bool) -> IdButton:
    style = discord.ButtonStyle.primary if shown else discord.ButtonStyle.secondary
    label = texts(f"help-{section}.button")
    return IdButton(label=label, style=style, custom_id=f"h:{section}", disabled=shown)
