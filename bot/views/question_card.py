"""The card of an open question: what is asked, what to do, and below a line the time and who has answered."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import ui

from bot.game import hints, scoring
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.texts.cleaning import clean
from bot.views.board import Board
from bot.views.buttons import GameButton
from bot.views.layout import OPEN, card
from bot.views.text import safe, safe_line, stamp
from questions.arrangement import Arrangement
from questions.question import Question

PROMPT_SHOWN, CHOICE_SHOWN, CLUE_SHOWN = 1500, 300, 400
SPELT_LIMIT = 45  # longer choices stand in the text: on a phone a button shows no more
ROW = 5


def question_card(texts: Texts, board: Board) -> ui.LayoutView:
    """The open question with its clock and its buttons."""
    question = board.question
    asked = [*prompt_lines(render.heading(texts, board.round, board.rounds, question), question)]
    asked += _clues(board)
    blocks = ["\n".join(asked), "\n".join(_status(texts, board))]
    return card(OPEN, blocks, _rows(texts, board), question.picture)


def prompt_lines(heading: str, question: Question) -> Iterator[str]:
    """What is asked, and the choices that are too long for their buttons."""
    yield f"-# {safe_line(heading, 150)}\n### {safe(question.prompt, PROMPT_SHOWN)}"
    if question.arrangement:
        yield from _things(question.arrangement)
    if not _spelt(question):
        for index, choice in enumerate(question.choices):
            yield f"**{render.letter(index)}.** {safe_line(choice.text, CHOICE_SHOWN)}"


def _things(arrangement: Arrangement) -> Iterator[str]:
    """What is to be arranged, a line each; between things and partners is an empty one."""
    lines = [f"**{letter}.** {safe_line(text, CHOICE_SHOWN)}" for letter, text in arrangement.lines()]
    yield from lines[: len(arrangement.items)]
    if arrangement.partners:
        yield from ("", *lines[len(arrangement.items) :])


def choice_labels(question: Question) -> list[str]:
    """What stands on the buttons of the choices."""
    spelt = _spelt(question)
    return [
        _label(index, choice.text) if spelt else render.letter(index)
        for index, choice in enumerate(question.choices)
    ]


def _spelt(question: Question) -> bool:
    return all(len(choice.text) <= SPELT_LIMIT for choice in question.choices)


def _clues(board: Board) -> Iterator[str]:
    for clue in (*board.question.clues[:1], *(clue.text for clue in board.clues)):
        yield f"💡 {safe(clue, CLUE_SHOWN)}"


def _status(texts: Texts, board: Board) -> Iterator[str]:
    """What to do where that is not plain, then the time and who has answered."""
    question = board.question
    if not question.tapped:
        yield texts("how-to-type")
        if question.answer.nearest:
            yield texts("nearest-wins")
    when = stamp(board.deadline)
    yield texts("clock-everybody" if board.everybody else "clock", when=when)
    parts = []
    if board.answers:
        parts.append(texts("have-answered", count=len(board.answers), present=board.present))
    if board.vote is not None:
        parts.append(texts("skip-votes", votes=board.vote.votes, needed=board.vote.needed))
    if parts:
        yield " · ".join(parts)


def _rows(texts: Texts, board: Board) -> list[list[GameButton]]:
    game, round, question = board.game, board.round, board.question
    main = [
        GameButton(game, round, f"c{index}", label, discord.ButtonStyle.primary)
        for index, label in enumerate(choice_labels(question))
    ] or [GameButton(game, round, *_way(texts, question), discord.ButtonStyle.primary)]
    side = [GameButton(game, round, "skip", texts("button-skip"))]
    if hints.count(question):
        cost = 100 - scoring.percent_left(1)
        side.insert(0, GameButton(game, round, "hint", texts("button-hint", percent=cost)))
    return [*(main[start : start + ROW] for start in range(0, len(main), ROW)), side]


def _way(texts: Texts, question: Question) -> tuple[str, str]:
    """What the one button does by which a question without choices is answered, and what it says."""
    if question.arrangement is None:
        return "answer", texts("button-answer")
    return "arrange", texts("button-match" if question.arrangement.partners else "button-order")


def _label(index: int, text: str) -> str:
    return f"{render.letter(index)}. {' '.join(clean(text).split())}"
