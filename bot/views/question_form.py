"""The form for a server's own question, and the way back into it where something is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import discord
from discord import ui

from bot.views.components import IdButton
from bot.views.text import TEXT_LIMIT, clip, safe_line

FORM, AGAIN = "q:form", "q:again"
"""The ids of the form and of the button that opens it again."""

FIELDS = (
    ("prompt", "Question", None, 300),
    ("answers", "Answer", "One form a line; the first is the one that is shown.", 1000),
    ("wrong", "Wrong choices", "One a line. Leave it empty to have the answer typed.", 600),
    ("explanation", "Explanation", "Shown with the answer: the fact, and where it comes from.", 600),
)
"""Name, label, description and the longest text of each."""

REQUIRED = {"prompt", "answers"}
LOST = "What you had typed before is no longer there."
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


def question_form(typed: Typed | None) -> ui.Modal:
    """Asks for a question, filled in already with what was typed before; None where that is lost."""
    form = ui.Modal(title="A question for this server", custom_id=FORM, timeout=None)
    if typed is None:
        form.add_item(ui.TextDisplay(LOST))
    values = asdict(typed or Typed())
    for name, text, description, limit in FIELDS:
        field = ui.TextInput[ui.Modal](
            custom_id=name,
            style=discord.TextStyle.paragraph,
            default=values[name] or None,
            required=name in REQUIRED,
            max_length=limit,
        )
        form.add_item(ui.Label(text=text, description=description, component=field))
    form.stop()  # the client is to keep no copy: what is sent tells all
    return form


def reopen_button() -> ui.View:
    """A button that opens the form again."""
    view = ui.View(timeout=None)
    view.add_item(IdButton(label="Open the form again", style=discord.ButtonStyle.primary, custom_id=AGAIN))
    return view


def problems_text(problems: Sequence[str]) -> str:
    """All that is wrong with a form, a line each."""
    lines = [f"- {safe_line(problem, PROBLEM_SHOWN)}" for problem in problems]
    return clip("\n".join(["The question is not kept yet:", *lines]), TEXT_LIMIT // 2)
