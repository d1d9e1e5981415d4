"""A question just written: as it will be asked, what its reveal says, and what is near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.library.near import MADE, Neighbour
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import OPEN, WRONG, card
from bot.views.question_card import choice_labels, prompt_lines
from bot.views.question_form import draft_button, problems_text
from bot.views.text import safe_line
from questions.interchange.lists import Entry
from questions.question import Question

ANSWERS_SHOWN, EXPLANATION_SHOWN, SOURCE_SHOWN, NEAR_SHOWN = 300, 600, 150, 120
ROW = 5


def preview_card(
    texts: Texts,
    title: str,
    question: Question,
    entry: Entry,
    near: Sequence[Neighbour],
    buttons: Sequence[IdButton],
) -> ui.LayoutView:
    """The question with its choices as buttons that cannot be pressed, and below it what is to be decided."""
    asked = "\n".join([title, *prompt_lines(render.preview_heading(texts, question), question)])
    blocks = [asked, "\n".join(_reveal(texts, question, entry)), "\n".join(_near(texts, near))]
    labels = choice_labels(question)
    offered = [
        IdButton(label=label, custom_id=f"q:choice:{at}", disabled=True) for at, label in enumerate(labels)
    ]
    rows = [offered[start : start + ROW] for start in range(0, len(offered), ROW)]
    return card(OPEN, blocks, [buttons], question.picture, rows)


def draft_card(
    texts: Texts, purpose: str, mark: str, question: Question, entry: Entry, near: Sequence[Neighbour]
) -> ui.LayoutView:
    """The preview of a draft, with what its writer can do with it."""
    buttons = [
        draft_button(texts, purpose, mark, "save", discord.ButtonStyle.success),
        draft_button(texts, purpose, mark, "edit"),
        draft_button(texts, purpose, mark, "more"),
        draft_button(texts, purpose, mark, "drop", discord.ButtonStyle.danger),
    ]
    return preview_card(texts, texts("preview-title"), question, entry, near, buttons)


def problems_card(texts: Texts, purpose: str, mark: str, problems: Sequence[str]) -> ui.LayoutView:
    """All that is wrong with a draft, and the ways back into it."""
    buttons = [
        draft_button(texts, purpose, mark, "edit", discord.ButtonStyle.primary),
        draft_button(texts, purpose, mark, "more"),
        draft_button(texts, purpose, mark, "drop", discord.ButtonStyle.danger),
    ]
    return card(WRONG, [problems_text(texts, problems)], [buttons])


def _reveal(texts: Texts, question: Question, entry: Entry) -> Iterator[str]:
    forms = " / ".join(entry.accepted)
    yield texts("preview-answer", answers=safe_line(forms, ANSWERS_SHOWN))
    if not question.tapped:
        yield texts("preview-typed")
    if entry.explanation:
        yield safe_line(entry.explanation, EXPLANATION_SHOWN)
    if entry.source:
        yield texts("source", source=safe_line(entry.source, SOURCE_SHOWN))


def _near(texts: Texts, near: Sequence[Neighbour]) -> Iterator[str]:
    if near:
        yield texts("near-title")
    for one in near:
        where = texts("near-own", number=str(one.near.kept.number))
        if one.pack is not None and one.near.kept.number == MADE:
            where = texts("near-fact", pack=safe_line(one.pack))
        elif one.pack is not None:
            where = texts("near-pack", number=str(one.near.kept.number), pack=safe_line(one.pack))
        entry = one.near.kept.entry
        yield texts(
            "near-same" if one.near.same else "near-alike",
            prompt=safe_line(entry.prompt, NEAR_SHOWN),
            answer=safe_line(entry.shown, NEAR_SHOWN),
            where=where,
        )
