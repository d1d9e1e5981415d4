"""The forms for a question: its words, and the details beside them; and what is wrong with them.

A form's id says what it is for, its ``purpose``: ``add``, ``suggest``, or ``edit-7-2`` and ``review-7-2`` for
the second version of question 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import discord
from discord import SelectOption, ui

from bot.library.writing import LIMITS, Typed
from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept
from bot.views.text import TEXT_LIMIT, clip, safe_line

PURPOSE = r"(?P<purpose>add|suggest|(?:edit|review)-\d{1,7}-\d{1,5})"
FORM = re.compile(rf"q:(?P<form>form|more):{PURPOSE}", re.A)
DRAFT = re.compile(rf"q:draft:{PURPOSE}:(?P<mark>[0-9a-f]{{8}}):(?P<act>save|edit|more|drop)", re.A)

FIELDS = (
    ("prompt", "question-form-prompt", None, LIMITS["prompt"]),
    ("answers", "question-form-answers", "question-form-answers.about", 1000),
    ("wrong", "question-form-wrong", "question-form-wrong.about", 600),
    ("explanation", "question-form-explanation", "question-form-explanation.about", LIMITS["explanation"]),
    ("source", "question-form-source", "question-form-source.about", LIMITS["source"]),
)
"""Name, the codes of label and description, and the longest text of each."""

ONE_LINE = {"source"}
REQUIRED = {"prompt", "answers"}
LEVELS = {"": "any", "1": "easy", "2": "medium", "3": "hard"}
PROBLEM_SHOWN = 200


def question_form(texts: Texts, purpose: str, typed: Typed | None) -> ui.Modal:
    """Asks for the words, filled in already with what was typed before; None where that is lost."""
    form = ui.Modal(title=texts("question-form-title"), custom_id=f"q:form:{purpose}", timeout=None)
    if typed is None:
        form.title = texts("question-form-lost")
    values = asdict(typed or Typed())
    for name, label, about, limit in FIELDS:
        style = discord.TextStyle.short if name in ONE_LINE else discord.TextStyle.paragraph
        field = ui.TextInput[ui.Modal](
            custom_id=name,
            style=style,
            default=values[name] or None,
            required=name in REQUIRED,
            max_length=limit,
        )
        form.add_item(ui.Label(text=texts(label), description=about and texts(about), component=field))
    return unkept(form)


def details_form(texts: Texts, purpose: str, typed: Typed) -> ui.Modal:
    """Asks for topic, level and picture."""
    form = ui.Modal(title=texts("question-form-details"), custom_id=f"q:more:{purpose}", timeout=None)
    topic = ui.TextInput[ui.Modal](
        custom_id="topic", default=typed.topic or None, required=False, max_length=LIMITS["topic"]
    )
    options = [
        SelectOption(label=texts(f"option-{name}"), value=value or "0", default=value == typed.level)
        for value, name in LEVELS.items()
    ]
    level = ui.Select[Any](custom_id="level", options=options, required=True)
    picture = ui.TextInput[ui.Modal](
        custom_id="picture", default=typed.picture or None, required=False, max_length=500
    )
    for name, field in (("topic", topic), ("level", level), ("picture", picture)):
        code = f"question-form-{name}"
        form.add_item(ui.Label(text=texts(code), description=texts(f"{code}.about"), component=field))
    return unkept(form)


def problems_text(texts: Texts, problems: Sequence[str]) -> str:
    """All that is wrong with a question, a line each."""
    lines = [f"- {safe_line(problem, PROBLEM_SHOWN)}" for problem in problems]
    return clip("\n".join([texts("question-not-kept"), *lines]), TEXT_LIMIT // 2)


def draft_button(
    texts: Texts,
    purpose: str,
    mark: str,
    act: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> IdButton:
    """A button below the draft of this mark: save, edit, more (its details), drop."""
    sends = act == "save" and purpose == "suggest"
    code = "draft-send" if sends else f"draft-{act}"
    return IdButton(label=texts(code), style=style, custom_id=f"q:draft:{purpose}:{mark}:{act}")
