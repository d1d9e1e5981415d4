"""The form for a server's own question, and the way back into it where something is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import discord
from discord import ui

from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.text import TEXT_LIMIT, clip, safe_line

FORM, AGAIN = "q:form", "q:again"
"""The ids of the form and of the button that opens it again."""

FIELDS = (
    ("prompt", "question-form-prompt", None, 300),
    ("answers", "question-form-answers", "question-form-answers.about", 1000),
    ("wrong", "question-form-wrong", "question-form-wrong.about", 600),
    ("explanation", "question-form-explanation", "question-form-explanation.about", 600),
)
"""Name, the codes of label and description, and the longest text of each."""

REQUIRED = {"prompt", "answers"}
PROBLEM_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was filled in; ``answers`` and ``wrong`` hold one a line."""

    prompt: str = ""
    answers: str = ""
    wrong: str = ""
    explanation: str = ""


def typed_in(fields: Mapping[str, str]) -> Typed:
    """What was typed into the fields of a form."""
    return Typed(**{name: fields.get(name, "") for name, *_ in FIELDS})


def question_form(texts: Texts, typed: Typed | None) -> ui.Modal:
    """Asks for a question, filled in already with what was typed before; None where that is lost."""
    form = ui.Modal(title=texts("question-form-title"), custom_id=FORM, timeout=None)
    if typed is None:
        form.add_item(ui.TextDisplay(texts("question-form-lost")))
    values = asdict(typed or Typed())
    for name, label, about, limit in FIELDS:
        field = ui.TextInput[ui.Modal](
            custom_id=name,
            style=discord.TextStyle.paragraph,
            default=values[name] or None,
            required=name in REQUIRED,
            max_length=limit,
        )
        form.add_item(ui.Label(text=texts(label), description=about and texts(about), component=field))
    form.stop()  # the client is to keep no copy: what is sent tells all
    return form


def reopen_button(texts: Texts) -> ui.View:
    """A button that opens the form again."""
    view = ui.View(timeout=None)
    view.add_item(
        IdButton(label=texts("button-open-again"), style=discord.ButtonStyle.primary, custom_id=AGAIN)
    )
    return view


def problems_text(texts: Texts, problems: Sequence[str]) -> str:
    """All that is wrong with a form, a line each."""
    lines = [f"- {safe_line(problem, PROBLEM_SHOWN)}" for problem in problems]
    return clip("\n".join([texts("question-not-kept"), *lines]), TEXT_LIMIT // 2)
