"""A server's own questions, a page at a time; and one of them with its history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.store.authoring import AuthoredQuestion, State, Version
from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept
from bot.views.layout import OPEN, card
from bot.views.text import fit, safe_line

PAGE, SEARCH_LIMIT = 5, 50
PAGE_ID = re.compile(r"q:page:(?P<page>\d{1,5}):(?P<search>.{0,50})", re.A | re.S)
PROMPT_SHOWN, ANSWER_SHOWN, WRONG_SHOWN, WORD_SHOWN = 200, 100, 150, 200
VERSIONS_SHOWN = 12


def question_list(
    texts: Texts, questions: Sequence[AuthoredQuestion], page: int = 1, search: str = ""
) -> ui.LayoutView:
    """A page of questions, from 1 on, or the last one there is, with buttons to turn it."""
    pages = max(-(-len(questions) // PAGE), 1)
    page = min(max(page, 1), pages)
    container = ui.Container[ui.LayoutView](accent_colour=discord.Colour.blurple())
    title = texts("own-questions-title", count=len(questions))
    if search:
        title = texts("own-questions-found", count=len(questions), search=safe_line(search))
    shown = questions[(page - 1) * PAGE : page * PAGE]
    for piece in fit([title, *(_entry(texts, question) for question in shown)]):
        container.add_item(ui.TextDisplay(piece))
    if pages > 1:
        container.add_item(ui.TextDisplay(texts("page", page=page, pages=pages)))
        back = IdButton(
            label=texts("button-back"), custom_id=f"q:page:{page - 1}:{search}", disabled=page == 1
        )
        further = IdButton(
            label=texts("button-next"), custom_id=f"q:page:{page + 1}:{search}", disabled=page == pages
        )
        container.add_item(ui.ActionRow[Any](back, further))
    return unkept(ui.LayoutView(timeout=None).add_item(container))


def question_card_of(texts: Texts, question: AuthoredQuestion, versions: Sequence[Version]) -> ui.LayoutView:
    """A question with all that is known of it, and who changed it when."""
    entry = question.entry
    details = [
        texts(f"state-{question.state}"),
        *([safe_line(entry.topic)] if entry.topic else []),
        *([texts(f"option-{('easy', 'medium', 'hard')[entry.level - 1]}")] if entry.level else []),
    ]
    block = [_entry(texts, question), f"-# {' · '.join(details)}"]
    if entry.explanation:
        block.append(safe_line(entry.explanation, 600))
    if entry.source:
        block.append(texts("source", source=safe_line(entry.source, ANSWER_SHOWN)))
    history = [texts("history-title"), *(_version(texts, version) for version in versions[-VERSIONS_SHOWN:])]
    return card(OPEN, ["\n".join(block), "\n".join(history)], picture=entry.picture)


def own_list(texts: Texts, questions: Sequence[AuthoredQuestion]) -> ui.LayoutView:
    """What a member has written, the newest first, and what became of it."""
    approved = max((question.approved for question in questions), default=0)
    blocks = [texts("mine-title", count=len(questions), approved=approved)]
    for question in reversed(questions[-PAGE * 2 :]):
        lines = [
            f"**{question.id}.** {safe_line(question.entry.prompt, PROMPT_SHOWN)}",
            f"-# {texts(f'state-{question.state}')}",
        ]
        if question.state is State.REFUSED and question.word:
            lines.append(f"-# “{safe_line(question.word, WORD_SHOWN)}”")
        blocks.append("\n".join(lines))
    return card(OPEN, blocks)


def _entry(texts: Texts, question: AuthoredQuestion) -> str:
    entry = question.entry
    lines = [
        f"**{question.id}.** {safe_line(entry.prompt, PROMPT_SHOWN)}",
        f"✅ {safe_line(' / '.join(entry.accepted), ANSWER_SHOWN)}",
    ]
    if entry.wrong:
        lines.append(f"▫️ {safe_line(' / '.join(entry.wrong), WRONG_SHOWN)}")
    lines.append(texts("own-question-author", author=safe_line(question.author_name)))
    return "\n".join(lines)


def _version(texts: Texts, version: Version) -> str:
    when = f"<t:{round(version.at.timestamp())}:f>"
    line = texts(f"act-{version.act}", who=safe_line(version.by), when=when)
    return f"{line}\n-# “{safe_line(version.word, WORD_SHOWN)}”" if version.word else line
