"""A fact of a server's own before it is kept, and the list of what a server has corrected and added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.store.authoring import KeptChange
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import OPEN, card
from bot.views.text import safe_line
from questions.question import Question

FACT = re.compile(r"f:draft:(?P<mark>[0-9a-f]{8}):(?P<act>keep|drop)", re.A)
FACTS_PAGE = re.compile(r"f:page:(?P<page>\d{1,5})", re.A)
STATEMENT_SHOWN, PROMPT_SHOWN, ANSWER_SHOWN, CHOICES_SHOWN = 300, 200, 80, 160
PAGE = 10


def fact_card(
    texts: Texts, mark: str, pack: str, statement: str, source: str, questions: Sequence[Question]
) -> ui.LayoutView:
    """What would be kept, and a question of each kind that comes of it."""
    head = [
        texts("fact-title", pack=safe_line(pack)),
        f"### {safe_line(statement, STATEMENT_SHOWN)}",
        texts("source", source=safe_line(source, 150)),
    ]
    asked = [texts("fact-questions", count=len(questions)), *(_asked(one) for one in questions)]
    keep, drop = (f"f:draft:{mark}:{act}" for act in ("keep", "drop"))
    buttons = [
        IdButton(label=texts("fact-keep"), style=discord.ButtonStyle.success, custom_id=keep),
        IdButton(label=texts("draft-drop"), style=discord.ButtonStyle.danger, custom_id=drop),
    ]
    return card(OPEN, ["\n".join(head), "\n".join(asked)], [buttons])


def changes_card(texts: Texts, changes: Sequence[tuple[KeptChange, str]], page: int = 1) -> ui.LayoutView:
    """What holds in a server beside its packs, each with a sentence about it, a page at a time."""
    pages = max(-(-len(changes) // PAGE), 1)
    page = min(max(page, 1), pages)
    lines = [texts("changes-title", count=len(changes))]
    lines += _lines(texts, changes[(page - 1) * PAGE : page * PAGE])
    row = []
    if pages > 1:
        lines.append(texts("page", page=page, pages=pages))
        row = [
            IdButton(label=texts("button-back"), custom_id=f"f:page:{page - 1}", disabled=page == 1),
            IdButton(label=texts("button-next"), custom_id=f"f:page:{page + 1}", disabled=page == pages),
        ]
    return card(OPEN, ["\n".join(lines)], [row] if row else [])


def _lines(texts: Texts, changes: Sequence[tuple[KeptChange, str]]) -> Iterator[str]:
    for kept, about in changes:
        when = f"<t:{round(kept.at.timestamp())}:d>"
        yield f"**{kept.number}.** {about}"
        yield texts("change-by", who=safe_line(kept.by), when=when)


def _asked(question: Question) -> str:
    answer = safe_line(question.answer.text, ANSWER_SHOWN)
    prompt = safe_line(question.prompt, PROMPT_SHOWN)
    choices = " / ".join(f"{render.letter(at)}. {one.text}" for at, one in enumerate(question.choices))
    offered = f"\n-# {safe_line(choices, CHOICES_SHOWN)}" if choices else ""
    return f"- {prompt} → **{answer}**{offered}"
