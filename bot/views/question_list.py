"""A server's own questions, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.store.records import AuthoredQuestion
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.text import fit, safe_line

PAGE = 5
PAGE_ID = re.compile(r"q:page:(?P<page>\d{1,5})", re.A)
PROMPT_SHOWN, ANSWER_SHOWN, WRONG_SHOWN = 200, 100, 150


def question_list(texts: Texts, questions: Sequence[AuthoredQuestion], page: int = 1) -> ui.LayoutView:
    """A page of questions, from 1 on, or the last one there is, with buttons to turn it."""
    pages = max(-(-len(questions) // PAGE), 1)
    page = min(max(page, 1), pages)
    container = ui.Container[ui.LayoutView](accent_colour=discord.Colour.blurple())
    title = texts("own-questions-title", count=len(questions))
    shown = questions[(page - 1) * PAGE : page * PAGE]
    for piece in fit([title, *(_entry(texts, question) for question in shown)]):
        container.add_item(ui.TextDisplay(piece))
    if pages > 1:
        container.add_item(ui.TextDisplay(texts("page", page=page, pages=pages)))
        back = IdButton(label=texts("button-back"), custom_id=f"q:page:{page - 1}", disabled=page == 1)
        further = IdButton(label=texts("button-next"), custom_id=f"q:page:{page + 1}", disabled=page == pages)
        container.add_item(ui.ActionRow[Any](back, further))
    return ui.LayoutView(timeout=None).add_item(container)


def _entry(texts: Texts, question: AuthoredQuestion) -> str:
    lines = [
        f"**{question.id}.** {safe_line(question.prompt, PROMPT_SHOWN)}",
        f"✅ {safe_line(' / '.join(question.accepted), ANSWER_SHOWN)}",
    ]
    if question.wrong:
        lines.append(f"▫️ {safe_line(' / '.join(question.wrong), WRONG_SHOWN)}")
    lines.append(texts("own-question-author", author=safe_line(question.author_name)))
    return "\n".join(lines)
