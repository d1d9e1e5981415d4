"""A server's own questions, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import Interaction, ui

from bot import render
from bot.errors import guarded
from bot.store.records import AuthoredQuestion
from bot.views.text import fit, safe_line

PAGE = 5
TURN_SECONDS = 840
PROMPT_SHOWN, ANSWER_SHOWN, WRONG_SHOWN = 200, 100, 150


class QuestionList(ui.LayoutView):
    """Pages of questions with buttons to turn them; ``questions`` is what there was when it was asked for."""

    def __init__(self, questions: Sequence[AuthoredQuestion]) -> None:
        super().__init__(timeout=TURN_SECONDS)
        self._questions = questions
        self._page = 0
        self._lay_out()

    @property
    def _pages(self) -> int:
        return -(-len(self._questions) // PAGE)

    def _lay_out(self) -> None:
        self.clear_items()
        shown = self._questions[self._page * PAGE : (self._page + 1) * PAGE]
        count = render.counted(len(self._questions), "question")
        container = ui.Container[QuestionList](accent_colour=discord.Colour.blurple())
        for piece in fit([f"## {count} of this server", *(_entry(question) for question in shown)]):
            container.add_item(ui.TextDisplay(piece))
        if self._pages > 1:
            container.add_item(ui.TextDisplay(f"-# Page {self._page + 1} of {self._pages}"))
            container.add_item(ui.ActionRow[Any](self._turner("Back", -1), self._turner("Next", 1)))
        self.add_item(container)

    def _turner(self, label: str, step: int) -> ui.Button[Any]:
        page = self._page + step
        button = ui.Button[Any](label=label, disabled=not 0 <= page < self._pages)

        async def turn(interaction: Interaction[Any]) -> None:
            self._page = page
            self._lay_out()
            await guarded(interaction, lambda: interaction.response.edit_message(view=self))

        button.callback = turn  # type: ignore[method-assign]
        return button


def _entry(question: AuthoredQuestion) -> str:
    lines = [
        f"**{question.id}.** {safe_line(question.prompt, PROMPT_SHOWN)}",
        f"✅ {safe_line(' / '.join(question.accepted), ANSWER_SHOWN)}",
    ]
    if question.wrong:
        lines.append(f"▫️ {safe_line(' / '.join(question.wrong), WRONG_SHOWN)}")
    lines.append(f"-# by {safe_line(question.author_name)}")
    return "\n".join(lines)
