"""A suggestion as a quizmaster reviews it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord
from discord import ui

from bot.library.near import Neighbour
from bot.store.authoring import AuthoredQuestion
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.question_preview import preview_card
from bot.views.text import safe_line
from questions.question import Question

REVIEW = re.compile(
    r"q:review:(?P<number>\d{1,7}):(?P<version>\d{1,5}):(?P<act>approve|edit|refuse|skip)", re.A
)
REFUSAL = re.compile(r"q:refusal:(?P<number>\d{1,7}):(?P<version>\d{1,5})", re.A)
WORD_LIMIT = 300


def review_card(
    texts: Texts,
    said: str,
    suggestion: AuthoredQuestion,
    question: Question,
    near: Sequence[Neighbour],
    place: int,
    count: int,
) -> ui.LayoutView:
    """A suggestion as it would be asked, its place in the queue, and what can be done with it."""
    author = safe_line(suggestion.author_name)
    title = texts("review-title", place=place, count=count, author=author)
    buttons = [
        _button(texts, suggestion, "approve", discord.ButtonStyle.success),
        _button(texts, suggestion, "edit"),
        _button(texts, suggestion, "refuse", discord.ButtonStyle.danger),
    ]
    if count > 1:
        buttons.append(_button(texts, suggestion, "skip"))
    title = f"{said}\n{title}" if said else title
    return preview_card(texts, title, question, suggestion.entry, near, buttons)


def refusal_form(texts: Texts, number: int, version: int) -> ui.Modal:
    """Asks for a word to the author."""
    form = ui.Modal(title=texts("refusal-title"), custom_id=f"q:refusal:{number}:{version}", timeout=None)
    field = ui.TextInput[ui.Modal](custom_id="word", style=discord.TextStyle.paragraph, max_length=WORD_LIMIT)
    form.add_item(
        ui.Label(text=texts("refusal-word"), description=texts("refusal-word.about"), component=field)
    )
    form.stop()
    return form


def _button(
    texts: Texts,
    suggestion: AuthoredQuestion,
    act: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> IdButton:
    id = f"q:review:{suggestion.id}:{suggestion.version}:{act}"
    return IdButton(label=texts(f"review-{act}"), style=style, custom_id=id)
