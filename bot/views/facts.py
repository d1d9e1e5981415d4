"""A fact or a relation of a server's own before it is kept, and the form that words a relation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import SelectOption, ui

from bot.library.adding import Addition, Outlook
from bot.library.wording import Shape, Wording
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept
from bot.views.layout import OPEN, WRONG, card
from bot.views.text import clip, safe_line
from questions.facts.own_packs import OwnRelation
from questions.question import Question

FACT = re.compile(r"f:draft:(?P<mark>[0-9a-f]{8}):(?P<act>keep|drop|edit)", re.A)
RELATION_FORM = re.compile(r"f:relation:(?P<mark>[0-9a-f]{8})", re.A)
STATEMENT_SHOWN, PROMPT_SHOWN, ANSWER_SHOWN, CHOICES_SHOWN = 300, 200, 80, 160
SENTENCE_LIMIT, LABEL_LIMIT = 150, 45
SENTENCES = ("statement", "ask_object", "ask_subject")


def fact_card(texts: Texts, mark: str, addition: Addition, outlook: Outlook, source: str) -> ui.LayoutView:
    """What would be kept, and a question of each kind that comes of it."""
    head = [
        *_title(texts, texts("fact-title", pack=safe_line(addition.base.title, 60)), addition),
        f"### {safe_line(outlook.statement, STATEMENT_SHOWN)}",
        texts("source", source=safe_line(source, 150)),
    ]
    asked = [texts("fact-no-questions")]
    if outlook.questions:
        asked = [texts("fact-questions", count=len(outlook.questions)), *map(_asked, outlook.questions)]
    return card(OPEN, ["\n".join(head), "\n".join(asked)], [_buttons(texts, mark)])


def relation_form(texts: Texts, mark: str, typed: Wording) -> ui.Modal:
    """Asks for the sentence, the questions and how many there are on either side."""
    form = ui.Modal(title=texts("relation-form-title"), custom_id=f"f:relation:{mark}", timeout=None)
    for name in SENTENCES:
        field = ui.TextInput[ui.Modal](
            custom_id=name,
            default=getattr(typed, name) or None,
            required=name != "ask_subject",
            max_length=SENTENCE_LIMIT,
        )
        code, nouns = f"relation-form-{name.replace('_', '-')}", _nouns(typed)
        label = clip(texts(code, **nouns), LABEL_LIMIT)
        form.add_item(ui.Label(text=label, description=texts(f"{code}.about"), component=field))
    options = [
        SelectOption(
            label=clip(texts(shape, **_nouns(typed)), 100), value=shape, default=shape is typed.shape
        )
        for shape in Shape
    ]
    shape = ui.Select[Any](custom_id="shape", options=options, required=True)
    about = texts("relation-form-shape.about")
    form.add_item(ui.Label(text=texts("relation-form-shape"), description=about, component=shape))
    return unkept(form)


def relation_card(texts: Texts, mark: str, addition: Addition, typed: Wording) -> ui.LayoutView:
    """A relation as it was worded, to be kept."""
    *_, relation = addition.changes
    assert isinstance(relation, OwnRelation)
    title = texts("relation-title", pack=safe_line(addition.base.title, 60))
    head = [*_title(texts, title, addition), f"### {shape_of(relation.statement)}"]
    wording = dict(relation.wording)
    asked = [f"- {shape_of(wording[name])}" for name in SENTENCES if name in wording]
    first, second = (safe_line(noun) for noun in _nouns(typed).values())
    about = f"-# {texts(typed.shape, first=first, second=second)}"
    return card(OPEN, ["\n".join(head), "\n".join([*asked, about])], [_buttons(texts, mark, edit=True)])


def relation_problems_card(texts: Texts, mark: str, problems: Sequence[str]) -> ui.LayoutView:
    """All that is wrong with a relation, and the way back into its form."""
    lines = [texts("relation-not-kept"), *(f"- {problem}" for problem in problems)]
    _, *buttons = _buttons(texts, mark, edit=True)
    return card(WRONG, ["\n".join(lines)], [buttons])


def shape_of(template: str) -> str:
    """A sentence of a relation with gaps where the names go."""
    return safe_line(re.sub(r"\{[^{}]*\}", "…", template), STATEMENT_SHOWN)


def _title(texts: Texts, title: str, addition: Addition) -> list[str]:
    return [title, texts("fact-founds")] if addition.founds else [title]


def _nouns(typed: Wording) -> dict[str, str]:
    return {"first": typed.subject, "second": typed.object}


def _buttons(texts: Texts, mark: str, *, edit: bool = False) -> list[IdButton]:
    keep = _button(texts("fact-keep"), mark, "keep", discord.ButtonStyle.success)
    change = _button(texts("draft-edit"), mark, "edit")
    drop = _button(texts("draft-drop"), mark, "drop", discord.ButtonStyle.danger)
    return [keep, change, drop] if edit else [keep, drop]


def _button(
    label: str, mark: str, act: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> IdButton:
    return IdButton(label=label, style=style, custom_id=f"f:draft:{mark}:{act}")


def _asked(question: Question) -> str:
    answer = safe_line(question.answer.text, ANSWER_SHOWN)
    prompt = safe_line(question.prompt, PROMPT_SHOWN)
    choices = " / ".join(f"{render.letter(at)}. {one.text}" for at, one in enumerate(question.choices))
    offered = f"\n-# {safe_line(choices, CHOICES_SHOWN)}" if choices else ""
    return f"- {prompt} → **{answer}**{offered}"
