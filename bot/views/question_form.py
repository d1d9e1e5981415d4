"""The form for a server's own question, and the way back into it where something is wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import Interaction, ui

from bot.errors import guarded
from bot.views.text import TEXT_LIMIT, clip, safe_line

PROMPT_LIMIT, ANSWERS_LIMIT, WRONG_LIMIT, EXPLANATION_LIMIT = 300, 1000, 600, 600
REOPEN_SECONDS = 840
PROBLEM_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was filled in; ``answers`` and ``wrong`` hold one a line."""

    prompt: str = ""
    answers: str = ""
    wrong: str = ""
    explanation: str = ""


Submit = Callable[[Interaction[Any], Typed], Awaitable[None]]


class QuestionForm(ui.Modal):
    """Asks for a question, filled in already with what was typed before."""

    def __init__(self, submit: Submit, typed: Typed) -> None:
        super().__init__(title="A question for this server", timeout=REOPEN_SECONDS)
        self._submit = submit
        self._prompt = _field("prompt", typed.prompt, PROMPT_LIMIT, lines=True)
        self._answers = _field("answers", typed.answers, ANSWERS_LIMIT, lines=True)
        self._wrong = _field("wrong", typed.wrong, WRONG_LIMIT, lines=True, required=False)
        self._explanation = _field(
            "explanation", typed.explanation, EXPLANATION_LIMIT, lines=True, required=False
        )
        for text, description, field in (
            ("Question", None, self._prompt),
            ("Answer", "One form a line; the first is the one that is shown.", self._answers),
            ("Wrong choices", "One a line. Leave it empty to have the answer typed.", self._wrong),
            ("Explanation", "Shown with the answer: the fact, and where it comes from.", self._explanation),
        ):
            self.add_item(ui.Label(text=text, description=description, component=field))

    async def on_submit(self, interaction: Interaction[Any], /) -> None:
        typed = Typed(self._prompt.value, self._answers.value, self._wrong.value, self._explanation.value)
        await guarded(interaction, lambda: self._submit(interaction, typed))


class Reopen(ui.View):
    """A button that opens the form again, with nothing lost."""

    def __init__(self, submit: Submit, typed: Typed) -> None:
        super().__init__(timeout=REOPEN_SECONDS)
        self._submit = submit
        self._typed = typed

    @ui.button(label="Open the form again", style=discord.ButtonStyle.primary)
    async def reopen(self, interaction: Interaction[Any], _button: ui.Button[Reopen]) -> None:
        form = QuestionForm(self._submit, self._typed)
        await guarded(interaction, lambda: interaction.response.send_modal(form))


def problems_text(problems: Sequence[str]) -> str:
    """All that is wrong with a form, a line each."""
    lines = [f"- {safe_line(problem, PROBLEM_SHOWN)}" for problem in problems]
    return clip("\n".join(["The question is not kept yet:", *lines]), TEXT_LIMIT // 2)


def _field(
    name: str, value: str, limit: int, *, lines: bool = False, required: bool = True
) -> ui.TextInput[QuestionForm]:
    return ui.TextInput(
        custom_id=name,
        style=discord.TextStyle.paragraph if lines else discord.TextStyle.short,
        default=value or None,
        required=required,
        max_length=limit,
    )
