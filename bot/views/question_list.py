"""A server's own questions, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import render
from bot.store.records import AuthoredQuestion
from bot.views.components import IdButton
from bot.views.text import fit, safe_line

PAGE = 5
PAGE_ID = re.compile(r"q:page:(?P<page>\d{1,5})", re.A)
PROMPT_SHOWN, ANSWER_SHOWN, WRONG_SHOWN = 200, 100, 150


def question_list(questions: Sequence[AuthoredQuestion], page: int = 1) -> ui.LayoutView:
    """A page of questions, from 1 on, or the last one there is, with buttons to turn it."""
    pages = max(-(-len(questions) // PAGE), 1)
    page = min(max(page, 1), pages)
    count = render.counted(len(questions), "question")
    container = ui.Container[ui.LayoutView](accent_colour=discord.Colour.blurple())
    shown = questions[(page - 1) * PAGE : page * PAGE]
    for piece in fit([f"## {count} of this server", *(_entry(question) for question in shown)]):
        container.add_item(ui.TextDisplay(piece))
    if pages > 1:
        container.add_item(ui.TextDisplay(f"-# Page {page} of {pages}"))
        back = IdButton(label="Back", custom_id=f"q:page:{page - 1}", disabled=page == 1)
        further = IdButton(label="Next", custom_id=f"q:page:{page + 1}", disabled=page == pages)
        container.add_item(ui.ActionRow[Any](back, further))
    return ui.LayoutView(timeout=None).add_item(container)


def _entry(question: AuthoredQuestion) -> str:
    lines = [
        f"**{question.id}.** {safe_line(question.prompt, PROMPT_SHOWN)}",
        f"✅ {safe_line(' / '.join(question.accepted), ANSWER_SHOWN)}",
    ]
    if question.wrong:
        lines.append(f"▫️ {safe_line(' / '.join(question.wrong), WRONG_SHOWN)}")
    lines.append(f"-# by {safe_line(question.author_name)}")
    return "\n".join(lines)
