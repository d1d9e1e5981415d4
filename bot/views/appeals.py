"""**I was right**: the button at a reveal, and the card on which the starter or a quizmaster decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord
from discord import ui

from bot.game.events import Award, Standing
from bot.game.revising import Appeal
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import FINAL, RIGHT, WRONG, card
from bot.views.text import safe_line
from questions.question import Question

APPEAL = re.compile(r"a:right:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2})", re.A)
RULING = re.compile(
    r"a:rule:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):(?P<player>\d{1,20}):(?P<act>yes|no|keep)", re.A
)
PROMPT_SHOWN, GUESS_SHOWN = 300, 100


def appeal_button(texts: Texts, game: str, round: int) -> IdButton:
    """Below the reveal of a question that was typed."""
    return IdButton(label=texts("button-was-right"), custom_id=f"a:right:{game}:{round}")


def can_be_appealed(question: Question) -> bool:
    """Whether a judge decides about answers, and not the choice or the distance."""
    return not question.tapped and not question.answer.nearest


def appeal_card(texts: Texts, game: str, question: Question, appeal: Appeal) -> ui.LayoutView:
    """An appeal that is to be decided."""
    buttons = [
        _button(texts, game, appeal, "yes", discord.ButtonStyle.success),
        _button(texts, game, appeal, "no", discord.ButtonStyle.secondary),
    ]
    return card(FINAL, [*_blocks(texts, question, appeal), texts("appeal-who-decides")], [buttons])


def ruling_card(
    texts: Texts,
    game: str,
    question: Question,
    appeal: Appeal,
    award: Award | None,
    table: Sequence[Standing],
    *,
    kept: bool | None,
) -> ui.LayoutView:
    """An appeal that was decided, with what it has changed. ``kept`` says whether the form is accepted from
    now on; None where that is not offered.
    """
    by = safe_line(appeal.by.name) if appeal.by else ""
    if not appeal.accepted or award is None:
        return card(WRONG, [*_blocks(texts, question, appeal), texts("appeal-refused", by=by)])
    lines = [texts("appeal-accepted", by=by, award=render.award_points(texts, award))]
    row = next((row for row in table if row.player.id == appeal.made.player.id), None)
    if row is not None:
        place = texts("appeal-place", rank=row.rank, players=len(table), count=row.points)
        lines.append(place)
    rows = []
    if kept:
        lines.append(texts("appeal-kept"))
    elif kept is not None:
        rows = [[_button(texts, game, appeal, "keep", discord.ButtonStyle.primary)]]
    return card(RIGHT, [*_blocks(texts, question, appeal), "\n".join(lines)], rows)


def _blocks(texts: Texts, question: Question, appeal: Appeal) -> list[str]:
    player = safe_line(appeal.made.player.name)
    return [
        texts("appeal-title", player=player, guess=safe_line(appeal.made.guess, GUESS_SHOWN)),
        f"{safe_line(question.prompt, PROMPT_SHOWN)}\n"
        f"✅ {safe_line(render.right_answer(question), GUESS_SHOWN)}",
    ]


def _button(texts: Texts, game: str, appeal: Appeal, act: str, style: discord.ButtonStyle) -> IdButton:
    made = appeal.made
    id = f"a:rule:{game}:{made.round}:{made.player.id}:{act}"
    return IdButton(label=texts(f"appeal-{act}"), style=style, custom_id=id)
